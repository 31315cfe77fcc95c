"""A student's progress, round by round: the quality of replies, and challenges met and unmet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from matplotlib.figure import Figure

from bot.charts.canvas import (
    BLUE,
    FAINT,
    GREEN,
    GREY,
    ORANGE,
    PANEL,
    TEXT,
    WIDTH,
    Picture,
    axes_at,
    finish,
    fitting,
    new_figure,
    nothing_yet,
    points,
    write,
)
from bot.record.reports import StudentReport
from bot.record.rounds import RoundLine
from bot.record.rules import Names

_LATEST = 12  # rounds shown; what came before is said in words
_FLAT = 6  # rounds up to which the dates fit side by side
_LEFT = 190
_MARKERS = {"for": ("o", BLUE), "against": ("s", ORANGE)}
_MEANING = ("no answer", "assertion", "evidence", "explained")


def student_progress(report: StudentReport, *, names: Names, zone: ZoneInfo) -> Picture:
    """Draw the mean quality of replies and the challenges met and unmet, for the latest rounds."""
    who = report.student.called(names)
    rounds = [line for line in report.rounds if line.replies][-_LATEST:]
    if not rounds:
        return nothing_yet(
            "No reply to a challenge yet, so there is no progress to draw. One finished round is enough."
        )
    figure = new_figure(850 if len(rounds) <= _FLAT else 900)
    write(figure, 20, 16, f"{fitting(who, 500, 32)}: progress by round", size=32, weight="bold")
    _draw_quality(figure, rounds)
    _draw_challenges(figure, rounds, zone)
    earlier = sum(bool(line.replies) for line in report.rounds) - len(rounds)
    return finish(figure, _in_words(who, rounds, earlier, zone))


def _draw_quality(figure: Figure, rounds: Sequence[RoundLine]) -> None:
    write(figure, 20, 72, "Mean quality of replies", size=26, color=FAINT)
    axes = axes_at(figure, _LEFT, 120, WIDTH - _LEFT - 30, 330)
    places = range(len(rounds))
    values = [line.mean_quality or 0.0 for line in rounds]
    axes.set_ylim(-0.2, 3.2)
    axes.set_xlim(-0.6, max(len(rounds), _FLAT) - 0.4)
    axes.set_xticks([])
    axes.set_yticks(range(4), _MEANING, fontsize=points(24))
    axes.grid(axis="y", color=PANEL, linewidth=points(3))
    axes.set_axisbelow(True)
    axes.plot(places, values, color=TEXT, linewidth=points(4), zorder=2)
    for place, line, value in zip(places, rounds, values, strict=True):
        marker, colour = _MARKERS[line.side]
        axes.plot([place], [value], marker=marker, color=colour, markersize=points(24), zorder=3)
    for number, (side, (marker, colour)) in enumerate(_MARKERS.items()):
        key = axes_at(figure, 560 + 200 * number, 74, 30, 30)
        key.plot([0], [0], marker=marker, color=colour, markersize=points(22))
        key.set_xticks([])
        key.set_yticks([])
        write(figure, 600 + 200 * number, 76, side, size=26)


def _draw_challenges(figure: Figure, rounds: Sequence[RoundLine], zone: ZoneInfo) -> None:
    write(figure, 20, 490, "Challenges", size=26, color=FAINT)
    axes = axes_at(figure, _LEFT, 540, WIDTH - _LEFT - 30, 250)
    places = range(len(rounds))
    met, unmet = [line.met for line in rounds], [line.unmet for line in rounds]
    most = max(1, *(line.met + line.unmet for line in rounds))
    axes.bar(places, met, color=GREEN, width=0.6)
    axes.bar(places, unmet, bottom=met, color=GREY, width=0.6, hatch="//", edgecolor=PANEL)
    axes.set_xlim(-0.6, max(len(rounds), _FLAT) - 0.4)
    axes.set_ylim(0, most + 0.3)
    axes.set_yticks(range(0, most + 1, max(1, most // 4)))
    axes.tick_params(axis="y", labelsize=points(24))
    dates = [f"{line.started.astimezone(zone):%d %b}" for line in rounds]
    turned: dict[str, Any] = {"rotation": 45, "ha": "right", "rotation_mode": "anchor"} if len(rounds) > _FLAT else {}
    axes.set_xticks(places, dates, fontsize=points(24), **turned)
    for number, (word, colour, hatch) in enumerate((("met", GREEN, ""), ("not met", GREY, "//"))):
        key = axes_at(figure, 560 + 200 * number, 492, 30, 30)
        key.bar([0], [1], color=colour, hatch=hatch, edgecolor=PANEL)
        key.set_xticks([])
        key.set_yticks([])
        write(figure, 600 + 200 * number, 494, word, size=26)


def _in_words(who: str, rounds: Sequence[RoundLine], earlier: int, zone: ZoneInfo) -> str:
    lines = [
        f"{line.started.astimezone(zone):%d %b} ({line.side}): quality {line.mean_quality or 0:.1f} of 3, "
        f"challenges met {line.met} of {line.met + line.unmet}"
        for line in rounds
    ]
    before = f" Before these, {earlier} more." if earlier else ""
    return f"{who}, progress by round. {'; '.join(lines)}.{before}"
