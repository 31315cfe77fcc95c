"""Splits a sentence into words as the wordings count them, and puts misspelt names and words right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|'\d\d(?!\d)|\d+[a-z]*|[a-z]+(?:'[a-z]+)*|(?<=\d)[-/](?=\d)|[,:()]|(?<= )-(?= )|\?$|&"
)
_JOINED = re.compile(r"\b(re|co)-(?=[a-z])")
_NOT = re.compile(r"(ca|wo|do|does|did|is|was|are|were|has|had|have|would|could|should|must)n'?t")
_STEMS = {"ca": "can", "wo": "will"}
_SHORT = {
    "he's": ("he", "is"),
    "it's": ("it", "is"),
    "who's": ("who", "is"),
    "that's": ("that", "is"),
    "&": ("and",),
    "partys": ("party", "'s"),
}
_SHORTENED = re.compile(r"(he|she|it|they|who|that|there|we|you|i)'(d|ve|re|ll)")
_LONG = {"ve": "have", "re": "are", "ll": "will"}
_BASE = {"be", "have", "not", "never", "also", "still", "like", "want", "need", "lose", "win"}  # after "he would"
_SUFFIXES = ("ist", "ists", "ism", "ite", "ites", "ian", "ians", "isms", "s")
PLAIN = {
    word: plain
    for plain, words in {
        "kicked": "booted shoved chased turfed hounded",
        "thrown": "chucked slung flung hurled tossed",
        "sacked": "axed binned canned",
        "killed": "offed slain slaughtered",
        "got": "gotten",
        "because": "cos coz cuz bc becuase becos",
        "until": "til",
        "with": "w",
        "against": "vs",
        "before": "b4",
    }.items()
    for word in words.split()
}
"""What students say for the plainer words in which wordings are written."""
_LEARNT = re.compile(r"(?<![a-z{-])[a-z]{7,}(?![a-z*}-])")
_MOST_HEARD = 20_000  # words whose spelling is kept in mind


class Spelling:
    """The names of a motion and the longer words of its wordings, as they may be misspelt."""

    def __init__(self) -> None:
        self._starts: set[str] = set()  # words that begin a name, and stand as they are
        self._people: set[str] = set()  # names of one word, for a possessive without its apostrophe
        self._near: dict[str, list[tuple[str, int]]] = {}  # first letter -> names that are heard with a slip of the pen
        self._words: dict[str, list[str]] = {}  # first letter -> words of the wordings
        self._heard: dict[str, str] = {}

    def add_start(self, word: str) -> None:
        """Let a word that begins a name stand as it is."""
        self._starts.add(word)

    def add_name(self, name: str, *, person: bool, correct: bool) -> None:
        """Add a name of one word; one that is `correct` is also heard with slips."""
        if person:
            self._people.add(name)
        if correct and len(name) >= (6 if person else 8):
            slips = 2 if person and len(name) >= 8 else 1
            self._near.setdefault(name[0], []).append((name, slips))

    def learn(self, wordings: Iterable[str]) -> None:
        """Learn the longer words of the wordings, so that they are heard with a letter missing, doubled or moved."""
        for word in sorted({word for wording in wordings for word in _LEARNT.findall(wording)}):
            self._words.setdefault(word[0], []).append(word)

    def correct(self, words: list[str]) -> list[str]:
        """Put names right that are a slip away from one, and part "stalins" in two."""
        spelled: list[str] = []
        for word in words:
            if word in self._starts or len(word) < 5 or not word.isalpha():
                spelled.append(word)
                continue
            if word not in self._heard:
                if len(self._heard) > _MOST_HEARD:
                    self._heard.clear()
                possessive = word[-1] == "s" and word[:-1] in self._people
                self._heard[word] = word[:-1] + " 's" if possessive else self._nearest(word)
            spelled += self._heard[word].split(" ")
        return spelled

    def _nearest(self, word: str) -> str:
        best, least = word, 3
        for name, slips in self._near.get(word[0], ()) if len(word) >= 6 else ():
            if abs(len(name) - len(word)) > slips or any(word == name + suffix for suffix in _SUFFIXES):
                continue
            if slips == 1 and word[-1] != name[-1]:
                continue
            distance = _slips(word, name, least)
            if distance <= slips and distance < least:
                best, least = name, distance
        return best if best != word or len(word) < 6 else self._mistyped(word)

    def _mistyped(self, word: str) -> str:
        """Find a word of the wordings that this one is by a slip of the fingers: no other letter in place of one."""
        listed = self._words.get(word[0], ())
        if word in listed:
            return word
        for wanted in listed:
            same_letters = len(wanted) == len(word) and sorted(wanted) == sorted(word)
            if (not same_letters and abs(len(wanted) - len(word)) != 1) or wanted[-1] != word[-1]:
                continue
            if not any(word + end == wanted or wanted + end == word for end in "sd") and _slips(word, wanted, 2) == 1:
                return wanted
        return word


def split_words(plain: str) -> list[str]:
    """Split a normalised sentence into words as the wordings count them."""
    words: list[str] = []
    for word in _WORD.findall(_JOINED.sub(r"\1", plain)):
        words += _parts(word)
    for place, word in enumerate(words):
        if word == "'d":
            words[place] = "would" if words[place + 1 : place + 2] and words[place + 1] in _BASE else "had"
    return words


@lru_cache(maxsize=_MOST_HEARD)
def _parts(word: str) -> tuple[str, ...]:
    if word in _SHORT:
        return _SHORT[word]
    if shortened := _SHORTENED.fullmatch(word):
        return shortened[1], _LONG.get(shortened[2], "'d")
    if negated := _NOT.fullmatch(word):
        return _STEMS.get(negated[1], negated[1]), "not"
    if word.endswith("'s"):
        return word[:-2], "'s"
    return (word.replace(",", "") if word[0].isdigit() else word,)


def _slips(one: str, other: str, limit: int) -> int:
    """Count the slips between two words (optimal string alignment), or give `limit` if there are as many."""
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, above, row = above, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) >= limit:
            return limit
    return min(row[-1], limit)
