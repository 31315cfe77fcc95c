from __future__ import annotations

import numpy as np
import pytest

from bot.base.motion import Motion
from bot.debate.features import Vocabulary, cut, letter_groups, words_of
from bot.debate.glossary import Glossary

TEXTS = [["he", "chose", "his", "allies"], ["his", "allies", "feared", "trotsky"], ["trotsky", "chose", "badly"]]


def test_a_name_has_one_form_however_it_is_typed(motion: Motion) -> None:
    glossary = Glossary(motion.heading)
    assert words_of("Zinoviev's friends", glossary) == words_of("Zinoviev friends", glossary) == ["zinoviev", "friends"]
    assert words_of("the gen sec", glossary) == words_of("The General Secretary", glossary)
    assert words_of("He didn't", glossary) == words_of("he didnt", glossary)


def test_the_forms_of_a_word_are_one_and_a_content_word_is_no_function_word() -> None:
    assert cut("appointed") == cut("appoint")
    assert cut("allies") == cut("ally") != cut("all")


def test_a_misspelt_word_shares_most_letter_groups_with_the_right_one() -> None:
    right, wrong = set(letter_groups("secretariat")), set(letter_groups("secretariet"))
    assert len(right & wrong) > len(right - wrong)
    assert letter_groups("they") == []


def test_each_group_counts_for_its_part_and_what_is_unknown_for_nothing() -> None:
    vocabulary = Vocabulary.of(TEXTS)
    near, others = vocabulary.weigh([["he", "chose", "his", "allies"]])
    assert [float(part.values @ part.values) for part in (near, others)] == pytest.approx([0.5, 0.5])
    assert not any(len(part.places) for part in vocabulary.weigh([["qqq"]]))
    assert not any(len(part.places) for part in vocabulary.weigh([[]]))


def test_no_two_features_have_one_place() -> None:
    vocabulary = Vocabulary.of(TEXTS)
    for words in TEXTS:
        places = np.concatenate([part.places for part in vocabulary.weigh([words])])
        assert len(np.unique(places)) == len(places)
        assert places.max() < len(vocabulary.rarity)


def test_words_that_stand_together_once_are_left_out() -> None:
    vocabulary = Vocabulary.of(TEXTS)
    together = np.array(sorted((vocabulary.stems[cut("his")], vocabulary.stems[cut("allies")])))
    assert vocabulary.company.tolist() == [together[0] * (1 << 20) + together[1]]
    assert len(vocabulary.weigh([["allies", "of", "his"]])[1].places) > len(letter_groups("allies"))


def test_what_is_known_of_a_text_is_told_as_it_was_typed() -> None:
    vocabulary = Vocabulary.of(TEXTS)
    known = vocabulary.known(["he", "choses", "his", "qqq", "friend"])
    assert list(known) == ["he", "choses", "his", "he choses", "choses his"]
    assert set(known.values()) <= set(vocabulary.weigh([["he", "choses", "his"]])[0].places.tolist())
