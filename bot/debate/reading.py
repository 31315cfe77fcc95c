"""Reads a reply for what it holds: content words, names, dates, figures and the links between its statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.base.motion import Heading
from bot.debate.dates import dates_in, figures_in
from bot.debate.lexicon import FUNCTION, MONTHS, NUMBER_WORDS, VAGUE
from bot.debate.links import LINKS
from bot.debate.text import clean, normalise, sentences, tokens

LONGEST = 4000  # characters read; Discord allows no more in one message
FUZZY = 6  # names of at least so many letters are heard with one letter wrong

_QUOTED = re.compile(r"\"([^\"]{8,200})\"|(?:(?<=\s)|^)'([^\"\n]{8,200}?)'(?=[\s.,;:!?)]|$)")
_CAPITALISED = re.compile(r"[A-Z][a-z]+(?:'s)?")
_LETTER = re.compile(r"[^\W\d_]")
_VOWEL = re.compile(r"[aeiouy]")
_ENDINGS = (
    *("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ness"),
    *("ers", "ies", "ed", "er", "es", "ly", "s"),
)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Cut a word to what its forms share, so that "voted" meets "votes"."""
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= 3 and _VOWEL.search(root) and not (ending == "s" and root.endswith("s")):
            word = root
            break
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word.rstrip("ey")[:7] if len(word) > 3 else word


def stems(text: str) -> frozenset[str]:
    """Give the stems of the words of a text."""
    return frozenset(map(stem, tokens(bare(text))))


_TELLS_NOTHING = FUNCTION | MONTHS | NUMBER_WORDS
_VAGUE_STEMS = frozenset(stem(word) for word in VAGUE)


def bare(text: str) -> str:
    """Give a normalised text without apostrophes inside words, as the cues are written."""
    return re.sub(r"(?<=\w)'(?=\w)", "", normalise(text))


@dataclass(frozen=True)
class Reading:
    """What one text holds, each thing once however often it is said."""

    text: str  # as typed, made clean and no longer than `LONGEST`
    plain: str  # comparable, without apostrophes
    words: tuple[str, ...]
    content: frozenset[str]  # stems of the words that carry content, without names
    concrete: frozenset[str]  # of these, the stems that could not stand in any political argument
    names: dict[str, str]  # id of a person or term -> as the student wrote it
    people: frozenset[str]  # of these ids, the people
    strangers: tuple[str, ...]  # names that the heading does not know, as written
    years: frozenset[int]
    dates: dict[str, str]  # a date's comparable form -> as written
    figures: dict[str, str]  # a number's comparable form -> as written
    quoted: tuple[str, ...]
    links: dict[str, tuple[str, ...]]  # kind of link -> the words found
    prose: float  # share of grammar words: a bare list has few
    letters: float  # share of the letters that are Latin

    @property
    def link_worth(self) -> float:
        """Say how much linking of statements there is; two links of one kind count, a third does not."""
        return sum(LINKS[kind][0] * min(len(found), 2) for kind, found in self.links.items())


class Reader:
    """Finds the names of one motion in what students write, slips of the pen included.

    `names` are more names to know than the heading's people and terms, such as works and events: name -> aliases.
    """

    def __init__(self, heading: Heading, names: Mapping[str, Sequence[str]] | None = None) -> None:
        self._ids: dict[tuple[str, ...], str] = {}
        self._people = frozenset(person.id for person in heading.people)
        self._called: dict[str, str] = {}
        self._proper: dict[str, frozenset[str]] = {}
        for named in (*heading.people, *heading.terms):
            full = tokens(normalise(named.name))
            if named.id in self._people and full and len(full[-1]) >= 4:
                self._ids.setdefault((full[-1],), named.id)
            for form in (named.name, *named.aliases, *named.misspellings):
                if key := tuple(tokens(bare(form))):
                    self._ids.setdefault(key, named.id)
            self._called[named.id] = named.name
            if not named.name[:1].islower():
                self._proper[named.id] = frozenset(map(stem, full)) if len(full) > 1 else frozenset()
        for name, aliases in (names or {}).items():
            for form in (name, *aliases):
                if key := tuple(tokens(bare(form))):
                    id_ = self._ids.setdefault(key, name)
                    self._called.setdefault(id_, name)
                    self._proper.setdefault(id_, frozenset())
        self._longest = max((len(key) for key in self._ids), default=1)
        self._near: dict[str, str] = {}
        for (name, *more), id_ in self._ids.items():
            if not more and len(name) >= FUZZY:
                for form in one_less(name):
                    self._near.setdefault(form, id_)

    def called(self, id_: str) -> str:
        """Give the proper name of a person or term."""
        return self._called[id_]

    def proper(self, id_: str, written: str) -> bool:
        """Say whether it was named properly: "Red Army", not only "army", and not a common word of the subject."""
        if id_ not in self._proper or stem(written) in self._proper[id_]:
            return False
        return id_ in self._people or self._ids.get(tuple(tokens(bare(written)))) == id_  # "secretaries" is a slip

    def read(self, text: str) -> Reading:
        """Read a text; nothing beyond `LONGEST` characters is looked at."""
        typed = clean(text[: LONGEST * 2])[:LONGEST]
        plain = bare(typed)
        found = tokens(plain)
        names, spans = self._names(found)
        telling = [
            word
            for place, word in enumerate(found)
            if place not in spans and word not in _TELLS_NOTHING and not word[0].isdigit() and len(word) > 1
        ]
        concrete = {stem(word) for word in telling if word not in VAGUE and len(word) > 2} - _VAGUE_STEMS
        years, dates = dates_in(plain)
        letters = _LETTER.findall(typed)
        return Reading(
            text=typed,
            plain=plain,
            words=tuple(found),
            content=frozenset(map(stem, telling)),
            concrete=frozenset(concrete),
            names=names,
            people=self._people & names.keys(),
            strangers=self._strangers(typed),
            years=years,
            dates=dates,
            figures=figures_in(typed, plain),
            quoted=tuple(part for match in _QUOTED.findall(typed) if len((part := match[0] or match[1]).split()) > 2),
            links=_links(plain),
            prose=sum(word in FUNCTION for word in found) / len(found) if found else 0.0,
            letters=sum(letter < "\u0250" for letter in letters) / len(letters) if letters else 0.0,
        )

    def _names(self, found: Sequence[str]) -> tuple[dict[str, str], set[int]]:
        names: dict[str, str] = {}
        spans: set[int] = set()
        place = 0
        while place < len(found):
            for length in range(min(self._longest, len(found) - place), 0, -1):
                written = tuple(found[place : place + length])
                id_ = self._ids.get(written) or self._ids.get((*written[:-1], written[-1].removesuffix("s")))
                if id_ is None and length == 1:
                    id_ = self._almost(written[0])
                if id_ is not None:
                    names.setdefault(id_, " ".join(written))
                    spans.update(range(place, place + length))
                    place += length
                    break
            else:
                place += 1
        return names, spans

    def _almost(self, word: str) -> str | None:
        if len(word) < FUZZY or word in FUNCTION or word in VAGUE:
            return None
        return next((self._near[form] for form in one_less(word) if form in self._near), None)

    def _strangers(self, typed: str) -> tuple[str, ...]:
        run: list[str] = []
        inside = capital = 0
        found: list[str] = []
        for sentence in sentences(typed):
            pieces = re.findall(r"[A-Za-z0-9'-]+", sentence)
            for place, piece in enumerate([*pieces, "."]):
                inside += place > 0
                word = piece.lower().removesuffix("'s")
                if place and _CAPITALISED.fullmatch(piece) and len(piece) > 2:
                    capital += 1
                    ordinary = word in FUNCTION or word in MONTHS or word == "may"
                    if not ordinary and (word,) not in self._ids and not self._almost(word):
                        run.append(piece)
                        continue
                if run:
                    found.append(" ".join(run))
                    run = []
        if inside and capital / inside > 0.45:  # a heading or a shout: capitals tell nothing
            return ()
        return tuple(dict.fromkeys(name for name in found if not self._known(name)))

    def _known(self, name: str) -> bool:
        words = set(tokens(name.lower()))
        return any(words <= set(key) for key in self._ids if len(key) > 1)


def excerpt(reading: Reading, match: re.Match[str]) -> str:
    """Give the text as typed from where a cue was found in `plain` to the end of that sentence."""
    before = len(reading.plain[: match.start()].split())
    rest = " ".join(reading.text.split()[before:])
    return (sentences(rest) or [rest])[0]


def one_less(word: str) -> Iterable[str]:
    """Give the word and every form with one letter left out, the first kept (the method of SymSpell)."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]


def _links(plain: str) -> dict[str, tuple[str, ...]]:
    """Find the links by kind; the same words twice are one link, so a repeated sentence gains nothing."""
    return {
        kind: found
        for kind, (_, pattern) in LINKS.items()
        if (found := tuple(dict.fromkeys(match.group() for match in pattern.finditer(plain))))
    }
