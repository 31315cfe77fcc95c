"""Exports handed to a teacher: read some rounds at a time, so that the class's turns go on, and written in a thread."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.cogs import teacher_labels as words
from bot.cogs.asked import Asked
from bot.cogs.desk import Desk
from bot.record.export.files import Base, File, Format, written
from bot.record.reports import ClassPicture, class_picture
from bot.record.rounds import all_rounds
from bot.record.rules import Names
from bot.record.store import Record
from bot.record.transcripts import Transcript, transcript

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

Asking: TypeAlias = discord.Interaction["DebateBot"]

_AT_ONCE = 40  # rounds; about a tenth of a second
_MEGA = 1024 * 1024


@dataclass(frozen=True)
class Order:
    """What is to be exported, as what, and how students are called."""

    shape: Format
    names: Names
    asked: Asked
    round: int | None = None


async def hand_out(interaction: Asking, desk_of: Callable[[Record], Desk], order: Order) -> None:
    """Export, and send the files privately, one a message; say where they had to be zipped or split."""
    classes, guild, limit = interaction.client.classes, interaction.guild_id or 0, interaction.filesize_limit

    def begin(record: Record) -> tuple[Desk, Base, list[int], ClassPicture | None]:
        desk = desk_of(record)
        wanted = order.asked.filter(desk.rules.zone)
        whole = order.shape == "html" and order.round is None
        numbers = [order.round] if order.round is not None else [line.id for line in all_rounds(record, wanted)]
        return desk, desk.base, numbers, class_picture(record, desk.sides, wanted) if whole else None

    desk, base, numbers, picture = await classes.run(guild, begin)
    found: list[Transcript] = []
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        found += await classes.run(guild, partial(_read, numbers=some, asked_for=order.round))
    files = await asyncio.to_thread(
        written,
        found,
        order.shape,
        base=base,
        names=order.names,
        zone=desk.rules.zone,
        now=desk.now,
        picture=picture,
        round_id=order.round,
        wanted=order.asked.filter(desk.rules.zone),
        limit=limit,
    )
    await _send(interaction, files, limit)


def _read(record: Record, numbers: Sequence[int], asked_for: int | None) -> list[Transcript]:
    """Read transcripts; a round that was deleted meanwhile is left out, unless it is the one asked for."""
    there = {row["id"] for row in record.rounds()}
    return [transcript(record, number, drafts=False) for number in numbers if number in there or number == asked_for]


async def _send(interaction: Asking, files: Sequence[File], limit: int) -> None:
    size = f"{limit / _MEGA:.0f} MB"
    for place, file in enumerate(files, 1):
        text = words.EXPORTED.format(name=file.name)
        if len(files) > 1:
            text = words.EXPORT_PART.format(place=place, number=len(files), name=file.name)
            text = f"{words.EXPORTED_SPLIT.format(limit=size, number=len(files))}\n{text}" if place == 1 else text
        elif file.name.endswith(".zip"):
            text = words.EXPORTED_ZIPPED.format(limit=size)
        await interaction.followup.send(text, file=discord.File(io.BytesIO(file.content), file.name), ephemeral=True)
