"""Reads the closing judgement: does it say how far, by what measure, against which other reason, on what evidence?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.debate.asides import Aside
from bot.debate.cues import CONCEDES, CRITERION, HOW_FAR, QUALIFIES, WEIGHS
from bot.debate.lexicon import FACTORS
from bot.debate.reading import Reading, excerpt, stem
from bot.debate.reasons import MISSING, quote, say


@dataclass(frozen=True)
class Judgement:
    """What a closing judgement does, with reasons in the student's words and what it still lacks."""

    answers: bool
    criterion: bool
    factor: str  # the other reason as the student named it; empty if none
    weighs: bool
    evidence: tuple[str, ...]
    reasons: tuple[str, ...]
    tags: tuple[str, ...]
    missing: tuple[str, ...]


def judged(
    reading: Reading,
    *,
    away: Aside,
    topic: Reading,
    side: str,
    evidence: tuple[str, ...],
    factors: Iterable[str],
) -> Judgement:
    """Judge a judgement; `topic` is the motion as read, `factors` the stems by which other reasons can be named."""
    how_far = HOW_FAR.search(reading.plain)
    if away and away != "elsewhere" and not how_far:
        missing = tuple(MISSING[key] for key in ("answers", "factor", "criterion", "evidence"))
        return Judgement(False, False, "", False, (), (say(away, words=quote(reading.text)),), (), missing)
    criterion = CRITERION.search(reading.plain)
    factor = _factor(reading, topic, frozenset(factors))
    comparing = WEIGHS.search(reading.plain) if factor else None
    found = {"answers": how_far, "criterion": criterion, "weighs": comparing}
    reasons = [say(key, words=quote(excerpt(reading, match))) for key, match in found.items() if match]
    if evidence:
        reasons.append(say("uses-evidence", evidence=evidence))
    lacks = [
        MISSING[key]
        for key, lacking in (
            ("answers", not how_far),
            ("factor", not factor),
            ("weighs-own" if side == "against" else "weighs", bool(factor) and not comparing),
            ("criterion", not criterion),
            ("evidence", not evidence),
        )
        if lacking
    ]
    return Judgement(
        answers=bool(how_far),
        criterion=bool(criterion),
        factor=factor,
        weighs=bool(comparing),
        evidence=evidence,
        reasons=tuple(reasons),
        tags=_tags(reading, how_far, comparing, evidence),
        missing=tuple(lacks),
    )


def _factor(reading: Reading, topic: Reading, factors: frozenset[str]) -> str:
    """Find the first word that names a reason other than the motion's own, with the word before it."""
    before = ""
    for word in reading.words:
        root = stem(word)
        if (word in FACTORS or root in factors) and root not in topic.content:
            return f"{before} {word}".strip()
        before = word
    return ""


def _tags(
    reading: Reading, how_far: re.Match[str] | None, comparing: re.Match[str] | None, evidence: tuple[str, ...]
) -> tuple[str, ...]:
    marks = {
        "claim": True,
        "specific evidence": bool(evidence),
        "explanation": bool(reading.links.keys() & {"cause", "consequence"}),
        "counter acknowledged": bool(CONCEDES.search(reading.plain) or QUALIFIES.search(reading.plain)),
        "factor weighed": bool(comparing),
        "judgement": bool(how_far),
    }
    return tuple(tag for tag, held in marks.items() if held)
