"""Which bytes came before, on disk: a folder may hold any number of texts.

What does not belong here: what is done with a copy (`ingest.folder.once`).
"""
import sqlite3

TEMPORARY = ""  # a database of SQLite's own that begins in memory, goes on in a file without a name, and is gone in the end


class OnDisk:
    """An `ingest.folder.Seen`."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect(TEMPORARY, isolation_level=None, check_same_thread=False)
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute("CREATE TABLE seen (sha256 BLOB PRIMARY KEY, name TEXT) WITHOUT ROWID")
        self._rows.execute("BEGIN")

    def before(self, sha256: str, name: str) -> str | None:
        key = bytes.fromhex(sha256)
        found = self._rows.execute("SELECT name FROM seen WHERE sha256 = ?", (key,)).fetchone()
        if found is None:
            self._rows.execute("INSERT INTO seen VALUES (?, ?)", (key, name))
            return None
        return str(found[0])
