"""Finds the ground that a reply itself brings up, so that a tough follow-up can stand on it."""

from __future__ import annotations

import re

from bot.base.motion import Motion

_WORD = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|[^\W_]+")
_RARE = 0.06  # share of the texts of a base up to which a name or year is telling
_TELLING, _COMMON = 2.5, 0.7
_TOLD = 2


class Turning:
    """The people, years and figures that a reply names, each with what it is worth to turn it: the rarer the more."""

    def __init__(self, motion: Motion, reply: str) -> None:
        self._worth: dict[str, float] = {}
        self._surnames = {person.name.split()[-1] for person in motion.heading.people}
        said = {word.lower() for word in _WORD.findall(reply)}
        told = motion.heading.motion.lower()
        named = {name for name in self._surnames if name.lower() in said and name.lower() not in told}
        named |= {word for word in said if word.replace(",", "").isdecimal() and len(word) > 2}
        if named:
            texts = [
                item.text
                for argument in motion.arguments.values()
                for part in (argument.challenges, argument.evidence)
                for item in part
            ]
            often = {name: sum(name in text for text in texts) for name in named}
            rare = _RARE * len(texts)
            self._worth = {name: _TELLING if count <= rare else _COMMON for name, count in often.items()}

    def turned(self, text: str) -> dict[str, float]:
        """Give what of this ground a text stands on, and what each is worth."""
        words = set(_WORD.findall(text))
        return {name: worth for name, worth in self._worth.items() if name in words}

    def near(self, text: str) -> bool:
        """Say whether a text of another argument stands on it closely: a person and one thing more."""
        turned = self.turned(text)
        return len(turned) > 1 and bool(turned.keys() & self._surnames)

    def told(self, text: str) -> tuple[str, ...]:
        """Give the telling ones, at most two, for the student to hear."""
        return tuple(sorted(name for name, worth in self.turned(text).items() if worth == _TELLING))[:_TOLD]
