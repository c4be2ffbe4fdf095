"""A sentence without what is put in between: "The agreement, signed on 27 June 2014, entered into force".

Frames read a line of words with short gaps; titles in quotation marks, parentheses, and clauses between a subject and its verb are
longer than any gap. What does not belong here: the frames, and whom what is put in speaks of.
"""
from collections.abc import Iterator

from pipelines.coding.frames import Match, matches
from pipelines.coding.view import Unit, View

CLOSERS = {"(": ")", "[": "]", '"': '"', "“": "”", "«": "»", "„": "“"}
STARTS = frozenset([*CLOSERS, ","])
RELATIVES = frozenset("who which whose whom where when".split())
AUXILIARIES = frozenset("is are was were has have had will would shall can may did does".split())
IRREGULAR = frozenset(
    "met held took paid gave made left came went began spoke told laid sent won said saw led sat stood broke brought became flew drew "
    "received visited signed opened handed presented entered".split()
)
PARTICIPLES = frozenset("held led built made written known given born taken set paid sent".split())
LONGEST = 40  # units of what is put in
FEWEST = 3


def put_in(view: View) -> list[range]:
    """The units of every such part, its commas or marks included, from left to right."""
    found: list[range] = []
    end = 0
    for index in [n for n, unit in enumerate(view.units) if unit.text in STARTS]:
        part = (marked(view.units, index) or between_commas(view.units, index)) if index >= end else None
        if part is not None:
            found.append(part)
            end = part.stop
    return found


def marked(units: tuple[Unit, ...], index: int) -> range | None:
    """Parentheses or quotation marks and what they hold, unless that opens the sentence."""
    closer = CLOSERS.get(units[index].text)
    if closer is None or index == 0:
        return None
    end = next((n for n in range(index + 1, min(len(units), index + LONGEST)) if units[n].text == closer), None)
    return range(index, end + 1) if end is not None else None


def between_commas(units: tuple[Unit, ...], index: int) -> range | None:
    """ ", led by its chairman," before a verb."""
    if units[index].text != "," or index == 0 or index + FEWEST >= len(units) or not opens(units[index + 1]):
        return None
    commas = (n for n in range(index + FEWEST - 1, min(len(units) - 1, index + LONGEST)) if units[n].text == ",")
    end = next((n for n in commas if is_verb(units[n + 1])), None)
    return range(index, end + 1) if end is not None else None


def opens(unit: Unit) -> bool:
    word = unit.text
    return not unit.symbol and (word in RELATIVES or word in PARTICIPLES or (len(word) > 4 and word.endswith(("ed", "ing"))))


def is_verb(unit: Unit) -> bool:
    word = unit.text
    return not unit.symbol and (word in AUXILIARIES or word in IRREGULAR or (len(word) > 4 and word.endswith("ed")))


def bridged(view: View, known: list[Match]) -> list[Match]:
    """The frames that hold only without what is put in, at their places in the whole sentence."""
    parts = put_in(view)
    if not parts:
        return []
    left_out = {n for part in parts for n in part}
    kept = [n for n in range(len(view.units)) if n not in left_out]
    told = {(m.frame.rule, m.first) for m in known}
    return [m for m in placed(matches(without(view, kept)), kept) if (m.frame.rule, m.first) not in told]


def without(view: View, kept: list[int]) -> View:
    """The sentence of the `kept` units alone."""
    units = tuple(view.units[n] for n in kept)
    starts, position = [], 0
    for unit in units:
        starts.append(position)
        position += len(unit.text) + 1
    return View(view.sentence, units, "".join(" " + unit.text for unit in units) + " ", tuple(starts))


def placed(found: list[Match], kept: list[int]) -> Iterator[Match]:
    for match in found:
        yield Match(match.frame, kept[match.first], kept[match.last - 1] + 1)
