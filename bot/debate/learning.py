"""Learns what in a text speaks for which class.

The method is ridge regression on the features of a text, one column a class (Hoerl and Kennard, 1970), solved in its
dual form by conjugate gradients (Hestenes and Stiefel, 1952).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.debate.features import Vocabulary, Weighed

if TYPE_CHECKING:
    from scipy import sparse

_RIDGE = 0.3
_STEPS = 12  # of the solver; more change next to no ranking


@dataclass(frozen=True)
class Learnt:
    """What was learnt of a motion, as plain arrays, so that it can be kept in a file."""

    stems: np.ndarray
    letters: np.ndarray
    neighbours: np.ndarray
    company: np.ndarray
    rarity: np.ndarray
    weights: np.ndarray  # features by columns, in half precision: how much a feature speaks for a column
    shift: np.ndarray  # by column
    starts: np.ndarray  # by text: where its words begin in `places` and `values`
    places: np.ndarray
    values: np.ndarray

    @property
    def vocabulary(self) -> Vocabulary:
        """Read the features that are known."""
        return Vocabulary(_places(self.stems), _places(self.letters), self.neighbours, self.company, self.rarity)

    def score(self, *parts: Weighed) -> np.ndarray:
        """Give the score of each column; about 1 speaks for it, about -1 against."""
        return np.asarray(self.shift + sum(part.values @ self._weights(part) for part in parts))

    def speaks_for(self, column: int, part: Weighed) -> np.ndarray:
        """Say how much each feature of a text adds to a column."""
        return np.asarray(part.values * self._weights(part)[:, column])

    def nearest(self, words: Weighed, texts: range) -> int:
        """Say which of some texts that were learnt from is nearest, by its words and their neighbours."""
        typed = np.zeros(len(self.rarity), dtype=np.float32)
        typed[words.places] = words.values
        starts = self.starts[texts.start : texts.stop + 1]
        entries = slice(starts[0], starts[-1])
        rows = np.repeat(np.arange(len(texts)), np.diff(starts))
        alike = np.bincount(rows, typed[self.places[entries]] * self.values[entries], len(texts))
        return texts[int(np.argmax(alike))]

    def _weights(self, part: Weighed) -> np.ndarray:
        return np.asarray(self.weights[part.places], dtype=np.float32)


def learn(texts: Sequence[list[str]], targets: np.ndarray) -> Learnt:
    """Learn from texts, given as their words; `targets` (texts by columns) is 1 for the columns that a text is of.

    It is -1 for the others.
    """
    vocabulary = Vocabulary.of(texts)
    near, others = (_matrix(part, (len(texts), len(vocabulary.rarity))) for part in vocabulary.weigh(texts))
    shift = targets.mean(axis=0)
    return Learnt(
        stems=_packed(vocabulary.stems),
        letters=_packed(vocabulary.letters),
        neighbours=vocabulary.neighbours,
        company=vocabulary.company,
        rarity=vocabulary.rarity,
        weights=_solve(near + others, targets - shift).astype(np.float16),
        shift=shift,
        starts=near.indptr,
        places=near.indices.astype(np.int32),
        values=near.data.astype(np.float16),
    )


def _matrix(part: Weighed, shape: tuple[int, int]) -> sparse.csr_array:
    from scipy import sparse  # only to learn: what was learnt is kept

    return sparse.csr_array((part.values, (part.texts, part.places)), shape=shape)


def _solve(inputs: sparse.csr_array, targets: np.ndarray) -> np.ndarray:
    """Find the weights of least squared error, all columns at once."""
    features = inputs.T.tocsr()
    duals, left, step = np.zeros_like(targets), targets.copy(), targets.copy()
    size = (left * left).sum(axis=0)
    for _ in range(_STEPS):
        change = inputs @ (features @ step) + _RIDGE * step
        far = size / np.maximum((step * change).sum(axis=0), 1e-12)
        duals += far * step
        left -= far * change
        before, size = size, (left * left).sum(axis=0)
        step = left + size / np.maximum(before, 1e-12) * step
    return np.asarray(features @ duals)


def _packed(names: dict[str, int]) -> np.ndarray:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def _places(packed: np.ndarray) -> dict[str, int]:
    return {name: place for place, name in enumerate(packed.tobytes().decode().split("\n"))}
