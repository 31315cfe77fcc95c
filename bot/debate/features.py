"""Turns texts into what recognition weighs: stems and neighbours, what stands together, and groups of letters.

Names come in one form, however they were typed, and words are cut to what their forms share. Each of the three groups
counts for a fixed part of a text, and a feature within it for its rarity (tf-idf).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from bot.debate.glossary import Glossary
from bot.debate.lexicon import FUNCTION
from bot.debate.reading import stem
from bot.debate.text import normalise, tokens

_WORDS, _LETTERS, _COMPANY = 0.5, 0.2, 0.3  # what each group is of a text's squared length
_REACH = 14  # words apart that still stand together
_BITS = 20  # of the place of a stem; a pair of places has twice as many
_BATCH = 2000
_UNKNOWN = -1  # in place of a stem; a pair with it is among no known ones


class Found(NamedTuple):
    """What was found in texts: in which text, and what."""

    texts: np.ndarray
    what: np.ndarray

    def only(self, those: np.ndarray) -> Found:
        """Keep those that are marked."""
        return Found(self.texts[those], self.what[those])


class Weighed(NamedTuple):
    """The features of texts: of which text, their place in the vocabulary, and their value."""

    texts: np.ndarray
    places: np.ndarray
    values: np.ndarray


def words_of(text: str, glossary: Glossary) -> list[str]:
    """Give the words of a text, plain and without "'s", with the names of the glossary in place of their aliases."""
    words = (word.removesuffix("'s").replace("'", "") for word in tokens(glossary.in_full(normalise(text))))
    return [word for word in words if word]


def cut(word: str) -> str:
    """Cut a word; a content word that is cut to a function word ("allies" to "all") stays apart from it."""
    short = stem(word)
    return f"{short}-" if short in FUNCTION and word not in FUNCTION else short


def letter_groups(word: str) -> list[str]:
    """Give the groups of four and five letters of a content word, by which a misspelt one is near the right one."""
    marked = "" if word in FUNCTION else f"|{word}|"
    return [marked[at : at + size] for size in (4, 5) for at in range(len(marked) - size + 1)]


T = TypeVar("T", Found, Weighed)


@dataclass(frozen=True)
class Vocabulary:
    """The known features; a pair is one number, made of the places of its stems, and pairs are in order."""

    stems: dict[str, int]
    letters: dict[str, int]
    neighbours: np.ndarray  # one stem right after the other
    company: np.ndarray  # two stems in either order, not far apart
    rarity: np.ndarray  # of every feature: stems, neighbours, letters, company

    @classmethod
    def of(cls, texts: Sequence[list[str]]) -> Vocabulary:
        """Learn the features of texts, each given as its words, and how rare they are.

        Two stems that stand together in a single text are left out: they make up most, and tell next to nothing.
        """
        words = dict.fromkeys(chain.from_iterable(texts))
        stems = _numbered(map(cut, words))
        letters = _numbered(chain.from_iterable(map(letter_groups, words)))
        meant = {word: [stems[cut(word)]] for word in words}
        spelt = {word: [letters[group] for group in letter_groups(word)] for word in words}
        found: tuple[list[np.ndarray], ...] = ([], [], [], [])
        for some in batches(texts):
            typed = _read(some, meant)
            parts = (typed, _neighbours(typed), _read(some, spelt), _company(typed))
            for kept, part in zip(found, parts, strict=True):
                kept.append(_each_once(part)[0].what)
        counted = [np.unique(np.concatenate(kept), return_counts=True) for kept in found]
        often = counted[3][1] > 1
        counts = np.concatenate([*(count for _, count in counted[:3]), counted[3][1][often]])
        rarity = np.log((len(texts) + 1) / (counts + 1)) + 1
        return cls(stems, letters, counted[1][0], counted[3][0][often], rarity.astype(np.float32))

    def __len__(self) -> int:
        return len(self.stems) + len(self.neighbours) + len(self.letters) + len(self.company)

    def weigh(self, texts: Sequence[list[str]]) -> tuple[Weighed, Weighed]:
        """Weigh the words of texts, with their neighbours, and then all else that is known of them."""
        words = dict.fromkeys(chain.from_iterable(texts))
        typed = _read(texts, {word: [self.stems.get(cut(word), _UNKNOWN)] for word in words})
        stems = typed.only(typed.what != _UNKNOWN)
        neighbours = _among(self.neighbours, _neighbours(typed), len(self.stems))
        start = len(self.stems) + len(self.neighbours)
        known = {
            word: [start + self.letters[group] for group in letter_groups(word) if group in self.letters]
            for word in words
        }
        company = _among(self.company, _company(stems), start + len(self.letters))
        near = self._part(_joined(stems, neighbours), len(texts), _WORDS)
        letters = self._part(_read(texts, known), len(texts), _LETTERS)
        return near, _joined(letters, self._part(company, len(texts), _COMPANY))

    def known(self, words: list[str]) -> dict[str, int]:
        """Give the words and neighbours of a text that are known, as they were typed, and where they stand."""
        ids = np.array([self.stems.get(cut(word), _UNKNOWN) for word in words], dtype=np.int64)
        shown = [*words, *(" ".join(both) for both in pairwise(words))]
        places = _places(_neighbours(Found(np.zeros_like(ids), ids)).what, self.neighbours)
        pairs = np.where(places == _UNKNOWN, _UNKNOWN, places + len(self.stems))
        where = zip(shown, [*ids.tolist(), *pairs.tolist()], strict=True)
        return {name: place for name, place in where if place != _UNKNOWN}

    def _part(self, found: Found, texts: int, share: float) -> Weighed:
        """Weigh one group of features, so that the squares of each text's values sum to `share`."""
        (rows, places), often = _each_once(found)
        values = self.rarity[places] * (1 + np.log(often))
        lengths = np.bincount(rows, values * values, texts)
        return Weighed(rows, places, (values * np.sqrt(share / lengths[rows])).astype(np.float32))


def batches(texts: Sequence[list[str]]) -> Iterator[Sequence[list[str]]]:
    """Give texts some at a time, which bounds memory; no text at all is one batch of none."""
    for start in range(0, max(len(texts), 1), _BATCH):
        yield texts[start : start + _BATCH]


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _read(texts: Sequence[list[str]], meant: Mapping[str, list[int]]) -> Found:
    """Put in place of each word of the texts what it stands for."""
    read = [[number for word in text for number in meant[word]] for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(numbers) for numbers in read])
    return Found(rows, np.fromiter(chain.from_iterable(read), dtype=np.int64))


def _neighbours(stems: Found) -> Found:
    rows, ids = stems
    return Found(rows[1:], ids[:-1] << _BITS | ids[1:]).only(rows[1:] == rows[:-1])


def _company(stems: Found) -> Found:
    rows, ids = stems
    found = [Found(rows[:0], ids[:0])]
    for far in range(1, min(_REACH + 1, len(ids))):
        one, other = ids[:-far], ids[far:]
        pairs = Found(rows[far:], np.minimum(one, other) << _BITS | np.maximum(one, other))
        found.append(pairs.only((rows[far:] == rows[:-far]) & (one != other)))
    return _joined(*found)


def _places(what: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Say where each stands among the known, which are in order."""
    if not len(known):
        return np.full(len(what), _UNKNOWN)
    places = np.minimum(np.searchsorted(known, what), len(known) - 1)
    return np.where(known[places] == what, places, _UNKNOWN)


def _among(known: np.ndarray, found: Found, start: int) -> Found:
    """Keep what is known, as places from `start`."""
    places = _places(found.what, known)
    return Found(found.texts, places + start).only(places != _UNKNOWN)


def _each_once(found: Found) -> tuple[Found, np.ndarray]:
    """Give what was found in each text once, and how often it was."""
    both, often = np.unique(found.texts << 2 * _BITS | found.what, return_counts=True)
    return Found(both >> 2 * _BITS, both & ((1 << 2 * _BITS) - 1)), often


def _joined(*parts: T) -> T:
    return type(parts[0])(*map(np.concatenate, zip(*parts, strict=True)))
