"""Hears which arguments a message makes, from how students have put them: the phrasings of the base.

The method is regularised least-squares classification (Rifkin, 2003) over words, word pairs and letter groups of three
to five, weighted by rarity, solved in its dual. It learns when the base is loaded: a curator improves it by writing.
Whoever denies an argument is heard by comparing with `denials`.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from bot.base.motion import Motion, NonsenseKind, Stance
from bot.debate.text import clauses, normalise, tokens

Verdict = Literal["argument", "unsure", "none"]
_RIDGE = 1.0
# Weights of the top score, its lead over the runner-up and over nonsense, and a constant; from a logistic regression on
# the phrasings of the base, each quarter predicted from the other three.
_BELIEF = (1.50, 0.83, 1.24, -0.715)
_SURE = 0.5


@dataclass(frozen=True)
class Match:
    """An argument that a message may make; `score` is the share of belief, from 0 to 1."""

    id: str
    score: float
    why: tuple[str, ...]
    point: str
    phrasing: str
    denied: bool


@dataclass(frozen=True)
class Recognition:
    """What was heard: the ranking, best first, and the arguments that the round takes as made."""

    verdict: Verdict
    stance: Stance
    matches: tuple[Match, ...]
    heard: tuple[Match, ...]
    nonsense: NonsenseKind | None


def _features(text: str) -> list[str]:
    words = tokens(text)
    grams = [f" {word} "[i : i + n] for word in words for n in (3, 4, 5) for i in range(len(word) + 3 - n)]
    return [
        *(f"w:{word}" for word in words),
        *(f"w:{one} {two}" for one, two in pairwise(words)),
        *grams,
    ]


class Recogniser:
    """Learns a motion's phrasings once; `recognise` then only reads. `learnt` is taken from one of the same base."""

    def __init__(self, motion: Motion, *, learnt: tuple[np.ndarray, np.ndarray] | None = None) -> None:
        self._motion = motion
        self._classes = [*motion.arguments, *motion.not_arguments]
        rows: list[tuple[int, str, str]] = []  # class, point, phrasing
        for index, argument in enumerate(motion.arguments.values()):
            rows += [(index, point.id, text) for point in argument.points for text in point.phrasings]
        for offset, texts in enumerate(motion.not_arguments.values()):
            rows += [(len(motion.arguments) + offset, "", text) for text in texts]
        self._rows = rows
        counted = [Counter(_features(normalise(text))) for _, _, text in rows]
        spread = Counter(feature for counts in counted for feature in counts)
        self._rarity = {name: math.log((len(rows) + 1) / (number + 1)) + 1 for name, number in spread.items()}
        self._index = {name: place for place, name in enumerate(spread)}
        self._bags = [{name for name in counts if name.startswith("w:")} for counts in counted]
        vectors = [self._weigh(counts) for counts in counted]
        self.learnt = learnt or self._learn(vectors, [index for index, _, _ in rows], len(spread))
        self._weights, self._shift = self.learnt
        self._denials = {name: [_words(text) for text in item.denials] for name, item in motion.arguments.items()}

    def _learn(
        self, vectors: list[tuple[np.ndarray, np.ndarray]], classes: list[int], size: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """Solve for one column a class, and a last one that tells any nonsense from any argument."""
        places = np.concatenate([place for place, _ in vectors])
        values = np.concatenate([value for _, value in vectors])
        owners = np.repeat(np.arange(len(vectors)), [len(place) for place, _ in vectors])
        order = np.argsort(places, kind="stable")
        owners, sorted_values = owners[order], values[order]
        starts = np.searchsorted(places[order], np.arange(size + 1))
        kernel = np.empty((len(vectors), len(vectors)), dtype=np.float32)
        for row, (place, value) in enumerate(vectors):
            lengths = starts[place + 1] - starts[place]
            picked = np.arange(lengths.sum()) + np.repeat(starts[place] - np.cumsum(lengths) + lengths, lengths)
            products = np.repeat(value, lengths) * sorted_values[picked]
            kernel[row] = np.bincount(owners[picked], products, len(vectors))
        kernel[np.diag_indices_from(kernel)] += _RIDGE
        targets = np.full((len(vectors), len(self._classes) + 1), -1.0, dtype=np.float32)
        targets[np.arange(len(vectors)), classes] = 1
        targets[np.array(classes) >= len(self._motion.arguments), -1] = 1
        shift = targets.mean(axis=0)
        dual = np.linalg.solve(kernel, targets - shift)
        weights = np.zeros((size, targets.shape[1]), dtype=np.float32)
        for (place, value), row in zip(vectors, dual, strict=True):
            weights[place] += value[:, None] * row
        return weights, shift

    def _weigh(self, counts: Counter[str]) -> tuple[np.ndarray, np.ndarray]:
        """Weigh the known features; words and letter groups count alike, whatever the length of the text."""
        known = [name for name in counts if name in self._index]
        places = np.array([self._index[name] for name in known], dtype=np.int64)
        values = np.array([(1 + math.log(counts[name])) * self._rarity[name] for name in known])
        word = np.array([name.startswith("w:") for name in known], dtype=bool)
        for part in (word, ~word):
            values[part] /= float(np.linalg.norm(values[part])) or 1.0
        return places, values

    def recognise(self, text: str) -> Recognition:
        """Rank the arguments of a message and decide what was heard; at most 4,000 characters are read."""
        plain = normalise(text[:4000])
        scores = self._score(plain)
        count = len(self._motion.arguments)
        order = [int(place) for place in np.argsort(-scores[:count], kind="stable")]
        ranked = tuple(self._match(place, scores[place], plain) for place in order[:3])
        if scores[-1] >= scores[order[0]]:
            kind: NonsenseKind = self._classes[count + int(np.argmax(scores[count:-1]))]  # type: ignore[assignment]
            stance: Stance = "for" if kind == "vote-for" else "against" if kind == "vote-against" else "neither"
            return Recognition("none", stance, ranked, (), kind)
        first = ranked[0]
        heard = (first, *self._others(plain, first.id)) if self._belief(scores, plain) >= _SURE else ()
        return Recognition("argument" if heard else "unsure", self._stance(first), ranked, heard, None)

    def _score(self, plain: str) -> np.ndarray:
        """Give a score a class, and last the score of nonsense."""
        places, values = self._weigh(Counter(_features(plain)))
        if not len(places):
            scores = np.full(len(self._classes) + 1, -1.0)
            scores[-1] = 1.0
            if "noise" in self._classes:
                scores[self._classes.index("noise")] = 1.0
            return scores
        found: np.ndarray = values @ self._weights[places] + self._shift
        return found

    def _belief(self, scores: np.ndarray, plain: str) -> float:
        """Give the chance, from 0 to 1, that the first argument is right."""
        count = len(self._motion.arguments)
        top, second = np.sort(scores[:count])[-2:][::-1] if count > 1 else (scores[0], -1.0)
        features = (top, top - second, top - scores[count:].max(), 1.0)
        return float(1 / (1 + math.exp(-sum(w * f for w, f in zip(_BELIEF, features, strict=True)))))

    def _others(self, plain: str, first: str) -> list[Match]:
        """Hear what else a message argues, clause by clause."""
        found: dict[str, Match] = {}
        parts = clauses(plain)
        for part in parts if len(parts) > 1 else []:
            scores = self._score(part)
            place = int(np.argmax(scores[: len(self._motion.arguments)]))
            if self._classes[place] != first and scores[-1] < scores[place] and self._belief(scores, part) >= _SURE:
                found.setdefault(self._classes[place], self._match(place, scores[place], part))
        return list(found.values())[:2]

    def _match(self, place: int, score: float, plain: str) -> Match:
        name = self._classes[place]
        words = {feature for feature in _features(plain) if feature.startswith("w:")}
        rows = [row for row in range(len(self._rows)) if self._rows[row][0] == place]
        near = max(rows, key=lambda row: self._overlap(words, self._bags[row]))
        weight = {
            word: float(self._weights[self._index[word], place]) * self._rarity[word]
            for word in words
            if word in self._index
        }
        why = sorted((word for word in weight if len(word) > 5), key=lambda word: (-weight[word], word))[:2]
        _, point, phrasing = self._rows[near]
        denied = self._denied(name, plain, self._overlap(words, self._bags[near]))
        return Match(
            name,
            round(min(1.0, max(0.0, (float(score) + 1) / 2)), 3),
            tuple(word[2:] for word in why),
            point,
            phrasing,
            denied,
        )

    def _overlap(self, one: set[str], other: set[str]) -> float:
        shared = sum(self._rarity.get(word, 1.0) for word in one & other)
        return shared / math.sqrt(len(one) * len(other)) if one and other else 0.0

    def _denied(self, name: str, plain: str, asserted: float) -> bool:
        """Tell a denial: its words are nearer to a denial of the argument than to any of its phrasings."""
        words = _words(plain)
        return max((self._overlap(words, other) for other in self._denials[name]), default=0.0) > asserted * 1.15

    def _stance(self, match: Match) -> Stance:
        side = self._motion.sides[match.id]
        return side if not match.denied else "against" if side == "for" else "for"


def _words(text: str) -> set[str]:
    return {feature for feature in _features(normalise(text)) if feature.startswith("w:")}
