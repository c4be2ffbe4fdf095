"""When the dataset is made anew: one job, a daily schedule, a sensor on the content of the seeds folder. Both are off until switched on."""
import dagster as dg

from pipelines.orchestration.fingerprint import fingerprint
from pipelines.orchestration.resources import Folders

SECONDS_BETWEEN_LOOKS = 60

build_dataset = dg.define_asset_job(
    "build_dataset",
    selection=dg.AssetSelection.all(),
    executor_def=dg.in_process_executor,
    description="From the seeds folder to a published release; the same as `communique build`.",
)

daily = dg.ScheduleDefinition(
    name="daily",
    job=build_dataset,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    description="Makes the dataset anew every day at 05:00 UTC. Without changes in the folder nothing new is published.",
    default_status=dg.DefaultScheduleStatus.STOPPED,
)


@dg.sensor(
    name="seeds_changed",
    job=build_dataset,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.STOPPED,
    description="Makes the dataset anew when a file of the seeds folder was added, changed or removed, not when it was merely touched.",
)
def seeds_changed(context: dg.SensorEvaluationContext, folders: Folders) -> dg.SensorResult | dg.SkipReason:
    """The cursor is `<number of changes>:<fingerprint>`: a folder that returns to an earlier state is a change like any other,
    which the fingerprint alone, as a run key that was used before, would hide."""
    try:
        now = fingerprint(folders.seeds_path())
    except NotADirectoryError as fault:
        return dg.SkipReason(str(fault))
    count, _, before = (context.cursor or "0:").partition(":")
    if now == before:
        return dg.SkipReason(f"the texts are the same as at the last change ({now})")
    cursor = f"{int(count) + 1}:{now}"
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=cursor, tags={"communique/seeds": now})], cursor=cursor)
