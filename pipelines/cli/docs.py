"""`communique docs`: every table and column, printed as Markdown from the schemas alone, so that it cannot lag behind them."""
import argparse
import json
from collections.abc import Iterator
from typing import Any

HEAD = "| column | type | may be null | meaning | unit | example |\n|---|---|---|---|---|---|"


def run(_: argparse.Namespace) -> int:
    print(reference(), end="")
    return 0


def reference() -> str:
    """The whole reference as one Markdown document."""
    from schemas import SCHEMA_VERSION
    from schemas.tables import TABLES

    parts = [f"# Tables and columns\n\nVersion {SCHEMA_VERSION} of the contract. Written by `communique docs`.\n"]
    return "\n".join(parts + [_table(name) for name in TABLES])


def _table(name: str) -> str:
    from schemas.arrow import arrow_schema, describe
    from schemas.tables import TABLES

    about = " ".join((arrow_schema(name).metadata or {}).get(b"description", b"").decode().split())
    key = ", ".join(f"`{column}`" for column in TABLES[name].key)
    columns = describe(name)
    lines = [f"## {name}", "", about, "", f"Key: {key}.", "", HEAD, *map(_row, columns), "", *_vocabularies(columns)]
    return "\n".join(lines)


def _row(column: dict[str, Any]) -> str:
    cells = [
        f"`{column['name']}`",
        column["type"].replace("[pyarrow]", "").replace("item: ", ""),
        "yes" if column["nullable"] else "",
        column["description"],
        column["unit"] or "",
        f"`{_plain(column['example'])}`",
    ]
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |"


def _vocabularies(columns: list[dict[str, Any]]) -> Iterator[str]:
    """The values of every column with a closed vocabulary, one line each."""
    for column in columns:
        if column["values"]:
            yield f"- `{column['name']}`: {', '.join(f'`{value}`' for value in column['values'])}"
    if any(column["values"] for column in columns):
        yield ""


def _plain(example: object) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False, default=str)


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")
