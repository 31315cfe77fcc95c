"""Keeps the records true to the servers: rounds whose thread or student is gone are closed, what is due is deleted."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands, tasks

from bot.cogs.answers import Answers
from bot.cogs.client import UNDELIVERED
from bot.errors import DebateBotError
from bot.record.retention import expire, mark_left, mark_returned, purge, purge_due, scrub
from bot.record.store import Record

if TYPE_CHECKING:
    from bot.cogs.client import UNDELIVERED, DebateBot

log = logging.getLogger(__name__)

_EVERY_HOURS = 24.0


class Upkeep(commands.Cog):
    """Follows what happens to threads, members and servers; once a day it looks for what it could not follow."""

    def __init__(self, bot: DebateBot, answers: Answers) -> None:
        self.bot = bot
        self.answers = answers

    async def cog_load(self) -> None:
        """Begin the daily look."""
        self.daily.start()

    async def cog_unload(self) -> None:
        """End it."""
        self.daily.cancel()

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Close the round of a deleted thread; a deleted channel deletes its threads."""
        if await self._known(payload.guild_id):
            await self._close(payload.guild_id, thread=str(payload.thread_id))

    @commands.Cog.listener()
    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """When a thread is archived, see whether its student is still there: Discord does not say who left."""
        data: Any = payload.data
        archived = data.get("thread_metadata", {}).get("archived")
        if not archived or data.get("owner_id") != str(getattr(self.bot.user, "id", 0)):
            return
        if not await self._known(payload.guild_id):
            return
        row = await self.bot.classes.run(payload.guild_id, lambda record: record.round_in(str(payload.thread_id)))
        guild = self.bot.get_guild(payload.guild_id)
        if row and row["ended"] is None and guild and not await _is_member(guild, int(row["student"])):
            await self._close(payload.guild_id, thread=str(payload.thread_id))

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Close the rounds of a server that the bot was removed from, and note when."""
        if await self._known(guild.id):
            await self._close(guild.id)
            await self.bot.classes.run(guild.id, lambda record: mark_left(record, self.bot.clock()))

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep the record of a server that took the bot back."""
        if await self._known(guild.id):
            await self.bot.classes.run(guild.id, lambda record: mark_returned(record, self.bot.clock()))

    @tasks.loop(hours=_EVERY_HOURS)
    async def daily(self) -> None:
        """Look after every class that this process serves."""
        for guild_id in await asyncio.to_thread(self.bot.classes.known):
            if not self._served(guild_id):
                continue
            try:
                await self.look_after(guild_id)
            except (*UNDELIVERED, DebateBotError) as error:
                log.warning("class not looked after", extra={"guild": guild_id}, exc_info=error)

    @daily.before_loop
    async def _ready(self) -> None:
        await self.bot.wait_until_ready()

    async def look_after(self, guild_id: int) -> None:
        """Delete what is due, and close the rounds that can't go on."""
        guild, now = self.bot.get_guild(guild_id), self.bot.clock()
        if guild is None:
            await self._close(guild_id)
            await self.bot.classes.run(guild_id, lambda record: mark_left(record, now))
            due = await self.bot.classes.run(guild_id, purge_due)
            if due is not None and due <= now:
                await self.bot.classes.run(guild_id, lambda record: purge(record, now))
                self.bot.classes.drop(guild_id)
            return

        def delete_due(record: Record) -> list[dict[str, Any]]:
            mark_returned(record, now)
            if expire(record, now).rounds:
                scrub(record)
            return [row for row in record.rounds() if row["ended"] is None]

        for row in await self.bot.classes.run(guild_id, delete_due):
            if not await _thread_exists(guild, row["thread"]) or not await _is_member(guild, int(row["student"])):
                await self._close(guild_id, thread=row["thread"])
        self.answers.forget(guild_id)

    async def _known(self, guild_id: int) -> bool:
        return await asyncio.to_thread(self.bot.classes.has, guild_id)

    def _served(self, guild_id: int) -> bool:
        shards = self.bot.shard_ids
        return shards is None or (guild_id >> 22) % (self.bot.shard_count or 1) in shards

    async def _close(self, guild_id: int, *, thread: str | None = None) -> None:
        """Close the round of one thread, or all that are open."""

        def work(record: Record) -> int:
            rows = [row for row in record.rounds() if row["ended"] is None and thread in (None, row["thread"])]
            for row in rows:
                record.close_round(row["id"], self.bot.clock())
            return len(rows)

        closed = await self.bot.classes.run(guild_id, work)
        if closed:
            self.answers.forget(guild_id)
            log.info("rounds closed", extra={"guild": guild_id, "rounds": closed})


async def _is_member(guild: discord.Guild, student: int) -> bool:
    try:
        await guild.fetch_member(student)
    except discord.NotFound:
        return False
    return True


async def _thread_exists(guild: discord.Guild, thread: str | None) -> bool:
    if thread is None:
        return False
    if guild.get_thread(int(thread)):
        return True
    try:
        await guild.fetch_channel(int(thread))
    except discord.NotFound:
        return False
    except discord.Forbidden:
        return True
    return True
