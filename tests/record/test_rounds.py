from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import RecordError
from bot.record.assignments import set_assignment
from bot.record.classroom import correct
from bot.record.rounds import RoundFilter, all_rounds, find_student, rounds, student, students
from bot.record.store import Record

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)  # the first round; the others are a day apart


def test_rounds_are_listed_newest_first_with_their_figures(record: Record) -> None:
    page = rounds(record)
    assert [(line.id, line.student.name, line.side, line.how) for line in page.rounds] == [
        (3, "Ada", "against", "open"),
        (2, "Ben", "against", "stopped"),
        (1, "Ada", "for", "finished"),
    ]
    first = page.rounds[-1]
    assert (first.replies, first.met, first.mistakes, first.judgement) == (2, 1, 1, True)
    assert first.minutes > 0
    assert page.rounds[1].mean_quality is None


def test_a_replaced_draft_counts_in_no_figure(record: Record) -> None:
    drafts = record.db.execute(
        "select count(*) from assessments join turns on turns.id = assessments.turn"
        " where turns.round = 1 and assessments.quality is not null"
    ).fetchone()[0]
    assert all_rounds(record)[0].replies == drafts - 1


def test_an_argument_that_was_picked_counts_as_made(record: Record) -> None:
    assert len(all_rounds(record)[1].arguments) == 1


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (RoundFilter(student="1001"), [1, 3]),
        (RoundFilter(side="against"), [2, 3]),
        (RoundFilter(level="guided"), [2]),
        (RoundFilter(argument="underestimated"), [3]),
        (RoundFilter(since=MONDAY + timedelta(days=1)), [2, 3]),
        (RoundFilter(until=MONDAY + timedelta(days=1)), [1]),
        (RoundFilter(with_mistakes=True), [1]),
        (RoundFilter(with_unmet=True), [1]),
        (RoundFilter(student="1001", side="for", level="tough"), []),
    ],
)
def test_a_filter_finds_the_rounds_that_are_meant(record: Record, wanted: RoundFilter, ids: list[int]) -> None:
    assert [line.id for line in all_rounds(record, wanted)] == ids


def test_rounds_begun_while_an_assignment_was_set_are_found_by_it(record: Record) -> None:
    at = MONDAY + timedelta(hours=20)
    task = set_assignment(record, "One round", {"rounds": 1}, arguments=(), teacher="9", at=at)
    assert [line.id for line in all_rounds(record, RoundFilter(assignment=task.id))] == [2, 3]


def test_pages_hold_every_round_once_and_a_page_beyond_the_last_gives_the_last(record: Record) -> None:
    pages = [rounds(record, page=number, size=2) for number in (1, 2)]
    assert [line.id for page in pages for line in page.rounds] == [3, 2, 1]
    assert rounds(record, page=99, size=2) == pages[1]
    assert rounds(record, RoundFilter(level="tough")).pages == 1


def test_a_correction_takes_the_place_of_what_was_heard(record: Record) -> None:
    correct(record, 3, 1, "fear-of-trotsky", arguments=["fear-of-trotsky"], teacher="9", at=MONDAY)
    assert all_rounds(record)[-1].arguments == ("fear-of-trotsky",)
    correct(record, 3, 1, "none", arguments=[], teacher="9", at=MONDAY)
    assert all_rounds(record)[-1].arguments == ()


def test_students_have_a_name_and_a_pseudonym_that_is_not_their_id(record: Record) -> None:
    ada, ben = students(record)
    assert (ada.called("names"), ben.called("names")) == ("Ada", "Ben")
    assert ada.id not in ada.called("pseudonyms")
    assert ada.called("pseudonyms") != ben.called("pseudonyms")


def test_a_student_who_never_practised_is_said(record: Record) -> None:
    with pytest.raises(RecordError, match="has not practised"):
        student(record, "nobody")


@pytest.mark.parametrize("wanted", ["1002", "Ben", "ben", "student 2"])
def test_a_student_is_found_by_id_name_or_pseudonym(record: Record, wanted: str) -> None:
    assert find_student(record, wanted).id == "1002"


def test_a_student_who_is_not_there_or_not_the_only_one_is_said(record: Record) -> None:
    with pytest.raises(RecordError, match="There are: Ada, Ben"):
        find_student(record, "Cy")
    record.db.execute("update students set name = 'Ada'")
    with pytest.raises(RecordError, match="student 1, student 2"):
        find_student(record, "Ada")
