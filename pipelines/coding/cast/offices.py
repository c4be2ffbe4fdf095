"""Offices as the cast compares them: which is higher, which title may mean which office.

What does not belong here: reading a title (`recognize.people`); whose the office is (`countries`).
"""
import re
from functools import cache, lru_cache

from pipelines.lexicon.countries import is_state
from pipelines.lexicon.loader import read_tsv, split_cell

ORDER = (
    "head_of_state", "head_of_government", "deputy_head_of_government", "minister_foreign", "minister_defense", "minister",
    "deputy_minister", "speaker_of_parliament", "member_of_parliament", "ambassador", "diplomat", "chief_of_defense",
    "military_officer", "official", "subnational_official", "head_of_organization", "civil_society", "royal_or_spouse", "unknown",
)  # codebook, "Participants": of two offices the higher counts
_RANK = {office: rank for rank, office in enumerate(ORDER)}

SEATS = frozenset({
    "head_of_state", "head_of_government", "minister_foreign", "minister_defense", "speaker_of_parliament", "chief_of_defense",
})
"""Offices that one person of a country holds at a time."""

TITLES = 4096  # whose meaning is remembered: a text repeats few

OF_STATES = frozenset({
    "head_of_state", "head_of_government", "deputy_head_of_government", "minister_foreign", "minister_defense", "minister",
    "deputy_minister",
})
"""Offices that organizations of states do not have ("As for Mercosur, Minister X")."""

PLURAL_TITLE = re.compile(r"\b(?:ministers|presidents|secretaries|directors|chiefs|ambassadors|heads|speakers|governors|mayors)\b", re.I)

_VAGUE = frozenset({"unknown", "official", "civil_society", "military_officer", "royal_or_spouse", "head_of_organization"})


def higher(offices: list[str]) -> str | None:
    """The highest of some offices in the order of the codebook; None of none."""
    return min(offices, key=lambda office: _RANK.get(office, len(ORDER)), default=None)


@cache
def _kin() -> dict[str, tuple[str, ...]]:
    return {row["title"]: split_cell(row["means"]) for row in read_tsv("office_kin.tsv")}


def fit(said: str | None, held: str | None) -> float:
    """How well a title in a mention fits an office held: 1 the same, 0 < x < 1 it may mean it, 0 it does not."""
    if said == held:
        return 1.0
    kin = _kin().get(said or "", ())
    return 0.9 - 0.1 * kin.index(held) if held in kin else 0.0


_PORTFOLIOS = (
    ("minister_foreign", re.compile(r"\b(?:foreign|external)(?! trade)\b", re.I)),
    ("minister_defense", re.compile(r"\bdefen[cs]e\b", re.I)),
    ("minister", re.compile(r"(?<!prime )\bminister\b(?! president)", re.I)),
)


def counterpart_office(office: str | None, title: str | None) -> str | None:
    """The office of somebody's counterpart: the same, but of a deputy premier with a portfolio that of the portfolio."""
    if office != "deputy_head_of_government":
        return office
    return next((held for held, pattern in _PORTFOLIOS if pattern.search(title or "")), office)


def seats(office: str | None, title: str | None) -> set[str]:
    """All seats that somebody's titles fill: a deputy premier may be the foreign minister, too."""
    return ({office, counterpart_office(office, title)} - {None}) & SEATS  # type: ignore[return-value]


def clash(a: str | None, b: str | None) -> bool:
    """Two offices of which one person, in one text, would hardly be given both."""
    if a is None or b is None or a in _VAGUE or b in _VAGUE:
        return False
    return not (fit(a, b) or fit(b, a))


@cache
def _governments() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    return {row["code"]: (frozenset(split_cell(row["titles"])), split_cell(row["cabinet"])) for row in read_tsv("governments.tsv")}


_TITLES = (
    ("vice president", re.compile(r"\bvice[- ]president", re.I)),
    ("governor-general", re.compile(r"\bgovernor[- ]general", re.I)),
    ("prime minister", re.compile(r"\b(?:prime minister|premier|pm)\b", re.I)),
    ("chancellor", re.compile(r"\bchancellor\b", re.I)),
    ("monarch", re.compile(r"\b(?:king|queen|emir|amir|sultan|grand duke|prince|princess|emperor|empress)\b", re.I)),
    ("secretary", re.compile(r"\bsecretary\b", re.I)),
    ("minister", re.compile(r"\bminister\b", re.I)),
    ("president", re.compile(r"\bpresident\b", re.I)),
)


@lru_cache(maxsize=TITLES)
def title_kind(title: str | None) -> str | None:
    """Which of the titles that states differ in the words contain: president, prime minister, monarch …"""
    return next((name for name, pattern in _TITLES if pattern.search(title or "")), None)


@lru_cache(maxsize=TITLES)
def title_kinds(title: str | None) -> frozenset[str]:
    """The same of every title in "Crown Prince and Prime Minister"."""
    return frozenset(kind for part in (title or "").split(" and ") if (kind := title_kind(part)))


_SOVEREIGN = re.compile(r"\b(?:king|queen|emir|amir|sultan|grand duke|emperor|empress)\b(?! consort)", re.I)


def sovereign(title: str | None) -> bool:
    """A monarch who reigns, of whom a state has one; not a prince."""
    return _SOVEREIGN.search(title or "") is not None


_TOP = frozenset({"head_of_state", "head_of_government", "deputy_head_of_government", "royal_or_spouse"})


def possible_in(country: str, office: str | None, title: str | None) -> bool:
    """Whether a state has such a title at all: the USA no prime minister and no ministers, Australia no president."""
    known = _governments().get(country)
    kind = title_kind(title)
    if known is None or kind is None:
        return True
    titles, cabinet = known
    if kind in ("secretary", "minister"):
        return kind in cabinet or (kind == "secretary" and office not in ("minister", "minister_foreign", "minister_defense"))
    return kind in titles if office in _TOP or office is None else True


def reigns_in(country: str) -> bool:
    """Has the state a monarch of its own, at home there?"""
    titles, _ = _governments().get(country, (frozenset(), ()))
    return "monarch" in titles and "governor-general" not in titles


def chief_office(country: str) -> str:
    """Whose voice a government's "I" is: the prime minister's where there is one, else the president's."""
    titles, _ = _governments().get(country, (frozenset(), ()))
    return "head_of_government" if "prime minister" in titles else "head_of_state"


@cache
def _implied(courtesy: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [row for row in read_tsv("implied_countries.tsv") if (row["courtesy"] == "x") is courtesy]
    return tuple((re.compile(rf"(?<![\w-]){re.escape(row['phrase'])}(?!\w){_ends(row['country'])}", re.I), row["country"]) for row in rows)


def _ends(country: str) -> str:
    """What must not follow: a Secretary of State for something is none of the United States, a Commissioner for something is of the EU."""
    return r"(?!\s+(?:for|in)\b)" if is_state(country) else ""


@lru_cache(maxsize=TITLES)
def implied_country(*titles: str | None, courtesy: bool = False) -> str | None:
    """The state whose title or institution this is ("Secretary of Defense"), or whose form of address ("Shri")."""
    return next((country for title in titles if title for pattern, country in _implied(courtesy) if pattern.search(title)), None)


def portfolio(title: str | None) -> str | None:
    """`Minister of Mines` -> `of mines`: what one minister of a state has alone; None of a bare "Minister"."""
    _, found, rest = (title or "").lower().partition("minister")
    return " ".join(rest.split()) or None if found else None
