from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.text import Text
from stage import screen, shown

from bot.debate.said import Line

SAID = (
    Line("heard", "You argue: [bold]Patronage[/bold]."),
    Line("correction", "One thing to mend: it was 1922, not 1924."),
    Line("source", "Source: A (1999)."),
    Line("challenge", "But in December 1923 only 31 of 83 provincial secretaries had been appointed from above. " * 3),
    Line("question", "How does your reason still hold?"),
    Line("source", "Source: B (2001)."),
)
GUESSES = (Line("prompt", "Which is closest?"), Line("choice", "Luck"), Line("choice", "Fear"))


def test_plain_is_one_line_for_each_thing_said_with_nothing_added() -> None:
    on = screen()
    on.show(SAID)
    assert shown(on).splitlines() == [*(line.text for line in SAID), ""]


@pytest.mark.parametrize("width", [20, 40, 80, 240])
def test_panels_fit_the_terminal_and_stay_readable_on_a_wide_one(width: int) -> None:
    on = screen(width=width, plain=False)
    on.show(SAID)
    widths = [cell_len(line) for line in Text.from_ansi(shown(on)).plain.splitlines()]
    assert max(widths) <= min(width, 96)


def test_a_challenge_stands_in_a_panel_with_its_question_and_source_and_a_correction_keeps_its_own() -> None:
    on = screen(plain=False)
    on.show(SAID)
    plain = Text.from_ansi(shown(on)).plain
    before, _, panel = plain.partition("╭─ Challenge ")
    assert "Source: A (1999)." in before
    assert "Source: B (2001)." in panel
    assert "How does your reason still hold?" in panel


def test_markup_and_control_characters_are_shown_harmlessly() -> None:
    for plain in (True, False):
        on = screen(plain=plain, width=200)
        on.show([Line("heard", "[bold]x[/bold] :smile: \x1b]0;title\x07 \u202eabc")])
        assert "[bold]x[/bold] :smile: ]0;title abc" in shown(on)


def test_no_color_leaves_out_every_colour() -> None:
    coloured, bare = screen(plain=False, colour=True), screen(plain=False)
    for on in (coloured, bare):
        on.show(SAID)
    assert "\x1b[36m" in shown(coloured)
    assert "\x1b[3" not in shown(bare).replace("\x1b[3m", "")


def test_choices_are_numbered_and_end_with_a_way_out() -> None:
    on = screen()
    on.show(GUESSES)
    assert shown(on).splitlines()[1:4] == ["  1. Luck", "  2. Fear", "  0. None of these"]
