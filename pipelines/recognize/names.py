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

Word = tuple[str, bool]  # folded, and whether it is an initial
Words = tuple[Word, ...]

_TOKEN = re.compile(r"[^\W\d_]++(?:[’'ʼ`‘][^\W\d_]++)*+\.?")
_FUZZY = 0.82  # ratio of common letters below which two folded tokens are two names
_LONG = 8  # given names so long may differ in a consonant
_VOWELS = re.compile(r"[aeiou]")
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


@lru_cache(maxsize=16384)
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


@lru_cache(maxsize=16384)
def parse(name: str) -> Name:
    """Tokens of a name: honorifics and suffixes off, glued initials split (`Sh.Mustafayev` -> `s`, `mustafaev`)."""
    raw = [token for token in _TOKEN.findall(name[:_LONGEST]) if plain(token.rstrip(".")) not in _words("name_noise.tsv")]
    raw = raw or _TOKEN.findall(name[:_LONGEST])
    shouting = all(token.isupper() for token in raw)
    initials = tuple(_is_initial(token, shouting) for token in raw)
    folded = tuple(fold(token.rstrip(".")) for token in raw)
    return Name(folded, initials, fold("".join(plain(token.rstrip(".")) for token in raw)))


def _core(name: Name) -> Words:
    """Tokens without particles; the last word is never one (Kim Song Du), nor is Ben in front."""
    pairs = tuple(zip(name.tokens, name.initials, strict=True))
    return tuple(
        pair for place, pair in enumerate(pairs)
        if place == len(pairs) - 1 or pair[1] or pair[0] not in _words("name_particles.tsv")
        or (place == 0 and pair[0] in _words("name_lineage.tsv"))
    )


@lru_cache(maxsize=16384)
def _core_of(name: str) -> Words:
    return _core(parse(name))


@lru_cache(maxsize=16384)
def _close(a: str, b: str) -> bool:
    """One word in two spellings. A final a on one side alone parts women's names from men's: Aliyeva, Aleksandra."""
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST_FUZZY or (a[-1] == "a") != (b[-1] == "a"):
        return False
    if a[0] != b[0] and {a[0], b[0]} != _TURKIC_J:
        return False
    return Indel.normalized_similarity(a, b) >= _FUZZY


def _given(a: Word, b: Word) -> float:
    """How two given names agree: 1 in full, .5 by an initial, 0 not."""
    (x, x_initial), (y, y_initial) = a, b
    if x_initial or y_initial:
        return 0.5 if x.startswith(y) or y.startswith(x) else 0.0
    same = _variants().get(x, -1) == _variants().get(y, -2)
    return float(same or (_close(x, y) and (_VOWELS.sub("", x[1:]) == _VOWELS.sub("", y[1:]) or min(len(x), len(y)) >= _LONG)))


def _single(one: str, many: Words) -> float:
    """One word against a name: its surname, else another of its words."""
    if _close(one, many[-1][0]) and not many[-1][1]:
        return 0.7
    return 0.6 if len(one) > 1 and any(one == token for token, initial in many if not initial) else 0.0


def _conflict(a: Words, b: Words) -> bool:
    """Middle names of which both have some, none agreeing."""
    return bool(a and b) and not any(_given(x, y) for x in a for y in b)


def _ordered(a: Words, b: Words) -> float:
    """Given name(s) first, surname last, on both sides."""
    if a[-1][1] or b[-1][1] or not _close(a[-1][0], b[-1][0]):
        return 0.0
    given = _given(a[0], b[0])
    if not given or _conflict(a[1:-1], b[1:-1]):
        return 0.0
    return 0.95 if given == 1.0 else 0.85


def _contained(short: Words, long: Words) -> float:
    """Every word of the shorter name stands in the longer, two of them in full.

    The longer may go on (`Mohamed bin Zayed` … `Al Nahyan`), have words in between, or put one in front (`AK Abdul
    Momen`); but a name that only shares somebody's father and family is his brother's.
    """
    left = list(long)
    full = 0
    for place, word in enumerate(short, 1):
        surname = place == len(short)
        hit = next((other for other in left if _given(word, other) == 1.0 or (surname and _close(word[0], other[0]))), None)
        hit = hit or next((other for other in left if (word[1] or other[1]) and _given(word, other)), None)
        if hit is None:
            return 0.0
        left.remove(hit)
        full += not word[1] and not hit[1]
    begins = _given(short[0], long[0]) > 0 or all(_close(x[0], y[0]) for x, y in zip(reversed(short), reversed(long), strict=False))
    return 0.9 if full >= 2 and begins else 0.0


def _lineage(name: Name) -> tuple[list[str], list[str]]:
    """The names before and between `bin`s: given name, father, grandfather; and the family name behind them."""
    chain: list[list[str]] = [[]]
    for token in name.tokens:
        if token in _words("name_lineage.tsv"):
            chain.append([])
        elif token not in _words("name_particles.tsv"):
            chain[-1].append(token)
    heads = [words[0] for words in chain if words]
    return heads, chain[-1][1:]


def _related(one: Name, two: Name) -> bool:
    """Names with `bin` contradict each other where they give one another's given name, fathers or families differently."""
    (a, a_family), (b, b_family) = _lineage(one), _lineage(two)
    same = all(_given((x, False), (y, False)) for x, y in zip(a, b, strict=False))
    return same and (not a_family or not b_family or _close(a_family[-1], b_family[-1]))


@lru_cache(maxsize=16384)
def similarity(a: str, b: str) -> float:
    """0 to 1: how surely two names are one person's. See `SAME` and `POSSIBLE`.

    1 the same words; .95 given name and surname; .9 one name holds the other; .85 surname and initial; .7 surname
    alone; .6 another single word of the name; 0 two people (another given name, a man's and a woman's surname).
    """
    one, two = parse(a), parse(b)
    if not one.tokens or not two.tokens:
        return 0.0
    short, long = sorted((_core_of(a), _core_of(b)), key=len)
    if len(short) == 1 and len(long) == 1:
        return 0.7 if _close(short[0][0], long[0][0]) else 0.0
    if one.joined == two.joined or sorted(short) == sorted(long):
        return 1.0
    if len(short) == 1:
        return _single(short[0][0], long)
    if all(_words("name_lineage.tsv") & set(name.tokens) for name in (one, two)) and not _related(one, two):
        return 0.0
    return max(_ordered(short, long), _contained(short, long))


@lru_cache(maxsize=65536)
def marks(name: str) -> frozenset[str]:
    """Names that are the `SAME` share one of these: the first letter of a word, a given name of many forms, all letters together.

    To be asked before `similarity` where each of many names is held against many others.
    """
    parsed = parse(name)
    letters = {"j" if token[:1] in _TURKIC_J else token[:1] for token in parsed.tokens}
    forms = {str(_variants()[token]) for token in parsed.tokens if token in _variants()}
    return frozenset({*letters, *forms, "=" + parsed.joined})


def fullest(names: list[str]) -> str:
    """The name that says most: most words in full, then most words, then the longest, then the first."""
    def richness(name: str) -> tuple[int, int, int]:
        parsed = parse(name)
        return len(parsed.full), len(parsed.tokens), len(name)

    return max(names, key=richness)
