"""`python -m tools.learn`: learns the weights anew from all labelled texts but the third kept back, and says how they do on that.

`python -m tools.learn --release` learns from that third, too: what is released, after the same has been measured without it. Only which
drafts are rows, and the encoder that has a say in who took part, it leaves as the run before has learnt them.
"""

import argparse
import re
from pathlib import Path

from pipelines.coding.learned.datings import DATES
from pipelines.coding.learned.documents import DOCUMENTS
from pipelines.coding.learned.encoder.stored import attending
from pipelines.coding.learned.encounters import ENCOUNTERS
from pipelines.coding.learned.folding import RETELLINGS
from pipelines.coding.learned.nations import NATIONS
from pipelines.coding.learned.network import network
from pipelines.coding.learned.placing import CITIES, GROUNDS
from pipelines.coding.learned.relations import PARENTS, PARTS
from pipelines.coding.learned.statuses import STATUSES
from pipelines.coding.learned.verdicts import VERDICTS
from pipelines.lexicon.weights import learnt
from pipelines.segment.likely import ITEMS
from tools.learn.attend import fit_presence, report_presence, write_presence
from tools.learn.choice import PENALTY, Question, fit_choice, right_share, write_choice
from tools.learn.days import date_questions
from tools.learn.documents import document_questions
from tools.learn.encounters import encounter_questions
from tools.learn.examples import Example, examples
from tools.learn.fit import Model, fit
from tools.learn.items import item_questions, seen_pages
from tools.learn.labels import Labelled, labelled
from tools.learn.nations import nation_questions
from tools.learn.network import lesson, terms_of
from tools.learn.people import attendances
from tools.learn.places import place_questions
from tools.learn.pool import each
from tools.learn.relations import parent_questions, role_questions
from tools.learn.report import by_both, by_net, report, weighed, with_encoder
from tools.learn.retellings import retelling_questions
from tools.learn.rows import write_confidence
from tools.learn.statuses import status_questions
from tools.learn.unlabelled import unlabelled
from tools.learn.verdicts import verdict_questions
from tools.learn.whole import write_network
from tools.learn.write import write

ACCURACY = Path("tests/accuracy")
PAGES = Path("tests/segment/pages")
STRICT = 25.0  # penalty where what is learnt from is surer of itself than what is new; chosen on the labelled texts kept back
LEXICON = Path("pipelines/lexicon")
WEIGHTS = LEXICON / "learned_weights.tsv.gz"
NETWORK = LEXICON / "network.npz"
ENCODER = LEXICON / "encoder.npz"
ATTENDING = LEXICON / "attending.npz"
PRESENCE = LEXICON / "learned_presence.tsv.gz"
CONFIDENCE = LEXICON / "learned_confidence.tsv"


def kept_back(text: Labelled) -> bool:
    """Every third labelled text is there to measure, not to learn from."""
    return not text.coded and int(re.sub(r"\D", "", text.stem)) % 3 == 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.learn", description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="where the corpora of labels/real.jsonl lie")
    parser.add_argument("--release", action="store_true", help="learn from the third kept back, too; nothing is measured")
    asked = parser.parse_args()
    texts = labelled(ACCURACY, asked.corpora)
    apart = [] if asked.release else [text for text in texts if kept_back(text)]
    seen = texts if asked.release else [text for text in texts if not kept_back(text)]
    print(f"{len(texts)} texts, {len(apart)} of them kept back")
    learn_choice(item_questions(seen, seen_pages(PAGES)), item_questions(apart), ITEMS)
    learnt.cache_clear()
    learn_choice(each(nation_questions, seen), each(nation_questions, apart), NATIONS)
    learnt.cache_clear()
    learn_reports(seen, apart, unlabelled(ACCURACY, asked.corpora))
    learn_choice(each(encounter_questions, seen), each(encounter_questions, apart), ENCOUNTERS)
    learnt.cache_clear()
    if apart:
        learn_verdicts(seen, apart)
    learn_choice(each(status_questions, seen), each(status_questions, apart), STATUSES)
    learnt.cache_clear()
    learn_choice(each(date_questions, seen), each(date_questions, apart), DATES)
    learn_places(seen, apart)
    learn_presence(seen, apart)
    learn_choice(each(retelling_questions, seen), each(retelling_questions, apart), RETELLINGS)
    learnt.cache_clear()
    learn_relations(seen, apart)
    learnt.cache_clear()
    learn_choice(each(document_questions, seen), each(document_questions, apart), DOCUMENTS)
    learnt.cache_clear()
    if apart:
        write_confidence(apart, CONFIDENCE)


def learn_reports(seen: list[Labelled], apart: list[Labelled], others: list[Labelled]) -> None:
    """Which sentences report what: the weights, the network and the encoder, which need `pip install -e '.[learn]'`."""
    from tools.learn.teach import taught

    to_learn, asked = each(examples, seen), each(examples, apart)
    model = fit(to_learn)
    print(f"{len(to_learn)} sentences, {write(model, WEIGHTS)} weights")
    terms = terms_of(to_learn, model.types)
    write_network(terms, taught(terms, lesson(to_learn, terms)), NETWORK)
    learn_encoder(to_learn, each(examples, others), model, {text.stem for text in seen if kept_back(text)})
    if asked:
        report_reports(model, asked)


def learn_encoder(to_learn: list[Example], others: list[Example], model: Model, apart: set[str]) -> None:
    """`apart`: texts that the large encoder, from which the small one learns, must not know; `others`: of which nobody said anything."""
    from tools.learn.encoder.lesson import lesson
    from tools.learn.encoder.teach import taught
    from tools.learn.encoder.whole import write_encoder

    every = [*to_learn, *others]
    data = lesson(every, by_both(model, every), model.types)
    labelled = [n < len(to_learn) for n in range(len(every))]
    known = [told and example.item[0] not in apart for told, example in zip(labelled, every, strict=True)]
    write_encoder(taught(data, known, labelled), model.types, ENCODER)


def report_reports(model: Model, asked: list[Example]) -> None:
    both = by_both(model, asked)
    found = {"weights": weighed(model, asked), "network": by_net(network(), asked), "both": both, "all": with_encoder(both, asked)}
    for name, odds in found.items():
        print(name, report(model.types, odds, asked), sep="\n")


def learn_verdicts(seen: list[Labelled], apart: list[Labelled]) -> None:
    """Which drafts are rows. Written is what learnt from all: only of texts kept back are the models as unsure as of new ones."""
    to_learn, asked = each(verdict_questions, seen), each(verdict_questions, apart)
    learn_choice(to_learn, asked, VERDICTS, STRICT)
    learn_choice([*to_learn, *asked], [], VERDICTS, STRICT)
    learnt.cache_clear()


def learn_places(seen: list[Labelled], apart: list[Labelled]) -> None:
    """In which country and city what is found took place."""
    to_learn, asked = each(place_questions, seen), each(place_questions, apart)
    for name in (GROUNDS, CITIES):
        learn_choice([q for kind, q in to_learn if kind == name], [q for kind, q in asked if kind == name], name)


def learn_relations(seen: list[Labelled], apart: list[Labelled]) -> None:
    """What belongs to what, and then, for it depends on that, who had which role."""
    learn_choice(each(parent_questions, seen), each(parent_questions, apart), PARENTS)
    learnt.cache_clear()
    learn_choice(each(role_questions, seen), each(role_questions, apart), PARTS)


def learn_choice(to_learn: list[Question], asked: list[Question], name: str, penalty: float = PENALTY) -> None:
    model = fit_choice(to_learn, penalty)
    print(f"{name}: {len(to_learn)} questions, {write_choice(model, LEXICON / name)} weights")
    if asked:
        print(f"right: {right_share(model, asked):.3f} of {len(asked)}")


def learn_presence(seen: list[Labelled], apart: list[Labelled]) -> None:
    """Who took part in what is found."""
    to_learn, asked = each(attendances, seen), each(attendances, apart)
    model = fit_presence(to_learn)
    print(f"{len(to_learn)} people beside occasions, {write_presence(model, PRESENCE)} weights")
    if asked:
        print(report_presence(model, asked))
        learn_attending(seen)


def learn_attending(seen: list[Labelled]) -> None:
    """The encoder that has a say in who took part. A release keeps that of two thirds: its share holds for texts that it does not know."""
    from tools.learn.encoder.attend import taught, types_of, write_attending
    from tools.learn.encoder.crowds import crowds

    given = each(crowds, seen)
    types = types_of(given)
    write_attending(taught(given, types), types, ATTENDING)
    attending.cache_clear()


if __name__ == "__main__":
    main()
