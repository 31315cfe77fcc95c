"""For the student in a terminal: a round, and the rounds kept."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.options import DATA, build_mind


@click.command()
@click.option("--motion", help="The motion's id; the first one by default.")
@click.option("--side", type=click.Choice(["for", "against", "either"]), default="either")
@click.option("--level", type=click.Choice(["guided", "standard", "tough"]), default="standard")
@click.option("--exchanges", type=click.IntRange(2, 5), default=3)
@click.option("--student", default="me")
@click.option("--seed", type=int)
@DATA
def practise(
    motion: str | None, side: str, level: str, exchanges: int, student: str, seed: int | None, data: Path
) -> None:
    """Start a practice round, or go on with the open one."""
    from rich.console import Console

    from bot.debate.round import Plan
    from bot.practice import Practice
    from bot.record.store import Record
    from bot.terminal import HELP, play, show

    console = Console(highlight=False, markup=False)
    mind = build_mind(data, motion)
    record = Record(data / "terminal.db")

    def clock() -> datetime:
        return datetime.now(UTC)

    practice = Practice.resume(mind, record, clock, student)
    if practice:
        console.print(f"Going on with round {practice.number}. /end stops it.")
        show(console, practice.latest())
    else:
        chosen = seed if seed is not None else random.SystemRandom().randrange(2**31)
        own: Any = side if side != "either" else random.Random(chosen).choice(["for", "against"])
        plan = Plan(mind.motion.id, own, level, exchanges, chosen)  # type: ignore[arg-type]
        practice = Practice.begin(mind, record, clock, student, plan)
        show(console, practice.opening())
    console.print(HELP)
    play(practice, console, _typed())


def _typed() -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    while True:
        try:
            yield input("> ")
        except (EOFError, KeyboardInterrupt):
            return


@click.command()
@DATA
def rounds(data: Path) -> None:
    """List the rounds that were practised here."""
    from bot.record.store import Record

    for row in Record(data / "terminal.db").rounds():
        click.echo(
            f"{row['id']}  {row['started']}  {row['student']}  {row['side']}  {row['level']}  {row['how'] or 'open'}"
        )


@click.command("show")
@click.argument("number", type=int)
@DATA
def show_round(number: int, data: Path) -> None:
    """Print the transcript of a round."""
    from bot.record.store import Record

    record = Record(data / "terminal.db")
    record.round(number)
    for turn in record.turns(number):
        click.echo(f"{turn['speaker']} ({turn['kind']}): {turn['text']}\n")


@click.command("replay")
@click.argument("number", type=int)
@DATA
def replay_round(number: int, data: Path) -> None:
    """Answer a round again from the student's messages, and say whether every answer is the same."""
    from bot.practice import replay
    from bot.record.store import Record

    record = Record(data / "terminal.db")
    mind = build_mind(data, record.round(number)["motion"])
    differ = replay(mind, record, number)
    click.echo(f"Turns that differ: {', '.join(map(str, differ))}." if differ else "Every answer is the same.")
    if record.round(number)["base"] != mind.motion.hash:
        click.echo("The argument base has changed since this round.")
    sys.exit(1 if differ else 0)
