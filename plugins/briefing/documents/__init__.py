"""Documents: a saved page in, its numbered lines out, without what tells about the person who saved it.

Other text never sees the file: kinds and facts work on :class:`~briefing.documents.lines.Line` alone.
"""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.documents import privacy
from briefing.documents.decode import declared_encoding, decode
from briefing.documents.lines import Line, number_lines
from briefing.files import HTML_SUFFIXES, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.documents.tree import Page

_ARCHIVE_SUFFIXES = frozenset({".mhtml", ".mht"})
_WEB_SUFFIXES = HTML_SUFFIXES | _ARCHIVE_SUFFIXES
_HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html)\b", re.IGNORECASE)  # under any name


class DocumentError(Exception):
    """A file is no document that can be read; the message is the reason, for an editor."""


@dataclass(frozen=True)
class Document:
    """A document's text.

    ``lines`` are the lines that are kept and not blank, with the numbers they have in the whole text.
    ``private`` are the texts of the dropped lines, and hosts of proxies; they are needed to recognise them in file
    names and must not be shown anywhere. ``sha256`` is that of the file's bytes, in hexadecimal digits. ``page`` is the
    tree of a web page; what a kind takes from it must stand in ``lines``, which have no private ones.
    """

    lines: tuple[Line, ...]
    private: tuple[str, ...] = ()
    sha256: str = ""
    page: Page | None = None

    @property
    def shown_lines(self) -> tuple[Line, ...]:
        """The lines that a reader of the page sees: all but a web page's markup."""
        return tuple(line for line in self.lines if not line.markup) if self.page else self.lines

    @cached_property
    def is_markdown(self) -> bool:
        """Whether the lines are Markdown, by what they say."""
        from briefing.documents import markdown  # noqa: PLC0415 - as below

        return markdown.is_markdown(self.lines)

    @property
    def cleaned_text(self) -> str:
        """The kept lines, each ended by a line feed: what a story's id is made from."""
        return "\n".join([*[line.text for line in self.lines], ""])


def read(path: Path, max_bytes: int) -> Document:
    """Read a file as a document.

    :param path: a text, Markdown or HTML file, or an archive of a web page (MHTML); which is told by its suffix, and
        HTML by its beginning too
    :param max_bytes: size in bytes above which a file is refused unread
    :raises DocumentError: if it is no regular file, too large, empty or not text
    :raises OSError: if it cannot be read
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # a named pipe would be waited for without end
        message = "is no file that can be read"
        raise DocumentError(message)
    size = status.st_size
    if size > max_bytes:
        message = f"is {size:,} bytes large; DOCUMENT_MAX_BYTES allows {max_bytes:,}"
        raise DocumentError(message)
    data = read_bytes(path)
    suffix = path.suffix.lower()
    is_web_page = suffix in _WEB_SUFFIXES or bool(_HTML_START.match(data))
    page, lines = _draw_page(data, suffix) if is_web_page else (None, number_lines(_decode(data)))
    if not lines:
        message = "is empty"
        raise DocumentError(message)
    kept, private = privacy.drop_private(lines)
    private += page.proxies if page else ()
    return Document(kept, private, hashlib.sha256(data).hexdigest(), page)


def _draw_page(data: bytes, suffix: str) -> tuple[Page, tuple[Line, ...]]:
    """Return the tree of a web page, and its lines.

    :raises DocumentError: if it is not text, or an archive without a page
    """
    # Imported here, since what has no web page to read should start at once.
    from briefing.documents import html  # noqa: PLC0415
    from briefing.documents.mhtml import read_archive  # noqa: PLC0415

    address, declared = "", None
    if suffix in _ARCHIVE_SUFFIXES:
        archived = read_archive(data)
        if archived is None:
            message = "is an archive with no web page in it"
            raise DocumentError(message)
        data, declared, address = archived.html, archived.encoding, archived.address
    page = html.read_page(_decode(data, declared or declared_encoding(data)), address)
    return page, page.lines


def _decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file.

    :param declared: the encoding that it is said to have
    :raises DocumentError: if it is not text
    """
    text = decode(data, declared)
    if text is None:
        message = "is not text"
        raise DocumentError(message)
    return text


def digest(path: Path, max_bytes: int) -> str:
    """Return the SHA-256 that :func:`read` gives a file, in hexadecimal digits; empty if that would not read it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > max_bytes:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
