"""What a class's record lets go: rounds past their time, students who ask, and classes that the bot has left.

What is deleted is gone from the file: freed pages are overwritten (`secure_delete`), and `scrub` rebuilds the file and
empties its log.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.record.audit import note
from bot.record.moments import moment, stamp
from bot.record.rounds import student
from bot.record.rules import class_settings
from bot.record.store import Record

GRACE = timedelta(days=30)  # from the bot's leaving a class to the purge of its record

_FILES = ("", "-wal", "-shm")
# Children first. Each statement deletes what hangs on the rounds in `going`.
_OF_TURNS = ("recognitions", "mistakes", "challenges_put", "assessments", "corrections")
# The rounds whose last sign of life is older than a moment.
_OLDER = """
    select id from rounds
    where max(started, coalesce(ended, (select max(at) from turns where turns.round = rounds.id), started)) < ?
"""


@dataclass(frozen=True)
class Deleted:
    """How much was deleted."""

    rounds: int
    turns: int


def expire(record: Record, now: datetime) -> Deleted:
    """Delete the rounds that are older than the class keeps them, and students who have none left."""
    days = class_settings(record).retention_days
    if not days:
        return Deleted(0, 0)
    oldest = stamp(now - timedelta(days=days))
    with record.writing() as db:
        gone = _delete_rounds(record, _OLDER, oldest)
        db.execute("delete from students where last_seen < ? and id not in (select student from rounds)", [oldest])
        db.execute("delete from audit where did = 'refused' and at < ?", [oldest])
        if gone.rounds:
            note(record, "debate-bot", "rounds expired", now, rounds=gone.rounds, turns=gone.turns)
    return gone


def would_expire(record: Record, days: int, now: datetime) -> int:
    """Count the rounds that `expire` would delete if the class kept them for so many days; 0 days keeps all."""
    if not days:
        return 0
    (number,) = record.db.execute(f"select count(*) from ({_OLDER})", [stamp(now - timedelta(days=days))]).fetchone()
    return int(number)


def forget(record: Record, wanted: str, now: datetime) -> Deleted:
    """Delete a student: rounds, turns, comments on them, the name, and the id in the audit; only counts stay.

    `RecordError` where nothing is kept of them. Call `scrub` after it, when the class is quiet.
    """
    with record.writing() as db:
        student(record, wanted)
        gone = _delete_rounds(record, "select id from rounds where student = ?", wanted)
        db.execute("delete from students where id = ?", [wanted])
        db.execute("update audit set who = 'forgotten' where who = ?", [wanted])
        db.execute(
            "update audit set detail = json_remove(detail, '$.student') where detail ->> '$.student' = ?", [wanted]
        )
        note(record, "forgotten", "student deleted", now, rounds=gone.rounds, turns=gone.turns)
    return gone


def _delete_rounds(record: Record, going: str, value: str) -> Deleted:
    db = record.db
    rounds = [row[0] for row in db.execute(going, [value]).fetchall()]
    turns = 0
    for number in rounds:
        of_turns = "turn in (select id from turns where round = ?)"
        for table in _OF_TURNS:
            db.execute(f"delete from {table} where {of_turns}", [number])
        db.execute("delete from comments where round = ?", [number])
        db.execute("update turns set draft_of = null where round = ?", [number])
        turns += db.execute("delete from turns where round = ?", [number]).rowcount
        db.execute("delete from rounds where id = ?", [number])
    return Deleted(len(rounds), turns)


def scrub(record: Record) -> bool:
    """Leave no trace of what was deleted in the class's file and its log; False where somebody else is using it."""
    try:
        record.db.execute("vacuum")
        (busy, _, _) = record.db.execute("pragma wal_checkpoint(truncate)").fetchone()
    except sqlite3.OperationalError:
        return False
    return not busy


def mark_left(record: Record, now: datetime) -> None:
    """Keep that the bot has left the class, whose record is purged after `GRACE` unless it returns."""
    with record.writing() as db:
        if purge_due(record) is None:
            db.table("departures").insert({"left": stamp(now)})
            note(record, "debate-bot", "left the class", now)


def mark_returned(record: Record, now: datetime) -> None:
    """Keep that the bot is in the class again, so that nothing is purged."""
    with record.writing() as db:
        if purge_due(record) is not None:
            db.execute("update departures set returned = ? where returned is null", [stamp(now)])
            note(record, "debate-bot", "returned to the class", now)


def purge_due(record: Record) -> datetime | None:
    """Say when the class's record is to be purged; None while the bot is in the class."""
    (left,) = record.db.execute("select max(left) from departures where returned is null").fetchone()
    return moment(left) + GRACE if left else None


@dataclass(frozen=True)
class Purged:
    """What a purge did to one class's file: deleted it whole (`left`), or some of it; `clean` once no trace is left."""

    name: str
    left: bool
    deleted: Deleted
    clean: bool


def purge(record: Record, now: datetime) -> Purged:
    """Expire what is due in one class; a class that the bot left long ago loses its file, and its record is closed."""
    name = record.path.stem
    due = purge_due(record)
    if due is not None and due <= now:
        counted = (record.db.execute(f"select count(*) from {table}").fetchone()[0] for table in ("rounds", "turns"))
        gone = Deleted(*counted)
        record.close()
        for end in _FILES:
            record.path.with_name(record.path.name + end).unlink(missing_ok=True)
        return Purged(name, True, gone, True)
    gone = expire(record, now)
    return Purged(name, False, gone, scrub(record) if gone.rounds else True)


def purge_all(folder: Path, now: datetime) -> list[Purged]:
    """Purge every class whose file is in a folder."""
    found = []
    for path in sorted(folder.glob("*.db")):
        record = Record(path)
        found.append(purge(record, now))
        record.close()
    return found
