"""Documents: a saved page in, its numbered lines out, without what tells about the person who saved it.

Other text never sees the file: kinds and facts work on :class:`~briefing.documents.lines.Line` alone.
"""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.documents import html, privacy
from briefing.documents.decode import decode
from briefing.documents.lines import Line, number_lines

if TYPE_CHECKING:
    from pathlib import Path

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


class DocumentError(Exception):
    """A file is no document that can be read; the message is the reason, for an editor."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document's text.

    ``lines`` are the lines that are kept and not blank, with the numbers they have in the whole text.
    ``private`` are the texts of the dropped lines; they are needed to recognise them in file names and must
    not be shown anywhere. ``sha256`` is that of the file's bytes, in hexadecimal digits.
    """

    lines: tuple[Line, ...]
    private: tuple[str, ...] = ()
    sha256: str = ""
    is_html: bool = False

    @property
    def cleaned_text(self) -> str:
        """The kept lines, each ended by a line feed: what a story's id is made from."""
        return "".join(f"{line.text}\n" for line in self.lines)


def read(path: Path, max_bytes: int) -> Document:
    """Read a file as a document.

    :param path: a text, Markdown or HTML file; which of them is told by its suffix
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
    data = path.read_bytes()
    text = decode(data)
    if text is None:
        message = "is not text"
        raise DocumentError(message)
    is_html = path.suffix.lower() in HTML_SUFFIXES
    if is_html:
        text = html.draw_text(text)
    lines = number_lines(text)
    if not lines:
        message = "is empty"
        raise DocumentError(message)
    kept, private = privacy.drop_private(lines)
    return Document(kept, private, hashlib.sha256(data).hexdigest(), is_html)


def digest(path: Path, max_bytes: int) -> str:
    """Return the SHA-256 that :func:`read` gives a file, in hexadecimal digits; empty if that would not read it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > max_bytes:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
