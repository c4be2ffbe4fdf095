"""What Dagster loads: the assets with the job, the schedule and the sensor that remake them."""
import dagster as dg

from pipelines.orchestration.dataset import dataset
from pipelines.orchestration.reruns import build_dataset, daily, seeds_changed
from pipelines.orchestration.resources import Folders
from pipelines.orchestration.texts import codings, every_file_is_a_text, items, links, seeds, texts

defs = dg.Definitions(
    assets=[seeds, texts, items, codings, links, dataset],
    asset_checks=[every_file_is_a_text],
    jobs=[build_dataset],
    schedules=[daily],
    sensors=[seeds_changed],
    resources={"folders": Folders()},
    executor=dg.in_process_executor,
)
