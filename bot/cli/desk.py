"""What every command of the teacher's review needs: the class, its rounds as options, and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import DATA, MOTION, load_motion, make_screen
from bot.errors import DebateBotError

if TYPE_CHECKING:
    from bot.base.motion import Motion
    from bot.record.rounds import RoundFilter, RoundLine
    from bot.record.rules import ClassSettings, Names
    from bot.record.store import Record

_DAY = click.DateTime(["%Y-%m-%d"])
_CLASS = click.option("--class", "class_id", default="terminal", help="The class: a server's id, `terminal` or `demo`.")
_NAMES = click.option(
    "--names", type=click.Choice(["names", "pseudonyms"]), help="How students are called; else as the class has set."
)


@dataclass(frozen=True)
class Desk:
    """What a command of the review works with."""

    record: Record
    settings: ClassSettings
    motion: Motion
    names: Names

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the arguments, by id."""
        return {name: argument.title for name, argument in self.motion.arguments.items()}

    def at(self, when: datetime | None) -> str:
        """Write a moment in the class's zone."""
        return f"{when.astimezone(self.settings.zone):%Y-%m-%d %H:%M}" if when else ""


def sit_down(data: Path, class_id: str, motion: str | None, names: Names | None) -> Desk:
    """Open a class for review; `DebateBotError` names the classes that there are."""
    from bot.record.rules import class_settings
    from bot.record.store import Record

    path = data / f"{class_id}.db"
    if Path(class_id).name != class_id or not path.is_file():
        known = ", ".join(sorted(item.stem for item in data.glob("*.db"))) or "none yet; `debate-bot demo` makes one"
        raise DebateBotError(f"There is no class {class_id!r} in {data}. Choose with --class: {known}.")
    chosen = load_motion(motion, data)
    record = Record(path)
    settings = class_settings(record)
    return Desk(record, settings, chosen, names or settings.names)


def of_class(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which class is reviewed."""
    for option in (_CLASS, _NAMES, MOTION, DATA):
        command = option(command)
    return command


def of_rounds(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which rounds are meant."""
    for option in (
        click.option("--student", help="An id, a name or a pseudonym."),
        click.option("--side", type=click.Choice(["for", "against"])),
        click.option("--argument", help="An argument's id that was made in the round."),
        click.option("--level", type=click.Choice(["guided", "standard", "tough"])),
        click.option("--since", type=_DAY, help="The first day, such as 2026-11-02."),
        click.option("--until", type=_DAY, help="The last day."),
        click.option("--assignment", type=int, help="Rounds begun while this assignment was set."),
        click.option("--unmet", "with_unmet", is_flag=True, help="Rounds with a challenge that was not met."),
        click.option("--mistakes", "with_mistakes", is_flag=True, help="Rounds with a mistake of fact."),
    ):
        command = option(command)
    return command


def wanted(desk: Desk, **asked: Any) -> RoundFilter:
    """Turn the options into a filter; days are those of the class's zone."""
    from bot.record.rounds import RoundFilter, find_student

    student, since, until = asked.pop("student"), asked.pop("since"), asked.pop("until")
    zone = desk.settings.zone
    return RoundFilter(
        student=find_student(desk.record, student).id if student else None,
        since=since.replace(tzinfo=zone) if since else None,
        until=until.replace(tzinfo=zone) + timedelta(days=1) if until else None,
        **asked,
    )


def print_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table as wide as the terminal."""
    from rich.table import Table
    from rich.text import Text

    from bot.terminal.screen import harmless

    table = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(harmless(str(cell))) for cell in row))
    make_screen().console.print(table)


def print_rounds(desk: Desk, lines: Iterable[RoundLine]) -> None:
    """Print rounds with their figures, and what was argued below, so that a narrow terminal shows all of it."""
    screen = make_screen()
    for line in lines:
        mistakes = f", mistakes {line.mistakes}" if line.mistakes else ""
        screen.say(
            f"{line.id:>3}  {desk.at(line.started)}  {line.student.called(desk.names)}, {line.side}, {line.level}, "
            f"{line.how}; met {line.met} of {line.met + line.unmet}, quality {quality(line.mean_quality)}{mistakes}"
        )
        if line.arguments:
            screen.say(", ".join(line.arguments), "dim", indent=5)


def quality(value: float | None) -> str:
    """Write a mean quality."""
    return "-" if value is None else f"{value:.1f}"
