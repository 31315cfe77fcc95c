"""Learns which features speak for which argument, and which phrasing of the base a text is nearest to.

The method is regularised least-squares classification (Rifkin, 2003), one column a class, solved by conjugate gradients
on the sparse features (Hestenes and Stiefel, 1952).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.debate.features import Vector, Vocabulary

if TYPE_CHECKING:
    from scipy import sparse

_RIDGE = 1.0
_STEPS = 20  # of the solver; more change no ranking


@dataclass(frozen=True)
class Learnt:
    """What was learnt of a motion, as plain arrays, so that it can be kept in a file."""

    names: np.ndarray  # of the features
    words: np.ndarray  # how many of them, the first ones, are word features
    rarity: np.ndarray
    weights: np.ndarray  # features by columns
    shift: np.ndarray  # by column
    starts: np.ndarray  # by word feature: where its entries of `rows` and `values` begin
    rows: np.ndarray  # the texts that have it
    values: np.ndarray  # how much it weighs in them

    def score(self, words: Vector, letters: Vector) -> np.ndarray:
        """Give the score of each column; about 1 speaks for it, about -1 against."""
        found: np.ndarray = self.shift + words[1] @ self.weights[words[0]] + letters[1] @ self.weights[letters[0]]
        return found

    def nearness(self, words: Vector, texts: int) -> np.ndarray:
        """Give the cosine of the word features to each of the texts learnt from."""
        places, values = words
        counts = self.starts[places + 1] - self.starts[places]
        picked = np.arange(counts.sum()) + np.repeat(self.starts[places] - np.cumsum(counts) + counts, counts)
        return np.bincount(self.rows[picked], self.values[picked] * np.repeat(values, counts), texts)


def learn(texts: list[list[str]], targets: np.ndarray) -> Learnt:
    """Learn from texts, given as their words; `targets` (texts by columns) is 1 for the columns that a text is of.

    It is -1 for the others.
    """
    from scipy import sparse  # only to learn: what was learnt is kept

    vocabulary = Vocabulary.of(texts)
    weighed = [vocabulary.weigh(words) for words in texts]

    def matrix(rows: Sequence[Sequence[Vector]], width: int) -> sparse.csr_array:
        ends = np.cumsum([0, *(sum(len(places) for places, _ in row) for row in rows)])
        places = np.concatenate([places for row in rows for places, _ in row])
        values = np.concatenate([values for row in rows for _, values in row])
        return sparse.csr_array((values, places, ends), shape=(len(rows), width))

    shift = targets.mean(axis=0)
    by_word = matrix([(words,) for words, _ in weighed], vocabulary.words).tocsc()
    return Learnt(
        names=np.frombuffer("\n".join(vocabulary.names).encode(), dtype=np.uint8),
        words=np.array(vocabulary.words),
        rarity=vocabulary.rarity,
        weights=_solve(matrix(weighed, len(vocabulary)), targets - shift),
        shift=shift,
        starts=by_word.indptr.astype(np.int32),
        rows=by_word.indices.astype(np.int32),
        values=by_word.data.astype(np.float32),
    )


def _solve(inputs: sparse.csr_array, targets: np.ndarray) -> np.ndarray:
    """Find the weights of least squared error, all columns at once."""
    turned = inputs.T.tocsr()
    left = turned @ targets
    weights, step = np.zeros_like(left), left.copy()
    size = (left * left).sum(axis=0)
    for _ in range(_STEPS):
        change = turned @ (inputs @ step) + _RIDGE * step
        far = size / np.maximum((step * change).sum(axis=0), 1e-12)
        weights += far * step
        left -= far * change
        before, size = size, (left * left).sum(axis=0)
        step = left + size / np.maximum(before, 1e-12) * step
    return np.asarray(weights)


def vocabulary_of(learnt: Learnt) -> Vocabulary:
    """Read the vocabulary that was learnt."""
    return Vocabulary(learnt.names.tobytes().decode().split("\n"), learnt.rarity, words=int(learnt.words))
