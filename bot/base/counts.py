"""Counts what a motion holds: for each side, kind and source, as `debate-bot check --strict` prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import get_args

from bot.base.authored import words
from bot.base.motion import SIDES, Argument, ChallengeKind, Hardness, Motion, NonsenseKind, Side
from bot.base.timeline import MistakeKind


@dataclass(frozen=True)
class SideCount:
    """What one side of a motion holds; `words` are those that a student may read of its arguments."""

    arguments: int
    points: int
    phrasings: int
    denials: int
    evidence: int
    challenges: int
    answers: int
    words: int

    def mean(self, what: str) -> float:
        """Give how many of something an argument of this side has, on average."""
        count = getattr(self, what)
        assert isinstance(count, int)
        return count / self.arguments if self.arguments else 0.0


@dataclass(frozen=True)
class Counts:
    """What a motion holds."""

    sides: Mapping[Side, SideCount]
    kinds: Mapping[Side, Mapping[str, int]]
    hardnesses: Mapping[Side, Mapping[str, int]]
    not_arguments: Mapping[str, int]
    misconceptions: Mapping[str, int]
    disputed: int
    people: int
    terms: int
    events: int
    offices: int
    works: int
    cited: Mapping[str, int]
    """For each source of the bibliography, how often this motion cites it."""


def counts(motion: Motion) -> Counts:
    """Count what a motion holds."""
    sides: dict[Side, list[Argument]] = {side: [] for side in SIDES}
    for argument in motion.arguments.values():
        sides[motion.sides[argument.id]].append(argument)
    challenges = {side: [item for argument in sides[side] for item in argument.challenges] for side in sides}
    cited = Counter(citations(motion))
    return Counts(
        sides={side: _side(arguments) for side, arguments in sides.items()},
        kinds={side: _each(ChallengeKind, (item.kind for item in challenges[side])) for side in sides},
        hardnesses={side: _each(Hardness, (item.hardness for item in challenges[side])) for side in sides},
        not_arguments={kind: len(motion.not_arguments.get(kind, ())) for kind in get_args(NonsenseKind)},
        misconceptions=_each(MistakeKind, (item.kind for item in motion.misconceptions)),
        disputed=sum(item.sure == "disputed" for item in motion.misconceptions),
        people=len(motion.heading.people),
        terms=len(motion.heading.terms),
        events=len(motion.timeline.events),
        offices=len(motion.timeline.offices),
        works=len(motion.timeline.works),
        cited={source: cited[source] for source in motion.sources},
    )


def citations(motion: Motion) -> Iterator[str]:
    """Give the id of a source each time that something in the motion cites it."""
    for argument in motion.arguments.values():
        yield from (item.source for item in argument.evidence)
        yield from (challenge.source for challenge in argument.challenges)
        yield from argument.reading
    for named in (*motion.heading.people, *motion.heading.terms):
        yield named.source
    yield from (name for what, _, name in motion.timeline.references() if what == "source")
    yield from (misconception.source for misconception in motion.misconceptions)


def read_by_student(argument: Argument) -> Iterator[str]:
    """Give every text of an argument that a student may read; its phrasings and denials are the students' own."""
    yield from (argument.title, argument.claim, argument.explanation)
    yield from (point.says for point in argument.points)
    yield from (item.text for item in argument.evidence)
    for challenge in argument.challenges:
        yield from (challenge.text, challenge.question, challenge.hint, challenge.starter)
        yield from (answer.line for answer in challenge.answers)
    yield from (step.do for step in argument.next_steps)


def _side(arguments: list[Argument]) -> SideCount:
    return SideCount(
        arguments=len(arguments),
        points=sum(len(argument.points) for argument in arguments),
        phrasings=sum(len(argument.phrasings) for argument in arguments),
        denials=sum(len(argument.denials) for argument in arguments),
        evidence=sum(len(argument.evidence) for argument in arguments),
        challenges=sum(len(argument.challenges) for argument in arguments),
        answers=sum(len(challenge.answers) for argument in arguments for challenge in argument.challenges),
        words=sum(words(text) for argument in arguments for text in read_by_student(argument)),
    )


def _each(kinds: object, found: Iterator[str]) -> dict[str, int]:
    """Count each of the kinds, also those of which there is none."""
    counted = Counter(found)
    return {kind: counted[kind] for kind in get_args(kinds)}


COUNTED = tuple(field.name for field in fields(SideCount) if field.name != "arguments")
