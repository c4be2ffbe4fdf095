"""What a look at a table should tell: counts and pictures of the published rows, as metadata of their asset.

What belongs here: which numbers are worth a look. What does not: drawing (`charts`), validating (`pipelines.publish`).
"""
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import dagster as dg
import pandas as pd

from pipelines.orchestration.charts import matrix, stacked_columns
from pipelines.orchestration.metadata import bars, picture
from pipelines.publish.cells import cells, rows
from pipelines.publish.manifest import count_reasons
from pipelines.publish.parquet import read_frame

Metadata = dict[str, dg.MetadataValue[Any]]
TALKING = frozenset({"meeting", "call", "visit", "session", "conference", "signing"})
"""Types of events in which people of the countries meet or speak."""

MOST_MONTHS = 60  # more columns than this are drawn per year
MOST_TYPES = 6  # the rest is drawn together
MOST_COUNTRIES = 14
TOP = 10  # lines of a list of the most frequent


def insights(table: str, file: Path, rejected: pd.DataFrame | None = None) -> Metadata:
    """What is shown of a published table, a Parquet file, beside its preview; and why rows of it were rejected, if any were."""
    columns, view = VIEWS[table]
    told = view(read_frame(file, list(columns)))
    if rejected is None:
        return told
    return told | ({"rejected_by_reason": bars("reason", count_reasons(rejected))} if len(rejected) else {})


def of_documents(frame: pd.DataFrame) -> Metadata:
    years = Counter(str(day.year) if day else "unknown" for day in cells(frame["published_on"]))
    return {"published_in": bars("year", dict(sorted(years.items())[-TOP:]))}


def of_segments(frame: pd.DataFrame) -> Metadata:
    characters: Counter[str] = Counter()
    for kind, start, end in rows(frame, "kind", "char_start", "char_end"):
        characters[kind] += end - start
    return {"segments_by_kind": tally("kind", frame["kind"]), "characters_by_kind": bars("kind", dict(characters.most_common()))}


def of_events(frame: pd.DataFrame) -> Metadata:
    undated = sum(precision == "none" for precision in cells(frame["date_precision"]))
    return {
        "events_by_type": tally("type", frame["event_type"]),
        "events_over_time": events_over_time(frame),
        "who_meets_whom": bars("countries", {f"{a} – {b}": n for (a, b), n in pairs(frame).most_common(TOP)}),
        "who_meets_whom_matrix": meetings(frame),
        "dates_rest_on": tally("date basis", frame["date_basis"]),
        "undated_share": dg.MetadataValue.float(round(undated / len(frame), 3) if len(frame) else 0.0),
    }


def of_participants(frame: pd.DataFrame) -> Metadata:
    return {
        "participants_by_country": tally("country", frame["country"]),
        "participants_by_office": tally("office", frame["office"]),
        "participants_by_role": tally("role", frame["role"]),
    }


def of_agreements(frame: pd.DataFrame) -> Metadata:
    subjects = Counter(subject for own in cells(frame["subjects"]) for subject in own)
    return {
        "agreements_by_type": tally("type", frame["agreement_type"]),
        "agreements_by_status": tally("status", frame["status"]),
        "agreements_by_subject": bars("subject", dict(subjects.most_common(TOP))),
    }


def of_entities(frame: pd.DataFrame) -> Metadata:
    seen = sorted(rows(frame, "n_events", "name", "country"), key=lambda row: (-row[0], row[1] or ""))[:TOP]
    most = {f"{name or 'unnamed'} ({country})" if country else name or "unnamed": n for n, name, country in seen}
    return {"most_often_seen": bars("in events", most), "entities_by_kind": tally("kind", frame["kind"])}


def of_tenures(frame: pd.DataFrame) -> Metadata:
    return {"tenures_by_office": tally("office", frame["office"])}


VIEWS: Mapping[str, tuple[tuple[str, ...], Callable[[pd.DataFrame], Metadata]]] = {
    "documents": (("published_on",), of_documents),
    "segments": (("kind", "char_start", "char_end"), of_segments),
    "events": (
        ("event_id", "occasion_id", "event_type", "status", "start_date", "date_precision", "date_basis", "countries"), of_events,
    ),
    "participants": (("country", "office", "role"), of_participants),
    "agreements": (("agreement_type", "status", "subjects"), of_agreements),
    "entities": (("kind", "name", "country", "n_events"), of_entities),
    "tenures": (("office",), of_tenures),
}
"""The columns a view is made from, since a table may be large, and the view."""


def tally(name: str, column: "pd.Series[Any]") -> dg.MetadataValue[Any]:
    """How often each value occurs, the most frequent first."""
    counted = Counter("null" if value is None else str(value) for value in cells(column))
    return bars(name, dict(counted.most_common(TOP)))


def pairs(events: pd.DataFrame) -> Counter[tuple[str, str]]:
    """Two countries -> occasions at which their people met or spoke. Reports of one occasion count once."""
    met: set[tuple[str, str, str]] = set()
    for occasion, event, kind, status, countries in rows(events, "occasion_id", "event_id", "event_type", "status", "countries"):
        if kind in TALKING and status == "held":
            met.update((occasion or event, one, other) for one, other in combinations(sorted(countries), 2))
    return Counter((one, other) for _, one, other in sorted(met))


def meetings(events: pd.DataFrame) -> dg.MetadataValue[Any]:
    """Who meets whom, as a matrix of the countries that meet most."""
    counted = pairs(events)
    most: Counter[str] = Counter()
    for pair, number in counted.items():
        most.update(dict.fromkeys(pair, number))
    labels = [country for country, _ in sorted(most.items(), key=lambda item: (-item[1], item[0]))[:MOST_COUNTRIES]]
    return picture(matrix("Occasions on which two countries met or spoke", labels, counted))


def events_over_time(events: pd.DataFrame) -> dg.MetadataValue[Any]:
    """Events dated to a month or day, by the month they began in and by type; by year where the months are too many."""
    dated = [
        (kind, start)
        for kind, start, precision in rows(events, "event_type", "start_date", "date_precision")
        if start is not None and precision in ("day", "month")
    ]
    months = span_of_months(start for _, start in dated)
    name, columns = (by_month, months) if len(months) <= MOST_MONTHS else (by_year, list(dict.fromkeys(month[:4] for month in months)))
    frequent = [kind for kind, _ in Counter(kind for kind, _ in dated).most_common(MOST_TYPES)]
    counted = Counter((kind if kind in frequent else "other", name(start)) for kind, start in dated)
    kinds = [*frequent, *(["other"] if any(kind == "other" for kind, _ in counted) else [])]
    unit = "month" if name is by_month else "year"
    title = f"Events per {unit} by type ({len(dated):,} of {len(events):,} are dated to a month or a day)"
    return picture(stacked_columns(title, columns, {kind: [counted[kind, column] for column in columns] for kind in kinds}))


def by_month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def by_year(day: date) -> str:
    return f"{day.year:04}"


def span_of_months(days: Iterable[date]) -> list[str]:
    """Every month from the first day to the last."""
    numbers = sorted({day.year * 12 + day.month - 1 for day in days})
    if not numbers:
        return []
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(numbers[0], numbers[-1] + 1)]
