"""The codings themselves: values of the codebook, quotes that stand in the texts, and every coding accounted for."""
from pathlib import Path

import pytest
import yaml

from pipelines.evaluate.coded import read_coding
from pipelines.evaluate.codings import Places, read_codings, real_rows
from pipelines.evaluate.problems import problems
from pipelines.ingest import read_folder
from pipelines.model.document import Document

HERE = Path(__file__).parent
CORPORA = HERE.parents[2] / "shared" / "corpora"
CODINGS = read_codings(Places(HERE / "gold", HERE / "texts", CORPORA))
ELSEWHERE = {row["stem"] for row in real_rows(HERE / "real.json") if "corpus" in row}


@pytest.mark.parametrize("elsewhere", [False, True], ids=["in the repository", "in the corpora"])
def test_codings_are_sound(elsewhere):
    texts = [one for one in CODINGS if (one.stem in ELSEWHERE) is elsewhere]
    if all(one.text is None for one in texts):
        pytest.skip("the corpora these texts come from are not beside the project")
    assert all(one.text for one in texts), "a text is missing"
    found = {one.stem: problems(read_coding(one.coding), one.text) for one in texts}
    assert {one.stem: found[one.stem] for one in texts if found[one.stem] and one.split == "seen"} == {}
    assert [one.stem for one in texts if found[one.stem]] == [], "what is wrong in a held one is not shown here"


def test_quotes_stand_in_the_texts_as_ingest_reads_them():
    texts = {Path(one.file_name).stem: one.text for one in read_folder(HERE / "texts") if isinstance(one, Document)}
    assert [one.stem for one in CODINGS if one.stem in texts and problems(read_coding(one.coding), texts[one.stem])] == []
    assert sorted(texts) == [one.stem for one in CODINGS if one.stem not in ELSEWHERE]


def test_every_coding_names_its_own_text():
    assert [one.stem for one in CODINGS if read_coding(one.coding)["document"] != one.stem] == []


def test_the_split_holds_every_coding_once_and_nothing_else():
    lists = yaml.safe_load((HERE / "split.yaml").read_text("utf-8"))
    assert sorted(lists["seen"] + lists["held"]) == [one.stem for one in CODINGS]


# A held text whose errors somebody has read moves to the seen ones, so the share falls until new texts are coded.
def test_a_fair_part_is_held():
    assert 0.2 < sum(one.split == "held" for one in CODINGS) / len(CODINGS) < 0.5


def test_no_text_without_a_coding():
    assert {path.stem for path in (HERE / "texts").glob("*.txt")} <= {one.stem for one in CODINGS}


def test_no_text_of_the_corpora_is_in_the_repository():
    assert [one.stem for one in CODINGS if one.stem in ELSEWHERE and (HERE / "texts" / f"{one.stem}.txt").exists()] == []
