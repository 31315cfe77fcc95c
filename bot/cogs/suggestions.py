"""What commands suggest while they are typed; what is the class's own, they suggest to a teacher alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from zoneinfo import available_timezones

import discord
from discord.app_commands import Choice

from bot.cogs import days
from bot.cogs import teacher_labels as words
from bot.cogs.class_labels import state
from bot.cogs.desk import Desk
from bot.cogs.teachers import asks_as_teacher
from bot.record.assignments import assignments as all_assignments
from bot.record.classroom import NONE
from bot.record.rounds import rounds as some_rounds
from bot.record.rounds import students as all_students
from bot.record.store import Record
from bot.record.transcripts import transcript

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

Asking: TypeAlias = discord.Interaction["DebateBot"]
Suggested: TypeAlias = Choice[str | int | float]
Choices: TypeAlias = list[Suggested]
Given = TypeVar("Given")
_SHOWN = 25
_NAME = 100  # characters
_ROUNDS = 200  # newest rounds among which a typed name is looked for


async def motions(interaction: Asking, typed: str) -> Choices:
    """Suggest motions, to anybody."""
    return fitting(typed, ((mind.motion.heading.motion, name) for name, mind in interaction.client.minds.items()))


async def students(interaction: Asking, typed: str) -> Choices:
    """Suggest those who have practised."""
    rules = await asks_as_teacher(interaction)
    if rules is None:
        return []
    found = await _read(interaction, all_students)
    return fitting(typed, ((who.called(rules.names), who.id) for who in found))


async def arguments(interaction: Asking, typed: str) -> Choices:
    """Suggest arguments of the base."""
    if await asks_as_teacher(interaction) is None:
        return []
    return fitting(typed, _titles(interaction))


async def several_arguments(interaction: Asking, typed: str) -> Choices:
    """Suggest one more argument behind those that are typed already, with commas between."""
    if await asks_as_teacher(interaction) is None:
        return []
    before, _, last = typed.rpartition(",")
    begun = [name.strip() for name in before.split(",") if name.strip()]
    found = fitting(last.strip(), ((title, name) for title, name in _titles(interaction) if name not in begun))
    all_of = [(", ".join([*begun, item.name]), ", ".join([*begun, str(item.value)])) for item in found]
    return [_suggested(name, value) for name, value in all_of if len(value) <= _NAME]


async def true_arguments(interaction: Asking, typed: str) -> Choices:
    """Suggest what a turn may really have argued: none of the base, or an argument."""
    if await asks_as_teacher(interaction) is None:
        return []
    return fitting(typed, [(words.NO_ARGUMENT, NONE), *_titles(interaction)])


async def rounds(interaction: Asking, typed: str) -> Choices:
    """Suggest rounds, the newest first."""
    rules = await asks_as_teacher(interaction)
    if rules is None:
        return []

    def read(record: Record) -> list[tuple[str, str]]:
        desk = Desk(record, rules, {}, interaction.client.clock())
        found = some_rounds(record, size=_ROUNDS).rounds
        return [(f"{line.id}: {desk.called(line.student)}, {desk.at(line.started)}", str(line.id)) for line in found]

    return _numbered(fitting(typed, await _read(interaction, read)))


async def turns(interaction: Asking, typed: str) -> Choices:
    """Suggest the student's turns of the round that is typed already."""
    if await asks_as_teacher(interaction) is None or not isinstance(interaction.namespace.round, int):
        return []
    number = interaction.namespace.round

    def read(record: Record) -> list[tuple[str, str]]:
        if number not in {row["id"] for row in record.rounds()}:
            return []
        spoken = [turn for turn in transcript(record, number).turns if turn.speaker == "student" and turn.text]
        return [(f"{turn.number}: {' '.join(turn.text.split())}", str(turn.number)) for turn in spoken]

    return _numbered(fitting(typed, await _read(interaction, read)))


async def assignments(interaction: Asking, typed: str) -> Choices:
    """Suggest assignments, the newest first."""
    if await asks_as_teacher(interaction) is None:
        return []
    found = await _read(interaction, all_assignments)
    named = ((f"{item.id}: {item.title} ({state(item)})", str(item.id)) for item in found)
    return _numbered(fitting(typed, named))


async def days_back(interaction: Asking, typed: str) -> Choices:
    """Suggest days that have been."""
    return await _days(interaction, typed, back=True)


async def days_ahead(interaction: Asking, typed: str) -> Choices:
    """Suggest days to come."""
    return await _days(interaction, typed, back=False)


async def zones(interaction: Asking, typed: str) -> Choices:
    """Suggest time zones; spaces stand for the signs in their names."""
    if await asks_as_teacher(interaction) is None:
        return []
    named = ((re.sub(r"[_/]", " ", zone), zone) for zone in _zones())
    return [_suggested(str(item.value), item.value) for item in fitting(re.sub(r"[_/]", " ", typed), named)]


@cache
def _zones() -> list[str]:
    """Read the names of all zones once: each reading goes through hundreds of files."""
    return sorted(available_timezones())


async def _days(interaction: Asking, typed: str, *, back: bool) -> Choices:
    rules = await asks_as_teacher(interaction)
    if rules is None:
        return []
    today = interaction.client.clock().astimezone(rules.zone).date()
    return [_suggested(name, value) for name, value in days.suggested(typed, today, back=back)]


async def _read(interaction: Asking, work: Callable[[Record], Given]) -> Given:
    return await interaction.client.classes.run(interaction.guild_id or 0, work)


def _titles(interaction: Asking) -> list[tuple[str, str]]:
    motions = [mind.motion for mind in interaction.client.minds.values()]
    return [(argument.title, name) for motion in motions for name, argument in motion.arguments.items()]


def fitting(typed: str, named: Iterable[tuple[str, str]]) -> Choices:
    """Suggest the values whose name or value holds what was typed, the first of them; names come with values."""
    wanted = typed.casefold().strip()
    found = [(name, value) for name, value in named if wanted in f"{name} {value}".casefold()]
    return [_suggested(name, value) for name, value in found[:_SHOWN]]


def _numbered(found: Choices) -> Choices:
    return [_suggested(item.name, int(item.value)) for item in found]


def _suggested(name: str, value: str | int | float) -> Suggested:
    return Choice(name=name if len(name) <= _NAME else f"{name[: _NAME - 1]}…", value=value)
