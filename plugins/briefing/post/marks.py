"""By what an item, a row, a by-line or a section is known in the lines of a post."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from briefing.post import grammar
from briefing.post.units import comments_in, starts_block, take_comments

SECTION = re.compile(r" {0,3}<!--\s*(?P<name>[A-Za-z]+)(?: +(?P<form>[a-z]+))?(?: +[0-9]+(?:-[0-9]+)?)?\s*-->\s*")
HEADING = re.compile(r" {0,3}(?P<signs>#{1,6})[ \t]+(?P<text>\S.*)")
NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\]\s]+)\]:[ \t]*(?P<text>.*)")
ITEM = re.compile(r" ?(?P<marker>[-*+]|[0-9]{1,9}[.)])[ \t]+(?P<text>\S.*)")
USUAL_ITEM = re.compile(r"- (?P<text>[^\s<`][^<`]*)<!-- (?P<mark>[0-9]+(?:-[0-9]+)?(?: \w+)?) -->")
USUAL_VALUE = re.compile(r"    - (?P<text>[^\s<`][^<`]*)")
NESTED = re.compile(r"(?:\t|  +)[-*+][ \t]+(?P<text>\S.*)")
INDENTED = ("\t", "  ")  # what lines below an item begin with
EMPTY_COMMENT = re.compile(r"\s*<!--\s*-->\s*")  # what follows is the editor's

FORMS = ("points", "prose")
_LINES = re.compile(r"<!-- (?P<mark>[0-9]+(?:-[0-9]+)?(?: \w+)?) -->")
_CLOSING_SIGNS = re.compile(r"[ \t]+#+$")
_ONLY_CITED = re.compile(rf"(?P<text>[^<]*){_LINES.pattern}")
_BY = "<!-- by -->"
_BARE_BY = re.compile(r"By [^.!?]{1,60}\[\^[0-9]+\]")  # whose comment an editor lost
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}:")
_FILLER = re.compile(r"[\s|:-]*")  # a table's rule, and cells without anything
_EVIDENCE_END = re.compile(r"\(lines? [0-9]+(?:-[0-9]+)?(?: of \"[^\"]*\")?(?:, \w+)?\)\s*")
_LINK = re.compile(r"\[(?P<text>(?:\\.|[^\\\[\]])+)\]\((?P<url>[^\s()<>]+)\)")
_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_MARKUP = re.compile(
    r"""
    (?<!\\)(?:
        !?\[(?:\\.|[^\]\\])*\][(\[]   # link, image
      | \[\^                          # footnote
      | `[^`]+`                       # code
      | <[A-Za-z/]                    # HTML, address
      | (?<![\w*_~])(?P<sign>\*{1,3}|_{1,3}|~~)(?=[^\s*_~])(?:\\.|[^\\*_~])*(?<=\S)(?P=sign)(?!\w)  # emphasis
    )
    """,
    re.VERBOSE,
)


def cites_lines(text: str) -> bool:
    """Whether a text carries the comment with its lines."""
    return any(map(_LINES.fullmatch, comments_in(text)))


def has_by(text: str) -> bool:
    """Whether a text carries the comment of the line that says whose the summary is."""
    return _BY in text


def looks_like_by(text: str) -> bool:
    """Whether a paragraph has the form of that line."""
    return bool(_BARE_BY.fullmatch(text))


def are_remarks(text: str) -> bool:
    """Whether a text is only an editor's comments, in a form in which they can stand in a row of a table."""
    return not any(_is_no_remark(part) for part in text.split("\n\n"))


def _is_no_remark(text: str) -> bool:
    single = comments_in(text) == [text] and not set("|\n") & set(text)
    return not single or is_section(text) or is_mark(text) or bool(EMPTY_COMMENT.fullmatch(text))


def is_mark(line: str) -> bool:
    """Whether a line is only the comment with the lines, or that of the by-line: a formatter moved it there."""
    comment = line.strip()
    return comment.startswith("<!--") and (comment == _BY or _LINES.fullmatch(comment) is not None)


def goes_on(texts: Sequence[str], line: str, *, lazy: bool) -> bool:
    """Whether a line goes on with an item that begins with ``texts``.

    :param lazy: whether it may without being indented
    """
    if ends_item(line):  # as after most items
        return False
    words = line.strip()
    if is_mark(words):
        return True
    if starts_block(words):
        return False
    return line.startswith(INDENTED) or (lazy and not cites_lines(" ".join(texts)))


def goes_on_with_note(texts: Sequence[str], line: str, *, lazy: bool) -> bool:
    """Whether a line goes on with a footnote that begins with ``texts``.

    :param lazy: whether it may without being indented
    """
    if not line.strip():
        return False
    indented = line.startswith(("    ", "\t"))
    joined = indented or (lazy and not starts_block(line) and not _ends_evidence("\n".join(texts)))
    return joined and not is_value(line)


def _ends_evidence(text: str) -> bool:
    return any(match.end() == len(text) for match in _EVIDENCE_END.finditer(text))


def ends_item(line: str) -> bool:
    """Whether a line plainly does not go on with the item or value before it: an empty one, or one with "- "."""
    words = line.lstrip()
    return not words or words.startswith("- ")


def take_marks(text: str) -> tuple[str, str | None, list[str]]:
    """Return a text without its comments, what the comment with its lines says, and the editor's own comments."""
    if "<!--" not in text:
        return text.strip(), None, []
    cited = _ONLY_CITED.fullmatch(text)
    if cited:  # as most items are
        return cited["text"].strip(), cited["mark"], []
    plain, comments = take_comments(text)
    mark, own = None, []
    for comment in comments:
        if mark is None and _LINES.fullmatch(comment):
            mark = comment.removeprefix("<!-- ").removesuffix(" -->")
        elif not EMPTY_COMMENT.fullmatch(comment):
            own.append(comment)
    return plain, mark, own


def heading_of(text: str) -> str:
    """Return the text of a heading without the signs that may close it."""
    return _CLOSING_SIGNS.sub("", text.rstrip(" \t"))


def take_by(text: str) -> str:
    """Return a by-line without its comment."""
    return text.replace(_BY, "", 1)


def references(markdown: str) -> list[str]:
    """Return the labels of the footnotes that a text refers to, each once."""
    return list(dict.fromkeys(_REFERENCE.findall(markdown))) if "[^" in markdown else []


def has_markup(text: str) -> bool:
    """Whether Markdown shows more than the text itself."""
    return bool(_MARKUP.search(text))


def as_link(text: str) -> tuple[str, str] | None:
    """Return words and address of a text that is one link."""
    match = _LINK.fullmatch(text)
    return (match["text"], match["url"]) if match else None


def has_label(section: str, text: str) -> bool:
    """Whether a nested line begins with a label that the items of a section have."""
    label = text.partition(":")[0].strip()
    return ":" in text and any(label == known.label for known in grammar.ITEM_LABELS.get(section, ()))


def is_value(line: str) -> bool:
    """Whether a line is a labelled value of some item."""
    match = NESTED.fullmatch(line)
    return match is not None and any(has_label(section, match["text"]) for section in grammar.ITEM_LABELS)


def is_surely_item(section: str, text: str, mark: str | None) -> bool:
    """Whether a list item, with this text and mark, is one of the section's wherever it stands."""
    if section == "corrections":
        return bool(_DAY.match(text))
    if section == "sides":
        return text.partition(":")[0].strip() in grammar.SIDES
    return mark is not None


def is_section(comment: str) -> bool:
    """Whether a comment is one that a section begins with."""
    match = SECTION.fullmatch(comment)
    return match is not None and match["name"].lower() in grammar.HEADINGS


def near_section(name: str, form: str | None) -> str | None:
    """Return the comment that was probably meant; None where it is none of a section."""
    close_enough = 0.75  # of difflib
    if name in grammar.HEADINGS:
        near = difflib.get_close_matches(form or "", FORMS, 1, close_enough)
        return f"{name} {near[0]}" if near else None
    near = difflib.get_close_matches(name, grammar.HEADINGS, 1, close_enough)
    return near[0] if near and (form is None or form in FORMS) else None


def cells_of(line: str) -> str:
    """Return what stands between the first and the last bar of a table's row."""
    cells = line.strip().removeprefix("|")
    return (cells if cells.endswith("\\|") else cells.removesuffix("|")).strip()


def find_rows(rows: Sequence[str], *, later: bool, own: bool) -> list[int] | None:
    """Return which lines of a table are rows of facts; None where the table is an editor's.

    :param later: whether rows of facts stand before it
    :param own: whether an editor's text stands before it
    """
    has_rule = len(rows) > 1 and _FILLER.fullmatch(rows[1]) is not None
    heads = [cell.strip() for cell in cells_of(rows[0]).split("|")] if has_rule else []
    body = [i for i, row in enumerate(rows) if not (_FILLER.fullmatch(row) or (heads and i == 0))]
    known = any(cells_of(rows[i]).partition("|")[0].strip() in grammar.FACT_LABELS for i in body)
    if has_rule and (len(heads) != 2 or (any(heads) and (later or not known))):  # noqa: PLR2004 - label and value
        return None
    return body if known or not own or not body else None
