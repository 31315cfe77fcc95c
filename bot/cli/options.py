"""What several commands need: where the base and the data are, and the mind built from them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import DebateBotError

if TYPE_CHECKING:  # imported when used, so that `--help` does not load numpy
    from bot.debate.answer import Mind
    from bot.record.store import Record
    from bot.terminal.screen import Screen

ARGUMENTS = Path(os.environ.get("DEBATE_BOT_ARGUMENTS", Path(__file__).parents[2] / "arguments"))
MOTION = click.option("--motion", help="The motion's id; the first one by default.")
STUDENT = click.option("--student", default="me", help="Whose rounds these are, where several practise here.")
DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    envvar="DEBATE_BOT_DATA_DIR",
    help="Where records are kept.",
)


def build_mind(data: Path, motion: str | None = None) -> Mind:
    """Load the base and learn it, or take what was learnt before from the data folder."""
    from bot.base.loading import load_base
    from bot.practice import make_mind

    motions = load_base(ARGUMENTS, cache=data / "cache")
    if motion and motion not in motions:
        raise DebateBotError(f"There is no motion {motion!r}. Choose one of: {', '.join(motions)}.")
    return make_mind(motions[motion or next(iter(motions))], cache=data / "cache")


def make_screen() -> Screen:
    """Give the screen: panels where a person sits at a terminal that can show them, else one plain line a thing."""
    from rich.console import Console

    from bot.terminal.screen import Screen

    console = Console(highlight=False, markup=False, emoji=False)
    at_terminal = sys.stdin.isatty() and console.is_terminal and not console.is_dumb_terminal
    return Screen(console, plain=not at_terminal)


def kept_record(data: Path) -> Record | None:
    """Open the record of the rounds practised here, or give None where nobody has practised yet."""
    from bot.record.store import Record

    return Record(data / "terminal.db") if (data / "terminal.db").exists() else None
