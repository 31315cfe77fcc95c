"""The bot in Discord: the only room that knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discord.ext import commands

    from bot.cogs.client import DebateBot


def all_cogs(bot: DebateBot) -> list[commands.Cog]:
    """Build every cog; each finds what it needs in the bot."""
    from bot.cogs.rounds import Rounds
    from bot.cogs.turns import Turns

    turns = Turns(bot)
    return [turns, Rounds(bot, turns)]
