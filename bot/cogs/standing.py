"""Where a round stands, read from the record and moved on in it: the work that the cogs hand to a class's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.base.motion import SIDES
from bot.cogs import labels
from bot.cogs.views import Position
from bot.debate.answer import Mind
from bot.debate.feedback import progress, progress_lines
from bot.debate.round import Move, Plan
from bot.debate.said import Line
from bot.errors import IllegalMove, RecordError
from bot.practice import Practice
from bot.record.store import Record

_LATEST = 50  # rounds that progress looks back on


@dataclass(frozen=True)
class Standing:
    """A round as Discord needs it: whose it is, where it is held, what was said last and what is asked."""

    student: str
    thread: str | None
    open: bool
    position: Position
    plan: Plan
    used: tuple[str, ...]
    lines: tuple[Line, ...]
    asked: tuple[Line, ...]
    draft: str  # the words that a redraft would replace
    last_words: str  # what the student said last
    repeated: bool = False  # the turn had been taken before, from another delivery of the same


@dataclass(frozen=True)
class Coverage:
    """What a student has covered: in words, and in numbers (used, of all) for each side."""

    motion: str
    title: str
    lines: tuple[Line, ...]
    used: dict[str, tuple[int, int]]


class RoundWork:
    """Reads and moves rounds; every method returns work for `Classes.run`."""

    def __init__(self, minds: Mapping[str, Mind], clock: Callable[[], datetime]) -> None:
        self._minds = minds
        self._clock = clock

    def look(self, number: int) -> Callable[[Record], Standing]:
        """Read where a round stands; `IllegalMove` says that it is gone."""
        return lambda record: self._standing(record, self._load(record, number))

    def take(self, number: int, move: Move, token: str) -> Callable[[Record], Standing]:
        """Take a move; one that came before with the same token changes nothing."""

        def work(record: Record) -> Standing:
            practice = self._load(record, number)
            repeated = record.answer_to(token) is not None
            if not repeated and record.round(number)["how"] == "closed":
                raise IllegalMove(labels.CLOSED)
            lines = practice.speak(move, token=token)
            return replace(self._standing(record, practice), lines=lines, repeated=repeated)

        return work

    def begin(self, plan: Plan, student: str, name: str, thread: str) -> Callable[[Record], Standing]:
        """Begin a round in a thread."""

        def work(record: Record) -> Standing:
            mind = self._mind(plan.motion)
            practice = Practice.begin(mind, record, self._clock, student, plan, name=name, thread=thread)
            return self._standing(record, practice)

        return work

    def open_of(self, student: str) -> Callable[[Record], Standing | None]:
        """Find the round that a student has open."""

        def work(record: Record) -> Standing | None:
            row = record.open_round(student)
            return self._standing(record, self._load(record, row["id"])) if row else None

        return work

    def latest_of(self, student: str) -> Callable[[Record], Standing | None]:
        """Find a student's newest round in which something was said, open or not."""

        def work(record: Record) -> Standing | None:
            mine = (row for row in record.rounds(student) if row["how"] != "closed")
            row = next(mine, None)
            return self._standing(record, self._load(record, row["id"])) if row else None

        return work

    def held_in(self, thread: str) -> Callable[[Record], Standing | None]:
        """Find the round that is held in a thread."""

        def work(record: Record) -> Standing | None:
            row = record.round_in(thread)
            return self._standing(record, self._load(record, row["id"])) if row else None

        return work

    def progress(self, student: str) -> Callable[[Record], Coverage | None]:
        """Gather what a student's rounds of the motion practised last come to; None before the first turn."""

        def work(record: Record) -> Coverage | None:
            mine = [row for row in record.rounds(student) if row["motion"] in self._minds]
            if not mine:
                return None
            motion = self._mind(mine[0]["motion"]).motion
            rows = [row for row in mine if row["motion"] == motion.id][:_LATEST]
            rounds = [(row["side"], self._load(record, row["id"]).turns) for row in reversed(rows)]
            spoken = [(side, turns) for side, turns in rounds if turns]
            if not spoken:
                return None
            used = set(progress(motion, spoken).used)
            sides = list(motion.sides.items())
            return Coverage(
                motion=motion.id,
                title=motion.heading.short,
                lines=progress_lines(motion, spoken),
                used={
                    side: (
                        sum(own == side and name in used for name, own in sides),
                        sum(own == side for _, own in sides),
                    )
                    for side in SIDES
                },
            )

        return work

    def close(self, number: int) -> Callable[[Record], None]:
        """Close a round that can't go on."""
        return lambda record: record.close_round(number, self._clock())

    def _load(self, record: Record, number: int) -> Practice:
        try:
            row = record.round(number)
        except RecordError:
            raise IllegalMove(labels.GONE) from None
        return Practice.load(self._mind(row["motion"]), record, self._clock, number)

    def _mind(self, motion: str) -> Mind:
        if motion not in self._minds:
            raise IllegalMove(labels.UNKNOWN_MOTION)
        return self._minds[motion]

    def _standing(self, record: Record, practice: Practice) -> Standing:
        row, turns = record.round(practice.number), record.turns(practice.number)
        now, arguments = practice.round, practice.mind.motion.arguments
        position = Position(
            round=practice.number,
            at=turns[-1]["number"] if turns else 0,
            phase="finished" if row["ended"] else now.phase,
            guesses=tuple(arguments[focus.argument].title for focus in now.guesses),
            can_redraft=now.before is not None,
            can_show_evidence=now.focus is not None and now.phase == "reply",
        )
        mine: list[dict[str, Any]] = [turn for turn in turns if turn["speaker"] == "student"]
        drafts = [turn["text"] for turn in mine if turn["kind"] in ("claim", "reply")]
        return Standing(
            student=row["student"],
            thread=row["thread"],
            open=row["ended"] is None,
            position=position,
            plan=practice.plan,
            used=now.used,
            lines=practice.latest(),
            asked=practice.asked(),
            draft=drafts[-1] if drafts else "",
            last_words=mine[-1]["text"] if mine else "",
        )
