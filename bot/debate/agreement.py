"""How far the assessment of replies agrees with a person's labels, from 0 to 3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.debate.assessment import Assessment
from bot.debate.evaluation import Share
from bot.debate.labelled import LabelledReply

QUALITIES = range(4)


@dataclass(frozen=True)
class Disagreement:
    """A reply that was assessed otherwise than labelled; `number` counts the replies from 1."""

    number: int
    reply: LabelledReply
    quality: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """Every figure of one set of replies.

    `kappa` is Cohen's, weighted by the square of the distance (1968), and `None` where labels or assessments leave
    nothing to disagree about. `matrix` has a row a labelled quality and a column an assessed one. A swap is a reply of
    quality 3 assessed 0, or the reverse.
    """

    replies: int
    kappa: float | None
    exact: Share
    within_one: Share
    swaps: int
    matrix: tuple[tuple[int, ...], ...]
    misses: tuple[Disagreement, ...]


def compare(replies: Sequence[LabelledReply], assessments: Sequence[Assessment]) -> Agreement:
    """Set assessments against the labels, reply by reply in the same order."""
    pairs: list[tuple[int, int]] = [
        (reply.quality, found.quality) for reply, found in zip(replies, assessments, strict=True)
    ]
    matrix = tuple(tuple(pairs.count((row, column)) for column in QUALITIES) for row in QUALITIES)
    misses = [
        Disagreement(number, reply, found.quality, found.reasons)
        for number, (reply, found) in enumerate(zip(replies, assessments, strict=True), 1)
        if reply.quality != found.quality
    ]
    return Agreement(
        replies=len(pairs),
        kappa=_kappa(matrix),
        exact=Share(sum(a == b for a, b in pairs), len(pairs)),
        within_one=Share(sum(abs(a - b) <= 1 for a, b in pairs), len(pairs)),
        swaps=sum({a, b} == {QUALITIES[0], QUALITIES[-1]} for a, b in pairs),
        matrix=matrix,
        misses=tuple(misses),
    )


def _kappa(matrix: tuple[tuple[int, ...], ...]) -> float | None:
    rows = [sum(row) for row in matrix]
    columns = [sum(column) for column in zip(*matrix, strict=True)]
    total = sum(rows)
    seen = sum((a - b) ** 2 * matrix[a][b] for a in QUALITIES for b in QUALITIES)
    by_chance = sum((a - b) ** 2 * rows[a] * columns[b] for a in QUALITIES for b in QUALITIES)
    return 1 - seen * total / by_chance if by_chance else None
