"""What a teacher's screens are read from: the class's record and settings, and the arguments of its motions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.base.motion import Motion, Side
from bot.record.export.files import Base
from bot.record.rounds import Student, rounds
from bot.record.rules import ClassSettings
from bot.record.store import Record


@dataclass(frozen=True)
class Desk:
    """One look at a class."""

    record: Record
    rules: ClassSettings
    motions: Mapping[str, Motion]
    now: datetime

    @cached_property
    def motion(self) -> Motion:
        """The motion that the class practised last."""
        latest = rounds(self.record, size=1).rounds
        return self.motions.get(latest[0].motion if latest else "") or next(iter(self.motions.values()))

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of all arguments, by id."""
        return {name: argument.title for item in self.motions.values() for name, argument in item.arguments.items()}

    @property
    def sides(self) -> Mapping[str, Side]:
        """The arguments of the motion and whose they are."""
        return self.motion.sides

    @property
    def base(self) -> Base:
        """What an export needs of the motion."""
        return Base(self.motion.heading.motion, self.titles, self.sides)

    def title(self, argument: str) -> str:
        """Give an argument's title; the id where the base no longer has it."""
        return self.titles.get(argument, argument)

    def question(self, challenge: str, otherwise: str) -> str:
        """Give a challenge's question; other words where the base no longer has it."""
        return self._questions.get(challenge, otherwise)

    @cached_property
    def _questions(self) -> dict[str, str]:
        arguments = (argument for item in self.motions.values() for argument in item.arguments.values())
        return {challenge.id: challenge.question for argument in arguments for challenge in argument.challenges}

    def called(self, student: Student) -> str:
        """Call a student as the class has settled."""
        return student.called(self.rules.names)

    def at(self, when: datetime) -> str:
        """Write a moment in the class's zone, such as 24 Nov, 10:05; with the year where it is another."""
        here = when.astimezone(self.rules.zone)
        year = "" if here.year == self.now.astimezone(self.rules.zone).year else f" {here.year}"
        return f"{here.day} {here:%b}{year}, {here:%H:%M}"
