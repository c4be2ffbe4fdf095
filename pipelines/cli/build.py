"""`communique build`: reads the texts, writes a release, says what came of it."""
import argparse

from pipelines.cli.faults import Fault
from pipelines.cli.progress import Reporter
from pipelines.settings import cache_folder, data_folder, engine_target, limits, seeds_folder


def run(options: argparse.Namespace) -> int:
    seeds, data = seeds_folder(options.seeds), data_folder(options.data)
    if not seeds.is_dir():
        advice = "" if seeds.exists() else "; name the folder with your texts: --seeds DIR"
        raise Fault(f"{'not a' if seeds.exists() else 'no such'} folder: {seeds}{advice}")
    with Reporter() as report:
        report("start")
        from pipelines.build import NothingToPublish, build
        from pipelines.engine import Engine, EngineFault, OtherCode, PartLost, WorkersDied
        from pipelines.ingest import BadSources, Limits
        from pipelines.publish.contract import ContractBroken
        from pipelines.publish.release import ReleaseError

        try:
            engine = Engine(cache_folder(data, options.cache), engine_target(options.engine), limits(Limits))
            summary = build(seeds, data, report, engine)
        except (NothingToPublish, EngineFault, OtherCode, PartLost, WorkersDied, ReleaseError, BadSources) as fault:
            raise Fault(str(fault)) from fault
        except ContractBroken as fault:
            raise Fault(f"nothing was published, the last release stays: {fault}") from fault
    from pipelines.cli.summary import text_of

    print(text_of(summary))
    return 0
