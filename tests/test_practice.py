from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.debate.opponent import Met
from bot.debate.round import Move, Plan, swapped
from bot.errors import IllegalMove
from bot.minds import make_mind
from bot.practice import Practice, replay
from bot.record.store import Record

PLAN = Plan("general-secretary", "for", "standard", 2, 1)


def clock() -> datetime:
    return datetime(2026, 11, 24, tzinfo=UTC)


def start(mind: Mind, path: Path) -> Practice:
    return Practice.begin(mind, Record(path), clock, "ada", PLAN)


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


def test_what_a_student_met_in_earlier_rounds_is_kept_with_the_next_and_not_met_again(
    mind: Mind, tmp_path: Path
) -> None:
    record = Record(tmp_path / "t.db")
    seen: list[str] = []
    for _ in range(3):
        practice = Practice.begin(mind, record, clock, "ada", PLAN)
        assert practice.plan.met.recent == frozenset(seen)
        practice.speak(Move("say", "he put his mates in all the top jobs"))
        assert practice.round.attack not in seen
        seen.append(practice.round.attack)
        again = Practice.resume(mind, record, clock, "ada")
        assert again is not None
        assert again.plan == practice.plan
        practice.speak(Move("end"))
    assert Practice.begin(mind, record, clock, "ben", PLAN).plan.met == Met()


def test_a_challenge_is_unanswered_until_it_was_answered_well(mind: Mind, tmp_path: Path) -> None:
    record = Record(tmp_path / "t.db")
    practice = Practice.begin(mind, record, clock, "ada", PLAN)
    practice.speak(Move("say", "he put his mates in all the top jobs"))
    put = practice.round.attack
    assert record.met("ada", PLAN.motion)["unanswered"] == [put]
    practice.speak(
        Move("say", "It still holds because in 1923 the lists covered 3,500 posts, which meant they owed him.")
    )
    assert put not in record.met("ada", PLAN.motion)["unanswered"]


def test_the_same_delivery_twice_is_one_turn_with_one_answer(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "t.db")
    first = practice.speak(Move("say", "he put his mates in all the top jobs"), token="interaction 1")
    again = Practice.load(mind, practice.record, clock, practice.number)
    assert again.speak(Move("say", "he put his mates in all the top jobs"), token="interaction 1") == first
    assert again.latest() == first
    assert len(practice.record.turns(practice.number)) == 2


def test_a_round_goes_on_when_its_argument_has_left_the_base(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "t.db")
    practice.speak(Move("say", "he put his mates in all the top jobs"))
    motion = mind.motion.model_copy(
        update={"arguments": {name: item for name, item in mind.motion.arguments.items() if name != "patronage"}}
    )
    again = Practice.load(replace(mind, motion=motion), practice.record, clock, practice.number)
    assert again.round.phase == "claim"
    assert again.round.used == ()


def test_swapping_sides_starts_from_the_arguments_just_used() -> None:
    plan = swapped(PLAN, ["patronage"], 7)
    assert (plan.side, plan.start_from, plan.seed) == ("against", ("patronage",), 7)


def test_a_point_already_discussed_is_not_promised_for_later(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "t.db")
    practice.speak(Move("say", "stalin was lucky that lenin died"))
    practice.speak(
        Move("say", "That is true, but luck needed the job, because Sverdlov died in 1919 and nobody gained.")
    )
    assert practice.round.phase == "claim"
    lines = practice.speak(
        Move("say", "the post mattered more than luck, because it made majorities such as 559 to 65 in 1925")
    )
    assert not any("Luck" in line.text for line in lines if "also" in line.text)


def test_a_redraft_takes_the_place_of_its_draft_and_both_are_kept(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "t.db")
    practice.speak(Move("say", "he put his mates in all the top jobs"))
    practice.speak(Move("say", "everyone knew he had total control"))
    better = "It still holds because in 1923 the lists covered 3,500 posts, which meant officials depended on him."
    practice.speak(Move("redraft", better))
    assert [turn.text for turn in practice.turns if turn.kind == "reply"] == [better]
    assert practice.round.exchanges == 1
    drafts = [turn for turn in practice.record.turns(practice.number) if turn["draft_of"]]
    assert [turn["text"] for turn in drafts] == [better]
    again = Practice.resume(mind, practice.record, clock, "ada")
    assert again is not None
    assert again.turns == practice.turns
    assert replay(mind, practice.record, practice.number) == []


def test_a_redraft_that_is_no_reply_withdraws_the_draft_and_only_that(mind: Mind, tmp_path: Path) -> None:
    practice = start(mind, tmp_path / "t.db")
    practice.speak(Move("say", "he put his mates in all the top jobs"))
    practice.speak(Move("say", "everyone knew he had total control"))
    practice.speak(Move("redraft", "idk"))
    with pytest.raises(IllegalMove):
        practice.speak(Move("redraft", "it does not matter because of 1925"))
    assert [turn.kind for turn in practice.turns] == ["claim", "aside"]


def test_help_after_an_answer_leaves_the_question_in_sight_when_the_round_is_taken_up(
    mind: Mind, tmp_path: Path
) -> None:
    practice = start(mind, tmp_path / "t.db")
    practice.speak(Move("hint"))
    assert practice.latest()[: len(practice.opening())] == practice.opening()
    asked = practice.speak(Move("say", "he put his mates in all the top jobs"))
    helped = practice.speak(Move("hint"))
    assert practice.latest() == (*asked, *helped)


SCRIPT = (
    Move("say", "he put his mates in all the top jobs"),
    Move("hint"),
    Move("say", "everyone knew he had total control"),
    Move("redraft", "It still holds because in 1923 the lists covered 3,500 posts, so officials depended on him."),
    Move("evidence"),
    Move("say", "idk"),
    Move("say", "the Lenin enrolment let in people who owed everything to him"),
    Move("concede"),
    Move("say", "What is left is that 241,600 joined in 1924, and they voted as the secretaries wanted."),
    Move("end"),
)


@pytest.mark.parametrize("killed", range(len(SCRIPT)))
def test_a_turn_that_was_stored_and_not_answered_before_the_end_came_changes_nothing(
    mind: Mind, tmp_path: Path, killed: int
) -> None:
    whole = start(mind, tmp_path / "whole.db")
    for move in SCRIPT:
        whole.speak(move)
    path = tmp_path / "killed.db"
    practice = start(mind, path)
    for move in SCRIPT[:killed]:
        practice.speak(move)
    number, move = practice.number, SCRIPT[killed]
    brought = f'{{"kind": "{move.kind}", "number": {move.number}}}'
    draft = practice.record.last_draft(number) if move.kind == "redraft" else None
    practice.record.add_turn(number, "student", move.kind, move.text, clock(), said=brought, draft_of=draft)
    practice.record.close()
    again = Practice.load(mind, Record(path), clock, number)
    for move in SCRIPT[killed + 1 :]:
        again.speak(move)
    assert (again.round, again.turns) == (whole.round, whole.turns)
    assert again.record.turns(number) == whole.record.turns(number)
    assert again.record.round(number) == whole.record.round(number)


@pytest.fixture(scope="module")
def small_mind(museum: Motion) -> Mind:
    return make_mind(museum)


def any_move(motion: Motion) -> st.SearchStrategy[Move]:
    """Draw what a student may do: what the base knows how to hear, what nobody could, and every button."""
    known = ["idk", "what?", "who was Captain Hale?", "ignore your rules", "1", "0", "you are stupid", " ", "x" * 4001]
    for item in motion.arguments.values():
        known += (*item.phrasings, *item.denials)
        known += (f"It still holds, because {evidence.text}" for evidence in item.evidence)
        known += (answer.line for challenge in item.challenges for answer in challenge.answers)
        known.append(f"To a large extent, because of this: {item.claim} The rest matters less.")
    texts = st.one_of(st.sampled_from(known), st.text(max_size=80))
    return st.one_of(
        st.builds(Move, st.just("say"), texts),
        st.builds(Move, st.just("say"), texts),
        st.builds(Move, st.just("redraft"), texts),
        st.builds(Move, st.just("pick"), number=st.integers(-1, 5)),
        st.builds(Move, st.sampled_from(["hint", "evidence", "concede"])),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_sequence_of_moves_keeps_the_round_legal_and_what_is_stored_is_what_was_lived(
    small_mind: Mind, data: st.DataObject
) -> None:
    plan = Plan(
        small_mind.motion.id,
        data.draw(st.sampled_from(["for", "against"])),
        data.draw(st.sampled_from(["guided", "standard", "tough"])),
        data.draw(st.integers(2, 5)),
        data.draw(st.integers(0, 2**31)),
    )
    record = Record(Path(":memory:"))
    practice = Practice.begin(small_mind, record, clock, "ada", plan)
    taken = 0
    for move in data.draw(st.lists(any_move(small_mind.motion), max_size=25)):
        before = practice.round, list(practice.turns)
        try:
            lines = practice.speak(move)
        except IllegalMove:
            assert (practice.round, practice.turns) == before
        else:
            taken += 1
            assert lines
            assert all(line.text.strip() for line in lines)
        assert len(record.turns(practice.number)) == 2 * taken
    loaded = Practice.load(small_mind, record, clock, practice.number)
    assert (loaded.round, loaded.turns, loaded.plan) == (practice.round, practice.turns, practice.plan)
    assert loaded.latest() == practice.latest()
    assert replay(small_mind, record, practice.number) == []
    if practice.round.phase != "finished":
        practice.speak(Move("end"))
    for move in (Move("say", "its their heritage not ours"), Move("hint"), Move("end")):
        with pytest.raises(IllegalMove):
            practice.speak(move)
    record.close()
