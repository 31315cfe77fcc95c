from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.debate.answer import Mind
from bot.demo import WEEKS, make_demo
from bot.errors import RecordError
from bot.practice import replay
from bot.record.assignments import assignments, standings
from bot.record.classroom import comments
from bot.record.reports import class_picture
from bot.record.rounds import all_rounds
from bot.record.store import Record
from bot.record.worklist import unrecognised

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(mind: Mind, tmp_path_factory: pytest.TempPathFactory) -> Record:
    return make_demo(mind, tmp_path_factory.mktemp("demo") / "demo.db", now=NOW)


def test_the_demo_is_a_class_of_24_over_three_weeks(demo: Record, mind: Mind) -> None:
    picture = class_picture(demo, mind.motion.sides)
    assert len(picture.students) == 24
    assert min(picture.sides.values()) > 20
    assert 0 < picture.finished < picture.rounds
    assert picture.unmet
    assert picture.mistakes
    lines = all_rounds(demo)
    assert all(later.started > line.started - timedelta(minutes=2) for line, later in pairwise(lines))
    assert NOW - timedelta(weeks=WEEKS) <= lines[0].started < lines[-1].started <= NOW + timedelta(days=1)


def test_the_demo_s_students_differ(demo: Record) -> None:
    found = [line for line in all_rounds(demo) if line.mean_quality is not None]
    by_level = {
        level: [line.mean_quality or 0 for line in found if line.level == level] for level in ("guided", "tough")
    }
    weak, strong = (sum(values) / len(values) for values in by_level.values())
    assert strong > weak + 0.3


def test_the_demo_s_teacher_comments_corrects_and_sets_two_assignments(demo: Record) -> None:
    drafts = [item for item in comments(demo, drafts=True) if not item.released]
    assert drafts
    assert comments(demo)
    assert [item.correction for item in unrecognised(demo) if item.correction]
    second, first = assignments(demo)
    assert (first.open, second.open) == (False, True)
    students = [line.student.id for line in all_rounds(demo)]
    for item in (first, second):
        assert len({line.state for line in standings(demo, item.id, students)}) > 1


def test_a_round_of_the_demo_replays(demo: Record, mind: Mind) -> None:
    assert replay(mind, demo, all_rounds(demo)[-1].id) == []


def test_a_demo_that_is_there_already_is_kept(demo: Record, mind: Mind, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="already"):
        make_demo(mind, demo.path, now=NOW)
