"""The answers of all rounds: each follows the one before, arrives in the end, and takes the old buttons away.

What is remembered here is only a short cut: it is read again from the record and the thread where it is missing.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import discord

from bot.cogs import labels
from bot.cogs.layouts import Block, blocks, messages, spoken
from bot.cogs.sending import send_one, strip_buttons
from bot.cogs.standing import RoundWork, Standing
from bot.cogs.views import buttons, shows
from bot.debate.round import Move

if TYPE_CHECKING:
    from bot.cogs.client import UNDELIVERED, DebateBot

log = logging.getLogger(__name__)

Key = tuple[int, int]  # guild id, round number
_REMEMBERED = 2000  # rounds
_HISTORY = 25  # messages among which the last answer is looked for
_PATIENCE_SECONDS = 2.0  # Discord's is three
_UNKNOWN_CHANNEL = 10003


class Answers:
    """Takes moves to the record and sends what comes of them."""

    def __init__(self, bot: DebateBot) -> None:
        self._bot = bot
        self.work = RoundWork(bot.minds, bot.clock)
        self._standings: OrderedDict[Key, Standing] = OrderedDict()
        self._shown: OrderedDict[Key, tuple[int, discord.Message | None]] = OrderedDict()
        self._order: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()

    @contextlib.asynccontextmanager
    async def in_order(self, key: Key) -> AsyncIterator[None]:
        """Wait until the round's earlier turns are answered; the bot does not leave meanwhile."""
        lock = self._order.setdefault(key, asyncio.Lock())
        with self._bot.at_work():
            async with lock:
                yield

    async def look(self, key: Key) -> Standing:
        """Read where a round stands."""
        return self.remember(key, await self._bot.classes.run(key[0], self.work.look(key[1])))

    async def look_soon(self, key: Key) -> Standing | None:
        """Read where a round stands while Discord waits; None where a busy class takes longer than that."""
        looking = asyncio.create_task(self.look(key))
        await asyncio.wait({looking}, timeout=_PATIENCE_SECONDS)
        return looking.result() if looking.done() else None

    async def take(self, key: Key, move: Move, token: str) -> Standing:
        """Let the record take a move; `IllegalMove` where the round does not allow it."""
        return self.remember(key, await self._bot.classes.run(key[0], self.work.take(key[1], move, token)))

    def known(self, key: Key) -> Standing | None:
        """Give where a round stood last, if that is remembered."""
        return self._standings.get(key)

    def remember(self, key: Key, standing: Standing) -> Standing:
        """Remember where a round stands."""
        put(self._standings, key, standing)
        return standing

    async def end(self, key: Key, channel: Any, token: str) -> Standing:
        """End a round early, and give the feedback in its thread."""
        async with self.in_order(key):
            after = await self.take(key, Move("end"), token)
            if not after.repeated:
                await self.send(key, after, channel, spoken(labels.DID["end"], ""))
        return after

    async def show(self, key: Key, standing: Standing, channel: Any, before: Sequence[Block] = ()) -> bool:
        """Show in the thread what was said last; say whether it arrived."""
        self.remember(key, standing)
        async with self.in_order(key):
            return await self.send(key, standing, channel, before)

    async def send(
        self,
        key: Key,
        standing: Standing,
        channel: Any,
        before: Sequence[Block],
        *,
        through: discord.Interaction[DebateBot] | None = None,
        answering: discord.Message | None = None,
    ) -> bool:
        """Send an answer, then take the buttons from the message before it; say whether it arrived."""
        views = messages([*before, *blocks(standing.lines)], buttons(standing.position))
        sent: discord.Message | None = None
        try:
            for place, view in enumerate(views):
                sent = await send_one(channel, view, through, None if place else answering)
        except UNDELIVERED as error:
            log.warning("answer not delivered", extra={"guild": key[0], "round": key[1]}, exc_info=error)
            if getattr(error, "code", 0) == _UNKNOWN_CHANNEL:
                await self._bot.classes.run(key[0], self.work.close(key[1]))
            return False
        log.info("answered", extra={"guild": key[0], "round": key[1], "turn": standing.position.at})
        _, earlier = self._shown.get(key, (0, None))
        self.saw(key, standing.position.at, sent)
        if earlier and sent and earlier.id != sent.id:
            await strip_buttons(channel, earlier)
        return True

    async def catch_up(self, key: Key, channel: Any) -> bool:
        """Show the last answer if it never arrived; say whether that was so."""
        standing = await self.look(key)
        if self._shown.get(key, (None,))[0] == standing.position.at:
            return False
        if await self._find_shown(key, standing, channel):
            return False
        return await self.send(key, standing, channel, ())

    async def _find_shown(self, key: Key, standing: Standing, channel: Any) -> discord.Message | None:
        """Find the message under which the round's buttons of now stand."""
        try:
            async for message in channel.history(limit=_HISTORY):
                if message.author.id == getattr(self._bot.user, "id", 0) and shows(
                    message, key[1], standing.position.at
                ):
                    self.saw(key, standing.position.at, message)
                    return message  # type: ignore[no-any-return]
        except UNDELIVERED as error:
            log.warning("history not read", extra={"guild": key[0], "round": key[1]}, exc_info=error)
        return None

    def newest(self, key: Key) -> discord.Message | None:
        """Give the message under which a round's buttons stand, if that is remembered."""
        return self._shown.get(key, (0, None))[1]

    def saw(self, key: Key, at: int, message: discord.Message | None) -> None:
        """Remember that the answer after a turn has arrived, and in which message."""
        put(self._shown, key, (at, message))

    def forget(self, guild: int) -> None:
        """Forget what is remembered of a class, when its record changed by another way than a turn."""
        for kept in (self._standings, self._shown):
            for key in [key for key in kept if key[0] == guild]:
                del kept[key]


def put(kept: OrderedDict[Key, Any], key: Key, value: Any) -> None:
    """Keep a value, and let go of the one that was used longest ago where there are too many."""
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > _REMEMBERED:
        kept.popitem(last=False)
