"""Writes a motion in the two exchange formats of argument research, for other tools: Argdown and AIF.

Argdown: https://argdown.org/syntax. AIF, the Argument Interchange Format, as the JSON of AIFdb: Chesnevar and others,
Towards an Argument Interchange Format, The Knowledge Engineering Review 21 (2006); Lawrence and others, AIFdb (2012).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.base.motion import Argument, Challenge, Evidence, Motion

_NOWHERE = "phrasings, denials, messages that are no argument, timeline, misconceptions, people, terms and families"
ARGDOWN_NOTES = (
    f"Left out, because Argdown has no place for it: {_NOWHERE}.",
    "An undercut attacks its argument's step from evidence to claim. An undermining challenge attacks the evidence that"
    " has its source, if there is any. All other challenges, also alternative and counterfactual, are plain attacks.",
)
AIF_NOTES = (
    f"Left out, because AIF has no place for it: {_NOWHERE}; titles, explanations, usage, weight, related arguments and"
    " reading; dates, people and points of evidence; hints, sentence starters, hardness and points of challenges; next"
    " steps.",
    "A source stands in brackets at the end of a text. The text of a conflict node is the kind of the challenge.",
    "An undercut conflicts with the inference from evidence to claim. An undermining challenge conflicts with the"
    " evidence that has its source, if there is any. All other challenges conflict with the claim.",
)


def to_argdown(motion: Motion) -> str:
    """Write a motion as Argdown; titles are the ids of the base, and what has no syntax of its own is YAML metadata."""
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
    lines += [f"// {note}" for note in ARGDOWN_NOTES]
    lines += ["", "# The motion", "", f"[{motion.id}]: {escaped(heading.motion)}"]
    lines += [f"  {'+' if side == 'for' else '-'} <{name}>" for name, side in motion.sides.items()]
    for side in dict.fromkeys(motion.sides.values()):
        maintains = heading.side(side)
        lines += ["", f"# {escaped(maintains.title)} {_json({'side': side, 'thesis': maintains.thesis})}"]
        for argument in motion.arguments.values():
            if motion.sides[argument.id] == side:
                lines += ["", f"## {escaped(argument.title)}", "", *_argument(argument, side)]
    return "\n".join(lines) + "\n"


def _argument(argument: Argument, side: str) -> Iterator[str]:
    """Write an argument with all that supports and attacks it, two spaces deeper for each step away from it."""
    data = argument.model_dump(include={"explanation", "usage", "weight", "related", "reading", "next_steps"})
    yield f"<{argument.id}>: {escaped(argument.claim)} #{side} {_json(data)}"
    for point in argument.points:
        tags = "#point #either-side" if point.either_side else "#point"
        yield f"  + <{argument.id}.{point.id}>: {escaped(_sentence(point.says))} {tags}"
    for item in argument.evidence:
        data = item.model_dump(exclude={"id", "text"}, exclude_defaults=True)
        yield f"  + [{item.id}]: {escaped(item.text)} #evidence {_json(data)}"
    undermining: dict[str, list[Challenge]] = {}
    for challenge in argument.challenges:
        attacked = _undermined(challenge, argument)
        for evidence in attacked:
            undermining.setdefault(evidence.id, []).append(challenge)
        if not attacked:
            yield from _challenge(challenge, "_" if challenge.kind == "undercut" else "-")
    written: set[str] = set()
    for name, challenges in undermining.items():
        yield from ("", f"[{name}]")
        for challenge in challenges:
            yield from [f"  - <{challenge.id}>"] if challenge.id in written else _challenge(challenge, "-")
            written.add(challenge.id)


def _challenge(challenge: Challenge, relation: str) -> Iterator[str]:
    left_over = {"source", "where", "points", "hint", "starter"}
    data = challenge.model_dump(include=left_over, exclude_defaults=True) | {"question": challenge.question}
    tags = f"#{challenge.kind} #{challenge.hardness}"
    text = f"{challenge.text} {challenge.question}"
    yield f"  {relation} <{challenge.id}>: {escaped(text)} {tags} {_json(data)}"
    for number, answer in enumerate(challenge.answers, 1):
        yield f"    - <{challenge.id}.{number}>: {escaped(answer.line)} #answer"
        yield from (f"      + [{evidence}]" for evidence in answer.evidence)


def escaped(text: str) -> str:
    """Write a text on one line so that Argdown reads none of it as its own signs."""
    return re.sub(r"[\\@#*_\[\]<>{}]|[.:](?=\S)|/(?=[/*])|=(?==)", r"\\\g<0>", " ".join(text.split()))


def _json(value: Any) -> str:
    """Write data as JSON, which is YAML too, without braces or `===` in a text: Argdown would end the data there."""
    written = json.dumps(value, ensure_ascii=False)
    return re.sub(
        r'"(?:[^"\\]|\\.)*"',
        lambda text: re.sub("[{}=]", lambda sign: f"\\u{ord(sign[0]):04x}", text[0]),
        written,
    )


@dataclass
class _Graph:
    """The nodes and edges of an AIF graph while it is drawn."""

    nodes: list[dict[str, str]] = field(default_factory=list)
    edges: list[dict[str, str]] = field(default_factory=list)

    def claim(self, name: str, text: str) -> str:
        """Draw an I-node, a claim that may be supported or attacked."""
        self.nodes.append({"nodeID": name, "text": text, "type": "I"})
        return name

    def step(self, kind: Literal["RA", "CA"], premises: Iterable[str], conclusion: str, text: str = "") -> str:
        """Draw an S-node: an inference (RA) from premises to a conclusion, or a conflict (CA) with it."""
        scheme, number = ("Default Inference", "72") if kind == "RA" else ("Default Conflict", "71")
        name = f"{kind}:{len(self.nodes) + 1}"
        node = {"nodeID": name, "text": text or scheme, "type": kind, "scheme": scheme, "schemeID": number}
        self.nodes.append(node)
        for start, end in [*((premise, name) for premise in premises), (name, conclusion)]:
            self.edges.append({"edgeID": str(len(self.edges) + 1), "fromID": start, "toID": end})
        return name


def to_aif(motion: Motion) -> dict[str, Any]:
    """Write a motion as AIF in the JSON of AIFdb; `notes`, which AIFdb does not know, say what it cannot hold."""
    graph = _Graph()
    top = graph.claim(f"motion:{motion.id}", motion.heading.motion)
    for argument in motion.arguments.values():  # first, for an answer may use the evidence of any argument
        for item in argument.evidence:
            graph.claim(item.id, _cited(motion, item))
    for argument in motion.arguments.values():
        claim = graph.claim(argument.id, argument.claim)
        graph.step("RA" if motion.sides[argument.id] == "for" else "CA", [claim], top)
        inference = graph.step("RA", [item.id for item in argument.evidence], claim)
        for point in argument.points:
            graph.step("RA", [graph.claim(f"{argument.id}.{point.id}", _sentence(point.says))], claim)
        for challenge in argument.challenges:
            put = graph.claim(challenge.id, _cited(motion, challenge))
            attacked = [item.id for item in _undermined(challenge, argument)]
            for target in attacked or [inference if challenge.kind == "undercut" else claim]:
                graph.step("CA", [put], target, challenge.kind)
            for number, answer in enumerate(challenge.answers, 1):
                line = graph.claim(f"{challenge.id}.{number}", answer.line)
                graph.step("CA", [line], put, "answer")
                graph.step("RA", dict.fromkeys(answer.evidence), line)
    return {"nodes": graph.nodes, "edges": graph.edges, "locutions": [], "participants": [], "notes": list(AIF_NOTES)}


def _cited(motion: Motion, item: Evidence | Challenge) -> str:
    text = item.text if isinstance(item, Evidence) else f"{item.text} {item.question}"
    where = f", {item.where}" if item.where else ""
    return f"{text} ({motion.sources[item.source].cite()}{where})"


def _undermined(challenge: Challenge, argument: Argument) -> list[Evidence]:
    """Give the evidence whose source a challenge calls in doubt."""
    if challenge.kind != "undermining":
        return []
    return [item for item in argument.evidence if item.source == challenge.source]


def _sentence(says: str) -> str:
    return f"{says[0].upper()}{says[1:]}."
