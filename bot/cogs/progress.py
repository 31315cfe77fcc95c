"""What a student has covered so far, shown to that student alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs import labels
from bot.cogs.client import tell
from bot.cogs.layouts import Block, messages, plain
from bot.cogs.standing import Progress as Covered
from bot.cogs.standing import Rounds

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

_BAR = 12  # characters of a bar of coverage


class Progress(commands.Cog):
    """Answers `/progress`."""

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot
        self.rounds = Rounds(bot.minds, bot.clock)

    @app_commands.command(description="What you have covered so far, and what to do next. Only you see it.")
    async def progress(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Show coverage, next steps and the teacher's comments."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        covered = await self.bot.classes.run(interaction.guild_id or 0, self.rounds.progress(str(interaction.user.id)))
        if covered is None:
            await tell(interaction, labels.NO_PROGRESS)
            return
        for view in messages(blocks_of(covered)):
            await interaction.followup.send(view=view, ephemeral=True)


def blocks_of(covered: Covered) -> list[Block]:
    """Lay progress out: coverage of each side, then the words, then the comments."""
    head = [f"### {labels.PROGRESS.format(motion=plain(covered.motion))}"]
    for side, (used, all_) in covered.used.items():
        filled = round(_BAR * used / all_) if all_ else 0
        bar = "█" * filled + "░" * (_BAR - filled)
        head.append(f"`{bar}` {labels.PROGRESS_SIDE[side].format(used=used, all=all_)}")
    parts = [Block("talk", head), Block("challenge", [f"- {plain(line.text)}" for line in covered.lines])]
    if covered.comments:
        said = [f"- {plain(labels.PROGRESS_COMMENT.format(round=at, text=text))}" for at, text in covered.comments[-5:]]
        parts += [Block("help", [f"**{labels.PROGRESS_COMMENTS}**"]), *(Block("talk", [text]) for text in said)]
    return parts
