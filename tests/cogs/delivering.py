"""Delivers what simcord's actors do not: an interaction twice, several at once, one without waiting for the bot."""

from __future__ import annotations

from typing import Any

import discord
import simcord
from simcord import interactions
from simcord.backend import serializers

PRESS, SUBMIT = 3, 5


def press(actor: simcord.MemberActor, message: discord.Message, custom_id: str) -> dict[str, Any]:
    """Make the payload of a button's press."""
    return _payload(actor, message, PRESS, {"custom_id": custom_id, "component_type": 2})


def submit(actor: simcord.MemberActor, message: discord.Message, custom_id: str, words: str) -> dict[str, Any]:
    """Make the payload of a submitted modal."""
    field = {"type": 4, "id": 3, "custom_id": "words", "value": words}
    components = [{"type": 10, "id": 1}, {"type": 18, "id": 2, "component": field}]
    return _payload(actor, message, SUBMIT, {"custom_id": custom_id, "components": components})


def _payload(actor: simcord.MemberActor, message: discord.Message, kind: int, data: dict[str, Any]) -> dict[str, Any]:
    backend = actor._env.backend
    stored = backend.get_message(message.channel.id, message.id)
    record, payload = interactions.base_payload(
        backend, type=kind, channel_id=message.channel.id, guild_id=actor.guild.id, user_id=actor.id, data=data
    )
    record.source_message_id = message.id
    return payload | {"message": dict(serializers.message_payload(backend, stored))}


async def deliver(env: simcord.Env, *payloads: dict[str, Any]) -> None:
    """Deliver interactions one right after the other, and let the bot finish."""
    for payload in payloads:
        env.backend.emit("INTERACTION_CREATE", payload)
    await env.settle()
