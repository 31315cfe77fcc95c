"""A server as simcord arranges it: a channel, two students and a teacher."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import simcord

from bot.cogs.client import DebateBot

MakeBot = Callable[..., DebateBot]


@dataclass
class School:
    """A server with a text channel, two students and a teacher."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    ann: simcord.MemberActor
    ben: simcord.MemberActor
    teacher: simcord.MemberActor


def make_school(env: simcord.Env) -> School:
    """Arrange a server; its bot may do what `debate-bot invite` asks for."""
    guild = env.create_guild()
    channel = guild.create_text_channel("history")
    ann = guild.add_member(env.create_user("ann"))
    ben = guild.add_member(env.create_user("ben"))
    teacher = guild.add_member(env.create_user("teacher"))
    return School(env, guild, channel, ann, ben, teacher)
