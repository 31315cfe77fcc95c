from __future__ import annotations

from collections.abc import Callable

import pytest
from stage import screen, shown, typed

from bot.practice import Practice
from bot.terminal.playing import Ask, play

CLAIM = "its their heritage not ours"


def test_a_line_is_a_turn_and_a_word_is_a_move(practice: Practice, plays: Callable[..., str]) -> None:
    plays(CLAIM, "/hint", "/EVIDENCE please", "/redraft In a glass case it has lost its purpose.", "/end")
    kinds = [turn["kind"] for turn in practice.record.turns(practice.number) if turn["speaker"] == "student"]
    assert kinds == ["claim", "hint", "evidence", "claim", "end"]
    assert practice.round.phase == "finished"


def test_a_look_up_is_no_turn(practice: Practice, plays: Callable[..., str]) -> None:
    out = plays("/help", "/arguments", "/arguments safer-here", "/who captain hail", "/nonsense")
    assert practice.record.turns(practice.number) == []
    assert "/redraft TEXT" in out
    assert "belongs-home: " in out
    assert "Source: " in out
    assert "Captain Edmund Hale" in out
    assert "There is no /nonsense." in out


def test_a_number_picks_while_there_is_something_to_pick_from(practice: Practice, plays: Callable[..., str]) -> None:
    plays("dunno")
    assert practice.round.phase == "pick"
    guess = practice.round.guesses[0].argument
    out = plays("9", "1")
    assert "Pick a number from 1" in out
    assert practice.round.focus is not None
    assert practice.round.focus.argument == guess


def test_redraft_alone_asks_for_the_new_words_and_offers_the_old(practice: Practice) -> None:
    offered: list[str] = []
    lines = iter([CLAIM, "/redraft", "In a glass case it has lost its purpose."])

    def ask(prompt: str, draft: str = "") -> str:
        offered.append(draft)
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    play(practice, screen(), ask)
    assert offered[2] == CLAIM
    assert [turn.text for turn in practice.turns] == ["In a glass case it has lost its purpose."]


def test_the_prompt_says_what_is_wanted_now(practice: Practice) -> None:
    prompts: list[str] = []

    def heard(lines: Ask) -> Ask:
        def ask(prompt: str, draft: str = "") -> str:
            prompts.append(prompt)
            return lines(prompt, draft)

        return ask

    play(practice, screen(), heard(typed(CLAIM, "no", "no")))
    assert prompts[:2] == ["your claim> ", "your reply (1 of 2)> "]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "x" * 100_000,
        "🙂🙂🙂",
        "مرحبا بالعالم",
        "Сталин победил",
        "'; drop table turns; --",
        "[bold red]**@everyone** <script>[/]",
        "\x1b[31m\x07red\x00\u202e",
        "\ufffd\ufffd",
        "\u00b2",
        "9" * 5000,
    ],
)
def test_odd_input_gets_a_sentence_and_the_round_goes_on(
    practice: Practice, plays: Callable[..., str], text: str
) -> None:
    out = plays(text, CLAIM)
    assert out.strip()
    assert not set(out) & {"\x1b", "\x07", "\x00", "\u202e"}
    assert practice.round.phase == "reply"


@pytest.mark.parametrize("leaves", [EOFError, KeyboardInterrupt])
def test_leaving_keeps_the_round_and_says_how_to_go_on(practice: Practice, leaves: type[BaseException]) -> None:
    def ask(prompt: str, draft: str = "") -> str:
        raise leaves

    on = screen()
    play(practice, on, ask)
    assert "Round 1 is kept" in shown(on)
    assert practice.record.open_round("ada") is not None
