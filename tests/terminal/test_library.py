from __future__ import annotations

import pytest

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.terminal.library import browse, who


def test_the_list_names_every_argument_under_its_side(museum: Motion) -> None:
    texts = [line.text for line in browse(museum, "")]
    for name, item in museum.arguments.items():
        assert f"  {name}: {item.title}" in texts
    assert texts[0].startswith("For: ")


def test_an_argument_is_found_by_id_title_or_a_part_of_it_and_shows_every_source(museum: Motion) -> None:
    name, argument = next(iter(museum.arguments.items()))
    for wanted in (name, name.upper(), argument.title, argument.title[1:]):
        lines = browse(museum, wanted)
        assert lines[0].ids == (name,)
        assert [line.text for line in lines if line.role == "challenge"] == [item.text for item in argument.evidence]
        assert sum(line.role == "source" for line in lines) == len(argument.evidence)


def test_a_part_that_fits_several_lists_them_and_an_unknown_name_says_where_to_look(museum: Motion) -> None:
    assert browse(museum, "e")[0].text.startswith("More than one argument fits")
    assert "/arguments lists them all" in browse(museum, "zebra")[0].text


@pytest.mark.parametrize(
    ("wanted", "start"), [("caulder", "Ines Calder: "), ("", "Ask for"), ("zebra", "The glossary")]
)
def test_the_glossary_answers_who_that_was(small_mind: Mind, wanted: str, start: str) -> None:
    assert who(small_mind, wanted)[0].text.startswith(start)
