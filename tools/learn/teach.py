"""The steps by which the network learns: its answer in JAX, what the answer costs, and the rounds through the lesson."""

from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from tools.learn.batches import SENTENCES, UNITS, Batch, batches, filled
from tools.learn.network import BESIDE, FILTERS, Lesson, Parameters, Terms, start

ROUNDS = 16
RATE = 1e-3
DECAY = 1e-3
OWN_PENALTY = 2e-4  # for the distance of a word from its vector
DROPPED = (0.1, 0.2, 0.5, 0.3)  # of the traits, of the units, of what the windows found, of the hidden units


def kept(key: Any, share: float, shape: Any) -> Any:
    """1 / share where something is kept, else 0."""
    return jax.random.bernoulli(key, share, shape) / share


def units(p: Parameters, base: Any, seen: Batch, keys: Any) -> Any:
    """Units × dimensions: words and traits together."""
    learning, traits = len(p["own"]), seen.traits
    own = jnp.where((seen.words < learning)[:, None], p["own"][jnp.minimum(seen.words, learning - 1)], 0)
    if keys is not None:
        traits *= jax.random.bernoulli(keys[0], 1 - DROPPED[0], (1, traits.shape[1]))
    vectors = (base[seen.words] + own + traits @ p["features"]) * (seen.words > 0)[:, None]
    if keys is not None:
        vectors *= jax.random.bernoulli(keys[1], 1 - DROPPED[1], (UNITS, 1))
    return vectors


def slid(vectors: Any, seen: Batch, window: Any, bias: Any) -> Any:
    """The most a window finds in each sentence (sentences × filters); below zero counts as zero."""
    reach = len(window) // 2
    wide = jnp.pad(vectors, ((reach, reach), (0, 0)))
    found = sum(wide[n : n + UNITS] @ window[n] for n in range(len(window))) + bias
    found = jnp.where((seen.words > 0)[:, None], jax.nn.relu(found), 0)
    most = jax.ops.segment_max(found, seen.sentence, num_segments=SENTENCES + 1, indices_are_sorted=True)
    return jnp.maximum(most[:SENTENCES], 0)


def beside(found: Any, seen: Batch) -> Any:
    """What is found in each sentence, in those before and behind it, in the first of its piece and in all of it."""
    before, behind = jnp.roll(found, 1, axis=0) * seen.ends[:, :1], jnp.roll(found, -1, axis=0) * seen.ends[:, 1:]
    whole = jax.ops.segment_max(found, seen.piece, num_segments=SENTENCES)[seen.piece]
    parts = (found, before, behind, found[seen.first], whole)
    return jnp.concatenate([share * part for share, part in zip(BESIDE, parts, strict=True)], axis=1)


def answer(p: Parameters, base: Any, seen: Batch, key: Any = None) -> Any:
    """Sentences × types: log-odds. With a key, part of what is seen is dropped, as in learning."""
    keys = jax.random.split(key, 4) if key is not None else None
    vectors = units(p, base, seen, keys)
    found = jnp.concatenate([slid(vectors, seen, p[f"window{n}"], p[f"bias{n}"]) for n in range(len(FILTERS))], axis=1)
    read = jnp.concatenate([beside(found, seen), seen.around], axis=1)
    if keys is not None:
        read *= kept(keys[2], 1 - DROPPED[2], read.shape)
    hidden = jax.nn.relu(read @ jnp.concatenate([*p["hidden"], p["around"]]) + p["hidden_bias"])
    if keys is not None:
        hidden *= kept(keys[3], 1 - DROPPED[3], hidden.shape)
    return hidden @ p["out"] + p["out_bias"]


def cost(p: Parameters, base: Any, seen: Batch, key: Any) -> Any:
    sentences = (seen.share.sum(1) > 0).sum()
    wrong = optax.sigmoid_binary_cross_entropy(answer(p, base, seen, key), seen.wanted)
    return (seen.share * wrong).sum() / sentences + OWN_PENALTY * (p["own"] ** 2).sum()


def taught(terms: Terms, data: Lesson, seed: int = 0) -> Parameters:
    """The parameters after `ROUNDS` rounds; the same for the same seed on the same machine."""
    chance, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    p: Parameters = {name: jnp.asarray(values) for name, values in start(terms, chance).items()}
    rounds = [list(batches(data, chance.permutation(len(data.pieces)).tolist())) for _ in range(ROUNDS)]
    teacher = optax.adamw(optax.cosine_decay_schedule(RATE, sum(map(len, rounds)), 0.05), weight_decay=DECAY)
    step = jax.jit(partial(stepped, teacher))
    state, base = teacher.init(p), jnp.asarray(terms.vectors)
    for batch in (batch for each in rounds for batch in each):
        key, dropping = jax.random.split(key)
        p, state = step(p, state, base, filled(data, len(terms.traits), batch), dropping)
    return {name: np.asarray(values) for name, values in p.items()}


def stepped(teacher: Any, p: Parameters, state: Any, base: Any, batch: Batch, key: Any) -> tuple[Parameters, Any]:
    change, state = teacher.update(jax.grad(cost)(p, base, batch, key), state, p)
    return optax.apply_updates(p, change), state
