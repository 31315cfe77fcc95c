"""Runs the bot until it is asked to stop, syncs its commands, and says how it is invited."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Coroutine, Mapping
from typing import Any

import discord

from bot.cogs.client import PERMISSIONS, DebateBot
from bot.debate.answer import Mind
from bot.errors import DebateBotError
from bot.settings import Settings

log = logging.getLogger(__name__)

_WRONG_TOKEN = (
    "Discord did not accept DISCORD_TOKEN. Reset it in the developer portal (your application, Bot) and set it."
)
_NO_INTENT = (
    "Discord refused the Message Content intent. Turn it on in the developer portal (your application, Bot), "
    "or unset DEBATE_BOT_MESSAGE_CONTENT."
)
_UNREACHABLE = "Discord cannot be reached. Check the connection of this machine, then start again."


def run(settings: Settings, minds: Mapping[str, Mind]) -> None:
    """Serve until SIGTERM or SIGINT; `DebateBotError` says what to do where Discord refuses."""
    token = settings.token()
    asyncio.run(serve(settings, minds, token))


async def serve(settings: Settings, minds: Mapping[str, Mind], token: str) -> None:
    """Connect, and leave when a signal comes, after the turns under way are answered."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with DebateBot(settings, minds) as bot:
        running = asyncio.create_task(_in_words(bot.start(token)))
        asked = asyncio.create_task(stop.wait())
        await asyncio.wait((running, asked), return_when=asyncio.FIRST_COMPLETED)
        log.info("stopping")
        await bot.close()
        for task in (running, asked):
            task.cancel()
        await asyncio.gather(running, asked, return_exceptions=True)
    if not stop.is_set():
        running.result()
    log.info("stopped")


async def sync(settings: Settings) -> int:
    """Tell Discord the commands now, and give their number."""
    bot = DebateBot(settings, {})
    try:
        await _in_words(bot.login(settings.token()))
        return await bot.sync_commands(force=True) or 0
    except discord.HTTPException as error:
        raise DebateBotError(
            f"Discord did not take the commands ({error.status}). Try again in a few minutes."
        ) from error
    finally:
        await bot.close()


async def _in_words(work: Coroutine[Any, Any, None]) -> None:
    """Say in words why Discord refuses the bot."""
    try:
        await work
    except discord.LoginFailure as error:
        raise DebateBotError(_WRONG_TOKEN) from error
    except discord.PrivilegedIntentsRequired as error:
        raise DebateBotError(_NO_INTENT) from error
    except (OSError, discord.GatewayNotFound) as error:
        raise DebateBotError(_UNREACHABLE) from error


def invite_link(application: int) -> str:
    """Give the link by which an admin adds the bot to a server, asking for exactly what it needs."""
    wanted = discord.Permissions(**dict.fromkeys(PERMISSIONS, True))
    return discord.utils.oauth_url(application, permissions=wanted, scopes=("bot", "applications.commands"))


__all__ = ["PERMISSIONS", "invite_link", "run", "serve", "sync"]
