"""What speaks for and against somebody standing for a country: the features of a figure and a country.

They are strings that `lexicon/learned_nations.tsv.gz` has weights for. No country's name is among them, and nothing is guessed from
how somebody is called. What does not belong here: what is made of it (`nations`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.setting import Setting
from pipelines.coding.learned.steps import SEVERAL, agrees, apart, word
from pipelines.coding.view import ACTORS, Unit, View
from pipelines.lexicon.countries import is_state

EARLY = 4  # mentions of a figure that are looked at
CROWD = 40  # people or countries that are looked at for one of them
LATEST = 8  # namings of countries that are looked at before and behind
GAP = 4  # units between two mentions that are taken as they are

Spot = tuple[int, int]  # number of a sentence and of a unit in it


class Lines(NamedTuple):
    """The sentences of a segment. `order`: the countries that it names, one after the other; `who`: whom each unit means.

    `spots` and `named`: where each figure and each country is named. `stands`: the country for which each figure stands as far as is
    known, and `standing`: who stands for each; `present`: whom each sentence names. Figures go by their ids.
    """

    views: Sequence[View]
    order: list[tuple[int, int, str]]
    who: dict[Spot, Figure]
    spots: dict[int, list[Spot]]
    named: dict[str, list[Spot]]
    stands: dict[int, str | None]
    standing: dict[str, list[Figure]]
    present: dict[int, list[Figure]]


class Case(NamedTuple):
    """A figure and a country; `spots`: where the figure is named; `crowd`: how many countries come into question."""

    setting: Setting
    lines: Lines
    figure: Figure
    country: str
    spots: list[Spot]
    crowd: int


def nation_features(case: Case) -> set[str]:
    """All features of the case."""
    return own_features(case) | company_features(case)


def own_features(case: Case) -> set[str]:
    """Those that the countries of others cannot change."""
    return {*ruled(case), *beside(case), *lately(case), *counts(case)}


def company_features(case: Case) -> set[str]:
    """Those that depend on for whom others stand."""
    return {*those(case), *company(case), *peers(case)}


def unnamed(case: Case) -> set[str]:
    """The features of a figure whose country the segment does not name."""
    figure, home = case.figure, case.setting.home is not None
    office, rung = figure.office or "none", figure.rung or "none"
    of_office = {f"unnamed:{office}", f"unnamed:{office}:{rung}", f"unnamed:{office}crowd{min(case.crowd, 6)}"}
    return {"unnamed", f"unnamed:{rung}", f"unnamed:crowd{min(case.crowd, 6)}", f"unnamed:home{home}", *of_office}


def ruled(case: Case) -> Iterator[str]:
    """What rules say and by which rung, whether it is the issuer's country, and whether it has such a title to give."""
    setting, figure, country = case.setting, case.figure, case.country
    office, rung, rule = figure.office or "none", figure.rung or "none", agrees(figure.inferred, country)
    home, goal = agrees(setting.home, country), agrees(setting.goal, country)
    able, taken = setting.able(figure, country), setting.taken(figure, country)
    yield from (f"rule:{rule}", f"{rung}:{rule}", f"{rung}:{rule}:{office}", f"{rung}:{rule}:home{home}", f"{office}:rule{rule}")
    yield from (f"home:{home}", f"{office}home:{home}", f"goal:{goal}", f"{office}goal:{goal}", f"home:{home}goal:{goal}")
    yield from (f"able{able}", f"taken{taken}", f"{office}able{able}taken{taken}", f"speaker{figure is setting.speaker}home{home}")
    yield from (f"state{is_state(country)}:{office}", f"speaks{setting.author_speaks}home{home}", f"crowd{min(case.crowd, 6)}rule:{rule}")
    accredited = any(m.host_country == country for m in figure.mentions)
    yield from (f"accredited{accredited}", f"{office}accredited{accredited}")
    yield from (f"title:{each}:{home}" for each in (figure.title or "").lower().split()[:5])


def beside(case: Case) -> Iterator[str]:
    """Where the country is named nearest to the figure, and what stands between them."""
    office, named = case.figure.office or "none", case.lines.named.get(case.country)
    if not named:
        yield "unnamed"
        return
    spot, mark = nearest(case.spots, named)
    if spot[0] != mark[0]:
        far = apart(mark[0] - spot[0])
        yield from (f"far{far}", f"{office}far{far}", f"heading{case.lines.views[mark[0]].sentence.is_heading}far{far}")
        return
    units = case.lines.views[spot[0]].units
    side, first, last = ("before", mark[1], spot[1]) if mark < spot else ("behind", spot[1], mark[1])
    between, symbol = [word(unit) for unit in units[first + 1 : last]], units[mark[1]].symbol
    people = min(sum(each in ACTORS for each in between), SEVERAL)
    words = "_".join(between) if len(between) < GAP else "long"
    yield from (f"{side}{symbol}", f"{side}{symbol}{people}", f"{side}{symbol}:{words}", f"{office}{side}{symbol}{people}")
    yield from (f"{side}gap{min(len(between) // 3, 5)}:{people}", f"{side}{symbol}gap{min(len(between) // 3, 5)}")
    yield from (f"by:{word(each)}:{side}" for each in units[max(0, mark[1] - 1) : mark[1]])
    order = case.lines.order
    inside = order[bisect_left(order, (spot[0], first + 1, "")) : bisect_left(order, (spot[0], last, ""))]
    rivals = {country for _, _, country in inside[:CROWD]} - {case.country}
    yield from (f"{side}rivals{min(len(rivals), SEVERAL)}", f"{office}{side}rivals{min(len(rivals), SEVERAL)}")


def lately(case: Case) -> Iterator[str]:
    """How many other countries the text named since it named this one, before the figure, and behind."""
    lines, office, spot, order = case.lines, case.figure.office or "none", case.spots[0], case.lines.order
    at = bisect_left(order, (*spot, ""))
    back, ahead = order[max(0, at - LATEST) : at][::-1], order[at : at + LATEST]
    before, behind = rank(back, case.country), rank(ahead, case.country)
    last = next((lines.views[n].units[unit].symbol + apart(n - spot[0]) for n, unit, named in back if named == case.country), "")
    words, home = dict(around(lines.views[spot[0]].units, spot[1])), agrees(case.setting.home, case.country)
    yield from (f"lately{before}", f"{office}lately{before}", f"{case.figure.rung}lately{before}", f"lately{before}:{last}:{office}")
    yield from (f"lately{before}soon{behind}", f"{office}lately{before}soon{behind}:{home}", f"soon{behind}:{office}")
    yield from (f"lately{before}:{last}", *(f"lately{before}:{side}:{each}" for side, each in words.items()))
    yield f"lately{before}:{words['b'].split('_')[-1]}:{office}"


def rank(order: list[tuple[int, int, str]], country: str) -> str:
    """How many other countries come first."""
    found = list(dict.fromkeys(named for _, _, named in order))
    return str(found.index(country)) if country in found else "not"


def those(case: Case) -> Iterator[str]:
    """Whether anybody in the figure's sentence, and in the one before, stands for the country, or for others."""
    office, lines = case.figure.office or "none", case.lines
    for steps, number in (("here", case.spots[0][0]), ("previous", case.spots[0][0] - 1)):
        told = [agrees(lines.stands[id(f)], case.country) for f in lines.present[number][:CROWD] if f is not case.figure]
        both = f"{steps}:{'same' in told}{'other' in told}"
        yield from (both, office + both, *(f"{steps}first:{each}{office}" for each in told[:1]))


def nearest(spots: list[Spot], named: list[Spot]) -> tuple[Spot, Spot]:
    """The spot of a figure and the one of a country that are least apart: sentences first, then units."""
    pairs = [(spot, named[at]) for spot in spots for n in [bisect_left(named, spot)] for at in (n - 1, n) if 0 <= at < len(named)]
    return min(pairs, key=lambda pair: (abs(pair[0][0] - pair[1][0]), abs(pair[0][1] - pair[1][1])))


def company(case: Case) -> Iterator[str]:
    """For whom the nearest people on both sides stand, and by which words the figure is tied to them."""
    for number, index in case.spots[:2]:
        units, home = case.lines.views[number].units, agrees(case.setting.home, case.country)
        yield from (f"{side}:{words}:{home}" for side, words in around(units, index))
        yield from neighbour(case, "left", (number, index), range(index - 1, -1, -1))
        yield from neighbour(case, "right", (number, index), range(index + 1, len(units)))


def neighbour(case: Case, side: str, spot: Spot, steps: range) -> Iterator[str]:
    """The same of one side."""
    number, index = spot
    at = next((n for n in steps if (number, n) in case.lines.who and case.lines.who[number, n] is not case.figure), None)
    if at is None:
        yield f"{side}nobody"
        return
    other, office = case.lines.who[number, at], case.figure.office or "none"
    between = [word(unit) for unit in case.lines.views[number].units[min(at, index) + 1 : max(at, index)]]
    words, same = "_".join(between) if len(between) <= GAP else "long", agrees(case.lines.stands[id(other)], case.country)
    sure = f"{same}{bool(other.told)}"
    yield from (f"{side}:{same}", f"{side}:{sure}:{words}", f"{side}:{same}:{words}", f"{office}{side}:{same}")
    yield from (f"{side}:{same}:{other.office}:{office}", f"{side}:{sure}{min(len(between) // 3, 5)}")
    yield from (f"{side}has:{same}:{each}" for each in sorted(set(between)))


def around(units: Sequence[Unit], index: int) -> Iterator[tuple[str, str]]:
    """The words right before and behind a mention."""
    yield "b", "_".join([*["<s>"] * max(0, 2 - index), *(word(u) for u in units[max(0, index - 2) : index])])
    yield "a", "_".join([word(u) for u in units[index + 1 : index + 2]] or ["</s>"])


def counts(case: Case) -> Iterator[str]:
    """How often the segment, its headings and the page name the country."""
    setting, country, office, home = case.setting, case.country, case.figure.office or "none", agrees(case.setting.home, case.country)
    rank = min(setting.ranks[country], SEVERAL) if country in setting.ranks else "none"
    yield from (f"rank{rank}of{min(len(setting.ranks), SEVERAL)}", f"{office}rank{rank}", f"rank{rank}home{home}")
    seat = agrees(setting.page.seat, country)
    yield from (f"page{setting.page_ranks.get(country, 'none')}", f"seat:{seat}", f"{office}seat:{seat}:{home}")
    heads = any(country in setting.represented[n] or any(c == country for _, c in setting.free[n]) for n in setting.headings)
    yield from (f"heads{heads}", f"{office}heads{heads}", f"first{case.lines.named.get(country, [(1, 0)])[0][0] == 0}")


def peers(case: Case) -> Iterator[str]:
    """How many others of the segment stand for the country, and whether one of them has the same office."""
    country, office = case.country, case.figure.office or "none"
    own = [f for f in case.lines.standing[country][:CROWD] if f is not case.figure]
    told = [f for f in own if f.told]
    yield from (f"people{min(len(own), SEVERAL)}", f"{office}people{min(len(own), SEVERAL)}", f"told{min(len(told), SEVERAL)}")
    yield f"peer{any(f.office == case.figure.office for f in own)}:{office}"
    yield f"toldpeer{any(f.office == case.figure.office for f in told)}:{office}"
