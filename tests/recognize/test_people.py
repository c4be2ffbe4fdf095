"""Titled names, appositions and groups."""
from pipelines.recognize.people import find_people
from pipelines.recognize.places import find_places


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    span = (0, len(text))
    found = find_people(text, [span], [find_places(text, *span)], [[]])
    return [(mention.name, mention.country, mention.office) for mention in found[0]]


def test_title_before_name() -> None:
    assert people("Norway's Defense Minister, Colonel General Ole Berg, spoke.") == [("Ole Berg", "NOR", "minister_defense")]


def test_title_behind_name() -> None:
    assert people("Ole Berg, Ambassador of Norway to Chile, spoke.") == [("Ole Berg", "NOR", "ambassador")]
