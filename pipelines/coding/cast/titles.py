"""Mentions by office alone ("the Serbian Defense Minister", "the envoy", "his counterpart") to people.

The best office wins, then the latest mentioned; a headline's title may mean somebody named later. A title with a country
that fits nobody is somebody nameless; one without is nobody.
"""
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import fit
from pipelines.coding.cast.scene import Scene
from pipelines.model.mention import PersonMention


def _country_fits(mention: PersonMention, figure: Figure) -> bool:
    return mention.country is None or figure.country in (None, mention.country)


def _candidates(scene: Scene) -> list[Figure]:
    """Everybody within reach: said already from the latest back, then to come, each once."""
    found: dict[int, Figure] = {}
    for number, turn in enumerate(scene.back()):
        for figure in reversed(turn.figures) if number == 0 else turn.figures:
            found.setdefault(id(figure), figure)
    here = len(scene.turns) - 1
    for figures in scene.ahead[here:here + 8]:
        for figure in figures:
            found.setdefault(id(figure), figure)
    return list(found.values())


def _score(mention: PersonMention, figure: Figure) -> float:
    if not _country_fits(mention, figure) or figure.former != mention.former:
        return 0.0
    office = fit(mention.office, figure.office)
    if not office and figure.office in (None, "unknown") and mention.country and figure.country == mention.country:
        office = 0.3
    return office and office + 0.5 * (mention.country is not None and figure.country == mention.country)


def by_office(scene: Scene, mention: PersonMention) -> Figure | None:
    """Whom a title without name means."""
    best, chosen = 0.0, None
    for figure in _candidates(scene):
        score = _score(mention, figure)
        if score > best:
            best, chosen = score, figure
    return chosen or _from_stock(scene, mention) or _nameless(scene, mention)


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
        figure = Figure()
        scene.nameless.append(figure)
    return figure


def principal(scene: Scene, mention: PersonMention) -> Figure | None:
    """Whose counterpart somebody is: the person before in the sentence, else the subject of an earlier one."""
    for turn in scene.back():
        found = next((f for f in turn.figures if mention.country is None or f.country != mention.country), None)
        if found is not None:
            return found
    return None


def counterpart(scene: Scene, mention: PersonMention) -> Figure | None:
    """"his Azerbaijani counterpart", "her colleague": the same office of the other country."""
    whose = principal(scene, mention)

    def fits(figure: Figure) -> bool:
        if figure is whose or (mention.country and figure.country != mention.country):
            return False
        return mention.country is not None or whose is None or figure.country is None or figure.country != whose.country

    same_office = scene.recent(lambda f: fits(f) and whose is not None and fit(whose.office, f.office) == 1.0)
    return same_office or scene.recent(fits)
