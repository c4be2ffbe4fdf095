"""Several people in one word: "the two ministers", "the sides", "the guests", "a delegation led by X".

What a group noun means is a row of `lexicon/group_words.tsv`; whom it means is read off the scene: the latest sentence
that has enough people of the right office, of two countries where sides are meant.
"""
import re
from functools import cache

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import counterpart_office, fit
from pipelines.coding.cast.scene import LOOK_BACK, Scene
from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import PersonMention
from pipelines.recognize.people.rereading import office_in

_HEADS = frozenset({"head_of_state", "head_of_government", "deputy_head_of_government", "royal_or_spouse"})
_LOOK_AHEAD = 8  # sentences in which a headline's group may find its members
_WORD = re.compile(r"[A-Za-z]++")
_INDEFINITE = re.compile(r"an?\s", re.I)
_COUNTED = re.compile(r"\b(?:two|both|three|pair)\b", re.I)
_GATHERED = 3  # countries of people in one sentence that make a gathering
_LED_BY = re.compile(
    r"[\s,]*+(?:(?:that|which) (?:is|was)\s+)?(?:led|headed|chaired|under the leadership of)?\s*(?:by\s+)?(?:the\s+|its\s+)?", re.I)


@cache
def _meanings() -> dict[str, str]:
    return {row["word"]: row["means"] for row in read_tsv("group_words.tsv")}


def meaning(text: str, mention: PersonMention) -> str:
    words = [match.group().lower() for match in _WORD.finditer(text, mention.start, min(mention.end, mention.start + 200))]
    found = {_meanings()[word] for word in words if word in _meanings()}
    if "counted" in found:  # "the two generals", not "the generals"
        return "pair" if _COUNTED.search(text, mention.start, mention.end) else "nobody"
    return next((kind for kind in ("sides", "visitors", "assembly", "nobody", "heads", "pair") if kind in found), "pair")


def _fits(mention: PersonMention, figure: Figure, loosely: bool = False) -> bool:
    if figure.former or (mention.country is not None and figure.country != mention.country):
        return False
    if mention.office in (None, "unknown", figure.office) or (loosely and fit(mention.office, figure.office) > 0):
        return True
    there = office_in(mention.office_as_written or "", figure.country, mention.office or "") if figure.country else None
    return there not in (None, mention.office) and there in {figure.office, counterpart_office(figure.office, figure.title)}


def _spread(figures: list[Figure], count: int) -> list[Figure]:
    """The first `count`, of different countries if that can be."""
    chosen: list[Figure] = []
    for figure in figures:
        if figure.country is None or figure.country not in {f.country for f in chosen}:
            chosen.append(figure)
    return (chosen if len(chosen) >= count else figures)[:count]


def heads(scene: Scene, mention: PersonMention) -> list[Figure]:
    """"The leaders": of those who lead states, if there are enough."""
    def leads(figure: Figure) -> bool:
        return figure.office in _HEADS and not figure.former

    for turn in scene.back():
        here = [figure for figure in turn.actors if leads(figure)]
        if len(here) >= (mention.count or 2):
            return here[:mention.count]
    return several(scene, mention)


def assembly(scene: Scene, mention: PersonMention) -> list[Figure]:
    """"The ministers" of a gathering: everybody with such an office, up to the last sentence that lists people of three countries."""
    turns = [turn for turn in scene.turns[-LOOK_BACK:] if not turn.sentence.is_heading]
    fitting = [[f for f in turn.figures if _fits(mention, f, True)] for turn in turns]
    last = max((n for n, here in enumerate(fitting) if len(_lands(here)) >= _GATHERED), default=None)
    if last is None or mention.count or mention.country or _COUNTED.search(scene.text, mention.start, mention.end):
        return []
    return list({id(f): f for here in fitting[:last + 1] for f in here}.values())


def guest_or_host(scene: Scene, mention: PersonMention) -> list[Figure]:
    """"The visiting dignitary", "his host": the foreigner told last, and whoever he was with last."""
    came = visitors(scene, mention)
    if mention.relation == "guest" or not came:
        return came[:1] if mention.relation == "guest" else []
    host = scene.recent(lambda f: f.country not in (None, came[0].country) and not f.former)
    return [host] if host else []


def several(scene: Scene, mention: PersonMention) -> list[Figure]:
    """The people a plural title means: of exactly that office if there are enough, else of one it may mean."""
    return _several(scene, mention, False) or (_several(scene, mention, True) if mention.office not in (None, "unknown") else [])


def _several(scene: Scene, mention: PersonMention, loosely: bool) -> list[Figure]:
    """As many as the mention says, from the latest sentence that has them."""
    wanted = mention.count or 2
    gathered: list[Figure] = []
    for distance, turn in enumerate(scene.back()):
        here = [figure for figure in turn.actors if _fits(mention, figure, loosely)]
        if not gathered and 0 < distance <= 2 and len(here) == 1 and wanted == 2:
            main = scene.protagonist(here[0])
            if main is not None and _fits(mention, main, loosely) and mention.country is None:
                return [main, here[0]]
        if _enough(here, wanted, mention):
            return _spread(here, mention.count) if mention.count else here
        gathered.extend(figure for figure in here if figure not in gathered)
        if _enough(gathered, wanted, mention):
            return _spread(gathered, wanted)
    later = [f for figures in scene.ahead[len(scene.turns) - 1:][:_LOOK_AHEAD] for f in figures if _fits(mention, f, loosely)]
    gathered.extend(figure for figure in later if figure not in gathered)
    if _enough(gathered, wanted, mention):
        return _spread(gathered, wanted)
    return gathered if mention.country else []


def _enough(figures: list[Figure], wanted: int, mention: PersonMention) -> bool:
    countries = {figure.country for figure in figures}
    return len(figures) >= wanted and (mention.country is not None or len(countries) > 1 or countries == {None})


def _lands(figures: list[Figure]) -> set[str]:
    return {figure.country for figure in figures if figure.country}


def sides(scene: Scene) -> list[Figure]:
    """Everybody of the latest sentence with people of two countries (of its subject alone if that has them); else the
    latest of each until there are two."""
    gathered: list[Figure] = []
    for turn in scene.back():
        if len(_lands(turn.opening)) > 1:
            return turn.opening
        here = [figure for figure in turn.actors if not figure.former]
        if len(_lands(here)) > 1:
            return here
        gathered.extend(figure for figure in here if figure.country not in {f.country for f in gathered})
        if len(_lands(gathered)) > 1:
            return gathered
    return gathered if len(gathered) > 1 else []


def visitors(scene: Scene, mention: PersonMention) -> list[Figure]:
    """Those who came: of the country said; else the last delegation; else the subject of a sentence that tells of a trip."""
    if mention.country:
        return one_side(scene, mention.country)
    if scene.delegation:
        return list(scene.delegation)
    for turn in scene.back():
        if turn.travels and turn.subject is not None and (turn.subject.country != scene.home or scene.home is None):
            return [figure for figure in turn.figures if figure.country == turn.subject.country]
    abroad = scene.recent(lambda f: scene.home is not None and f.country not in (None, scene.home))
    return [abroad] if abroad else []


def one_side(scene: Scene, country: str) -> list[Figure]:
    """"The Estonian side": everybody of the state in the latest sentence that has any."""
    for turn in scene.back():
        here = [figure for figure in turn.figures if figure.country == country and not figure.former]
        if here:
            return here
    return []


def delegation(scene: Scene, mention: PersonMention, following: tuple[PersonMention, Figure] | None) -> list[Figure]:
    """The head of a delegation: named right after it, else known before, else the latest person of its country."""
    if following is not None and _LED_BY.fullmatch(scene.text, mention.end, following[0].start):
        scene.delegation = [following[1]]
    elif mention.plural:
        return sides(scene)
    elif mention.country:
        headed = [figure for figure in scene.delegation if figure.country == mention.country]
        scene.delegation = headed or one_side(scene, mention.country)[:1]
    elif _INDEFINITE.match(scene.text, mention.start):
        return []
    elif not scene.delegation:
        scene.delegation = visitors(scene, mention)[:1]
    return list(scene.delegation)


def by_countries(scene: Scene, mention: PersonMention) -> list[Figure]:
    """"Defense Ministers of Canada and France": of each country who holds the office, or somebody nameless."""
    found = []
    for country in mention.countries if mention.office or meaning(scene.text, mention) == "sides" else ():
        def holds(figure: Figure, country: str = country) -> bool:
            return figure.country == country and (mention.office is None or fit(mention.office, figure.office) > 0)

        figure = scene.recent(holds) or (scene.coming(holds) if mention.office else None)
        if figure is None and mention.office:
            figure = next((f for f in scene.nameless if f.country == country and f.office == mention.office), None)
            if figure is None:
                figure = Figure(inferred=country, offices={mention.office: None})
                scene.nameless.append(figure)
        if figure is not None:
            found.append(figure)
    return found
