from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.base.motion import Motion
from bot.errors import RecordError
from bot.record.reports import class_picture, student_report
from bot.record.rounds import RoundFilter, all_rounds
from bot.record.store import Record


def test_a_student_s_report_shows_rounds_coverage_and_what_was_never_tried(record: Record, motion: Motion) -> None:
    report = student_report(record, "1001", motion.sides)
    assert [line.id for line in report.rounds] == [1, 3]
    assert report.covered == {"patronage": 1, "underestimated": 1}
    assert "patronage" not in report.never["for"]
    assert "underestimated" not in report.never["against"]
    assert len(report.never["for"]) + len(report.never["against"]) == len(motion.arguments) - 2
    assert [item.id for item in report.mistakes] == ["general-secretary-appointed"]
    assert len(report.unmet) == report.rounds[0].unmet == 1


def test_the_next_steps_are_those_that_the_student_was_shown(record: Record, motion: Motion) -> None:
    (shown,) = student_report(record, "1001", motion.sides).feedback
    last = record.turns(1)[-1]["text"]
    assert shown.round == 1
    assert all(line in last for line in shown.lines)


def test_the_class_picture_counts_students_sides_and_arguments(record: Record, motion: Motion) -> None:
    picture = class_picture(record, motion.sides, members=["1001", "1003"])
    assert [(line.student.name, line.rounds, line.finished) for line in picture.students] == [
        ("Ada", 2, 1),
        ("Ben", 1, 0),
    ]
    assert picture.absent == ("1003",)
    assert picture.sides == {"for": 1, "against": 2}
    assert picture.made["1001", "patronage"] == 1
    assert picture.raised["underestimated"] == 1
    assert set(picture.never) | {name for _, name in picture.made} == set(motion.arguments)
    assert [(item.times, item.students) for item in picture.unmet] == [(1, 1)]
    assert picture.unmet[0].words.endswith("?")


def test_the_same_figures_stand_in_the_picture_the_report_and_the_list(record: Record, motion: Motion) -> None:
    picture, lines = class_picture(record, motion.sides), all_rounds(record)
    report = student_report(record, "1001", motion.sides)
    assert {name: times for (who, name), times in picture.made.items() if who == "1001"} == report.covered
    assert sum(item.times for item in picture.unmet) == sum(line.unmet for line in lines)
    assert sum(item.times for item in picture.mistakes) == sum(line.mistakes for line in lines)
    assert picture.rounds == len(lines)


def test_a_period_narrows_the_class_picture(record: Record, motion: Motion) -> None:
    second_day = all_rounds(record)[0].started + timedelta(hours=12)
    assert class_picture(record, motion.sides, RoundFilter(since=second_day)).sides == {"for": 0, "against": 2}


def test_an_empty_class_has_an_empty_picture_and_no_student(tmp_path: Path, motion: Motion) -> None:
    record = Record(tmp_path / "empty.db")
    picture = class_picture(record, motion.sides, members=["1001"])
    assert (picture.students, picture.rounds, picture.absent) == ((), 0, ("1001",))
    assert len(picture.never) == len(motion.arguments)
    with pytest.raises(RecordError):
        student_report(record, "1001", motion.sides)
