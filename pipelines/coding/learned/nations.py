"""For which country somebody stands whose own mentions do not say it: of all that the page names the likeliest by what was learnt."""

from collections import defaultdict
from collections.abc import Iterator
from math import exp

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.setting import Setting
from pipelines.coding.learned.nationality import EARLY, Case, Lines, Spot, nation_features, unnamed
from pipelines.coding.learned.weights import HUNDRED
from pipelines.coding.view import ACTORS, view
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
    if open_ones:
        lines = lines_of(setting)
        for _ in range(ROUNDS):
            lines.stands.update([(id(f), likeliest(cases) or f.inferred) for f, cases in asked(setting, lines, open_ones)])
        for figure in open_ones:
            figure.inferred = lines.stands[id(figure)]


def open_figures(setting: Setting) -> list[Figure]:
    """Whose own mentions name no country."""
    return [f for f in setting.figures if f.names and not f.told and f.rung not in SURE][:FIGURES]


def lines_of(setting: Setting) -> Lines:
    """The sentences with whom they name, everybody standing for whom rules say."""
    views = [view(setting.text, sentence) for sentence in setting.sentences]
    lines = Lines(views, [], {}, defaultdict(list), defaultdict(list), {id(f): f.country for f in setting.figures})
    for number, each in enumerate(views):
        for index, unit in enumerate(each.units):
            if unit.symbol == "N" and unit.mention in setting.whose:
                figure = lines.who[number, index] = setting.whose[unit.mention]
                lines.spots[id(figure)].append((number, index))
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


def likeliest(cases: list[Case]) -> str | None:
    """The country for which most speaks; None where that is not likely, or where more speaks for one that the page does not name."""
    found = [weight(NATIONS, features) / HUNDRED for features in answers(cases)]
    best = max(found)
    probability = 1 / sum(exp(each - best) for each in found)
    return cases[found.index(best) - 1].country if found.index(best) and probability >= ENOUGH else None


def answers(cases: list[Case]) -> list[set[str]]:
    """The features of "none of these", and of every country."""
    return [unnamed(cases[0]), *map(nation_features, cases)]
