"""Which of several answers is right: logistic regression over the answers of each question, with a penalty on large weights."""

import gzip
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

OFTEN = 3  # answers in which a feature must stand to be learnt
PENALTY = 6.0  # chosen on the labelled texts that stay out of the fit
SMALLEST = 0.02
STEPS = 200
HEAD = "# Weights of features of an occasion and a place for that being where it was, in hundredths, as tools.learn learnt them.\n"

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """The features of every answer, of which exactly one is right."""

    answers: tuple[frozenset[str], ...]
    right: int


def fit_choice(questions: Sequence[Question], penalty: float = PENALTY) -> Weights:
    """The weights under which the right answers are likeliest. `penalty`: on large ones."""
    counts = Counter(f for q in questions for answer in q.answers for f in answer)
    names = sorted(f for f, count in counts.items() if count >= OFTEN)
    matrix = table(questions, {name: n for n, name in enumerate(names)})
    starts = np.cumsum([0, *(len(q.answers) for q in questions)])[:-1]
    groups = np.repeat(np.arange(len(questions)), [len(q.answers) for q in questions])
    right = np.zeros(matrix.shape[0], bool)
    right[starts + [q.right for q in questions]] = True

    def loss(x: Any) -> tuple[float, Any]:
        score = matrix @ x
        most = np.maximum.reduceat(score, starts)
        raised = np.exp(score - most[groups])
        total = np.add.reduceat(raised, starts)
        value = (np.log(total) + most - score[right]).sum() + penalty / 2 * x @ x
        return float(value), matrix.T @ (raised / total[groups] - right) + penalty * x

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return dict(zip(names, found.tolist(), strict=True))


def table(questions: Sequence[Question], known: dict[str, int]) -> Any:
    """Answers × features, 1 where an answer has a feature."""
    columns = [[known[f] for f in answer if f in known] for q in questions for answer in q.answers]
    ends = np.cumsum([0, *map(len, columns)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(columns).astype(int), ends), shape=(len(columns), len(known)))


def right_share(weights: Weights, questions: Sequence[Question]) -> float:
    """How often the likeliest answer is the right one."""
    best = (max(range(len(q.answers)), key=lambda n: sum(weights.get(f, 0.0) for f in q.answers[n])) for q in questions)
    return sum(n == q.right for n, q in zip(best, questions, strict=True)) / len(questions)


def write_choice(weights: Weights, path: Path) -> int:
    """Writes the file, the same bytes for the same weights; the number of weights in it. Raises ValueError for a feature of two lines."""
    if any({"\t", "\n"} & {*name} for name in weights):
        raise ValueError("a feature has to fit into a cell")
    kept = [f"{name}\t{round(value * 100)}" for name, value in sorted(weights.items()) if abs(value) >= SMALLEST]
    path.write_bytes(gzip.compress((HEAD + "\n".join(kept) + "\n").encode("utf-8"), mtime=0))
    return len(kept)
