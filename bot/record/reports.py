"""What a teacher looks up: a student and the class. Every figure comes from the views, for every surface alike."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.base.motion import Side
from bot.record.classroom import Comment, comments
from bot.record.moments import moment
from bot.record.rounds import EVERY, RoundFilter, RoundLine, Student, all_rounds, student
from bot.record.store import Record


@dataclass(frozen=True)
class Shown:
    """The feedback that a student was shown at the end of a round."""

    round: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Unmet:
    """A challenge that was answered and not met: how often, by how many students, and its words as they were put."""

    challenge: str
    argument: str
    kind: str
    words: str
    times: int
    students: int


@dataclass(frozen=True)
class CommonMistake:
    """A mistake of fact: in how many rounds, by how many students, and the line that puts it right."""

    id: str
    kind: str
    says: str
    source: str
    times: int
    students: int


@dataclass(frozen=True)
class StudentReport:
    """All of a student's practice; rounds oldest first, so that progress reads forward."""

    student: Student
    rounds: tuple[RoundLine, ...]
    covered: Mapping[str, int]  # argument: rounds in which it was made
    never: Mapping[Side, tuple[str, ...]]
    unmet: tuple[Unmet, ...]
    mistakes: tuple[CommonMistake, ...]
    feedback: tuple[Shown, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True)
class Practised:
    """How much one student of the class has practised."""

    student: Student
    rounds: int
    finished: int
    replies: int
    mean_quality: float | None
    last: datetime


@dataclass(frozen=True)
class ClassPicture:
    """The class at a glance; `absent` are the members who have not practised, by id."""

    students: tuple[Practised, ...]
    absent: tuple[str, ...]
    made: Mapping[tuple[str, str], int]  # (student id, argument): rounds in which it was made
    raised: Mapping[str, int]  # argument: students who made it, for every argument of the base
    never: tuple[str, ...]
    unmet: tuple[Unmet, ...]
    mistakes: tuple[CommonMistake, ...]
    sides: Mapping[Side, int]  # rounds on each side
    levels: Mapping[str, int]
    rounds: int
    finished: int


def student_report(record: Record, wanted: str, sides: Mapping[str, Side], *, drafts: bool = True) -> StudentReport:
    """Report on one student; `sides` are the base's arguments. `drafts` false is what the student may see."""
    who = student(record, wanted)
    chosen = RoundFilter(student=wanted)
    covered = _made(record, chosen)
    by_side: dict[Side, tuple[str, ...]] = {
        side: tuple(name for name, own in sides.items() if own == side and (wanted, name) not in covered)
        for side in dict.fromkeys(sides.values())
    }
    return StudentReport(
        student=who,
        rounds=tuple(all_rounds(record, chosen)),
        covered={name: times for (_, name), times in covered.items()},
        never=by_side,
        unmet=_unmet(record, chosen),
        mistakes=_mistakes(record, chosen),
        feedback=tuple(_feedback(record, wanted)),
        comments=tuple(comments(record, student=wanted, drafts=drafts)),
    )


def class_picture(
    record: Record,
    sides: Mapping[str, Side],
    wanted: RoundFilter = EVERY,
    *,
    members: Iterable[str] = (),
) -> ClassPicture:
    """Report on the class: `sides` are the base's arguments, `members` the ids of who should have practised."""
    where, values = wanted.sql()
    rows = record.db.query(
        f"""
        select student as id, name, alias, count(*) as rounds, sum(how is 'finished') as finished,
            sum(replies) as replies, sum(mean_quality * replies) / nullif(sum(replies), 0) as mean_quality,
            max(coalesce(last_turn, started)) as last
        from round_list where {where} group by student order by name, id
        """,
        values,
    )
    practised = tuple(
        Practised(
            Student(row["id"], row["name"], row["alias"]),
            row["rounds"],
            row["finished"],
            row["replies"],
            row["mean_quality"],
            moment(row["last"]),
        )
        for row in rows
    )
    made = _made(record, wanted)
    raised = {name: sum(argument == name for _, argument in made) for name in sides}
    by_side = _counted(record, "side", wanted)
    present = {line.student.id for line in practised}
    return ClassPicture(
        students=practised,
        absent=tuple(member for member in members if member not in present),
        made=made,
        raised=raised,
        never=tuple(name for name, number in raised.items() if not number),
        unmet=_unmet(record, wanted),
        mistakes=_mistakes(record, wanted),
        sides={side: by_side.get(side, 0) for side in dict.fromkeys(sides.values())},
        levels=_counted(record, "level", wanted),
        rounds=sum(line.rounds for line in practised),
        finished=sum(line.finished for line in practised),
    )


def _made(record: Record, wanted: RoundFilter) -> dict[tuple[str, str], int]:
    where, values = wanted.sql()
    sql = f"""
        select student, argument, count(distinct round) from arguments_made
        where round in (select id from round_list where {where})
        group by student, argument order by 3 desc, argument
    """
    return {(who, name): times for who, name, times in record.db.execute(sql, values).fetchall()}


def _counted(record: Record, column: str, wanted: RoundFilter) -> dict[str, int]:
    where, values = wanted.sql()
    sql = f"select {column}, count(*) from round_list where {where} group by {column}"
    return dict(record.db.execute(sql, values).fetchall())


def _unmet(record: Record, wanted: RoundFilter) -> tuple[Unmet, ...]:
    """Give what was answered and not met, commonest first."""
    where, values = wanted.sql()
    sql = f"""
        select challenge, argument, kind, max(words) as words, count(*) as times, count(distinct student) as students
        from challenge_results
        where result = 'unmet' and round in (select id from round_list where {where})
        group by challenge order by times desc, challenge
    """
    return tuple(Unmet(**row) for row in record.db.query(sql, values))


def _mistakes(record: Record, wanted: RoundFilter) -> tuple[CommonMistake, ...]:
    where, values = wanted.sql()
    sql = f"""
        select misconception as id, kind, says, source, count(distinct round) as times,
            count(distinct student) as students
        from mistakes_made where round in (select id from round_list where {where})
        group by misconception order by times desc, misconception
    """
    return tuple(CommonMistake(**row) for row in record.db.query(sql, values))


def _feedback(record: Record, wanted: str) -> Iterable[Shown]:
    """Give the feedback as it was shown, round by round."""
    sql = """
        select turns.round, json_group_array(json_extract(line.value, '$.text')) as lines
        from turns join rounds on rounds.id = turns.round, json_each(turns.said) as line
        where turns.speaker = 'bot' and rounds.student = ? and json_extract(line.value, '$.role') = 'feedback'
        group by turns.round order by turns.round
    """
    for row in record.db.query(sql, [wanted]):
        yield Shown(row["round"], tuple(json.loads(row["lines"])))
