"""Where the items of a page begin, after codings and labels: the questions from which that is learnt, one for every place but the first."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import yaml

from pipelines.evaluate.quotes import find
from pipelines.ingest import read_folder
from pipelines.model.document import Document
from pipelines.recognize.dates import date_order
from pipelines.segment.candidate import Candidate
from pipelines.segment.features import of_place, of_rules, of_shape, view_of
from pipelines.segment.items import by_rules, places_of
from pipelines.segment.reading import Reading
from pipelines.segment.segmenter import page_of
from tools.learn.choice import Question
from tools.learn.labels import Labelled

SLACK = 8  # characters of a number or bullet that a label may leave out
NOTHING: frozenset[str] = frozenset()  # what an item that does not begin has for itself

Paged = tuple[Document, Sequence[int]]


def item_questions(texts: Sequence[Labelled], pages: Sequence[Paged] = ()) -> list[Question]:
    """Does an item begin, or none? Of texts whose items are known.

    Rules were made on codings and `pages`, and are right there more often than elsewhere; so these are asked about without them, too.
    """
    labels = [(text.document, text.items) for text in texts if text.items and not text.coded]
    easy = [*((text.document, text.items) for text in texts if text.items and text.coded), *pages]
    found = [question for document, starts in (*labels, *easy) for question in of_page(document, starts)]
    return found + [question for document, starts in easy for question in of_page(document, starts, ruled=False)]


def of_page(document: Document, starts: Sequence[int], *, ruled: bool = True) -> Iterator[Question]:
    with date_order(document.date_order):
        page, _, _ = page_of(document)
        places = places_of(page)
        if len(places) < 2:
            return
        view, begun = view_of(places, by_rules(places, page), page), {began(start, places, page) for start in starts}
        for number in range(1, len(places)):
            found = chain(of_shape(view.facts[number].shape, view), of_place(number, view), of_rules(number, view) if ruled else ())
            yield Question((frozenset(found), NOTHING), 0 if number in begun else 1)


def began(start: int, places: Sequence[Candidate], page: Reading) -> int | None:
    """The number of the place whose item begins at `start`, be it above its first paragraph; None below all of them."""
    blocks = (page.blocks[place.lead] for place in places)
    return next((n for n, one in enumerate(blocks) if one.start >= start or (one.end > start and start - one.start < SLACK)), None)


def seen_pages(folder: Path) -> list[Paged]:
    """The pages of `tests/segment/pages` that may be developed on, and where their items begin."""
    starts: dict[str, list[str]] = yaml.safe_load((folder / "seen.yaml").read_text("utf-8"))
    documents = {Path(one.file_name).stem: one for one in read_folder(folder / "texts") if isinstance(one, Document)}
    return [(documents[name], [find(documents[name].text, each)[0][0] for each in found]) for name, found in sorted(starts.items())]
