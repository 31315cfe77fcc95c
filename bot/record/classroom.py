"""What a teacher writes on a round: comments, drafted and then released, and corrections of what the bot heard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.errors import RecordError
from bot.record.audit import note
from bot.record.moments import moment, stamp
from bot.record.store import Record

LONGEST_COMMENT = 1500  # characters, so that it fits in one Discord message with a heading
NONE = "none"  # the correction that says: this was no argument of the base


@dataclass(frozen=True)
class Comment:
    """A teacher's comment on a round, or on one turn of it; `released` is None while it is a draft."""

    id: int
    round: int
    turn: int | None  # the turn's number in its round
    student: str
    teacher: str
    text: str
    written: datetime
    released: datetime | None


@dataclass(frozen=True)
class Correction:
    """What a turn really argued, as a teacher says: an argument's id, or "none"."""

    argument: str
    teacher: str
    at: datetime


_COMMENTS = """
    select comments.*, turns.number, rounds.student from comments
    join rounds on rounds.id = comments.round left join turns on turns.id = comments.turn
"""


def draft_comment(
    record: Record,
    round_id: int,
    text: str,
    *,
    turn: int | None = None,
    teacher: str,
    at: datetime,
    token: str | None = None,
) -> Comment:
    """Keep a comment as a draft that only teachers see; `turn` is a number in the round, `token` its delivery.

    `RecordError` says what to do where the round or turn is not there, or the text is empty or too long.
    """
    kept = _checked(text)
    with record.writing() as db:
        if token and (known := _one(record, "comments.token = ?", token)):
            return known
        student = record.round(round_id)["student"]
        turn_id = turn_id_of(record, round_id, turn) if turn is not None else None
        row = {"round": round_id, "turn": turn_id, "teacher": teacher, "text": kept, "written": stamp(at)}
        number = int(db.table("comments").insert({**row, "token": token}).last_pk or 0)
        note(record, teacher, "comment drafted", at, comment=number, round=round_id, student=student)
    return comment(record, number)


def edit_comment(record: Record, number: int, text: str, *, teacher: str, at: datetime) -> Comment:
    """Change a draft; `RecordError` where the student has it already, or the text cannot be kept."""
    kept = _checked(text)
    with record.writing() as db:
        old = _draft(record, number)
        db.table("comments").update(number, {"text": kept, "written": stamp(at)})
        note(record, teacher, "comment edited", at, comment=number, round=old.round, student=old.student)
    return comment(record, number)


def release_comment(record: Record, number: int, *, teacher: str, at: datetime) -> Comment | None:
    """Release a draft to its student; None where it was released before, so that nobody is told twice."""
    with record.writing() as db:
        old = comment(record, number)
        if old.released:
            return None
        db.table("comments").update(number, {"released": stamp(at)})
        note(record, teacher, "comment released", at, comment=number, round=old.round, student=old.student)
    return comment(record, number)


def discard_comment(record: Record, number: int, *, teacher: str, at: datetime) -> None:
    """Throw a draft away; `RecordError` where the student has it already."""
    with record.writing() as db:
        old = _draft(record, number)
        db.table("comments").delete(number)
        note(record, teacher, "comment discarded", at, comment=number, round=old.round, student=old.student)


def comment(record: Record, number: int) -> Comment:
    """Give one comment; `RecordError` if there is none of that number."""
    found = _one(record, "comments.id = ?", number)
    if found is None:
        raise RecordError(f"There is no comment {number}. It may have been discarded, or deleted with its round.")
    return found


def comments(
    record: Record, *, round_id: int | None = None, student: str | None = None, drafts: bool = False
) -> list[Comment]:
    """Give the comments on a round, on a student's rounds, or on all, oldest first; with `drafts` also those."""
    where, values = ["1"], []
    if round_id is not None:
        where.append("comments.round = ?")
        values.append(str(round_id))
    if student is not None:
        where.append("rounds.student = ?")
        values.append(student)
    if not drafts:
        where.append("comments.released is not null")
    sql = f"{_COMMENTS} where {' and '.join(where)} order by comments.id"
    return [_comment(row) for row in record.db.query(sql, values)]


def correct(
    record: Record,
    round_id: int,
    turn: int,
    argument: str,
    *,
    arguments: Collection[str],
    teacher: str,
    at: datetime,
) -> Correction:
    """Say what a student's turn really argued: one of `arguments`, or "none"; a later correction replaces it.

    `RecordError` says what to do where the turn is not a student's, or the argument is not in the base.
    """
    if argument != NONE and argument not in arguments:
        raise RecordError(f"There is no argument {argument!r} in the base. Choose one of its ids, or {NONE!r}.")
    with record.writing() as db:
        turn_id = turn_id_of(record, round_id, turn, speaker="student")
        row = {"turn": turn_id, "argument": argument, "teacher": teacher, "at": stamp(at)}
        db.execute("delete from corrections where turn = ?", [turn_id])
        db.table("corrections").insert(row)
        student = record.round(round_id)["student"]
        note(record, teacher, "corrected", at, round=round_id, turn=turn, argument=argument, student=student)
    return Correction(argument, teacher, at)


def withdraw_correction(record: Record, round_id: int, turn: int, *, teacher: str, at: datetime) -> None:
    """Take a correction back, so that what the bot heard holds again."""
    with record.writing() as db:
        turn_id = turn_id_of(record, round_id, turn, speaker="student")
        db.execute("delete from corrections where turn = ?", [turn_id])
        student = record.round(round_id)["student"]
        note(record, teacher, "correction withdrawn", at, round=round_id, turn=turn, student=student)


def turn_id_of(record: Record, round_id: int, number: int, *, speaker: str | None = None) -> int:
    """Find a turn by its number in a round; `RecordError` if it is not there, or not that speaker's."""
    record.round(round_id)
    found = record.db.execute(
        "select id, speaker from turns where round = ? and number = ?", [round_id, number]
    ).fetchone()
    if found is None:
        raise RecordError(f"Round {round_id} has no turn {number}. The transcript numbers its turns.")
    if speaker and found[1] != speaker:
        raise RecordError(f"Turn {number} of round {round_id} is the bot's. Choose the student's turn before it.")
    return int(found[0])


def _draft(record: Record, number: int) -> Comment:
    found = comment(record, number)
    if found.released:
        raise RecordError("The student has this comment already, so it stays as it is. Write another one.")
    return found


def _checked(text: str) -> str:
    kept = text.strip()
    if not kept:
        raise RecordError("The comment is empty. Write a sentence.")
    if len(kept) > LONGEST_COMMENT:
        raise RecordError(f"The comment has {len(kept):,} characters; {LONGEST_COMMENT:,} is the most. Shorten it.")
    return kept


def _one(record: Record, where: str, value: str | int) -> Comment | None:
    return next((_comment(row) for row in record.db.query(f"{_COMMENTS} where {where}", [value])), None)


def _comment(row: dict[str, Any]) -> Comment:
    return Comment(
        id=row["id"],
        round=row["round"],
        turn=row["number"],
        student=row["student"],
        teacher=row["teacher"],
        text=row["text"],
        written=moment(row["written"]),
        released=moment(row["released"]) if row["released"] else None,
    )
