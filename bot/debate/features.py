"""Turns a text into what recognition weighs: words, pairs of words, and groups of three to five letters.

Names come in one form, however they were typed, and words are cut to what their forms share.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from bot.debate.glossary import Glossary
from bot.debate.lexicon import FUNCTION
from bot.debate.reading import stem
from bot.debate.text import normalise, tokens

Vector = tuple[np.ndarray, np.ndarray]  # places in the vocabulary, and the value at each


def words_of(text: str, glossary: Glossary) -> list[str]:
    """Give the words of a text, without case and "'s", and with the names of the glossary in place of their aliases."""
    return [word.removesuffix("'s") for word in tokens(glossary.in_full(normalise(text)))]


def word_features(words: list[str]) -> Counter[str]:
    """Count stems, pairs of neighbours, and pairs of content words that function words part."""
    stems = [cut(word) for word in words]
    content = [short for word, short in zip(words, stems, strict=True) if word not in FUNCTION]
    return Counter(
        [*stems, *(f"{one} {two}" for one, two in pairwise(stems)), *(f"{one}_{two}" for one, two in pairwise(content))]
    )


def cut(word: str) -> str:
    """Cut a word; a content word that is cut to a function word ("allies" to "all") stays apart from it."""
    short = stem(word)
    return f"{short}-" if short in FUNCTION and word not in FUNCTION else short


def letter_features(words: list[str]) -> Counter[str]:
    """Count groups of letters within words, so that a misspelt word is still near the right one."""
    marked = [f"|{word}|" for word in words]
    return Counter(word[i : i + n] for word in marked for n in (3, 4, 5) for i in range(len(word) - n + 1))


class Vocabulary:
    """The known features, word features before letter groups, each weighed by its rarity (tf-idf)."""

    def __init__(self, names: Iterable[str], rarity: np.ndarray, *, words: int) -> None:
        self._names = list(names)
        self._places = {name: place for place, name in enumerate(self._names[:words])}
        self._letters = {name: place for place, name in enumerate(self._names[words:], words)}
        self.rarity = rarity
        self.words = words

    @classmethod
    def of(cls, texts: list[list[str]]) -> Vocabulary:
        """Learn the features of texts, each given as its words, and how rare they are."""
        spread = [Counter[str](), Counter[str]()]
        for words in texts:
            spread[0].update(word_features(words).keys())
            spread[1].update(letter_features(words).keys())
        rarity = [math.log((len(texts) + 1) / (count + 1)) + 1 for part in spread for count in part.values()]
        return cls([*spread[0], *spread[1]], np.array(rarity, dtype=np.float32), words=len(spread[0]))

    def __len__(self) -> int:
        return len(self._names)

    @property
    def names(self) -> list[str]:
        """Every feature in its place."""
        return self._names

    def place(self, word_feature: str) -> int | None:
        """Say where a word feature stands, if it is known."""
        return self._places.get(word_feature)

    def weigh(self, words: list[str]) -> tuple[Vector, Vector]:
        """Weigh words and letter groups apart, each part of length one, so that both count alike in any text."""
        return self._part(word_features(words), self._places), self._part(letter_features(words), self._letters)

    def _part(self, counts: Counter[str], places: dict[str, int]) -> Vector:
        known = [(places[name], count) for name, count in counts.items() if name in places]
        if not known:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        at, number = np.array(known, dtype=np.int64).T
        values = (1 + np.log(number)) * self.rarity[at]
        return at, (values / np.linalg.norm(values)).astype(np.float32)
