"""Learns which texts of the base speak for which class, and which of them a text is nearest to.

The method is kernel ridge regression (Saunders, Gammerman and Vovk, 1998), one column a class, with a kernel of second
degree: it weighs features, and features that come together. It is solved by conjugate gradients (Hestenes and Stiefel,
1952).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.debate.features import Vector, Vocabulary

if TYPE_CHECKING:
    from scipy import sparse

_RIDGE = 0.5
_STEPS = 16  # of the solver; more change next to no ranking
_BLOCK = 256  # rows of the kernel made at once, which bounds memory


class Entries(NamedTuple):
    """Where the features of a text stand in the texts learnt from, and what each entry adds to the cosine."""

    rows: np.ndarray
    values: np.ndarray
    counts: np.ndarray  # how many entries each feature has


@dataclass(frozen=True)
class Learnt:
    """What was learnt of a motion, as plain arrays, so that it can be kept in a file."""

    names: np.ndarray  # of the features
    words: np.ndarray  # how many of them, the first ones, are word features
    rarity: np.ndarray  # by feature
    starts: np.ndarray  # by feature: where its entries of `rows` and `values` begin
    rows: np.ndarray  # the texts that have it
    values: np.ndarray  # how much it weighs in them
    duals: np.ndarray  # texts by columns: how much likeness to a text speaks for a column
    shift: np.ndarray  # by column

    def entries(self, vector: Vector) -> Entries:
        """Find where the features of a vector stand in the texts."""
        places, values = vector
        if not len(places):
            return Entries(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32), np.empty(0, dtype=np.intp))
        starts, ends = self.starts[places], self.starts[places + 1]
        spans = [slice(*both) for both in zip(starts.tolist(), ends.tolist(), strict=True)]
        added = [self.values[span] * value for span, value in zip(spans, values, strict=True)]
        return Entries(np.concatenate([self.rows[span] for span in spans]), np.concatenate(added), ends - starts)

    def likeness(self, entries: Entries) -> np.ndarray:
        """Give the cosine to each of the texts, over the word features or the letter groups that were found in them."""
        return np.bincount(entries.rows, entries.values, len(self.duals)).astype(np.float32)

    def score(self, alike: np.ndarray) -> np.ndarray:
        """Give the score of each column from the mean of both likenesses; about 1 speaks for it, about -1 against."""
        return np.asarray(self.shift + _kernel(alike) @ self.duals)

    def speaks_for(self, column: int, entries: Entries, alike: np.ndarray) -> np.ndarray:
        """Say how much each feature of a text adds to a column: the slope of the score times the feature."""
        slope = (self.duals[:, column] * (1 + 2 * alike) / 2)[entries.rows] * entries.values
        counts = entries.counts
        return np.asarray(np.bincount(np.repeat(np.arange(len(counts)), counts), slope, len(counts)))


def _kernel(alike: np.ndarray) -> np.ndarray:
    return np.asarray(alike + alike * alike)


def learn(texts: list[list[str]], targets: np.ndarray) -> Learnt:
    """Learn from texts, given as their words; `targets` (texts by columns) is 1 for the columns that a text is of.

    It is -1 for the others.
    """
    vocabulary = Vocabulary.of(texts)
    inputs = _inputs(texts, vocabulary)
    shift = targets.mean(axis=0)
    by_feature = inputs.tocsc()
    return Learnt(
        names=np.frombuffer("\n".join(vocabulary.names).encode(), dtype=np.uint8),
        words=np.array(vocabulary.words),
        rarity=vocabulary.rarity,
        starts=by_feature.indptr.astype(np.int32),
        rows=by_feature.indices.astype(np.intp),
        values=by_feature.data.astype(np.float32),
        duals=_solve(_kernel_rows(inputs), targets - shift),
        shift=shift,
    )


def _inputs(texts: list[list[str]], vocabulary: Vocabulary) -> sparse.csr_array:
    """Weigh the texts, one a row."""
    from scipy import sparse  # only to learn: what was learnt is kept

    weighed = [vocabulary.weigh(words) for words in texts]
    ends = np.cumsum([0, *(len(words[0]) + len(letters[0]) for words, letters in weighed)])
    places = np.concatenate([places for both in weighed for places, _ in both])
    values = np.concatenate([values for both in weighed for _, values in both])
    return sparse.csr_array((values, places, ends), shape=(len(texts), len(vocabulary)))


def _kernel_rows(inputs: sparse.csr_array) -> list[np.ndarray]:
    """Make the kernel in blocks of rows, of each only what is not left of the diagonal, in half precision."""
    blocks = []
    for start in range(0, inputs.shape[0], _BLOCK):
        alike = (inputs[start : start + _BLOCK] @ inputs[start:].T).toarray() / 2
        blocks.append(_kernel(alike).astype(np.float16))
    return blocks


def _solve(blocks: Sequence[np.ndarray], targets: np.ndarray) -> np.ndarray:
    """Find the duals of least squared error, all columns at once."""

    def times(step: np.ndarray) -> np.ndarray:
        made = _RIDGE * step
        for number, half in enumerate(blocks):
            block, start = half.astype(np.float32), number * _BLOCK
            end = start + len(block)
            made[start:end] += block @ step[start:]
            made[end:] += (step[start:end].T @ block[:, len(block) :]).T
        return made

    duals, left, step = np.zeros_like(targets), targets.copy(), targets.copy()
    size = (left * left).sum(axis=0)
    for _ in range(_STEPS):
        change = times(step)
        far = size / np.maximum((step * change).sum(axis=0), 1e-12)
        duals += far * step
        left -= far * change
        before, size = size, (left * left).sum(axis=0)
        step = left + size / np.maximum(before, 1e-12) * step
    return duals


def vocabulary_of(learnt: Learnt) -> Vocabulary:
    """Read the vocabulary that was learnt."""
    return Vocabulary(learnt.names.tobytes().decode().split("\n"), learnt.rarity, words=int(learnt.words))
