"""Hears which arguments a message makes, by how often its words and letter groups stand in the phrasings of the base.

The method is complement naive Bayes (Rennie and others, 2003) over stemless words, word pairs and letter groups of three
to five, weighted by rarity. It learns from `phrasings` and `not_arguments` when the base is loaded: a curator improves
it by writing. Whoever denies an argument is heard by comparing with `denials`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from bot.base.motion import Motion, NonsenseKind, Stance
from bot.debate.text import clauses, normalise, tokens

Verdict = Literal["argument", "unsure", "none"]
_SURE = 0.10  # lead over the runner-up, as a share of the spread of scores, from which a match is asserted
_SMOOTHING = 0.3
_NONSENSE = get_args(NonsenseKind)


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
    return [*(f"w:{word}" for word in words), *map("w:{0[0]} {0[1]}".format, zip(words, words[1:], strict=False)), *grams]


class Recogniser:
    """Learns a motion's phrasings once; `recognise` then only reads."""

    def __init__(self, motion: Motion) -> None:
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
        self._rarity = {name: math.log(len(rows) / number) + 1 for name, number in spread.items()}
        self._index = {name: place for place, name in enumerate(spread)}
        sums = np.full((len(spread), len(self._classes)), _SMOOTHING, dtype=np.float64)
        self._bags: list[set[str]] = []
        for (index, _, _), counts in zip(rows, counted, strict=True):
            places, values = self._weigh(counts)
            sums[places, index] += values
            self._bags.append({name for name in counts if name.startswith("w:")})
        rest = sums.sum(axis=1, keepdims=True) - sums
        weights = np.log(rest / rest.sum(axis=0))
        self._weights = (-weights / np.abs(weights).sum(axis=0) * len(spread)).astype(np.float32)
        self._denials = {name: [_words(text) for text in item.denials] for name, item in motion.arguments.items()}

    def _weigh(self, counts: Counter[str]) -> tuple[list[int], np.ndarray]:
        known = [(self._index[name], (1 + math.log(n)) * self._rarity[name]) for name, n in counts.items() if name in self._index]
        values = np.array([value for _, value in known])
        size = float(np.linalg.norm(values)) or 1.0
        return [place for place, _ in known], values / size

    def recognise(self, text: str) -> Recognition:
        """Rank the arguments of a message and decide what was heard; at most 4,000 characters are read."""
        plain = normalise(text[:4000])
        order, scores, lead = self._rank(plain)
        arguments = [place for place in order if place < len(self._motion.arguments)]
        ranked = tuple(self._match(place, scores[place], plain) for place in arguments[:3])
        if order[0] >= len(self._motion.arguments) or not ranked:
            kind: NonsenseKind = self._classes[order[0]]  # type: ignore[assignment]
            stance: Stance = "for" if kind == "vote-for" else "against" if kind == "vote-against" else "neither"
            return Recognition("none", stance, ranked, (), kind)
        first = ranked[0]
        heard = (first, *self._others(plain, first.id)) if lead >= _SURE else ()
        return Recognition("argument" if heard else "unsure", self._stance(first), ranked, heard, None)

    def _rank(self, plain: str) -> tuple[list[int], np.ndarray, float]:
        places, values = self._weigh(Counter(_features(plain)))
        if not places:
            scores = np.zeros(len(self._classes))
            noise = self._classes.index("noise") if "noise" in self._classes else 0
            scores[noise] = 1.0
            return [int(place) for place in np.argsort(-scores, kind="stable")], scores, 1.0
        raw = values @ self._weights[places]
        centred = (raw - raw.mean()) / (raw.std() or 1.0)
        order = [int(place) for place in np.argsort(-centred, kind="stable")]
        belief = np.exp(3 * (centred - centred.max()))
        return order, belief / belief.sum(), float(centred[order[0]] - centred[order[1]]) / float(np.ptp(centred) or 1.0)

    def _others(self, plain: str, first: str) -> list[Match]:
        """Hear what else a message argues, clause by clause."""
        found: dict[str, Match] = {}
        parts = clauses(plain)
        for part in parts if len(parts) > 1 else []:
            order, scores, lead = self._rank(part)
            if order[0] < len(self._motion.arguments) and lead >= 1.5 * _SURE and self._classes[order[0]] != first:
                found.setdefault(self._classes[order[0]], self._match(order[0], scores[order[0]], part))
        return list(found.values())[:2]

    def _match(self, place: int, score: float, plain: str) -> Match:
        name = self._classes[place]
        words = {feature for feature in _features(plain) if feature.startswith("w:")}
        rows = [row for row in range(len(self._rows)) if self._rows[row][0] == place]
        near = max(rows, key=lambda row: self._overlap(words, self._bags[row]))
        weight = {word: float(self._weights[self._index[word], place]) * self._rarity[word] for word in words if word in self._index}
        why = sorted((word for word in weight if len(word) > 5), key=lambda word: (-weight[word], word))[:2]
        _, point, phrasing = self._rows[near]
        denied = self._denied(name, plain, self._overlap(words, self._bags[near]))
        return Match(name, round(float(score), 3), tuple(word[2:] for word in why), point, phrasing, denied)

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


