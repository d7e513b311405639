"""Names of people and bodies as English texts capitalise them, and the words around them that tell roles."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Title words that stand before a name. A journalist's list; lower-case forms are matched too.
_TITLES = (
    "Ambassador", "Archbishop", "Attorney General", "Bishop", "Captain", "Chairman", "Chairwoman", "Chancellor",
    "Chief", "Chief Executive", "CEO", "CFO", "COO", "CTO", "Colonel", "Commissioner", "Congressman",
    "Congresswoman", "Councillor", "Dean", "Deputy", "Director", "Dr.", "Dr", "General", "Governor", "Judge",
    "Justice", "King", "Lieutenant", "Mayor", "Minister", "Officer", "Police Chief", "Pope", "Premier", "President",
    "Prime Minister", "Prince", "Princess", "Professor", "Queen", "Rabbi", "Representative", "Secretary", "Senator",
    "Sergeant", "Sheriff", "Speaker", "Spokesman", "Spokesperson", "Spokeswoman", "Superintendent",
    "Vice President",
)  # fmt: skip

_ROLE_NOUNS = (
    "activist", "adviser", "advisor", "ambassador", "analyst", "astronomer", "attorney", "author", "baker",
    "biologist", "campaigner", "captain", "CEO", "CFO", "chair", "chairman", "chairperson", "chairwoman",
    "chancellor", "chief", "co-founder", "coach", "columnist", "commander", "commissioner", "consultant", "COO",
    "coordinator", "correspondent", "councillor", "councilman", "councilwoman", "counsel", "CTO", "curator", "dean",
    "deputy", "director", "director-general", "doctor", "driver", "economist", "editor", "editor-in-chief",
    "engineer", "epidemiologist", "executive", "expert", "farmer", "fellow", "firefighter", "fisher", "fisherman",
    "founder", "geologist", "governor", "head", "historian", "investigator", "journalist", "judge", "keeper",
    "lawmaker", "lawyer", "leader", "lecturer", "librarian", "manager", "mayor", "member", "midwife", "minister",
    "nurse", "officer", "official", "organiser", "organizer", "owner", "paramedic", "partner", "pastor",
    "physician", "pilot", "premier", "president", "priest", "principal", "professor", "prosecutor", "psychologist",
    "ranger", "reporter", "representative", "researcher", "resident", "scientist", "secretary", "secretary-general",
    "senator", "sheriff", "skipper", "specialist", "spokesman", "spokesperson", "spokeswoman", "strategist",
    "student", "superintendent", "surgeon", "teacher", "treasurer", "trustee", "veterinarian", "virologist",
    "volunteer", "warden", "writer",
)  # fmt: skip

_SPEECH = (
    "acknowledged", "added", "admitted", "announced", "argued", "asked", "asserted", "claimed", "commented",
    "confirmed", "declared", "explained", "insisted", "noted", "promised", "remarked", "replied", "reported",
    "said", "says", "stated", "stressed", "suggested", "testified", "told", "urged", "vowed", "warned", "wrote",
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
    """.split()  # noqa: SIM905 - a vocabulary is read as text
) | {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "June", "July", "August", "September", "October", "November", "December",
}  # fmt: skip

# Words of the names of bodies: a name with one of them is no person's.
_BODIES = frozenset(
    """
    AG Agency Alliance Assembly Association Authority Bank Board Broadcasting Bulletin Bureau Center Centre
    Chronicle Church Clinic Club College Commission Committee Company Congress Corp Corporation Council Courier
    Court Daily Department Examiner Federation Ferries FM Foods Force Foundation Gazette GmbH Group Herald Hospital
    House Inc Industries Institute International Journal Labs League Library Limited Ltd Magazine Media Ministerium
    Ministry Museum Network News Office Organisation Organization Parliament Partners Party Police Post Press Radio
    Redaktion School Senate Service Services Society Staff Stiftung Systems Team Technologies Telegraph Times
    Tribune Trust TV Union United University Verband Verlag Weekly
    """.split()  # noqa: SIM905 - a vocabulary is read as text
)

# A capitalised word: letters with inner hyphens, apostrophes and full stops of initials. Its length and that of all
# below is bounded, so that a hostile text costs no more time than its length.
_CASES = {"i": "iIİı", "k": "kK\u212a", "s": "sSſ"}  # noqa: RUF001 - letters that have more than two
_INNER = r"[\w’'‑-]"  # noqa: RUF001 - these are the characters texts use
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_AFTER_CAPITAL = rf"(?:\.(?=\s?[^\W\d_a-z])|{_INNER}{{0,40}}\w)?"
WORD = rf"(?:{_CAPITAL}{_AFTER_CAPITAL})"
# A word that none goes on in: that is asked where there is a capital, of which a text has few.
FIRST_WORD = rf"(?:{_CAPITAL}(?<!\w{_CAPITAL}){_AFTER_CAPITAL})"
_PARTICLE = r"(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|van|von)"
_NEXT_WORD = rf"[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{WORD}"
NAME = rf"{WORD}(?:{_NEXT_WORD}){{0,4}}"
FULL_NAME = rf"{WORD}(?:{_NEXT_WORD}){{1,4}}"
WHOLE_FULL_NAME = rf"{FIRST_WORD}(?:{_NEXT_WORD}){{1,4}}"  # from the beginning of a word
SPEECH = rf"(?:told(?: {_INNER}{{1,40}}){{1,5}}|{'|'.join(_SPEECH)})"


def _in_any_case(words: Sequence[str]) -> str:
    """Return a pattern of words in small or capital letters, by their first letters: so few are tried at each place."""
    firsts = dict.fromkeys(word[0].lower() for word in words)
    rests = {first: "|".join(word[1:] for word in words if word[0].lower() == first) for first in firsts}
    groups = (f"[{_CASES.get(first, first + first.upper())}](?i:{rest})" for first, rest in rests.items())
    return f"(?:{'|'.join(groups)})"


# A role: its noun with the words that belong before it, and what it is a role of or at. Words of a clause before the
# noun make the noun somebody else's: "led by president", "adding that the mayor".
_OF_A_CLAUSE = (
    r"(?:an?|and|as|at|but|by|for|from|her|him|his|in|is|it|its|of|on|or|that|the|their|them|to|was|were|which|who|whose"
    r"|with)\b"
)
ROLE_NOUN = rf"{_in_any_case(_ROLE_NOUNS)}\b(?: (?:emerita|emeritus|general)\b)?"
OWN_WORDS = rf"(?:(?:an?|her|his|its|the|their) )?(?:(?!{_OF_A_CLAUSE}){_INNER}{{1,40}} ){{0,4}}"
_WITHIN = r"(?:(?!(?<=[a-z]{3})\. )[^,;:\"“”])"  # the next sentence tells of something else
ROLE = rf"{OWN_WORDS}{ROLE_NOUN}(?: (?:and|at|for|from|in|of|on|to|who|with)\b{_WITHIN}{{1,80}})?"

# Titles that texts shorten: what follows the full stop is the name.
SHORT_TITLE = r"(?:Rep|Sen|Gov|Lt\. Gov|Gen|Lt|Col|Maj|Capt|Sgt|Rev|Prof|Dr)\."

_TITLE = f"(?:{'|'.join(map(re.escape, _TITLES))}) "
_BEFORE_NAME = re.compile(_TITLE)
_TITLED = re.compile(rf"(?P<role>(?:{WORD} ){{0,4}}{_TITLE[:-1]}) (?P<name>{FULL_NAME})")
_CAPITALISED_BEFORE = re.compile(r"(?:&|(?<![\w’'])[^\W\d_a-zß-öø-ÿ][\w’'&-]{0,40}[ \u00a0])$")  # noqa: RUF001
_PART_OF_TITLES = frozenset({"Government", "Local", "New", "Police"})


def has_title(text: str) -> bool:
    """Return whether a text has a title that can stand before a name; most have none, and this is told soon."""
    return _BEFORE_NAME.search(text) is not None


def is_whole(text: str, start: int) -> bool:
    """Return whether a name that begins at a place begins there: the word before it has no capital."""
    return not _CAPITALISED_BEFORE.search(text, max(0, start - 45), start)


def split_title(name: str) -> tuple[str | None, str]:
    """Return the title in front of a name, if there is one, and the name: "Senator", "Ada Quist"."""
    match = _TITLED.fullmatch(name) if has_title(name) else None
    return (strip_openers(match["role"]), match["name"]) if match else (None, name)


def strip_openers(title: str) -> str | None:
    """Return a title without the words that open its sentence ("But Mayor"); None where some are not told apart."""
    words = title.split()
    while words and words[0] in NO_NAMES - _PART_OF_TITLES:
        del words[0]
    known = all(word[0].isupper() for word in words[:-1])
    return " ".join(words) if words and known else None


def is_name(text: str, *, begins_sentence: bool) -> bool:
    """Return whether capitalised words are a name, as far as their capitals can tell.

    One word at the beginning of a sentence is not enough: every sentence begins with a capital. "Quist's" names
    what is Quist's.
    """
    words = text.split()
    if words[0] in NO_NAMES or not words[0][0].isupper() or re.search(r"['’]s?$", text):  # noqa: RUF001
        return False
    return len(words) > 1 or not begins_sentence


def is_person(name: str) -> bool:
    """Return whether a name can be a person's: one of several words, none of which belongs to a body's name."""
    return is_name(name, begins_sentence=False) and " " in name and not _BODIES.intersection(name.split())
