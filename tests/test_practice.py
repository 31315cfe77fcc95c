from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bot.debate.answer import Mind
from bot.debate.round import Move, Plan
from bot.errors import IllegalMove
from bot.practice import Practice, replay
from bot.record.store import Record
from bot.terminal import play

PLAN = Plan("general-secretary", "for", "standard", 2, 1)


def clock() -> datetime:
    return datetime(2026, 11, 24, tzinfo=UTC)


def start(mind: Mind, path: Path) -> Practice:
    return Practice.begin(mind, Record(path), clock, "ada", PLAN)


def test_a_scripted_round_goes_from_claim_to_feedback(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "terminal.db")
    console = Console(record=True, width=100, quiet=True)
    turns = [
        "he put his mates in all the top jobs",
        "It still holds because in 1923 the lists covered 3,500 posts, which meant officials depended on him.",
        "Lenin enrolment brought in workers who owed everything to him",
        "because 241,600 joined in 1924 and they voted as the secretaries wanted, so the left lost",
        "To a large extent, because the post gave votes; Trotsky's mistakes mattered less as he lost even when he fought.",
        "To a large extent, because the post gave votes; Trotsky's mistakes mattered less as he lost even when he fought.",
    ]
    play(practice, console, turns)
    assert practice.round.phase == "finished"
    assert practice.record.rounds()[0]["how"] == "finished"
    assert replay(mind, practice.record, practice.number) == []


def test_what_was_typed_is_stored_and_an_unanswered_turn_is_answered_on_resuming(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "terminal.db")
    practice.record.add_turn(
        practice.number, "student", "say", "patronage", clock(), said='{"kind": "say", "number": 0}'
    )
    again = Practice.resume(mind, Record(tmp_path / "terminal.db"), clock, "ada")
    assert again is not None
    assert [turn["speaker"] for turn in again.record.turns(again.number)] == ["student", "bot"]


def test_a_resumed_round_stands_where_it_was(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "terminal.db")
    practice.speak(Move("say", "he put his mates in all the top jobs"))
    practice.speak(Move("hint"))
    again = Practice.resume(mind, Record(tmp_path / "terminal.db"), clock, "ada")
    assert again is not None
    assert again.round == practice.round
    assert again.turns == practice.turns


@pytest.mark.parametrize("text", ["@everyone'; drop table turns; --", "🙂🙂🙂", "مرحبا بالعالم", "ok " * 600])
def test_odd_text_gets_a_sentence_and_the_round_goes_on(mind: Mind, tmp_path: Path, text: str) -> None:
    practice = start(mind, tmp_path / "terminal.db")
    assert practice.speak(Move("say", text))
    assert practice.round.phase != "finished"


def test_an_empty_or_endless_turn_is_refused_and_stores_nothing(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "terminal.db")
    for text in (" ", "x" * 100_000):
        with pytest.raises(IllegalMove):
            practice.speak(Move("say", text))
    assert practice.record.turns(practice.number) == []
