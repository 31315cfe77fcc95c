"""Hears which points of an argument a student makes, and in which of their own words.

Naive Bayes over word stems, within one argument: its phrasings are the examples, and the words of `says` count for
several. Students put neighbouring points in much the same words, so a point is only taken as made when it is clear;
otherwise the student's own words are quoted, which is right in any case.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from bot.base.motion import Argument
from bot.debate.cues import REFUSAL
from bot.debate.lexicon import FUNCTION, VAGUE
from bot.debate.reading import bare, stem
from bot.debate.reasons import quote
from bot.debate.text import clauses, clean, sentences, tokens

QUOTED = 14  # words of the student's; with "You say", text and question a challenge stays within 60
_SAYS = 6  # phrasings that the words of `says` count for
_CALM = 10.0  # keeps rare words from deciding alone
_NEAR = 0.2  # share of belief from which a point may be meant
_CLEAR = 0.9  # share from which it is said to the student that it was made
_LEAST = 2  # words worth quoting
_FILLER = re.compile(
    r"^(?:(?:um+|uh+|erm+|well|ok(?:ay)?|so|and|but|also|plus|like|basically|because|cos|coz|bc|cuz|tbh|honestly"
    r"|firstly|secondly|another (?:reason|thing) is(?: that)?|the (?:main )?reason is(?: that)?"
    r"|i(?: would| d)? (?:also )?(?:think|guess|reckon|believe|feel|argue|say)(?: that)?|i'd (?:argue|say)(?: that)?"
    r"|in my (?:opinion|view)|my (?:point|claim|argument|reason) is(?: that)?)[,:]?\s+)+",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:because|cos|coz|bc|cuz)\s+(?!of\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """What was made of a student's words: the points that may be meant, best first, and whether the first is clear."""

    points: tuple[str, ...] = ()
    clear: bool = False
    words: str = ""  # the student's own, to be quoted; empty where none are worth it


class Points:
    """Hears the points of one argument."""

    def __init__(self, argument: Argument) -> None:
        self._counts: dict[str, Counter[str]] = {}
        self._sizes: dict[str, int] = {}
        for point in argument.points:
            counts = Counter(word for phrasing in point.phrasings for word in content(phrasing))
            counts.update(dict.fromkeys(content(point.says), _SAYS))
            self._counts[point.id] = counts
            self._sizes[point.id] = len(point.phrasings) + _SAYS
        self._spread = sum(self._counts.values(), Counter[str]())

    def hear(self, text: str) -> Said:
        """Hear the points of a text, and choose the words of it to quote."""
        belief = self._belief(content(text))
        ranked = sorted(belief, key=lambda name: -belief[name])
        near = tuple(name for name in ranked if belief[name] >= _NEAR)
        return Said(near, bool(near) and belief[near[0]] >= _CLEAR, self._own_words(text))

    def _belief(self, words: frozenset[str]) -> dict[str, float]:
        """Share belief out among the points, from 0 to 1; words that no phrasing has say nothing."""
        everything = sum(self._sizes.values())
        scores = dict.fromkeys(self._counts, 0.0)
        for word in words & self._spread.keys():
            usual = (self._spread[word] + 0.5) / (everything + 1)
            for name, counts in self._counts.items():
                scores[name] += math.log((counts[word] + _CALM * usual) / (self._sizes[name] + _CALM) / usual)
        top = max(scores.values())
        total = sum(math.exp(score - top) for score in scores.values())
        return {name: math.exp(score - top) / total for name, score in scores.items()}

    def _own_words(self, text: str) -> str:
        """Quote the part of a text that speaks most of this argument; nothing that is better not repeated."""
        plain = _trimmed(clean(text))
        parts = [plain] if len(plain.split()) <= QUOTED else [_trimmed(part) for part in _parts(plain)]
        best = max(parts, key=self._speaks, default="")
        words = quote(best, most=QUOTED)
        if len(words.split()) < _LEAST or REFUSAL.search(bare(words)):
            return ""
        return words if "..." in words else words.rstrip("?!")

    def _speaks(self, part: str) -> float:
        """Say how densely a part speaks of the argument, in the words that its phrasings use most."""
        words = content(" ".join(part.split()[:QUOTED]))
        return sum(math.log1p(self._spread[word]) for word in words) / math.sqrt(len(words) or 1)


def _parts(text: str) -> list[str]:
    """Split a text for quoting: sentences, clauses, and reasons that come after a "because"."""
    parts: list[str] = []
    for sentence in sentences(text):
        for clause in clauses(sentence):
            reason = _REASON.split(clause, maxsplit=1)
            parts.append(reason[1] if len(clause.split()) > QUOTED and len(reason) > 1 else clause)
    return parts


def _trimmed(text: str) -> str:
    return _FILLER.sub("", text).strip()


def content(text: str) -> frozenset[str]:
    """Give the stems of the words that carry content."""
    return frozenset(stem(word) for word in tokens(bare(text)) if word not in FUNCTION)


def shown(words: tuple[str, ...], *, beside: str) -> tuple[str, ...]:
    """Give of the words that decided those that a reader knows for content: no "to" or "that" at either end.

    Words of `beside`, the motion, say nothing about one argument.
    """
    kept: list[str] = []
    for group in words:
        parts = group.split()
        while parts and _grammar(parts[0]):
            parts.pop(0)
        while parts and _grammar(parts[-1]):
            parts.pop()
        trimmed = " ".join(parts)
        said = not content(trimmed) <= content(beside)
        vague = len(parts) == 1 and trimmed in VAGUE
        if said and not vague and len(trimmed) > 3 and not any(trimmed in other or other in trimmed for other in kept):
            kept.append(trimmed)
    return tuple(kept)


def _grammar(word: str) -> bool:
    return word.replace("'", "") in FUNCTION or (word.isdecimal() and len(word) < 4)
