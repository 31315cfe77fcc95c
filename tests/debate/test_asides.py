from __future__ import annotations

import pytest

from bot.debate.asides import is_stuck


@pytest.mark.parametrize(
    "text",
    [
        "no idea lol",
        "um, no idea",
        "i have no idea",
        "i honestly have no clue",
        "not sure",
        "im really not sure",
        "can i have a hint",
        "need help",
        "hint pls",
        "another clue?",
        "pass",
        "skip this one",
        "ok i give up",
        "i cant think of anything",
    ],
)
def test_a_student_who_does_not_know_how_to_go_on_is_heard(text: str) -> None:
    assert is_stuck(text)


@pytest.mark.parametrize(
    "text",
    [
        "Trotsky had no idea how to win people over",
        "the members had no clue what Lenin wrote",
        "Zinoviev was not sure whom to trust",
        "Stalin did not need help from anybody",
        "Lenin dropped a hint about him",
        "the congress let his resolution pass",
        "Trotsky had to give up the army",
    ],
)
def test_what_is_said_of_somebody_else_is_not_the_students_own_trouble(text: str) -> None:
    assert not is_stuck(text)
