"""What becomes of malformed inputs: damages sound files of every kind, reads them, and counts.

What belongs here: damage, and the account. What does not: tests (`tests/ingest` has those of single faults). The same number gives
the same files on every machine. `python -m benchmarks.bench --only "malformed files" --files 12000` tries many.
"""
import gzip
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import pyarrow
from pyarrow import parquet

from benchmarks.corpus import committed
from benchmarks.row import Row
from pipelines.ingest import Limits, list_files, read_folder
from pipelines.model.document import Document

BATCH = 500
SECONDS = 5.0  # a file of a few kilobytes that takes longer counts as hanging
LIMITS = Limits(max_seconds=SECONDS, max_bytes=2_000_000)
POISON = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"<" * 300, b"<div>" * 300, b'"', b"\n\n", b"[" * 300, b"{",
    b"&#x110000;", b"Content-Type: multipart/mixed; boundary=a\n\n--a\n", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b\x08", b"PAR1", b"=?utf-8?q?",
    b"]]>", b"9" * 400,
)


def samples() -> dict[str, bytes]:
    """A sound file of every kind, by the ending of its name."""
    text = max(committed().values(), key=len)[:4_000]
    rows = [{"id": str(number), "text": text[:500], "date": "2019-05-07"} for number in range(5)]
    page = f"<html><head><title>Talks</title></head><body><main><h1>Talks</h1><p>{text}</p></main></body></html>".encode()
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    table, archive, word = io.BytesIO(), io.BytesIO(), io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), table)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.html", page)
        packed.writestr("b.jsonl", lines)
    with zipfile.ZipFile(word, "w", zipfile.ZIP_DEFLATED) as packed:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:p><w:t>Talks in Oslo</w:t></w:p></w:document>')
    return {
        ".txt": text.encode(), ".html": page, ".md": b"---\ntitle: Talks\n---\n# Talks\n\n" + text.encode(), ".jsonl": lines,
        ".csv": b'id,text\n1,"' + text[:900].replace('"', "").encode() + b'"\n', ".eml": b"Subject: Talks\nFrom: a@b.c\n\n" + text.encode(),
        ".parquet": table.getvalue(), ".zip": archive.getvalue(), ".docx": word.getvalue(), ".gz": gzip.compress(text.encode()),
        ".jsonl.gz": gzip.compress(lines), ".pdf": PDF,
    }


PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n"
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n"
    b"4 0 obj\n<</Length 60>>\nstream\nBT /F1 12 Tf 50 700 Td (The ministers met in the capital.) Tj ET\nendstream\nendobj\n5 0 obj\n"
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n"
)


def damaged(data: bytes, chance: Random) -> bytes:
    """The bytes with up to eight faults: flipped, cut out, doubled, poisoned, cut off."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        at, length = chance.randrange(len(made) + 1), chance.choice((1, 4, 40, 400))
        fault = chance.randrange(5)
        if fault == 0:
            made[at : at + 1] = bytes([chance.randrange(256)])
        elif fault == 1:
            del made[at : at + length]
        elif fault == 2:
            made[at:at] = made[at : at + length]
        elif fault == 3:
            made[at:at] = chance.choice(POISON)
        elif chance.random() < 0.3:
            del made[at:]
    return bytes(made)


def tried(number: int, seed: int) -> Counter[str]:
    """What became of so many damaged files; `unaccounted` counts files that gave no result, or more than one though they hold one text."""
    chance = Random(seed)
    kinds = sorted(samples().items())
    became: Counter[str] = Counter()
    with TemporaryDirectory() as scratch:
        for index in range(number):
            ending, sound = chance.choice(kinds)
            Path(scratch, f"{index:06}{ending}").write_bytes(damaged(sound, chance))
        files = {path.name for path in list_files(Path(scratch))}
        for result in read_folder(Path(scratch), LIMITS):
            became["documents" if isinstance(result, Document) else "rejected"] += 1
            became.update(["over the limit of seconds"] if "seconds to read" in "".join(getattr(result, "reasons", ())) else [])
            became.update(["reader died"] if "reader crash" in "".join(getattr(result, "reasons", ())) else [])
            files.discard(result.file_name.split("#")[0].split("!/")[0])
    became["without a result"] += len(files)
    return became


def malformed(files: int) -> Iterator[Row]:
    """How many damaged files were tried, how many inputs they held, and what became of these."""
    started = perf_counter()
    total: Counter[str] = Counter()
    for seed, first in enumerate(range(0, files, BATCH)):
        total += tried(min(BATCH, files - first), seed)
    size = f"{files:,} files"
    for what, number in total.items():
        yield Row("malformed files", what, size, number, "inputs")
    yield Row("malformed files", "without a result", size, total["without a result"], "files")
    yield Row("malformed files", "time of a file", size, (perf_counter() - started) / files * 1000, "ms")
