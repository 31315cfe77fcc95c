"""A server as simcord arranges it: a channel, two students and a teacher."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import discord
import simcord

from bot.cogs.client import DebateBot
from bot.record.store import Record

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
    staff = guild.create_role("staff", permissions=discord.Permissions(manage_threads=True))
    teacher = guild.add_member(env.create_user("teacher"), roles=[staff])
    return School(env, guild, channel, ann, ben, teacher)


async def start(school: School, student: simcord.MemberActor, **options: object) -> simcord.ChannelHandle:
    """Start a round as a student does, and give its thread."""
    before = {thread.id for thread in school.channel.threads}
    await student.slash(school.channel, "debate start", **options)
    (thread,) = [thread for thread in school.channel.threads if thread.id not in before]
    return thread


async def play(student: simcord.MemberActor, thread: simcord.ChannelHandle, label: str, words: str) -> discord.Message:
    """Press a button of the newest message, write the words, and give the answer."""
    shown = await student.click(newest(thread), label=label)
    await student.submit_modal(shown, {"words": words})
    return newest(thread)


def newest(thread: simcord.ChannelHandle) -> discord.Message:
    """Give the newest message of a thread."""
    message = thread.last_message
    assert message is not None
    return message


@contextmanager
def open_record(school: School) -> Iterator[Record]:
    """Look into the class's file beside the bot."""
    record = Record(Path("data") / f"{school.guild.id}.db")
    try:
        yield record
    finally:
        record.close()
