"""Finds from where recognition may be trusted, by cross-validation over the base's own texts.

Each quarter of an argument's texts is heard by what was learnt from the other three. The quarters are runs of
neighbours, since what one writer wrote stands together: few texts are heard by much of their own writer's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.base.motion import Motion
from bot.debate.belief import denial, lead, sense
from bot.debate.examples import Example, Examples, examples_of, learn_from
from bot.debate.features import words_of
from bot.debate.glossary import Glossary

_PARTS = 4


@dataclass(frozen=True)
class Tried:
    """An example of the base as it was heard by what was learnt from others."""

    example: Example
    argument: bool  # whether it makes or denies an argument at all
    right: bool  # whether its argument was the first
    lead: float
    sense: float
    denied: float


@dataclass(frozen=True)
class Step:
    """What taking a decision from `value` upwards gives, as shares from 0 to 1."""

    value: float
    meant: float  # of what it is meant for, how much is taken
    others: float  # of the rest, how much is taken; of `surest`, how much of what is taken is right


def cross_validate(motion: Motion) -> tuple[Tried, ...]:
    """Hear every example of a motion by what was learnt from the other parts."""
    examples, glossary = examples_of(motion), Glossary(motion.heading)
    parts = list(_parts(examples.every))
    return tuple(tried for part in range(_PARTS) for tried in _try(examples, parts, part, glossary))


def _parts(every: Sequence[Example]) -> Iterator[int]:
    """Give the part that each example is in: runs of neighbours in each point, denials or kind.

    The first run of each begins with another part, so that short ones do not all fall into the same.
    """
    groups = groupby(every, key=lambda example: (example.column, example.point, example.denial))
    for number, (_, group) in enumerate(groups):
        size = len(list(group))
        yield from ((at * _PARTS // size + number) % _PARTS for at in range(size))


def _try(examples: Examples, parts: Sequence[int], part: int, glossary: Glossary) -> Iterator[Tried]:
    others = [example for example, own in zip(examples.every, parts, strict=True) if own != part]
    columns = examples.columns
    learnt = learn_from(others, columns, glossary)
    vocabulary = learnt.vocabulary
    for example, own in zip(examples.every, parts, strict=True):
        if own == part:
            scores = learnt.score(*vocabulary.weigh([words_of(example.text, glossary)]))
            yield Tried(
                example,
                argument=example.column < columns.arguments,
                right=int(scores[: columns.arguments].argmax()) == example.column,
                lead=lead(scores, columns),
                sense=sense(scores, columns),
                denied=denial(scores, columns, example.text),
            )


def surest(tried: Sequence[Tried], values: Sequence[float]) -> list[Step]:
    """From each lead: the share of arguments that are asserted, and how many of those asserted are right."""
    made = [one for one in tried if one.argument and not one.example.denial]
    steps = []
    for value in values:
        asserted = [one for one in made if one.lead >= value]
        steps.append(Step(value, len(asserted) / len(made), _share(asserted, lambda one: one.right)))
    return steps


def sensible(tried: Sequence[Tried], values: Sequence[float]) -> list[Step]:
    """From each lead over nonsense: the share of arguments, and of nonsense, that is taken for an argument."""
    return _split(tried, values, lambda one: one.sense, lambda one: one.argument)


def denials(tried: Sequence[Tried], values: Sequence[float]) -> list[Step]:
    """From each score of a denial: the share of denials, and of what is made, that is taken for a denial."""
    made = [one for one in tried if one.argument]
    return _split(made, values, lambda one: one.denied, lambda one: one.example.denial)


def _split(
    tried: Sequence[Tried], values: Sequence[float], score: Callable[[Tried], float], meant: Callable[[Tried], bool]
) -> list[Step]:
    sides = [one for one in tried if meant(one)], [one for one in tried if not meant(one)]

    def taken(side: Sequence[Tried], value: float) -> float:
        return _share(side, lambda one: score(one) >= value)

    return [Step(value, *(taken(side, value) for side in sides)) for value in values]


def _share(tried: Sequence[Tried], holds: Callable[[Tried], bool]) -> float:
    return sum(map(holds, tried)) / (len(tried) or 1)
