"""A student who says little: how a round goes on, and how soon it comes to a decent end."""

from __future__ import annotations

import pytest
from played import played, said

from bot.base.motion import Level
from bot.debate.answer import Mind
from bot.debate.answering import respond
from bot.debate.round import Move, Plan, Round, Turn, turn_of

CLAIM = "he put his mates in all the top jobs"


@pytest.mark.parametrize("level", ["guided", "standard", "tough"])
@pytest.mark.parametrize("text", ["idk", "...", "no"])
def test_a_round_without_words_ends_within_twelve_turns(mind: Mind, level: Level, text: str) -> None:
    plan = Plan("general-secretary", "for", level, 5, 1)
    round_, turns, count = Round(), list[Turn](), 0
    while round_.phase != "finished":
        outcome = respond(mind, plan, round_, Move("say", text), turns)
        round_, count = outcome.round, count + 1
        turns.append(turn_of(Move("say", text), outcome))
    assert count <= 12
    assert "without a judgement" in said(outcome, "assessment")[0]
    assert said(outcome, "feedback")


def test_who_answers_again_gets_the_whole_round(mind: Mind) -> None:
    plan = Plan("general-secretary", "for", "standard", 5, 1)
    reply = "because in November 1928 Uglanov lost Moscow to Molotov, so the post took back what it had given"
    outcomes = played(mind, plan, CLAIM, "idk", "idk", "idk", "the Lenin enrolment brought in workers", reply)
    assert outcomes[-1].round.silent == 0
    assert outcomes[-1].round.phase == "claim"


def test_a_guided_round_lends_a_stuck_student_an_argument_of_their_own_side(mind: Mind) -> None:
    plan = Plan("general-secretary", "for", "guided", 3, 1)
    outcome = played(mind, plan, "idk", "idk")[-1]
    assert outcome.round.focus
    assert mind.motion.sides[outcome.round.focus.argument] == "for"
    assert outcome.choice
    assert outcome.choice.attack.ground == "challenge"
    says = {point.id: point.says for point in mind.motion.arguments[outcome.round.focus.argument].points}
    assert any(says[name] in said(outcome, "challenge")[0] for name in outcome.choice.attack.points)
    assert said(outcome, "hint")


@pytest.mark.parametrize("level", ["guided", "standard"])
def test_who_is_given_something_to_answer_is_not_asked_for_something_else_as_well(mind: Mind, level: Level) -> None:
    outcome = played(mind, Plan("general-secretary", "for", level, 3, 1), "idk", "idk")[-1]
    assert outcome.round.phase == "reply"
    assert len(said(outcome, "prompt")) == 1


def test_a_concession_in_words_is_a_concession(mind: Mind) -> None:
    _, conceded = played(mind, Plan("general-secretary", "for", "standard", 3, 1), CLAIM, "i concede that")
    assert conceded.kind == "concede"
    assert conceded.round.conceding


def test_an_early_judgement_is_kept_for_the_end_and_said_twice_is_heard_as_a_claim(mind: Mind) -> None:
    plan = Plan("general-secretary", "for", "standard", 5, 1)
    reply = "because in November 1928 Uglanov lost Moscow to Molotov, so the post took back what it had given"
    judgement = "so overall i think it was mostly the post because without it he couldnt have removed people"
    _, _, early, again = played(mind, plan, CLAIM, reply, judgement, judgement)
    assert "judgement" in said(early, "prompt")[0]
    assert early.round.phase == "claim"
    assert early.kind == "aside"
    assert again.recognition


def test_a_reply_that_is_left_with_advice_may_be_redrafted_and_says_so(mind: Mind) -> None:
    plan = Plan("general-secretary", "for", "standard", 3, 1)
    *_, left = played(mind, plan, CLAIM, "he had them behind him", "it was his party by then")
    assert any("edraft" in text for text in said(left, "prompt"))


def test_only_a_reply_that_holds_is_said_to_hold(mind: Mind) -> None:
    plan = Plan("general-secretary", "for", "tough", 3, 1)
    _, pressed = played(mind, plan, CLAIM, "uglanov was sacked in november 1928 tho and molotov got moscow")
    assert pressed.assessment
    assert pressed.assessment.quality == 2
    assert not any(words in said(pressed, "challenge")[0] for words in ("holds", "stands so far", "harder one"))


def test_a_date_that_the_opponent_told_is_not_called_new(mind: Mind) -> None:
    plan = Plan("general-secretary", "against", "tough", 5, 5)
    first, *_, last = played(
        mind,
        plan,
        "The job wasnt special, Krestinsky had it before him and Molotov too and they didnt become leader",
        "But Krestinsky was also on the politburo and he lost everything in 1921, so the job made nobody unbeatable",
        "that only shows it was Lenins illness that helped Stalin, he had his stroke in march 1923 before the congress",
    )
    assert "March 1923" in said(first, "challenge")[0]
    assert last.assessment
    assert not any("1923" in item for item in last.assessment.evidence)


def test_a_year_and_a_person_that_the_opponent_told_may_come_with_a_fact_of_their_own(mind: Mind) -> None:
    *_, last = played(
        mind,
        Plan("general-secretary", "against", "standard", 3, 21),
        "Stalin was a good politician. He teamed up with Zinoviev to get rid of Trotsky, then with Bukharin",
        "but i think that he was the boss of everyone",
        "in 1925 he let Zinoviev attack Trotsky and looked like the moderate one, so people in the Central Committee "
        "trusted him more than Zinoviev, which had nothing to do with the secretariat",
    )
    assert last.assessment
    assert last.assessment.quality >= 2


def test_a_bare_yes_to_the_judge_is_no_judgement(mind: Mind) -> None:
    plan = Plan("general-secretary", "for", "standard", 2, 1)
    moves = [CLAIM, "idk", "idk", "idk", "the Lenin enrolment brought in workers", "no", "no"]
    *_, first, second = played(mind, plan, *moves, "fair enough", "yeah true")
    assert first.round.phase == "judgement"
    assert "without a judgement" in said(second, "assessment")[0]
