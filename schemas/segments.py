"""The table `segments`: the stretches that tile each document."""
import pandas as pd
import pandera.pandas as pa

from schemas.columns import Date, Int32, String, char_end, char_start, column, day, identifier, one_of, text
from schemas.rules import BoundRules, Table, holds
from schemas.vocabularies import SEGMENT_KINDS


class Segments(BoundRules, Table):
    """One stretch of a document. The segments of a document tile it: no gap, no overlap."""

    segment_id: String = identifier("seg", "primary key")
    document_id: String = identifier("doc", "document the segment is part of")
    position: Int32 = column("place in the document", 0, unit="from 0", ge=0)
    kind: String = one_of(SEGMENT_KINDS, "what the segment is", example="item")
    heading: String = text("heading of an item, where it has one", "Ministers of Defense hold a meeting", nullable=True)
    dateline_place: String = text("place in the dateline", "Belgrade", nullable=True)
    published_on: Date = day("day of publication of the item")
    not_before: Date = day("first day on which the item can have been published, proven by the order of the page")
    not_after: Date = day("last day on which the item can have been published, proven by the order of the page")
    char_start: Int32 = char_start()
    char_end: Int32 = char_end()

    @pa.dataframe_check(error="char_start is before char_end")
    def _not_empty(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["char_start"] < df["char_end"])
