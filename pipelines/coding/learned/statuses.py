"""Whether an occasion was held, is planned, was called off or is denied: the likeliest by what was learnt."""

from collections.abc import Iterable

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.outlook import ALL, Setting, features, setting_of
from pipelines.coding.when import recalled
from pipelines.lexicon.weights import weight

STATUSES = "learned_statuses.tsv.gz"


def settle_statuses(item: Item, drafts: list[Draft]) -> None:
    """The status of every occasion that is not merely recalled; all are judged by what rules say before any is changed."""
    setting = setting_of(item, drafts)
    for draft, status in [(d, likeliest(setting, d)) for d in drafts if not recalled(item, d)]:
        draft.status = status


def likeliest(setting: Setting, draft: Draft) -> str:
    seen = features(setting, draft)
    weights = {status: weight(STATUSES, of(status, seen)) for status in ALL}
    return max(ALL, key=lambda status: (weights[status], status == draft.status))


def of(status: str, seen: Iterable[str]) -> set[str]:
    """The features as those of one status."""
    return {f"{status}|{each}" for each in seen}
