"""Who practised and which rounds: students, rounds with their figures, and which of them are meant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.base.motion import Side
from bot.errors import RecordError
from bot.record.moments import moment, stamp
from bot.record.rules import Names
from bot.record.store import Record


@dataclass(frozen=True)
class Student:
    """Who a student is: the id, the name that the class knows, and the pseudonym."""

    id: str
    name: str
    alias: str

    def called(self, names: Names) -> str:
        """Give the name or the pseudonym."""
        return self.name if names == "names" else self.alias


@dataclass(frozen=True)
class RoundLine:
    """One round with its figures; `mean_quality`, 0-3, is None where no reply was assessed."""

    id: int
    student: Student
    motion: str
    side: Side
    level: str
    exchanges: int
    started: datetime
    ended: datetime | None
    how: str  # finished, stopped, closed or open
    minutes: int  # from the start to the last turn
    thread: str | None
    turns: int
    replies: int
    mean_quality: float | None
    met: int
    unmet: int
    mistakes: int
    judgement: bool
    arguments: tuple[str, ...]
    comments: int


@dataclass(frozen=True)
class RoundFilter:
    """Which rounds are meant; what is not given does not matter. `until` is exclusive."""

    student: str | None = None
    side: Side | None = None
    argument: str | None = None
    level: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    assignment: int | None = None  # begun while it was set
    with_unmet: bool = False
    with_mistakes: bool = False

    def sql(self) -> tuple[str, list[str | int]]:
        """Give the condition on `round_list` and its values."""
        parts: list[tuple[str, str | int | None]] = [
            ("student = ?", self.student),
            ("side = ?", self.side),
            ("id in (select made.round from arguments_made as made where made.argument = ?)", self.argument),
            ("level = ?", self.level),
            ("started >= ?", stamp(self.since) if self.since else None),
            ("started < ?", stamp(self.until) if self.until else None),
            (
                "exists (select 1 from assignments as task where task.id = ? and started >= task.set_at"
                " and started < coalesce(task.closed, '9999'))",
                self.assignment,
            ),
        ]
        where = [part for part, value in parts if value is not None]
        where += ["unmet > 0"] * self.with_unmet + ["mistakes > 0"] * self.with_mistakes
        return " and ".join(where) or "1", [value for _, value in parts if value is not None]


@dataclass(frozen=True)
class Page:
    """Some of the rounds, newest first; pages count from 1."""

    rounds: tuple[RoundLine, ...]
    total: int
    page: int
    pages: int


EVERY = RoundFilter()


def student(record: Record, wanted: str) -> Student:
    """Give one student; `RecordError` if there is none of that id."""
    found = next(record.db.query("select id, name, alias from students where id = ?", [wanted]), None)
    if found is None:
        raise RecordError("That student has not practised here yet, or was deleted.")
    return Student(**found)


def find_student(record: Record, wanted: str) -> Student:
    """Find a student by id, name or pseudonym, whatever the case; `RecordError` names those who could be meant."""
    everyone = students(record)
    for found in (
        [item for item in everyone if item.id == wanted],
        [item for item in everyone if wanted.casefold() in (item.name.casefold(), item.alias.casefold())],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise RecordError(
                f"Several students are called {wanted!r}. Say which: {', '.join(i.alias for i in found)}."
            )
    known = ", ".join(item.name for item in everyone[:40])
    raise RecordError(f"No student {wanted!r} has practised here. {f'There are: {known}.' if known else ''}".strip())


def students(record: Record) -> list[Student]:
    """Give all students, by name."""
    return [Student(**row) for row in record.db.query("select id, name, alias from students order by name, id")]


def rounds(record: Record, wanted: RoundFilter = EVERY, *, page: int = 1, size: int = 10) -> Page:
    """Give one page of the rounds wanted, newest first; a page beyond the last gives the last."""
    where, values = wanted.sql()
    (total,) = record.db.execute(f"select count(*) from round_list where {where}", values).fetchone()
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    sql = f"select * from round_list where {where} order by id desc limit ? offset ?"
    lines = tuple(round_line(row) for row in record.db.query(sql, [*values, size, (page - 1) * size]))
    return Page(lines, total, page, pages)


def all_rounds(record: Record, wanted: RoundFilter = EVERY) -> list[RoundLine]:
    """Give every round wanted, oldest first."""
    where, values = wanted.sql()
    rows = record.db.query(f"select * from round_list where {where} order by id", values)
    return [round_line(row) for row in rows]


def round_line(row: Mapping[str, Any]) -> RoundLine:
    """Read a row of `round_list`."""
    started = moment(row["started"])
    spent = (moment(row["last_turn"]) - started).total_seconds() if row["last_turn"] else 0
    same = ("id", "motion", "side", "level", "exchanges", "thread", "turns", "replies", "met", "unmet", "mistakes")
    return RoundLine(
        **{name: row[name] for name in same},
        student=Student(row["student"], row["name"], row["alias"]),
        started=started,
        ended=moment(row["ended"]) if row["ended"] else None,
        how=row["how"] or "open",
        minutes=round(spent / 60),
        mean_quality=row["mean_quality"],
        judgement=bool(row["judgement"]),
        arguments=tuple(json.loads(row["arguments"])),
        comments=row["comments"],
    )
