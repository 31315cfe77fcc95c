"""The bot in Discord: the only room that knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discord.ext import commands


def all_cogs() -> tuple[type[commands.Cog], ...]:
    """Give every cog; each is built with the `DebateBot`."""
    return ()
