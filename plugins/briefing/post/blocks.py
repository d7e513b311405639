"""The text of a post, taken apart into lines, and these into front matter and body."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.post.body import read_body
from briefing.post.escaping import find_control
from briefing.post.frontmatter import read_front_matter
from briefing.post.parts import Blocks
from briefing.post.problems import Problems


def decode(content: bytes, name: str) -> str:
    """Return the text of a post's file.

    :raises PostError: if it is not UTF-8
    """
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        problems = Problems(name)
        found = " ".join(f"{byte:02X}" for byte in content[error.start : error.end])
        problems.add(content.count(b"\n", 0, error.start) + 1, "text in UTF-8", f"the byte {found}")
        raise problems.error() from None


def take_apart(text: str, problems: Problems) -> Blocks:
    """Take the text of a post apart; what is wrong is noted in ``problems``."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    _check_characters(lines, problems)
    front, start = read_front_matter(lines, problems)
    remarks = [line.rstrip() for line in lines[1:start] if line.startswith("#")]
    return read_body(lines, start, Blocks(front, remarks), problems)


def _check_characters(lines: Sequence[str], problems: Problems) -> None:
    if all(map(str.isprintable, lines)):  # as in most posts
        return
    for number, line in enumerate(lines, 1):
        control = find_control(line)
        if control:
            problems.add(number, "text without control characters", f"U+{ord(control):04X}")
