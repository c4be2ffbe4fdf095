"""The texts of the corpora that nobody labelled or coded: the encoder learns from what the large one says of them."""

from collections.abc import Iterator
from pathlib import Path

from pipelines.evaluate.codings import real_rows
from tools.learn.labels import Labelled, documents_of, label_rows

LONGEST = 60_000  # characters of a text that are read


def unlabelled(accuracy: Path, corpora: Path) -> list[Labelled]:
    """Every such text without a report, in order of corpus and row; those of an absent corpus are left out."""
    rows = [*label_rows(accuracy / "labels"), *real_rows(accuracy / "real.json")]
    known = {(row["corpus"], row["id"]) for row in rows if "corpus" in row}
    names = sorted({name for name, _ in known if (corpora / name).is_file()})
    texts = {f"u{n}": text for n, text in enumerate(text for name in names for text in others(corpora / name, known))}
    return [Labelled(document, (), False) for document in documents_of(texts)]


def others(path: Path, known: set[tuple[str, str]]) -> Iterator[str]:
    """The texts of a corpus but for those `known`: names of a corpus and of a row of it."""
    import pyarrow.parquet as pq

    for row in pq.read_table(path, columns=["id", "title", "date", "text"]).to_pylist():
        if (path.name, row["id"]) not in known:
            yield f"{row['title']}\n\n{row['date'][:10]}\n\n{row['text']}".strip()[:LONGEST] + "\n"
