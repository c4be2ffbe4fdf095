"""Mentions by office alone ("the Serbian Defense Minister", "the envoy", "his counterpart") to people.

The best office wins, then the latest mentioned; a headline's title may mean somebody named later. A title with a country
that fits nobody is somebody nameless; one without is nobody.
"""
import re
from dataclasses import replace

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import SEATS, chief_office, counterpart_office, fit, possible_in, title_kinds
from pipelines.coding.cast.scene import Scene
from pipelines.model.mention import PersonMention

_WORD = re.compile(r"[A-Za-z]{3,}+")
_BEFORE_PORTFOLIO = re.compile(r"^(?:(?!\b(?:for|of)\b).)*+", re.I | re.S)
_NO_PORTFOLIO = frozenset({
    "the", "for", "and", "minister", "ministers", "secretary", "cabinet", "federal", "senior", "his", "her", "state", "union",
})
_FROM = re.compile(r"\s+from\s+(?:the\s+)?", re.I)
_LOOK_AHEAD = 8  # sentences in which a headline's title may find its bearer
_HEADS = frozenset({"president", "monarch", "prime minister", "chancellor", "governor-general"})


def _country_fits(mention: PersonMention, figure: Figure) -> bool:
    return mention.country is None or figure.country in (None, mention.country)


def _candidates(scene: Scene, mention: PersonMention) -> list[Figure]:
    """Everybody within reach: said already from the latest back; for a headline or a title that names a seat also those to come."""
    found: dict[int, Figure] = {}
    for number, turn in enumerate(scene.back()):
        for figure in reversed(turn.figures) if number == 0 else turn.figures:
            found.setdefault(id(figure), figure)
    if scene.turns[-1].sentence.is_heading or mention.country or mention.office in SEATS | {"ambassador"}:
        here = len(scene.turns) - 1
        for figure in (f for figures in scene.ahead[here:here + _LOOK_AHEAD] for f in figures):
            if mention.country or scene.home is None or figure.country in (None, scene.home) or mention.office != chief_office(scene.home):
                found.setdefault(id(figure), figure)
    return list(found.values())


def _other_title(mention: PersonMention, figure: Figure) -> bool:
    """A king is not the president, though both are heads of state."""
    said, held = (title_kinds(title) & _HEADS for title in (mention.office_as_written, figure.title))
    return bool(said and held) and said.isdisjoint(held)


def _portfolio_fits(mention: PersonMention, figure: Figure) -> bool:
    """"the Minister for Science" is not the foreign minister: a portfolio said must be a portfolio held."""
    if mention.office != "minister":
        return True
    words = mention.office_as_written or ""
    said = _portfolio(_BEFORE_PORTFOLIO.sub("", words) if mention.country else words)  # "the Indian Minister": no portfolio
    return not said or bool(said & _portfolio(figure.title))


def _portfolio(title: str | None) -> set[str]:
    return {word.lower() for word in _WORD.findall(title or "")} - _NO_PORTFOLIO


def _score(mention: PersonMention, figure: Figure) -> float:
    if not _country_fits(mention, figure) or figure.former != mention.former or _other_title(mention, figure):
        return 0.0
    office = fit(mention.office, figure.office) if _portfolio_fits(mention, figure) else 0.0
    if not office and figure.office in (None, "unknown") and mention.country and figure.country == mention.country:
        office = 0.3
    return office and office + 0.5 * (mention.country is not None and figure.country == mention.country)


def by_office(scene: Scene, mention: PersonMention) -> Figure | None:
    """Whom a title without name means."""
    mention = _with_country_behind(scene, mention)
    best, chosen = 0.0, None
    for figure in _candidates(scene, mention):
        score = _score(mention, figure)
        if score > best:
            best, chosen = score, figure
    return chosen or _from_stock(scene, mention) or _nameless(scene, _issuers_own(scene, mention))


def _with_country_behind(scene: Scene, mention: PersonMention) -> PersonMention:
    """"the minister from Norway": the country that follows a title belongs to it."""
    if mention.country is not None:
        return mention
    for place in scene.turns[-1].sentence.places:
        if place.kind == "country" and len(place.countries) == 1 and _FROM.fullmatch(scene.text, mention.end, place.start):
            return replace(mention, country=place.countries[0])
    return mention


def _issuers_own(scene: Scene, mention: PersonMention) -> PersonMention:
    """"The Prime Minister" before anybody is named, in a text of a state that has one, is that state's."""
    own = scene.home is not None and mention.country is None and mention.office == chief_office(scene.home)
    possible = own and possible_in(scene.home or "", mention.office, mention.office_as_written)
    return replace(mention, country=scene.home) if possible else mention


def _from_stock(scene: Scene, mention: PersonMention) -> Figure | None:
    """The one person of the document's other segments with this office."""
    fitting = [f for f in scene.stock if fit(mention.office, f.office) == 1.0 and _country_fits(mention, f)]
    return fitting[0] if len(fitting) == 1 else None


def _nameless(scene: Scene, mention: PersonMention) -> Figure | None:
    if mention.country is None or mention.office in (None, "unknown"):
        return None
    same = (f for f in scene.nameless if f.country == mention.country and f.office == mention.office)
    figure = next(same, None)
    if figure is None:
        figure = Figure(inferred=mention.country, offices={mention.office or "": mention.office_as_written})
        scene.nameless.append(figure)
    return figure


def principal(scene: Scene, mention: PersonMention) -> Figure | None:
    """Whose counterpart somebody is: the person before in the sentence, else the subject of an earlier one."""
    for turn in scene.back():
        found = next((f for f in turn.figures if mention.country is None or f.country != mention.country), None)
        if found is not None:
            return found
    return None


def with_office_of_principal(scene: Scene, mention: PersonMention) -> PersonMention:
    """"His Qatari and Pakistani counterparts" hold the office of whose counterparts they are."""
    if mention.relation != "counterpart" or mention.office:
        return mention
    whose = principal(scene, mention)
    return replace(mention, office=counterpart_office(whose.office, whose.title)) if whose else mention


def counterpart(scene: Scene, mention: PersonMention) -> Figure | None:
    """"his Azerbaijani counterpart", "her colleague": the same office of the other country."""
    whose = principal(scene, mention)

    def fits(figure: Figure) -> bool:
        if figure is whose or (mention.country and figure.country != mention.country):
            return False
        return mention.country is not None or whose is None or figure.country is None or figure.country != whose.country

    same_office = scene.recent(lambda f: fits(f) and whose is not None and fit(whose.office, f.office) == 1.0)
    return same_office or scene.recent(fits)
