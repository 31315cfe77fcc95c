"""Finds the evidence of the base that a student's own evidence comes nearest to, so that it can be revised from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.base.motion import Evidence, Motion
from bot.debate.lexicon import FUNCTION
from bot.debate.round import Turn

_ENOUGH = 3  # signs: a year counts one, a name one, a figure two
_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


def facts_used(motion: Motion, turns: Sequence[Turn]) -> tuple[str, ...]:
    """Give the ids of the evidence that the turns used: each shares names, figures and the year with a turn."""
    common = _named(motion.heading.motion)
    items = [(item, _named(item.text) - common) for argument in motion.arguments.values() for item in argument.evidence]
    found: list[str] = []
    for turn in turns:
        if turn.evidence:
            said = frozenset(word.lower() for word in _TOKEN.findall(turn.text))
            item = max(items, key=lambda entry: _signs(entry[0], entry[1], said))
            if _signs(item[0], item[1], said) >= _ENOUGH:
                found.append(item[0].id)
    return tuple(dict.fromkeys(found))


def _signs(item: Evidence, named: frozenset[str], said: frozenset[str]) -> int:
    year = item.when[:4] in said
    shared = named & said
    figures = sum(2 for word in shared if word[0].isdecimal() and len(word) > 1)
    return year + figures + sum(1 for word in shared if not word[0].isdecimal())


def _named(text: str) -> frozenset[str]:
    """Take the names and figures of a text; years are left to the date of the evidence."""
    words = (word for word in _TOKEN.findall(text) if word[0].isupper() or word[0].isdecimal())
    return frozenset(word.lower() for word in words if not _YEAR.fullmatch(word) and word.lower() not in FUNCTION)
