"""The private threads in which rounds are held: where one can be made, making it, and finding it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import discord

from bot.cogs import labels
from bot.errors import DebateBotError

_NEEDED = ("view_channel", "create_private_threads", "send_messages_in_threads", "read_message_history")
_ARCHIVE_MINUTES: Literal[1440] = 1440
_MISSING_PERMISSIONS, _TOO_MANY_THREADS, _NO_THREADS_HERE = 50013, 160006, 50024


class CannotOpen(DebateBotError):
    """A round can't be opened here; the message says what to ask for."""


def place_for(here: Any, places: Sequence[str]) -> discord.TextChannel:
    """Give the channel for a round's thread; `CannotOpen` says what to ask for. No places: anywhere."""
    channel = here.parent if isinstance(here, discord.Thread) else here
    if not isinstance(channel, discord.TextChannel) or channel.is_news():
        raise CannotOpen(labels.WRONG_PLACE)
    if places and str(channel.id) not in places:
        raise CannotOpen(labels.OTHER_PLACE.format(places=", ".join(f"<#{place}>" for place in places)))
    allowed = channel.permissions_for(channel.guild.me)
    missing = [name for name in _NEEDED if not getattr(allowed, name)]
    if missing:
        raise _missing(channel, missing)
    return channel


async def make_thread(channel: discord.TextChannel, name: str) -> discord.Thread:
    """Make a private thread; `CannotOpen` says what to ask for where Discord does not allow it."""
    try:
        return await channel.create_thread(
            name=name[:100],
            type=discord.ChannelType.private_thread,
            invitable=False,
            auto_archive_duration=_ARCHIVE_MINUTES,
        )
    except discord.HTTPException as error:
        if error.code == _MISSING_PERMISSIONS:
            raise _missing(channel, ["create_private_threads"]) from error
        said = {_TOO_MANY_THREADS: labels.FULL, _NO_THREADS_HERE: labels.WRONG_PLACE}.get(error.code)
        if said:
            raise CannotOpen(said) from error
        raise


async def find_thread(guild: discord.Guild, thread: str | None) -> discord.Thread | None:
    """Find a round's thread, also an archived one; None where it is gone, `CannotOpen` where it is out of sight."""
    if thread is None:
        return None
    found: Any = guild.get_thread(int(thread))
    if found is None:
        try:
            found = await guild.fetch_channel(int(thread))
        except discord.NotFound:
            return None
        except discord.Forbidden as error:
            raise CannotOpen(labels.NO_ACCESS) from error
    return found if isinstance(found, discord.Thread) else None


def _missing(channel: discord.TextChannel, names: list[str]) -> CannotOpen:
    said = ", ".join(labels.PERMISSIONS[name] for name in names)
    return CannotOpen(labels.MISSING.format(channel=channel.mention, permissions=said))
