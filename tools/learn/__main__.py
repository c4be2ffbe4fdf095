"""`python -m tools.learn`: learns the weights anew from all labelled texts but the third kept back, and says how they do on that."""

import argparse
import re
import time
from pathlib import Path

from tools.learn.examples import examples
from tools.learn.fit import fit
from tools.learn.labels import Labelled, labelled
from tools.learn.report import report
from tools.learn.rows import write_confidence
from tools.learn.write import write

ACCURACY = Path("tests/accuracy")
WEIGHTS = Path("pipelines/lexicon/learned_weights.tsv.gz")
CONFIDENCE = Path("pipelines/lexicon/learned_confidence.tsv")


def kept_back(text: Labelled) -> bool:
    """Every third labelled text is there to measure, not to learn from."""
    return not text.coded and int(re.sub(r"\D", "", text.stem)) % 3 == 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.learn", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="where the corpora of labels/real.jsonl lie")
    texts = labelled(ACCURACY, parser.parse_args().corpora)
    began = time.process_time()
    to_learn = [e for text in texts if not kept_back(text) for e in examples(text)]
    apart = [e for text in texts if kept_back(text) for e in examples(text)]
    model = fit(to_learn)
    count = write(model, WEIGHTS)
    print(f"{len(texts)} texts, {len(to_learn)} sentences learnt from, {count} weights, {time.process_time() - began:.0f} s")
    print(report(model, apart))
    write_confidence([text for text in texts if kept_back(text)], CONFIDENCE)


if __name__ == "__main__":
    main()
