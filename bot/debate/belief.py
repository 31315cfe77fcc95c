"""From the scores of a text: how far it is believed to be an argument, to be its best one, and to be a denial.

Where each is taken to hold was chosen on what writers new to the base wrote, before it was learnt, and on
`debate-bot calibrate`, which hears each part of the base by what is learnt from the others; on no labelled set.
"""

from __future__ import annotations

import numpy as np

from bot.debate.examples import Columns

SENSIBLE = 0.2  # lead over nonsense from which a text is an argument at all
SURE = 0.35  # lead over the second argument from which 95 in 100 and more of new writers' texts were heard right
SURE_OF_PART = 0.6  # the same for a sentence or clause: the less is said, the more is asked of it
DENIED = -0.1  # score of the denial column that 2 in 100 of the other texts reach


def lead(scores: np.ndarray, columns: Columns) -> float:
    """Say how far the best argument is ahead of the second best."""
    if columns.arguments < 2:
        return float(scores[0]) + 1
    second, best = np.sort(scores[: columns.arguments])[-2:]
    return float(best - second)


def sense(scores: np.ndarray, columns: Columns) -> float:
    """Say how far the best argument is ahead of nonsense: of the likeliest kind, and of any."""
    kind = scores[columns.arguments : columns.nonsense].max(initial=-1.0)
    return float(scores[: columns.arguments].max() - (kind + scores[columns.nonsense]) / 2)
