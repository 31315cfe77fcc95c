"""Finds the people and terms that a text names, however they are spelled, for "who was ...?" and for `/who`."""

from __future__ import annotations

import re

from bot.base.motion import Heading, Named
from bot.debate.text import normalise


class Glossary:
    """Every name, alias and misspelling of a motion, looked up by whole words; the longest name wins."""

    def __init__(self, heading: Heading) -> None:
        self._named: dict[str, Named] = {}
        for item in (*heading.people, *heading.terms):
            for name in (item.name, *item.aliases, *item.misspellings):
                self._named.setdefault(normalise(name), item)
        longest_first = sorted(self._named, key=len, reverse=True)
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None
        )

    def find(self, text: str) -> tuple[Named, ...]:
        """Give each person and term that the text names, in order, once."""
        if self._pattern is None:
            return ()
        found = (self._named[match.group()] for match in self._pattern.finditer(normalise(text)))
        return tuple(dict.fromkeys(found))

    def in_full(self, plain: str) -> str:
        """Write every person and term of a normalised text as its id, in words: one form for all its names."""
        if self._pattern is None:
            return plain
        return self._pattern.sub(lambda match: self._named[match.group()].id.replace("-", " "), plain)

    def names(self) -> list[str]:
        """Give the proper name of everything in the glossary, in alphabetical order."""
        return sorted({item.name for item in self._named.values()}, key=str.casefold)
