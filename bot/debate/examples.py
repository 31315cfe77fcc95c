"""The texts of a base that recognition learns from, and the columns that it learns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.base.motion import Motion
from bot.debate.features import words_of
from bot.debate.glossary import Glossary
from bot.debate.learning import Learnt, learn


@dataclass(frozen=True)
class Columns:
    """What is learnt, in order: each argument, each kind of nonsense, any nonsense, any denial."""

    arguments: int
    kinds: int

    @property
    def nonsense(self) -> int:
        """Give the column of any nonsense."""
        return self.arguments + self.kinds

    @property
    def denial(self) -> int:
        """Give the column of any denial."""
        return self.nonsense + 1

    @property
    def count(self) -> int:
        """Say how many there are."""
        return self.denial + 1


@dataclass(frozen=True)
class Example:
    """A phrasing, a denial, or what is no argument; `column` is that of its argument or kind of nonsense."""

    column: int
    text: str
    point: str = ""
    denial: bool = False


@dataclass(frozen=True)
class Examples:
    """Every example of a motion, in the order of the base: arguments first, each one's phrasings before its denials."""

    classes: tuple[str, ...]  # ids of arguments, then kinds of nonsense
    columns: Columns
    every: tuple[Example, ...]
    phrasings: tuple[range, ...]  # by argument: where they stand in `every`


def examples_of(motion: Motion) -> Examples:
    """Collect the examples of a motion."""
    every: list[Example] = []
    phrasings: list[range] = []
    for column, argument in enumerate(motion.arguments.values()):
        start = len(every)
        every += [Example(column, text, point.id) for point in argument.points for text in point.phrasings]
        phrasings.append(range(start, len(every)))
        every += [Example(column, text, denial=True) for text in argument.denials]
    for column, texts in enumerate(motion.not_arguments.values(), len(motion.arguments)):
        every += [Example(column, text) for text in texts]
    classes = (*motion.arguments, *motion.not_arguments)
    columns = Columns(len(motion.arguments), len(motion.not_arguments))
    return Examples(classes, columns, tuple(every), tuple(phrasings))


def targets(examples: Sequence[Example], columns: Columns) -> np.ndarray:
    """Give what each column should say of each example: 1, or -1."""
    wanted = np.full((len(examples), columns.count), -1.0, dtype=np.float32)
    for row, example in enumerate(examples):
        wanted[row, example.column] = 1
        if example.column >= columns.arguments:
            wanted[row, columns.nonsense] = 1
        if example.denial:
            wanted[row, columns.denial] = 1
    return wanted


def learn_from(examples: Sequence[Example], columns: Columns, glossary: Glossary) -> Learnt:
    """Learn every column from examples."""
    return learn([words_of(example.text, glossary) for example in examples], targets(examples, columns))
