"""`tools.learn`: what it learns from, what it learns, and how that is written."""
import json
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.coding.learned import weights as reading
from pipelines.coding.learned.network import Told, put_together, scores
from pipelines.coding.learned.told import SEVERAL_OF
from pipelines.evaluate.codings import read_split
from pipelines.lexicon import weights as weighing
from pipelines.lexicon.loader import read_arrays
from schemas.vocabularies import EVENT_TYPES, ROLES
from tools.learn.__main__ import kept_back
from tools.learn.choice import Question, fit_choice, right_share, write_choice
from tools.learn.days import date_questions
from tools.learn.examples import Example, examples
from tools.learn.fit import fit
from tools.learn.labels import Labelled, days_of, labelled
from tools.learn.places import place_questions
from tools.learn.relations import parent_questions, role_questions
from tools.learn.report import report, weighed
from tools.learn.retellings import retelling_questions
from tools.learn.unlabelled import unlabelled
from tools.learn.write import write

ACCURACY = Path("tests/accuracy")
LABELS = ACCURACY / "labels"
ROWS = [json.loads(line) for name in ("real", "made") for line in (LABELS / f"{name}.jsonl").read_text("utf-8").splitlines()]


@cache
def every_text() -> list[Labelled]:
    """All labelled texts that are not of an absent corpus. Reading them takes long."""
    return labelled(ACCURACY, Path("absent"))


def sentence(words: str, *types: str, doubtful: str = "") -> Example:
    told = Told(words.split(), [["home"]] * len(words.split()), False, ["place:0"])
    return Example(("m1", 0), words, frozenset(words.split()), told, frozenset(types), frozenset(doubtful.split()))


MET, RAIN = sentence("they met", "meeting"), sentence("they waited")


def test_words_that_tell_an_occasion_are_learnt() -> None:
    model = fit([*[MET] * 20, *[RAIN] * 20])
    assert model.types == ("meeting",)
    found = dict(zip(model.features, model.weights[:, 0], strict=True))
    assert found["met"] > 0 > found["waited"] and abs(found["they"]) < 0.2


def test_rare_words_and_rare_types_are_not() -> None:
    model = fit([*[MET] * 20, *[RAIN] * 20, sentence("once", "call")])
    assert "once" not in model.features and "call" not in model.types


def test_doubtful_sentences_are_neither_right_nor_wrong() -> None:
    model = fit([*[MET] * 20, *[RAIN] * 20])
    asked = [MET, sentence("they met", doubtful="meeting")]
    assert report(model.types, weighed(model, asked), asked).splitlines()[0] == "from 0.3: precision 1.00, recall 1.00"


def test_what_is_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model, path = fit([*[MET] * 20, *[RAIN] * 20]), tmp_path / "weights.tsv.gz"
    count = write(model, path)
    first = path.read_bytes()
    write(model, path)
    assert path.read_bytes() == first
    monkeypatch.setattr(reading, "read_text", lambda _: __import__("gzip").decompress(first).decode("utf-8"))
    learnt = reading.weights.__wrapped__()
    assert learnt.types == model.types and learnt.bias[0] == pytest.approx(100 * model.bias[0], abs=1)
    assert (learnt.table != 0).sum() == count


def test_labels_use_the_codebooks_types_and_say_where() -> None:
    assert len({row["stem"] for row in ROWS}) == len(ROWS)
    events = [event for row in ROWS for event in row["events"]]
    assert {event["type"] for event in events} <= set(EVENT_TYPES)
    assert all(event["at"] and all(start < end for start, end in event["at"]) for event in events)


def test_no_held_coding_is_learnt_from() -> None:
    texts = every_text()
    held = {stem for stem, split in read_split(ACCURACY / "split.yaml").items() if split == "held"}
    assert texts and held and not held & {text.stem for text in texts}
    assert 0.25 < sum(map(kept_back, texts)) / sum(not text.coded for text in texts) < 0.4


def test_a_text_that_is_labelled_or_coded_is_not_among_the_unlabelled(tmp_path: Path) -> None:
    rows = [{"id": name, "title": name, "date": "2021-05-04", "text": "They met."} for name in ("labelled", "coded", "neither")]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "press.parquet")
    (tmp_path / "labels").mkdir()
    for name, ids in (("labels/real.jsonl", ["labelled"]), ("labels/made.jsonl", []), ("real.json", ["coded"])):
        of_row = json.dumps({"stem": "a", "corpus": "press.parquet", "id": ids[0]}) if ids else ""
        (tmp_path / name).write_text(f"[{of_row}]" if name == "real.json" else of_row, "utf-8")
    only, = unlabelled(tmp_path, tmp_path)
    assert only.document.text == "neither\n\n2021-05-04\n\nThey met.\n" and only.reports == () and not only.coded


def test_a_label_finds_its_sentence() -> None:
    text = next(t for t in every_text() if not t.coded and t.reports)
    wanted = {r.event_type for r in text.reports if r.sure and r.news}
    found = {t for example in examples(text) for t in example.types}
    assert wanted and wanted == {t for t in found if not t.startswith(SEVERAL_OF)}


def test_the_network_learns_and_keeps_what_it_learnt_when_its_numbers_are_made_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("jax", reason="the network is learnt with JAX, which only `pip install -e '.[learn]'` brings")
    from tools.learn import teach
    from tools.learn.network import lesson, terms_of
    from tools.learn.whole import whole

    monkeypatch.setattr(teach, "ROUNDS", 40)
    asked = [*[MET] * 40, *[RAIN] * 40]
    terms = terms_of(asked, ("meeting",))
    net = put_together(read_arrays("word_vectors.npz"), whole(terms, teach.taught(terms, lesson(asked, terms))))
    met, rain = (scores([each.told], net)[0, 0] for each in (MET, RAIN))
    assert met > 0 > rain


FAR, NEAR = frozenset(["far", "place"]), frozenset(["near", "place"])


def test_the_answer_that_is_right_is_learnt() -> None:
    questions = [Question((FAR, NEAR), 1), Question((NEAR, FAR, FAR), 0)] * 20
    weights = fit_choice(questions)
    assert weights["near"] > 0 > weights["far"] and right_share(weights, questions) == 1
    assert right_share(weights, [Question((NEAR, FAR), 1)]) == 0


def test_weights_of_answers_are_read_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "weights.tsv.gz"
    assert write_choice({"near": 1.234, "far": -0.5, "no matter": 0.001}, path) == 2
    monkeypatch.setattr(weighing, "read_text", lambda _: __import__("gzip").decompress(path.read_bytes()).decode("utf-8"))
    assert weighing.learnt.__wrapped__("any") == {"near": 123, "far": -50}


def test_a_feature_of_two_lines_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="fit into a cell"):
        write_choice({"two\nlines": 1.0}, tmp_path / "weights.tsv.gz")


@pytest.mark.parametrize("written, first, last", [
    ("2021-05-04", date(2021, 5, 4), date(2021, 5, 4)),
    ("2021-05-04/2021-05-06", date(2021, 5, 4), date(2021, 5, 6)),
    ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
    ("2021", date(2021, 1, 1), date(2021, 12, 31)),
    ("-", None, None),
    ("2021-02-30", None, None),
])
def test_days_of_labels(written: str, first: date | None, last: date | None) -> None:
    assert days_of(written) == (first, last)


def test_labels_say_who_had_which_role_and_what_belongs_to_what() -> None:
    events = [event for row in ROWS for event in row["events"] if "roles" in event]
    assert len(events) > 1000 and all(len(event["roles"]) == len(event["people"]) for event in events)
    assert {role for event in events for role in event["roles"]} <= {*ROLES, None}
    reports = [report for text in every_text() for report in text.reports if report.parent not in (None, -1)]
    assert len(reports) > 500


def test_every_question_has_its_answer() -> None:
    texts = [t for t in every_text() if any(r.roles and r.parent not in (None, -1) for r in t.reports)][:4]
    places = [question for text in texts for _, question in place_questions(text)]
    days, parents, roles = ([q for text in texts for q in ask(text)] for ask in (date_questions, parent_questions, role_questions))
    again = [q for text in texts for q in retelling_questions(text)]
    asked = (days, places, parents, roles, again)
    assert all(asked) and all(0 <= q.right < len(q.answers) for each in asked for q in each)
    assert any(q.right for q in parents)
