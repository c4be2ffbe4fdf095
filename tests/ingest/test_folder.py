"""Every file yields exactly one result, whatever lies in the folder."""

import errno
import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

import pytest

from pipelines.ingest import Input, Limits, Terms, read_folder
from pipelines.ingest.unpack import inputs_in
from pipelines.model.document import Document, RejectedFile

ENGLISH = b"The ministers of the two countries met in the capital on Monday and talked about the trade that is to grow between them.\n"
FRENCH = "Le ministre des affaires étrangères a reçu dans son bureau l'ambassadeur et les membres de la délégation pour parler."


def results(folder: Path, limits: Limits | None = None) -> dict[str, Document | RejectedFile]:
    return {one.file_name: one for one in read_folder(folder, limits)}


def reason(folder: Path, limits: Limits | None = None) -> str:
    (one,) = read_folder(folder, limits)
    assert isinstance(one, RejectedFile)
    return " | ".join(one.reasons)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\r\n", "empty"),
        ("a.txt", b"--- *** ---\n", "empty: no letter or digit"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF that is damaged"),
        ("a.txt", b"PK\x03\x04....", "a damaged ZIP archive"),
        ("a.docx", b"PK\x03\x04....", "a Word document that is damaged or encrypted"),
        ("a.txt", b"<!DOCTYPE html><html><body><script>1</script></body></html>", "an HTML page without text"),
        ("a.txt", FRENCH.encode(), "not English: fr"),
        ("a.txt", ("Министр обороны принял посла. " * 9).encode(), "not English: ru"),
        ("a.txt", b"\xff\xfe" + b"\x00\xd8" * 9, "cannot be decoded as utf-16-le"),
    ],
)
def test_rejected(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert expected in reason(tmp_path)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(max_bytes=100), "too large: "),
        (Limits(max_chars=100), "characters, the limit is 100"),
        (Limits(max_line_chars=50), "a line of"),
    ],
)
def test_limits(tmp_path: Path, limits: Limits, expected: str) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH)
    assert expected in reason(tmp_path, limits)


def test_all_reasons_are_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH)
    assert len(next(iter(results(tmp_path, Limits(max_chars=10, max_line_chars=5)).values())).reasons) == 3  # type: ignore[union-attr]


def test_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH)
    (tmp_path / "a.md").write_bytes(b"# Talks in Oslo")
    (tmp_path / "b").write_bytes(b"Talks in Oslo.")
    found = results(tmp_path)
    assert [type(one) for one in found.values()] == [Document, Document, Document]
    assert (found["a.md"].media_type, found["b"].media_type) == ("text/markdown", "text/plain")
    assert isinstance(found["a.txt"], Document) and found["a.txt"].text == ENGLISH.decode()


def test_same_bytes_are_stored_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(ENGLISH)
    found = results(tmp_path)
    assert list(found) == ["a.txt", "b.txt", "c/a.txt"]
    assert isinstance(found["a.txt"], Document)
    assert all(found[name].reasons == ("the same bytes as a.txt",) for name in ("b.txt", "c/a.txt"))  # type: ignore[union-attr]


def test_only_names_with_a_dot_are_left_out(tmp_path: Path) -> None:
    for name in (".gitkeep", ".DS_Store", ".git/config", "README.md", "sub/x.txt", "sub/sources.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(ENGLISH + name.encode())
    assert list(results(tmp_path)) == ["README.md", "sub/sources.yml", "sub/x.txt"]


def test_order_is_that_of_the_bytes_of_the_names(tmp_path: Path) -> None:
    for name in ("é.txt", "z.txt", "Z.txt", "a/b.txt", "a-b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(ENGLISH + name.encode())
    assert list(results(tmp_path)) == ["Z.txt", "a-b.txt", "a/b.txt", "z.txt", "é.txt"]


def test_links(tmp_path: Path) -> None:
    seeds, other = tmp_path / "seeds", tmp_path / "other"
    seeds.mkdir()
    other.mkdir()
    (other / "secret.txt").write_bytes(ENGLISH)
    (seeds / "a.txt").write_bytes(b"Talks in Oslo.")
    for name, target in (("out.txt", other / "secret.txt"), ("folder", other), ("in.txt", seeds / "a.txt"), ("gone.txt", seeds / "none")):
        (seeds / name).symlink_to(target)
    found = {name: getattr(one, "reasons", ("document",))[0] for name, one in results(seeds).items()}
    assert found == {
        "a.txt": "document",
        "folder": "a symbolic link out of the folder",
        "gone.txt": "cannot be read: No such file or directory",
        "in.txt": "the same bytes as a.txt",
        "out.txt": "a symbolic link out of the folder",
    }


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a file" in reason(tmp_path)


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH)

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pipelines.ingest.files.os.open", refuse)
    assert reason(tmp_path) == "cannot be read: Permission denied"


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused by name: whoever runs the tests may be allowed everything."""
    look = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return look(path)

    (tmp_path / "locked").mkdir()
    (tmp_path / "locked/a.txt").write_bytes(ENGLISH)
    (tmp_path / "b.txt").write_bytes(ENGLISH)
    monkeypatch.setattr(os, "scandir", refuse)
    assert list(results(tmp_path)) == ["b.txt", "locked"] and isinstance(results(tmp_path)["locked"], RejectedFile)


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def grown(stream: BufferedReader, name: str, terms: Terms) -> Iterator[Input | RejectedFile]:
        yield from inputs_in(stream, name, terms)
        (tmp_path / "a.txt").write_bytes(2 * ENGLISH)

    (tmp_path / "a.txt").write_bytes(ENGLISH)
    monkeypatch.setattr("pipelines.ingest.folder.inputs_in", grown)
    assert "changed while it was read" in reason(tmp_path)


def test_a_file_that_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.ingest.folder.list_files", lambda folder: [folder / "gone.txt"])
    assert reason(tmp_path) == "cannot be read: No such file or directory"


def test_names_cannot_forge_lines(tmp_path: Path) -> None:
    (tmp_path / "a\nread 5 files\u202e.txt").write_bytes(ENGLISH)
    assert list(results(tmp_path)) == ["a\\nread 5 files\\u202e.txt"]


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_bytes(ENGLISH)
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert list(results(tmp_path)) == ["caf\\xe9.txt"]


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        list(read_folder(tmp_path / "none"))
