from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.errors import RecordError
from bot.record.audit import entries
from bot.record.rules import ClassSettings, change_setting, class_settings
from bot.record.store import Record

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)


def test_a_new_class_has_the_defaults(record: Record) -> None:
    assert class_settings(record) == ClassSettings()
    assert class_settings(record).retention_days == 365


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("teacher_role", "77"),
        ("time_zone", "Europe/London"),
        ("retention_days", 0),
        ("levels", ["guided"]),
        ("plain_messages", False),
        ("places", ["12", "13"]),
        ("names", "pseudonyms"),
    ],
)
def test_a_setting_is_kept_and_its_change_is_in_the_audit(record: Record, name: str, value: Any) -> None:
    new = change_setting(record, name, value, who="9", at=NOW)
    assert class_settings(record) == new != ClassSettings()
    entry = entries(record)[0]
    assert (entry.who, entry.did, entry.detail["setting"], entry.at) == ("9", "setting changed", name, NOW)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("time_zone", "Middle/Earth", "Europe/London"),
        ("time_zone", "../../etc/passwd", "Europe/London"),
        ("time_zone", "", "Europe/London"),
        ("retention_days", -1, "0 to keep everything"),
        ("retention_days", "soon", "0 to keep everything"),
        ("levels", [], "one or more"),
        ("levels", ["brutal"], "one or more"),
        ("names", "initials", "names or pseudonyms"),
        ("colour", "red", "The settings are"),
    ],
)
def test_an_invalid_setting_is_refused_with_what_would_do(record: Record, name: str, value: Any, says: str) -> None:
    with pytest.raises(RecordError, match=says):
        change_setting(record, name, value, who="9", at=NOW)
    assert class_settings(record) == ClassSettings()
    assert entries(record) == []
