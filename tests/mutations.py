"""Documents as no editor would save them: cut, mixed up, damaged, or with texts that programs treat in some way."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.briefing.strategies import SPECIAL

_LONGEST = 400_000  # bytes: documents that are glued to others again and again grow without end
_MOST_EDITS = 4
_SUFFIXES = (".txt", ".md", ".html", ".htm", ".xhtml", ".mhtml", "")

# What is dangerous in HTML, and what web pages say of themselves.
_MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<iframe src='//h.example'>", "<a href='javascript:alert(1)'>a</a>", "[a](javascript:alert(1))",
    '"><b onclick="x">', "' onmouseover='x", "<!--", "-->", "<![CDATA[", "]]>", "<style>*{display:none}</style>",
    "<p hidden>", "<template>", "</div></section>", "<h1>", "<base href='https://h.example/'>", "&lt;script&gt;",
    "&#60;b&#62;", "&quot;", "{{ 7 * 7 }}", "{% raw %}", "${x}", '<time datetime="2026-06-02T09:00:00Z">',
    '<time datetime="2026-06-02&quot; onload=&quot;x">', "<time datetime=''>",
    '<meta property="article:published_time" content="2026-13-45T99:99:99Z">',
    '<meta name="author" content="<b>A</b>">',
    '<meta property="og:title" content="&lt;b&gt;Ships&lt;/b&gt; are back">', '<html lang="x-klingon&quot;">',
    '<link rel="canonical" href="javascript:alert(1)">',
    '<link rel="canonical" href="https://a.example/&quot;onload=x">',
    '<link rel="canonical" href="https://www-ground-news.proxy.college.example/article/a">',
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "<b>A</b>", "datePublished": 3}</script>',
    '<script type="application/ld+json">{"@type": ["NewsArticle"], "author": [{"name": ["A", {}]}]</script>',
    '<a href="https://h.example/" onclick="x">', '<a href="https://[::1">', "<div style='width:27%'></div>",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a",
)  # fmt: skip
# What pages of Ground News and articles say, and what is nearly that.
_LABELS = (
    "Bias Distribution", "Coverage Details", "Similar News Topics", "Read Full Article", "Read Full ArticleX",
    "Ownership", "Factuality", "Info Icon", "18 Articles", "0 Articles", "1,234 Articles", "١٨ Articles",
    "1,2 Articles", "All", "Left", "Center", "Right", "3", "1,024", "57% of the sources are Center",
    "157% of the sources lean Left", "57% Center", "L 5%", "57.5% of the sources are Center", "C 101%",
    "50% Left, 50% Right", "Total News Sources5", "Leaning Left12",
    "Leaning Left1Leaning Right02Center5,5Last Updated", "Insights by Ground AI", "Summary by X", "Reposted by",
    "abab", "+2 Reposted by 2 other sources", "·A, B", "·", "- ", "* x", "•• y",
    "CNN broke the news in A on Monday, June 2, 2026.", "CNN broke the news in on Monday, June 31, 2026.",
    "CNN broke the news i", "Published June 2, 2026", "cut...", "…",
    "To view factuality data please Upgrade to Premium", "Sources are mostly out of A (3)", "By Ann Tolland", "By",
    "“a b c,” said Ann Tolland, mayor of A.", 'Ann Tolland, mayor, said "a b c', "»a b c« `d e f`",
    "5-10% of $5 to $6 million", "institutional access", "You are connecting from", "please login or register",
    "On June 2, 2026 and 3 May 1903", "PORT ELLIS, JUN 2 — Ships are back.", "https://a.example/b?c=<d>&e='f'",
    "/home/ada/a",
)  # fmt: skip
_CONTROLS = (
    "\0",
    "\x07",
    "\x1b[31m",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ufffe",
    "\r",
    "\x0c",
    "\t",
)
_PIECES = (*_MARKUP, *_LABELS, *SPECIAL, *_CONTROLS)


@dataclass(frozen=True, slots=True)
class Sample:
    """A file as it could stand among the documents: its bytes and its suffix."""

    data: bytes
    suffix: str


def mutate(chance: random.Random, samples: Sequence[Sample]) -> Sample:
    """Return one of the samples, changed in up to four ways."""
    sample = chance.choice(samples)
    data, suffix = sample.data, sample.suffix
    for edit in chance.choices(_EDITS, k=chance.randint(0, _MOST_EDITS)):
        data = edit(chance, data, samples)[:_LONGEST]
    if chance.random() < 1 / 10:
        suffix = chance.choice(_SUFFIXES)
    return Sample(data, suffix)


Edit = Callable[[random.Random, bytes, Sequence[Sample]], bytes]


def _of_text(change: Callable[[random.Random, str], str]) -> Edit:
    def edit(chance: random.Random, data: bytes, _: Sequence[Sample]) -> bytes:
        return change(chance, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")

    return edit


def _of_lines(change: Callable[[random.Random, list[str]], list[str]]) -> Edit:
    def edit(chance: random.Random, text: str) -> str:
        return "\n".join(change(chance, text.split("\n")))

    return _of_text(edit)


def _cut(chance: random.Random, data: bytes, _: Sequence[Sample]) -> bytes:
    return data[: chance.randint(0, len(data))]


def _behead(chance: random.Random, data: bytes, _: Sequence[Sample]) -> bytes:
    return data[chance.randint(0, len(data)) :]


def _flip(chance: random.Random, data: bytes, _: Sequence[Sample]) -> bytes:
    flipped = bytearray(data)
    for _number in range(chance.randint(1, 8) if flipped else 0):
        flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    return bytes(flipped)


def _glue(chance: random.Random, data: bytes, samples: Sequence[Sample]) -> bytes:
    at = chance.choice((0, len(data), chance.randint(0, len(data))))
    return data[:at] + chance.choice(samples).data + data[at:]


def _reencode(chance: random.Random, data: bytes, _: Sequence[Sample]) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding = chance.choice(
        ("latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "shift_jis", "mojibake")
    )
    if encoding == "mojibake":
        return text.encode().decode("latin-1").encode()
    return text.encode(encoding, "replace")


def _end_lines(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", " ", "\n \t")))


def _insert(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_PIECES) + text[at:]
    return text


def _repeat(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    piece = chance.choice((*_PIECES, text[at : at + 40])) or " "
    return text[:at] + piece * (chance.choice((20, 2_000, 20_000)) // len(piece)) + text[at:]


def _renumber(chance: random.Random, text: str) -> str:
    numbers = ("0", "1", "17", "57", "101", "1,234", "2026", "007", "99999999999999999999", "5.7", "\u0665")
    return re.sub(r"\d+", lambda number: chance.choice(numbers) if chance.random() < 1 / 4 else number[0], text)


def _as_web_page(_: random.Random, text: str) -> str:
    return "<html><body>" + "".join(f"<p>{escape(line)}</p>" for line in text.split("\n")) + "</body></html>"


def _shuffle(chance: random.Random, lines: list[str]) -> list[str]:
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.choice((3, 10, len(lines)))]
    return [*lines[:start], *chance.sample(some, len(some)), *lines[start + len(some) :]]


def _double(chance: random.Random, lines: list[str]) -> list[str]:
    start, count = chance.randrange(len(lines)), chance.choice((1, 1, 5, 20))
    return [*lines[: start + count], *lines[start:]]


def _drop(chance: random.Random, lines: list[str]) -> list[str]:
    start, count = chance.randrange(len(lines)), chance.choice((1, 1, 5, 20))
    return [*lines[:start], *lines[start + count :]]


def _insert_lines(chance: random.Random, lines: list[str]) -> list[str]:
    for _ in range(chance.randint(1, 6)):
        lines.insert(chance.randint(0, len(lines)), chance.choice(_PIECES))
    return lines


_EDITS: tuple[Edit, ...] = (
    _cut,
    _behead,
    _flip,
    _glue,
    _reencode,
    *map(_of_text, (_end_lines, _insert, _repeat, _renumber, _as_web_page)),
    *map(_of_lines, (_shuffle, _double, _drop, _insert_lines)),
)


def read_samples(folders: Sequence[Path]) -> list[Sample]:
    """Return the files below folders that can be documents, in the order of their names."""
    paths = sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file()
    )
    return [Sample(path.read_bytes(), path.suffix) for path in paths]
