"""Marks the people, things and dates in a student's text, so that the fact check sees through spelling and aliases.

A marked sentence is one line of words with a space before and after each. `@trotsky` is a person, `~red-army` a term,
office or work, `#1924-05` a date, `#1924/1929` a span, `'s` a possessive, and a comma stands for every pause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.base.motion import Heading
from bot.base.timeline import Timeline
from bot.debate.date_marks import DateMarks, may_be_date
from bot.debate.text import normalise, sentences

_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|'\d\d(?!\d)|\d+[a-z]*|[a-z]+(?:'[a-z]+)*|(?<=\d)[-/](?=\d)|[,:()]|(?<= )-(?= )|\?$|&"
)
_PAUSE = {",", ":", "(", ")", "-"}
_NOT = re.compile(r"(ca|wo|do|does|did|is|was|are|were|has|had|have|would|could|should|must)n'?t")
_SHORT = {"he's": ("he", "is"), "it's": ("it", "is"), "who's": ("who", "is"), "that's": ("that", "is"), "&": ("and",)}
_SHORTENED = re.compile(r"(he|she|it|they|who|that|there|we|you|i)'(d|ve|re|ll)")
_LONG = {"ve": "have", "re": "are", "ll": "will"}
_BASE = {"be", "have", "not", "never", "also", "still", "like", "want", "need", "lose", "win"}  # after "he would"
# What students say for the plainer words in which wordings are written.
_PLAIN = {
    word: plain
    for plain, words in {
        "kicked": "booted shoved chased turfed hounded",
        "thrown": "chucked slung flung hurled tossed",
        "sacked": "axed binned canned",
        "killed": "offed bumped slain slaughtered",
        "got": "gotten",
    }.items()
    for word in words.split()
}
_STEMS = {"ca": "can", "wo": "will"}
# What a student says about the argument itself has no bearing on whether the rest is meant.
_ASIDE = re.compile(
    r"\b(?:i (?:would|could|will|can|also|strongly|personally|really)*\s*(?:argue|say|think|believe|feel|agree"
    r"|disagree|claim|thought)"
    r"|in my (?:opinion|view)|it (?:can|could|might) be argued|as i said)(?: that)?\b"
)
_HE = {"he", "him", "his"}
_SUFFIXES = ("ist", "ists", "ism", "ite", "ites", "ian", "ians", "isms", "s")


@dataclass(frozen=True)
class Marked:
    """One sentence as marked, and for each of its words the words as typed."""

    text: str
    typed: tuple[str, ...]
    words: frozenset[str]
    who: tuple[str, ...] = ()
    """Everyone whom a "he" that is left in the sentence can mean."""

    def reading(self, person: str) -> Marked:
        """Give the sentence with a person put for each "he" that is left."""
        put = {"he": f"@{person}", "him": f"@{person}", "his": f"@{person} 's"}
        words = self.text.split()
        typed: list[str] = []
        for word, as_typed in zip(words, self.typed, strict=True):
            typed += [as_typed, ""] if word == "his" else [as_typed]
        text = " ".join(put.get(word, word) for word in words)
        return Marked(f" {text} ", tuple(typed), frozenset(text.split()))

    def span(self, start: int, end: int) -> str:
        """Give the student's words between two characters of the marked text."""
        first = self.text.count(" ", 0, start + 1) - 1
        last = first + self.text.count(" ", start + 1, end)
        return " ".join(word for word in self.typed[max(first, 0) : max(last, first + 1)] if word)


class Marker:
    """Marks texts with the names of one motion; built once."""

    def __init__(self, heading: Heading, timeline: Timeline) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._people: set[str] = set()  # names of one word, for a possessive without its apostrophe
        self._near: dict[str, list[tuple[str, int]]] = {}  # first letter -> names that are heard with a slip of the pen
        self._heard: dict[str, str] = {}
        self._wording_words: dict[str, list[str]] = {}  # first letter -> words of the wordings
        self._dates = DateMarks(heading.period[:2])
        self.kinds: dict[str, str] = {}
        for person in heading.people:
            self._add("@", person.id, (person.name, person.id.replace("-", " "), *person.aliases), person.misspellings)
        for term in heading.terms:
            self._add("~", term.id, (term.name, *term.aliases), term.misspellings)
        for office in timeline.offices:
            self._add("~", office.id, office.titles)
        for work in timeline.works:
            self._add("~", work.id, work.aliases if work.terms else (work.title, *work.aliases))
        for listed in self._phrases.values():
            listed.sort(key=lambda phrase: -len(phrase[0]))
        self.subject = next((word[1:] for word in self.name(_words(normalise(heading.motion))) if word[0] == "@"), None)

    def _add(self, kind: str, id: str, names: Iterable[str], misspellings: Iterable[str] = ()) -> None:
        self.kinds.setdefault(id, kind)
        for name in names:
            self._phrase(kind, id, name)
        for name in misspellings:
            self._phrase(kind, id, name, correct=False)

    def _phrase(self, kind: str, id: str, name: str, *, correct: bool = True) -> None:
        words = tuple(_words(normalise(name)))
        words = words[1:] if words[0] == "the" and len(words) > 1 else words
        listed = self._phrases.setdefault(words[0], [])
        if any(phrase == words for phrase, _ in listed):
            return  # the first that claims a phrase has it: people, then terms, offices, works
        listed.append((words, kind + id))
        if len(words) == 1:
            if kind == "@":
                self._people.add(words[0])
            if correct and len(words[0]) >= (6 if kind == "@" else 8):
                slips = 2 if kind == "@" and len(words[0]) >= 8 else 1
                self._near.setdefault(words[0][0], []).append((words[0], slips))

    def mark(self, text: str) -> list[Marked]:
        """Mark each sentence of a text; "he" is understood where only one person can be meant."""
        marked: list[Marked] = []
        seen: set[str] = set()
        before: set[str] = set()
        for sentence in sentences(text):
            words = _words(_ASIDE.sub(" ", normalise(sentence)))
            for start in range(0, len(words), _LONGEST):
                part, before = self._mark(self._tag(words[start : start + _LONGEST]), seen, before)
                marked.append(part)
        return marked

    def _mark(self, named: list[tuple[str, str]], seen: set[str], before: set[str]) -> tuple[Marked, set[str]]:
        """Put persons for pronouns; add to `seen` who is named, and give who was named last."""
        tagged: list[str] = []
        typed: list[str] = []
        here: set[str] = set()
        others = {word[1:] for word, _ in named if word[0] == "@"} - {self.subject}
        for word, as_typed in named:
            meant = None
            if word in _HE:
                opens = all(item in _OPENERS for item in tagged)
                meant = self._meant(word, opens or tagged[0] in _SUBORDINATE, seen, before if opens else here, others)
            elif word[0] == "@":
                seen.add(word[1:])
                here.add(word[1:])
            tagged.append("@" + meant if meant else word)
            typed.append(as_typed)
            if meant and word == "his":
                tagged.append("'s")
                typed.append("")
        words = frozenset(tagged)
        who = seen | ({self.subject} if self.subject else set()) if seen and words & _HE else set()
        return Marked(f" {' '.join(tagged)} ", tuple(typed), words, tuple(sorted(who))), here or before

    def _meant(self, word: str, clear: bool, seen: set[str], spoken_of: set[str], others: set[str]) -> str | None:
        """Say whom "he" means: the motion's subject while nobody else is in play, or the one person just spoken of."""
        if self.subject and seen <= {self.subject} and (seen or (not others and word != "him")):
            return self.subject
        return next(iter(spoken_of)) if clear and len(spoken_of) == 1 and seen else None

    def name(self, words: list[str]) -> list[str]:
        """Replace the names in a list of words by their marks, as wordings need it."""
        return [word for word, _ in self._tag(words)]

    def _tag(self, words: list[str]) -> list[tuple[str, str]]:
        words = self._spelled(words)
        found: list[tuple[str, str]] = []
        place = 0
        while place < len(words):
            word = words[place]
            mark, length = self._dates.read(words, place) if may_be_date(word) else ("", 0)
            if not length:
                for phrase, tag in self._phrases.get(word, ()):
                    if tuple(words[place : place + len(phrase)]) == phrase:
                        mark, length = tag, len(phrase)
                        break
                else:
                    mark, length = "," if word in _PAUSE else _PLAIN.get(word, word), 1
            found.append((mark, " ".join(words[place : place + length])))
            place += length
        return found

    def _spelled(self, words: list[str]) -> list[str]:
        """Put names right that are a slip away from one, and part "stalins" in two."""
        spelled: list[str] = []
        for word in words:
            if word in self._phrases or len(word) < 5 or not word.isalpha():
                spelled.append(word)
                continue
            if word not in self._heard:
                if len(self._heard) > 20_000:
                    self._heard.clear()
                if word[-1] == "s" and word[:-1] in self._people:
                    self._heard[word] = word[:-1] + " 's"
                else:
                    self._heard[word] = self._nearest(word)
            spelled += self._heard[word].split(" ")
        return spelled

    def learn(self, wordings: Iterable[str]) -> None:
        """Learn the longer words of the wordings, so that they are heard with a letter missing, doubled or moved."""
        for word in {
            word for wording in wordings for word in re.findall(r"(?<![a-z{-])[a-z]{7,}(?![a-z*}-])", wording)
        }:
            self._wording_words.setdefault(word[0], []).append(word)
        for words in self._wording_words.values():
            words.sort()

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
        listed = self._wording_words.get(word[0], ())
        if word in listed:
            return word
        for wanted in listed:
            same_letters = len(wanted) == len(word) and sorted(wanted) == sorted(word)
            if (not same_letters and abs(len(wanted) - len(word)) != 1) or wanted[-1] != word[-1]:
                continue
            if not any(word + end == wanted or wanted + end == word for end in "sd") and _slips(word, wanted, 2) == 1:
                return wanted
        return word


_LONGEST = 120  # words; a longer "sentence" has lost its full stops, and is read in pieces
_SUBORDINATE = frozenset(["while", "when", "although", "though", "before", "after", "as", "once"])
_OPENERS = frozenset(["and", "but", "also", "then", "so", ",", "later", "soon", "however", "moreover", "furthermore"])


def _words(plain: str) -> list[str]:
    """Split a normalised sentence into words as the wordings count them."""
    words: list[str] = []
    for word in _WORD.findall(re.sub(r"\b(re|co)-(?=[a-z])", r"\1", plain)):
        if word in _SHORT:
            words += _SHORT[word]
        elif shortened := _SHORTENED.fullmatch(word):
            words += [shortened[1], _LONG.get(shortened[2], "'d")]
        elif negated := _NOT.fullmatch(word):
            words += [_STEMS.get(negated[1], negated[1]), "not"]
        elif word.endswith("'s"):
            words += [word[:-2], "'s"]
        else:
            words.append(word.replace(",", "") if word[0].isdigit() and len(word) > 1 else word)
    for place, word in enumerate(words):
        if word == "'d":
            words[place] = "would" if words[place + 1 : place + 2] and words[place + 1] in _BASE else "had"
    return words


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
