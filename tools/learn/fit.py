"""Logistic regression with a penalty on large weights, one for every event type."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from tools.learn.examples import Example

OFTEN = 3  # sentences in which a feature must stand to be learnt
FEWEST = 8  # reports of a type that are enough to learn it
PENALTY = 3.0  # chosen on the labelled texts that stay out of the fit, see `report`
DOUBT = 0.2  # how much a doubtful sentence weighs
STEPS = 200


@dataclass(frozen=True, slots=True)
class Model:
    """`weights`: features × types; `bias`: one number a type."""

    features: tuple[str, ...]
    types: tuple[str, ...]
    weights: Any
    bias: Any


def table(sentences: Sequence[Example], known: dict[str, int]) -> Any:
    """Sentences × features, 1 where a sentence has a feature."""
    columns = [[known[f] for f in s.features if f in known] for s in sentences]
    ends = np.cumsum([0, *map(len, columns)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(columns).astype(int), ends), shape=(len(sentences), len(known)))


def fit(sentences: Sequence[Example], penalty: float = PENALTY) -> Model:
    counts = Counter(f for s in sentences for f in s.features)
    names = tuple(sorted(f for f, count in counts.items() if count >= OFTEN))
    matrix = table(sentences, {name: n for n, name in enumerate(names)})
    reports = Counter(t for s in sentences for t in s.types)
    types = tuple(sorted(t for t, count in reports.items() if count >= FEWEST))
    columns = [one(matrix, sentences, t, penalty) for t in types]
    return Model(names, types, np.stack([c[:-1] for c in columns], axis=1), np.array([c[-1] for c in columns]))


def one(matrix: Any, sentences: Sequence[Example], event_type: str, penalty: float) -> Any:
    """The weights of one type; the last is its bias, which carries no penalty."""
    wanted = np.array([1.0 if event_type in s.types else -1.0 for s in sentences])
    share = np.array([DOUBT if event_type in s.doubtful else 1.0 for s in sentences])

    def loss(x: Any) -> tuple[float, Any]:
        margin = wanted * (matrix @ x[:-1] + x[-1])
        slope = -share * wanted / (1 + np.exp(np.clip(margin, -30, 30)))
        value = share @ np.logaddexp(0, -margin) + penalty / 2 * x[:-1] @ x[:-1]
        return float(value), np.append(matrix.T @ slope + penalty * x[:-1], slope.sum())

    return minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
