"""The same site as the others make: a page for each post, topic, day, month and year, front page, archive, feed.

Pelican's own reader, writer and generators; a theme of a few lines, because its simple one has other pages.
"""

SITENAME = "The Briefing"
SITEURL = "https://briefing.example"
AUTHOR = "The newsroom"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
STATIC_PATHS: list[str] = []
FORMATTED_FIELDS: list[str] = []  # summaries are text
DEFAULT_CATEGORY = "news"

ARTICLE_URL = "posts/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
DAY_ARCHIVE_URL = "days/{date:%Y}-{date:%m}-{date:%d}/"
DAY_ARCHIVE_SAVE_AS = DAY_ARCHIVE_URL + "index.html"
MONTH_ARCHIVE_URL = "months/{date:%Y}-{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"
YEAR_ARCHIVE_URL = "years/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
CATEGORY_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "archives", "404"]
TAGS_SAVE_AS = "topics/index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
PAGINATED_TEMPLATES = {"tag": 50}
DEFAULT_ORPHANS = 49  # the last page takes what is left over, so that it is never nearly empty

FEED_ALL_RSS = "feed.xml"
FEED_MAX_ITEMS = 100
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
