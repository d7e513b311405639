"""What tells about the person who saved a page: found in its lines and in file names, and dropped.

Pages saved through a library name that library above the headline; saved files hold local paths, account
names and the hosts of proxies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.documents.lines import Line

_BANNER_START = re.compile(
    r"\W{0,5}(?:institutional access\W{0,5})?you are connecting from\b\W{0,5}(?P<who>.*)", re.IGNORECASE
)
_BANNER_END = re.compile(r"\bplease log ?in or register\b", re.IGNORECASE)
_LOST_BANNER = re.compile(r"\bplease log ?in or register to take advantage of your institution\b", re.IGNORECASE)
_BANNER_LINES = 6  # a banner longer than this has lost its end

_PRIVATE_LINE = re.compile(
    r"""
      \W{0,5}institutional\ access\W{0,5}$
    | (?:you(?:\ are|['’]re)\ )?(?:signed|logged)\ in\ as\b:?\s*(?P<account>\S+(?:\s\S+){0,3})$
    | (?P<address>[^\s@]+@[^\s@]+\.[^\s@]+)$
    | access\ (?:is\ )?provided\ (?:by|through)\b.*\b(?:college|institut\w+|librar\w+|school|universit\w+)\b
    """,  # noqa: RUF001 - the marks that texts use
    re.IGNORECASE | re.VERBOSE,
)
_PRIVATE_WORDS = re.compile(
    r"""
      \blibrary\ card\ (?:number|no\.?|\#)?:?\s*\d
    | \bfile:///
    | \b[a-z]:[\\/](?:users|documents\ and\ settings)[\\/](?P<windows_user>[^\\/]*)
    | (?:^|[\s"'(=:])(?:/[\w.-]+){0,3}/(?-i:home|Users)/(?P<user>[\w.-]+)
    | https?://(?:[^\s/]*@|0-)
    | https?://[^\s/]*\b\w*proxy\d*\b
    | https?://[^\s/?]+/login\?q?url=
    | (?<![\w-])[\w-]{0,63}(?:ezproxy|libproxy|openathens|remotexs|webvpn)[\w-]{0,63}\.\w
    | \bidm\.oclc\.
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What every one of these words, lines and banners holds, in lower case; to look for them first saves most of the time.
_SIGNS = ("library card", ":/", ":\\", "/home/", "/users/", "proxy", "openathens", "remotexs", "webvpn", "idm.oclc")
_SIGNS_OF_LINES = ("institutional access", "ed in as", "@", "access provided", "access is provided")
_SIGNS_OF_BANNERS = (b"you are connecting from", b"please log")
# Parts of some signs, each looked for once instead of all that have it.
_IN_BYTES = tuple(sign.encode() for sign in (*_SIGNS, *_SIGNS_OF_LINES))
_PARTS = {part: tuple(sign for sign in _IN_BYTES if part in sign) for part in (b"/", b"\\", b"access")}
_OTHER_SIGNS = tuple(sign for sign in _IN_BYTES if not any(part in sign for part in _PARTS))
_ACCOUNT_IN_NAME = re.compile(
    r"""
      [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | [\w.-]*(?:ezproxy|libproxy|openathens|remotexs|webvpn|\.proxy\.|idm\.oclc)[\w.-]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SIGNS_OF_NAMES = ("@", "proxy", "openathens", "remotexs", "webvpn", "idm.oclc")
_MASK = "private"
_LONGEST_WHO = 100  # characters: a longer text names nobody
_LONG_ENOUGH = 5  # letters: shorter names are parts of other words
# Words of institutions' names that name none by themselves.
_USUAL_WORDS = frozenset(
    """
    a and academy at branch central city college community consortium county district for free high institute library
    libraries library's memorial municipal national network of public region regional school state system the town
    university
    """.split()  # noqa: SIM905 - a vocabulary is read as text
)


def drop_private(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return the lines that may be shown, and the texts of those that may not."""
    # In bytes: to make letters small is much quicker where only those of ASCII are meant, as all in the signs are.
    whole = "\n".join([line.text for line in lines]).encode("utf-8", "surrogatepass").lower()
    likely = [sign for part, signs in _PARTS.items() if part in whole for sign in signs]
    signs = [sign.decode() for sign in (*likely, *_OTHER_SIGNS) if sign in whole]
    private = _banner_positions(lines) if any(sign in whole for sign in _SIGNS_OF_BANNERS) else set()
    if signs:
        private.update(index for index, line in enumerate(lines) if _find_private(line.text, signs))
    if not private:
        return tuple(lines), ()
    dropped = tuple(line.text for index, line in enumerate(lines) if index in private)
    # What a banner names may stand by itself elsewhere: as a logo's text, or in a menu.
    named = {_folded(name) for text in dropped for name in _names(text)} - {""}
    private.update(index for index, line in enumerate(lines) if named and _folded(line.text) in named)
    return tuple(line for index, line in enumerate(lines) if index not in private), dropped


def _find_private(text: str, signs: Sequence[str]) -> re.Match[str] | None:
    """Return what is private in a line; ``signs`` are those that it may have."""
    lower = text.lower()
    if not any(sign in lower for sign in signs):
        return None
    return _PRIVATE_WORDS.search(text) or _PRIVATE_LINE.match(text)


def _banner_positions(lines: Sequence[Line]) -> set[int]:
    found: set[int] = set()
    for index, line in enumerate(lines):
        start = _BANNER_START.match(line.text)
        if start:
            found.update(range(index, index + _banner_length(lines[index : index + _BANNER_LINES], start["who"])))
        elif index not in found and _LOST_BANNER.search(line.text):
            # What is left of a banner without its beginning: the institution's line ends in a comma.
            found.update({index - 1, index} if index and lines[index - 1].text.endswith(",") else {index})
    return found


def _banner_length(lines: Sequence[Line], institution: str) -> int:
    """Return how many lines a banner has; one that lost its end is its first line and the institution's."""
    for length, line in enumerate(lines, 1):
        if _BANNER_END.search(line.text):
            return length
    return 1 if institution else 2


def mask_name(name: str, private: Sequence[str]) -> str:
    """Return a file's name without what ``private`` lines or an account would tell.

    :param name: path below the documents folder, with ``/``
    """
    for who in dict.fromkeys(who for text in private for who in _names(text)):
        words = re.findall(r"\w+", who)
        telling = [word for word in words if word.lower() not in _USUAL_WORDS]
        if sum(map(len, telling)) >= _LONG_ENOUGH:
            for shorter in (words, telling):
                name = re.sub(r"[\W_]*".join(map(re.escape, shorter)), _MASK, name, flags=re.IGNORECASE)
    lower = name.lower()
    may_tell = not name.isascii() or any(sign in lower for sign in _SIGNS_OF_NAMES)
    return _ACCOUNT_IN_NAME.sub(_MASK, name) if may_tell else name


def _names(text: str) -> Iterator[str]:
    """Yield whom a private line names: the institution of a banner, an account, an address, a path's user."""
    start = _BANNER_START.match(text)
    if start:
        text = start["who"]
    end = _BANNER_END.search(text)
    if end:
        text = text[: end.start()]
    match = _find_private(text, (*_SIGNS, *_SIGNS_OF_LINES))
    names = [name for name in match.groupdict().values() if name] if match else [text]
    yield from (name for name in names if 0 < len(name) <= _LONGEST_WHO)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower())) if len(text) <= _LONGEST_WHO else ""
