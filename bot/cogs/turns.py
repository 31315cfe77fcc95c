"""The student's turns: a press, a written turn or a message comes in, the record takes it, the answer goes out.

The turn is in the record before anything is said, so that an answer that does not arrive is given at the next press.
One round's turns are taken and answered one after the other.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import discord
from discord.ext import commands

from bot.cogs import labels
from bot.cogs.client import explain, tell
from bot.cogs.layouts import Block, blocks, messages, spoken
from bot.cogs.sending import acknowledge, carries, say_in, send_one, show_privately, strip_buttons, typing_when_slow
from bot.cogs.standing import Rounds, Standing
from bot.cogs.views import Press, RoundButton, WrittenTurn, buttons, confirm_end, read_press, read_turn, turn_modal
from bot.debate.round import Move, MoveKind
from bot.errors import DebateBotError, IllegalMove
from bot.record.rules import class_settings

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

log = logging.getLogger(__name__)

Key = tuple[int, int]  # guild id, round number
_REMEMBERED = 2000  # rounds; what is forgotten is read again from the record and the thread
_HISTORY = 25  # messages among which the last answer is looked for
_TOKEN_LENGTH = 24
_PATIENCE_SECONDS = 2.0  # Discord's is three
_UNKNOWN_CHANNEL = 10003


class Turns(commands.Cog):
    """Takes the turns of all rounds."""

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot
        self.rounds = Rounds(bot.minds, bot.clock)
        self._standings: OrderedDict[Key, Standing] = OrderedDict()
        self._shown: OrderedDict[Key, tuple[int, discord.Message | None]] = OrderedDict()
        self._order: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()
        self._told: OrderedDict[Key, int] = OrderedDict()

    async def cog_load(self) -> None:
        """Make the buttons of old messages work."""
        self.bot.add_dynamic_items(RoundButton)

    @contextlib.asynccontextmanager
    async def in_order(self, key: Key) -> AsyncIterator[None]:
        """Wait until the round's earlier turns are answered; the bot does not leave meanwhile."""
        lock = self._order.setdefault(key, asyncio.Lock())
        with self.bot.at_work():
            async with lock:
                yield

    async def look(self, key: Key) -> Standing:
        """Read where a round stands."""
        return self._remember(key, await self.bot.classes.run(key[0], self.rounds.look(key[1])))

    async def _look_soon(self, key: Key) -> Standing | None:
        """Read where a round stands while Discord waits; None where a busy class takes longer than that."""
        looking = asyncio.create_task(self.look(key))
        await asyncio.wait({looking}, timeout=_PATIENCE_SECONDS)
        return looking.result() if looking.done() else None

    def _remember(self, key: Key, standing: Standing) -> Standing:
        _put(self._standings, key, standing)
        return standing

    # ---------------------------------------------------------------- coming in

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Take a press or a written turn, whether its button or modal is from before a restart or after."""
        press, written = read_press(interaction), read_turn(interaction)
        if interaction.guild_id is None:
            return
        try:
            if press:
                await self._press(interaction, (interaction.guild_id, press.round), press)
            elif written:
                await self._take_written(interaction, (interaction.guild_id, written.round), written)
        except Exception as error:
            await explain(interaction, error)

    async def _press(self, interaction: discord.Interaction[DebateBot], key: Key, press: Press) -> None:
        if self.bot.stopping:
            await tell(interaction, labels.STOPPING)
            return
        standing = self._standings.get(key) or await self._look_soon(key)
        if standing is None:
            await tell(interaction, labels.BUSY)
        elif standing.student != str(interaction.user.id):
            await tell(interaction, labels.NOT_YOURS)
        elif press.at != standing.position.at:
            await self._point_on(interaction, key)
        elif press.action in ("say", "redraft"):
            self._saw(key, press.at, interaction.message)
            draft = standing.draft if press.action == "redraft" else ""
            modal = turn_modal(standing.position, interaction.user.id, press.action, standing.asked, draft)
            await interaction.response.send_modal(modal)
        elif press.action == "stop":
            self._saw(key, press.at, interaction.message)
            await tell(interaction, labels.SURE_TO_END, view=confirm_end(standing.position))
        elif press.action in ("swap", "again"):
            self.bot.dispatch("opening", interaction, press.action, standing)
        else:
            await self._take_press(interaction, key, press, standing)

    async def _take_press(
        self, interaction: discord.Interaction[DebateBot], key: Key, press: Press, standing: Standing
    ) -> None:
        kind: MoveKind = press.action  # type: ignore[assignment]
        if kind == "pick":
            titles = standing.position.guesses
            did = labels.DID["pick"].format(title=titles[press.number - 1]) if press.number else labels.DID["none"]
        else:
            did = labels.DID[kind]
        token = f"press:{press.round}:{kind}:{press.at}:{press.number}"
        if kind != "end":
            self._saw(key, press.at, interaction.message)
            move, acknowledged = Move(kind, number=press.number), await acknowledge(interaction)
            await self._answer(interaction, key, move, token, did, acknowledged=acknowledged)
            return
        with contextlib.suppress(discord.HTTPException, OSError):
            await interaction.response.edit_message(content=labels.DID["end"], view=None)
        await self.end(key, interaction.channel, token)

    async def _take_written(self, interaction: discord.Interaction[DebateBot], key: Key, written: WrittenTurn) -> None:
        if self.bot.stopping:
            for view in messages(spoken(labels.STOPPING_WORDS, written.text)):
                await show_privately(interaction, view)
            return
        acknowledged = await acknowledge(interaction)
        standing = self._standings.get(key) or await self.look(key)
        if str(interaction.user.id) != standing.student:
            await tell(interaction, labels.NOT_YOURS)
            return
        if written.at == standing.position.at:
            self._saw(key, written.at, interaction.message)
        kind: MoveKind = "redraft" if written.kind == "redraft" else "say"
        words = hashlib.sha256(written.text.encode("utf-8", "surrogatepass")).hexdigest()[:_TOKEN_LENGTH]
        token = f"modal:{written.round}:{written.at}:{kind}:{words}"
        said = labels.SAID["redraft" if kind == "redraft" else standing.position.phase]
        await self._answer(interaction, key, Move(kind, written.text), token, said, acknowledged=acknowledged)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Take a message in a round's thread: one that answers or names the bot, or any if the class allows it."""
        thread, me = message.channel, self.bot.user
        if (
            message.guild is None
            or me is None
            or message.author.bot
            or not isinstance(thread, discord.Thread)
            or thread.owner_id != me.id
            or message.type not in (discord.MessageType.default, discord.MessageType.reply)
        ):
            return
        try:
            await self._take_message(message, message.guild.id, thread, me.id)
        except IllegalMove as error:
            await say_in(thread, str(error))
        except Exception as error:
            log.error("unexpected error", extra={"guild": message.guild.id, "user": message.author.id}, exc_info=error)
            await say_in(thread, labels.FAILED)

    async def _take_message(self, message: discord.Message, guild: int, thread: discord.Thread, me: int) -> None:
        standing = await self.bot.classes.run(guild, self.rounds.held_in(str(thread.id)))
        if standing is None or standing.student != str(message.author.id):
            return
        key = (guild, standing.position.round)
        self._remember(key, standing)
        addressed = any(user.id == me for user in message.mentions)
        if not addressed and not standing.open:
            return
        if not addressed and not (self.bot.settings.message_content and await self._plain_messages(guild)):
            if self._told.get(key) != standing.position.at:
                _put(self._told, key, standing.position.at)
                await say_in(thread, labels.UNREADABLE)
            return
        if self.bot.stopping:
            await say_in(thread, labels.STOPPING)
            return
        text = message.content
        for mention in (f"<@{me}>", f"<@!{me}>"):
            text = text.replace(mention, " ")
        async with self.in_order(key), typing_when_slow(thread):
            caught_up = await self._catch_up(key, thread)
            if caught_up and text.strip() == standing.last_words.strip():
                return
            work = self.rounds.take(standing.position.round, Move("say", text.strip()), f"message:{message.id}")
            after = self._remember(key, await self.bot.classes.run(guild, work))
            if not after.repeated:
                await self._send(key, after, thread, (), answering=message)

    async def _plain_messages(self, guild: int) -> bool:
        return (await self.bot.classes.run(guild, class_settings)).plain_messages

    # ---------------------------------------------------------------- going on

    async def _answer(
        self,
        interaction: discord.Interaction[DebateBot],
        key: Key,
        move: Move,
        token: str,
        did: str,
        *,
        acknowledged: bool,
    ) -> None:
        """Take a move that an interaction brought, and answer it there."""
        channel = interaction.channel
        async with self.in_order(key), typing_when_slow(channel):
            await self._catch_up(key, channel)
            try:
                after = await self.bot.classes.run(key[0], self.rounds.take(key[1], move, token))
            except DebateBotError as error:
                await explain(interaction, error)
                return
            self._remember(key, after)
            if not after.repeated:
                echo = spoken(did, move.text)
                await self._send(key, after, channel, echo, through=interaction if acknowledged else None)

    async def end(self, key: Key, channel: Any, token: str) -> Standing:
        """End a round early, and give the feedback in its thread."""
        async with self.in_order(key):
            after = await self.bot.classes.run(key[0], self.rounds.take(key[1], Move("end"), token))
            self._remember(key, after)
            if not after.repeated:
                await self._send(key, after, channel, spoken(labels.DID["end"], ""))
        return after

    async def show(self, key: Key, standing: Standing, channel: Any, before: Sequence[Block] = ()) -> bool:
        """Show in the thread what was said last; say whether it arrived."""
        self._remember(key, standing)
        async with self.in_order(key):
            return await self._send(key, standing, channel, before)

    async def _send(
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
        except (discord.HTTPException, OSError) as error:
            log.warning("answer not delivered", extra={"guild": key[0], "round": key[1]}, exc_info=error)
            if getattr(error, "code", 0) == _UNKNOWN_CHANNEL:
                await self.bot.classes.run(key[0], self.rounds.close(key[1]))
            return False
        log.info("answered", extra={"guild": key[0], "round": key[1], "turn": standing.position.at})
        _, earlier = self._shown.get(key, (0, None))
        self._saw(key, standing.position.at, sent)
        if earlier and sent and earlier.id != sent.id:
            await strip_buttons(channel, earlier)
        return True

    async def _catch_up(self, key: Key, channel: Any) -> bool:
        """Show the last answer if it never arrived; say whether that was so."""
        standing = await self.look(key)
        if self._shown.get(key, (None,))[0] == standing.position.at:
            return False
        found = await self._find_shown(key, standing, channel)
        if found is not None:
            return False
        return await self._send(key, standing, channel, ())

    async def _find_shown(self, key: Key, standing: Standing, channel: Any) -> discord.Message | None:
        """Find the message under which the round's buttons of now stand."""
        marks = (f"round:{key[1]}:", f":{standing.position.at}:")
        try:
            async for message in channel.history(limit=_HISTORY):
                if message.author.id == getattr(self.bot.user, "id", 0) and carries(message, *marks):
                    self._saw(key, standing.position.at, message)
                    return message  # type: ignore[no-any-return]
        except (discord.HTTPException, OSError) as error:
            log.warning("history not read", extra={"guild": key[0], "round": key[1]}, exc_info=error)
        return None

    async def _point_on(self, interaction: discord.Interaction[DebateBot], key: Key) -> None:
        """Answer the press of an old button: with the answer that never arrived, else with where to go on."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        async with self.in_order(key):
            again = await self._catch_up(key, interaction.channel)
        _, message = self._shown.get(key, (0, None))
        place = f"{key[0]}/{interaction.channel_id}"
        link = f"https://discord.com/channels/{place}/{message.id}" if message else f"<#{interaction.channel_id}>"
        await tell(interaction, (labels.SENT_AGAIN if again else labels.OLD_BUTTON).format(link=link))

    def _saw(self, key: Key, at: int, message: discord.Message | None) -> None:
        _put(self._shown, key, (at, message))

    def forget(self, guild: int) -> None:
        """Forget what is remembered of a class, when its record changed by another way than a turn."""
        for kept in (self._standings, self._shown, self._told):
            for key in [key for key in kept if key[0] == guild]:
                del kept[key]


def _put(kept: OrderedDict[Key, Any], key: Key, value: Any) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > _REMEMBERED:
        kept.popitem(last=False)
