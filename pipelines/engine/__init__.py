"""From a folder of files to the records of each: every file worked once, and never again while neither it nor the code changes.

`work_through` is the whole layer. One file is one unit of work (`unit`, pure); what it yields is kept as a part (`part`) in a
cache that is keyed by content and code (`cache`, `fingerprint`); what no part answers is worked by an executor (`executors`): in this
process, in several, or on a cluster, with the same bytes as result. What does not belong here: how a file is read or coded, and anything
that needs two files to be known (`link`).
"""
from pipelines.engine.corpus import Corpus, Engine, PartLost, work_through
from pipelines.engine.executors import EngineFault
from pipelines.engine.flow import WorkersDied
from pipelines.engine.unit import Result
from pipelines.engine.worker import OtherCode

__all__ = ["Corpus", "Engine", "EngineFault", "OtherCode", "PartLost", "Result", "WorkersDied", "work_through"]
