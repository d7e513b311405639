"""The words of Ground News story pages, apart from the code that reads by them.

Labels are the site's own interface text; noise is what its pages print around a story. All patterns are matched
with whole lines; where one holds another's text, its length is bounded, since texts are hostile.
"""

from __future__ import annotations

import re

LEANINGS = frozenset({"Far Left", "Left", "Lean Left", "Center", "Lean Right", "Right", "Far Right"})

# Numbers as the site writes them; with other separators or digits it is not known what they mean.
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})"

COUNT = re.compile(rf"(?P<count>{NUMBER}) Articles?")
SUMMARY_BY = re.compile(r"(?:Insights|Summary) by (?P<author>\S.*)")
PROSE_BY = re.compile(r"Summary by (?P<author>\S.*)")

# Labels that open a part of the page. A label may be glued to the text after it.
PART_LABELS = ("Coverage Details", "Bias Distribution", "Similar News Topics")
WITHHELD_LABEL = re.compile(r"(?:Factuality|Ownership)(?: Info Icon)?")
CARD_END = "Read Full Article"
NO_OUTLETS = LEANINGS | {*PART_LABELS, CARD_END, "Factuality", "Ownership"}
GLUED = re.compile(rf"(?P<label>{CARD_END})(?!s\b)(?=\S)")

_SIDE = r"(?:Left|Center|Right)"
_PER_CENT = r"(?:100|[0-9]{1,2})%"
_CLAUSE = rf"{_PER_CENT} of the sources (?:are|lean) {_SIDE}"
_SHORT = rf"{_PER_CENT} {_SIDE}"
SHARES = re.compile(rf"(?P<shares>{_CLAUSE}(?:, {_CLAUSE})*\.?)|(?P<short>{_SHORT}(?:, {_SHORT})*)")
SHARE = re.compile(r"(?P<share>[0-9]+)% (?:of the sources (?:are|lean) )?(?P<side>Left|Center|Right)")
BAR_SHARE = re.compile(r"(?P<side>[LCR]) (?P<share>100|[0-9]{1,2})%")
BAR_SIDES = {"L": "left", "C": "center", "R": "right"}
# The coverage details come as one line, without spaces between: "Leaning Left82Leaning Right37Center102Last Updated".
DETAILS = re.compile(rf"(?:Total News Sources|Leaning Left|Leaning Right) ?{NUMBER}\D.*")
DETAILS_SHARES = re.compile(rf"Bias Distribution(?P<shares>{_SHORT}(?:, {_SHORT})*)")
# Always followed by more text: a number that is not may be cut.
DETAILS_COUNT = re.compile(rf"(?:Leaning (?P<side>Left|Right)|(?P<center>Center)) ?(?P<count>{NUMBER})(?=[^0-9,.])")

PAYWALL = re.compile(r"To view (?P<fact>factuality|ownership) data please Upgrade to \w.*")
SOURCES_FROM = re.compile(rf"Sources are mostly out of (?P<place>\S.{{0,200}}?) \({NUMBER}\)")
FACTS_BELOW = (SHARES, PAYWALL, SOURCES_FROM)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OUTLET = r"(?P<outlet>\S.{0,120}?)"
# Places are written with a capital: "broke the news in a report" names none.
FIRST_REPORT = re.compile(
    rf"{_OUTLET} broke the news in(?: (?P<place>(?![a-z])\S.{{0,120}}))? on"
    rf" (?P<date>{_WEEKDAY}, [A-Z][a-z]+ [0-9]{{1,2}}, [0-9]{{4}})\."
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
FIRST_REPORT_WITHOUT_DATE = re.compile(
    rf"{_OUTLET} broke the news in (?P<place>(?![a-z]|{_MONTH}\b)(?!.{{0,120}}\bon {_WEEKDAY})[^0-9.]{{1,120}})\."
)
FIRST_REPORT_CUT = re.compile(rf"{_OUTLET} broke the news(?: in?\b.{{0,200}})?")

_AGO = r"[0-9]+ \w+ ago"
_DAY = r"(?:\w+ [0-9]{1,2}, [0-9]{4}|[0-9]{1,2} \w+ [0-9]{4})"
PUBLISHED = re.compile(rf"Published(?: ?•)?(?: ?loading\.*| {_AGO}| {_DAY})?(?: ?•)?(?: ?Updated.*)?")

REPOSTS = re.compile(rf"(?:\+{NUMBER} )?Reposted by (?P<count>{NUMBER}) other sources?")
REPOSTED_BY = "Reposted by"
PLACE = re.compile(r"· ?(?P<place>\S.*)")

TABS = ("All", "Left", "Center", "Right")
TAB_COUNT = re.compile(NUMBER)

NOISE = re.compile(
    r"""
      Skip\ to\ main\ content
    | See\ every\ side\ of\ every\ news\ story
    | Don['’]t\ Just\ Read\ the\ News,\ Understand\ It\.
    | Complete\ News,\ Your\ Way\.
    | Get\ access\ to\ our\ best\ features
    | New\ Year['’]s\ Sale\ [—–-]\ .*\bVantage\b.*
    | Does\ this\ summary\ seem\ wrong\?
    | Podcasts\ &\ Opinions
    | Think\ freely\.\s?Subscribe\ and\ get\b.*
    | Subscriptions\ start\ at\ \$.*
    | Ground\ News\ Article\ Assistant
    | Not\ enough\ coverage\ to\ generate\ an\ Article\ Assistant\.
    | You\ have\ read\b.*\bfree\ daily\ articles\.
    | Join\ millions\ of\ well-informed\ readers\b.*
    | (?:Caret\ (?:Down|Left|Right|Up)|Close|Feed(?:\ Dots)?|Info|Menu|Search|Section|Too\ Big\ Arrow)\ Icon
    | Blindspot\ Logo(?:Blindspot\w*)?
    | Ground\ News(?:\ Logo)?(?:Ground\ News)?
    """,  # noqa: RUF001 - the marks that texts use
    re.VERBOSE,
)

# Marks by which a story page is recognised: patterns of whole lines, and how much each proves. Several must be there,
# and one that no other site prints.
ENOUGH_MARKS = 3
OWN_MARK = 2
MARKS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"Insights by Ground AI"), 2),
    (re.compile(rf"(?:[•◦▪‣●*-] ?)?{_CLAUSE}(?:, {_CLAUSE})*\.?"), 3),
    (re.compile(r"To view (?:factuality|ownership) data please\b.*"), 3),
    (re.compile(rf"Total News Sources ?{NUMBER}"), 2),
    (re.compile(r"Sources are mostly out of .*\([0-9]+\)"), 2),
    (re.compile(rf"(?:\+{NUMBER} )?Reposted by {NUMBER} other sources?"), 2),
    (FIRST_REPORT, 1),
    (COUNT, 1),
    (re.compile(r"Published\b.*\bUpdated"), 1),
    (re.compile(r"Bias Distribution"), 1),
    (re.compile(r"Coverage Details"), 1),
    (re.compile(rf"{CARD_END}.*"), 1),
)
DOUBLED_COUNT_PROVES = 2
ABOVE_COUNT = (re.compile(r"[•◦▪‣●*+-] ?\S.*"), SUMMARY_BY, NOISE)

# What a story page says once: lines that a page with several stories has several times.
ONCE = (
    re.compile(r"(?:Insights|Summary) by Ground (?:AI|News)"),
    re.compile(r"To view factuality data please\b.*"),
    FIRST_REPORT,
)
