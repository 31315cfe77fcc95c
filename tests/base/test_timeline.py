"""What is known for sure: dates as days, references, and the shipped timeline."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from bot.base.motion import Motion
from bot.base.timeline import Event, Misconception, Timeline, first_and_last_day


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("1924", date(1924, 1, 1), date(1924, 12, 31)),
        ("1924-02", date(1924, 2, 1), date(1924, 2, 29)),
        ("1924-12", date(1924, 12, 1), date(1924, 12, 31)),
        ("1924-01-21", date(1924, 1, 21), date(1924, 1, 21)),
        ("1924-02/1924-05", date(1924, 2, 1), date(1924, 5, 31)),
        ("1922/1929", date(1922, 1, 1), date(1929, 12, 31)),
    ],
)
def test_a_date_is_read_as_its_days(when: str, first: date, last: date) -> None:
    assert first_and_last_day(when) == (first, last)


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        first_and_last_day("1923-02-29")


def test_a_field_that_the_model_does_not_know_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Event.model_validate({"id": "a", "name": "A", "when": "1924", "says": "So.", "source": "s", "where": "here"})


def test_a_line_that_is_too_long_to_say_is_refused() -> None:
    with pytest.raises(ValidationError, match="shorten it"):
        Misconception(id="a", kind="event", sure="strong", wordings=("a",), says="word " * 46, source="s")


def test_references_name_the_place_in_the_file() -> None:
    timeline = Timeline.model_validate(
        {
            "offices": [
                {
                    "id": "bell-ringer",
                    "name": "Bell ringer",
                    "holders": [{"person": "hale", "from": "1897"}],
                    "also": ["moss"],
                    "says": "Hale rang the bell.",
                    "source": "ledger",
                }
            ],
            "works": [
                {
                    "id": "song",
                    "title": "Song",
                    "author": "moss",
                    "backers": ["hale"],
                    "says": "By Moss.",
                    "source": "ledger",
                }
            ],
        }
    )
    assert list(timeline.references()) == [
        ("source", ("offices", 0, "source"), "ledger"),
        ("person", ("offices", 0, "holders", 0, "person"), "hale"),
        ("person", ("offices", 0, "also", 0), "moss"),
        ("source", ("works", 0, "source"), "ledger"),
        ("person", ("works", 0, "author"), "moss"),
        ("person", ("works", 0, "backers", 0), "hale"),
    ]


def test_the_shipped_timeline_has_one_id_for_each_record(motion: Motion) -> None:
    timeline = motion.timeline
    ids = [known.id for known in (*timeline.events, *timeline.offices, *timeline.works, *motion.misconceptions)]
    assert len(ids) == len(set(ids))


def test_the_shipped_timeline_knows_real_days_only(motion: Motion) -> None:
    for event in motion.timeline.events:
        for when in (event.when, *event.also_printed):
            first, last = first_and_last_day(when)
            assert first <= last, event.id
    for office in motion.timeline.offices:
        for holder in office.holders:
            assert first_and_last_day(holder.from_)[0] <= first_and_last_day(holder.to or "2000")[1], office.id


def test_the_shipped_bodies_and_groups_are_terms(motion: Motion) -> None:
    terms = {term.id for term in motion.heading.terms}
    for office in motion.timeline.offices:
        assert terms.issuperset(office.bodies), office.id
    for work in motion.timeline.works:
        assert terms.issuperset(work.terms), work.id


def test_a_disputed_story_asks_and_a_mistake_tells(motion: Motion) -> None:
    for misconception in motion.misconceptions:
        assert misconception.says.endswith("?") == (misconception.sure == "disputed"), misconception.id
