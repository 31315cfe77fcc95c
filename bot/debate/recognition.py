"""Hears which arguments a message makes, from how students have put them: the phrasings of the base.

It learns when the base is loaded, so a curator improves it by writing: how an argument is denied it learns from
`denials`, what is no argument from `not_arguments`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from bot.base.motion import Motion, NonsenseKind, Stance
from bot.debate.belief import DENIED, SENSIBLE, SURE, SURE_OF_PART, denial, lead, sense
from bot.debate.examples import examples_of, learn_from
from bot.debate.features import Weighed, words_of
from bot.debate.glossary import Glossary
from bot.debate.learning import Learnt
from bot.debate.text import clauses, normalise, sentences

Verdict = Literal["argument", "unsure", "none"]
_LONGEST = 4000  # characters read
_MOST = 3  # arguments ranked, and arguments heard in one message
_FEW = 3  # sentences that are still looked into clause by clause


@dataclass(frozen=True)
class Match:
    """An argument that a message may make; `score` says how much speaks for it, from 0 to 1."""

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
class _Scored:
    """A text against what was learnt."""

    scores: np.ndarray  # a column each
    order: list[int]  # of the arguments, best first
    lead: float
    sense: float
    denied: bool
    words: list[str]
    near: Weighed


class Recogniser:
    """Learns a motion's phrasings once; `recognise` then only reads.

    `learnt` is taken from one of the same base; `ValueError` if it is of another.
    """

    def __init__(self, motion: Motion, *, learnt: Learnt | None = None) -> None:
        self._motion = motion
        self._glossary = Glossary(motion.heading)
        self._examples = examples_of(motion)
        self._classes, self._columns = self._examples.classes, self._examples.columns
        self.learnt = learnt or learn_from(self._examples.every, self._columns, self._glossary)
        self._vocabulary = self.learnt.vocabulary
        if not self.learnt.fits(len(self._vocabulary), self._columns.count, len(self._examples.every)):
            raise ValueError("What was learnt is not of this base: learn it again.")

    @property
    def stems(self) -> frozenset[str]:
        """Give the stems of the words that were learnt."""
        return frozenset(self._vocabulary.stems)

    def recognise(self, text: str) -> Recognition:
        """Rank the arguments of a message and decide what was heard; at most 4,000 characters are read."""
        said = [normalise(sentence) for sentence in sentences(text[:_LONGEST])]
        scored = self._score(" ".join(said))
        if scored is None:
            return Recognition("none", "neither", (), (), "noise")
        parts = self._parts(said)
        ranked = self._matches(scored, parts, _MOST)
        if scored.sense < SENSIBLE:
            kind = self._kind(scored)
            stance: Stance = "for" if kind == "vote-for" else "against" if kind == "vote-against" else "neither"
            return Recognition("none", stance, ranked, (), kind)
        heard = self._heard(scored, ranked, parts)
        ranked = _each_once((*heard[:1], *ranked))
        return Recognition("argument" if heard else "unsure", self._stance(ranked[0]), ranked, heard, None)

    def _heard(self, whole: _Scored, ranked: tuple[Match, ...], parts: Sequence[_Scored]) -> tuple[Match, ...]:
        """Decide what was heard of a message and its parts.

        One part alone decides nothing: as often as not it is what the rest of the message argues against. Where two
        parts are sure of two arguments, both were made, and which comes first the whole message says.
        """
        sure = [part for part in parts if part.lead >= SURE_OF_PART and part.sense >= SENSIBLE]
        by_lead = sorted(sure, key=lambda part: -part.lead)
        found = _each_once(match for part in by_lead for match in self._matches(part, parts, 1))
        if whole.lead >= SURE:
            return _each_once((*ranked[:1], *found))
        if len(found) > 1:
            return tuple(sorted(found, key=lambda match: whole.order.index(self._classes.index(match.id))))
        return ()

    def _score(self, plain: str) -> _Scored | None:
        """Score a text; one in which nothing was ever seen has no scores."""
        words = words_of(plain, self._glossary)
        near, others = self._vocabulary.weigh([words])
        if not len(near.places) and not len(others.places):
            return None
        scores = self.learnt.score(near, others)
        return _Scored(
            scores,
            np.argsort(-scores[: self._columns.arguments], kind="stable").tolist(),
            lead(scores, self._columns),
            sense(scores, self._columns),
            denial(scores, self._columns, plain) >= DENIED,
            words,
            near,
        )

    def _kind(self, scored: _Scored) -> NonsenseKind:
        first, last = self._columns.arguments, self._columns.nonsense
        kind: NonsenseKind = self._classes[first + int(np.argmax(scored.scores[first:last]))]  # type: ignore[assignment]
        return kind

    def _parts(self, said: Sequence[str]) -> list[_Scored]:
        """Score the single sentences and clauses of a message that has several."""
        parts = list(said) if len(said) > 1 else []
        for sentence in said if len(said) <= _FEW else ():
            inner = clauses(sentence)
            parts += inner if len(inner) > 1 else ()
        return [scored for scored in map(self._score, parts) if scored]

    def _matches(self, scored: _Scored, parts: Sequence[_Scored], first: int) -> tuple[Match, ...]:
        best = scored.order[:first]
        nearest = self.learnt.nearest(scored.near, [self._examples.phrasings[place] for place in best])
        shown = self._vocabulary.known(scored.words)
        return tuple(
            Match(
                self._classes[place],
                round(min(1.0, max(0.0, (float(scored.scores[place]) + 1) / 2)), 3),
                self._why(place, scored, shown),
                self._examples.every[text].point,
                self._examples.every[text].text,
                _denied(place, scored, parts),
            )
            for place, text in zip(best, nearest, strict=True)
        )

    def _why(self, place: int, scored: _Scored, shown: dict[str, int]) -> tuple[str, ...]:
        """Give the words and pairs of neighbours that speak most for a class."""
        adds = self.learnt.speaks_for(place, scored.near)
        speaks = dict(zip(scored.near.places.tolist(), adds.tolist(), strict=True))
        weights = {words: speaks[at] for words, at in shown.items() if len(words) > 3 and speaks[at] > 0}
        return tuple(sorted(weights, key=lambda words: (-weights[words], words))[:2])

    def _stance(self, match: Match) -> Stance:
        side = self._motion.sides[match.id]
        return side if not match.denied else "against" if side == "for" else "for"


def _denied(argument: int, whole: _Scored, parts: Sequence[_Scored]) -> bool:
    """Tell whether an argument is denied: not where a part that is about another one is what denies."""
    denying = {part.order[0] for part in parts if part.denied}
    return whole.denied and (argument in denying or not denying)


def _each_once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Keep the first three arguments, each at its first place."""
    kept: dict[str, Match] = {}
    for match in matches:
        kept.setdefault(match.id, match)
    return tuple(kept.values())[:_MOST]
