"""The table `documents`: one row per text that was read."""
import pandas as pd
import pandera.pandas as pa

from schemas.columns import Date, Int32, String, column, country, day, identifier, one_of, text
from schemas.rules import Table, holds
from schemas.vocabularies import DATE_PRECISIONS


class Documents(Table):
    """One text as it was given. Every offset in the dataset counts Unicode characters of its `text`."""

    document_id: String = identifier("doc", "primary key, made from sha256")
    file_name: String = text("path relative to the folder of texts, with /; then #row or #id, !/member of an archive", "dump.jsonl#17")
    sha256: String = column("SHA-256 of the unpacked bytes, of a row of its cells as JSON", "e3b0c442…", str_matches=r"^[0-9a-f]{64}$")
    media_type: String = column("media type of the file", "text/plain", str_matches=r"^[a-z]+/[a-z0-9.+-]+$")
    encoding: String = text("character encoding the file was decoded from", "utf-8")
    n_chars: Int32 = column("length of text", 5120, unit="Unicode characters", ge=1)
    language: String = column("ISO 639-1 code of the language", "en", str_matches=r"^[a-z]{2,3}$")
    title: String = text("title of the page, null where it has none", "Minister of Defense pays a visit to Serbia", nullable=True)
    publisher: String = text("who published the text, where the text says so", "Ministry of Defence", nullable=True)
    publisher_country: String = country("country of the publisher", example="AZE")
    url: String = column("address the text says it came from", "https://example.org/news/1", nullable=True, str_matches=r"^[a-z]+://\S+$")
    published_on: Date = day("day of publication, where the page as a whole has one; first day of the month or year if only that is known")
    published_precision: String = one_of(DATE_PRECISIONS, "how finely published_on is known", example="day")
    duplicate_of: String = identifier("doc", "document of which this is a near copy", nullable=True)
    text: String = text("the text: decoded, repaired, newlines \\n, then frozen", "On April 17-18, 2014 …")

    @pa.dataframe_check(error="n_chars is the length of text")
    def _length(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["text"].str.len() == df["n_chars"])

    @pa.dataframe_check(error="published_on is null if published_precision is none, and only then")
    def _published(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["published_on"].isna() == (df["published_precision"] == "none"))

    @pa.dataframe_check(error="duplicate_of is another document")
    def _another(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["duplicate_of"] != df["document_id"])
