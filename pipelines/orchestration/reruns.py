"""When the dataset is made anew: one job, a daily schedule, a sensor on the content of the seeds folder. Both are off until switched on."""
import dagster as dg

from pipelines.orchestration.fingerprint import fingerprint
from pipelines.orchestration.resources import Folders

SECONDS_BETWEEN_LOOKS = 60
IS_INTACT = dg.AssetCheckKey(dg.AssetKey("release"), "is_intact")
"""A run has just validated what it publishes; to read it all again is a job of its own."""

build_dataset = dg.define_asset_job(
    "build_dataset",
    selection=dg.AssetSelection.all() - dg.AssetSelection.assets("accuracy") - dg.AssetSelection.checks(IS_INTACT),
    executor_def=dg.in_process_executor,
    description="From the seeds folder to a published release; the same as `communique build`.",
)

measure_accuracy = dg.define_asset_job(
    "measure_accuracy",
    selection=dg.AssetSelection.assets("accuracy"),
    executor_def=dg.in_process_executor,
    description="How well the rules do on texts coded by hand; the same as `communique evaluate --publish`. For after a change of rules.",
)

check_release = dg.define_asset_job(
    "check_release",
    selection=dg.AssetSelection.checks_for_assets("release"),
    executor_def=dg.in_process_executor,
    description="Reads the published release again and holds it against the contract and the folder of texts; writes nothing.",
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
