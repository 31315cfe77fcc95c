from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.errors import RecordError
from bot.record.assignments import (
    Assignment,
    assignments,
    close_assignment,
    reopen_assignment,
    set_assignment,
    standings,
    withdraw_assignment,
)
from bot.record.classroom import correct
from bot.record.store import Record

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)  # the first round; the others are a day apart
BEFORE = MONDAY - timedelta(days=1)
DAY = timedelta(days=1)
ARGUMENTS = ["patronage", "underestimated", "lenin-legacy"]


def put(record: Record, *, at: datetime = BEFORE, due: datetime | None = None, **tasks: Any) -> Assignment:
    return set_assignment(record, "Practise", tasks, arguments=ARGUMENTS, teacher="9", at=at, due=due)


def states(record: Record, item: Assignment) -> dict[str, str]:
    return {line.student: line.state for line in standings(record, item.id, ["1001", "1002", "1003"])}


@pytest.mark.parametrize(
    ("tasks", "ada"),
    [
        ({"rounds": 1}, "done"),
        ({"rounds_for": 1}, "done"),
        ({"rounds_for": 1, "rounds_against": 1}, "under way"),
        ({"rounds_against": 1}, "not begun"),
        ({"judgements": 1}, "done"),
        ({"replies": 1}, "done"),
        ({"replies": 50}, "under way"),
        ({"arguments": ["patronage", "underestimated"]}, "done"),
        ({"arguments": ["patronage", "lenin-legacy"]}, "under way"),
    ],
)
def test_each_task_is_counted_from_the_record(record: Record, tasks: dict[str, Any], ada: str) -> None:
    assert states(record, put(record, **tasks))["1001"] == ada


def test_a_round_that_was_stopped_is_no_finished_round_and_who_did_nothing_is_listed(record: Record) -> None:
    assert states(record, put(record, rounds=1)) == {"1001": "done", "1002": "not begun", "1003": "not begun"}


def test_the_tasks_left_are_counted_down(record: Record) -> None:
    item = put(record, rounds=3)
    (task,) = standings(record, item.id, ["1001"])[0].tasks
    assert (task.name, task.wanted, task.done, task.left) == ("rounds", 3, 1, 2)


def test_what_was_done_after_the_due_date_is_late(record: Record) -> None:
    item = put(record, due=MONDAY - timedelta(hours=1), rounds=1)
    assert states(record, item)["1001"] == "late"
    assert (
        states(record, reopen_assignment(record, item.id, teacher="9", at=MONDAY, due=MONDAY + DAY))["1001"] == "done"
    )


def test_what_was_done_before_it_was_set_or_after_it_was_closed_does_not_count(record: Record) -> None:
    assert states(record, put(record, at=MONDAY + DAY, rounds=1))["1001"] == "not begun"
    item = put(record, rounds=1)
    close_assignment(record, item.id, teacher="9", at=BEFORE + timedelta(hours=1))
    assert states(record, item)["1001"] == "not begun"
    reopen_assignment(record, item.id, teacher="9", at=MONDAY + DAY)
    assert states(record, item)["1001"] == "done"


def test_closed_and_withdrawn_assignments_are_no_longer_open(record: Record) -> None:
    first, second, third = (put(record, rounds=number) for number in (1, 2, 3))
    close_assignment(record, first.id, teacher="9", at=MONDAY)
    withdraw_assignment(record, second.id, teacher="9", at=MONDAY)
    assert [item.id for item in assignments(record, only_open=True)] == [third.id]
    assert [item.id for item in assignments(record)] == [third.id, second.id, first.id]
    assert reopen_assignment(record, second.id, teacher="9", at=MONDAY).open


def test_a_correction_changes_what_counts(record: Record) -> None:
    item = put(record, arguments=["lenin-legacy"])
    correct(record, 3, 1, "lenin-legacy", arguments=ARGUMENTS, teacher="9", at=MONDAY)
    assert states(record, item)["1001"] == "done"


@pytest.mark.parametrize(
    ("title", "tasks", "due", "says"),
    [
        ("", {"rounds": 1}, None, "title"),
        ("x" * 101, {"rounds": 1}, None, "title"),
        ("Nothing", {}, None, "what is to be done"),
        ("Too many", {"rounds": 51}, None, "what is to be done"),
        ("Essays", {"essays": 1}, None, "what is to be done"),
        ("Unknown", {"arguments": ["patronige"]}, None, "no argument 'patronige'"),
        ("Past", {"rounds": 1}, BEFORE, "has passed"),
    ],
)
def test_an_assignment_that_cannot_be_counted_is_refused_with_what_to_mend(
    record: Record, title: str, tasks: dict[str, Any], due: datetime | None, says: str
) -> None:
    with pytest.raises(RecordError, match=says):
        set_assignment(record, title, tasks, arguments=ARGUMENTS, teacher="9", at=MONDAY, due=due)
    assert assignments(record) == []


def test_a_second_delivery_of_an_assignment_adds_nothing(record: Record) -> None:
    for _ in range(2):
        set_assignment(record, "One", {"rounds": 1}, arguments=(), teacher="9", at=MONDAY, token="press 1")
    assert len(assignments(record)) == 1
