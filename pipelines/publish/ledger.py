"""What must hold over all batches of documents together: every key once, every row that is named there, not every row of a table bad.

What belongs here: checks that need all rows, kept in a few bytes for each. What does not: checks of rows and of single documents
(`faults`, `contract`).
"""
from array import array
from collections import Counter
from collections.abc import Mapping

import numpy as np
import pandas as pd

from pipelines.publish.cells import rows
from pipelines.publish.contract import REFERENCES, ContractBroken, Reference, pointers
from pipelines.publish.validate import Validated, require_good_rows
from schemas.tables import TABLES

SPANNING = tuple(reference for reference in REFERENCES if reference.across)


class Ledger:
    """Hashes (64 bits, of this process) of all keys, and of everything that may be named from another batch."""

    def __init__(self) -> None:
        self._keys = {table: array("q") for table in TABLES}
        self._named: dict[Reference, array[int]] = {reference: array("q") for reference in SPANNING}
        self._rows: Counter[str] = Counter()
        self._faulty: dict[str, list[str]] = {table: [] for table in TABLES}

    def note(self, tables: Mapping[str, pd.DataFrame], judged: Validated) -> None:
        """Remember a batch, accepted or not."""
        for table, frame in tables.items():
            self._rows[table] += len(frame)
            self._faulty[table] += judged.faulty[table]
            self._keys[table].extend(map(hash, rows(frame, *TABLES[table].key)))
        for reference, named in self._named.items():
            named.extend(hash(pointer) for _, pointer in pointers(reference, tables[reference.table]))

    def check(self) -> None:
        """Raise `ContractBroken` where the batches together are not what the contract says."""
        keys = {table: np.unique(np.frombuffer(found, np.int64)) for table, found in self._keys.items()}
        for table, found in keys.items():
            if len(found) < self._rows[table]:
                raise ContractBroken(f"{table}: {self._rows[table] - len(found)} keys are not unique")
            require_good_rows(table, self._rows[table], self._faulty[table])
        for reference, named in self._named.items():
            missing = np.setdiff1d(np.frombuffer(named, np.int64), keys[reference.target])
            if len(missing):
                raise ContractBroken(f"{reference.table}.{reference.columns[0]}: {len(missing)} are not in {reference.target}")
