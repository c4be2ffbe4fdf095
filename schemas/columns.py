"""The column types and the few kinds of column that all tables share.

What belongs here: how a column is declared (Arrow type, description, unit, example, simple checks). What does not: any column of a
single table.
"""
from collections.abc import Iterable
from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow

STRINGS = pyarrow.list_(pyarrow.field("element", pyarrow.string()))
"""A list of strings; Parquet names its items `element`."""

String = Annotated[pd.ArrowDtype, pyarrow.string()]
Strings = Annotated[pd.ArrowDtype, STRINGS]
Date = Annotated[pd.ArrowDtype, pyarrow.date32()]
Int32 = Annotated[pd.ArrowDtype, pyarrow.int32()]
Int64 = Annotated[pd.ArrowDtype, pyarrow.int64()]
Float = Annotated[pd.ArrowDtype, pyarrow.float64()]
Bool = Annotated[pd.ArrowDtype, pyarrow.bool_()]

COUNTRY = r"^[A-Z]{3}$"
PARTY = r"^[A-Z0-9][A-Za-z0-9&/+-]{1,15}$"
"""A state's ISO code, or the usual acronym of an organization (EU, NATO, G7, CoE)."""


def column(description: str, example: object, *, unit: str | None = None, nullable: bool = False, **checks: Any) -> Any:
    """A column with what a reader wants to know of it. `unit` where a number or an offset needs one; `checks` as in `pandera.Field`."""
    return pa.Field(nullable=nullable, description=description, metadata={"unit": unit, "example": example}, **checks)


def identifier(prefix: str, description: str, *, nullable: bool = False) -> Any:
    """An id as `pipelines.ids` mints it: prefix, underscore, 16 hexadecimal digits."""
    return column(description, f"{prefix}_5d41402abc4b2a76", nullable=nullable, str_matches=rf"^{prefix}_[0-9a-f]{{16}}$")


def one_of(vocabulary: Iterable[str], description: str, *, example: str, nullable: bool = False) -> Any:
    """A value of a closed vocabulary."""
    return column(description, example, nullable=nullable, isin=list(vocabulary))


def country(description: str, *, nullable: bool = True, example: str = "SRB") -> Any:
    """ISO 3166 alpha-3 code of a state (also of a former one)."""
    return column(description, example, nullable=nullable, str_matches=COUNTRY)


def party(description: str, *, example: str = "SRB") -> Any:
    """ISO 3166 alpha-3 code of a state, or the acronym of an intergovernmental organization."""
    return column(description, example, nullable=True, str_matches=PARTY)


def text(description: str, example: str, *, nullable: bool = False) -> Any:
    """Free text; where it must be there it is not empty."""
    return column(description, example, nullable=nullable, str_length={"min_value": 1})


def day(description: str, example: str = "2014-04-17", *, nullable: bool = True) -> Any:
    """A calendar day."""
    return column(description, example, unit="day", nullable=nullable)


def confidence() -> Any:
    return column("how sure the rule is, null where it was not estimated", 0.9, unit="share, 0 to 1", nullable=True, ge=0.0, le=1.0)


def char_start() -> Any:
    return column("first character of the evidence in documents.text", 120, unit="Unicode characters, from 0", ge=0)


def char_end() -> Any:
    return column("end of the evidence in documents.text, exclusive", 188, unit="Unicode characters, from 0", ge=1)


def evidence_text() -> Any:
    return text("the words that say so: documents.text[char_start:char_end]", "met with his Serbian counterpart in Belgrade")
