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
from bot.debate.spelling import PLAIN, Spelling, split_words
from bot.debate.text import normalise, sentences

_PAUSE = {",", ":", "(", ")", "-"}
# What a student says about the argument itself has no bearing on whether the rest is meant.
_ASIDE = re.compile(
    r"\b(?:i (?:would|could|will|can|also|strongly|personally|really)*\s*(?:argue|say|think|believe|feel|agree"
    r"|disagree|claim|thought)"
    r"|in my (?:opinion|view)|it (?:can|could|might) be argued|as i said)(?: that)?\b"
)
_HE = {"he", "him", "his"}


@dataclass(frozen=True)
class Marked:
    """One sentence as marked, and for each of its words the words as typed."""

    text: str
    typed: tuple[str, ...]
    words: frozenset[str]
    who: tuple[str, ...] = ()
    """Everyone whom a "he" that is left in the sentence can mean."""

    def naming(self, only: dict[str, str]) -> Marked | None:
        """Give the sentence with the person for "the General Secretary", or nothing if no such post acts in it."""
        words = self.text.split()
        named = list(words)
        for place, word in enumerate(words[1:-1], 1):
            if word in only and words[place - 1] == "the" and words[place + 1] in _ACTS:
                named[place] = only[word]
        return Marked(f" {' '.join(named)} ", self.typed, frozenset(named)) if named != words else None

    def reading(self, person: str) -> Marked:
        """Give the sentence with a person put for each "he" that is left."""
        put = {"he": f"@{person}", "him": f"@{person}", "his": f"@{person} 's"}
        words = self.text.split()
        typed: list[str] = []
        for word, as_typed in zip(words, self.typed, strict=True):
            typed += [as_typed, ""] if word == "his" else [as_typed]
        text = " ".join(put.get(word, word) for word in words)
        return Marked(f" {text} ", tuple(typed), frozenset(text.split()))

    def place(self, start: int, end: int) -> range:
        """Give the numbers of the words between two characters of the marked text; all readings share them."""
        first = self.text.count(" ", 0, start + 1) - 1
        last = first + self.text.count(" ", start + 1, end)
        return range(max(first, 0), min(max(last, first + 1), len(self.typed)))

    def span(self, start: int, end: int) -> str:
        """Give the student's words between two characters of the marked text."""
        return " ".join(self.typed[place] for place in self.place(start, end) if self.typed[place])


class Marker:
    """Marks texts with the names of one motion; built once."""

    def __init__(self, heading: Heading, timeline: Timeline) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._spelling = Spelling()
        self._named: dict[tuple[str, ...], list[str]] = {}  # of the base's wordings only
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
        self.subject = next(
            (word[1:] for word in self.name(split_words(normalise(heading.motion))) if word[0] == "@"), None
        )
        # Where nobody is named, "he" is the subject if one of these signs stands there, and no work of somebody else.
        self._signs = {"rivals", "opponents", "enemies", "opposition"} | {
            f"~{office.id}"
            for office in timeline.offices
            if {holder.person for holder in office.holders} == {self.subject}
        }
        self._foreign = {
            f"~{work.id}"
            for work in timeline.works
            if not work.terms and self.subject not in (work.author, *work.coauthors)
        }

    def _add(self, kind: str, id: str, names: Iterable[str], misspellings: Iterable[str] = ()) -> None:
        self.kinds.setdefault(id, kind)
        for name in names:
            self._phrase(kind, id, name)
        for name in misspellings:
            self._phrase(kind, id, name, correct=False)

    def _phrase(self, kind: str, id: str, name: str, *, correct: bool = True) -> None:
        words = tuple(split_words(normalise(name)))
        words = words[1:] if words[0] == "the" and len(words) > 1 else words
        listed = self._phrases.setdefault(words[0], [])
        if any(phrase == words for phrase, _ in listed):
            return  # the first that claims a phrase has it: people, then terms, offices, works
        listed.append((words, kind + id))
        self._spelling.add_start(words[0])
        if len(words) == 1:
            self._spelling.add_name(words[0], person=kind == "@", correct=correct)

    def mark(self, text: str) -> list[Marked]:
        """Mark each sentence of a text; "he" is understood where only one person can be meant."""
        marked: list[Marked] = []
        seen: set[str] = set()
        before: set[str] = set()
        for sentence in sentences(text):
            words = split_words(_ASIDE.sub(" ", normalise(sentence)))
            for start in range(0, len(words), _LONGEST):
                part, before = self._mark(self._tag(words[start : start + _LONGEST]), seen, before)
                marked.append(part)
        return marked

    def _mark(self, named: list[tuple[str, str]], seen: set[str], before: set[str]) -> tuple[Marked, set[str]]:
        """Put persons for pronouns; add to `seen` who is named, and give who was named last."""
        tagged: list[str] = []
        typed: list[str] = []
        here: set[str] = set()
        read = True
        others = {word[1:] for word, _ in named if word[0] == "@"} - {self.subject}
        marks = {word for word, _ in named}
        about = not others and not marks.isdisjoint(self._signs) and marks.isdisjoint(self._foreign)
        for word, as_typed in named:
            meant = None
            if word in _HE:
                opens = all(item in _OPENERS for item in tagged)
                meant = self._meant(word, opens or tagged[0] in _SUBORDINATE, seen, before if opens else here, about)
                # "His book annoyed Zinoviev", if nobody was named before it: anybody's.
                read = read and bool(meant or seen or _SUBORDINATE.intersection(tagged[:1]))
            elif word[0] == "@":
                seen.add(word[1:])
                here.add(word[1:])
            tagged.append("@" + meant if meant else word)
            typed.append(as_typed)
            if meant and word == "his":
                tagged.append("'s")
                typed.append("")
        words = frozenset(tagged)
        who = seen | ({self.subject} if self.subject else set()) if read and seen and words & _HE else set()
        return Marked(f" {' '.join(tagged)} ", tuple(typed), words, tuple(sorted(who))), here or before

    def _meant(self, word: str, clear: bool, seen: set[str], spoken_of: set[str], about: bool) -> str | None:
        """Say whom "he" means: the motion's subject where only he is spoken of, or the one person just spoken of.

        Where nobody is named it is he only if the sentence is `about` his own posts or his rivals.
        """
        if self.subject and seen <= {self.subject} and (seen or (about and word != "him")):
            return self.subject
        return next(iter(spoken_of)) if clear and len(spoken_of) == 1 and seen else None

    def learn(self, wordings: Iterable[str]) -> None:
        """Learn the longer words of the wordings, so that they are heard through slips of the fingers."""
        self._spelling.learn(wordings)
        self._named.clear()

    def name(self, words: list[str]) -> list[str]:
        """Replace the names in a list of words by their marks, as wordings need it; most lists come many times."""
        key = tuple(words)
        if key not in self._named:
            self._named[key] = [word for word, _ in self._tag(words)]
        return self._named[key]

    def _tag(self, words: list[str]) -> list[tuple[str, str]]:
        words = self._spelling.correct(words)
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
                    mark, length = "," if word in _PAUSE else PLAIN.get(word, word), 1
            if mark[0] == "@" and found and found[-1][0][0] == "@":
                found.append((",", ""))  # "trotsky zinoviev and kamenev", typed without commas
            found.append((mark, " ".join(words[place : place + length])))
            place += length
        return _straight(found)


def _straight(named: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put "it was Trotsky who did" and "Trotsky was the one who did" as "Trotsky did", keeping what was typed."""
    straight: list[tuple[str, str]] = []
    place = 0
    while place < len(named):
        mark = named[place][0]
        if mark == "it" or (mark == "was" and straight and straight[-1][0][0] == "@"):
            marks = tuple(mark for mark, _ in named[place : place + 4])
            typed = " ".join(as_typed for _, as_typed in named[place : place + 4])
            if len(marks) == 4 and marks[1] == "was" and marks[2][0] == "@" and marks[3] in ("who", "that"):
                straight.append((marks[2], typed))
                place += 4
                continue
            if mark == "was" and marks[1:] in _THE_ONE:
                straight[-1] = (straight[-1][0], f"{straight[-1][1]} {typed}")
                place += 4
                continue
        straight.append(named[place])
        place += 1
    return straight


_THE_ONE = {
    tuple(words.split()) for words in ("the one who", "the man who", "the person who", "the one that", "the guy who")
}
_ACTS = {"was", "is", "had", "has", "could", "also", "chaired", "chairs", "ran", "runs", "led", "leads", "commanded"}
_ACTS |= {"controlled", "headed", "presided", "edited"}
_LONGEST = 120  # words; a longer "sentence" has lost its full stops, and is read in pieces
_SUBORDINATE = frozenset(["while", "when", "although", "though", "before", "after", "as", "once"])
_OPENERS = frozenset(["and", "but", "also", "then", "so", ",", "later", "soon", "however", "moreover", "furthermore"])
