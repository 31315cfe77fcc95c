"""For the teacher at a terminal: the same review as in Discord, a demo class to look at, and purging."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.following_up import review_assignments, review_export, review_unrecognised
from bot.cli.options import DATA, MOTION, build_mind
from bot.cli.reviewing import review_class, review_round, review_rounds, review_student


@click.group()
def review() -> None:
    """Review a class at a terminal, with the same figures as in Discord."""


for command in (
    *(review_rounds, review_round, review_student, review_class),
    *(review_unrecognised, review_assignments, review_export),
):
    review.add_command(command)


@click.command()
@click.option("--seed", type=int, default=1, help="Another number makes another class.")
@MOTION
@DATA
def demo(seed: int, motion: str | None, data: Path) -> None:
    """Make a class of 24 students who practised for three weeks, to look at."""
    from bot.demo import make_demo
    from bot.record.rounds import rounds

    path = data / "demo.db"
    record = make_demo(build_mind(data, motion), path, now=datetime.now(UTC), seed=seed)
    click.echo(f"{path}: {rounds(record).total} rounds. Look at them with `debate-bot review class --class demo`.")


@click.command()
@DATA
def purge(data: Path) -> None:
    """Delete what every class's record no longer keeps: rounds past their time, and classes that the bot left."""
    from bot.record.retention import purge_all

    found = purge_all(data, datetime.now(UTC))
    for item in found:
        what = "left long ago, its record is deleted" if item.left else f"{item.deleted.rounds} rounds deleted"
        later = "" if item.clean else "; in use, so run this again when the class is quiet"
        click.echo(f"{item.name}: {what}{later}")
    if not found:
        click.echo(f"There is no class in {data}.")
