from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import RecordError
from bot.record.audit import entries, note_refusal
from bot.record.classroom import (
    LONGEST_COMMENT,
    comments,
    correct,
    discard_comment,
    draft_comment,
    edit_comment,
    release_comment,
    withdraw_correction,
)
from bot.record.store import Record
from bot.record.transcripts import transcript

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)


def test_a_comment_is_a_draft_until_it_is_released_once(record: Record) -> None:
    draft = draft_comment(record, 1, " Give the date. ", turn=3, teacher="9", at=NOW)
    assert (draft.text, draft.turn, draft.student, draft.released) == ("Give the date.", 3, "1001", None)
    assert comments(record, student="1001") == []
    edit_comment(record, draft.id, "Give the year.", teacher="9", at=NOW)
    released = release_comment(record, draft.id, teacher="9", at=NOW + timedelta(hours=1))
    assert released is not None
    assert (released.text, released.released) == ("Give the year.", NOW + timedelta(hours=1))
    assert release_comment(record, draft.id, teacher="9", at=NOW) is None
    assert comments(record, student="1001") == [released]
    with pytest.raises(RecordError, match="has this comment already"):
        edit_comment(record, draft.id, "Too late", teacher="9", at=NOW)


def test_a_second_delivery_of_a_comment_adds_nothing(record: Record) -> None:
    once, again = (draft_comment(record, 1, "Well argued.", teacher="9", at=NOW, token="modal 7") for _ in range(2))
    assert once == again
    assert len(comments(record, drafts=True)) == 1


def test_a_draft_can_be_thrown_away_and_a_released_comment_cannot(record: Record) -> None:
    first, second = (draft_comment(record, 1, text, teacher="9", at=NOW) for text in ("One", "Two"))
    discard_comment(record, first.id, teacher="9", at=NOW)
    release_comment(record, second.id, teacher="9", at=NOW)
    with pytest.raises(RecordError):
        discard_comment(record, second.id, teacher="9", at=NOW)
    assert [item.text for item in comments(record, round_id=1, drafts=True)] == ["Two"]


@pytest.mark.parametrize(
    ("round_id", "turn", "text", "says"),
    [
        (1, None, "  ", "is empty"),
        (1, None, "x" * (LONGEST_COMMENT + 1), "Shorten it"),
        (99, None, "Good", "no round 99"),
        (1, 99, "Good", "no turn 99"),
    ],
)
def test_a_comment_that_cannot_be_kept_is_refused_with_what_to_do(
    record: Record, round_id: int, turn: int | None, text: str, says: str
) -> None:
    with pytest.raises(RecordError, match=says):
        draft_comment(record, round_id, text, turn=turn, teacher="9", at=NOW)
    assert comments(record, drafts=True) == []


def test_a_correction_can_be_changed_and_taken_back(record: Record) -> None:
    heard = transcript(record, 3).turns[0].arguments
    for argument in ("patronage", "none"):
        correct(record, 3, 1, argument, arguments=["patronage"], teacher="9", at=NOW)
        found = transcript(record, 3).turns[0].correction
        assert found is not None
        assert found.argument == argument
    withdraw_correction(record, 3, 1, teacher="9", at=NOW)
    assert transcript(record, 3).turns[0].correction is None
    assert transcript(record, 3).turns[0].arguments == heard


def test_a_correction_of_the_bot_s_turn_or_to_no_argument_is_refused(record: Record) -> None:
    with pytest.raises(RecordError, match="is the bot's"):
        correct(record, 3, 2, "none", arguments=[], teacher="9", at=NOW)
    with pytest.raises(RecordError, match="no argument 'patronige'"):
        correct(record, 3, 1, "patronige", arguments=["patronage"], teacher="9", at=NOW)


def test_every_change_and_every_refused_try_is_in_the_audit_without_the_words(record: Record) -> None:
    draft = draft_comment(record, 1, "Secret words", teacher="9", at=NOW)
    release_comment(record, draft.id, teacher="8", at=NOW)
    correct(record, 3, 1, "none", arguments=[], teacher="9", at=NOW)
    note_refusal(record, "1001", "/review class", NOW)
    assert [(item.who, item.did) for item in entries(record)] == [
        ("1001", "refused"),
        ("9", "corrected"),
        ("8", "comment released"),
        ("9", "comment drafted"),
    ]
    assert entries(record)[0].detail == {"tried": "/review class"}
    assert "Secret" not in str(entries(record))
