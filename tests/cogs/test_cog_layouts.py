"""How texts are cut and lines are laid out."""

from __future__ import annotations

from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.cogs.layouts import ROOM, Block, blocks, length, messages, quoted, shortened, split, spoken
from bot.cogs.views import Position, buttons
from bot.debate.said import Line

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from(" \n.*_`>#"))


@given(TEXTS, st.integers(10, 200))
def test_no_piece_is_too_long_and_no_word_is_lost(text: str, room: int) -> None:
    pieces = split(text, room)
    assert all(0 < length(piece) <= room for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=300))
def test_a_word_is_never_cut_where_it_fits(words: list[str]) -> None:
    assert " ".join(split(" ".join(words), 40)).split() == words


def test_a_text_is_cut_at_a_sentence_rather_than_at_a_word() -> None:
    assert split("He won. They lost the vote in the end. And so on.", 40) == [
        "He won. They lost the vote in the end.",
        "And so on.",
    ]


@given(TEXTS.map(lambda text: (text * (4000 // max(1, len(text)) + 1))[:4000]))
def test_the_longest_turn_fits_in_messages(text: str) -> None:
    views = messages([*spoken("You", text), Block("challenge", ["x" * 1500])])
    assert all(view.content_length() <= 4000 for view in views)
    assert all(line.startswith("> ") for piece in quoted(text) for line in piece.split("\n"))


def test_each_correction_and_the_challenge_stand_in_a_box_with_their_source() -> None:
    lines = [
        Line("heard", "You argue: patronage."),
        Line("heard", "Your words."),
        Line("correction", "A small correction."),
        Line("source", "Source: A."),
        Line("correction", "Another."),
        Line("source", "Source: B."),
        Line("challenge", "Yet ..."),
        Line("question", "Why?"),
        Line("source", "Source: C."),
        Line("hint", "Hint: look."),
    ]
    assert [(block.tone, block.texts) for block in blocks(lines)] == [
        ("talk", ["You argue: patronage.", "-# Your words."]),
        ("mend", ["A small correction.", "-# Source: A."]),
        ("mend", ["Another.", "-# Source: B."]),
        ("challenge", ["Yet ...", "### Why?", "-# Source: C."]),
        ("help", ["Hint: look."]),
    ]


def test_pieces_of_evidence_are_set_apart() -> None:
    lines = [Line("evidence", "One."), Line("source", "A."), Line("evidence", "Two."), Line("source", "B.")]
    (block,) = blocks(lines)
    assert block.text == "One.\n-# A.\n\nTwo.\n-# B."


def test_a_line_of_feedback_is_labelled_in_bold() -> None:
    (block,) = blocks([Line("feedback", "Next: give a date."), Line("feedback", "“He: so” is a quote.")])
    assert block.texts[1:] == ["- **Next:** give a date.", "- “He: so” is a quote."]


def test_many_blocks_stay_within_discords_components() -> None:
    parts = [Block("challenge", ["short"]) for _ in range(50)]
    views = messages(parts, buttons(Position(1, 2, "reply", can_redraft=True, can_show_evidence=True)))
    assert all(view.total_children_count <= 40 for view in views)
    assert [isinstance(view.children[-1], ui.ActionRow) for view in views] == [False] * (len(views) - 1) + [True]
    assert sum(view.content_length() for view in views) <= ROOM


def test_a_long_label_is_shortened_at_a_word() -> None:
    assert shortened("Short") == "Short"
    label = shortened("A very long title " * 8)
    assert len(label) <= 80
    assert label.endswith(("title...", "long...", "very...", "A..."))
