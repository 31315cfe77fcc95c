from __future__ import annotations

import numpy as np
import pytest

from bot.base.motion import Motion
from bot.debate.features import Vocabulary, letter_features, word_features, words_of
from bot.debate.glossary import Glossary


def test_a_name_has_one_form_however_it_is_typed(motion: Motion) -> None:
    glossary = Glossary(motion.heading)
    assert words_of("Zinoviev's friends", glossary) == words_of("Zinoviev friends", glossary) == ["zinoviev", "friends"]
    assert words_of("the gen sec", glossary) == words_of("The General Secretary", glossary)


def test_the_forms_of_a_word_and_what_stands_between_two_matter_little() -> None:
    one, other = word_features(["he", "appointed", "his", "allies"]), word_features(["appoint", "ally"])
    assert "appoint_all-" in one & other
    assert not word_features(["allies"]) & word_features(["all"])


def test_a_misspelt_word_shares_most_letter_groups_with_the_right_one() -> None:
    right, wrong = letter_features(["secretariat"]), letter_features(["secretariet"])
    assert len(right & wrong) > len(right - wrong)


def test_words_and_letters_weigh_alike_and_unknown_ones_nothing() -> None:
    vocabulary = Vocabulary.of([["he", "chose", "allies"], ["they", "feared", "trotsky"]])
    words, letters = vocabulary.weigh(["he", "feared", "allies"])
    assert [float(np.linalg.norm(values)) for _, values in (words, letters)] == pytest.approx([1, 1])
    assert all(place < vocabulary.words for place in words[0])
    assert all(place >= vocabulary.words for place in letters[0])
    assert [len(places) for places, _ in vocabulary.weigh(["qqq"])] == [0, 0]
