"""The bot in Discord: the only room that knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discord.ext import commands

    from bot.cogs.client import DebateBot


def all_cogs(bot: DebateBot) -> list[commands.Cog]:
    """Build every cog; each finds what it needs in the bot."""
    from bot.cogs.answers import Answers
    from bot.cogs.library import Library
    from bot.cogs.privacy import Privacy
    from bot.cogs.progress import Progress
    from bot.cogs.rounds import Rounds
    from bot.cogs.turns import Turns
    from bot.cogs.upkeep import Upkeep

    answers = Answers(bot)
    return [
        Turns(bot, answers),
        Rounds(bot, answers),
        Library(bot),
        Progress(bot),
        Privacy(bot, answers),
        Upkeep(bot, answers),
    ]
