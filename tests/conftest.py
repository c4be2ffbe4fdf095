"""What tests of the whole way share: a small folder of texts written for the tests, and a release built from it."""
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TALKS = """Defence ministers meet in Belgrade

5 May 2021

On 5 May 2021 the Minister of Defence of Serbia, Ana Petrovic, met with the Minister of Defence of Hungary, Janos Kovacs, in Belgrade.
The ministers signed a memorandum of understanding on cooperation in military education.
"""
CALL = """Foreign ministers speak by telephone

12 June 2022

On 12 June 2022 the Foreign Minister of Norway, Kari Hansen, held a telephone conversation with the Foreign Minister of Japan, Taro Sato.
They discussed energy cooperation.
"""
TEXTS = {"talks.txt": TALKS, "call.txt": CALL}


def write_texts(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def bytes_of(release: Path) -> dict[str, bytes]:
    """Every file of a release's folder, by its path in it."""
    return {path.relative_to(release).as_posix(): path.read_bytes() for path in sorted(release.rglob("*")) if path.is_file()}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with two short texts."""
    return write_texts(tmp_path / "seeds", TEXTS)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a release of the two texts. Tests must not change it."""
    from pipelines.build import build

    root = tmp_path_factory.mktemp("built")
    build(write_texts(root / "seeds", TEXTS), root / "data")
    return root / "data"


@pytest.fixture(scope="session")
def release_bytes() -> Callable[[Path], dict[str, bytes]]:
    return bytes_of


GIVE_UP = 90  # seconds of this process's own time; what runs away takes hours


@pytest.fixture
def ends() -> Iterator[None]:
    """For hostile input: the test fails if the work does not come to an end. How long it takes is the business of benchmarks."""

    def run_away(*_: object) -> None:
        pytest.fail("runs away on hostile input")

    before = signal.signal(signal.SIGVTALRM, run_away)
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVE_UP)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.fixture(autouse=True)
def _frames_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What frames tell is tested without what is learnt, which changes whenever it learns; the golden files show both together."""
    if request.path.parent.name != "coding" or request.path.name.startswith("test_learned"):
        return
    monkeypatch.setattr("pipelines.coding.cast.resolve.settle_nations", lambda _: None)
    monkeypatch.setattr("pipelines.coding.events.chances_of", lambda item, _: [{} for _ in item.views])
    monkeypatch.setattr("pipelines.coding.events.apart", lambda _, drafts: drafts)
    monkeypatch.setattr("pipelines.coding.events.judged", lambda _, accepted, heard: accepted)
    monkeypatch.setattr("pipelines.coding.events.plainly_news", lambda *_: False)
    monkeypatch.setattr("pipelines.coding.events.untold", lambda *_: [])
    monkeypatch.setattr("pipelines.coding.events.settle_statuses", lambda *_: None)
    monkeypatch.setattr("pipelines.coding.agreements.is_row", lambda told: told.parties > 1)
    monkeypatch.setattr("pipelines.coding.events.settle_dates", lambda *_: None)
    monkeypatch.setattr("pipelines.coding.events.settle_places", lambda *_: None)
    monkeypatch.setattr("pipelines.coding.events.settle_presence", lambda *_: None)
    monkeypatch.setattr("pipelines.coding.events.fold", lambda _, drafts: drafts)
    monkeypatch.setattr("pipelines.coding.events.settle_parents", lambda *_: None)
    monkeypatch.setattr("pipelines.coding.events.settle_parts", lambda *_: None)
    monkeypatch.setattr("pipelines.coding.papers.told_likely", lambda *_: None)


@pytest.fixture(autouse=True)
def _rules_of_items_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same of where items begin; whole pages (`test_pages`) show rules and what is learnt together."""
    if request.path.parent.name == "segment" and request.path.name not in ("test_pages.py", "test_learned_items.py"):
        monkeypatch.setattr("pipelines.segment.items.likely", lambda _, ruled, __: sorted(ruled.begun))
