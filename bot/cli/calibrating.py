"""For people who change how recognition learns: `calibrate` shows from where its decisions may be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import DATA, MOTION, load_motion

if TYPE_CHECKING:
    from bot.debate.calibration import Step


@click.command()
@MOTION
@DATA
def calibrate(motion: str | None, data: Path) -> None:
    """Hear each quarter of the base by what is learnt from the rest, and print what each threshold would give."""
    from bot.debate.belief import DENIED, SENSIBLE, SURE
    from bot.debate.calibration import cross_validate, denials, sensible, surest

    tried = cross_validate(load_motion(motion, data))
    click.echo(f"{len(tried)} texts of the base, each heard by what was learnt from the other three quarters\n")
    _table("lead over the second argument", "asserted", "of these right", SURE, surest(tried, _values(0, 1)))
    _table("lead over nonsense", "arguments taken", "nonsense taken", SENSIBLE, sensible(tried, _values(-0.3, 0.6)))
    _table("score of a denial", "denials heard", "others taken for one", DENIED, denials(tried, _values(-0.6, 0.2)))


def _values(first: float, last: float) -> list[float]:
    return [number / 20 for number in range(round(first * 20), round(last * 20) + 1)]


def _table(title: str, meant: str, others: str, now: float, steps: Sequence[Step]) -> None:
    """Print one decision, a threshold a line; an arrow marks the one in use, in bot/debate/belief.py."""
    click.echo(f"{title}: {meant}, {others} (in use: {now:.2f})")
    used = min(steps, key=lambda step: abs(step.value - now))
    for step in steps:
        click.echo(f"{'->' if step is used else '  '} {step.value:5.2f}  {step.meant:.3f}  {step.others:.3f}")
    click.echo("")
