"""Compiles the wordings of the base (`bot/base/timeline.py` explains their small language) to fast searches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from bot.base.timeline import first_and_last_day
from bot.debate.lexicon import FUNCTION, VAGUE
from bot.debate.marking import Marked, Marker
from bot.debate.mistake import holds_denial, holds_doubt
from bot.debate.phrases import ADVERBS, AND_HIS, NO_OWNER, either
from bot.errors import FaultyBase

_PART = re.compile(r"\{[^}]*\}|\.{2,3}|[()\[\]|,]|'s|[a-z0-9]+(?:'(?!s\b)[a-z]+)*\*?")
_DATE_SLOT = re.compile(r"\{\d{4}[^}]*\}")
_STOP = r"(?!(?:but|although|though|while|whereas|unlike) )"
_PAUSE = rf"(?:, )?(?:{either(ADVERBS)} (?:, )?){{0,2}}"
_WHEN = r"(?:in (?:early |late |the year )?#\S+ (?:, )?)?"  # "they expelled Trotsky in 1926 from the party"
_AND = f"(?:, )?{either('and or as_well_as along_with together_with alongside')} "
_GAPS = {"..": rf"(?:{_STOP}(?:@\S+ 's|[^@ ]\S*) ){{0,3}}", "...": rf"(?:{_STOP}(?:@\S+ 's|[^@ ]\S*) ){{0,8}}"}
# "He" may have been understood, so a wording's pronoun meets a person too.
_PRONOUNS = {"he": r"(?:he|@\S+) ", "him": r"(?:him|@\S+) ", "his": r"(?:his|@\S+ 's) "}
# What somebody did first may stand between: "Bukharin lost his seat in 1929 and (was) shot in 1938".
_CARRIED = rf"(?P<carried>(?:{_STOP}(?:@\S+ 's|[^@ ]\S*) ){{1,9}}?(?:and|being) (?:then |so |was then )?)??"

Item = TypeVar("Item")


class BadWording(FaultyBase):
    """A wording that does not follow the small language; the message says what is wrong with it."""


@dataclass(frozen=True)
class Find:
    """Where a wording stands in a marked sentence; before `told` there may stand what its subject did first."""

    start: int
    told: int
    end: int


@dataclass(frozen=True)
class _Piece:
    """A part of a wording: its expression, the words of which one must stand there, and its words in plain."""

    pattern: str
    needs: tuple[frozenset[str], ...]
    plain: str
    person: bool = False


class Wording:
    """One wording, ready to be searched for in marked sentences."""

    def __init__(self, wording: str, marker: Marker) -> None:
        self._spans: list[tuple[date, date]] = []
        self._marker = marker
        parts = _PART.findall(wording)
        if "".join(parts).replace(" ", "") != wording.replace(" ", ""):
            raise BadWording(f"{wording!r}: use lower-case words, (a|b), [a|b], {{id}}, .. and ... only")
        piece, rest = self._choice(parts, 0, wording, outermost=True)
        if rest != len(parts):
            raise BadWording(f"{wording!r}: a bracket is closed that was not opened")
        self.needs = piece.needs
        self.written = wording
        self.denies = holds_denial(piece.plain)
        self.doubts = holds_doubt(piece.plain)
        self._source = "(?<= )" + piece.pattern

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source)  # most wordings are never met: compiled when first needed

    def search(self, marked: Marked) -> Iterator[Find]:
        """Give every place of a sentence where the wording stands and its dates agree."""
        for match in self._pattern.finditer(marked.text):
            if all(self._within(match[f"date{n}"], span) for n, span in enumerate(self._spans)):
                told = (
                    max(match.start(), match.end("carried")) if "carried" in self._pattern.groupindex else match.start()
                )
                yield Find(match.start(), told, match.end())

    @staticmethod
    def _within(mark: str | None, span: tuple[date, date]) -> bool:
        if mark is None:
            return True
        try:
            first, last = first_and_last_day(mark[1:])
        except ValueError:
            return False
        return span[0] <= first and last <= span[1]

    def _choice(self, parts: list[str], place: int, wording: str, *, outermost: bool = False) -> tuple[_Piece, int]:
        choices: list[_Piece] = []
        while True:
            piece, place = self._sequence(parts, place, wording, outermost)
            choices.append(piece)
            if place == len(parts) or parts[place] != "|":
                break
            place += 1
        if len(choices) == 1:
            return choices[0], place
        needs: tuple[frozenset[str], ...] = ()
        if all(choice.needs for choice in choices):
            needs = (frozenset().union(*(choice.needs[0] for choice in choices)),)
        ordered = sorted((choice.pattern for choice in choices), key=len, reverse=True)
        return _Piece(f"(?:{'|'.join(ordered)})", needs, " ".join(choice.plain for choice in choices)), place

    def _sequence(self, parts: list[str], place: int, wording: str, outermost: bool) -> tuple[_Piece, int]:
        pieces: list[_Piece] = []
        words: list[str] = []

        def say_words() -> None:
            for word in self._marker.name(words):
                if word[0] == "@":
                    pieces.append(_person([word[1:]]))
                elif word[0] == "#":
                    pieces.append(self._slot(f"{{{word[1:]}}}", wording))
                elif word in _PRONOUNS:
                    pieces.append(_Piece(_PRONOUNS[word], (), word))
                else:
                    pieces.append(_Piece(re.escape(word) + " ", (frozenset([word]),), word))
            words.clear()

        while place < len(parts) and parts[place] not in (")", "]", "|"):
            part = parts[place]
            if part not in ("(", "[", "..", "...", ",") and part[0] != "{" and part[-1] != "*":
                words.append(part)
                place += 1
                continue
            say_words()
            place += 1
            if part in ("(", "["):
                inner, place = self._choice(parts, place, wording)
                if place == len(parts) or parts[place] != (")" if part == "(" else "]"):
                    raise BadWording(f"{wording!r}: {part} is not closed")
                place += 1
                pieces.append(inner if part == "(" else _Piece(f"(?:{inner.pattern})?", (), inner.plain))
            elif part in _GAPS:
                pieces.append(_Piece(_GAPS[part], (), ""))
            elif part == ",":
                pieces.append(_Piece(", ", (), ""))
            elif part[0] == "{":
                pieces.append(self._slot(part, wording))
            else:
                pieces.append(_Piece(re.escape(part[:-1]) + r"\S* ", (frozenset([part]),), part[:-1]))
        say_words()
        if not pieces:
            raise BadWording(f"{wording!r}: there is an empty choice")
        pattern = pieces[0].pattern
        if (
            outermost
            and place == len(parts)
            and pieces[1:]
            and pieces[0].person
            and not pieces[1].pattern.startswith("'s")
        ):
            pattern += _CARRIED
        for earlier, piece in pairwise(pieces):
            pause = "" if ", " in (earlier.pattern, piece.pattern) or piece.pattern.startswith("'s") else _PAUSE
            if pause and piece.needs:  # before an optional word it could be the date of what comes after
                pause += _WHEN
            if earlier.person and not piece.pattern.startswith("'s"):
                pause = NO_OWNER + pause
            pattern += pause + piece.pattern
        if pieces[-1].person:
            pattern += NO_OWNER
        needs = tuple(need for piece in pieces for need in piece.needs)
        return _Piece(pattern, needs, " ".join(piece.plain for piece in pieces)), place

    def _slot(self, part: str, wording: str) -> _Piece:
        if _DATE_SLOT.fullmatch(part):
            self._spans.append(first_and_last_day(part[1:-1]))
            return _Piece(rf"(?P<date{len(self._spans) - 1}>#\S+) ", (), "")
        ids = part[1:-1].split("|")
        if ids == ["anyone"]:
            return _Piece(r"@\S+ ", (), "")
        unknown = [id for id in ids if id not in self._marker.kinds]
        if unknown:
            raise BadWording(f"{wording!r}: nobody and nothing has the id {unknown[0]!r}")
        people = [id for id in ids if self._marker.kinds[id] == "@"]
        things = [id for id in ids if self._marker.kinds[id] == "~"]
        if people and things:
            raise BadWording(f"{wording!r}: {part} mixes people and things; write ({{a}}|{{b}})")
        if people:
            return _person(people)
        return _Piece(f"~(?:{'|'.join(map(re.escape, things))}) ", (frozenset("~" + id for id in things),), "")


def _person(ids: list[str]) -> _Piece:
    """Find a person alone or in a list: "Trotsky, Zinoviev and Kamenev"."""
    before = rf"(?:@\S+ (?:, @\S+ ){{0,3}}{_AND})?"
    after = rf"(?:(?:, @\S+ ){{0,3}}{_AND}@\S+ (?!, who ))?{AND_HIS}"
    pattern = f"{before}@(?:{'|'.join(map(re.escape, ids))}) {after}"
    return _Piece(pattern, (frozenset("@" + id for id in ids),), "", person=True)


class Index(Generic[Item]):
    """Finds, among many wordings, the few whose words all stand in a sentence."""

    def __init__(self, wordings: Iterable[tuple[Wording, Item]]) -> None:
        self._by_word: dict[str, list[tuple[int, Wording, Item]]] = {}
        self._starts: set[str] = set()
        self._heard: dict[str, tuple[str, ...]] = {}
        for place, (wording, item) in enumerate(wordings):
            if not wording.needs:
                raise BadWording(f"{wording.written!r}: one word at least must stand there in any case")
            for word in min(wording.needs, key=_commonness):
                self._by_word.setdefault(word, []).append((place, wording, item))
            self._starts.update(word for need in wording.needs for word in need if word[-1] == "*")

    def search(self, marked: Marked) -> Iterator[tuple[Wording, Item, Find]]:
        """Give each wording that stands in the sentence, with what belongs to it, and where."""
        present = set(marked.words)
        if self._starts:
            present.update(start for word in marked.words for start in self._starting(word))
        tried = {place: (wording, item) for word in present for place, wording, item in self._by_word.get(word, ())}
        for place in sorted(tried):  # as the curator wrote them: the order of a set is another one in each process
            wording, item = tried[place]
            if not any(need.isdisjoint(present) for need in wording.needs):
                for find in wording.search(marked):
                    yield wording, item, find

    def _starting(self, word: str) -> tuple[str, ...]:
        if word not in self._heard:
            if len(self._heard) > 20_000:
                self._heard.clear()
            starts = (word[:length] + "*" for length in range(2, len(word) + 1))
            self._heard[word] = tuple(start for start in starts if start in self._starts)
        return self._heard[word]


def _commonness(need: frozenset[str]) -> int:
    """Reckon how often a sentence holds one of some words: the search begins with the rarest that a wording needs."""
    return sum(map(_how_common, need))


def _how_common(word: str) -> int:
    if word in FUNCTION or word == "'s":
        return 40
    if word[0] == "@":
        return 15
    return 8 if word in VAGUE else 3 if word[0] == "~" else 1


def compile_all(
    items: Iterable[Item], wordings_of: Callable[[Item], Iterable[str]], marker: Marker
) -> Iterator[tuple[Wording, Item]]:
    """Compile the wordings of several records; `BadWording` names the first that is not well formed."""
    for item in items:
        for wording in wordings_of(item):
            yield Wording(wording, marker), item
