"""What frames tell is tested without what is learnt, which changes whenever it learns; the golden files show both together."""
import pytest

from pipelines.coding import events, papers


@pytest.fixture(autouse=True)
def _frames_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.path.name.startswith("test_learned"):
        return
    monkeypatch.setattr(events, "chances_of", lambda item, _: [{} for _ in item.views])
    monkeypatch.setattr(events, "refuted", lambda *_: False)
    monkeypatch.setattr(events, "untold", lambda *_: [])
    monkeypatch.setattr(events, "bring_present", lambda *_: None)
    monkeypatch.setattr(papers, "told_likely", lambda *_: None)
