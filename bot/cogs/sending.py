"""Sends in a thread, and bears what Discord refuses: an answer that fails one way is sent another."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from typing import Any

import discord

from bot.cogs.client import UNDELIVERED, ids
from bot.cogs.layouts import without_buttons

log = logging.getLogger(__name__)

_SLOW_SECONDS = 0.7


async def acknowledge(interaction: discord.Interaction[Any]) -> bool:
    """Tell Discord that the press has come in; say whether it took that, and with it an answer."""
    try:
        await interaction.response.defer()
    except (*UNDELIVERED, discord.InteractionResponded) as error:
        log.warning("not acknowledged", extra=ids(interaction), exc_info=error)
        return False
    return True


@contextlib.asynccontextmanager
async def typing_when_slow(channel: Any) -> AsyncIterator[None]:
    """Show that the bot types, but only where an answer takes its time: each sign costs a request."""

    async def show() -> None:
        await asyncio.sleep(_SLOW_SECONDS)
        with contextlib.suppress(*UNDELIVERED):
            await channel.typing()

    showing = asyncio.create_task(show())
    try:
        yield
    finally:
        showing.cancel()


async def send_one(
    channel: Any,
    view: discord.ui.LayoutView,
    through: discord.Interaction[Any] | None,
    answering: discord.Message | None,
) -> discord.Message:
    """Send one message as the interaction's answer, or to the thread where that fails or there is none."""
    if through is not None:
        try:
            return await through.followup.send(view=view, wait=True)
        except UNDELIVERED as error:
            log.warning("answer sent to the thread instead", extra=ids(through), exc_info=error)
    reference = answering.to_reference(fail_if_not_exists=False) if answering else None
    return await channel.send(view=view, reference=reference, mention_author=False)  # type: ignore[no-any-return]


async def strip_buttons(channel: Any, message: discord.Message) -> None:
    """Take the buttons from an answered message, so that the newest ones stand out; it is no harm if that fails."""
    view = without_buttons(message)
    if view is not None:
        with contextlib.suppress(*UNDELIVERED):
            await channel.get_partial_message(message.id).edit(view=view)


async def show_privately(interaction: discord.Interaction[Any], view: discord.ui.LayoutView) -> None:
    """Show something to whoever pressed or wrote, and to nobody else."""
    try:
        if interaction.response.is_done():
            await interaction.followup.send(view=view, ephemeral=True)
        else:
            await interaction.response.send_message(view=view, ephemeral=True)
    except UNDELIVERED as error:
        log.warning("could not be told", extra=ids(interaction), exc_info=error)


async def say_in(thread: discord.Thread, text: str) -> None:
    """Say one plain sentence in a thread."""
    try:
        await thread.send(text)
    except UNDELIVERED as error:
        log.warning("could not be told", extra={"channel": thread.id}, exc_info=error)
