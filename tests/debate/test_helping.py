from __future__ import annotations

import pytest
from played import played, said

from bot.base.motion import Level
from bot.debate.answer import Mind
from bot.debate.answering import opening
from bot.debate.opponent import find_attack
from bot.debate.round import Move, Plan

CLAIM = "he put his mates in all the top jobs"
HINT = Move("hint")


@pytest.mark.parametrize("level", ["guided", "standard"])
def test_every_hint_on_one_challenge_gives_something_new(mind: Mind, level: Level) -> None:
    outcomes = played(mind, Plan("general-secretary", "for", level, 3, 1), CLAIM, HINT, HINT)
    helps = [said(outcome, "hint") + said(outcome, "evidence") for outcome in outcomes]
    given = [text for texts in helps for text in texts if not text.startswith("Here is a fact")]
    assert len(given) == len(set(given)) >= 3


def test_help_that_was_given_unasked_is_not_given_again_when_asked(mind: Mind) -> None:
    *_, unasked, asked = played(mind, Plan("general-secretary", "for", "guided", 3, 1), CLAIM, "idk", "idk", HINT)
    assert said(unasked, "evidence")
    assert said(asked, "evidence") != said(unasked, "evidence")


def test_a_fact_given_as_help_is_one_that_a_good_answer_uses(mind: Mind) -> None:
    first, _, fact = played(mind, Plan("general-secretary", "for", "standard", 3, 1), CLAIM, HINT, HINT)
    attack = find_attack(mind.motion, first.round.attack)
    assert attack
    (line,) = [line for line in fact.lines if line.role == "evidence"]
    assert line.ids[0] in attack.helps
    assert said(fact, "source")


def test_who_meets_evidence_of_the_other_side_is_pointed_to_an_argument_of_their_own(mind: Mind) -> None:
    plan = Plan("general-secretary", "against", "guided", 3, 1)
    (outcome,) = played(mind, plan, "It was not patronage that beat Trotsky")
    (hint,) = [line for line in outcome.lines if line.role == "hint"]
    assert mind.motion.sides[hint.ids[0]] == "against"
    assert mind.motion.arguments[hint.ids[0]].claim in hint.text


def test_one_who_wants_plainer_words_gets_them_with_help_and_the_same_question(mind: Mind) -> None:
    first, clearer = played(mind, Plan("general-secretary", "for", "standard", 3, 1), CLAIM, "what do you mean?")
    assert clearer.kind == "aside"
    assert "teacher" not in " ".join(said(clearer, "prompt"))
    assert said(clearer, "hint")
    assert said(first, "question")[0] in said(clearer, "question")[0]


def test_one_who_asks_what_to_do_is_told_and_given_arguments_to_try(mind: Mind) -> None:
    (outcome,) = played(mind, Plan("general-secretary", "for", "standard", 3, 1), "what do i do")
    assert "reason" in said(outcome, "prompt")[0]
    assert said(outcome, "hint")


def test_an_evidence_question_that_is_asked_again_keeps_its_words(mind: Mind) -> None:
    plan = Plan("general-secretary", "against", "standard", 3, 1)
    first, again = played(mind, plan, "It was not patronage that beat Trotsky", "idk")
    assert said(first, "question")[0] in said(again, "question")[0]


def test_a_swapped_round_asks_for_one_thing_at_its_start(mind: Mind) -> None:
    plan = Plan("general-secretary", "against", "guided", 3, 1, start_from=("patronage",))
    assert not [line for line in opening(mind, plan) if line.role == "hint"]
