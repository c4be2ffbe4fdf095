"""What must hold over all batches of documents together: every key once, every row that is named there, not every row of a table bad.

What belongs here: checks that need all rows, kept in a few bytes for each, in files. What does not: checks of rows and of single documents
(`faults`, `contract`).
"""
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from pipelines.publish.cells import rows
from pipelines.publish.contract import REFERENCES, ContractBroken, Reference, pointers
from pipelines.publish.hashes import Hashes, shares_of
from pipelines.publish.validate import Validated, require_good_rows
from schemas.tables import TABLES

SPANNING = tuple(reference for reference in REFERENCES if reference.across)
ANNOUNCED = next(reference for reference in SPANNING if reference.columns == ("preceded_by_event_id",))


class Ledger:
    """Hashes (64 bits, of this process) of all keys, and of everything that may be named from another batch, in files below `home`."""

    def __init__(self, home: Path | None = None) -> None:
        self._keys = {table: Hashes(home) for table in TABLES}
        self._named = {reference: Hashes(home) for reference in SPANNING}
        self._announced = Hashes(home)
        self._rows: Counter[str] = Counter()
        self._bad: Counter[str] = Counter()
        self._first_fault: dict[str, str] = {}

    def note(self, tables: Mapping[str, pd.DataFrame], judged: Validated) -> None:
        """Remember a batch, accepted or not."""
        for table, frame in tables.items():
            self._rows[table] += len(frame)
            self._bad[table] += len(judged.faulty[table])
            for fault in judged.faulty[table][:1]:
                self._first_fault.setdefault(table, fault)
            self._keys[table].extend(map(hash, rows(frame, *TABLES[table].key)))
        for reference, named in self._named.items():
            named.extend(hash(pointer) for _, pointer in pointers(reference, tables[reference.table]))
        self._announced.extend(hash((event,)) for event, before in rows(tables["events"], "event_id", ANNOUNCED.columns[0]) if before)

    def names(self, reference: Reference, ids: Iterable[str]) -> bool:
        """Whether a row names one of these ids in the column of the reference."""
        wanted = np.fromiter((hash((one,)) for one in ids), np.int64)
        named = self._named[reference]
        shares = shares_of(named)
        return any(np.isin(named.share(number, shares), wanted).any() for number in range(shares))

    def check(self) -> None:
        """Raise `ContractBroken` where the batches together are not what the contract says."""
        for table in TABLES:
            self._check_keys(table)
            require_good_rows(table, self._rows[table], self._bad[table], self._first_fault.get(table, ""))
        for reference in SPANNING:
            self._check_reference(reference)
        self._check_no_cycle()

    def _check_keys(self, table: str) -> None:
        keys = self._keys[table]
        shares = shares_of(keys)
        once = sum(len(np.unique(keys.share(number, shares))) for number in range(shares))
        if once < self._rows[table]:
            raise ContractBroken(f"{table}: {self._rows[table] - once} keys are not unique")

    def _check_reference(self, reference: Reference) -> None:
        named, keys = self._named[reference], self._keys[reference.target]
        shares = shares_of(named, keys)
        missing = sum(len(np.setdiff1d(named.share(one, shares), keys.share(one, shares))) for one in range(shares))
        if missing:
            raise ContractBroken(f"{reference.table}.{reference.columns[0]}: {missing} are not in {reference.target}")

    def _check_no_cycle(self) -> None:
        """Leave out every event whose announcement was not announced itself, again and again: what stays goes round."""
        later, before = self._announced.share(0, 1), self._named[ANNOUNCED].share(0, 1)
        while len(later):
            goes_on = np.isin(before, later)
            if goes_on.all():
                raise ContractBroken(f"events.{ANNOUNCED.columns[0]}: {len(later)} come before themselves")
            later, before = later[goes_on], before[goes_on]
