"""A screen that keeps what it shows, a student who types given lines, and a clock that stands still."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from rich.console import Console

from bot.terminal.keyboard import script
from bot.terminal.playing import Ask
from bot.terminal.screen import Screen


def clock() -> datetime:
    return datetime(2026, 11, 24, 10, tzinfo=UTC)


def typed(*lines: str) -> Ask:
    return script(lines, echo=lambda _: None)


def screen(*, width: int = 80, plain: bool = True, colour: bool = False) -> Screen:
    console = Console(file=io.StringIO(), width=width, force_terminal=not plain, no_color=not colour, highlight=False)
    return Screen(console, plain)


def shown(on: Screen) -> str:
    file = on.console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()
