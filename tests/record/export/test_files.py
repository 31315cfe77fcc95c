from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from bot.errors import RecordError
from bot.record.classroom import draft_comment, release_comment
from bot.record.export.files import Base, File, Format, export
from bot.record.rounds import RoundFilter
from bot.record.store import Record

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


def files(record: Record, base: Base, shape: Format, **more: Any) -> list[File]:
    return export(record, shape, base=base, names="names", zone=ZoneInfo("UTC"), now=NOW, **more)


@pytest.mark.parametrize("shape", get_args(Format))
def test_a_round_is_exported_in_every_format(record: Record, base: Base, shape: Format) -> None:
    (file,) = files(record, base, shape, round_id=1)
    assert file.name.startswith("round-1.")
    assert b"he put his best mates" in file.content


def test_a_student_a_period_and_the_class_are_exported(record: Record, base: Base) -> None:
    (ada,) = files(record, base, "markdown", wanted=RoundFilter(student="1001"))
    assert ada.name == "ada.md"
    assert ada.content.count(b"\n## Round") == 2
    (day,) = files(record, base, "markdown", wanted=RoundFilter(until=MONDAY + timedelta(hours=15)))
    assert day.content.startswith(b"# Debate practice: the class, to 02 November 2026\n")
    assert day.content.count(b"\n## Round") == 1
    (whole,) = files(record, base, "html")
    assert whole.name == "class.html"


def test_a_comment_is_exported_once_it_is_released(record: Record, base: Base) -> None:
    comment = draft_comment(record, 1, "Name the congress", teacher="9", at=NOW)
    assert all(b"Name the congress" not in files(record, base, shape)[0].content for shape in ("csv", "html"))
    release_comment(record, comment.id, teacher="9", at=NOW)
    assert all(b"Name the congress" in files(record, base, shape)[0].content for shape in ("csv", "html"))


def test_a_file_over_the_limit_is_zipped_and_then_split(record: Record, base: Base) -> None:
    (whole,) = files(record, base, "html")
    (zipped,) = files(record, base, "html", limit=len(whole.content) - 1)
    with zipfile.ZipFile(io.BytesIO(zipped.content)) as archive:
        assert archive.read("class.html") == whole.content
    parts = files(record, base, "html", limit=len(zipped.content) - 1)
    assert len(parts) > 1
    assert all(len(part.content) < len(zipped.content) for part in parts)
    with pytest.raises(RecordError, match="Round 1 is larger"):
        files(record, base, "html", limit=10)


def test_what_cannot_be_exported_is_said(record: Record, base: Base) -> None:
    with pytest.raises(RecordError, match="Argdown is written of one round"):
        files(record, base, "argdown")
    with pytest.raises(RecordError, match="no such round yet"):
        files(record, base, "csv", wanted=RoundFilter(level="tough"))
    with pytest.raises(RecordError, match="no round 99"):
        files(record, base, "csv", round_id=99)
