"""What a sentence must hold for a frame to be found in it: the test that spares most sentences most frames.

A pattern is read as words of which one each must stand in the sentence, whatever the order: `[ met ( with || alongside ) ] >> ~2 P` needs
`met`, one of `with` and `alongside`, and one of the symbols of P. What does not belong here: finding the frame (`frames`).
"""

from collections.abc import Sequence

from pipelines.coding.patterns import SYMBOLS, word_classes

Needs = tuple[frozenset[str], ...]  # words in small letters, or symbols of mentions; one of each set must be there

COMMON = frozenset(
    "a about also an and are as at be been between both by can for from had has have here his in including into is it its last may more "
    "my new now of on or our over that the their there these this those through time to today together up was were when which who will "
    "with would your 's , . A C D L N O F G R S".split()
)
FREQUENT = frozenset(
    "agreement bilateral call conference discussions economic joint meeting minister president talks trade visit welcome welcomed "
    "E I T".split()
)
COMMON_COST, FREQUENT_COST = 1000, 15
OPENING, CLOSING = ("(", "["), (")", ")?", ")*", "]")


def cost(words: frozenset[str]) -> int:
    """How many sentences hold one of `words`, roughly."""
    return sum(COMMON_COST if word in COMMON else FREQUENT_COST if word in FREQUENT else 1 for word in words)


def needed(pattern: str) -> Needs:
    """The needs of a pattern, the rarest first; none for one that offers alternatives outside all groups, whose words may be cut short."""
    body, _, follow = pattern.partition(">>")
    found, end = _sequence(body.split(), 0)
    if end < 0:
        return ()
    found += _sequence(follow.split(), 0)[0]
    return tuple(sorted(dict.fromkeys(found), key=lambda words: (cost(words), sorted(words))))


def _sequence(tokens: Sequence[str], at: int) -> tuple[list[frozenset[str]], int]:
    """The needs of what stands up to the next closing token, and its index; -1 where the outermost level offers a choice."""
    choices: list[list[frozenset[str]]] = [[]]
    while at < len(tokens) and tokens[at] not in CLOSING:
        token = tokens[at]
        if token == "||":
            choices.append([])
        elif token in OPENING:
            inner, at = _sequence(tokens, at + 1)
            choices[-1] += inner if tokens[at : at + 1] in ([")"], ["]"]) else []
        elif token[0] not in "~!" and (len(token) == 1 or token[-1] not in "?*"):
            choices[-1].append(_words(token))
        at += 1
    if len(choices) == 1:
        return choices[0], at
    return _either(choices), at if at < len(tokens) else -1


def _either(choices: list[list[frozenset[str]]]) -> list[frozenset[str]]:
    """What is needed whichever choice is taken: one of the rarest words of each."""
    return [frozenset().union(*(min(needs, key=cost) for needs in choices))] if all(choices) else []


def _words(token: str) -> frozenset[str]:
    """One word of each alternative of a token, its rarest."""
    found: set[str] = set()
    for part in token.split("|"):
        if part in SYMBOLS:
            found.update(filter(str.isupper, SYMBOLS[part]))
        elif part[0].isupper():
            found.add(part[0])  # "T0": the first of its kind
        else:
            options = word_classes()[part[1:]].replace("\\", "").split("|") if part.startswith("@") else [part]
            found.update(min(option.split(), key=lambda word: (word in COMMON, -len(word))) for option in options)
    return frozenset(found)
