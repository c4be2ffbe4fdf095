"""`resolve_cast`: the steps of the cast in order."""
import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from pipelines.coding.cast.countries import fill_countries
from pipelines.coding.cast.couples import sexes, wives
from pipelines.coding.cast.figures import Figure, cluster
from pipelines.coding.cast.groups import (
    assembly,
    by_countries,
    delegation,
    guest_or_host,
    heads,
    meaning,
    one_side,
    several,
    sides,
    visitors,
)
from pipelines.coding.cast.holders import office_by_name, portfolio_by_name
from pipelines.coding.cast.introductions import introduce, unite_headline_names
from pipelines.coding.cast.pronouns import learn_genders, pronoun
from pipelines.coding.cast.scene import Scene
from pipelines.coding.cast.setting import Page, Setting
from pipelines.coding.cast.titles import by_office, counterpart, with_office_of_principal
from pipelines.coding.learned.nations import settle_nations
from pipelines.coding.view import View
from pipelines.model.cast import Cast, Person, Reference
from pipelines.model.mention import PersonMention, Sentence
from pipelines.recognize.people.rereading import office_in

_SPEAKER = re.compile(
    r"\b(?:statement|remarks|address|speech|interview|press conference|message|letter|toast|transcript|op-ed)\b"
    r"[^.\n]{0,40}?\b(?:by|of|from|with)\s+(?:the\s+|his\s+|her\s+)?(?:excellency\s+)?", re.I)
_OWNS = re.compile(r"[’'`´]s?\b|[’'`´](?=\s)")
_FIRST_PERSON = frozenset({"i", "me", "my"})
_QUOTED = re.compile(r"“[^”]{0,2000}+”?|\"[^\"]{0,2000}+\"?")
_BYLINE = 160  # characters before a name in which the word for the text it is the author of stands
_OPENING = 20  # characters of a line within which "Statement by …" names its author
Meant = dict[tuple[int, int], tuple[list[Figure], str]]


def resolve_cast(
    text: str, sentences: tuple[Sentence, ...], home: str | None = None, known: tuple[Person, ...] = (), day: date | None = None,
    page: Page | None = None, views: Sequence[View] | None = None,
) -> Cast:
    """The people of one segment and whom each mention means.

    `text` is the whole document's. `home`: country of the issuer (`issuer_country`), for people whom the text gives no
    country. `known`: people of the document's other segments, for a country or an office this segment does not repeat.
    `day`: of the text, for whom its office holders can be. `page`: what all segments say, this one alone if it is not given. `views`: the
    sentences as frames see them, if that is known.
    """
    setting = ruled_setting(text, sentences, home, known, day, page, views)
    settle_nations(setting)
    figures, whose = setting.figures, setting.whose
    _fill_offices(figures, day)
    _reread_offices(figures)
    ahead = [[whose[m] for m in s.people if m in whose] for s in sentences]
    scene = Scene(text, ahead, home, setting.speaker, stock=[_returning(person) for person in known])
    meant = _perform(scene, sentences, whose, learn_genders(scene, figures))
    return _freeze(meant)


def ruled_setting(
    text: str, sentences: tuple[Sentence, ...], home: str | None = None, known: tuple[Person, ...] = (), day: date | None = None,
    page: Page | None = None, views: Sequence[View] | None = None,
) -> Setting:
    """The named people of a segment, with the countries that rules give them."""
    named = [m for s in sentences for m in s.people if m.kind == "named" and m.name]
    known_sexes = sexes(text, named)
    figures, whose = cluster(named, known_sexes, wives(text, named, known_sexes))
    figures = unite_headline_names(sentences, figures, whose)
    introduce(text, sentences, figures, whose)
    _complete_names(figures, known)
    speaker, speaks = _speaker(text, sentences, whose), _author_speaks(text, sentences)
    setting = Setting(text, sentences, figures, whose, home, known, speaks, speaker, day, page, views)
    fill_countries(setting)
    return setting


def _complete_names(figures: list[Figure], known: tuple[Person, ...]) -> None:
    """Whom a segment calls by surname alone, and another introduces in full, is that person, if no namesake is introduced too."""
    for figure in figures:
        if figure.office is not None or figure.told or any(len(name.split()) > 1 for name in figure.names):
            continue
        bearers = {p.name: p for p in known if p.name and " " in p.name and p.name.split()[-1] in figure.names}
        if len(bearers) == 1:
            (name, figure.template), = bearers.items()
            figure.names.append(name)


def _fill_offices(figures: list[Figure], day: date | None) -> None:
    """Give whom the text gives no title, or a bare "Minister", the office he is known to have held then."""
    for figure in figures:
        name, title = figure.name or "", figure.title
        if figure.office is None and not figure.former and (office := office_by_name(name, figure.country, day)):
            figure.offices[office] = None
        elif figure.office == "minister" and title and (office := portfolio_by_name(name, title, figure.country, day)):
            figure.offices[office] = figure.offices.pop("minister")


def _reread_offices(figures: list[Figure]) -> None:
    """What a title means may depend on the state, which another mention or the context has told."""
    for figure in figures:
        office, title, country = figure.office, figure.title, figure.country
        if office and title and country and (value := office_in(title, country, office)) != office:
            del figure.offices[office]
            figure.offices[value] = title


def _speaker(text: str, sentences: tuple[Sentence, ...], whose: dict[PersonMention, Figure]) -> Figure | None:
    """Whom the heading or the first lines name as the author: "Statement by the Prime Minister, X"."""
    for sentence in sentences[:4]:
        for mention in sentence.people:
            match = _SPEAKER.search(text, max(sentence.start, mention.start - _BYLINE), mention.start) if mention in whose else None
            opens = match is not None and (sentence.is_heading or match.start() <= sentence.start + _OPENING)
            if match is not None and opens and match.end() >= mention.start - 1:
                return whose[mention]
    return None


def _author_speaks(text: str, sentences: tuple[Sentence, ...]) -> bool:
    """Whether the text says "I" outside quotation marks."""
    quoted = [match.span() for s in sentences for match in _QUOTED.finditer(text, s.start, s.end)]
    said = (m for s in sentences for m in s.people if m.kind == "pronoun" and text[m.start:m.end].lower() in _FIRST_PERSON)
    return any(not any(start <= m.start < end for start, end in quoted[bisect_right(quoted, (m.start,)) - 1:][:2]) for m in said)


def _returning(person: Person) -> Figure:
    offices: dict[str, str | None] = {person.office: person.office_as_written} if person.office else {}
    return Figure(names=[person.name] if person.name else [], inferred=person.country, offices=offices, template=person)


def _perform(scene: Scene, sentences: tuple[Sentence, ...], whose: dict[PersonMention, Figure], genders: dict[int, str]) -> Meant:
    meant: Meant = {}
    for sentence in sentences:
        scene.open(sentence)
        for number, mention in enumerate(sentence.people):
            following = next(((m, whose[m]) for m in sentence.people[number + 1:number + 2] if m in whose), None)
            figures, resolution = _meaning_of(scene, mention, whose, genders, following)
            if len(figures) == 1 and mention.kind in ("office", "pronoun"):
                figures[0].add(mention)
            if figures:
                meant[(mention.start, mention.end)] = (figures, resolution)
            scene.note(figures, _OWNS.match(scene.text, mention.end) is not None)
    return meant


def _meaning_of(
    scene: Scene, mention: PersonMention, whose: dict[PersonMention, Figure], genders: dict[int, str],
    following: tuple[PersonMention, Figure] | None,
) -> tuple[list[Figure], str]:
    if mention in whose:
        return [whose[mention]], "named"
    if mention.kind == "pronoun":
        return pronoun(scene, mention, genders), "pronoun"
    if mention.relation in ("guest", "host"):
        return guest_or_host(scene, mention), "office"
    if mention.kind == "delegation":
        return delegation(scene, mention, following), "group"
    if mention.kind == "group" or mention.plural:
        return _group(scene, mention), "group"
    figure = counterpart(scene, mention) if mention.relation == "counterpart" else by_office(scene, mention)
    return ([figure] if figure else []), "office"


def _group(scene: Scene, mention: PersonMention) -> list[Figure]:
    if len(mention.countries) == 1 and mention.country and not mention.relation:
        return several(scene, mention) or by_countries(scene, mention)
    if mention.countries:
        return by_countries(scene, with_office_of_principal(scene, mention))
    kind = meaning(scene.text, mention)
    if kind == "sides":
        return one_side(scene, mention.country) if mention.country else sides(scene)
    if kind == "visitors":
        return visitors(scene, mention)
    if kind == "heads" and mention.office in (None, "unknown") and mention.country is None:
        return assembly(scene, mention) or heads(scene, mention)
    if kind in ("assembly", "pair", "heads"):
        return assembly(scene, mention) or (several(scene, mention) if kind != "assembly" else [])
    return []


def _freeze(meant: Meant) -> Cast:
    figures: dict[int, Figure] = {}
    for key in sorted(meant):
        for figure in meant[key][0]:
            figures.setdefault(id(figure), figure)
    people = {identity: figure.freeze(number) for number, (identity, figure) in enumerate(figures.items())}
    references = {key: Reference(tuple(people[id(f)] for f in meant[key][0]), meant[key][1]) for key in sorted(meant)}
    return Cast(tuple(people.values()), references)
