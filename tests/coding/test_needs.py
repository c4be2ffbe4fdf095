"""The test that spares a sentence most frames: it may let a frame through in vain, but never keep one out that is there."""
import random

import pytest

from pipelines.coding.frames import Frame, frames, possible
from pipelines.coding.needs import needed
from pipelines.coding.patterns import word_classes
from pipelines.coding.view import Unit, View
from pipelines.model.mention import Sentence


@pytest.mark.parametrize(("pattern", "needs"), [
    ("met", ["met"]),
    ("met|meets with", ["with", "meets met"]),
    ("[ met ] >> ~2 P", ["met", "F G N R T"]),
    ("met very? ( today )? ( again )* ~3 !by with", ["met", "with"]),
    ("( met with || saw ) N", ["met saw", "N"]),
    ("( met || ( on )? ) today", ["today"]),
    ("[ met || saw ] C", ["met saw", "C"]),
    ("met || saw N", []),
    ("T0|T1 left", ["left", "T"]),
])
def test_needs(pattern: str, needs: list[str]) -> None:
    assert {frozenset(words.split()) for words in needs} == set(needed(pattern))


def line_view(tokens: list[str]) -> View:
    """A view of the tokens; those that look like `N0` are mentions."""
    units = tuple(Unit(token[0] if token[0].isupper() else "", token, 0, 0) for token in tokens)
    return View(Sentence(0, 0, 0), units, f" {' '.join(tokens)} ", ())


def written(frame: Frame, chance: random.Random) -> list[str]:
    """Words in the order of a frame's pattern, one of each choice, the optional ones as chance will: often the frame itself."""
    tokens = []
    for token in frame.pattern.split():
        if token in "()[]||>>" or token in (")?", ")*") or token[0] in "~!" or (token[-1] in "?*" and chance.random() < 0.5):
            continue
        part = chance.choice(token.rstrip("?*").split("|") if len(token) > 1 else [token])
        words = chance.choice(word_classes()[part[1:]].replace("\\", "").split("|")) if part.startswith("@") else part
        tokens += [f"{word[-1]}0" if word in ("P", "X", "PL") or (len(word) == 1 and word.isupper()) else word for word in words.split()]
    return ["N0" if token in ("P0", "X0") else token for token in tokens]


def test_no_frame_is_kept_out_that_is_there() -> None:
    chance, found = random.Random(7), set()
    for frame in (frame for frame in frames() for _ in range(4)):
        view = line_view([*written(frame, chance), *written(chance.choice(frames()), chance)])
        if frame.expression.search(view.line):
            found.add(frame.rule)
            assert frame in possible(view), view.line
    assert len(found) > len(frames()) / 2
