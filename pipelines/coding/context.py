"""What a whole page says about its items: who issues it, where that office sits, and who its ambassador is.

An embassy's page speaks of "the Ambassador" and of events "here" without naming country or person in every item. What
does not belong here: people of other items in general (two Hasanovs are two people).
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from pipelines.coding.cast import issuer_country
from pipelines.coding.letterhead import embassy_of
from pipelines.lexicon.countries import is_state
from pipelines.model.cast import Cast, Person, Reference
from pipelines.model.document import Document
from pipelines.model.mention import Sentence

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
SPOKEN_TITLE = re.compile(
    r"\s*+(?:(?:joint |opening |closing |background )?(?:remarks|address|speech|transcript|interview|doorstop"
    r"|press (?:conference|briefing|gaggle|call)|q ?& ?a|questions|toast|radio|keynote|excerpts)\b)",
    re.I,
)
SPEAKER_LABEL = re.compile(
    r"^(?:Q\b|QUESTION|JOURNALIST|[A-Z][A-Z .'’-]{3,40}:|(?:THE |RT |HON|HIS |HER |MR |MS |DR |PRIME |PRESIDENT )[A-Z .,'’-]{3,60}:)", re.M
)
STAGE_DIRECTION = re.compile(r"\[ENDS\]|[(\[](?:inaudible|laughter|laughs|applause)[)\]]|^\s*E ?& ?O ?E", re.I | re.M)
LABELS_OF_TRANSCRIPT = 3
CLEARLY = 1.5
PAGE_OF_EMBASSY = 3  # so often an embassy's page names its embassy


@dataclass(frozen=True, slots=True)
class Context:
    """`home`: country of the issuer; `seat`: where its embassy stands, if the page is an embassy's."""

    home: str | None = None
    seat: str | None = None
    ambassador: Person | None = None

    @property
    def pair(self) -> list[str]:
        return [c for c in (self.home, self.seat) if c] if self.home and self.seat else []


def is_transcript(text: str, start: int, end: int) -> bool:
    """Is the segment the record of a speech, an interview or a press conference?"""
    labels = len(SPEAKER_LABEL.findall(text, start, end))
    least = 1 if labels and STAGE_DIRECTION.search(text, start, end) else LABELS_OF_TRANSCRIPT
    return bool(SPOKEN_TITLE.match(text, start)) or labels >= least


def embassies(sentences: tuple[Sentence, ...]) -> Counter[tuple[str, str]]:
    """(sending country, host country) -> how often the page names that embassy."""
    named: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        for body in sentence.organizations:
            hosts = [
                p.country for p in sentence.places if body.start <= p.start and p.end <= body.end and p.country not in (None, body.country)
            ]
            if body.kind == "embassy" and body.country and hosts and hosts[0]:
                named[body.country, hosts[0]] += 1
        for person in sentence.people:
            if person.office == "ambassador" and person.country and person.host_country:
                named[person.country, person.host_country] += 1
    return named


def speaking_for(text: str, sentences: tuple[Sentence, ...]) -> str | None:
    """The country for which "I" and "we" speak: the one named most where the first person is used."""
    votes: Counter[str] = Counter()
    for sentence in sentences:
        if FIRST_PERSON.search(text, sentence.start, sentence.end):
            votes.update({p.country: 1 for p in sentence.places if p.kind == "country" and p.country and is_state(p.country)})
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < CLEARLY * ranked[1][1]):
        return None
    return ranked[0][0]


def read_context(document: Document, sentences: tuple[Sentence, ...]) -> Context:
    """The context of a document from the sentences of all its items."""
    home = issuer_country(document, sentences) or speaking_for(document.text, sentences)
    if (told := embassy_of(document.text)) is not None and home in (None, *told):
        return Context(*told)
    ranked = embassies(sentences).most_common(2)
    if ranked and ranked[0][1] >= PAGE_OF_EMBASSY and (len(ranked) == 1 or ranked[1][1] < ranked[0][1]):
        sending, seat = ranked[0][0]
        return Context(home or sending, seat if home in (None, sending) else None)
    return Context(home)


def with_ambassador(context: Context, casts: list[Cast]) -> Context:
    """Add the one ambassador of the issuer that the items name."""
    named = {p.name: p for cast in casts for p in cast.people if p.name and p.office == "ambassador" and p.country == context.home}
    fullest = sorted(named.values(), key=lambda p: (-len(p.name or ""), p.name))
    surnames = {(p.name or "").split()[-1] for p in fullest}
    return replace(context, ambassador=fullest[0]) if context.seat and len(surnames) == 1 else context


def known_ambassador(context: Context, cast: Cast, sentences: tuple[Sentence, ...]) -> Cast:
    """Let a bare "the Ambassador" of an item mean the page's own."""
    own = context.ambassador
    if own is None or any(p.office == "ambassador" for p in cast.people):
        return cast
    guest = replace(own, key=len(cast.people), mentions=())
    bare = {
        (m.start, m.end): Reference((guest,), "office")
        for s in sentences
        for m in s.people
        if m.kind == "office" and m.office == "ambassador" and m.country in (None, own.country)
    }
    return Cast((*cast.people, guest), {**cast.references, **bare}) if bare else cast
