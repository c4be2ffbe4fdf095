"""What to hold our speed against: spaCy's blank English pipeline with the names and titles of our lexicon.

What belongs here: building and timing it, and ours on the same texts in the same run. What does not: whether what it finds is right; it
marks names in sentences, while ours goes on to events. Two pipelines, both with the sentencizer: the EntityRuler, and the PhraseMatcher
alone, which is what the ruler uses for phrases, without making entities of what it finds.
"""
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter, process_time
from typing import Any

from benchmarks.row import Row
from benchmarks.timing import seconds
from pipelines.coding import code
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.model.document import Document
from pipelines.recognize.gazetteer import gazetteer
from pipelines.recognize.place_names import read_city, read_city_lines, read_mark, spellings
from pipelines.recognize.sentences import split
from pipelines.segment import segment

MEGA = 1_000_000
ABSENT = "no baseline: spaCy is not installed (pip install -r requirements-bench.lock)"
TITLES = {  # tables of the lexicon and the columns that hold words before a name or of an office
    "office_heads.tsv": ("forms", "plurals"), "office_modifiers.tsv": ("forms",), "ranks.tsv": ("rank",),
    "honorifics.tsv": ("honorific",), "portfolios.tsv": ("words",),
}


def phrases() -> dict[str, str]:
    """Every name and title of the lexicon -> its label: what our automata hold."""
    found = {spelling.strip(): "PLACE" for spelling, _ in spellings()}
    found |= {read_city(line)[0]: "PLACE" for lines in read_city_lines().values() for line in lines}
    for row in read_tsv("organization_names.tsv"):
        found |= {read_mark(value)[0]: "ORG" for value in (row["name"], *split_cell(row["aliases"]))}
    for table, columns in TITLES.items():
        forms = (form for row in read_tsv(table) for column in columns for form in split_cell(row[column]))
        found |= {form.lstrip("="): "TITLE" for form in forms}
    return {phrase: label for phrase, label in found.items() if phrase}


def baseline(documents: Sequence[Document], runs: int) -> Iterator[Row]:
    """MB/s of each pipeline and of ours, and how many times as fast ours is; nothing where spaCy is not installed."""
    megabytes = sum(len(document.text.encode()) for document in documents) / MEGA
    size = f"{len(documents)} texts, {megabytes:.2f} MB"
    ours = megabytes / seconds(lambda: [code(document, segment(document)) for document in documents], runs, process_time, min)
    yield Row("baseline", "ours, to events", size, ours, "MB/s")
    names = megabytes / seconds(partial(reads, sentences_and_names, documents), runs, process_time, min)
    yield Row("baseline", "ours, sentences and names", size, names, "MB/s")
    try:
        import spacy
    except ImportError:
        print(ABSENT)
        return
    known = phrases()
    for name, build in (("spaCy EntityRuler", with_ruler), ("spaCy PhraseMatcher", with_matcher)):
        started = perf_counter()
        read = build(spacy, known)
        yield Row("baseline", f"{name} load", f"{len(known):,} phrases", perf_counter() - started, "s")
        speed = megabytes / seconds(partial(reads, read, documents), runs, process_time, min)
        yield Row("baseline", name, size, speed, "MB/s")
        yield Row("baseline", f"ours / {name}", size, ours / speed, "times")


def reads(read: Callable[[str], object], documents: Sequence[Document]) -> None:
    for document in documents:
        read(document.text)


def sentences_and_names(text: str) -> None:
    """The part of ours that does what the baseline does: sentences, and names of places and of bodies of states in each."""
    for start, end in split(text, 0, len(text)):
        gazetteer().find(text, start, end)


def with_ruler(spacy: Any, known: dict[str, str]) -> Callable[[str], object]:
    language = spacy.blank("en")
    language.max_length = 10 * MEGA
    language.add_pipe("sentencizer")
    ruler = language.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": label, "pattern": phrase} for phrase, label in known.items()])
    found: Callable[[str], object] = language
    return found


def with_matcher(spacy: Any, known: dict[str, str]) -> Callable[[str], object]:
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    language.max_length = 10 * MEGA
    language.add_pipe("sentencizer")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    for label in sorted(set(known.values())):
        matcher.add(label, list(language.tokenizer.pipe(phrase for phrase, own in known.items() if own == label)))
    return lambda text: matcher(language(text))
