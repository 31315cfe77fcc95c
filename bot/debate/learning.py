"""Learns what in a text speaks for which class.

The method is ridge regression on the features of a text, one column a class (Hoerl and Kennard, 1970), solved in its
dual form by conjugate gradients (Hestenes and Stiefel, 1952).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.debate.features import Vocabulary, Weighed, batches

if TYPE_CHECKING:
    from scipy import sparse

_RIDGE = 0.3
_STEPS = 24  # of the solver; twice as many changed 2 first arguments of 384 labelled claims
_AT_ONCE = 16  # columns that are solved at once, which bounds memory


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

    def fits(self, features: int, columns: int, texts: int) -> bool:
        """Say whether this was learnt whole, of so many features and columns and from so many texts."""
        shapes = (self.weights.shape, self.rarity.shape, self.shift.shape, self.starts.shape)
        entries = len(self.places) == len(self.values) == self.starts[-1]
        return bool(entries) and shapes == ((features, columns), (features,), (columns,), (texts + 1,))

    def score(self, *parts: Weighed) -> np.ndarray:
        """Give the score of each column; about 1 speaks for it, about -1 against."""
        return np.asarray(self.shift + sum(part.values @ self._weights(part) for part in parts))

    def speaks_for(self, column: int, part: Weighed) -> np.ndarray:
        """Say how much each feature of a text adds to a column."""
        return np.asarray(part.values * self._weights(part)[:, column])

    def nearest(self, words: Weighed, among: Sequence[range]) -> list[int]:
        """Say which of each range of the texts learnt from is nearest, by its words and their neighbours."""
        typed = np.zeros(len(self.rarity), dtype=np.float32)
        typed[words.places] = words.values
        found = []
        for texts in among:
            starts = self.starts[texts.start : texts.stop + 1]
            entries = slice(starts[0], starts[-1])
            sums = np.append(0, np.cumsum(typed[self.places[entries]] * self.values[entries], dtype=np.float64))
            found.append(texts[int(np.argmax(np.diff(sums[starts - starts[0]])))])
        return found

    def _weights(self, part: Weighed) -> np.ndarray:
        return np.asarray(self.weights[part.places], dtype=np.float32)


def learn(texts: Sequence[list[str]], targets: np.ndarray) -> Learnt:
    """Learn from texts, given as their words; `targets` (texts by columns) is 1 for the columns that a text is of.

    It is -1 for the others.
    """
    vocabulary = Vocabulary.of(texts)
    near, others = _matrices(vocabulary, texts)
    shift = targets.mean(axis=0)
    return Learnt(
        stems=_packed(vocabulary.stems),
        letters=_packed(vocabulary.letters),
        neighbours=vocabulary.neighbours,
        company=vocabulary.company,
        rarity=vocabulary.rarity,
        weights=_solve(near + others, targets - shift),
        shift=shift,
        starts=near.indptr,
        places=near.indices.astype(np.int32),
        values=near.data,
    )


def _matrices(vocabulary: Vocabulary, texts: Sequence[list[str]]) -> Iterator[sparse.csr_array]:
    """Weigh texts, one a row: their words with their neighbours, and all else."""
    from scipy import sparse  # only to learn: what was learnt is kept

    def matrix(part: Weighed, rows: int) -> sparse.csr_array:
        places = part.texts.astype(np.int32), part.places.astype(np.int32)
        return sparse.csr_array((part.values, places), shape=(rows, len(vocabulary.rarity)))

    made = [[matrix(part, len(some)) for part in vocabulary.weigh(some)] for some in batches(texts)]
    return (sparse.vstack(rows, format="csr") for rows in zip(*made, strict=True))


def _solve(inputs: sparse.csr_array, targets: np.ndarray) -> np.ndarray:
    """Find the weights of least squared error, some columns at once."""
    weights = np.empty((inputs.shape[1], targets.shape[1]), dtype=np.float16)
    for start in range(0, targets.shape[1], _AT_ONCE):
        columns = slice(start, start + _AT_ONCE)
        weights[:, columns] = inputs.T @ _duals(inputs, targets[:, columns])
    return weights


def _duals(inputs: sparse.csr_array, targets: np.ndarray) -> np.ndarray:
    duals, left, step = np.zeros_like(targets), targets.copy(), targets.copy()
    size = (left * left).sum(axis=0)
    for _ in range(_STEPS):
        change = inputs @ (inputs.T @ step) + _RIDGE * step
        far = size / np.maximum((step * change).sum(axis=0), 1e-12)
        duals += far * step
        left -= far * change
        before, size = size, (left * left).sum(axis=0)
        step = left + size / np.maximum(before, 1e-12) * step
    return duals


def _packed(names: dict[str, int]) -> np.ndarray:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def _places(packed: np.ndarray) -> dict[str, int]:
    names = packed.tobytes().decode().split("\n") if packed.size else ()
    return {name: place for place, name in enumerate(names)}
