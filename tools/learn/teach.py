"""The steps by which the network learns: its answer in JAX, what the answer costs, and the rounds through the lesson."""

from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from tools.learn.network import (
    DECAY,
    DROPPED,
    FILTERS,
    NEIGHBOUR,
    OWN_PENALTY,
    RATE,
    ROUNDS,
    Lesson,
    Parameters,
    Terms,
    batches,
    filled,
    start,
)


def kept(key: Any, share: float, shape: Any) -> Any:
    """1 / share where something is kept, else 0."""
    return jax.random.bernoulli(key, share, shape) / share


def slid(vectors: Any, standing: Any, window: Any, bias: Any) -> Any:
    """The most a window finds in each sentence (sentences × filters); below zero counts as zero."""
    reach, length = len(window) // 2, vectors.shape[1]
    wide = jnp.pad(vectors, ((0, 0), (reach, reach), (0, 0)))
    found = sum(wide[:, n : n + length] @ window[n] for n in range(len(window))) + bias
    return jnp.where(standing[..., None], jax.nn.relu(found), 0).max(1)


def answer(p: Parameters, base: Any, words: Any, beside: Any, around: Any, key: Any = None) -> Any:
    """Sentences × types: log-odds. With a key, part of what is seen is dropped, as in learning."""
    keys = jax.random.split(key, 3) if key is not None else None
    vectors = (base + p["own"])[words] * (words > 0)[..., None]
    if keys is not None:
        vectors *= jax.random.bernoulli(keys[0], 1 - DROPPED[0], words.shape)[..., None]
    found = jnp.concatenate([slid(vectors, words > 0, p[f"window{n}"], p[f"bias{n}"]) for n in range(len(FILTERS))], axis=1)
    before = jnp.roll(found, 1, axis=0) * beside[:, :1] * NEIGHBOUR
    behind = jnp.roll(found, -1, axis=0) * beside[:, 1:] * NEIGHBOUR
    seen = jnp.concatenate([found, before, behind, around], axis=1)
    if keys is not None:
        seen *= kept(keys[1], 1 - DROPPED[1], seen.shape)
    hidden = jax.nn.relu(seen @ jnp.concatenate([p["here"], p["before"], p["behind"], p["around"]]) + p["hidden_bias"])
    if keys is not None:
        hidden *= kept(keys[2], 1 - DROPPED[2], hidden.shape)
    return hidden @ p["out"] + p["out_bias"]


def cost(p: Parameters, base: Any, words: Any, beside: Any, around: Any, wanted: Any, share: Any, key: Any) -> Any:
    sentences = (share.sum(1) > 0).sum()
    wrong = optax.sigmoid_binary_cross_entropy(answer(p, base, words, beside, around, key), wanted)
    return (share * wrong).sum() / sentences + OWN_PENALTY * (p["own"] ** 2).sum()


def taught(terms: Terms, data: Lesson, seed: int = 0) -> Parameters:
    """The parameters after `ROUNDS` rounds; the same for the same seed on the same machine."""
    chance, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    p: Parameters = {name: jnp.asarray(values) for name, values in start(terms, chance).items()}
    rounds = [list(batches([data.pieces[n] for n in chance.permutation(len(data.pieces))])) for _ in range(ROUNDS)]
    teacher = optax.adamw(optax.cosine_decay_schedule(RATE, sum(map(len, rounds)), 0.05), weight_decay=DECAY)
    step = jax.jit(partial(stepped, teacher))
    state = teacher.init(p)
    base, learning = jnp.asarray(terms.vectors), jnp.asarray(terms.learning)[:, None]
    for batch in (batch for each in rounds for batch in each):
        key, dropping = jax.random.split(key)
        p, state = step(p, state, base, learning, filled(data, batch), dropping)
    return {name: np.asarray(values) for name, values in p.items()}


def stepped(teacher: Any, p: Parameters, state: Any, base: Any, learning: Any, batch: Any, key: Any) -> tuple[Parameters, Any]:
    slope = jax.grad(cost)(p, base, *batch, key)
    slope["own"] = slope["own"] * learning
    change, state = teacher.update(slope, state, p)
    return optax.apply_updates(p, change), state


