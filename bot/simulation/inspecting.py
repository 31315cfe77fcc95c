"""Looks into what the opponent said: does every fact stand in the base, is nothing too long, was nothing put twice?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.base.authored import words
from bot.base.motion import Motion
from bot.debate.challenging import CHALLENGE_WORDS
from bot.debate.opponent import attacks_on
from bot.debate.round import Outcome, Plan, Round
from bot.debate.said import Line, Role

_FACTUAL: frozenset[Role] = frozenset({"challenge", "evidence", "correction", "source"})
_STUDENTS_WORDS: frozenset[Role] = frozenset({"assessment", "feedback"})  # they say what the student said
_QUOTED = re.compile(r"“[^”]*”")
_YEAR = re.compile(r"\b1[89]\d\d\b")


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong with what was said, in words that a developer can act on."""

    kind: Literal["unfounded", "repeated", "other"]
    says: str

    def __str__(self) -> str:
        return self.says


class Inspector:
    """Knows every text that a line may state by naming its id."""

    def __init__(self, motion: Motion) -> None:
        self._motion = motion
        records: defaultdict[str, set[str]] = defaultdict(set)
        for argument in motion.arguments.values():
            records[argument.id] |= {argument.title, argument.claim}
            for evidence in argument.evidence:
                records[evidence.id].add(evidence.text)
            for challenge in argument.challenges:
                records[challenge.id] |= {challenge.text, challenge.question, challenge.hint, challenge.starter}
            for step in argument.next_steps:
                records[step.evidence].add(step.do)
        for source in motion.sources.values():
            records[source.id].add(source.cite())
        for named in (*motion.heading.people, *motion.heading.terms):
            records[named.id].add(named.gloss)
        for part in (motion.misconceptions, motion.timeline.events, motion.timeline.offices, motion.timeline.works):
            for known in part:
                records[known.id].add(known.says)
        self._records = dict(records)
        self._own_years = frozenset(_YEAR.findall(f"{motion.heading.motion} {motion.heading.years}"))

    def flaws(self, plan: Plan, before: Round, outcome: Outcome) -> Iterator[Flaw]:
        """Give what is wrong with an outcome; nothing, as a rule."""
        if not outcome.lines:
            yield Flaw("other", "nothing was said")
        for line in outcome.lines:
            yield from (Flaw("unfounded", says) for says in self._unfounded(line))
        yield from (Flaw("other", says) for says in _too_long(outcome))
        if len(set(outcome.round.put)) < len(outcome.round.put):
            yield Flaw("repeated", "a challenge was put twice in a round")
        if outcome.choice and self._met_lately(plan, before, outcome):
            yield Flaw("other", f"{outcome.choice.attack.id} was put in the last rounds, and others were left")
        if outcome.round.presses > 2:
            yield Flaw("other", "a point was pressed more than twice")

    def _unfounded(self, line: Line) -> Iterator[str]:
        """Give the facts of a line that no id of it vouches for."""
        if line.role in _FACTUAL and not line.ids:
            yield f"a {line.role} names no id: {line.text}"
        for name in line.ids:
            if name not in self._records:
                yield f"{name} is not in the base: {line.text}"
        stated = any(text in line.text for name in line.ids for text in self._records.get(name, ()))
        if line.ids and not stated and line.role not in ("question", "hint"):
            yield f"the line does not say what its ids say: {line.text}"
        loose = set(_YEAR.findall(_QUOTED.sub("", line.text))) - self._own_years
        if not line.ids and loose and line.role not in _STUDENTS_WORDS:
            yield f"a year stands without an id: {line.text}"

    def _met_lately(self, plan: Plan, before: Round, outcome: Outcome) -> bool:
        """Tell whether a challenge of the last rounds came back while the argument had others."""
        focus = outcome.round.focus
        if focus is None or outcome.choice is None or outcome.choice.attack.id not in plan.met.recent:
            return False
        own = attacks_on(self._motion.arguments[focus.argument], by_evidence=focus.by_evidence)
        return any(item.id not in plan.met.recent and item.id not in before.put for item in own)


def _too_long(outcome: Outcome) -> Iterator[str]:
    for line, after in zip(outcome.lines, outcome.lines[1:], strict=False):
        if line.role == "challenge" and after.role == "question":
            length = words(line.text) + words(after.text)
            if length > CHALLENGE_WORDS:
                yield f"a challenge has {length} words: {line.text} {after.text}"
