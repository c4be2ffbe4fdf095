"""Text becomes mentions: sentences, places, organizations, people, dates, documents, gatherings.

`recognize` is the whole layer. Pure functions over text and offsets; what a mention does in an event is `coding`.
"""
from collections.abc import Sequence

from pipelines.model.document import Document, Segment
from pipelines.model.mention import PersonMention, Sentence

LONGEST_HEADING = 220  # characters
LONGEST_TITLE = 400
LEAST_BLANKS = 2  # in a heading in capitals


def is_heading(text: str, start: int, end: int) -> bool:
    """A short line of its own without a full stop; one in capitals that opens a paragraph, stopped or not; the title of a document."""
    if opens_in_capitals(text, start, end) or in_title(text, start):
        return True
    if text[end - 1] in ".!?\"”’;:" or end - start > LONGEST_HEADING:
        return False
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    return not text[line_start:start].strip() and not text[end:line_end if line_end >= 0 else len(text)].strip()


def opens_in_capitals(text: str, start: int, end: int) -> bool:
    """ "BALTIC LEADERS MEET IN RIGA. Prime ministers …"."""
    written = text[start:end]
    short = end - start <= LONGEST_HEADING and written.count(" ") >= LEAST_BLANKS
    return short and written.isupper() and not text[text.rfind("\n", 0, start) + 1 : start].strip()


def in_title(text: str, start: int) -> bool:
    """Does `start` lie in a first line that a blank line follows and that no full stop ends: "STATEMENT BY THE P.M. MR. X"?"""
    end = text.find("\n\n", 0, LONGEST_TITLE)
    return 0 <= start < end and "\n" not in text[:end] and text[end - 1] not in ".!?\"”’;:"


def recognize(document: Document, segment: Segment, elsewhere: Sequence[PersonMention] = ()) -> tuple[Sentence, ...]:
    """Everything recognized in `segment`, sentence by sentence. `elsewhere`: people whom other segments introduce by full name."""
    from pipelines.recognize.dates import date_order, find_dates
    from pipelines.recognize.gatherings import find_gatherings
    from pipelines.recognize.instruments import find_instruments
    from pipelines.recognize.organizations import find_organizations
    from pipelines.recognize.people import find_people
    from pipelines.recognize.places import find_places
    from pipelines.recognize.sentences import split

    text = document.text
    spans = split(text, segment.char_start, segment.char_end)
    places, organizations = [], []
    for start, end in spans:  # one sentence after the other: what is folded for its places is still known for its organizations
        places.append(find_places(text, start, end))
        organizations.append(find_organizations(text, start, end, places[-1]))
    people = find_people(text, spans, places, organizations, elsewhere)
    with date_order(document.date_order):
        dates = [find_dates(text, start, end) for start, end in spans]
    return tuple(
        Sentence(
            start, end, number, is_heading(text, start, end), tuple(people[number]), tuple(organizations[number]), tuple(places[number]),
            tuple(dates[number]), tuple(find_instruments(text, start, end, places[number])),
            tuple(find_gatherings(text, start, end, places[number])),
        )
        for number, (start, end) in enumerate(spans)
    )
