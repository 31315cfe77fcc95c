"""The bot in Discord: the only room that knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discord.ext import commands

    from bot.cogs.client import DebateBot


def all_cogs(bot: DebateBot) -> list[commands.Cog]:
    """Build every cog; each finds what it needs in the bot."""
    from bot.cogs.answers import Answers
    from bot.cogs.assignments import Assignments
    from bot.cogs.comments import Comments
    from bot.cogs.corrections import Corrections
    from bot.cogs.library import Library
    from bot.cogs.privacy import Privacy
    from bot.cogs.progress import Progress
    from bot.cogs.review import Review
    from bot.cogs.rounds import Rounds
    from bot.cogs.settings import Settings
    from bot.cogs.turns import Turns
    from bot.cogs.upkeep import Upkeep

    answers, comments, corrections = Answers(bot), Comments(bot), Corrections(bot)
    return [
        Turns(bot, answers),
        Rounds(bot, answers),
        Library(bot),
        Progress(bot),
        Privacy(bot, answers),
        comments,
        corrections,
        Review(bot, comments, corrections),
        Assignments(bot),
        Settings(bot),
        Upkeep(bot, answers),
    ]
