"""How days are read, and which are suggested."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.cogs.days import NoSuchDay, day_of, moment_of, suggested

TODAY = date(2026, 11, 24)  # a Tuesday
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-27", date(2026, 11, 27)),
        ("friday", date(2026, 11, 27)),
        ("Fri", date(2026, 11, 27)),
        ("tomorrow", date(2026, 11, 25)),
        ("3 dec", date(2026, 12, 3)),
        ("20 November", date(2027, 11, 20)),
    ],
)
def test_a_day_ahead_is_read_as_people_write_it(typed: str, meant: date) -> None:
    assert day_of(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("friday", date(2026, 11, 20)), ("yesterday", date(2026, 11, 23)), ("2 nov", date(2026, 11, 2))],
)
def test_a_day_back_is_the_nearest_that_has_been(typed: str, meant: date) -> None:
    assert day_of(typed, TODAY, back=True) == meant


@pytest.mark.parametrize("typed", ["", "someday", "2026-02-30", "31 feb", "=1+1"])
def test_what_is_no_day_is_said_with_an_example(typed: str) -> None:
    with pytest.raises(NoSuchDay, match="2026-11-24"):
        day_of(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("friday", datetime(2026, 11, 27, 23, 59, tzinfo=UTC)),
        ("friday 16:00", datetime(2026, 11, 27, 16, tzinfo=UTC)),
        ("2027-06-01 9:30", datetime(2027, 6, 1, 8, 30, tzinfo=UTC)),  # summer time in London
    ],
)
def test_a_due_date_is_of_the_class_s_zone_and_else_the_day_s_last_minute(typed: str, utc: datetime) -> None:
    assert moment_of(typed, datetime(2026, 11, 24, 12, tzinfo=UTC), LONDON) == utc


def test_the_day_is_today_s_in_the_zone_and_not_in_utc() -> None:
    late = datetime(2026, 11, 24, 23, tzinfo=UTC)
    assert moment_of("today", late, ZoneInfo("Asia/Tokyo")).date() == date(2026, 11, 25)


def test_a_time_that_there_is_not_is_said() -> None:
    with pytest.raises(NoSuchDay, match="time"):
        moment_of("friday 25:00", datetime(2026, 11, 24, tzinfo=UTC), LONDON)


def test_suggestions_fit_what_is_typed_and_keep_the_time() -> None:
    assert suggested("", TODAY)[0] == ("today, Tuesday 24 November 2026", "2026-11-24")
    assert len(suggested("", TODAY)) == 25
    assert suggested("fri 16:00", TODAY)[0] == ("Friday 27 November 2026 16:00", "2026-11-27 16:00")
    assert suggested("2026-12", TODAY)[0][1] == "2026-12-01"
    assert suggested("mon", TODAY, back=True)[0][1] == "2026-11-23"
    assert suggested("nonsense", TODAY) == []
