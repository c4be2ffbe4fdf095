"""What a build did, as a person wants to read it: read, made, rejected, how long, where it lies, what to try next."""
import shlex
from collections.abc import Iterator
from pathlib import Path

from pipelines.build import Summary
from pipelines.cli.calling import callable_as
from pipelines.cli.progress import printable
from pipelines.settings import data_folder, seeds_folder

SHOWN = 10  # rejected files named one by one
INDENT = " " * 11
ONE = {"entities": "entity"}


def text_of(summary: Summary) -> str:
    return "\n".join([*_head(summary), "", *_read(summary), *_made(summary), *_rejected(summary), "", *_next(summary)])


def _head(summary: Summary) -> Iterator[str]:
    published = summary.published
    took = f"in {summary.seconds:.1f} s"
    if published.changed:
        yield f"Release {published.version} written {took}: {published.path}"
    else:
        yield f"Nothing new {took}: the same texts and rules gave release {published.version} again, {published.path}"
    yield f"{curated(summary)} leads to it."


def curated(summary: Summary) -> str:
    return str(summary.published.path.parent.parent / "curated")


def _read(summary: Summary) -> Iterator[str]:
    told = summary.account
    copies = [_count(told.copies, "copy", "copies")] if told.copies else []
    parts = [_count(told.documents, "document"), *copies, f"{told.rejected:,} rejected"]
    yield f"read       {_count(summary.files, 'file')} in {summary.seeds}: {', '.join(parts)}"
    if told.near_copies:
        yield f"{INDENT}of the documents {_count(told.near_copies, 'is a near copy', 'are near copies')} of another, coded once"
    yield f"{INDENT}coded {_count(summary.worked, 'file')}, took {summary.reused:,} from the cache"
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(summary.account.segments.items()))
    yield f"{INDENT}segments: {kinds}"


def _made(summary: Summary) -> Iterator[str]:
    rows = {table: number for table, number in summary.published.counts.items() if table not in ("documents", "segments")}
    yield "made       " + ", ".join(_count(number, ONE.get(table, table[:-1]), table) for table, number in rows.items())


def _rejected(summary: Summary) -> Iterator[str]:
    """Files by name, rows by rule; everything is in `rejected/` of the release."""
    lines = [f"{file.file_name}: {'; '.join(file.reasons)}" for file in summary.account.rejected_files[:SHOWN]]
    if (more := summary.account.unread - SHOWN) > 0:
        lines.append(f"and {_count(more, 'more file')}, all in {summary.published.path / 'rejected/documents.parquet'}")
    for table, reasons in summary.account.rejected_rows.items():
        lines += [f"{table}: {_count(number, 'row')}: {reason}" for reason, number in reasons.items()]
    for number, line in enumerate(lines or ["nothing"]):
        # A file name may be longer than a line of the terminal, but not more than one line.
        yield f"{INDENT if number else 'rejected   '}{printable(line, None)}"


def _next(summary: Summary) -> Iterator[str]:
    """Commands that work as printed, in the shell and the folder where the build ran."""
    data = summary.published.path.parent.parent
    communique = callable_as("communique")
    script = f"import pandas as pd; print(pd.read_parquet({f'{curated(summary)}/events.parquet'!r}))"
    yield f"try next   {callable_as('python')} -c {_quoted(script)}"
    if example := summary.account.example_id:
        yield f"{INDENT}{communique} show {example}" + (f" --data {shlex.quote(str(data))}" if data != data_folder() else "")
    yield f"{INDENT}{communique} docs"
    if Path("Makefile").is_file():
        yield f"{INDENT}make ui{_variable('SEEDS', summary.seeds, seeds_folder())}{_variable('DATA', data, data_folder())}"


def _quoted(script: str) -> str:
    """In double quotes where the shell leaves what is in them alone: Python's own are single ones."""
    return shlex.quote(script) if any(character in script for character in '"$`\\!') else f'"{script}"'


def _variable(name: str, folder: Path, default: Path) -> str:
    return "" if folder == default else f" {name}={shlex.quote(str(folder))}"


def _count(number: int, what: str, many: str | None = None) -> str:
    return f"{number:,} {what if number == 1 else many or what + 's'}"
