"""Plain characters that every match of a regular expression holds: `in` finds in a long text faster that they are missing.

What belongs here: reading a case-sensitive pattern as the lexicon writes it. What does not: what a pattern means.
"""
import re
from itertools import pairwise

SHORTEST = 3  # characters that are worth looking for
PART = re.compile(r"\\.|\[\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*+\]|\{[^}]*\}|[\s\S]")
PLAIN = re.compile(r"[^\\^$.|?*+()\[\]{}]|\\[^\w\s]")
LOOSE = ("?", "*", "{")  # what makes the part before it optional


def literals(pattern: str) -> tuple[str, ...]:
    """Strings of which every match of `pattern` holds one; none where the pattern does not tell."""
    if "(?i" in pattern:
        return ()
    runs: list[list[str]] = [[""]]
    depth = 0
    for part, after in pairwise([*PART.findall(pattern), ""]):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            runs.append([""])
        elif depth or not PLAIN.fullmatch(part) or after[:1] in LOOSE:
            runs[-1].append("")
        else:
            runs[-1][-1] += part[-1]
            runs[-1] += [""] if after == "+" else []
    best = [max(those, key=len) for those in runs]
    return tuple(best) if min(map(len, best)) >= SHORTEST else ()


def may_match(known: tuple[str, ...], text: str) -> bool:
    """May a pattern with these literals match in `text`?"""
    return not known or any(one in text for one in known)
