"""What each asset is, for whoever opens its page: one Markdown file per asset, and the first sentence of a table from its schema.

What belongs here: prose for operators. What does not: what a column means (`schemas`).
"""
from pathlib import Path

from schemas.arrow import arrow_schema
from schemas.tables import TABLES


def about(asset: str) -> str:
    """The description of an asset, in Markdown. Raises FileNotFoundError where nobody wrote one."""
    page = Path(__file__).with_name(f"{asset}.md").read_text("utf-8").strip()
    return f"{what_a_row_is(asset)}\n\n{page}" if asset in TABLES else page


def what_a_row_is(table: str) -> str:
    """The docstring of the table's schema."""
    described: bytes = (arrow_schema(table).metadata or {}).get(b"description", b"")
    return described.decode()
