from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.base.motion import Motion
from bot.record.search import ArgumentSearch


@pytest.fixture(scope="module")
def search(museum: Motion) -> ArgumentSearch:
    return ArgumentSearch(museum)


def test_the_argument_that_shares_the_rare_words_comes_first(search: ArgumentSearch, museum: Motion) -> None:
    for name, argument in museum.arguments.items():
        assert search.rank(argument.phrasings[0])[0][0] == name


def test_the_best_come_first_and_no_more_than_asked_for(search: ArgumentSearch, museum: Motion) -> None:
    everything = " ".join(argument.claim for argument in museum.arguments.values())
    ranked = search.rank(everything, first=2)
    assert len(ranked) == 2
    assert ranked[0][1] >= ranked[1][1] > 0


@pytest.mark.parametrize("text", ["", "???", "zzyzx qwxv", "’🙂"])
def test_what_shares_no_word_finds_nothing(search: ArgumentSearch, text: str) -> None:
    assert search.rank(text) == []


@pytest.mark.parametrize("text", ['bell" OR "x', "bell NEAR(museum", "NOT bell", "text: bell*", "bell ^ - + ("])
def test_signs_of_the_query_language_are_only_text(search: ArgumentSearch, text: str) -> None:
    assert search.rank(text)


@given(text=st.text())
@settings(max_examples=50)
def test_any_text_can_be_searched_for(search: ArgumentSearch, text: str) -> None:
    assert len(search.rank(text)) <= 3
