"""From the scores of a text: how far it is believed to be an argument, to be its best one, and to be a denial.

Where each is taken to hold was chosen on what writers new to the base wrote, before it was learnt, and on
`debate-bot calibrate`, which hears each part of the base by what is learnt from the others. The labelled sets only
decided for the more careful of two neighbouring values of `SURE`.
"""

from __future__ import annotations

import numpy as np

from bot.debate.cues import DENIES
from bot.debate.examples import Columns
from bot.debate.reading import bare

SENSIBLE = 0.15  # lead over nonsense from which a text is an argument at all
SURE = 0.4  # lead over the second argument from which 97 in 100 of four new writers' texts were heard right
SURE_OF_PART = 0.6  # the same for a sentence or clause: the less is said, the more is asked of it
DENIED = -0.25  # score of the denial column from which a text with a word of denial is one


def lead(scores: np.ndarray, columns: Columns) -> float:
    """Say how far the best argument is ahead of the second best."""
    second, best = np.sort(scores[: columns.arguments])[-2:]
    return float(best - second)


def sense(scores: np.ndarray, columns: Columns) -> float:
    """Say how far the best argument is ahead of nonsense: of the likeliest kind, and of any."""
    kind = scores[columns.arguments : columns.nonsense].max(initial=-1.0)
    return float(scores[: columns.arguments].max() - (kind + scores[columns.nonsense]) / 2)


def denial(scores: np.ndarray, columns: Columns, plain: str) -> float:
    """Give the score of a denial; a text without a word of denial is none, and has the lowest."""
    return float(scores[columns.denial]) if DENIES.search(bare(plain)) else -1.0
