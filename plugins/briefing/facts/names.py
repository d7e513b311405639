"""Names of people and bodies as English texts capitalise them, and the words around them that tell roles."""

from __future__ import annotations

import re

# Title words that stand before a name. A journalist's list; lower-case forms are matched too.
_TITLES = (
    "Ambassador", "Archbishop", "Attorney General", "Bishop", "Captain", "Chairman", "Chairwoman", "Chancellor", "Chief",
    "Chief Executive", "Colonel", "Commissioner", "Congressman", "Congresswoman", "Councillor", "Dean", "Deputy",
    "Director", "Dr.", "Dr", "General", "Governor", "Judge", "Justice", "King", "Lieutenant", "Mayor", "Minister",
    "Officer", "Police Chief", "Pope", "Premier", "President", "Prime Minister", "Prince", "Princess", "Professor",
    "Queen", "Rabbi", "Representative", "Secretary", "Senator", "Sergeant", "Sheriff", "Speaker", "Spokesman",
    "Spokesperson", "Spokeswoman", "Superintendent", "Vice President",
)  # fmt: skip

_ROLE_NOUNS = (
    "adviser", "advisor", "ambassador", "analyst", "attorney", "author", "biologist", "captain", "CEO", "CFO", "chair",
    "chairman", "chairperson", "chairwoman", "chancellor", "chief", "coach", "commissioner", "COO", "co-founder",
    "coordinator", "councillor", "CTO", "dean", "deputy", "director", "economist", "editor", "engineer", "executive",
    "farmer", "founder", "geologist", "governor", "head", "judge", "lawyer", "leader", "lecturer", "manager", "mayor",
    "member", "minister", "officer", "official", "organiser", "organizer", "owner", "physician", "premier", "president",
    "principal", "professor", "representative", "researcher", "resident", "scientist", "secretary", "senator", "sheriff",
    "skipper", "spokesman", "spokesperson", "spokeswoman", "superintendent", "surgeon", "teacher", "treasurer", "warden",
)  # fmt: skip

_SPEECH = (
    "acknowledged", "added", "admitted", "announced", "argued", "asked", "asserted", "claimed", "commented", "confirmed",
    "declared", "explained", "insisted", "noted", "promised", "remarked", "replied", "reported", "said", "says", "stated",
    "stressed", "suggested", "testified", "told", "urged", "vowed", "warned", "wrote",
)  # fmt: skip

# Words that begin a sentence with a capital and are no name.
NO_NAMES = frozenset(
    """
    A After All Also Although An And Another Any As At Because Before Both But By Critics Despite During Each Earlier
    Even Every Experts Few For From Government He Her Here His How However I If In Investigators It Its Last Later Local
    Many May Meanwhile More Most Mr Mrs Ms My Neither New No Nobody None Nor Not Now Of Officials On Once One Only Or
    Organisers Organizers Other Others Our Over People Police Residents She Since So Some Sources Still Such Supporters
    That The Their Then There These They This Those Though Through To Today Tomorrow Two Under Until Up We What When
    Where Whether Which While Who Why With Without Witnesses Yesterday You Your
    """.split()
) | {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "June", "July", "August", "September", "October", "November", "December",
}  # fmt: skip

# A capitalised word: letters with inner hyphens, apostrophes and full stops of initials.
WORD = r"(?:[^\W\d_a-zß-öø-ÿ](?:\.(?=\s?[^\W\d_a-z])|[\w’'‑-]*\w)?)"  # noqa: RUF001 - these are the characters texts use
PARTICLE = r"(?:al|bin|da|de|del|der|di|dos|du|el|ibn|la|le|ten|van|von)"
NAME = rf"{WORD}(?:[ \u00a0](?:{PARTICLE}[ \u00a0])?{WORD}){{0,4}}"
FULL_NAME = rf"{WORD}(?:[ \u00a0](?:{PARTICLE}[ \u00a0])?{WORD}){{1,4}}"
SPEECH = rf"(?:told(?: [\w’'-]+){{1,5}}|{'|'.join(_SPEECH)})"  # noqa: RUF001
ROLE_NOUN = rf"(?i:{'|'.join(_ROLE_NOUNS)})"
ROLE = rf"(?=[^,;:]*\b{ROLE_NOUN}\b)[^,;:\"“”]{{2,80}}"

_TITLED = re.compile(rf"(?P<role>(?:{WORD} ){{0,2}}(?:{'|'.join(map(re.escape, _TITLES))})) (?P<name>{FULL_NAME})")


def split_title(name: str) -> tuple[str | None, str]:
    """Return the title in front of a name, if there is one, and the name: "Senator", "Ada Quist"."""
    match = _TITLED.fullmatch(name)
    return (match["role"], match["name"]) if match else (None, name)


def is_name(text: str, *, begins_sentence: bool) -> bool:
    """Return whether capitalised words are a name, as far as their capitals can tell.

    One word at the beginning of a sentence is not enough: every sentence begins with a capital.
    """
    words = text.split()
    if words[0] in NO_NAMES:
        return False
    return len(words) > 1 or not begins_sentence
