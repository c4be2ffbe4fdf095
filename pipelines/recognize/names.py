"""Are two names the same person's? Comparison of personal names across spellings, initials and transliterations.

What belongs here: names as strings. What does not: finding them in a text (`recognize.people`), and deciding between
people of one surname by office or country (`coding.cast`, `link`). All spelling knowledge is in `lexicon/name_*.tsv`.

>>> similarity("Z.Hasanov", "Colonel General Zakir Hasanov")
0.85
>>> similarity("Eldar Hasanov", "Zakir Hasanov")
0.0
"""
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from pipelines.lexicon.loader import read_tsv, split_cell

SAME = 0.8  # from here on the names themselves say "one person"
POSSIBLE = 0.55  # from here on they do if office, country or context agree: one of the names is a single word

_TOKEN = re.compile(r"[^\W\d_]++(?:[’'ʼ`‘][^\W\d_]++)*+\.?")
_FUZZY = 0.82  # ratio of common letters below which two folded tokens are two names
_SHORTEST_FUZZY = 4  # shorter tokens must be equal
_TURKIC_J = {"c", "i"}  # Turkish and Azerbaijani c is written j abroad, which the folds make i
_LONGEST = 120  # characters read of a name; what is longer is no name


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready for comparison: folded tokens in order; an initial is the folded letters before its dot."""

    tokens: tuple[str, ...]
    initials: tuple[bool, ...]  # which tokens are initials
    joined: str

    @property
    def full(self) -> tuple[str, ...]:
        return tuple(token for token, initial in zip(self.tokens, self.initials, strict=True) if not initial)


@cache
def _folds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["replacement"]) for row in read_tsv("name_folds.tsv"))


@cache
def _letters() -> dict[int, str]:
    return {ord(row["letter"]): row["ascii"] for row in read_tsv("name_letters.tsv")}


@cache
def _words(file: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_tsv(file))


def plain(text: str) -> str:
    """Lower case, without diacritics, in ASCII as far as Latin letters go."""
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_letters()))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def fold(token: str) -> str:
    """The skeleton of a token that its spellings share: `Šahverdiyev`, `Shaverdiev` -> `saverdev`."""
    folded = plain(token)
    for pattern, replacement in _folds():
        folded = pattern.sub(replacement, folded)
    return folded or plain(token)


@cache
def _variants() -> dict[str, int]:
    return {fold(word): number for number, row in enumerate(read_tsv("name_variants.tsv")) for word in split_cell(row["forms"])}


def _is_initial(raw: str, shouting: bool) -> bool:
    """`J`, `Sh.`, `AK` in a name that is not all in capitals."""
    letters = raw.rstrip(".")
    return len(letters) == 1 or (len(letters) == 2 and (raw.endswith(".") or (letters.isupper() and not shouting)))


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """Tokens of a name: honorifics and suffixes off, glued initials split (`Sh.Mustafayev` -> `s`, `mustafaev`)."""
    raw = [token for token in _TOKEN.findall(name[:_LONGEST]) if plain(token.rstrip(".")) not in _words("name_noise.tsv")]
    raw = raw or _TOKEN.findall(name[:_LONGEST])
    shouting = all(token.isupper() for token in raw)
    initials = tuple(_is_initial(token, shouting) for token in raw)
    folded = tuple(fold(token.rstrip(".")) for token in raw)
    return Name(folded, initials, fold("".join(plain(token.rstrip(".")) for token in raw)))


def _core(name: Name) -> tuple[tuple[str, bool], ...]:
    """Tokens without particles, unless nothing were left."""
    pairs = tuple(zip(name.tokens, name.initials, strict=True))
    return tuple(pair for pair in pairs if pair[1] or pair[0] not in _words("name_particles.tsv")) or pairs


@lru_cache(maxsize=65536)
def _close(a: str, b: str) -> bool:
    """One word in two spellings. A final a on one side alone parts women's names from men's: Aliyeva, Aleksandra."""
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST_FUZZY or (a[-1] == "a") != (b[-1] == "a"):
        return False
    if a[0] != b[0] and {a[0], b[0]} != _TURKIC_J:
        return False
    return Indel.normalized_similarity(a, b) >= _FUZZY


def _given(a: tuple[str, bool], b: tuple[str, bool]) -> float:
    """How two given names agree: 1 in full, .5 by an initial, 0 not."""
    (x, x_initial), (y, y_initial) = a, b
    if x_initial or y_initial:
        return 0.5 if x.startswith(y) or y.startswith(x) else 0.0
    same = _variants().get(x, -1) == _variants().get(y, -2)
    return float(same or _close(x, y))


def _single(one: str, many: tuple[tuple[str, bool], ...]) -> float:
    """One word against a name: its surname, else another of its words."""
    if _close(one, many[-1][0]) and not many[-1][1]:
        return 0.7
    return 0.6 if len(one) > 1 and any(one == token for token, initial in many if not initial) else 0.0


def _conflict(a: tuple[tuple[str, bool], ...], b: tuple[tuple[str, bool], ...]) -> bool:
    """Middle names of which both have some, none agreeing."""
    return bool(a and b) and not any(_given(x, y) for x in a for y in b)


def _ordered(a: tuple[tuple[str, bool], ...], b: tuple[tuple[str, bool], ...]) -> float:
    """Given name(s) first, surname last, on both sides."""
    if a[-1][1] or b[-1][1] or not _close(a[-1][0], b[-1][0]):
        return 0.0
    given = _given(a[0], b[0])
    if not given:  # a first name that one text leaves out: "Abdul Momen", "AK Abdul Momen"
        given = 0.75 * max((_given(x, y) for x, y in ((a[0], y) for y in b[1:-1])), default=0.0)
        given = max(given, 0.75 * max((_given(x, b[0]) for x in a[1:-1]), default=0.0))
    elif _conflict(a[1:-1], b[1:-1]):
        return 0.0
    return {1.0: 0.95, 0.75: 0.9, 0.5: 0.85, 0.375: 0.8}.get(given, 0.0)


def _contained(short: tuple[tuple[str, bool], ...], long: tuple[tuple[str, bool], ...]) -> float:
    """Every word of the shorter name stands in the longer, two of them in full and the given name among them."""
    left = list(long)
    full = 0
    for token, initial in short:
        hit = next((other for other in left if _close(token, other[0])), None)
        hit = hit or next((other for other in left if (initial or other[1]) and _given((token, initial), other)), None)
        if hit is None:
            return 0.0
        left.remove(hit)
        full += not initial and not hit[1]
    return 0.9 if full >= 2 else 0.0


@lru_cache(maxsize=65536)
def similarity(a: str, b: str) -> float:
    """0 to 1: how surely two names are one person's. See `SAME` and `POSSIBLE`.

    1 the same words; .95 given name and surname; .9 one name holds the other; .85 surname and initial; .7 surname
    alone; .6 another single word of the name; 0 two people (another given name, a man's and a woman's surname).
    """
    one, two = parse(a), parse(b)
    if not one.tokens or not two.tokens:
        return 0.0
    short, long = sorted((_core(one), _core(two)), key=len)
    if len(short) == 1 and len(long) == 1:
        return 0.7 if _close(short[0][0], long[0][0]) else 0.0
    if one.joined == two.joined or sorted(short) == sorted(long):
        return 1.0
    if len(short) == 1:
        return _single(short[0][0], long)
    return max(_ordered(short, long), _contained(short, long))


def fullest(names: list[str]) -> str:
    """The name that says most: most words in full, then most words, then the longest, then the first."""
    def richness(name: str) -> tuple[int, int, int]:
        parsed = parse(name)
        return len(parsed.full), len(parsed.tokens), len(name)

    return max(names, key=richness)
