from __future__ import annotations

import pytest

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.debate.answering import opening, respond
from bot.debate.feedback import feedback_lines
from bot.debate.round import Move, MoveKind, Plan, Round, Turn, check_legal, still_known, swapped, turn_of
from bot.errors import IllegalMove

PLAN = Plan("general-secretary", "for", "guided", 3, 1)


def spoken(mind: Mind, *texts: str, plan: Plan = PLAN) -> tuple[Round, list[Turn]]:
    round_, turns = Round(), []
    for text in texts:
        move = Move("say", text)
        outcome = respond(mind, plan, round_, move, turns)
        round_ = outcome.round
        turns.append(turn_of(move, outcome))
    return round_, turns


def without(mind: Mind, motion: Motion) -> Mind:
    return Mind(motion, mind.recogniser, mind.facts, mind.assessor, mind.glossary)


def shrunk(motion: Motion, lost: str) -> Motion:
    """Give the base without what a round stands on: an argument, a challenge, the evidence, a misconception."""
    arguments = dict(motion.arguments)
    match lost:
        case "argument":
            del arguments["patronage"]
            sides = {name: side for name, side in motion.sides.items() if name != "patronage"}
            return motion.model_copy(update={"arguments": arguments, "sides": sides})
        case "challenges":
            kept = arguments["patronage"].challenges[-1:]
            arguments["patronage"] = arguments["patronage"].model_copy(update={"challenges": kept})
        case "points":
            kept_points = arguments["patronage"].points[-1:]
            arguments["patronage"] = arguments["patronage"].model_copy(update={"points": kept_points})
        case "misconceptions":
            return motion.model_copy(update={"misconceptions": ()})
    return motion.model_copy(update={"arguments": arguments})


@pytest.mark.parametrize("lost", ["argument", "challenges", "points", "misconceptions"])
def test_a_stored_round_goes_on_when_the_base_has_lost_what_it_stood_on(mind: Mind, motion: Motion, lost: str) -> None:
    round_, turns = spoken(
        mind,
        "Stalin became General Secretary in 1919 so he put his mates in all the top jobs",
        "he just put them there",
    )
    assert turns[0].mistakes
    assert round_.phase == "reply"
    small = without(mind, shrunk(motion, lost))
    for kind in ("hint", "evidence", "concede", "say", "redraft", "end"):
        known = still_known(round_, small.motion)
        move = Move(kind, "Trotsky did not turn up to Lenin's funeral" if kind in ("say", "redraft") else "")  # type: ignore[arg-type]
        if kind == "concede" and known.phase == "claim":  # its challenge is gone
            with pytest.raises(IllegalMove):
                respond(small, PLAN, known, move, turns)
        else:
            assert respond(small, PLAN, known, move, turns).lines
    assert feedback_lines(small.motion, PLAN, turns)
    assert opening(small, swapped(PLAN, ["patronage", "gone"], 3))


def test_a_challenge_that_left_the_base_still_takes_a_reply(mind: Mind, motion: Motion) -> None:
    round_, turns = spoken(mind, "he put his mates in all the top jobs")
    small = without(mind, shrunk(motion, "challenges"))
    assert round_.attack != small.motion.arguments["patronage"].challenges[0].id
    outcome = respond(small, PLAN, still_known(round_, small.motion), Move("say", "Molotov replaced him"), turns)
    assert outcome.kind == "reply"


def test_a_swapped_round_starts_from_the_arguments_just_used(mind: Mind, motion: Motion) -> None:
    plan = swapped(PLAN, ["patronage", "lenin-enrolment"], 7)
    assert (plan.side, plan.level, plan.exchanges, plan.seed) == ("against", "guided", 3, 7)
    said = " ".join(line.text for line in opening(mind, plan))
    assert motion.arguments["patronage"].title in said
    assert motion.arguments["lenin-enrolment"].title in said


def test_a_student_without_a_claim_meets_in_a_swapped_round_what_they_argued_themselves(mind: Mind) -> None:
    plan = swapped(Plan("general-secretary", "for", "standard", 3, 1), ["lenin-enrolment"], 7)
    round_, _ = spoken(mind, "asdf", "qwerty", "zxcv", plan=plan)
    assert round_.focus
    assert round_.focus.argument == "lenin-enrolment"


@pytest.mark.parametrize(
    ("round_", "kind"),
    [
        (Round(), "pick"),
        (Round(), "concede"),
        (Round(), "redraft"),
        (Round(phase="pick"), "concede"),
        (Round(phase="reply"), "pick"),
        (Round(phase="judgement"), "concede"),
        (Round(phase="finished"), "say"),
    ],
)
def test_a_move_that_is_not_allowed_says_what_to_do(round_: Round, kind: MoveKind) -> None:
    with pytest.raises(IllegalMove, match=r"[.]$"):
        check_legal(round_, Move(kind, "text"))


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_empty_and_endless_turns_are_refused(text: str) -> None:
    with pytest.raises(IllegalMove):
        check_legal(Round(), Move("say", text))
