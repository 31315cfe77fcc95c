"""A teacher's comments: written as drafts, changed, and released with one press, which tells the student."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import discord
from discord.ext import commands

from bot.cogs import teacher_labels as words
from bot.cogs.client import UNDELIVERED, explain, ids, tell
from bot.cogs.comment_screens import change_form, comment_form, draft_screen, read_comment, told
from bot.cogs.desk import Desk
from bot.cogs.layouts import messages
from bot.cogs.screens import laid_out
from bot.cogs.teachers import teacher
from bot.record.classroom import (
    Comment,
    comment,
    comments,
    discard_comment,
    draft_comment,
    edit_comment,
    release_comment,
)
from bot.record.rules import ClassSettings
from bot.record.store import Record
from bot.record.transcripts import TranscriptTurn, transcript

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

Asking: TypeAlias = discord.Interaction["DebateBot"]
Given = TypeVar("Given")
log = logging.getLogger(__name__)


class Comments(commands.Cog):
    """Takes comments, and tells students of those that are released."""

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot

    async def ask(self, interaction: Asking, number: int, turn: int | None = None) -> None:
        """Open the form for a comment on a round."""
        await teacher(interaction)
        found = await self._run(interaction, lambda record: transcript(record, number))
        spoken = [item for item in found.turns if item.speaker == "student" and item.text.strip()]
        await interaction.response.send_modal(comment_form(number, interaction.user.id, spoken, turn))

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Asking) -> None:
        """Take a submitted form, whether it was opened before a restart or after."""
        written = read_comment(interaction)
        if written is None:
            return
        who, now = str(interaction.user.id), self.bot.clock()
        digest = hashlib.sha256(written.text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        token = f"comment:{written.number}:{written.turn}:{who}:{digest}"

        def keep(record: Record) -> Comment:
            if not written.new:
                return edit_comment(record, written.number, written.text, teacher=who, at=now)
            return draft_comment(
                record, written.number, written.text, turn=written.turn, teacher=who, at=now, token=token
            )

        try:
            rules = await teacher(interaction)
            item = await self._run(interaction, keep)
            await self._show(interaction, rules, item, in_place=not written.new)
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_do_comment(self, interaction: Asking, about: str) -> None:
        """Open the form from under a transcript."""
        try:
            await self.ask(interaction, int(about))
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_do_edit(self, interaction: Asking, about: str) -> None:
        """Open the form with the draft in it."""
        try:
            await teacher(interaction)
            item = await self._run(interaction, lambda record: comment(record, int(about)))
            if item.released:
                await tell(interaction, words.RELEASED_BEFORE)
                return
            await interaction.response.send_modal(change_form(item, interaction.user.id))
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_do_discard(self, interaction: Asking, about: str) -> None:
        """Throw a draft away."""
        try:
            await teacher(interaction)
            who, now = str(interaction.user.id), self.bot.clock()
            await self._run(interaction, lambda record: discard_comment(record, int(about), teacher=who, at=now))
            await _replace(interaction, words.DISCARDED)
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_do_release(self, interaction: Asking, about: str) -> None:
        """Release a draft and tell the student."""
        try:
            rules = await teacher(interaction)
            await interaction.response.defer()
            item = await self._release(interaction, int(about))
            if item is None:
                await _replace(interaction, words.RELEASED_BEFORE)
                return
            arrived = await self._tell_student(interaction, item)
            name = await self._run(
                interaction, lambda record: transcript(record, item.round).round.student.called(rules.names)
            )
            said = words.RELEASED_TOLD if arrived else words.RELEASED_NOT_TOLD
            await _replace(interaction, said.format(student=f"**{discord.utils.escape_markdown(name)}**"))
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_do_releaseall(self, interaction: Asking, about: str) -> None:
        """Release every draft that was there when the list was shown, and tell the students."""
        try:
            await teacher(interaction)
            await interaction.response.defer()
            drafts = await self._run(
                interaction,
                lambda record: [item.id for item in comments(record, drafts=True) if not item.released],
            )
            done = [await self._release(interaction, number) for number in drafts if number <= int(about)]
            arrived = [await self._tell_student(interaction, item) for item in done if item]
            said = words.RELEASED_MANY.format(number=words.counted(len(arrived), "comment"))
            said += words.NOT_TOLD_MANY.format(number=arrived.count(False)) if False in arrived else ""
            await _replace(interaction, said.strip())
        except Exception as error:
            await explain(interaction, error)

    async def _release(self, interaction: Asking, number: int) -> Comment | None:
        who, now = str(interaction.user.id), self.bot.clock()
        return await self._run(interaction, lambda record: release_comment(record, number, teacher=who, at=now))

    async def _tell_student(self, interaction: Asking, item: Comment) -> bool:
        """Say the comment in its round's thread, pinging nobody; say whether it arrived."""

        def read(record: Record) -> tuple[str | None, TranscriptTurn | None]:
            found = transcript(record, item.round)
            return found.round.thread, next((turn for turn in found.turns if turn.number == item.turn), None)

        thread, turn = await self._run(interaction, read)
        guild = interaction.guild
        if thread is None or guild is None:
            return False
        try:
            channel: Any = guild.get_thread(int(thread)) or await guild.fetch_channel(int(thread))
            for view in messages(told(item, turn)):
                await channel.send(view=view, silent=True)
        except UNDELIVERED as error:
            log.warning("comment not told", extra=ids(interaction), exc_info=error)
            return False
        return True

    async def _show(self, interaction: Asking, rules: ClassSettings, item: Comment, *, in_place: bool) -> None:
        """Show the draft with its buttons; after a change, in the place of what it was."""
        motions = {key: mind.motion for key, mind in self.bot.minds.items()}
        now = self.bot.clock()
        screen = await self._run(
            interaction, lambda record: draft_screen(Desk(record, rules, motions, now), str(item.id), 1)
        )
        if in_place and interaction.message is not None:
            await interaction.response.edit_message(view=laid_out(screen))
        else:
            await interaction.response.send_message(view=laid_out(screen), ephemeral=True)

    async def _run(self, interaction: Asking, work: Callable[[Record], Given]) -> Given:
        return await self.bot.classes.run(interaction.guild_id or 0, work)


async def _replace(interaction: discord.Interaction[Any], text: str) -> None:
    """Say what was done in the place of the screen on which it was pressed."""
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(discord.ui.TextDisplay(text))
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view)
    else:
        await interaction.response.edit_message(view=view)
