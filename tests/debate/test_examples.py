from __future__ import annotations

import numpy as np

from bot.base.motion import Motion
from bot.debate.examples import Columns, Example, examples_of, targets


def test_the_phrasings_of_each_argument_stand_together_in_the_order_of_the_base(museum: Motion) -> None:
    examples = examples_of(museum)
    for argument, where in zip(museum.arguments.values(), examples.phrasings, strict=True):
        assert [examples.every[place].text for place in where] == list(argument.phrasings)
    assert examples.columns == Columns(len(museum.arguments), len(museum.not_arguments))
    assert {examples.classes[example.column] for example in examples.every if example.point} == set(museum.arguments)


def test_a_denial_is_of_its_argument_too_and_nonsense_of_its_kind_and_of_any() -> None:
    columns = Columns(arguments=2, kinds=2)
    made = targets([Example(1, "", "point"), Example(0, "", denial=True), Example(3, "")], columns)
    assert np.array_equal(made, [[-1, 1, -1, -1, -1, -1], [1, -1, -1, -1, -1, 1], [-1, -1, -1, 1, 1, -1]])
