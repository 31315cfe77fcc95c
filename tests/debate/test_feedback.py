from __future__ import annotations

from bot.base.motion import Motion
from bot.debate.feedback import feedback_lines, summarise
from bot.debate.round import Plan, Turn
from bot.debate.wording import sentences

SENTENCE = "In 1925 the vote was 559 to 65 because secretaries chose the delegates."
TURN = Turn(
    "reply",
    SENTENCE,
    arguments=("congress-votes",),
    answered="patronage-uglanov-turned",
    quality=2,
    evidence=("1925",),
    explains="because",
    tags=("specific evidence", "explanation"),
)


def test_a_sentence_that_earned_two_tags_is_quoted_once(motion: Motion) -> None:
    lines = feedback_lines(motion, Plan(motion.id, "for"), [TURN])
    quoting = [line.text for line in lines if SENTENCE in line.text]
    assert len(quoting) == 1
    assert quoting[0].startswith("Specific evidence, explanation:")


def test_the_two_strongest_unused_arguments_of_the_side_are_named(motion: Motion) -> None:
    ignored = summarise(motion, "for", [TURN]).ignored
    weights = [motion.arguments[name].weight for name, side in motion.sides.items() if side == "for"]
    assert len(ignored) == 2
    assert "congress-votes" not in ignored
    assert motion.arguments[ignored[0]].weight == max(weights)


def test_every_id_that_the_feedback_names_is_in_the_base(motion: Motion) -> None:
    known = {*motion.arguments, *motion.sources}
    known |= {item.id for argument in motion.arguments.values() for item in (*argument.evidence, *argument.challenges)}
    assert {name for line in feedback_lines(motion, Plan(motion.id, "for"), [TURN]) for name in line.ids} <= known


def test_no_sentence_of_the_bot_knows_the_motion(motion: Motion) -> None:
    names = [name for person in motion.heading.people for name in (person.name.split()[-1], *person.aliases)]
    said = " ".join(text for variants in sentences().values() for text in variants).casefold()
    assert [name for name in names if f" {name.casefold()} " in f" {said} "] == []
