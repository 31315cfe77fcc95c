"""What the demo's teacher does in the three weeks: two assignments, comments, and corrections of the bot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from bot.base.motion import Motion
from bot.record.assignments import close_assignment, set_assignment
from bot.record.classroom import correct, draft_comment, release_comment
from bot.record.rounds import all_rounds
from bot.record.store import Record
from bot.record.transcripts import transcript
from bot.record.worklist import unrecognised

_TEACHER = "teacher"


def teaching(
    record: Record, motion: Motion, begin: datetime, now: datetime
) -> Iterator[tuple[datetime, Callable[[datetime], None]]]:
    """Give what the teacher does in the three weeks: two assignments, of which one is closed, and comments."""
    common = sorted(motion.arguments, key=lambda name: -motion.arguments[name].usage)[:2]

    def first(at: datetime) -> None:
        due = at + timedelta(days=9)
        tasks = {"rounds_for": 1, "rounds_against": 1}
        set_assignment(record, "A round on each side", tasks, arguments=(), teacher=_TEACHER, at=at, due=due)

    def second(at: datetime) -> None:
        set_assignment(
            record,
            "Use the two commonest arguments",
            {"arguments": common, "replies": 4, "judgements": 1},
            arguments=motion.arguments,
            teacher=_TEACHER,
            at=at,
            due=now + timedelta(days=4),
        )

    def close(at: datetime) -> None:
        close_assignment(record, 1, teacher=_TEACHER, at=at)

    yield begin + timedelta(hours=1), first
    yield begin + timedelta(days=8), second
    yield begin + timedelta(days=13), close
    yield begin + timedelta(days=9), lambda at: _comment(record, at)
    yield begin + timedelta(days=16), lambda at: _comment(record, at)


def _comment(record: Record, at: datetime) -> None:
    """Comment on some of the last rounds: most comments are released, the last is still a draft."""
    done = [line for line in all_rounds(record) if line.how == "finished"][-4:]
    texts = (
        "You meet the challenge head on here. Next time give the year as well.",
        "Your judgement says how far. Now say by what measure you decide.",
        "A fair point, but which person or event shows it?",
        "Come back to the challenge that is still open.",
    )
    for line, text in zip(done, texts, strict=False):
        replies = [turn.number for turn in transcript(record, line.id).turns if turn.kind == "reply"]
        draft = draft_comment(
            record,
            line.id,
            text,
            turn=replies[0] if replies and "judgement" not in text else None,
            teacher=_TEACHER,
            at=at,
        )
        if text != texts[-1]:
            release_comment(record, draft.id, teacher=_TEACHER, at=at)


def put_right(record: Record, motion: Motion, now: datetime) -> None:
    """Put the bot right where a student said what the base has, and it was not placed."""
    whose = {phrasing: name for name, argument in motion.arguments.items() for phrasing in argument.phrasings}
    for item in unrecognised(record):
        truth = next((name for phrasing, name in whose.items() if item.text.startswith(phrasing.rstrip("."))), None)
        if truth:
            correct(record, item.round, item.turn, truth, arguments=motion.arguments, teacher=_TEACHER, at=now)
