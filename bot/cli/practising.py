"""For the student in a terminal: a round, from the first claim to the feedback."""

from __future__ import annotations

import random
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from bot.cli.options import DATA, MOTION, STUDENT, build_mind, make_screen, now
from bot.errors import RecordError

if TYPE_CHECKING:
    from bot.base.motion import Level, Side


@click.command()
@MOTION
@click.option("--side", type=click.Choice(["for", "against", "either"]), default="either", help="Yours, or a surprise.")
@click.option("--level", type=click.Choice(["guided", "standard", "tough"]), default="standard")
@click.option("--exchanges", type=click.IntRange(2, 5), default=3, help="Replies before the judgement.")
@STUDENT
@click.option("--seed", type=int, help="The same seed and words give the same round.")
@click.option("--new", is_flag=True, help="Close the open round, if there is one, and start another.")
@click.option("--swap", is_flag=True, help="Argue the last round again, from the other side.")
@DATA
def practise(
    motion: str | None,
    side: Side | Literal["either"],
    level: Level,
    exchanges: int,
    student: str,
    seed: int | None,
    new: bool,
    swap: bool,
    data: Path,
) -> None:
    """Start a practice round, or go on with the open one."""
    from bot.base.motion import SIDES
    from bot.debate.round import Plan, swapped
    from bot.practice import Practice
    from bot.record.store import Record
    from bot.terminal import labels, starting
    from bot.terminal.keyboard import keyboard, script
    from bot.terminal.playing import play

    screen = make_screen()
    person = sys.stdin.isatty()
    ask = keyboard(plain=screen.plain) if person else script(sys.stdin, screen.say)
    record = Record(data / "terminal.db")
    row = record.open_round(student)
    if row and motion not in (None, row["motion"]):
        row = None  # it is about something else, and waits
    try:
        going_on = row and not (new or swap)
        if row and going_on and person:
            going_on = starting.goes_on(row, len(record.turns(row["id"])), screen, ask)
    except (EOFError, KeyboardInterrupt):
        return
    last = next(iter(record.rounds(student)), None) if swap else None
    if swap and last is None:
        raise RecordError(f"There is no round of {student} to swap sides in. Leave out --swap to start one.")
    with screen.console.status(labels.WAIT) if person and not screen.plain else nullcontext():
        mind = build_mind(data, motion or next((kept["motion"] for kept in (row, last) if kept), None))
    if row and not going_on:
        record.close_round(row["id"], now())
        screen.say(labels.CLOSED.format(number=row["id"]))
    practice = Practice.resume(mind, record, now, student) if going_on else None
    if practice:
        starting.recall(practice, screen)
    else:
        chosen = seed if seed is not None else random.SystemRandom().randrange(2**31)
        own = random.Random(chosen).choice(SIDES) if side == "either" else side
        plan = Plan(mind.motion.id, own, level, exchanges, chosen)
        if last:
            before = Practice.load(mind, record, now, last["id"])
            plan = swapped(before.plan, before.round.used, chosen)
        practice = Practice.begin(mind, record, now, student, plan)
        starting.open_with(practice, screen)
    screen.say(labels.HELP_HINT, "dim")
    play(practice, screen, ask)
