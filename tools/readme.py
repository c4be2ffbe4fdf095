"""Writes what the documentation shows of the data: `python -m tools.readme`; with `--check` it only says what is out of date.

What belongs here: parts of pages that are made from the seeds, the schemas or the accepted accuracy figures, between markers
`<!-- name:begin -->` and `<!-- name:end -->`. What does not: prose.
"""
import argparse
import contextlib
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from pipelines.build import build
from pipelines.cli import main as communique
from pipelines.cli.docs import reference
from pipelines.evaluate.baseline import read_baseline
from pipelines.evaluate.codings import read_split, real_rows
from pipelines.evaluate.figures import TABLES, Figure, figures
from pipelines.evaluate.sheet import Sheet
from pipelines.publish.facade import read_release

ROOT = Path(__file__).resolve().parents[1]
ACCURACY = ROOT / "tests/accuracy"
CELL = 72  # characters of a value that an excerpt shows
ROWS = 6

EVENTS = ("event_id", "event_type", "start_date", "end_date", "date_basis", "city", "countries", "evidence_text")
PARTICIPANTS = ("event_id", "name", "country", "office", "role", "name_as_written")
AGREEMENTS = ("event_id", "agreement_type", "title", "status", "start_date", "end_date", "parties", "subjects")


def main(arguments: Sequence[str] | None = None) -> int:
    """0: all pages are as they should be, 1: `--check` found one that is not."""
    parser = argparse.ArgumentParser(prog="python -m tools.readme", description="Write what the documentation shows of the data.")
    parser.add_argument("--check", action="store_true", help="write nothing, say which pages are out of date")
    parser.add_argument("--data", metavar="DIR", help="take the release in this folder instead of building the seeds")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        data = Path(options.data or scratch)
        if not options.data:
            build(ROOT / "seeds", data)
        stale = {path: page for path, page in pages(data).items() if not path.exists() or path.read_text("utf-8") != page}
    for path, page in stale.items():
        if not options.check:
            path.write_text(page, "utf-8")
        print(path.relative_to(ROOT), "is out of date: run python -m tools.readme" if options.check else "written")
    return int(options.check and bool(stale))


def pages(data: Path) -> dict[Path, str]:
    """Every page with generated parts, as it should be."""
    parts: dict[str, Callable[[Path], str]] = {"excerpt": excerpt, "trace": trace, "accuracy": accuracy}
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, write in parts.items():
        readme = with_part(readme, name, write(data))
    return {ROOT / "README.md": readme, ROOT / "docs/tables.md": reference()}


def with_part(page: str, name: str, part: str) -> str:
    """The page with what stands between the markers of `name` replaced. Raises ValueError where the markers are missing."""
    begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
    before, rest = _split(page, begin)
    _, after = _split(rest, end)
    return f"{before}{begin}{part.strip()}\n{end}{after}"


def _split(page: str, marker: str) -> tuple[str, str]:
    before, found, after = page.partition(marker)
    if not found:
        raise ValueError(f"README.md has no {marker.strip()}")
    return before, after


def excerpt(data: Path) -> str:
    """One occasion in three tables: the first agreement, the event it belongs to, and what happened around it."""
    tables = read_release(data)
    rows = {"events": shown_events(tables)}
    told = list(rows["events"]["event_id"])
    everybody, agreed = tables["participants"], tables["agreements"]
    people = everybody.loc[(everybody["kind"] == "person") & everybody["event_id"].isin(told)]
    rows["participants"] = people.sort_values(by="event_id", key=lambda ids: ids.map(told.index), kind="stable").head(ROWS)
    rows["agreements"] = agreed.loc[agreed["event_id"].isin(told)].head(ROWS)
    columns = {"events": EVENTS, "participants": PARTICIPANTS, "agreements": AGREEMENTS}
    return "\n\n".join(f"`{table}`\n\n{markdown(rows[table], columns[table])}" for table in columns)


def shown_events(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The event whose course holds the first agreement, and the first event of each type within it."""
    events = tables["events"]
    first = tables["agreements"]["event_id"].dropna().iloc[0]
    parent = events.loc[events["event_id"] == first, "parent_event_id"].iloc[0]
    whole = first if pd.isna(parent) else parent
    course = events.loc[(events["event_id"] == whole) | (events["parent_event_id"] == whole).fillna(False)]
    return pd.DataFrame(course.drop_duplicates("event_type").head(ROWS))


def markdown(frame: pd.DataFrame, columns: Sequence[str]) -> str:
    """A Markdown table; long values cut, null is empty."""
    lines = [columns, ["---"] * len(columns), *([cell(value) for value in row] for row in frame[list(columns)].to_numpy(dtype=object))]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(value: object) -> str:
    if hasattr(value, "tolist"):
        value = value.tolist()
    text = ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None or value is pd.NA else str(value)
    plain = " ".join(text.split()).replace("|", "\\|")
    return plain if len(plain) <= CELL else f"{plain[: CELL - 1].rstrip()}…"


def trace(data: Path) -> str:
    """The way from a row to its words: the command, and what it prints before all the columns."""
    row_id = shown_events(read_release(data))["event_id"].head(2).iloc[-1]
    shown = said(["show", row_id, "--data", str(data)]).partition("\nall columns")[0]
    first, _, rest = shown.partition("  (release ")
    page = f"{first}{rest.partition(')')[2]}"  # the version would change with every row of the seeds
    return f"```sh run\ncommunique show {row_id}\n```\n```text\n{page.rstrip()}\n…\n```"


def said(arguments: Sequence[str]) -> str:
    """What a command prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        communique(arguments)
    return out.getvalue()


def accuracy(_: Path) -> str:
    """The accepted figures (`tests/accuracy/baseline.json`) of both splits."""
    split, real = read_split(ACCURACY / "split.yaml"), {row["stem"] for row in real_rows(ACCURACY / "real.json")}
    tallies = read_baseline(ACCURACY / "baseline.json")
    sheets = {stem: Sheet(stem, "", dict(own)) for stem, own in tallies.items()}
    seen, held = ([sheets[stem] for stem in sorted(sheets) if split.get(stem) == name] for name in ("seen", "held"))
    press = [sheet for sheet in held if sheet.stem in real]
    head = f"| F1 (95 % interval) | {len(held)} texts held back | of these {len(press)} real ones | {len(seen)} texts seen |"
    columns = [figures(sheets, "table", TABLES) for sheets in (held, press, seen)]
    rows = [f"| {row[0].name} | {' | '.join(map(f1, row))} |" for row in zip(*columns, strict=True)]
    shares = ", ".join(f"{one.name} {one.tally.precision:.2f}" for one in sorted(figures(held, "field")))
    fields = f"Fields of the rows found in texts held back, share of right values: {shares}."
    return "\n".join([head, "|---|---|---|---|", *rows, "", fields])


def f1(one: Figure) -> str:
    return f"{one.tally.f1:.2f} ({one.f1[0]:.2f}–{one.f1[1]:.2f})"


if __name__ == "__main__":
    sys.exit(main())
