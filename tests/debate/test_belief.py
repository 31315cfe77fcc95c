from __future__ import annotations

import numpy as np
import pytest

from bot.debate.belief import denial, lead, sense
from bot.debate.examples import Columns

COLUMNS = Columns(arguments=3, kinds=2)
SCORES = np.array([-0.5, 0.75, 0.25, 0.0, -0.75, -0.5, 0.5])


def test_the_lead_is_over_the_second_argument_whatever_the_other_columns_say() -> None:
    assert lead(SCORES, COLUMNS) == 0.5
    assert lead(SCORES[[0, 2, 1, 3, 4, 5, 6]], COLUMNS) == 0.5


def test_sense_is_the_lead_over_the_likeliest_kind_of_nonsense_and_over_any() -> None:
    assert sense(SCORES, COLUMNS) == 0.75 - (0.0 - 0.5) / 2
    likelier = SCORES.copy()
    likelier[COLUMNS.nonsense] = 0.5
    assert sense(likelier, COLUMNS) == 0.75 - (0.0 + 0.5) / 2


def test_a_motion_without_kinds_of_nonsense_has_sense_too() -> None:
    assert sense(np.array([0.5, -0.5, -1.0, -1.0]), Columns(arguments=2, kinds=0)) == pytest.approx(1.5)


def test_nothing_is_denied_without_a_word_of_denial() -> None:
    assert denial(SCORES, COLUMNS, "it didn't matter") == denial(SCORES, COLUMNS, "nobody cared") == 0.5
    assert denial(SCORES, COLUMNS, "it mattered") == -1
