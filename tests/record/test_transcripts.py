from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.errors import RecordError
from bot.record.classroom import draft_comment, release_comment
from bot.record.rounds import RoundFilter
from bot.record.store import Record
from bot.record.transcripts import my_data, transcript, transcripts

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)


def test_a_transcript_has_every_turn_with_what_was_heard_put_and_assessed(record: Record) -> None:
    found = transcript(record, 1)
    assert [turn.number for turn in found.turns] == list(range(1, len(found.turns) + 1))
    claim = next(turn for turn in found.turns if turn.arguments == ("patronage",))
    assert (claim.kind, claim.verdict) == ("claim", "argument")
    assert claim.recognised[0].argument == "patronage"
    assert 0 < claim.recognised[0].score <= 1
    assert claim.recognised[0].why
    answer = found.turns[claim.number]
    assert answer.put is not None
    assert answer.put.argument == "patronage"
    assert answer.put.why
    assert {"challenge", "question"} <= {line.role for line in answer.lines}
    assert found.turns[0].mistakes[0].id == "general-secretary-appointed"


def test_a_redraft_names_its_draft_and_the_draft_no_longer_counts(record: Record) -> None:
    found = transcript(record, 1)
    redraft = next(turn for turn in found.turns if turn.replaces)
    draft = found.turns[(redraft.replaces or 0) - 1]
    assert (draft.counts, redraft.counts) == (False, True)
    assert draft.assessed is not None
    assert redraft.assessed is not None
    assert (redraft.assessed.quality or 0) > (draft.assessed.quality or 0)
    assert found.turns[draft.number].counts is False


def test_what_was_picked_from_the_guesses_is_shown(record: Record) -> None:
    assert [turn.picked for turn in transcript(record, 2).turns if turn.picked is not None] == [1]


def test_timings_are_the_seconds_between_turns(record: Record) -> None:
    found = transcript(record, 1)
    assert sum(turn.seconds for turn in found.turns) == (found.turns[-1].at - found.round.started).total_seconds()


def test_drafts_of_comments_are_the_teacher_s_alone(record: Record) -> None:
    draft_comment(record, 1, "On the round", teacher="9", at=NOW)
    on_turn = draft_comment(record, 1, "On the turn", turn=3, teacher="9", at=NOW)
    release_comment(record, on_turn.id, teacher="9", at=NOW)
    theirs, student_s = transcript(record, 1), transcript(record, 1, drafts=False)
    assert [item.text for item in theirs.comments] == ["On the round"]
    assert student_s.comments == ()
    assert [item.text for item in student_s.turns[2].comments] == ["On the turn"]


def test_transcripts_follow_a_filter(record: Record) -> None:
    assert [item.round.id for item in transcripts(record, RoundFilter(side="against"))] == [2, 3]


def test_my_data_holds_everything_of_one_student_and_nothing_of_another(record: Record) -> None:
    draft_comment(record, 1, "Still a draft", teacher="9", at=NOW)
    found = json.dumps(my_data(record, "1001"), ensure_ascii=False)
    typed = record.db.execute("select round, text from turns where speaker = 'student' and text <> ''").fetchall()
    for number, text in typed:
        assert (json.dumps(text, ensure_ascii=False)[1:-1] in found) == (number != 2)
    assert "Ben" not in found
    assert "Still a draft" not in found
    with pytest.raises(RecordError):
        my_data(record, "1003")
