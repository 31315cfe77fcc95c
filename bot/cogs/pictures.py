"""Pictures for a teacher's screens, drawn in a thread, with words that say the same."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.cogs.asked import unpacked
from bot.cogs.desk import Desk
from bot.record.assignments import Assignment, Standing
from bot.record.reports import class_picture, student_report

if TYPE_CHECKING:
    from bot.charts import Picture

Drawing: TypeAlias = "Callable[[], list[Picture]]"


def drawing_of(desk: Desk, kind: str, about: str) -> Drawing | None:
    """Read the figures of a screen's pictures and give what draws them; None where there is nothing to draw."""
    try:
        from bot.charts import class_heatmap, coverage_bars, student_progress
    except ModuleNotFoundError:
        return None
    names, sides, titles, zone = desk.rules.names, desk.sides, desk.titles, desk.rules.zone
    if kind == "student":
        report = student_report(desk.record, about, sides)
        return lambda: [student_progress(report, names=names, zone=zone)]
    if kind != "class":
        return None
    found = class_picture(desk.record, sides, unpacked(about, titles).filter(zone))
    return lambda: [
        class_heatmap(found, sides=sides, titles=titles, names=names),
        coverage_bars(found, sides=sides, titles=titles),
    ]


def drawing_of_assignment(item: Assignment, standings: Sequence[Standing]) -> Drawing | None:
    """Give what draws how an assignment stands."""
    try:
        from bot.charts import assignment_bars
    except ModuleNotFoundError:
        return None
    return lambda: [assignment_bars(item, standings)]


async def send_pictures(interaction: discord.Interaction[Any], drawing: Drawing | None, name: str) -> None:
    """Draw off the event loop, and send what was drawn to whoever asked."""
    drawn = [item for item in await asyncio.to_thread(drawing) if item.png] if drawing else []
    if not drawn:
        return
    view = ui.LayoutView(timeout=None)
    gallery: ui.MediaGallery[Any] = ui.MediaGallery()
    files = []
    for place, picture in enumerate(drawn, 1):
        file = discord.File(io.BytesIO(picture.png or b""), f"{name}-{place}.png")
        gallery.add_item(media=f"attachment://{file.filename}", description=picture.alt)
        files.append(file)
    view.add_item(gallery)
    await interaction.followup.send(view=view, files=files, ephemeral=True)
