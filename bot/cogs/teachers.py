"""Who is a teacher of a class: asked again at every command, press, choice, form and page, in that class only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.cogs import teacher_labels as words
from bot.errors import DebateBotError
from bot.record.audit import note_refusal
from bot.record.rules import ClassSettings, class_settings

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

# Hides a teacher's commands from students: only who may look into private threads sees them. Admins can change that,
# so what is hidden is never what keeps a student out.
HIDDEN = discord.Permissions(manage_threads=True)


class Refused(DebateBotError):
    """Somebody tried what only a teacher of this class may do."""


async def teacher(interaction: discord.Interaction[DebateBot], *, admin: bool = False) -> ClassSettings:
    """Give the class's settings to a teacher of it, or only to an admin; anybody else is `Refused`, and noted."""
    bot, guild, user = interaction.client, interaction.guild_id, str(interaction.user.id)
    if guild is None:
        raise Refused(words.NOT_HERE)
    rules = await bot.classes.run(guild, class_settings)
    if _manages(interaction) or (not admin and _has_role(interaction, rules)):
        return rules
    tried, now = _what(interaction), bot.clock()
    await bot.classes.run(guild, lambda record: note_refusal(record, user, tried, now))
    raise Refused(words.ADMINS_ONLY if admin else words.TEACHERS_ONLY)


async def asks_as_teacher(interaction: discord.Interaction[DebateBot]) -> ClassSettings | None:
    """Give the class's settings to a teacher who is still typing a command; anybody else gets no suggestions."""
    if interaction.guild_id is None:
        return None
    rules = await interaction.client.classes.run(interaction.guild_id, class_settings)
    return rules if _manages(interaction) or _has_role(interaction, rules) else None


def _manages(interaction: discord.Interaction[Any]) -> bool:
    return interaction.permissions.manage_guild or interaction.permissions.administrator


def _has_role(interaction: discord.Interaction[Any], rules: ClassSettings) -> bool:
    """Tell whether Discord says, with this very interaction, that the member has the teacher role."""
    user = interaction.user
    held = {str(role.id) for role in user.roles} if isinstance(user, discord.Member) else set()
    return rules.teacher_role in held


def _what(interaction: discord.Interaction[Any]) -> str:
    """Name what was tried, without anything that says whom it was about."""
    if isinstance(interaction.command, app_commands.Command):
        return f"/{interaction.command.qualified_name}"
    data: Any = interaction.data or {}
    return ":".join(str(data.get("custom_id", "")).split(":")[:2])
