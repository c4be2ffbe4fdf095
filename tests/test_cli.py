"""The command: what it says, where it says it, and how it ends."""
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipelines.cli import main
from pipelines.cli.arguments import parser
from pipelines.cli.calling import callable_as
from pipelines.cli.progress import line_of
from pipelines.cli.render import evidence
from pipelines.cli.render import line_of as line_number

COMMANDS = ("build", "check", "show", "diff", "releases", "prune", "docs", "evaluate")
RUN = [sys.executable, "-m", "pipelines.cli"]


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with everything a person can point a command at by mistake."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_SEEDS", raising=False)
    monkeypatch.delenv("COMMUNIQUE_DATA", raising=False)
    (tmp_path / "empty").mkdir()
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden/.gitkeep").touch()
    (tmp_path / "binary").mkdir()
    (tmp_path / "binary/photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20)
    (tmp_path / "file.txt").write_text("a file, not a folder")
    return tmp_path


FAULTS = [
    ("", 2, "no command given, one of: build, check, show, diff, releases, prune, docs, evaluate (see communique --help)"),
    ("--nope", 2, "the following arguments are required: COMMAND (see communique --help)"),
    ("fly", 2, "no command 'fly', only build, check, show, diff, releases, prune, docs, evaluate (see communique --help)"),
    ("biuld", 2, "no command 'biuld'; did you mean build? (see communique --help)"),
    ("build --nope", 2, "unknown option: --nope (see communique build --help)"),
    ("build --see empty", 2, "unknown option: --see (see communique build --help)"),
    ("build empty", 2, "unknown argument: empty (see communique build --help)"),
    ("build --seeds", 2, "argument --seeds: expected one argument (see communique build --help)"),
    ("show", 2, "the following arguments are required: ID (see communique show --help)"),
    ("build", 1, "no such folder: seeds; name the folder with your texts: --seeds DIR"),
    ("build --seeds nowhere", 1, "no such folder: nowhere"),
    ("build --seeds file.txt", 1, "not a folder: file.txt"),
    ("build --seeds empty", 1, "no files in empty: put texts there first"),
    ("build --seeds hidden", 1, "no files in hidden: put texts there first"),
    ("build --seeds binary", 1, "the only file in binary cannot be read as text; photo.txt: an image, not a text: "),
    ("check --data nowhere", 1, "no such folder: nowhere; name one with --data DIR, or make it: "),
    ("check --data empty", 1, "no release in empty yet: run "),
    ("show evt_0 --data empty", 1, "no release in empty yet: run "),
    ("diff latest previous --data nowhere", 1, "no such folder: nowhere"),
    ("diff latest previous --data empty", 1, "no release in empty"),
    ("releases --data nowhere", 1, "no such folder: nowhere"),
    ("releases --data empty", 1, "no release in empty yet: run "),
    ("prune", 2, "the following arguments are required: --keep (see communique prune --help)"),
    ("prune --keep 0", 2, "argument --keep: not a number from 1 on: 0 (see communique prune --help)"),
    ("prune --keep 2 --data nowhere", 1, "no such folder: nowhere"),
    ("build --seeds hidden --engine seriell", 1, "no engine 'seriell': auto, serial, processes, processes:4 or dask://HOST:PORT"),
    ("evaluate --gold nowhere", 1, "no such folder: nowhere"),
]


@pytest.mark.parametrize(("arguments", "status", "message"), FAULTS)
def test_a_fault_is_one_line_and_a_status(
    folders: Path, capsys: pytest.CaptureFixture[str], arguments: str, status: int, message: str
) -> None:
    assert main(arguments.split()) == status
    out, err = capsys.readouterr()
    said = [line for line in err.splitlines() if line.startswith("communique: ")]
    assert out == ""
    assert len(said) == 1 and err.endswith(said[0] + "\n")
    assert said[0].startswith(f"communique: {message}")


def test_a_data_folder_that_is_a_file_is_one_line(seeds: Path, folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--seeds", str(seeds), "--data", "file.txt"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "communique: File exists: file.txt"


def test_a_bug_is_one_line_unless_the_traceback_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("pipelines.cli.docs.reference", lambda: 1 / 0)
    assert main(["docs"]) == 70
    assert capsys.readouterr().err.startswith("communique: unexpected ZeroDivisionError: division by zero (set COMMUNIQUE_TRACEBACK=1")
    monkeypatch.setenv("COMMUNIQUE_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["docs"])


def hears_interrupts() -> None:
    """A shell starts what it puts in the background deaf to them, and its children inherit that: so this suite, and the build it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_interrupting_a_build_is_one_line_and_130(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for number in range(3000):
        (tmp_path / f"seeds/{number}.txt").write_text(f"The minister met with the ambassador {number} times in the city in May 2021.")
    with subprocess.Popen([*RUN, "build"], cwd=tmp_path, stderr=subprocess.PIPE, text=True, preexec_fn=hears_interrupts) as process:
        assert process.stderr is not None
        while "read and code" not in process.stderr.readline():
            pass
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 130
    assert rest.splitlines()[-1] == "communique: interrupted"
    assert "Traceback" not in rest and not (tmp_path / "data/curated").exists()


def test_a_reader_that_goes_away_is_no_fault() -> None:
    script = f"{sys.executable} -m pipelines.cli docs | head -n 1"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("# Tables and columns\n", "")


def test_a_terminal_that_knows_no_accents_is_no_fault(data: Path) -> None:
    event = ids_of(data, "events", "event_id")[0]
    command = [*RUN, "show", event, "--data", str(data)]
    done = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "") and " ? held ? " in done.stdout


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    script = "import sys; from pipelines.cli.arguments import parser; print(parser().format_help()); print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert all(f"\n    {command} " in shown for command in COMMANDS)
    assert not {"pandas", "pyarrow", "pandera", "dagster", "numpy"} & set(shown.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        parser().parse_args([command, "--help"])
    assert stopped.value.code == 0 and f"communique {command}" in capsys.readouterr().out


def test_a_build_says_what_it_read_made_and_rejected(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (seeds / "void.txt").touch()
    data = tmp_path / "out"
    assert main(["build", "--seeds", str(seeds), "--data", str(data)]) == 0
    out, err = capsys.readouterr()
    assert f"{data}/releases/" in out.splitlines()[0] and " s: " in out.splitlines()[0]
    assert f"read       3 files in {seeds}: 2 documents, 1 rejected" in out
    assert "rejected   void.txt: " in out
    assert f"--data {data}" in out and "read_parquet" in out
    assert [line.split("  ")[0] for line in err.splitlines()] == ["start …", *["read and code"] * 2, "link …", "validate …", "publish …"]
    main(["build", "--seeds", str(seeds), "--data", str(data)])
    assert capsys.readouterr().out.startswith("Nothing new in ")


@pytest.mark.parametrize("activated", [True, False])
def test_what_the_summary_advises_works_as_printed(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], activated: bool
) -> None:
    own = str(Path(sys.executable).parent)
    others = [folder for folder in os.environ["PATH"].split(os.pathsep) if Path(folder).resolve() != Path(own).resolve()]
    monkeypatch.setenv("PATH", os.pathsep.join([own, *others] if activated else others))
    monkeypatch.chdir(tmp_path)
    main(["build", "--seeds", str(seeds), "--data", "it's out"])
    advice = [line[11:] for line in capsys.readouterr().out.splitlines() if line.startswith(("try next", " " * 11))]
    advice = [line for line in advice if "python" in line or "communique" in line]
    for line in advice:
        subprocess.run(["sh", "-c", line], check=True, capture_output=True)
    assert len(advice) == 3 and all((line.split()[0] in ("python", "communique")) == activated for line in advice)
    assert not any("make " in line for line in advice), "there is no Makefile here"


def test_a_command_is_called_by_its_path_where_the_shell_does_not_find_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = tmp_path / "my env/bin"
    scripts.mkdir(parents=True)
    (scripts / "communique").touch(0o755)
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(scripts))
    monkeypatch.setenv("PATH", "/nowhere")
    assert callable_as("communique") == f"'{scripts}/communique'"
    monkeypatch.chdir(tmp_path)
    assert callable_as("communique") == "'my env/bin/communique'"
    assert callable_as("python") == "python", "not installed there: nothing better to say"
    monkeypatch.setenv("PATH", str(scripts))
    assert callable_as("communique") == "communique"


def ids_of(data: Path, table: str, column: str) -> list[str]:
    return [value for value in pq.read_table(data / "curated" / f"{table}.parquet")[column].to_pylist() if value]


SHOWN = [
    ("documents", "document_id", "talks.txt"),
    ("segments", "segment_id", "item"),
    ("events", "event_id", "line 5 of the text, characters "),
    ("participants", "participant_id", "takes part in"),
    ("agreements", "agreement_id", "memorandum of understanding"),
    ("entities", "entity_id", "takes part as"),
    ("events", "occasion_id", "occasion  occ_"),
]


@pytest.mark.parametrize(("table", "column", "expected"), SHOWN)
def test_every_kind_of_id_can_be_shown(data: Path, capsys: pytest.CaptureFixture[str], table: str, column: str, expected: str) -> None:
    shown = ""
    for row_id in ids_of(data, table, column):
        assert main(["show", row_id, "--data", str(data)]) == 0
        page = capsys.readouterr().out
        assert row_id in page
        shown += page
    assert expected in shown


def test_a_shown_event_has_its_evidence_marked_and_its_participants(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = pq.read_table(data / "curated/events.parquet").to_pylist()
    call = next(event for event in events if event["event_type"] == "call")
    main(["show", call["event_id"], "--data", str(data)])
    page = capsys.readouterr().out
    assert f"»{call['evidence_text']}«" in " ".join(page.split())
    assert "Kari Hansen · NOR · minister_foreign" in page and "Taro Sato · JPN · minister_foreign" in page


def test_the_beginning_of_an_id_is_enough_and_a_wrong_one_gets_suggestions(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = ids_of(data, "events", "event_id")[0]
    assert main(["show", known[:-4], "--data", str(data)]) == 0
    assert known in capsys.readouterr().out
    assert main(["show", known[:-1] + "x", "--data", str(data)]) == 1
    assert capsys.readouterr().err.startswith(f"communique: no row has the id {known[:-1]}x; did you mean {known}")
    assert main(["show", "?", "--data", str(data)]) == 1
    assert "did you mean" not in capsys.readouterr().err


def test_check_names_what_is_damaged(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "out"
    main(["build", "--seeds", str(seeds), "--data", str(data)])
    assert main(["check", "--data", str(data)]) == 0
    assert " is sound: 7 tables, " in capsys.readouterr().out
    damaged = data / "curated/events.parquet"
    damaged.write_bytes(damaged.read_bytes()[:-100])
    assert main(["check", "--data", str(data)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == ["events.parquet is not the file the manifest names"]
    assert err.startswith("communique: 1 fault in release ")
    assert main(["show", "evt_0", "--data", str(data)]) == 1
    assert capsys.readouterr().err.startswith("communique: cannot read ")


def test_diff_lists_rows_by_key(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "out"
    main(["build", "--seeds", str(seeds), "--data", str(data)])
    removed = ids_of(data, "documents", "document_id")
    (seeds / "call.txt").unlink()
    main(["build", "--seeds", str(seeds), "--data", str(data)])
    (kept,) = ids_of(data, "documents", "document_id")
    capsys.readouterr()
    assert main(["diff", "previous", "curated", "--data", str(data)]) == 0
    out = capsys.readouterr().out
    assert "documents: 0 added, 1 removed, 0 changed" in out
    assert f"  - {next(one for one in removed if one != kept)}" in out and kept not in out


def test_docs_describe_every_column(capsys: pytest.CaptureFixture[str]) -> None:
    from schemas.arrow import describe
    from schemas.tables import TABLES

    assert main(["docs"]) == 0
    page = capsys.readouterr().out
    for table in TABLES:
        assert f"## {table}\n" in page
        assert all(f"| `{column['name']}` | " in page for column in describe(table))
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {7}


@pytest.mark.parametrize(
    ("step", "bar", "expected"),
    [
        (("link", 0, 0, ""), True, "link …"),
        (("read and code", 1, 2, "a.txt"), False, "read and code  1 of 2  a.txt"),
        (("read and code", 1000, 2000, "a.txt"), True, "read and code  [##########..........]  1,000 of 2,000  a.txt"),
    ],
)
def test_progress_lines(step: tuple[str, int, int, str], bar: bool, expected: str) -> None:
    assert line_of(*step, bar) == expected


def test_evidence_is_marked_in_its_context_and_cannot_drive_the_terminal() -> None:
    text = "Before \x1b[31mit. " + "x " * 300 + "They met in Oslo. After."
    start = text.index("They")
    shown = evidence(text, start, start + len("They met in Oslo."))
    assert "»They met in Oslo.« After." in shown and shown.lstrip().startswith("…")
    assert "\x1b" not in evidence(text, 0, 20)
    assert line_number("one\n\n  two", 3) == 3
