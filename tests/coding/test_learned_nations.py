"""For which country somebody stands by what was learnt: the likeliest that the page names, rules where none is likely."""

import pytest
from marked import marked
from test_cast import cast_of

from pipelines.coding.cast.resolve import ruled_setting
from pipelines.coding.learned import nations

MET = "{named c=NOR o=minister: Norwegian Minister *Kari Hansen*} met {named: *Taro Sato*}"
TALKS = MET + " in {city c=JPN: Kyoto}, not in {country c=PER: Peru}."


@pytest.fixture
def only(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the given features speaks for a country."""
    monkeypatch.setattr(nations, "weight", lambda _, features: 100 * sum(request.param.get(f, 0) for f in features))
    monkeypatch.setattr("pipelines.coding.cast.resolve.settle_nations", nations.settle_nations)


@pytest.mark.parametrize(("only", "markup", "countries"), [
    pytest.param({"behindL": 5}, TALKS, ["NOR", "JPN"], id="the country of the town behind the name"),
    pytest.param({"lately0": 5}, TALKS, ["NOR", "NOR"], id="the one named last"),
    pytest.param({"unnamed": 5}, TALKS, ["NOR", None], id="one that the page does not name"),
    pytest.param({}, TALKS, ["NOR", None], id="nothing speaks for any: none is likely"),
    pytest.param({"behindL": 5}, TALKS.replace("{named:", "{named c=CHL:"), ["NOR", "CHL"], id="what a mention says is not asked about"),
    pytest.param({"left:same": 5}, "{named c=PER: *Luz Rey*} and {named: *Ann Hill*} and {named: *Rui Sa*} of {country c=CHL: Chile} ate.",
        ["PER", "PER", "PER"], id="as whom the round before has found beside"),
], indirect=["only"])  # fmt: skip
@pytest.mark.usefixtures("only")
def test_the_likeliest_country(markup: str, countries: list[str | None]) -> None:
    _, cast, _ = cast_of(markup)
    assert [person.country for person in cast.people] == countries


def test_what_was_learnt_knows_whose_minister_receives_an_envoy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.coding.cast.resolve.settle_nations", nations.settle_nations)
    _, cast, _ = cast_of("{named c=JPN o=ambassador: Japanese Ambassador *Taro Sato*} met {named o=minister: Minister *Luz Rey*} in "
        "{city c=PER: Lima}. They spoke of {country c=PER: Peru}.")  # fmt: skip
    assert [person.country for person in cast.people] == ["JPN", "PER"]


def test_countries_named_as_often_are_ranked_by_no_hash() -> None:
    codes = ["TUR", "NOR", "JPN", "PER", "CHL", "IND", "GHA", "FIN"]
    text, sentences = marked(" ".join(f"{{named c={code}: *Ana {code.title()}ova*}}" for code in codes))
    assert list(ruled_setting(text, sentences).ranks) == sorted(codes)
