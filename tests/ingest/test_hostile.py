"""Files made to hang, crash or fill memory, and helpers that die: each costs one row, and the next file is read."""

import gzip
import os
import signal
import zipfile
import zlib
from pathlib import Path

import pytest

from benchmarks.fuzz import PDF, samples, tried
from pipelines.apart import Apart
from pipelines.ingest import Limits, extract, read_folder
from pipelines.model.document import RejectedFile

TALKS = "The ministers of the two countries met in the capital on Monday and talked about the trade that is to grow."
PAGE = f"<html><body><p>{TALKS}</p></body></html>"


def told(folder: Path, limits: Limits | None = None) -> dict[str, str]:
    found = {one.file_name: one for one in read_folder(folder, limits)}
    return {name: "; ".join(one.reasons) if isinstance(one, RejectedFile) else one.text for name, one in found.items()}


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Apart:
    """A helper of this test's own."""
    own = Apart("pipelines.ingest.helper")
    monkeypatch.setattr(extract, "_apart", lambda: own)
    return own


def test_a_file_that_needs_more_memory_than_it_may_have(tmp_path: Path, apart: Apart) -> None:
    (tmp_path / "a.html").write_text("<html>" + "<p>word" * 400_000)
    (tmp_path / "b.html").write_text(PAGE)
    found = told(tmp_path, Limits(max_memory_bytes=130_000_000))
    assert found["a.html"].startswith(("cannot be read as html", "makes its reader crash")) and found["b.html"] == TALKS


def test_a_helper_that_was_killed_is_started_anew(tmp_path: Path, apart: Apart) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    assert told(tmp_path) == {"a.html": TALKS}
    assert apart.helper is not None
    apart.helper.process.send_signal(signal.SIGKILL)
    apart.helper.process.wait()
    assert told(tmp_path) == {"a.html": TALKS}


def test_a_forked_process_asks_a_helper_of_its_own(tmp_path: Path, apart: Apart) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    told(tmp_path)
    child = os.fork()
    if child == 0:
        os._exit(0 if told(tmp_path) == {"a.html": TALKS} else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert told(tmp_path) == {"a.html": TALKS}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"Minister " * 2_000_000, "too large: more than 16,000,000 bytes"),
        ("a.txt", b"Minister " * 600_000, "a line of 5,400,000 characters"),
        ("a.txt", b"\x00" * 5_000, "empty"),
        ("a.txt", b"text \x00\x01\x02\x03" * 500, "binary, not a text"),
        ("a.txt.gz", gzip.compress(b"\x00" * 50_000_000), "unpacks to more than 200 times its size"),
        ("a.html", b"<html>" + b"<div>" * 1_000_000, "nested 1,000,000 deep"),
        ("a.jsonl", b"[" * 1_000_000, "not JSON"),
        ("a.eml", b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 1_000, "empty"),
    ],
)
def test_what_exceeds_a_limit_is_one_row(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    ((_, why),) = told(tmp_path).items()
    assert reason in why


def test_a_zip_that_says_it_is_small(tmp_path: Path) -> None:
    """The size in the head is a claim; what comes out is counted."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"Minister " * 3_000_000)
    data = (tmp_path / "a.zip").read_bytes()
    real = (27_000_000).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data.replace(real, (100).to_bytes(4, "little")))
    ((name, why),) = told(tmp_path).items()
    assert name.startswith("a.zip!/a.txt") and why


def pdf_bomb(megabytes: int) -> bytes:
    """A PDF of one page whose drawing unpacks to so much."""
    drawing = zlib.compress(b"BT /F1 12 Tf (Minister ) Tj ET\n" * (megabytes * 32_000), 9)
    return PDF.replace(b"<</Length 60>>\nstream\nBT /F1 12 Tf 50 700 Td (The ministers met in the capital.) Tj ET\n",
                       b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\n" % (len(drawing), drawing))


@pytest.mark.parametrize("limits", [Limits(max_seconds=1.0), Limits(max_memory_bytes=200_000_000)])
def test_a_small_pdf_that_unpacks_to_much(tmp_path: Path, apart: Apart, limits: Limits) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_bomb(200))
    (tmp_path / "b.txt").write_text(TALKS)
    assert (tmp_path / "a.pdf").stat().st_size < 1_000_000
    found = told(tmp_path, limits)
    assert found["a.pdf"].startswith(("takes longer than 1 seconds", "makes its reader crash")) and found["b.txt"] == TALKS


@pytest.mark.parametrize("text", ["Mini\u200bster \u202eOslo\u202c", "Mini\u00adster\ufeff Oslo", "Mini\u2066ster\u2069 Oslo"])
def test_what_cannot_be_seen_is_gone(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert told(tmp_path) == {"a.txt": "Minister Oslo"}


def test_damaged_files_of_every_kind_are_accounted_for() -> None:
    became = tried(60, seed=1)
    assert became["documents"] and became["rejected"] and not became["files without a result"]


def test_the_samples_that_are_damaged_are_sound(tmp_path: Path) -> None:
    for ending, data in samples().items():
        (tmp_path / f"{ending.replace('.', '')}{ending}").write_bytes(data)
    found = list(read_folder(tmp_path))
    assert len(found) > len(samples())
    assert {one.reasons[0][:14] for one in found if isinstance(one, RejectedFile)} == {"the same bytes"}
