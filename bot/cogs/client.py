"""The bot as Discord sees it: its intents, its classes and minds, what happens at start, on errors and at the end.

A cog is given the `DebateBot` and finds there everything it needs: `bot.classes.run(guild_id, work)` for a class's
record (see `bot.cogs.classes`), `bot.minds` by motion id, `bot.clock`, `bot.settings`. Errors whose message is for a
person (`DebateBotError`) may simply be raised: the tree says them privately to whoever gave the command.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import logging
import math
import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.cogs import labels
from bot.cogs.classes import Classes
from bot.debate.answer import Mind
from bot.errors import DebateBotError
from bot.settings import HEARTBEAT_SECONDS, Settings

log = logging.getLogger(__name__)

# What the bot must be allowed to do, and why, as `debate-bot invite` prints it.
PERMISSIONS = {
    "view_channel": "see the channel in which a round is started",
    "send_messages": "tell the class of an assignment",
    "create_private_threads": "open a round, which is a private thread",
    "send_messages_in_threads": "debate in that thread",
    "read_message_history": "answer a reply, and see what it said last after a restart",
    "attach_files": "show pictures and hand over exports",
}
# How a request to Discord fails: refused, or cut off on its way, which aiohttp does not always call an OSError.
UNDELIVERED = (discord.HTTPException, aiohttp.ClientError, OSError)
DRAIN_SECONDS = 8.0  # Docker kills ten seconds after it asks to stop


def intents(settings: Settings) -> discord.Intents:
    """Ask for no privileged intent, unless the operator turned plain messages on."""
    return discord.Intents(guilds=True, guild_messages=True, message_content=settings.message_content)


async def tell(interaction: discord.Interaction[Any], text: str, **more: Any) -> None:
    """Say something privately to whoever pressed or typed; where even that fails, the log says so."""
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True, **more)
        else:
            await interaction.response.send_message(text, ephemeral=True, **more)
    except UNDELIVERED as error:
        log.warning("could not be told", extra=ids(interaction), exc_info=error)


async def explain(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Say an error privately: one meant for people as it stands, any other as one calm line and in the log.

    A disk or a file that fails is the operator's matter, so its error goes to the log too.
    """
    while isinstance(error, (app_commands.CommandInvokeError, app_commands.TransformerError)) and error.__cause__:
        error = error.__cause__
    if isinstance(error, DebateBotError) and not isinstance(error.__cause__, (sqlite3.Error, OSError)):
        await tell(interaction, str(error))
        return
    log.error("unexpected error", extra=ids(interaction), exc_info=error)
    await tell(interaction, labels.FAILED)


def ids(interaction: discord.Interaction[Any]) -> dict[str, object]:
    """Give the fields by which a log line is found again; never what was typed."""
    return {"guild": interaction.guild_id, "user": interaction.user.id, "interaction": interaction.id}


class Tree(app_commands.CommandTree["DebateBot"]):
    """The commands, which take nothing new while the bot stops."""

    async def interaction_check(self, interaction: discord.Interaction[DebateBot], /) -> bool:
        """Refuse a command while the bot stops."""
        if interaction.client.stopping and interaction.type is discord.InteractionType.application_command:
            await tell(interaction, labels.STOPPING)
        return not interaction.client.stopping

    async def on_error(
        self, interaction: discord.Interaction[DebateBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Say what can be done, or one calm line."""
        await explain(interaction, error)


class DebateBot(commands.AutoShardedBot):
    """Plays the opponent in any number of classes; everything it needs is given to it."""

    def __init__(
        self,
        settings: Settings,
        minds: Mapping[str, Mind],
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        rng: random.Random | None = None,
    ) -> None:
        shards: dict[str, Any] = {"shard_ids": list(settings.shard_ids)} if settings.shard_ids else {}
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it has no voice to warn of
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=intents(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            shard_count=settings.shard_count,
            **shards,
        )
        self.settings = settings
        self.minds = dict(minds)
        self.clock = clock
        self.rng = rng or random.SystemRandom()
        self.classes = Classes(settings.data_dir)
        self.stopping = False
        self._turns = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Mark a turn as under way, so that the bot does not leave before it is answered."""
        self._turns += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._turns -= 1
            if not self._turns:
                self._idle.set()

    async def setup_hook(self) -> None:
        """Load the cogs, sync the commands if they changed, and start the heartbeat."""
        from bot.cogs import all_cogs  # they name DebateBot

        for cog in all_cogs(self):
            await self.add_cog(cog)
        try:
            await self.sync_commands()
        except discord.HTTPException as error:  # the commands of before still work
            log.warning("commands not synced", exc_info=error)
        self.heartbeat.start()

    async def on_message(self, message: discord.Message, /) -> None:
        """Take no prefix commands; the rounds listen for themselves."""

    async def sync_commands(self, *, force: bool = False) -> int | None:
        """Tell Discord the commands if they changed since the last time, and give their number; None if not."""
        described: list[Any] = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        text = json.dumps([self.application_id, described], sort_keys=True, default=str)
        digest = hashlib.sha256(text.encode()).hexdigest()
        kept = self.settings.data_dir / "commands.sha256"
        if not force and await asyncio.to_thread(_read, kept) == digest:
            return None
        await self.tree.sync()
        await asyncio.to_thread(_write, kept, digest)
        log.info("commands synced")
        return len(described)

    @tasks.loop(seconds=HEARTBEAT_SECONDS)
    async def heartbeat(self) -> None:
        """Leave a sign of life that `debate-bot health` reads: ready, in touch, and able to write records."""
        in_touch = self.is_ready() and not self.is_closed() and math.isfinite(self.latency)
        if in_touch:
            await self.classes.try_reading()
            sign = {"at": self.clock().isoformat(timespec="seconds"), "latency": round(self.latency, 3)}
            await asyncio.to_thread(_write, self.settings.data_dir / "health.json", json.dumps(sign))

    async def close(self) -> None:
        """Stop taking turns, finish those under way, and leave."""
        self.stopping = True
        self.heartbeat.cancel()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), DRAIN_SECONDS)
        await super().close()
        await self.classes.close()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        log.warning("could not be written: %s", path.name, exc_info=error)
