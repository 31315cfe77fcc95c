"""Filters that ride in the ids of buttons."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.cogs.asked import Asked, unpacked
from bot.cogs.screens import PageTurn

ARGUMENTS = (
    "patronage",
    "testament-suppressed",
    "an-id-that-is-longer-than-any-that-was-ever-written-for-an-argument",
)
ASKED = st.builds(
    Asked,
    student=st.none() | st.integers(1, 2**64 - 1).map(str),
    side=st.sampled_from([None, "for", "against"]),
    argument=st.sampled_from([None, *ARGUMENTS]),
    level=st.sampled_from([None, "guided", "standard", "tough"]),
    since=st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    until=st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    assignment=st.none() | st.integers(1, 9999),
    unmet=st.booleans(),
    mistakes=st.booleans(),
)


@given(ASKED)
def test_what_was_asked_for_comes_back_from_a_button_that_discord_takes(asked: Asked) -> None:
    packed = asked.packed()
    assert unpacked(packed, ARGUMENTS) == asked
    button = PageTurn("unrecognised", 999, packed).item.custom_id
    assert button is not None
    assert len(button) <= 100
    assert PageTurn.__discord_ui_compiled_template__.fullmatch(button)


def test_days_are_those_of_the_class_s_zone_and_the_last_one_is_whole() -> None:
    found = Asked(since=date(2026, 6, 1), until=date(2026, 6, 2)).filter(ZoneInfo("America/New_York"))
    assert found.since == datetime(2026, 6, 1, 4, tzinfo=UTC)
    assert found.until == datetime(2026, 6, 3, 4, tzinfo=UTC)
