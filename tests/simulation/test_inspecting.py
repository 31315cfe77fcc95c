from __future__ import annotations

from dataclasses import replace

import pytest

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.debate.answering import respond
from bot.debate.opponent import Met
from bot.debate.round import Move, Outcome, Plan, Round
from bot.debate.said import Line
from bot.simulation.inspecting import Inspector

PLAN = Plan("general-secretary", "for", "standard", 3, 1)


@pytest.fixture(scope="module")
def sound(mind: Mind) -> Outcome:
    return respond(mind, PLAN, Round(), Move("say", "he put his mates in all the top jobs"), [])


def flaws(motion: Motion, outcome: Outcome, plan: Plan = PLAN) -> list[str]:
    return [f"{flaw.kind}: {flaw}" for flaw in Inspector(motion).flaws(plan, Round(), outcome)]


def test_a_sound_answer_has_no_flaw(motion: Motion, sound: Outcome) -> None:
    assert flaws(motion, sound) == []


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        (Line("challenge", "But the moon is made of cheese."), "names no id"),
        (Line("challenge", "But the moon is made of cheese.", ("patronage-uglanov-turned",)), "does not say"),
        (Line("source", "Source: a friend told me.", ("harris-2005",)), "does not say"),
        (Line("correction", "One thing to mend: it was so.", ("no-such-id",)), "not in the base"),
        (Line("prompt", "In 1931 it was all over."), "a year stands without an id"),
    ],
)
def test_a_fact_that_the_base_does_not_state_is_found(motion: Motion, sound: Outcome, line: Line, flaw: str) -> None:
    found = flaws(motion, replace(sound, lines=(*sound.lines, line)))
    assert any(item.startswith("unfounded: ") and flaw in item for item in found)


def test_the_year_in_a_students_own_words_is_no_flaw(motion: Motion, sound: Outcome) -> None:
    line = Line("assessment", "“it was in 1931” is general: which person would show it?")
    assert flaws(motion, replace(sound, lines=(*sound.lines, line))) == []


def test_length_repetition_silence_and_pressing_are_found(motion: Motion, sound: Outcome) -> None:
    text = next(line.text for line in sound.lines if line.role == "challenge")
    ids = next(line.ids for line in sound.lines if line.role == "challenge")
    long = (Line("challenge", f"{text} {'word ' * 40}", ids), Line("question", "Why?"))
    assert any("words" in item for item in flaws(motion, replace(sound, lines=long)))
    assert "other: nothing was said" in flaws(motion, replace(sound, lines=()))
    twice = replace(sound.round, put=(*sound.round.put, *sound.round.put))
    assert "repeated: a challenge was put twice in a round" in flaws(motion, replace(sound, round=twice))
    assert "other: a point was pressed more than twice" in flaws(
        motion, replace(sound, round=replace(sound.round, presses=3))
    )


def test_a_challenge_that_comes_back_too_soon_is_found(motion: Motion, sound: Outcome) -> None:
    assert sound.choice
    lately = replace(PLAN, met=Met(recent=frozenset({sound.choice.attack.id})))
    assert any("last rounds" in item for item in flaws(motion, sound, lately))
