"""Large corpora: `python -m benchmarks.forge --documents 200000 --out FOLDER` writes short texts as rows of JSON Lines files.

What belongs here: short texts, each put together from paragraphs of several texts and perturbed, the same ones on every machine. What does
not: measuring (`scale`). The paragraphs are those of the committed texts, or of a folder of texts that may not be committed.
"""
import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.corpus import committed, perturbed, rare_words
from pipelines.ingest import read_folder
from pipelines.model.document import Document

LEAST = 600  # characters of a text
PARAGRAPH = (80, 380)  # characters; shorter ones are headings
ROWS = 10_000  # of a file
DAYS = 9_000  # from the first day on: a quarter of a century
FIRST_DAY = date(2000, 1, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forge", description="Write a large corpus of short texts.")
    parser.add_argument("--documents", type=int, required=True, metavar="N")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="texts to take the paragraphs from (default: the committed ones)")
    parser.add_argument("--characters", type=int, default=LEAST, metavar="N", help=f"of a text, at least (default: {LEAST})")
    options = parser.parse_args(arguments)
    forge(options.documents, options.out, texts_of(options.texts), options.characters)
    return 0


def texts_of(folder: Path | None) -> dict[str, str]:
    """name -> text of all readable texts of a folder, or the committed texts."""
    if folder is None:
        return committed()
    return {one.file_name: one.text for one in read_folder(folder) if isinstance(one, Document)}


def forge(documents: int, folder: Path, texts: dict[str, str], characters: int = LEAST) -> Path:
    """A folder with so many texts, in files of `ROWS` rows."""
    folder.mkdir(parents=True)
    made = short_texts(texts, characters)
    for first in range(0, documents, ROWS):
        with (folder / f"{first:07}.jsonl").open("w", encoding="utf-8") as file:
            for number in range(first, min(first + ROWS, documents)):
                file.write(json.dumps({"id": f"{number:07}", "text": next(made)}, ensure_ascii=False) + "\n")
    return folder


def short_texts(texts: dict[str, str], characters: int) -> Iterator[str]:
    """Endlessly: a heading, a date line and a few paragraphs, hardly two of them of one text, with other days and names."""
    lines = [line.strip() for text in texts.values() for line in text.split("\n")]
    bodies = [line for line in lines if PARAGRAPH[0] <= len(line) <= PARAGRAPH[1]]
    headings = [line for line in lines if 20 <= len(line) < PARAGRAPH[0] and not line.endswith(".")]
    rare, chance = rare_words(texts), Random(0)
    while True:
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        parts = [chance.choice(headings), f"{day.day} {day:%B %Y}"]
        while sum(map(len, parts)) < characters:
            parts.append(chance.choice(bodies))
        yield perturbed("\n\n".join(parts), rare, chance)


if __name__ == "__main__":
    sys.exit(main())
