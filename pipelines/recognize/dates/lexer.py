"""Cuts a text into the words of dates: one symbol for each, and one symbol for what stands between two of them.

Symbols of tokens: `I` 2024-06-14, `N` 14.06.2024, `Y` year, `Q` 2018-19, `y` ’08, `D` day of the month, `M` month, `m` its abbreviation,
`F` one abroad or in lower case,
`W` weekday, `w` its abbreviation, `R` today, `U` week, month, year, `L` last, this, next, `E` earlier, later, `P` early, end,
`S` season, `H` half or quarter, `A` two weeks ago, `T` time of day,
`K` 16. 9. where a line begins. Symbols of gaps: see `GAPS`; `|` ends a date.
What does not belong here: which sequences are dates (`grammar`).
"""
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.lexicon.loader import read_tsv

SYMBOLS = {
    "month": "M", "month_short": "m", "month_abroad": "F", "weekday": "W", "weekday_short": "w", "day": "R", "unit": "U", "direction": "L",
    "within": "E", "portion": "P", "season": "S", "fraction": "H",
}  # fmt: skip
CAPITALIZED = "MmWw"  # "may", "march" and "sat" in lower case are other words, if day and year do not stand beside them
GAPS = [
    (" ", re.compile(r"\s*+")),
    (",", re.compile(r"\s*+,\s*+(?:Juche \d{2,3} \()?")),
    ("-", re.compile(r"\s*+[-–—‑−]\s*+|\s++(?:to|till|until|through|thru)\s++(?:the\s++)?", re.IGNORECASE)),
    ("&", re.compile(r"\s*+,?\s*+(?:\band\b|&|\bor\b)\s*+(?:the\s++|on\s++)?", re.IGNORECASE)),
    ("o", re.compile(r"\s++(?:day\s++)?(?:of|del?)\s++(?:the\s++)?", re.IGNORECASE)),
    ("i", re.compile(r",?\s++in\s++(?:the\s++)?", re.IGNORECASE)),
    ("t", re.compile(r",?\s++the\s++", re.IGNORECASE)),
    ("(", re.compile(r"\s*+\(\s*+")),
    (".", re.compile(r"\.\s*+")),
]
LONGEST_GAP = 16
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_WRITTEN = [*_UNITS, *_TEENS, "twentieth", *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first"]
ORDINALS = {word: number for number, word in enumerate(_WRITTEN, 1)}
BRANCHED = 2  # letters
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
SHORT = {"z": "y", "G": "D"}  # "12 Mar 79", "251640 Nov 18NNNN"


@dataclass(frozen=True, slots=True)
class Token:
    symbol: str
    start: int
    end: int
    value: str  # as the lexicon has it; for numbers as written


@cache
def vocabulary() -> dict[str, tuple[str, str]]:
    """Surface, lower case -> (class, value)."""
    return {row["surface"]: (row["class"], row["value"]) for row in read_tsv("calendar.tsv")}


def _words(*classes: str) -> str:
    surfaces = sorted((s for s, (kind, _) in vocabulary().items() if kind in classes), key=lambda s: (-len(s), s))
    return _branched(surfaces)


def _branched(surfaces: Sequence[str], depth: int = 0) -> str:
    """A choice of surfaces, the longer before the shorter, branched by their first letters: a word then meets few of them."""
    if depth == BRANCHED or len(surfaces) == 1:
        return "|".join(re.escape(surface[depth:]).replace(r"\ ", r"\s{1,3}") for surface in surfaces)
    branches: dict[str, list[str]] = {}
    for surface in surfaces:
        branches.setdefault(surface[depth : depth + 1], []).append(surface)
    written = (re.escape(letter).replace(r"\ ", r"\s{1,3}") for letter in branches)
    return "|".join(f"{letter}(?:{_branched(those, depth + 1)})" for letter, those in zip(written, branches.values(), strict=True))


@cache
def _lexer() -> re.Pattern[str]:
    months = _words("month", "month_short")
    number = rf"(?:\d{{1,2}}|{_words('number')})"
    units = r"(?:day|week|fortnight|month|year)s?['’]?"
    free = r"(?<![\w$€£#])(?<!\d[.,])"
    letters = "".join(sorted({surface[0] for surface in [*vocabulary(), *ORDINALS, "in"]}))
    ordinals = _branched(sorted(ORDINALS, key=lambda word: (-len(word), word)))
    return re.compile(
        r"(?=\d)(?:"
        rf"(?P<I>{free}(?<![/-])\d{{4}}-\d\d-\d\d)(?:T[\d:.]+Z?)?(?![\w-])"
        rf"|(?P<N>{free}(?<![/.-])(?:\d{{1,2}}(?P<a>[./-])\d{{1,2}}(?P=a)(?:\d{{4}}|\d\d)|\d{{1,2}}\.\s\d{{1,2}}\.\s(?:19|20)\d\d"
        r"|\d\d?\s/\s\d\d?\s/\s(?:19|20)\d\d|\d\d\s(?:0[1-9]|1[0-2])\s(?:19|20)\d\d|(?:19|20)\d\d(?:\s(?:0[1-9]|1[0-2])\s|\.\s\d{1,2}\.\s)(?:3[01]|[12]\d|0?[1-9])|\d{1,2}(?P<c>[./-])(?:I{1,3}|I[VX]|VI{0,3}|XI{0,2})(?P=c)(?:19|20)\d\d|\d{4}(?P<b>[./])\d{1,2}(?P=b)\d{1,2}))(?![\w/-]|\.\d)"
        rf"|(?P<T>{free}(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b)?|\d{{1,2}}\s?[ap]\.?m\b|\d{{4}}\s?(?:GMT|UTC|hrs|hours)\b))(?!\w)"
        rf"|(?P<B>{free}\d{{1,2}}\s{{1,3}}{units}\s{{1,3}}(?:ago|from\s{{1,3}}(?:now|today))\b)"
        rf"|(?P<z>(?<=\d[ -](?:{MONTHS})[ -])\d\d)(?=NNNN|[.)]?\s{{0,9}}(?:\n|$)|\s?[:)\]/(]|\s[-–—])"
        rf"|(?P<G>{free}(?:0[1-9]|[12]\d|3[01])(?=[0-2]\d[0-5]\dZ?\s(?:{MONTHS})\s\d\d(?:\d\d)?(?:NNNN|\b)))[0-2]\d[0-5]\dZ?"
        rf"|(?P<K>(?<![^\n(])\d\d?\.(?:\s\d\d?|\s?(?:I{{1,3}}|I[VX]|VI{{0,3}}|XI{{0,2}}))\.)(?=\)|\s(?!\s?\d)|$)"
        rf"|(?P<Q>{free}(?<!-)(?:19|20)\d\d[-–/]\d\d)(?![\w/-]|[.,]\d)"
        rf"|(?P<Y>{free}(?:1[5-9]|20|21)\d\d)(?![\w%]|[.,]\d)"
        rf"|(?P<D>(?<![\d_$€£#])(?<!\d[.,])(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?:(?![\w%]|[.,]\d)|(?=(?:{months})\b))"
        r")|(?P<y>(?<=[a-z. ])['’]\d\d(?![\w%]))"
        rf"|(?=[{letters}])(?<![^\W\d])(?:"
        rf"(?P<A>(?<!-)(?:{_words('number')})\s{{1,3}}{units}\s{{1,3}}(?:ago|hence|from\s{{1,3}}(?:now|today))\b"
        rf"|in\s{{1,3}}{number}\s{{1,3}}(?:{units}\s{{1,3}}time\b|(?:day|week|month|fortnight)s?\b)"
        rf"|(?:over|at|during)\s{{1,3}}the\s{{1,3}}week-?end\b"
        rf"|(?:over|in|during)\s{{1,3}}the\s{{1,3}}(?:last|past)\s{{1,3}}(?:two|three|four|[234])\s{{1,3}}days\b)"
        rf"|(?P<O>(?<!-)(?:{ordinals}))(?=\s{{1,3}}(?:day\s{{1,3}})?of\s{{1,3}}(?:(?:this|last|next)\s{{1,3}}month|{months})\b)"
        rf"|(?P<V>{_words(*SYMBOLS)})(?:(?<=mid)-(?=\w)|(?![a-z])))",
        re.IGNORECASE,
    )


DATING = frozenset(["month", "month_short", "weekday", "weekday_short", "day", "unit", "season"])
DIGIT = re.compile(r"\d")
ASCII_WORD = re.compile(r"[a-z]++")


@cache
def _dating() -> frozenset[str]:
    """A date without digits holds one of these: "last", "early" and numbers only stand beside them."""
    surfaces = (surface for surface, (kind, _) in vocabulary().items() if kind in DATING)
    units = (unit + ending for unit in ("day", "week", "fortnight", "month", "year") for ending in ("", "s"))
    return frozenset(max(ASCII_WORD.findall(surface), key=len) for surface in surfaces).union(units)


def may_date(text: str, start: int, end: int) -> bool:
    """May a date stand in text[start:end]? In most sentences none does, and asking costs little."""
    if DIGIT.search(text, start, end):
        return True
    return not _dating().isdisjoint(ASCII_WORD.findall(text[start:end].lower()))


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of dates in text[start:end], left to right."""
    found: list[Token] = []
    for match in _lexer().finditer(text, start, end):
        token = _token(match)
        if token is not None and not _glued_to_word(token, text, found[-1:]):
            found.append(token)
    return found


def _glued_to_word(token: Token, text: str, before: list[Token]) -> bool:
    """A number inside a word ("G20") is no day, except after a month ("March17")."""
    glued = token.symbol == "D" and token.start > 0 and text[token.start - 1].isalpha()
    return glued and not (before and before[0].symbol in "Mm" and before[0].end == token.start)


def _token(match: re.Match[str]) -> Token | None:
    symbol = match.lastgroup or ""
    written = match.group(symbol)
    first, last = match.span(symbol)
    if symbol == "O":
        return Token("D", first, last, f"{ORDINALS[written.lower()]}th") if written.lower() in ORDINALS else None
    if symbol in SHORT:
        return Token(SHORT[symbol], first, last if symbol == "z" else match.end(), f"’{written}" if symbol == "z" else written)
    if symbol != "V":
        return Token("A" if symbol == "B" else symbol, first, last, written)
    kind, value = vocabulary().get(" ".join(written.lower().split()), ("", ""))
    if not kind:
        return None  # "ſunday", "FRİDAY": letters that the expression takes for s and i, whatever their case
    symbol = SYMBOLS[kind]
    if symbol in CAPITALIZED and not written[0].isupper():
        if symbol not in "Mm":
            return None
        symbol = "F"
    if symbol in "mwF" and match.string[last : last + 1] == ".":
        last += 1
    return Token(symbol, first, match.end() if match.end() > last else last, value)


def gap(text: str, start: int, end: int) -> str:
    """The symbol of what stands between two tokens; a blank line or anything long ends a date."""
    between = text[start:end]
    if len(between) > LONGEST_GAP or between.count("\n") > 1:
        return "|"
    return next((symbol for symbol, pattern in GAPS if pattern.fullmatch(between)), "|")
