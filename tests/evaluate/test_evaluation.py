"""A whole measurement on a small set made here: codings, split, rebuilt texts, command."""
import json

import pandas as pd
import pytest
import yaml

from pipelines.cli import main
from pipelines.evaluate import evaluate
from pipelines.evaluate.codings import Places, read_codings, read_split
from pipelines.evaluate.problems import problems

TEXT = "Oslo, 4 May 2021. President of Finland Sauli Niinistö met with Prime Minister of Norway Erna Solberg in Oslo today.\n"
MEETING = {
    "id": "e1", "type": "meeting", "status": "held", "background": False, "start": "2021-05-04", "end": "2021-05-04", "precision": "day",
    "country": "NOR", "city": "Oslo", "countries": ["FIN", "NOR"], "parent": None, "anchors": ["met with Prime Minister"],
    "people": [{"p": "p1", "role": "guest"}, {"p": "p2", "role": "host"}], "optional": False,
}  # fmt: skip
CODING = {
    "document": "one",
    "people": [
        {"id": "p1", "name": "Sauli Niinistö", "country": "FIN", "office": "head_of_state"},
        {"id": "p2", "name": "Erna Solberg", "country": "NOR", "office": "head_of_government"},
    ],
    "segments": ["Oslo, 4 May 2021"],
    "events": [MEETING],
    "agreements": [],
}


def changed(**event):
    return {**CODING, "events": [{**MEETING, **event}]}


def as_yaml(coding) -> str:
    """With dates as YAML has them: bare."""
    return yaml.safe_dump(coding, allow_unicode=True).replace("'2021-05-04'", "2021-05-04")


@pytest.fixture
def folder(tmp_path):
    """Two coded texts: `one` beside its coding and seen, `two` in a corpus and held."""
    for name in ("gold", "texts", "corpora"):
        (tmp_path / name).mkdir()
    (tmp_path / "texts/one.txt").write_text(TEXT, "utf-8")
    for stem in ("one", "two"):
        (tmp_path / f"gold/{stem}.yaml").write_text(as_yaml(CODING), "utf-8")
    row = {"id": "x/1", "title": "A meeting", "date": "2021-05-04T00:00", "text": TEXT + "\n", "url": "unused"}
    pd.DataFrame([row, {**row, "id": "x/2"}]).to_parquet(tmp_path / "corpora/office.parquet")
    (tmp_path / "real.json").write_text(json.dumps([{"stem": "two", "corpus": "office.parquet", "id": "x/1"}]), "utf-8")
    (tmp_path / "split.yaml").write_text("seen: [one]\nheld: [two]\n", "utf-8")
    return tmp_path


def places(folder):
    return Places(folder / "gold", folder / "texts", folder / "corpora")


def run(folder, *options):
    return main(["evaluate", "--gold", f"{folder}/gold", "--texts", f"{folder}/texts", "--corpora", f"{folder}/corpora", *options])


def test_texts_are_found_or_put_together(folder):
    one, two = read_codings(places(folder))
    assert (one.split, one.real, one.text) == ("seen", False, TEXT)
    assert (two.split, two.real, two.text) == ("held", True, f"A meeting\n\n2021-05-04\n\n{TEXT}")


def test_a_real_text_may_lie_beside_its_coding(folder):
    (folder / "real.json").write_text('[{"stem": "one"}]', "utf-8")
    assert [(one.real, one.text) for one in read_codings(places(folder))] == [(True, TEXT), (False, None)]


def test_without_the_corpus_its_texts_are_left_out(folder):
    (folder / "corpora/office.parquet").unlink()
    evaluation = evaluate(places(folder))
    assert (evaluation.absent, list(evaluation.sheets)) == (("two",), ["one"])


def test_a_coding_the_split_forgets(folder):
    (folder / "gold/three.yaml").write_text(as_yaml(CODING), "utf-8")
    with pytest.raises(ValueError, match="three"):
        read_codings(places(folder))


def test_without_a_split_all_is_seen(folder):
    (folder / "split.yaml").unlink()
    assert read_split(folder / "split.yaml") == {}
    assert {one.split for one in read_codings(places(folder))} == {"seen"}


def test_a_text_nobody_can_read_is_missed_in_full(folder):
    (folder / "texts/one.txt").write_bytes(b"\0\1\2\3")
    evaluation = evaluate(places(folder))
    assert evaluation.unread == ("one",)
    assert evaluation.sheets["one"].tallies[("table", "participants")] == (0, 0, 2)


def test_the_command_prints_both_splits_and_lists_errors_of_the_seen_alone(folder, capsys):
    for stem in ("one", "two"):
        (folder / f"gold/{stem}.yaml").write_text(as_yaml(changed(type="award")), "utf-8")
    assert run(folder, "--errors") == 0
    out = capsys.readouterr().out
    assert "one | missed event | award | held, 2021-05-04 | " in out
    assert "two |" not in out
    assert "seen: 1 texts" in out and "held: 1 texts" in out
    assert run(folder, "--errors", "--split", "held") == 0
    out = capsys.readouterr().out
    assert "two | missed event | award" in out and "seen:" not in out


def test_the_command_tells_what_sank(folder, capsys):
    assert run(folder, "--save-baseline") == 0
    assert run(folder) == 0
    assert capsys.readouterr().out.count("on 1 texts: nothing changed") == 2
    for stem in ("one", "two"):
        (folder / f"gold/{stem}.yaml").write_text(as_yaml(changed(type="award")), "utf-8")
    assert run(folder) == 0
    seen, held = (line for line in capsys.readouterr().out.splitlines() if line.startswith("  SANK  events  "))
    assert seen.endswith("1.000 -> 0.000  (1 worse: one)")
    assert held.endswith("1.000 -> 0.000  (1 worse)")


def test_published_accuracy_has_no_clock_in_it(folder):
    for name in ("first", "second"):
        (folder / name).mkdir()
        assert run(folder, "--publish", f"{folder}/{name}", "--json", f"{folder}/{name}.json") == 0
    assert (folder / "first/accuracy.json").read_bytes() == (folder / "second/accuracy.json").read_bytes()
    told = json.loads((folder / "first/accuracy.json").read_text("utf-8"))
    assert (told["seen"]["texts"], told["held"]["texts"], told["texts_absent"]) == (1, 1, 0)
    assert told["seen"] == json.loads((folder / "first.json").read_text("utf-8"))["seen"]
    assert sorted(path.name for path in (folder / "first").iterdir()) == ["accuracy.json"]


FAULTS = [
    (["--gold", "nowhere"], "no such folder: nowhere"),
    (["--data", "{folder}/texts"], "documents.parquet is not below"),
    (["--texts", "{folder}/gold", "--corpora", "{folder}/gold"], "has a text in"),
    (["--split", "best"], "invalid choice"),
]


@pytest.mark.parametrize(("options", "message"), FAULTS)
def test_faults_are_one_line(folder, capsys, options, message):
    assert run(folder, *(option.format(folder=folder) for option in options)) in (1, 2)
    err = capsys.readouterr().err
    assert message in err and err.count("\n") == 1


@pytest.mark.parametrize("content", ["events: [{id: e1}]", "- a\n- b", "{", "events: 7"])
def test_a_file_that_is_no_coding_is_one_line(folder, capsys, content):
    (folder / "gold/one.yaml").write_text(content, "utf-8")
    assert run(folder) == 1
    err = capsys.readouterr().err
    assert "one.yaml is no coding" in err and err.count("\n") == 1


PROBLEMS = [
    ({}, []),
    ({"type": "chat"}, ["e1: type chat"]),
    ({"status": "done"}, ["e1: status done"]),
    ({"precision": "hour"}, ["e1: precision hour"]),
    ({"precision": "none"}, ["e1: precision and start disagree"]),
    ({"parent": "e9"}, ["e1: parent e9"]),
    ({"parent": "e1"}, ["e1: parent e1"]),
    ({"end": None}, ["e1: start and end go together"]),
    ({"end": "2021-05-03"}, ["e1: ends before it starts"]),
    ({"start": "in May"}, ["e1: start is no date"]),
    ({"anchors": []}, ["e1: no anchor"]),
    ({"anchors": ["met  with"]}, []),
    ({"anchors": ["met nobody"]}, ["e1: not in the text: 'met nobody'"]),
    ({"people": [{"p": "p9", "role": "king"}]}, ["e1: person p9", "e1: role king"]),
]


@pytest.mark.parametrize(("event", "expected"), PROBLEMS)
def test_problems_of_events(event, expected):
    coding = yaml.safe_load(as_yaml(changed(**event)).replace("'2021-05-03'", "2021-05-03"))
    assert problems(coding, TEXT) == expected


def test_problems_of_the_rest():
    undated = {**MEETING, "start": None, "end": None, "precision": "none"}
    row = {**undated, "id": "a1", "type": "pact", "status": "signed", "event": "e9", "subjects": ["trade", "fun"]}
    people = [{"id": "p1", "name": "Erna Solberg", "office": "queen"}] * 2
    coding = {"people": people, "segments": ["Not there"], "events": [], "agreements": [row]}
    assert problems(coding, TEXT) == [
        "p1: twice", "p1: office queen", "p1: office queen", "segments: not in the text: 'Not there'",
        "a1: type pact", "a1: event e9", "a1: subjects fun",
    ]  # fmt: skip
    assert problems({**CODING, "events": [undated], "segments": []}, TEXT) == ["segments: none, though there are events"]
