"""Finds the evidence of the base that a student's own evidence comes nearest to, so that it can be revised from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.base.motion import Evidence, Motion
from bot.debate.lexicon import MONTHS
from bot.debate.points import content
from bot.debate.reading import bare
from bot.debate.round import Turn
from bot.debate.text import tokens

_ENOUGH = 3  # signs: the year counts one, its month one more, a person one, a figure two
_FIGURE = re.compile(r"\d[\d,.]*\d")
_MONTH = re.compile(r"\d{4}-(\d\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


def facts_used(motion: Motion, turns: Sequence[Turn]) -> tuple[str, ...]:
    """Give the ids of the evidence that the turns used: each shares the year, people and figures with a turn."""
    told = motion.heading.motion
    names = {
        person.id: frozenset([tokens(bare(person.name))[-1], *person.aliases, *person.misspellings])
        for person in motion.heading.people
        if person.name.split()[-1] not in told
    }
    items = [item for argument in motion.arguments.values() for item in argument.evidence]
    found: list[str] = []
    for turn in turns:
        if turn.evidence:
            words = content(turn.text)
            best = max(items, key=lambda item: (_signs(item, names, turn.text), len(content(item.text) & words)))
            if _signs(best, names, turn.text) >= _ENOUGH:
                found.append(best.id)
    return tuple(dict.fromkeys(found))


def _signs(item: Evidence, names: Mapping[str, frozenset[str]], text: str) -> int:
    said = frozenset(tokens(bare(text)))
    figures = {figure for figure in _FIGURE.findall(item.text) if not _YEAR.fullmatch(figure)}
    shared = len(figures.intersection(_FIGURE.findall(text)))
    dated = item.when[:4] in said
    if not (dated or shared):
        return 0  # people alone did many things
    month = _MONTH.match(item.when)
    named = {word[:3] for word in said & {*MONTHS, "may"}}
    monthly = dated and month is not None and _MONTHS[int(month[1]) - 1] in named
    people = sum(not said.isdisjoint(names.get(person, ())) for person in item.people)
    return dated + monthly + people + 2 * shared
