"""The student's turns: a press, a written turn or a message comes in, the record takes it, the answer goes out.

The turn is in the record before anything is said, so that an answer that does not arrive is given at the next press.
One round's turns are taken and answered one after the other.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.cogs import labels
from bot.cogs.answers import Answers, Key, put
from bot.cogs.client import UNDELIVERED, explain, tell
from bot.cogs.layouts import messages, spoken
from bot.cogs.sending import acknowledge, say_in, show_privately, typing_when_slow
from bot.cogs.standing import Standing
from bot.cogs.views import Press, RoundButton, WrittenTurn, confirm_end, read_press, read_turn, turn_modal
from bot.debate.round import Move, MoveKind
from bot.errors import DebateBotError, IllegalMove
from bot.record.rules import class_settings

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

log = logging.getLogger(__name__)

_TOKEN_LENGTH = 24


class Turns(commands.Cog):
    """Takes the turns of all rounds."""

    def __init__(self, bot: DebateBot, answers: Answers) -> None:
        self.bot = bot
        self.answers = answers
        self._told: OrderedDict[Key, int] = OrderedDict()

    async def cog_load(self) -> None:
        """Make the buttons of old messages work."""
        self.bot.add_dynamic_items(RoundButton)

    # ---------------------------------------------------------------- coming in

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Take a press or a written turn, whether its button or modal is from before a restart or after."""
        press, written = read_press(interaction), read_turn(interaction)
        if interaction.guild_id is None:
            return
        try:
            with self.bot.at_work():
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
        standing = self.answers.known(key) or await self.answers.look_soon(key)
        if standing is None:
            await tell(interaction, labels.BUSY)
        elif standing.student != str(interaction.user.id):
            await tell(interaction, labels.NOT_YOURS)
        elif press.at != standing.position.at:
            await self._point_on(interaction, key)
        elif press.action in ("say", "redraft"):
            self.answers.saw(key, press.at, interaction.message)
            draft = standing.draft if press.action == "redraft" else ""
            modal = turn_modal(standing.position, interaction.user.id, press.action, standing.asked, draft)
            await interaction.response.send_modal(modal)
        elif press.action == "stop":
            self.answers.saw(key, press.at, interaction.message)
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
            self.answers.saw(key, press.at, interaction.message)
            move, acknowledged = Move(kind, number=press.number), await acknowledge(interaction)
            await self._answer(interaction, key, move, token, did, acknowledged=acknowledged)
            return
        with contextlib.suppress(*UNDELIVERED):
            await interaction.response.edit_message(content=labels.DID["end"], view=None)
        await self.answers.end(key, interaction.channel, token)

    async def _take_written(self, interaction: discord.Interaction[DebateBot], key: Key, written: WrittenTurn) -> None:
        if self.bot.stopping:
            for view in messages(spoken(labels.STOPPING_WORDS, written.text)):
                await show_privately(interaction, view)
            return
        acknowledged = await acknowledge(interaction)
        standing = self.answers.known(key) or await self.answers.look(key)
        if str(interaction.user.id) != standing.student:
            await tell(interaction, labels.NOT_YOURS)
            return
        if written.at == standing.position.at:
            self.answers.saw(key, written.at, interaction.message)
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
            with self.bot.at_work():
                await self._take_message(message, message.guild.id, thread, me.id)
        except IllegalMove as error:
            await say_in(thread, str(error))
        except Exception as error:
            log.error("unexpected error", extra={"guild": message.guild.id, "user": message.author.id}, exc_info=error)
            await say_in(thread, labels.FAILED)

    async def _take_message(self, message: discord.Message, guild: int, thread: discord.Thread, me: int) -> None:
        standing = await self.bot.classes.run(guild, self.answers.work.held_in(str(thread.id)))
        if standing is None or standing.student != str(message.author.id):
            return
        key = (guild, standing.position.round)
        self.answers.remember(key, standing)
        addressed = any(user.id == me for user in message.mentions)
        if not addressed and not standing.open:
            return
        if not addressed and not (self.bot.settings.message_content and await self._plain_messages(guild)):
            if self._told.get(key) != standing.position.at:
                put(self._told, key, standing.position.at)
                await say_in(thread, labels.UNREADABLE)
            return
        if self.bot.stopping:
            await say_in(thread, labels.STOPPING)
            return
        text = message.content
        for mention in (f"<@{me}>", f"<@!{me}>"):
            text = text.replace(mention, " ")
        async with self.answers.in_order(key), typing_when_slow(thread):
            caught_up = await self.answers.catch_up(key, thread)
            if caught_up and text.strip() == standing.last_words.strip():
                return
            after = await self.answers.take(key, Move("say", text.strip()), f"message:{message.id}")
            if not after.repeated:
                await self.answers.send(key, after, thread, (), answering=message)

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
        async with self.answers.in_order(key), typing_when_slow(channel):
            await self.answers.catch_up(key, channel)
            try:
                after = await self.answers.take(key, move, token)
            except DebateBotError as error:
                await explain(interaction, error)
                return
            if not after.repeated:
                echo = spoken(did, move.text)
                await self.answers.send(key, after, channel, echo, through=interaction if acknowledged else None)

    async def _point_on(self, interaction: discord.Interaction[DebateBot], key: Key) -> None:
        """Answer the press of an old button: with the answer that never arrived, else with where to go on."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        async with self.answers.in_order(key):
            again = await self.answers.catch_up(key, interaction.channel)
        message = self.answers.newest(key)
        place = f"{key[0]}/{interaction.channel_id}"
        link = f"https://discord.com/channels/{place}/{message.id}" if message else f"<#{interaction.channel_id}>"
        await tell(interaction, (labels.SENT_AGAIN if again else labels.OLD_BUTTON).format(link=link))
