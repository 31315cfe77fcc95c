"""Assignments: counted tasks that a teacher sets; who has done what is counted from the record, never kept twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.errors import RecordError
from bot.record.audit import note
from bot.record.moments import moment, stamp
from bot.record.store import Record

LONGEST_TITLE = 100
MOST = 50  # of anything that one assignment asks for
Count = Annotated[int, Field(ge=0, le=MOST)]
State = Literal["done", "late", "under way", "not begun"]


class Tasks(BaseModel):
    """What an assignment asks for, and how often; only rounds that reached their end count as rounds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rounds: Count = 0
    """Rounds finished, on either side."""
    rounds_for: Count = 0
    """Of them, or besides, rounds finished for the motion."""
    rounds_against: Count = 0
    """Rounds finished against the motion."""
    replies: Count = 0
    """Replies of quality 2 or 3."""
    judgements: Count = 0
    """Rounds in which a judgement was given."""
    arguments: tuple[str, ...] = ()
    """Ids of arguments, each to be used at least once."""

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        if not any(self.wanted().values()):
            raise ValueError("asks for nothing")
        return self

    def wanted(self) -> dict[str, int]:
        """Give what is asked for and how often; an argument's name is `argument:` and its id."""
        counts = {name: number for name, number in self.model_dump().items() if name != "arguments" and number}
        return counts | {f"argument:{name}": 1 for name in self.arguments}


@dataclass(frozen=True)
class Assignment:
    """An assignment as set; `whom` is a role's id, or None for everyone."""

    id: int
    title: str
    tasks: Tasks
    whom: str | None
    teacher: str
    set_at: datetime
    due: datetime | None
    closed: datetime | None
    withdrawn: datetime | None

    @property
    def open(self) -> bool:
        """Whether it still counts what is done."""
        return not self.closed and not self.withdrawn


@dataclass(frozen=True)
class Task:
    """One counted task of one student: how often it is wanted, was done at all, and was done in time."""

    name: str  # a field of Tasks, or `argument:` and an id
    wanted: int
    done: int
    in_time: int

    @property
    def left(self) -> int:
        """How often it is still to be done."""
        return max(0, self.wanted - self.done)


@dataclass(frozen=True)
class Standing:
    """How far one student has come with an assignment."""

    student: str
    tasks: tuple[Task, ...]
    state: State


def set_assignment(
    record: Record,
    title: str,
    tasks: dict[str, Any],
    *,
    arguments: Collection[str],
    teacher: str,
    at: datetime,
    due: datetime | None = None,
    whom: str | None = None,
    token: str | None = None,
) -> Assignment:
    """Set an assignment; `arguments` are the base's ids. `RecordError` says what to mend."""
    title = " ".join(title.split())
    if not 0 < len(title) <= LONGEST_TITLE:
        raise RecordError(f"Give the assignment a title of 1 to {LONGEST_TITLE} characters.")
    try:
        checked = Tasks.model_validate(tasks)
    except ValidationError as error:
        raise RecordError(
            f"Say what is to be done: numbers from 1 to {MOST} for rounds, replies or judgements, or arguments to use."
        ) from error
    for name in checked.arguments:
        if name not in arguments:
            raise RecordError(f"There is no argument {name!r} in the base. Choose from: {', '.join(arguments)}.")
    if due and due <= at:
        raise RecordError("That date has passed. Give a due date in the future.")
    with record.writing() as db:
        known = token and next(record.db.query("select id from assignments where token = ?", [token]), None)
        if known:
            return assignment(record, known["id"])
        row = {"title": title, "tasks": checked.model_dump_json(exclude_defaults=True), "whom": whom, "token": token}
        row |= {"teacher": teacher, "set_at": stamp(at), "due": stamp(due) if due else None}
        number = int(db.table("assignments").insert(row).last_pk or 0)
        note(record, teacher, "assignment set", at, assignment=number)
    return assignment(record, number)


def close_assignment(record: Record, number: int, *, teacher: str, at: datetime) -> Assignment:
    """Close an assignment: what is done from now on does not count for it."""
    return _change(record, number, "assignment closed", teacher, at, closed=stamp(at))


def reopen_assignment(
    record: Record, number: int, *, teacher: str, at: datetime, due: datetime | None = None
) -> Assignment:
    """Open a closed or withdrawn assignment again, with a new due date if given; all work since it was set counts."""
    more = {"due": stamp(due)} if due else {}
    return _change(record, number, "assignment re-opened", teacher, at, closed=None, withdrawn=None, **more)


def withdraw_assignment(record: Record, number: int, *, teacher: str, at: datetime) -> Assignment:
    """Take an assignment back, so that students no longer see it."""
    return _change(record, number, "assignment withdrawn", teacher, at, withdrawn=stamp(at))


def assignment(record: Record, number: int) -> Assignment:
    """Give one assignment; `RecordError` if there is none of that number."""
    row = next(record.db.query("select * from assignments where id = ?", [number]), None)
    if row is None:
        raise RecordError(f"There is no assignment {number} here. Choose a number from the list of assignments.")
    return _assignment(row)


def assignments(record: Record, *, only_open: bool = False) -> list[Assignment]:
    """Give all assignments, newest first."""
    found = map(_assignment, record.db.query("select * from assignments order by id desc"))
    return [item for item in found if item.open or not only_open]


def standings(record: Record, number: int, students: Iterable[str]) -> list[Standing]:
    """Say how far each of the students named has come; those who have done nothing are among them."""
    item = assignment(record, number)
    wanted = item.tasks.wanted()
    counted = {name: _counted(record, item, name) for name in wanted}
    found = []
    for who in students:
        tasks = tuple(Task(name, times, *counted[name].get(who, (0, 0))) for name, times in wanted.items())
        found.append(Standing(who, tasks, _state(tasks)))
    return found


def _state(tasks: tuple[Task, ...]) -> State:
    if all(task.in_time >= task.wanted for task in tasks):
        return "done"
    if not any(task.left for task in tasks):
        return "late"
    return "under way" if any(task.done for task in tasks) else "not begun"


# What is counted for each task: rows with the student, when it was done, and what must not count twice.
_COUNTED = {
    "rounds": "select student, ended as at, id as what from rounds where how = 'finished'",
    "rounds_for": "select student, ended as at, id as what from rounds where how = 'finished' and side = 'for'",
    "rounds_against": "select student, ended as at, id as what from rounds where how = 'finished' and side = 'against'",
    "replies": "select student, at, turn as what from replies where quality >= 2",
    "judgements": "select student, at, round as what from kept_turns where kind = 'judgement'",
    "argument": "select student, at, round as what from arguments_made where argument = :argument",
}


def _counted(record: Record, item: Assignment, name: str) -> dict[str, tuple[int, int]]:
    """Count a task by student: how often done while the assignment was set, and how often in time."""
    kind, _, argument = name.partition(":")
    sql = f"""
        select student, count(distinct what),
               count(distinct case when :due is null or at <= :due then what end)
        from ({_COUNTED[kind]}) where at >= :since and at <= :until group by student
    """
    values = {
        "argument": argument,
        "since": stamp(item.set_at),
        "until": stamp(item.closed) if item.closed else "9999",
        "due": stamp(item.due) if item.due else None,
    }
    return {who: (done, in_time) for who, done, in_time in record.db.execute(sql, values).fetchall()}


def _change(record: Record, number: int, did: str, teacher: str, at: datetime, **values: str | None) -> Assignment:
    with record.writing() as db:
        assignment(record, number)
        db.table("assignments").update(number, values)
        note(record, teacher, did, at, assignment=number)
    return assignment(record, number)


def _assignment(row: dict[str, Any]) -> Assignment:
    def when(name: str) -> datetime | None:
        return moment(row[name]) if row[name] else None

    return Assignment(
        id=row["id"],
        title=row["title"],
        tasks=Tasks.model_validate_json(row["tasks"]),
        whom=row["whom"],
        teacher=row["teacher"],
        set_at=moment(row["set_at"]),
        due=when("due"),
        closed=when("closed"),
        withdrawn=when("withdrawn"),
    )
