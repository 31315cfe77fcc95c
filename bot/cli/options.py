"""What several commands need: where the base and the data are, and the mind built from them."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import DebateBotError

if TYPE_CHECKING:  # imported when used, so that `--help` does not load numpy
    from bot.base.motion import Motion
    from bot.debate.answer import Mind
    from bot.record.store import Record
    from bot.settings import Folders
    from bot.terminal.screen import Screen


def folders() -> Folders:
    """Give the folders that the environment or `.env` names, else the usual ones."""
    from bot.settings import Folders

    return Folders()


MOTION = click.option("--motion", help="The motion's id; the first one by default.")
STUDENT = click.option("--student", default="me", help="Whose rounds these are, where several practise here.")
DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=lambda: folders().data_dir,
    help="Where records are kept; else DEBATE_BOT_DATA_DIR, or `data`.",
)


def load_motion(wanted: str | None, data: Path | None = None) -> Motion:
    """Load one motion, the first by default; `data` keeps the base as it was read, `DebateBotError` names what is."""
    from bot.base.loading import load_base

    motions = load_base(folders().arguments, cache=data / "cache" if data else None)
    if wanted and wanted not in motions:
        raise DebateBotError(f"There is no motion {wanted!r}. Choose one of: {', '.join(motions)}.")
    return motions[wanted or next(iter(motions))]


def build_mind(data: Path, motion: str | None = None) -> Mind:
    """Load the base and learn it, or take what was learnt before from the data folder."""
    from bot.minds import make_mind

    return make_mind(load_motion(motion, data), cache=data / "cache")


def now() -> datetime:
    """Read the clock."""
    return datetime.now(UTC)


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
