"""Which faults of a run are final, and which may pass.

A fault of the data (nothing to read, a broken contract) would meet the same data again: it fails at once, in one sentence, and is never
retried. A fault of the machine that passes by itself (a share that hangs, an interrupted call) is tried again after 5, 10 and 20
seconds. All else is a bug or needs a person, and fails as it is: a full disk, a folder in the way, rights that lack.
"""
import errno
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from pipelines.build import NothingToPublish
from pipelines.engine import EngineFault, OtherCode, PartLost, WorkersDied
from pipelines.ingest import BadSources
from pipelines.publish.contract import ContractBroken
from pipelines.settings import SettingFault

FINAL = (NothingToPublish, NotADirectoryError, BadSources, ContractBroken, SettingFault, EngineFault, OtherCode, PartLost, WorkersDied)
"""Nothing to read, a table that is wrong as a whole, a setting or an engine that cannot be used, workers with other code or killed again
and again, a cache emptied during the run."""

TRIES = 3
FIRST_WAIT = 5.0  # seconds; doubled with every try
PASSING = frozenset({
    errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.ECONNABORTED, errno.ECONNREFUSED,
    errno.ECONNRESET, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH, errno.ENOTCONN, errno.EPIPE,
})


@contextmanager
def data_faults_fail() -> Iterator[None]:
    """Turn the faults that say in one sentence what is wrong into dg.Failure without retries."""
    try:
        yield
    except FINAL as fault:
        raise dg.Failure(f"Nothing was published, the last release stays: {fault}", allow_retries=False) from fault


@contextmanager
def passing_faults_retry(context: dg.AssetExecutionContext) -> Iterator[None]:
    """Turn an OSError that may pass into a retry of the step, three at most; leave every other fault as it is."""
    try:
        yield
    except OSError as fault:
        if not may_pass(fault):
            raise
        wait = FIRST_WAIT * 2**context.retry_number
        context.log.warning(f"{fault}: try {context.retry_number + 1} of {TRIES} follows in {wait:.0f} s")
        raise dg.RetryRequested(max_retries=TRIES, seconds_to_wait=wait) from fault


def may_pass(fault: OSError) -> bool:
    return fault.errno in PASSING or isinstance(fault, TimeoutError)
