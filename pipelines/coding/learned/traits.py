"""What the network sees of a mention beside its symbol: of which side it is, which office, what kind of body, when a date lies.

Sides are numbered in the order in which the sentence names them, so no country is ever seen. What does not belong here: what any
of it means (`lexicon/network.npz`).
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from pipelines.coding.item import Item
from pipelines.coding.view import ACTORS, Unit, View
from pipelines.lexicon.countries import is_state
from pipelines.model.cast import Person
from pipelines.model.mention import ResolvedDate
from pipelines.recognize.dates.resolve import resolve

LAST_SIDE = 2  # from which on it makes no difference how many were named before
SIDES_OF_ONE = 3  # countries of one mention that are looked at
DAYS = ((3, "days"), (30, "month"), (365, "year"))  # how long ago
SOON = 30  # days

Order = dict[str, int]  # country -> how many others the sentence names before it
Traits = tuple[str, ...]


def traits_of(item: Item, view: View) -> list[Traits]:
    """The traits of every unit of the view, without doubles and in order."""
    order: Order = {}
    return [tuple(dict.fromkeys(traits(item, unit, order))) if unit.symbol or unit.capital else () for unit in view.units]


def traits(item: Item, unit: Unit, order: Order) -> Iterator[str]:
    if unit.symbol in ACTORS:
        yield from of_actor(item, unit, order)
    elif unit.symbol:
        yield from BY_SYMBOL[unit.symbol](item, unit, order)
    else:
        yield "capital"


def of_actor(item: Item, unit: Unit, order: Order) -> Iterator[str]:
    """Of people: sides, offices, how many they are and how well the text knows them."""
    people, mention = item.cast.of(unit.mention).people, unit.mention
    countries = known(p.country for p in people) or known([mention.country]) or known(mention.countries)
    yield from sides(item, countries[:SIDES_OF_ONE], order)
    yield from (f"countries:{n}" for n in [min(len(countries), 2)] if n != 1)
    yield from (f"office:{office}" for office in known(p.office for p in people))
    yield from ("said",) if mention.office else ()
    yield from company(people)


def company(people: Collection[Person]) -> Iterator[str]:
    """Whether anybody is meant whom the text knows, several, somebody by name, somebody out of office."""
    yield f"people:{min(len(people), 2)}"
    if not any(p.name for p in people):
        yield "nameless"
    if any(p.former for p in people):
        yield "former"


def known(values: Collection[str | None] | Iterator[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def sides(item: Item, countries: Collection[str], order: Order) -> Iterator[str]:
    for country in countries:
        yield f"side:{min(order.setdefault(country, len(order)), LAST_SIDE)}"
        if not is_state(country):
            yield "organization"
        if item.home:
            yield "home" if country == item.home else "abroad"


def of_place(item: Item, unit: Unit, order: Order) -> Iterator[str]:
    return sides(item, known([unit.mention.country]), order)


def of_body(item: Item, unit: Unit, order: Order) -> Iterator[str]:
    yield f"body:{unit.mention.kind}"
    yield from sides(item, known([unit.mention.country]), order)


def of_gathering(item: Item, unit: Unit, order: Order) -> Iterator[str]:
    yield f"gathering:{unit.mention.event_type}"
    yield from sides(item, unit.mention.countries[:SIDES_OF_ONE], order)


def of_instrument(item: Item, unit: Unit, order: Order) -> Iterator[str]:
    yield f"instrument:{unit.mention.agreement_type}"
    yield "definite" if unit.mention.definite else "indefinite"
    yield "specific" if unit.mention.specific else "vague"
    yield from sides(item, unit.mention.parties[:SIDES_OF_ONE], order)


def of_date(item: Item, unit: Unit, _: Order) -> Iterator[str]:
    found = resolve(unit.mention, item.anchor, item.text)
    yield f"precision:{found.precision}"
    if found.start_date is not None and item.anchor is not None:
        yield f"lies:{lies(found, found.start_date, item.anchor)}"


def lies(found: ResolvedDate, start: date, anchor: date) -> str:
    """Where the date lies as seen from the day of the text."""
    first, last = (start - anchor).days, ((found.end_date or start) - anchor).days
    if first <= 0 <= last:
        return "now"
    if first > 0:
        return "soon" if first <= SOON else "later"
    return next((f"{name} ago" for most, name in DAYS if -last <= most), "long ago")


BY_SYMBOL: dict[str, Callable[[Item, Unit, Order], Iterator[str]]] = {
    **dict.fromkeys("CASL", of_place),
    "O": of_body,
    "E": of_gathering,
    "I": of_instrument,
    "D": of_date,
}
