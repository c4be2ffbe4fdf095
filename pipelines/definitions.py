"""What Dagster loads: the assets and their checks, with the jobs, the schedule and the sensor that remake them."""
import dagster as dg

from pipelines.orchestration.accuracy import accuracy
from pipelines.orchestration.counts import Bounds
from pipelines.orchestration.dataset import dataset
from pipelines.orchestration.release import holds_the_seeds, is_intact, release
from pipelines.orchestration.reruns import build_dataset, check_release, daily, measure_accuracy, seeds_changed
from pipelines.orchestration.resources import EngineChoice, Folders
from pipelines.orchestration.texts import links, reading, seeds

defs = dg.Definitions(
    assets=[seeds, reading, links, dataset, release, accuracy],
    asset_checks=[is_intact, holds_the_seeds],
    jobs=[build_dataset, check_release, measure_accuracy],
    schedules=[daily],
    sensors=[seeds_changed],
    resources={"folders": Folders(), "engine": EngineChoice(), "bounds": Bounds()},
    executor=dg.in_process_executor,
)
