"""Faults of the data as Dagster failures: named in one sentence, and never retried, since a retry would meet the same data.

A `ReleaseError` (another publication holds the lock, a folder that is in the way) is no fault of the data and passes as it is.
"""
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from pipelines.build import NothingToPublish
from pipelines.ingest import BadSources
from pipelines.publish.contract import ContractBroken


@contextmanager
def data_faults_fail() -> Iterator[None]:
    """Turn NothingToPublish, NotADirectoryError, BadSources and ContractBroken into dg.Failure without retries."""
    try:
        yield
    except (NothingToPublish, NotADirectoryError, BadSources, ContractBroken) as fault:
        raise dg.Failure(f"Nothing was published, the last release stays: {fault}", allow_retries=False) from fault
