"""The words by which pages and texts that are no articles are told, apart from the code that reads by them.

All patterns are matched with whole lines or titles.
"""

from __future__ import annotations

import re

from briefing.kinds.ground_news import words as ground_news

# Lines that only Ground News prints: a page that has one is a damaged story page.
_OWN_MARKS = (
    *(mark.pattern for mark, proves in ground_news.MARKS if proves >= ground_news.OWN_MARK),
    ground_news.FIRST_REPORT.pattern,
    "Bias Distribution|Ground News Article Assistant|Published loading.*|Blindspot Logo.*",
)
# Lines that other sites can have too; in a text, where nothing else tells the site, they are its marks as well.
_OTHER_MARKS = (
    ground_news.COUNT.pattern,
    ground_news.SUMMARY_BY.pattern,
    ground_news.REPOSTED_BY,
    *sorted(ground_news.LEANINGS),
    r"[0-9]{1,3}% (?:Left|Center|Right)|[LCR] [0-9]{1,3}%",
    r"· ?\w[\w .'’-]*, [\w .'’-]+",  # noqa: RUF001 - the marks that texts use
    r"Coverage Details.*|Similar News Topics|Read Full Article(?!s).*|Published [0-9]{1,3} \w+ ago.*",
    r"See every side of every news story|Get access to our best features|Does this summary seem wrong\?",
    r"(?:Not enough coverage to generate|To view (?:factuality|ownership) data) .*",
    # Its standfirsts begin so, and nobody else's: "CENTRAL WENDMARK, JUL 8 - ".
    r"[^a-zß-öø-ÿ]{3,60}, (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) [0-9]{1,2} – .*",  # noqa: RUF001
)
MARK_OF_A_PAGE = re.compile("|".join(f"(?:{mark})" for mark in _OWN_MARKS))
MARK_OF_A_TEXT = re.compile("|".join(f"(?:{mark})" for mark in (*_OWN_MARKS, *_OTHER_MARKS)))

# Titles of pages that a server or a guard sent in place of the article.
_FAILURE = (
    r"(?:not found|(?:access |url )?forbidden(?: url)?|access (?:to this (?:page|site) has been )?denied"
    r"|unauthori[sz]ed|bad (?:gateway|request)|service unavailable|too many requests|internal server error)"
)
_YOU_ARE = "(?:are you|(?:verify|prove)(?: that)? you(?:['’]re| are))"  # noqa: RUF001
ERROR = re.compile(
    rf"(?:(?:http |server )?error[: ]*)?[45]\d\d(?:\W{{0,3}}(?:error|page|{_FAILURE})\b.{{0,60}})?"
    rf"|{_FAILURE}(?:[.!]?|\s*[|:–-].{{0,40}})"  # noqa: RUF001
    r"|.{0,25}\b(?:page|article|content|file|url)\b.{0,25}\b(?:not (?:be )?found|does not exist|doesn.t exist)\b.{0,30}"
    r"|(?:seite nicht gefunden|página no encontrada|page (?:introuvable|non trouvée))\b.{0,30}"
    r"|(?:just a moment|attention required|pardon our interruption|security check|before you continue)\b.{0,60}"
    rf"|{_YOU_ARE} (?:a |not a )?(?:human|robot)\b.{{0,30}}|(?:please )?enable (?:javascript|cookies)\b.{{0,60}}"
    r"|(?:we value )?your privacy(?: choices)?|(?:sign|log) ?in\b.{0,30}",
    re.IGNORECASE,
)

IN_BROWSER = re.compile(
    r"(?:view|read|open)(?: (?:this|the))?(?: (?:e-?mail|newsletter|message|it|online|web version))? (?:in|on) "
    r"(?:your|a|the) (?:web )?browser.*|view (?:as a )?web ?page.*",
    re.IGNORECASE,
)
NEWSLETTER = re.compile(
    rf"{IN_BROWSER.pattern}|unsubscribe|manage (?:your )?(?:subscription|preferences).*"
    r"|you(?:['’]re| are) receiving this.*|you received this.*"  # noqa: RUF001
    r"|.{0,40}(?:e-?mail|newsletter) (?:was )?forwarded to you.*",
    re.IGNORECASE,
)
MAIL = re.compile(r"(?:from|to|cc|sent|subject|reply-to|message-id)\s*:\s*\S.*", re.IGNORECASE)
LETTER = re.compile(
    r"(?:dear|hi|hello|sehr geehrte\w*|liebe\w*|chère?s?|estimad\w+|querid\w+)\b[^.,:!]{1,40}[,:!]", re.IGNORECASE
)

_CODE = (
    r"```.*|~~~.*|[{}()\[\];]+|.*[;{}]",
    r"(?:import|from|def|class|function|const|let|var|return|public|private|static|#include|package)\b.*[;:{(].*",
    r"(?:if|for|while|else|elif|try|except|with|raise)\b.*:",
    r"(?:\$|>>>|%) \S.*|(?:pip|npm|cargo|apt|git|docker|curl) \S.*",
    r"[\w.]+(?:\[.*\])?\s*[+-]?=[^=].*|[\w.-]+\s*=\s*\S+|[\w.]+\(.*\)?[:,]?",
    r"</?[a-z][^>]*>.*|\|.*\||[\"'][\w-]+[\"']: .*,?|@\w+.*|\"{3}.*|//.*|/\*.*",
)
CODE = re.compile("|".join(_CODE))
INLINE_CODE = re.compile(r"`[^`\s]{0,80}[/_.<>{}=()$*][^`]{0,80}`")
MANUAL = re.compile(
    r"#{1,6}\s+(?:installation|install|usage|getting started|licen[sc]e|contributing|requirements|set-?up)\b.*",
    re.IGNORECASE,
)
