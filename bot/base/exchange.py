"""Writes a motion in the two exchange formats of argument research, for other tools: Argdown and AIF.

Argdown: https://argdown.org/syntax. AIF, the Argument Interchange Format, as the JSON of AIFdb: Chesnevar and others,
Towards an Argument Interchange Format, The Knowledge Engineering Review 21 (2006); Lawrence and others, AIFdb (2012).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.base.motion import Argument, Challenge, Motion

ARGDOWN_NOTES = (
    "Left out, because Argdown has no place for it: phrasings, denials, messages that are no argument, the timeline,",
    "misconceptions, people and terms, misspellings, the families of arguments.",
    "An undercut attacks its argument's step from evidence to claim; alternative and counterfactual are plain attacks.",
)
AIF_NOTES = (
    "Left out, because AIF has no place for it: phrasings, denials, messages that are no argument, the timeline,"
    " misconceptions, people and terms, families and related arguments, usage and weight, hints and sentence starters,"
    " hardnesses, next steps, reading, and which points a challenge fits best.",
    "A source stands in brackets at the end of its text. A challenge's kind is the scheme of its conflict.",
    "A challenge of the kind undercut attacks the inference from evidence to claim; undermining attacks the evidence that"
    " has the same source, if there is any; every other challenge attacks the claim.",
)


def to_argdown(motion: Motion) -> str:
    """Write a motion as Argdown; titles are the ids of the base, sources and the like are YAML metadata."""
    heading = motion.heading
    front = {
        "title": heading.short,
        "subTitle": heading.motion,
        "id": motion.id,
        "hash": motion.hash,
        "period": heading.period,
        "judgement": heading.judgement,
        "sources": {
            source.id: source.model_dump(exclude={"id"}, exclude_defaults=True) for source in motion.sources.values()
        },
    }
    lines = ["===", *(f"{name}: {_json(value)}" for name, value in front.items()), "===", ""]
    lines += ["// " + note for note in ARGDOWN_NOTES]
    lines += ["", "# The motion", "", f"[{motion.id}]: {_escape(heading.motion)}"]
    lines += [f"  {'+' if side == 'for' else '-'} <{name}>" for name, side in motion.sides.items()]
    written: set[str] = set()
    for side in dict.fromkeys(motion.sides.values()):
        maintains = heading.side(side)
        lines += ["", f"# {side.capitalize()}: {_escape(maintains.title)}", "", _escape(maintains.thesis)]
        for argument in motion.arguments.values():
            if motion.sides[argument.id] == side:
                lines += ["", f"## {_escape(argument.title)}", "", *_argdown(argument, motion, side, written)]
    return "\n".join(lines) + "\n"


def _argdown(argument: Argument, motion: Motion, side: str, written: set[str]) -> Iterator[str]:
    data = argument.model_dump(include={"title", "explanation", "usage", "weight", "related", "reading"})
    steps = [step.model_dump() for step in argument.next_steps]
    yield f"<{argument.id}>: {_escape(argument.claim)} #{side} {_json(data | {'next_steps': steps})}"
    for point in argument.points:
        tags = "#point #either-side" if point.either_side else "#point"
        yield f"  + <{argument.id}.{point.id}>: {_escape(_sentence(point.says))} {tags}"
    for item in argument.evidence:
        yield f"  + {_evidence(item.id, motion, written)}"
    undermined: dict[str, list[str]] = {}
    for challenge in argument.challenges:
        data = challenge.model_dump(
            include={"source", "where", "points", "hint", "starter", "question"}, exclude_defaults=True
        )
        text = f"<{challenge.id}>: {_escape(challenge.text)} {_escape(challenge.question)}"
        marked = f"{text} #{challenge.kind} #{challenge.hardness} {_json(data)}"
        targets = _undermined(challenge, argument)
        for target in targets:
            undermined.setdefault(target, []).append(challenge.id)
        if targets:
            yield ""
            yield marked
        else:
            yield f"  {'_' if challenge.kind == 'undercut' else '-'} {marked}"
        deep = "  " if targets else "    "
        for number, answer in enumerate(challenge.answers, 1):
            yield f"{deep}- <{challenge.id}.{number}>: {_escape(answer.line)} #answer"
            for name in answer.evidence:
                yield f"{deep}  + {_evidence(name, motion, written)}"
    for target, attackers in undermined.items():
        yield ""
        yield f"[{target}]"
        yield from (f"  - <{attacker}>" for attacker in attackers)
