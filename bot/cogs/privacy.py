"""What is kept of a student: said, handed over, and deleted when they ask. And how the bot is used."""

from __future__ import annotations

import contextlib
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.cogs import labels
from bot.cogs.answers import Answers
from bot.cogs.client import UNDELIVERED, explain, tell
from bot.cogs.layouts import Block, messages
from bot.errors import DebateBotError
from bot.record.retention import Deleted, forget, scrub
from bot.record.rules import class_settings
from bot.record.store import Record
from bot.record.transcripts import my_data

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot


class Privacy(commands.Cog):
    """Answers `/privacy`, `/help` and `/my-data`."""

    mine = app_commands.Group(name="my-data", description="What is kept of you: get a copy, or delete it")

    def __init__(self, bot: DebateBot, answers: Answers) -> None:
        self.bot = bot
        self.answers = answers

    async def cog_load(self) -> None:
        """Make the delete buttons of before a restart work."""
        self.bot.add_dynamic_items(DeleteButton)

    @app_commands.command(description="What is kept of you, who can read it, for how long.")
    async def privacy(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Say what is kept."""
        rules = await self.bot.classes.run(interaction.guild_id or 0, class_settings)
        days = rules.retention_days
        kept = labels.PRIVACY_KEPT.format(days=days) if days else labels.PRIVACY_KEPT_ALWAYS
        contact = self.bot.settings.contact
        said = labels.PRIVACY_CONTACT.format(contact=contact) if contact else ""
        await self._say(interaction, labels.PRIVACY.format(kept=kept, contact=said))

    @app_commands.command(description="How a round works, and what you can do.")
    async def help(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Say how the bot is used."""
        await self._say(interaction, labels.HELP)

    @mine.command(description="Get a copy of everything that is kept of you here.")
    async def export(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Hand a student's data over as a file."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        student = str(interaction.user.id)
        try:
            data = await self.bot.classes.run(
                interaction.guild_id or 0, lambda record: json.dumps(my_data(record, student), ensure_ascii=False)
            )
        except DebateBotError:
            await tell(interaction, labels.NO_DATA)
            return
        for file in _files(data, interaction.filesize_limit):
            await tell(interaction, labels.EXPORTED, file=file)

    @mine.command(description="Delete your rounds and everything you wrote in them.")
    async def delete(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Ask once more, then delete."""
        view = ui.View(timeout=None)
        view.add_item(DeleteButton(interaction.user.id))
        await tell(interaction, labels.SURE_TO_DELETE, view=view)

    @commands.Cog.listener()
    async def on_delete_all(self, interaction: discord.Interaction[DebateBot], user: int) -> None:
        """Delete a student's data, and the threads in which their words stand."""
        if user != interaction.user.id or interaction.guild is None:
            return
        try:
            await interaction.response.edit_message(content=labels.DELETING, view=None)
            guild, student = interaction.guild, str(user)

            def work(record: Record) -> tuple[Deleted, list[str]]:
                threads = [row["thread"] for row in record.rounds(student) if row["thread"]]
                gone = forget(record, student, self.bot.clock())
                return gone, threads

            try:
                gone, threads = await self.bot.classes.run(guild.id, work)
            except DebateBotError:
                await interaction.edit_original_response(content=labels.NO_DATA)
                return
            self.answers.forget(guild.id)
            stay = [f"<#{thread}>" for thread in threads if not await _delete_thread(guild, int(thread))]
            said = labels.DELETED.format(rounds=gone.rounds, turns=gone.turns)
            said += labels.THREADS_STAY.format(threads=", ".join(stay[:20])) if stay else ""
            await interaction.edit_original_response(content=said)
            await self.bot.classes.run(guild.id, scrub)
        except Exception as error:
            await explain(interaction, error)

    async def _say(self, interaction: discord.Interaction[DebateBot], text: str) -> None:
        (view,) = messages([Block("talk", [text])])
        await interaction.response.send_message(view=view, ephemeral=True)


async def _delete_thread(guild: discord.Guild, thread: int) -> bool:
    """Delete a thread; say whether it is gone."""
    try:
        channel: Any = guild.get_thread(thread) or await guild.fetch_channel(thread)
        await channel.delete()
    except discord.NotFound:
        return True
    except UNDELIVERED:
        return False
    return True


def _files(data: str, limit: int) -> list[discord.File]:
    """Put the data in a file, zipped where it would be too large."""
    raw = data.encode("utf-8", "backslashreplace")
    if len(raw) <= limit:
        return [discord.File(io.BytesIO(raw), "my-data.json")]
    packed = io.BytesIO()
    with contextlib.closing(zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED)) as archive:
        archive.writestr("my-data.json", raw)
    packed.seek(0)
    return [discord.File(packed, "my-data.zip")]


class DeleteButton(ui.DynamicItem[ui.Button[Any]], template=r"delete:(?P<user>\d+)"):
    """Deletes everything of a student, pressed by the student."""

    def __init__(self, user: int) -> None:
        button: ui.Button[Any] = ui.Button(
            label=labels.DELETE_ALL, style=discord.ButtonStyle.danger, custom_id=f"delete:{user}"
        )
        super().__init__(button)
        self.user = user

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again whose data it deletes."""
        return cls(int(match["user"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Delete."""
        interaction.client.dispatch("delete_all", interaction, self.user)
