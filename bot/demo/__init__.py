"""A class that never was: 24 students over three weeks, through the real practice, for anyone to look at.

They are simulated students, whose words come from the base itself (its phrasings, lines of reply and evidence) and
from generic talk. Nothing in it is a real person's.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.base.motion import Side
from bot.debate.answer import Mind
from bot.debate.round import Move, Plan
from bot.demo.students import Character, characters
from bot.demo.teacher import put_right, teaching
from bot.errors import IllegalMove, RecordError
from bot.practice import Practice
from bot.record.store import Record
from bot.simulation.students import Student

WEEKS = 3
_MOST_MOVES = 30  # in one round, so that every round ends


@dataclass
class _Clock:
    """The time in the demo, which goes on by as long as a student takes to write."""

    now: datetime
    rng: random.Random

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=self.rng.randint(15, 90))
        return self.now


def make_demo(mind: Mind, path: Path, *, now: datetime, seed: int = 1) -> Record:
    """Fill a new class file with three weeks of practice up to `now`; `RecordError` if the file is there already."""
    if path.exists():
        raise RecordError(f"There is a demo class in {path} already. Delete the file to make a new one.")
    record = Record(path)
    rng = random.Random(seed)
    begin = now - timedelta(weeks=WEEKS)
    plans: list[tuple[datetime, Callable[[datetime], None]]] = []
    for number, who in enumerate(characters(), 1):
        for turn in range(who.rounds):
            plans.append((_lesson(begin, rng), _round_of(mind, record, rng, str(number), who, turn)))
    plans += teaching(record, mind.motion, begin, now)
    for moment, happens in sorted(plans, key=lambda plan: plan[0]):
        with record.writing():  # one write a round: this is not a class whose words could be lost
            happens(moment)
    put_right(record, mind.motion, now)
    return record


def _lesson(begin: datetime, rng: random.Random) -> datetime:
    """Choose when a round begins: mostly in one of two lessons a week, else in an evening."""
    week = begin + timedelta(weeks=rng.randrange(WEEKS))
    day = week.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=rng.choice((1, 3)))
    if rng.random() < 0.7:
        return day + timedelta(hours=10, minutes=rng.randrange(40))
    return day + timedelta(days=rng.choice((0, 1)), hours=17, minutes=rng.randrange(240))


def _round_of(
    mind: Mind, record: Record, rng: random.Random, student: str, who: Character, turn: int
) -> Callable[[datetime], None]:
    """Give the round that a student plays when its time comes."""

    def play(moment: datetime) -> None:
        side: Side = "for" if (turn + int(student)) % 2 else "against"
        plan = Plan(mind.motion.id, side, who.level, rng.choice((2, 3, 3, 4)), rng.randrange(2**31))
        clock = _Clock(moment, rng)
        practice = Practice.begin(mind, record, clock, student, plan, name=who.name)
        leaves_after = rng.randint(1, 4) if rng.random() < who.leaves else _MOST_MOVES
        moods = [Student(kind, mind.motion, plan, rng) for kind in who.kinds]
        for number in range(_MOST_MOVES):
            if practice.round.phase == "finished":
                return
            if number == leaves_after:
                if rng.random() < 0.6:
                    practice.speak(Move("end"))
                return
            (mood,) = rng.choices(moods, list(who.kinds.values()))
            with suppress(IllegalMove):  # a slip that the round refuses, as it would a real student's
                practice.speak(mood.move(practice.round))

    return play
