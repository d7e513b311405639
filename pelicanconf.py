"""Settings of the site, for building and previewing on one's own machine; publishing takes publishconf.py.

Relative paths are relative to this file's folder. Any of Pelican's own settings can be added:
https://docs.getpelican.com/en/latest/settings.html
"""

# --- What an editor sets ---------------------------------------------------------------------------------------------

SITENAME = "The Briefing"
SITESUBTITLE = "The day's stories, with who says what and what is not said"
# AUTHOR = "The newsroom"  # named in feeds; else SITENAME is

# The menu: names, and paths below the site's root (or whole addresses). Empty: all that the site has.
MENUITEMS: list[
    tuple[str, str]
] = []  # [("Today", ""), ("Topics", "topics/"), ("Our newsroom", "https://newsroom.example.org/")]

SOCIAL_IMAGE = None  # what stands for pages where they are linked to: "images/card.png"; None: the theme's social.png
# For each published story a picture of its own: headline, leaning and SITENAME. On in publishconf.py; to look at them
# here, set True and build with: python3 tasks.py build --with images
STORY_IMAGES = False
STORY_IMAGES_FONT = None  # a font of your own (.ttf, .otf) for them: "content/fonts/Name-Bold.ttf"
LOGO = None  # in the place of the name above each page: "images/logo.svg"
# Colors of your own: paper, raise (behind fact boxes), ink, soft (small texts), line, link, mark, and left, center and
# right of the bars. All must be readable: it is checked. {"light": {"link": "#7a1f2b"}, "dark": {"link": "#f0a3ad"}}
COLORS: dict[str, dict[str, str]] = {}

TIMEZONE = "UTC"  # that of days: "Europe/Zurich", "America/Chicago" ...
DEFAULT_LANG = "en"  # of what the pages say themselves: docs/languages.md

# How much of others' text the site shows: "facts" (headlines, outlets, links, facts, quotations of at most 25 words),
# "short" (and the first 25 words of summary points and excerpts) or "full". Publishing asks again: publishconf.py.
RIGHTS = "full"

FRONT_STORIES = 30  # of the latest day on the front page; None: all
# The boxes that stories have; what the page does not say, corrections and evidence always stand.
STORY_BOXES = ["glance", "leanings", "quotes", "people", "organisations", "dates", "figures", "history"]
OUTLET_PAGES = True  # a page for each outlet that stories name, and a list of them
PLACE_PAGES = True  # the same for places
# Stories that one side hardly covers: it has "most" per cent or less of the rated outlets, the other "least" or more.
# None: there is no such list. The page Method tells these numbers, as {blindspots_most} and {blindspots_least}.
BLINDSPOTS = {"most": 10, "least": 33}

SITEMAPS = True  # sitemap.xml and news-sitemap.xml, for search engines
# Where readers tell of errors: a mail address, or that of a form, which is given ?story= and the story's address.
REPORT_ERRORS_TO = None

DATA_FILES = True  # index.json beside each story, stories.json and their schema

DOCUMENTS_PATH = "content/documents"  # saved pages
POSTS_PATH = "content/briefings"  # the posts made from them
EDITIONS_PATH = "content/editions"  # an editor's word on the stories of a day: docs/editions.md
OUTLETS_PATH = "content/outlets.toml"  # an editor's own table of outlets; None: there is none
DOCUMENT_MAX_BYTES = 16 * 1024 * 1024  # larger files are refused

# --- What holds the site together ------------------------------------------------------------------------------------

SETTINGS_FILE = __file__
SITEURL = "http://127.0.0.1:8000"  # so that feeds are valid here too; publishconf.py has the real one
PUBLISHING = False

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["briefing", "edition", "feeds"]
INCREMENTAL = True  # make only what changed; with False Pelican makes all each time: the same site, later
CONVERT = True  # convert documents when Pelican runs by itself
EXECUTOR = "briefing.workers:process_executor"  # what gives work out to several processes
NOW = None  # the moment of conversion, RFC 3339; None: the clock's

ARTICLE_PATHS = ["briefings"]
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
ARTICLE_LANG_URL = ARTICLE_URL
ARTICLE_LANG_SAVE_AS = ARTICLE_SAVE_AS
DRAFT_URL = "drafts/{slug}/"
DRAFT_SAVE_AS = DRAFT_URL + "index.html"
DRAFT_LANG_URL = DRAFT_URL
DRAFT_LANG_SAVE_AS = DRAFT_SAVE_AS
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
PAGE_LANG_URL = PAGE_URL
PAGE_LANG_SAVE_AS = PAGE_SAVE_AS
STATIC_PATHS = ["images"]

# Listings are made by plugins/edition: Pelican's own grow with the square of the archive.
DIRECT_TEMPLATES: list[str] = []
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
USE_FOLDER_AS_CATEGORY = False
STORIES_PER_PAGE = 50  # on each older page of a long topic
ARTICLE_TRANSLATION_ID = None  # stories in several languages are stories of their own

FEED_ALL_RSS = "feeds/all.rss.xml"
TAG_FEED_RSS = "feeds/topics/{slug}.rss.xml"
FEED_ALL_ATOM = None  # "feeds/all.atom.xml": the same stories as Atom
FEED_ALL_JSON = None  # "feeds/all.json": the same as JSON Feed, for programs
TAG_FEED_JSON = None  # "feeds/topics/{slug}.json"
FEEDS_OPML = "feeds/feeds.opml"  # the feeds in RSS and Atom in one file, for feed readers to import; None: no such file
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
RSS_FEED_SUMMARY_ONLY = False  # feeds carry the whole story, as far as RIGHTS allow

JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
LOCALE = ["C.UTF-8", "C"]  # the same names of days and months on every machine
WITH_FUTURE_DATES = True  # what is on the site does not depend on the clock
