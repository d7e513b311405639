"""The words of Ground News story pages, apart from the code that reads by them.

Labels are the site's own interface text; noise is what its pages print around a story. All patterns are matched
with whole lines; where one holds another's text, its length is bounded, since texts are hostile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

LEANINGS = frozenset({"Far Left", "Left", "Lean Left", "Center", "Lean Right", "Right", "Far Right"})

# Numbers as the site writes them; with other separators or digits it is not known what they mean.
NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2}|[0-9]{1,9})"
WHOLE_NUMBER = re.compile(NUMBER)

COUNT = re.compile(rf"(?P<count>{NUMBER}) Articles?")
SUMMARY_BY = re.compile(r"(?:Insights|Summary) by (?P<author>\S.*)")
PROSE_BY = re.compile(r"Summary by (?P<author>\S.*)")
PODCASTS = "Podcasts & Opinions"

# Labels that open a part of the page. A label may be glued to the text after it.
DETAILS_LABEL = "Coverage Details"
TOPICS_LABEL = "Similar News Topics"
PART_LABELS = (DETAILS_LABEL, "Bias Distribution", TOPICS_LABEL)
FACTUALITY_LABEL = re.compile(r"Factuality(?: Info Icon)?")
OWNERSHIP_LABEL = re.compile(r"Ownership(?: Info Icon)?")
WITHHELD_LABEL = re.compile(r"(?:Factuality|Ownership)(?: Info Icon)?")
CARD_END = "Read Full Article"
BUTTONS = ("Factuality", "Ownership")  # of each article, one after the other; the boxes have text between
NO_OUTLETS = LEANINGS | {*PART_LABELS, CARD_END, *BUTTONS}
_ANY_LEANING = r"(?:(?:Far |Lean )?(?:Left|Right)|Center)"
GLUED = re.compile(
    rf"(?P<label>{CARD_END}(?!s\b)(?=\S)|{_ANY_LEANING}?(?=Factuality ?Ownership$))(?:Factuality ?Ownership$)?"
)


GLUED_BEGINNINGS = frozenset("CFLR")  # the first letters of all of them


def find_glued(text: str) -> re.Match[str] | None:
    """Return the label that is glued to the beginning of a text; its first or last words tell that most have none."""
    return GLUED.match(text) if text.startswith(CARD_END) or text.endswith(BUTTONS) else None


# What stands below the label of stories other than the page's own.
OTHER_STORIES = re.compile(
    r"(?:Similar|Related|More|Other|Top|Trending|Latest|Recommended|Popular) (?:News )?Stories"
    r"|You may also like|Recommended for you|Related (?:Articles|Coverage)",
    re.IGNORECASE,
)

_SIDE = r"(?:Left|Center|Right)"
_PER_CENT = r"(?:100|[0-9]{1,2})%"
_CLAUSE = rf"{_PER_CENT} of the sources (?:are|lean) {_SIDE}"
_SHORT = rf"{_PER_CENT} {_SIDE}"
SHARES = re.compile(rf"(?P<shares>{_CLAUSE}(?:, {_CLAUSE})*\.?)|(?P<short>{_SHORT}(?:, {_SHORT})*)")
SHARE = re.compile(r"(?P<share>[0-9]+)% (?:of the sources (?:are|lean) )?(?P<side>Left|Center|Right)")
BAR_SHARE = re.compile(r"(?P<side>[LCR]) (?P<share>100|[0-9]{1,2})%")
BAR_SEGMENT = re.compile(r"(?:(?P<side>[LCR]) )?(?P<share>100|[0-9]{1,2})%")  # a narrow one has no letter
BAR_SIDES = {"L": "left", "C": "center", "R": "right"}
# The coverage details come as one line, without spaces between: "Leaning Left82Leaning Right37Center102Last Updated",
# or as a line for each label and each number.
DETAILS = re.compile(rf"(?:Total News Sources|Leaning Left|Leaning Right) ?{NUMBER}\D.*")
DETAILS_BEGIN = ("Total News Sources", "Leaning ")  # looked for first: few texts have it
DETAILS_SHARES = re.compile(rf"Bias Distribution ?(?P<shares>{_SHORT}(?:, {_SHORT})*)")
# Always followed by more text: a number that is not may be cut.
DETAILS_COUNT = re.compile(rf"(?:Leaning (?P<side>Left|Right)|(?P<center>Center)) ?(?P<count>{NUMBER})(?=[^0-9,.])")
DETAILS_LABELS = {"Total News Sources": "", "Leaning Left": "left", "Leaning Right": "right", "Center": "center"}

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

# What the boxes say to readers whose subscription has them.
_LEVEL = r"(?:(?:[Vv]ery |[Mm]ostly )?(?:[Hh]igh|[Ll]ow)|[Mm]ixed)"
_OF_SOURCES = r"(?:of (?:the )?sources (?:are|have|with) )?"
FACTUALITY = re.compile(
    rf"(?:(?P<share>{_PER_CENT}) {_OF_SOURCES})?{_LEVEL}(?: [Ff]actuality)?\.?"
    rf"|{_LEVEL}(?: [Ff]actuality)?:? {_PER_CENT}"
)
_OWNERS = (
    r"(?:Media Conglomerates?|Corporations?|Independent(?: News| Media| Company| Companies)?|Private Equity(?: Firms?)?"
    r"|Governments?|Telecom(?:s| Company| Companies)?|(?:Wealthy )?(?:Private )?(?:Owners?|Individuals?)|Billionaires?"
    r"|Non-?[Pp]rofits?|Other|Unknown)"
)
OWNERSHIP = re.compile(
    rf"(?P<share>{_PER_CENT}) (?:of (?:the )?sources are )?(?!of\b|{_SIDE}\b)[^\W\d_][^0-9%]{{1,80}}"
    rf"|{_OWNERS}(?: [Oo]wnership)?"
)
FACTUALITY_OF_A_CARD = re.compile(rf"{_LEVEL} [Ff]actuality")
OWNERSHIP_OF_A_CARD = re.compile(_OWNERS)

_LITTLE = r"(?:limited|little|low|no) coverage from (?:Left|Right)-leaning sources"
BLINDSPOT = re.compile(
    rf"(?:This story is a )?[Bb]lindspot for the (?:Left|Right)(?:[:.] ?This story has {_LITTLE})?\.?"
    rf"|This story has {_LITTLE}\.?"
)
# Below the articles nobody's headline stands; above, a headline can be worded so.
BLINDSPOT_BELOW = re.compile(
    r"[Bb]lindspot for the (?:Left|Right): .{1,300}|\S.{0,200} is a [Bb]lindspot for the (?:Left|Right)\b.{0,200}"
)
SIDE_LABEL = re.compile(rf"(?P<side>{_SIDE})(?: (?:[Ss]ummary|[Pp]erspective))?:?")
COMPARISON_LABELS = ("Bias Comparison", "Comparison")
FOLLOW = ("+", "Follow", "+ Follow", "Follow +")  # the button beside each topic
LISTED_AT = "/interest/"  # in the addresses of topics and outlets
NO_TOPICS = ("News", "For You", "Search", "Local", "Blindspot")  # the site's menu

AGO = r"(?:(?:[0-9]{1,4}|an?) \w{1,10} ago|just now|yesterday)"
_DAY = r"(?:\w+ [0-9]{1,2}, [0-9]{4}|[0-9]{1,2} \w+ [0-9]{4})"
_WHEN = rf"(?: ?loading\.*| {AGO}| {_DAY})?"
_DOT = r"(?: ?(?:•|â€?¢))?"  # the last is a dot whose UTF-8 was read as Latin-1 or Windows-1252
PUBLISHED = re.compile(rf"Published{_DOT}(?P<published>{_WHEN}){_DOT}(?: ?Updated{_DOT}(?P<updated>{_WHEN})\W{{0,3}})?")

REPOSTS = re.compile(rf"(?:\+{NUMBER} )?Reposted by (?P<count>{NUMBER}) other sources?")
REPOSTED_BY = "Reposted by"
REPOSTER_END = "View article"  # in the pop-over that lists who reposted, below each name and its leaning
# The dot may be UTF-8 that was read as Latin-1.
PLACE = re.compile(rf"(?:{AGO} ?)?Â?· ?(?P<place>(?!{AGO}$)[^\W_].*)")

TABS = ("All", "Left", "Center", "Right")
TAB = re.compile(rf"(?P<name>All|Left|Center|Right)(?: ?\(?(?P<count>{NUMBER})\)?)?")
ALL_TAB = re.compile(rf"All(?: ?\(?{NUMBER}\)?)?")

NOISE = re.compile(
    rf"""
      Skip\ to\ main\ content
    | See\ every\ side\ of\ every\ news\ story
    | Don['’]t\ Just\ Read\ the\ News,\ Understand\ It\.
    | Complete\ News,\ Your\ Way\.
    | Get\ access\ to\ our\ best\ features
    | New\ Year['’]s\ Sale\ [—–-]\ .*\bVantage\b.*
    | Does\ this\ summary\ seem\ wrong\?
    | Think\ freely\.(?:\s?Subscribe\ and\ get\b.*)?
    | Subscribe\ and\ get\ full\ access\ to\ Ground\ News
    | Subscriptions\ start\ at\ \$.*
    | Subscribe
    | Ground\ News\ Article\ Assistant
    | Not\ enough\ coverage\ to\ generate\ an\ Article\ Assistant\.
    | You\ have\ read\b.*\bfree\ daily\ articles\.
    | Join\ millions\ of\ well-informed\ readers\b.*
    | (?:Caret\ (?:Down|Left|Right|Up)|Close|Feed(?:\ Dots)?|Info|Menu|Search|Section|Too\ Big\ Arrow)\ Icon
    | Blindspot\ Logo(?:Blindspot\w*)?
    | Ground\ News(?:\ Logo)?(?:Ground\ News)?
    | {AGO.replace(" ", "[ ]")}
    """,  # noqa: RUF001 - the marks that texts use
    re.VERBOSE,
)


def _anonymous(pattern: re.Pattern[str]) -> str:
    """Return a pattern as a part of another: with its flags, and without the names of its groups."""
    flags = "".join(letter for letter, flag in (("x", re.VERBOSE), ("i", re.IGNORECASE)) if pattern.flags & flag)
    return f"(?{flags}:{re.sub(r'[(][?]P<[a-z_]+>', '(?:', pattern.pattern)})"


_LABELS = {
    "count": COUNT,
    "author": SUMMARY_BY,
    "published": PUBLISHED,
    "tabs": ALL_TAB,
    "podcasts": re.compile(PODCASTS),
    "reposts": REPOSTS,
    "place": PLACE,
    "part": re.compile("|".join(PART_LABELS)),
    "box": WITHHELD_LABEL,
    "shares": SHARES,
    "paywall": PAYWALL,
    "sources": SOURCES_FROM,
    "blindspot": BLINDSPOT,
    "others": OTHER_STORIES,
    "noise": NOISE,
}
_LABEL = re.compile("|".join(f"(?P<{name}>{_anonymous(pattern)})" for name, pattern in _LABELS.items()))
# The first two characters of all of them, in small letters, but for those that begin with a digit or no ASCII: that
# most lines begin otherwise is told sooner than which they are.
_BEGINNINGS = frozenset(
    """
    +0 +1 +2 +3 +4 +5 +6 +7 +8 +9 al an bi bl ca cl co do fa fe ge gr in jo ju la me mo ne no ot ow po pu re se si sk so
    su th to tr ye yo
    """.split()  # noqa: SIM905 - a vocabulary is read as text
) | {"a "}


@lru_cache(maxsize=4096)
def label_of(text: str) -> str | None:
    """Return which of the site's own lines a text can be by its wording, None where it is none of them.

    They are looked for all at once, and what was told is kept: most texts are none, and most labels stand on all pages.
    """
    begins = text[:2]
    may_be_one = begins.lower() in _BEGINNINGS or not begins.isascii() or "0" <= begins[:1] <= "9"
    match = _LABEL.fullmatch(text) if may_be_one else None
    if match:
        return match.lastgroup
    return "first" if " broke the news in " in text and FIRST_REPORT.fullmatch(text) else None


# Marks by which a story page is recognised: patterns of whole lines, and how much each proves. Several must be there,
# and one that no other site prints.
ENOUGH_MARKS = 3
OWN_MARK = 2
MARKS = (
    (re.compile(r"Insights by Ground AI"), 2),
    (re.compile(rf"(?:[•◦▪‣●*-] ?)?{_CLAUSE}(?:, {_CLAUSE})*\.?"), 3),
    (re.compile(r"To view (?:factuality|ownership) data please\b.*"), 3),
    (re.compile(rf"Total News Sources ?{NUMBER}"), 2),
    (re.compile(r"Sources are mostly out of .*\([0-9]+\)"), 2),
    (re.compile(rf"(?:\+{NUMBER} )?Reposted by {NUMBER} other sources?"), 2),
    (COUNT, 1),
    (re.compile(r"Published\b.*\bUpdated"), 1),
    (re.compile(r"Bias Distribution"), 1),
    (re.compile(DETAILS_LABEL), 1),
    (re.compile(rf"{CARD_END}.*"), 1),
)
_MARK = re.compile("|".join(f"(?P<mark{at}>{_anonymous(pattern)})" for at, (pattern, _) in enumerate(MARKS)))
# What a text with a mark begins with: that is told sooner.
_MARK_SIGNS = frozenset("•◦▪‣●*-+0123456789")
_MARK_WORDS = frozenset(("In", "To", "So", "Re", "Pu", "Bi", "Co"))
_PROOFS = {f"mark{at}": proves for at, (_, proves) in enumerate(MARKS)} | {"first": 1}
DOUBLED_COUNT_PROVES = 2
ABOVE_COUNT = (re.compile(r"[•◦▪‣●*+-] ?\S.*"), SUMMARY_BY, NOISE, re.compile(PODCASTS))


def marks_in(texts: Iterable[str]) -> Iterator[int]:
    """Yield how much each mark proves that is among the texts, once it is found."""
    found = set()
    for text in texts:
        may_be_one = text[:1] in _MARK_SIGNS or text[:2] in _MARK_WORDS
        match = _MARK.fullmatch(text) if may_be_one else None
        mark = match.lastgroup if match else None
        if mark is None and " broke the news in " in text and FIRST_REPORT.fullmatch(text):
            mark = "first"
        if mark and mark not in found:
            found.add(mark)
            yield _PROOFS[mark]


# What a story page says once: lines that a page with several stories has several times.
# The words of each are looked for first: few lines have them.
ONCE = (
    (" by Ground ", re.compile(r"(?:Insights|Summary) by Ground (?:AI|News)")),
    ("To view factuality ", re.compile(r"To view factuality data please\b.*")),
    (" broke the news in ", FIRST_REPORT),
)
