"""Putting the bot right: what a turn really argued, and the list of it for the curator."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord.ext import commands

from bot.cogs import teacher_labels as words
from bot.cogs.asked import unpacked
from bot.cogs.client import explain, tell
from bot.cogs.teachers import teacher
from bot.record.classroom import NONE, correct, withdraw_correction
from bot.record.rules import ClassSettings
from bot.record.store import Record
from bot.record.worklist import as_claims, unrecognised

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

Asking: TypeAlias = discord.Interaction["DebateBot"]


class Corrections(commands.Cog):
    """Takes a teacher's corrections."""

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot

    async def correct(self, interaction: Asking, number: int, turn: int, typed: str) -> None:
        """Keep what a turn really argued, and say so."""
        titles = {
            name: argument.title for mind in self.bot.minds.values() for name, argument in mind.motion.arguments.items()
        }
        word = typed.casefold().strip()
        argument = next((name for name, title in titles.items() if word in (name, title.casefold())), word)
        who, now = str(interaction.user.id), self.bot.clock()

        def keep(record: Record) -> None:
            correct(record, number, turn, argument, arguments=titles, teacher=who, at=now)

        await self.bot.classes.run(interaction.guild_id or 0, keep)
        title = words.AS_NONE if argument == NONE else titles[argument]
        await tell(interaction, words.NOW_COUNTS.format(round=number, turn=turn, title=title))

    @commands.Cog.listener()
    async def on_screen_open(self, interaction: Asking, kind: str, about: str) -> None:
        """Take an argument chosen for a turn."""
        if kind not in ("asfor", "asagainst"):
            return
        await self._chosen(interaction, about)

    @commands.Cog.listener()
    async def on_do_correct(self, interaction: Asking, about: str) -> None:
        """Take that a turn made no argument."""
        await self._chosen(interaction, about)

    async def _chosen(self, interaction: Asking, about: str) -> None:
        try:
            await teacher(interaction)
            number, turn, argument = about.split(".", 2)
            await self.correct(interaction, int(number), int(turn), argument)
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_do_uncorrect(self, interaction: Asking, about: str) -> None:
        """Let what was recognised count again."""
        try:
            await teacher(interaction)
            number, turn = map(int, about.split("."))
            who, now = str(interaction.user.id), self.bot.clock()

            def take_back(record: Record) -> None:
                withdraw_correction(record, number, turn, teacher=who, at=now)

            await self.bot.classes.run(interaction.guild_id or 0, take_back)
            await tell(interaction, words.TAKEN_BACK.format(round=number, turn=turn))
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_do_claims(self, interaction: Asking, about: str) -> None:
        """Hand the work list out as the labelled claims that `debate-bot evaluate` reads."""
        try:
            rules = await teacher(interaction)
            await interaction.response.defer(ephemeral=True, thinking=True)
            given = await self.bot.classes.run(
                interaction.guild_id or 0, lambda record: self._claims(record, rules, about)
            )
            files = [
                discord.File(io.BytesIO(_lines(claims)), name)
                for name, claims in zip(("corrected.jsonl", "to-label.jsonl"), given, strict=True)
                if claims
            ]
            await interaction.followup.send(words.FILES, files=files, ephemeral=True)
        except Exception as error:
            await explain(interaction, error)

    def _claims(self, record: Record, rules: ClassSettings, about: str) -> tuple[list[Any], list[Any]]:
        sides = {name: side for mind in self.bot.minds.values() for name, side in mind.motion.sides.items()}
        found = unrecognised(record, unpacked(about, sides).filter(rules.zone))
        claims = as_claims(found, sides, unlabelled=True)
        return [claim for claim in claims if claim["primary"]], [claim for claim in claims if not claim["primary"]]


def _lines(claims: list[Any]) -> bytes:
    return "".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims).encode("utf-8", "replace")
