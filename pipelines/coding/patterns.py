"""The small language in which `lexicon/frames` writes its patterns, compiled to regular expressions.

    met|meets          one of these words
    @talks             a word class of `lexicon/word_classes.tsv`
    P C L O I D E A    a mention: person of any kind, country, other place, organization, instrument, date, gathering,
                       demonym; PL country or place, X anybody who can act (person, country, seat, organization)
    tok?               optional;  tok*  up to three
    ~4                 up to four tokens, not across a clause boundary
    ( a || b )         alternatives;  ( a b )?  an optional group;  ( a b )*  up to three times
    [ … ]              the core; without brackets the whole match is the core
    !tok               the next token must not be this
    >> …               what must follow, outside the match

Every repetition is bounded, so matching is linear in the length of the line.
"""

import re
from functools import cache

from pipelines.lexicon.loader import read_tsv

SYMBOLS = {
    "P": r"[NFGTR]\d++",
    "N": r"N\d++",
    "G": r"[GT]\d++",
    "T": r"T\d++",
    "F": r"F\d++",
    "C": r"C\d++",
    "L": r"L\d++",
    "O": r"O\d++",
    "I": r"I\d++",
    "D": r"D\d++",
    "E": r"E\d++",
    "A": r"A\d++",
    "R": r"R\d++",
    "PL": r"[CLS]\d++",
    "X": r"[NFGTRCOSLA]\d++",
}
GAP = r"(?: (?![.;:?!] )[^ ]++){0,%d}?"


class PatternError(ValueError):
    """A pattern of the lexicon that cannot be compiled; the message names the token."""


@cache
def word_classes() -> dict[str, str]:
    """Class name -> alternation of its words, several-word entries included."""
    return {
        row["name"]: "|".join(sorted((escaped(w) for w in row["words"].split(",")), key=len, reverse=True))
        for row in read_tsv("word_classes.tsv")
    }


def escaped(words: str) -> str:
    return re.escape(words.strip()).replace(r"\ ", " ")


def choice(part: str) -> str:
    """One alternative of a token: a class, a mention, or a word."""
    if part.startswith("@"):
        try:
            return word_classes()[part[1:]]
        except KeyError:
            raise PatternError(f"no word class {part}") from None
    return SYMBOLS.get(part) or re.escape(part)


def one(token: str) -> str:
    """A token without its suffix, as an expression that starts at the blank before it."""
    if token.startswith("~"):
        return GAP % int(token[1:])
    return " (?:" + "|".join(choice(part) for part in token.split("|")) + ")"


def suffixed(expression: str, suffix: str) -> str:
    return {"?": f"(?:{expression})?", "*": f"(?:{expression}){{0,3}}", "": expression}[suffix]


def translate(token: str) -> str:
    fixed = {"(": "(?:", ")": ")", ")?": ")?", ")*": "){0,3}", "||": "|", "[": "(?P<core>", "]": ")"}
    if token in fixed:
        return fixed[token]
    if token.startswith("!"):
        return f"(?!{one(token[1:])}(?= ))"
    suffix = token[-1] if len(token) > 1 and token[-1] in "?*" else ""
    return suffixed(one(token.removesuffix(suffix) if suffix else token), suffix)


@cache
def compile_pattern(pattern: str) -> "re.Pattern[str]":
    """`pattern` as a regular expression over `View.line`; raises PatternError."""
    body, _, follow = pattern.partition(">>")
    expression = "".join(translate(token) for token in body.split())
    if follow:
        expression += "(?=" + "".join(translate(token) for token in follow.split()) + r"(?= ))"
    try:
        return re.compile(expression + r"(?= )")
    except re.error as error:
        raise PatternError(f"{pattern!r}: {error}") from error
