"""Small words that features are made of: how far apart two places of a text are, whether two countries agree, what a unit counts as."""

from pipelines.coding.view import Unit

SEVERAL = 3  # from which number on it makes no difference how many
STEPS = ((0, "0"), (1, "1"), (2, "2"), (5, "3"))  # sentences apart, and what that is called
FAR = "6"


def word(unit: Unit) -> str:
    return unit.symbol or unit.text


def agrees(told: str | None, asked: str) -> str:
    return "none" if told is None else "same" if told == asked else "other"


def apart(distance: int) -> str:
    """How many sentences away, in rough steps; `+` behind, `-` before."""
    steps = next((name for most, name in STEPS if abs(distance) <= most), FAR)
    return ("" if not distance else "+" if distance > 0 else "-") + steps
