from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import RecordError
from bot.record.audit import entries, note_refusal
from bot.record.classroom import correct, draft_comment
from bot.record.retention import (
    GRACE,
    Deleted,
    expire,
    forget,
    mark_left,
    mark_returned,
    purge_all,
    purge_due,
    scrub,
    would_expire,
)
from bot.record.rounds import all_rounds, students
from bot.record.rules import change_setting
from bot.record.store import Record

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)  # the first round; the others are a day apart
YEAR = timedelta(days=365)


def bytes_of(record: Record) -> bytes:
    """Read all that the disk holds of a class, the log and its index too."""
    paths = (record.path.with_name(record.path.name + end) for end in ("", "-wal", "-shm"))
    return b"".join(path.read_bytes() for path in paths if path.exists())


def test_a_forgotten_student_is_gone_from_the_bytes_of_the_file(record: Record) -> None:
    draft_comment(record, 1, "Ada could name the congress.", turn=3, teacher="9", at=MONDAY)
    correct(record, 1, 3, "none", arguments=[], teacher="9", at=MONDAY)
    note_refusal(record, "1001", "/review class", MONDAY)
    typed = [
        row[0]
        for row in record.db.execute(
            "select distinct turns.text from turns join rounds on rounds.id = turns.round"
            " where student = '1001' and speaker = 'student' and length(turns.text) > 8"
        )
    ]
    marks = [b"1001", b"Ada", *(text.encode() for text in typed)]
    assert all(mark in bytes_of(record) for mark in marks)
    gone = forget(record, "1001", MONDAY)
    assert scrub(record)
    assert [mark for mark in marks if mark in bytes_of(record)] == []
    assert gone.rounds == 2
    assert [line.student.name for line in all_rounds(record)] == ["Ben"]
    assert record.db.execute("pragma foreign_key_check").fetchall() == []


def test_only_counts_stay_of_a_forgotten_student(record: Record) -> None:
    draft_comment(record, 1, "Good", teacher="9", at=MONDAY)
    gone = forget(record, "1001", MONDAY)
    last, comment = entries(record)
    assert (last.did, last.detail) == ("student deleted", {"rounds": 2, "turns": gone.turns})
    assert comment.detail == {"comment": 1, "round": 1}
    with pytest.raises(RecordError):
        forget(record, "1001", MONDAY)


def test_rounds_expire_when_their_time_is_over_and_no_sooner(record: Record) -> None:
    assert expire(record, MONDAY + YEAR - timedelta(hours=1)) == Deleted(0, 0)
    assert expire(record, MONDAY + YEAR + timedelta(days=1)).rounds == 1
    assert [line.id for line in all_rounds(record)] == [2, 3]
    assert expire(record, MONDAY + 2 * YEAR).rounds == 2
    assert students(record) == []


def test_what_has_expired_is_gone_from_the_bytes_too(record: Record) -> None:
    assert b"Ben" in bytes_of(record)
    expire(record, MONDAY + 2 * YEAR)
    assert scrub(record)
    assert b"Ben" not in bytes_of(record)


def test_a_class_that_keeps_everything_loses_nothing(record: Record) -> None:
    change_setting(record, "retention_days", 0, who="9", at=MONDAY)
    assert expire(record, MONDAY + 9 * YEAR) == Deleted(0, 0)
    assert len(all_rounds(record)) == 3


def test_a_class_is_purged_a_month_after_the_bot_left_it(record: Record) -> None:
    mark_left(record, MONDAY)
    mark_left(record, MONDAY + timedelta(days=5))
    assert purge_due(record) == MONDAY + GRACE
    folder = record.path.parent
    (early,) = purge_all(folder, MONDAY + GRACE - timedelta(days=1))
    assert (early.left, early.deleted.rounds) == (False, 0)
    record.close()
    (purged,) = purge_all(folder, MONDAY + GRACE)
    assert (purged.name, purged.left, purged.deleted.rounds) == ("class", True, 3)
    assert list(folder.iterdir()) == []


def test_a_class_to_which_the_bot_returns_is_kept(record: Record) -> None:
    mark_left(record, MONDAY)
    mark_returned(record, MONDAY + timedelta(days=29))
    assert purge_due(record) is None
    purge_all(record.path.parent, MONDAY + GRACE)
    assert len(all_rounds(record)) == 3


def test_a_file_that_somebody_is_reading_is_scrubbed_later(record: Record) -> None:
    reader = sqlite3.connect(record.path, isolation_level=None)
    reader.execute("begin")
    reader.execute("select count(*) from turns").fetchone()
    forget(record, "1001", MONDAY)
    record.db.execute("pragma busy_timeout = 50")
    assert not scrub(record)
    reader.close()
    assert scrub(record)


def test_a_folder_without_a_class_is_purged_of_nothing(tmp_path: Path) -> None:
    assert purge_all(tmp_path, MONDAY) == []


@pytest.mark.parametrize("days", [0, 1, 2, 3, 365])
def test_how_many_rounds_would_go_is_known_before_they_do(record: Record, days: int) -> None:
    now = MONDAY + timedelta(days=3)
    counted = would_expire(record, days, now)
    change_setting(record, "retention_days", days, who="9", at=now)
    assert expire(record, now).rounds == counted
