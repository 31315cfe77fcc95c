"""Finds the student's own sentence that earned each tag of the mark scheme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.debate.cues import CONCEDES, HOW_FAR, QUALIFIES, WEIGHS
from bot.debate.reading import bare
from bot.debate.reasons import quote
from bot.debate.round import Turn
from bot.debate.text import sentences

# The order in which a mark scheme values them, which is the order in which they are shown.
TAGS = ("judgement", "factor weighed", "explanation", "specific evidence", "counter acknowledged", "claim")
_CUES = {"judgement": (HOW_FAR,), "factor weighed": (WEIGHS, HOW_FAR), "counter acknowledged": (CONCEDES, QUALIFIES)}
_SHOWN = 14  # words of a sentence
_BEFORE = 4  # words shown before the one that earned the tag, where the sentence is cut


def earned(turns: Sequence[Turn]) -> tuple[tuple[str, str], ...]:
    """Pair the tags with the first sentence that earned each, the most valued first; a sentence comes once."""
    first: dict[str, tuple[str, int]] = {}
    last = next((turn for turn in reversed(turns) if turn.kind == "judgement"), None)
    for turn in turns:
        if turn.kind == "judgement" and turn is not last:  # it was sent back, and given again
            continue
        for tag in _tags(turn):
            first.setdefault(tag, _sentence_for(tag, turn))
    together: dict[str, list[str]] = {}
    for tag in sorted(first, key=TAGS.index):
        together.setdefault(first[tag][0], []).append(tag)
    return tuple((", ".join(tags), _cut(sentence, first[tags[0]][1])) for sentence, tags in together.items())


def _tags(turn: Turn) -> tuple[str, ...]:
    if turn.kind == "claim" and turn.arguments:
        return ("claim", "specific evidence") if turn.evidence else ("claim",)
    return turn.tags


def _sentence_for(tag: str, turn: Turn) -> tuple[str, int]:
    """Give the sentence that earned a tag, and the place of the word in it that did."""
    parts = sentences(turn.text) or [turn.text]
    for cue in (*_CUES.get(tag, ()), *_words_of(tag, turn)):
        for part in parts:
            match = cue.search(bare(part))
            if match:
                return part, len(bare(part)[: match.start()].split())
    return parts[0], 0


def _words_of(tag: str, turn: Turn) -> tuple[re.Pattern[str], ...]:
    """Search for what a reply was credited with: its explanation, or the words of its evidence."""
    if tag == "explanation":
        said = [turn.explains.removesuffix(" ...")]
    elif tag == "specific evidence":
        said = [word for item in turn.evidence for word in item.split() if len(word) > 3 or word.isdecimal()]
    else:
        said = []
    return tuple(re.compile(rf"\b{re.escape(bare(words))}") for words in said if bare(words))


def _cut(sentence: str, place: int) -> str:
    total = len(sentence.split())
    if total <= _SHOWN:
        return quote(sentence, most=_SHOWN)
    start = max(0, min(place - _BEFORE, total - _SHOWN))
    return f"{'... ' if start else ''}{quote(sentence, start=start, most=_SHOWN)}"
