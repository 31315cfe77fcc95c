"""Hears which arguments a message makes, from how students have put them: the phrasings of the base.

It learns when the base is loaded, so a curator improves it by writing: how an argument is denied it learns from
`denials`, what is no argument from `not_arguments`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from bot.base.motion import Motion, NonsenseKind, Stance
from bot.debate.features import cut, words_of
from bot.debate.glossary import Glossary
from bot.debate.learning import Entries, Learnt, learn, vocabulary_of
from bot.debate.text import clauses, normalise, sentences

Verdict = Literal["argument", "unsure", "none"]
_LONGEST = 4000  # characters read
_MOST = 3  # arguments ranked, and arguments heard in one message
# From logistic regressions on the plain phrasings of the base, each quarter predicted from the rest of the base.
# Signs: the top score, its lead over the runner-up, over the likeliest kind of nonsense, over nonsense at all, the
# logarithm of the length, and a constant.
_SENSE = (-2.45, -2.10, 4.79, 2.37, 3.51, -9.63)  # that a message is an argument at all
_BELIEF = (-4.67, 3.79, 3.89, 0.0, 0.0, -4.0)  # that the top argument is the right one
_SENSIBLE, _SURE = 0.85, 0.68  # from where each is taken to hold
_PLAIN = 0.95  # belief from which a message is an argument however short: length alone makes no nonsense
_SURE_OF_SENTENCE, _SURE_OF_CLAUSE = 0.75, 0.85  # the less is said, the more is asked of it
_FEW = 3  # sentences that are still looked into clause by clause
_COUNTED = 25  # words beyond which length says no more
_DENIED = -0.2  # score of the denial column that 1 in 100 of the other phrasings reaches
_NONSENSE, _DENIAL = -2, -1  # the columns after those of the classes


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


@dataclass(frozen=True)
class _Text:
    """A text of the base that is learnt from."""

    argument: int  # or a kind of nonsense
    point: str
    text: str
    denial: bool = False


@dataclass(frozen=True)
class _Scored:
    """A text against what was learnt: a score a column, and how near it is to each text of the base."""

    scores: np.ndarray
    words: list[str]
    places: np.ndarray  # of its word features
    entries: Entries
    near: np.ndarray  # in words
    alike: np.ndarray  # in words and letters


class Recogniser:
    """Learns a motion's phrasings once; `recognise` then only reads. `learnt` is taken from one of the same base."""

    def __init__(self, motion: Motion, *, learnt: Learnt | None = None) -> None:
        self._motion = motion
        self._glossary = Glossary(motion.heading)
        self._classes = [*motion.arguments, *motion.not_arguments]
        self._count = len(motion.arguments)
        self._texts: list[_Text] = []
        for index, argument in enumerate(motion.arguments.values()):
            self._texts += [_Text(index, point.id, text) for point in argument.points for text in point.phrasings]
            self._texts += [_Text(index, "", text, denial=True) for text in argument.denials]
        for index, texts in enumerate(motion.not_arguments.values(), self._count):
            self._texts += [_Text(index, "", text) for text in texts]
        self.learnt = learnt or self._learn()
        self._vocabulary = vocabulary_of(self.learnt)
        owners = np.array([-1 if item.denial else item.argument for item in self._texts])
        self._phrasings = [np.flatnonzero(owners == index) for index in range(self._count)]

    def _learn(self) -> Learnt:
        """Learn a column for each class, then one for any nonsense, and one for any denial."""
        targets = np.full((len(self._texts), len(self._classes) + 2), -1.0, dtype=np.float32)
        for row, item in enumerate(self._texts):
            targets[row, item.argument] = 1
            targets[row, _NONSENSE] = 1 if item.argument >= self._count else -1
            targets[row, _DENIAL] = 1 if item.denial else -1
        return learn([words_of(item.text, self._glossary) for item in self._texts], targets)

    def recognise(self, text: str) -> Recognition:
        """Rank the arguments of a message and decide what was heard; at most 4,000 characters are read."""
        plain = normalise(text[:_LONGEST])
        scored = self._score(plain)
        scores = scored.scores
        order = [int(place) for place in np.argsort(-scores[: self._count], kind="stable")[:_MOST]]
        ranked = tuple(self._match(place, scored) for place in order)
        belief = self._chance(_BELIEF, scored)
        if belief < _PLAIN and self._chance(_SENSE, scored) < _SENSIBLE:
            kind: NonsenseKind = self._classes[self._count + int(np.argmax(scores[self._count : _NONSENSE]))]  # type: ignore[assignment]
            stance: Stance = "for" if kind == "vote-for" else "against" if kind == "vote-against" else "neither"
            return Recognition("none", stance, ranked, (), kind)
        whole = ranked[:1] if belief >= _SURE else ()
        heard = _each_once((*whole, *self._in_parts(plain)))
        ranked = _each_once((*heard[:1], *ranked))
        return Recognition("argument" if heard else "unsure", self._stance(ranked[0]), ranked, heard, None)

    def _score(self, plain: str) -> _Scored:
        words = words_of(plain, self._glossary)
        vector, letters = self._vocabulary.weigh(words)
        entries = self.learnt.entries(vector)
        near = self.learnt.likeness(entries)
        alike = (near + self.learnt.likeness(self.learnt.entries(letters))) / 2
        if alike.any():
            return _Scored(self.learnt.score(alike), words, vector[0], entries, near, alike)
        scores = np.full(len(self._classes) + 2, -1.0)  # nothing in it was ever seen
        scores[_NONSENSE] = 1.0
        if "noise" in self._classes:
            scores[self._classes.index("noise")] = 1.0
        return _Scored(scores, words, vector[0], entries, near, alike)

    def _chance(self, weights: tuple[float, ...], scored: _Scored) -> float:
        """Give the chance, from 0 to 1, that something holds of a message."""
        scores = scored.scores
        top, second = np.sort(scores[: self._count])[-2:][::-1] if self._count > 1 else (scores[0], -1.0)
        kind = scores[self._count : _NONSENSE].max(initial=-1.0)
        length = math.log(min(len(scored.words), _COUNTED) + 1)
        signs = (top, top - second, top - kind, top - scores[_NONSENSE], length, 1.0)
        return float(1 / (1 + math.exp(-sum(w * sign for w, sign in zip(weights, signs, strict=True)))))

    def _in_parts(self, plain: str) -> list[Match]:
        """Hear what single sentences and clauses of a message argue, the surest first."""
        said = sentences(plain)
        parts = [(part, _SURE_OF_SENTENCE) for part in said if len(said) > 1]
        for sentence in said if len(said) <= _FEW else []:
            inner = clauses(sentence)
            parts += [(part, _SURE_OF_CLAUSE) for part in inner if len(inner) > 1]
        found: list[tuple[float, Match]] = []
        for part, enough in parts:
            scored = self._score(part)
            place = int(np.argmax(scored.scores[: self._count]))
            chance = self._chance(_BELIEF, scored)
            if chance >= enough and scored.scores[_NONSENSE] < scored.scores[place]:
                found.append((chance, self._match(place, scored)))
        return [match for _, match in sorted(found, key=lambda item: -item[0])]

    def _match(self, place: int, scored: _Scored) -> Match:
        phrasings = self._phrasings[place]
        nearest = self._texts[phrasings[np.argmax(scored.near[phrasings])]]
        return Match(
            self._classes[place],
            round(min(1.0, max(0.0, (float(scored.scores[place]) + 1) / 2)), 3),
            self._why(place, scored),
            nearest.point,
            nearest.text,
            bool(scored.scores[_DENIAL] >= _DENIED),
        )

    def _why(self, place: int, scored: _Scored) -> tuple[str, ...]:
        """Give the words and pairs of neighbours that speak most for a class, as typed."""
        adds = self.learnt.speaks_for(place, scored.entries, scored.alike)
        speaks = dict(zip(scored.places.tolist(), adds.tolist(), strict=True))
        weights: dict[str, float] = {}
        for shown in (*scored.words, *(f"{one} {two}" for one, two in pairwise(scored.words))):
            at = self._vocabulary.place(" ".join(map(cut, shown.split())))
            if at is not None and len(shown) > 3:
                weights[shown] = speaks[at]
        return tuple(sorted(weights, key=lambda word: (-weights[word], word))[:2])

    def _stance(self, match: Match) -> Stance:
        side = self._motion.sides[match.id]
        return side if not match.denied else "against" if side == "for" else "for"


def _each_once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Keep the first three arguments, each at its first place."""
    kept: dict[str, Match] = {}
    for match in matches:
        kept.setdefault(match.id, match)
    return tuple(kept.values())[:_MOST]
