"""What a student has covered so far, shown to that student alone."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.cogs import labels
from bot.cogs.layouts import Block, messages, plain
from bot.cogs.standing import Coverage, RoundWork
from bot.record.classroom import Comment, comments
from bot.record.reports import StudentReport, student_report
from bot.record.rules import ClassSettings, class_settings
from bot.record.store import Record

if TYPE_CHECKING:
    from bot.charts import Picture
    from bot.cogs.client import DebateBot

_FILE = "progress.png"
_BAR = 12  # characters of a bar of coverage


class Progress(commands.Cog):
    """Answers `/progress`."""

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot
        self.work = RoundWork(bot.minds, bot.clock)

    @app_commands.command(description="What you have covered so far, and what to do next. Only you see it.")
    async def progress(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Show coverage, next steps and the teacher's comments."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        student, guild = str(interaction.user.id), interaction.guild_id or 0
        covered = await self.bot.classes.run(guild, self.work.progress(student))
        said = await self.bot.classes.run(guild, lambda record: comments(record, student=student))
        if covered is None:
            for view in messages([Block("talk", [labels.NO_PROGRESS]), *_comments(said)]):
                await interaction.followup.send(view=view, ephemeral=True)
            return
        sides = self.bot.minds[covered.motion].motion.sides

        def read(record: Record) -> tuple[StudentReport, ClassSettings]:
            return student_report(record, student, sides, drafts=False), class_settings(record)

        picture = await asyncio.to_thread(_drawn, *await self.bot.classes.run(guild, read))
        files = [discord.File(io.BytesIO(picture.png), _FILE)] if picture and picture.png else []
        gallery: ui.MediaGallery[Any] = ui.MediaGallery()
        if files and picture:
            gallery.add_item(media=f"attachment://{_FILE}", description=picture.alt)
        views = messages([*blocks_of(covered), *_comments(said)], files=[gallery] if files else [])
        for view in views:
            await interaction.followup.send(view=view, ephemeral=True, files=files if view is views[-1] else [])


def _drawn(report: StudentReport, rules: ClassSettings) -> Picture | None:
    """Draw progress round by round; None where pictures are not installed."""
    try:
        from bot.charts import student_progress
    except ModuleNotFoundError:
        return None
    return student_progress(report, names="names", zone=rules.zone)


def _comments(said: Sequence[Comment]) -> list[Block]:
    """Lay out what the teacher wrote, the newest first."""
    shown = [labels.PROGRESS_COMMENT.format(round=item.round, text=plain(item.text)) for item in reversed(said)]
    head = [Block("help", [f"**{labels.PROGRESS_COMMENTS}**"])] if shown else []
    return [*head, *(Block("talk", [f"- {text}"]) for text in shown)]


def blocks_of(covered: Coverage) -> list[Block]:
    """Lay progress out: coverage of each side, then the words."""
    head = [f"### {labels.PROGRESS.format(motion=plain(covered.title))}"]
    for side, (used, all_) in covered.used.items():
        filled = round(_BAR * used / all_) if all_ else 0
        bar = "█" * filled + "░" * (_BAR - filled)
        head.append(f"`{bar}` {labels.PROGRESS_SIDE[side].format(used=used, all=all_)}")
    return [Block("talk", head), Block("challenge", [f"- {plain(line.text)}" for line in covered.lines])]
