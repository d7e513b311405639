"""The words of Ground News story pages, apart from the code that reads by them.

Labels are the site's own interface text; noise is what its pages print around a story.
"""

from __future__ import annotations

import re

LEANINGS = frozenset({"Far Left", "Left", "Lean Left", "Center", "Lean Right", "Right", "Far Right"})

COUNT = re.compile(r"(?P<count>\d[\d,]*) Articles?")
SUMMARY_BY = re.compile(r"(?:Insights|Summary) by (?P<author>\S.*)")
PROSE_BY = re.compile(r"Summary by (?P<author>\S.*)")

# Labels that open a part of the page. A label may be glued to the text after it.
PART_LABELS = ("Coverage Details", "Bias Distribution", "Similar News Topics")
CARD_END = "Read Full Article"
GLUED = re.compile(rf"(?P<label>{CARD_END})(?=\S)")

SHARE = re.compile(r"(?P<share>\d{1,3})% of the sources (?:are|lean) (?P<side>Left|Center|Right)\b")
SHORT_SHARE = re.compile(r"(?P<share>\d{1,3})% (?P<side>Left|Center|Right)\b")
BAR_SHARE = re.compile(r"(?P<side>[LCR]) (?P<share>\d{1,3})%")
BAR_SIDES = {"L": "left", "C": "center", "R": "right"}
# Always followed by more text: a number that is not may be cut.
DETAILS_COUNT = re.compile(r"(?:Leaning (?P<side>Left|Right)|(?P<center>Center)) ?(?P<count>\d[\d,]*)(?=[^\d,])")

PAYWALL = re.compile(r"To view (?P<fact>factuality|ownership) data please Upgrade to \w.*")
SOURCES_FROM = re.compile(r"Sources are mostly out of (?P<place>\S.*?) \(\d[\d,]*\)")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
FIRST_REPORT = re.compile(
    rf"(?P<outlet>\S.*?) broke the news in(?: (?P<place>\S.*))? on (?P<date>{_WEEKDAY}, \w+ \d{{1,2}}, \d{{4}})\."
)
FIRST_REPORT_WITHOUT_DATE = re.compile(r"(?P<outlet>\S.*?) broke the news in (?P<place>\S.*?)\.")
FIRST_REPORT_CUT = re.compile(r"(?P<outlet>\S.*?) broke the news\b.*")

_AGO = r"\d+ \w+ ago"
PUBLISHED = re.compile(
    rf"Published(?: ?•)?(?: ?loading\.*| {_AGO}| (?P<date>\w+ \d{{1,2}}, \d{{4}}|\d{{1,2}} \w+ \d{{4}}))?(?: ?•)?(?: ?Updated.*)?"
)

REPOSTS = re.compile(r"(?:\+\d[\d,]* )?Reposted by (?P<count>\d[\d,]*) other sources?")
REPOSTED_BY = "Reposted by"
PLACE = re.compile(r"· ?(?P<place>\S.*)")

TABS = ("All", "Left", "Center", "Right")

NOISE = re.compile(
    r"""
      Skip\ to\ main\ content
    | See\ every\ side\ of\ every\ news\ story
    | Don['’]t\ Just\ Read\ the\ News,\ Understand\ It\.
    | Complete\ News,\ Your\ Way\.
    | Get\ access\ to\ our\ best\ features
    | New\ Year['’]s\ Sale\b.*
    | Does\ this\ summary\ seem\ wrong\?
    | Podcasts\ &\ Opinions
    | Think\ freely\.\s?Subscribe\b.*
    | Subscriptions\ start\ at\b.*
    | Ground\ News\ Article\ Assistant
    | Not\ enough\ coverage\ to\ generate\ an\ Article\ Assistant\.
    | You\ have\ read\b.*\bfree\ daily\ articles\.
    | Join\ millions\ of\ well-informed\ readers\b.*
    | (?:\w+\ )+(?:Icon|Logo)(?:Blindspot\w*)?
    """,
    re.VERBOSE,
)

# Marks by which a story page is recognised: patterns of whole lines, and how much each proves.
ENOUGH_MARKS = 3
MARKS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"Insights by Ground AI"), 2),
    (re.compile(r"(?:[•-] )?\d{1,3}% of the sources (?:are|lean) (?:Left|Center|Right)\b.*"), 3),
    (re.compile(r"To view (?:factuality|ownership) data please\b.*"), 3),
    (re.compile(r"\d[\d,]* Articles?"), 1),
    (re.compile(r"Published\b.*\bUpdated"), 1),
    (re.compile(r"Bias Distribution"), 1),
    (re.compile(r"Coverage Details"), 1),
    (re.compile(r"Total News Sources ?\d+"), 1),
    (re.compile(r"Sources are mostly out of .*\(\d+\)"), 2),
    (re.compile(r"(?:\+\d+ )?Reposted by \d+ other sources?"), 2),
    (re.compile(r"Read Full Article.*"), 1),
    (re.compile(r"\S.* broke the news in .*\d{4}\."), 2),
)
DOUBLED_COUNT_PROVES = 2
