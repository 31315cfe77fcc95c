"""Which of the students have a role, as Discord says without the privileged intent."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

import discord

from bot.cogs.client import UNDELIVERED, ids

log = logging.getLogger(__name__)

_AT_ONCE = 100  # members that Discord tells of at a time


async def having_role(
    interaction: discord.Interaction[Any], role: str | None, students: Iterable[str]
) -> list[str] | None:
    """Give those of the students who have a role; None where Discord does not say. Without a role, all."""
    everyone, guild = list(students), interaction.guild
    if role is None or guild is None:
        return everyone
    wanted = [int(who) for who in everyone if who.isdecimal()]
    found: list[str] = []
    try:
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            members = await guild.query_members(user_ids=some, limit=_AT_ONCE, cache=False)
            found += [str(member.id) for member in members if member.get_role(int(role))]
    except (*UNDELIVERED, discord.ClientException) as error:
        log.warning("members not told", extra=ids(interaction), exc_info=error)
        return None
    return found
