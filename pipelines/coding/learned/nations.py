"""For which country somebody stands whose own mentions do not say it: of all that the page names the likeliest by what was learnt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import exp

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.setting import Setting
from pipelines.coding.learned.nationality import (
    EARLY,
    Case,
    Lines,
    Spot,
    company_features,
    nation_features,
    own_features,
    unnamed,
)
from pipelines.coding.learned.weights import HUNDRED
from pipelines.coding.view import ACTORS
from pipelines.lexicon.weights import weight

NATIONS = "learned_nations.tsv.gz"
ENOUGH = 0.4  # probability from which on the likeliest stands against what rules say; chosen on the labelled texts kept back
ROUNDS = 2  # in each, everybody is judged by what the one before found of the others
MOST = 10  # countries that are asked about
FIGURES = 200  # people of a segment that are asked about
PLACES = frozenset("CASLO")
SURE = frozenset(["elsewhere"])  # rungs that are not asked again: another item says it


def settle_nations(setting: Setting) -> None:
    """Gives figures whose mentions name no country the likeliest one."""
    open_ones = open_figures(setting)
    if not open_ones:
        return
    lines = lines_of(setting)
    judged = [(figure, cases, [weight(NATIONS, each) for each in alone(cases)]) for figure, cases in asked(setting, lines, open_ones)]
    for _ in range(ROUNDS):
        found = [(figure, likeliest(cases, known) or figure.inferred) for figure, cases, known in judged]
        stand(lines, found)
    for figure in open_ones:
        figure.inferred = lines.stands[id(figure)]


def stand(lines: Lines, found: Iterable[tuple[Figure, str | None]]) -> None:
    """Note for whom figures stand."""
    for figure, country in found:
        before = lines.stands.get(id(figure))
        if before is not None and before != country:
            lines.standing[before].remove(figure)
        if country is not None and before != country:
            lines.standing[country].append(figure)
        lines.stands[id(figure)] = country


def open_figures(setting: Setting) -> list[Figure]:
    """Whose own mentions name no country."""
    return [f for f in setting.figures if f.names and not f.told and f.rung not in SURE][:FIGURES]


def lines_of(setting: Setting) -> Lines:
    """The sentences with whom they name, everybody standing for whom rules say."""
    lines = Lines(setting.views, [], {}, defaultdict(list), defaultdict(list), {}, defaultdict(list), defaultdict(list))
    stand(lines, ((figure, figure.country) for figure in setting.figures))
    for number, each in enumerate(setting.views):
        for index, unit in enumerate(each.units):
            if unit.symbol == "N" and unit.mention in setting.whose:
                figure = lines.who[number, index] = setting.whose[unit.mention]
                lines.spots[id(figure)].append((number, index))
                lines.present[number].append(figure)
            if (unit.symbol in PLACES or unit.symbol in ACTORS) and unit.mention.country:
                lines.named[unit.mention.country].append((number, index))
                lines.order.append((number, index, unit.mention.country))
    return lines


def asked(setting: Setting, lines: Lines, figures: list[Figure]) -> Iterator[tuple[Figure, list[Case]]]:
    """Each figure with every country that it may stand for; not those whom no sentence shows."""
    named = sorted(lines.named, key=lambda country: (-len(lines.named[country]), country))
    page = sorted(setting.page.named, key=lambda country: (-setting.page.named[country], country))
    for figure in figures:
        wanted = dict.fromkeys([figure.inferred, setting.home, *named[:MOST], setting.page.seat, *page])
        countries = [country for country in wanted if country][:MOST]
        spots: list[Spot] = lines.spots[id(figure)][:EARLY]
        if spots and countries:
            yield figure, [Case(setting, lines, figure, country, spots, len(countries)) for country in countries]


def likeliest(cases: list[Case], known: list[int]) -> str | None:
    """The country for which most speaks; None where that is not likely, or where more speaks for one that the page does not name.

    `known`: the weight of what is independent of others, of "none of these" and of every country.
    """
    found = [known[0], *(own + weight(NATIONS, company_features(case)) for own, case in zip(known[1:], cases, strict=True))]
    best = max(found)
    probability = 1 / sum(exp((each - best) / HUNDRED) for each in found)
    return cases[found.index(best) - 1].country if found.index(best) and probability >= ENOUGH else None


def alone(cases: list[Case]) -> list[set[str]]:
    """The features of "none of these" and of every country that do not depend on others."""
    return [unnamed(cases[0]), *map(own_features, cases)]


def answers(cases: list[Case]) -> list[set[str]]:
    """All features of "none of these", and of every country."""
    return [unnamed(cases[0]), *map(nation_features, cases)]
