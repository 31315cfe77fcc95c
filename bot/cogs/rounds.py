"""The commands of a round: start, resume, swap, end. A round is a private thread of the student and the bot."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import discord
from discord import app_commands
from discord.ext import commands

from bot.base.motion import SIDES
from bot.cogs import labels, suggestions
from bot.cogs.answers import Answers
from bot.cogs.client import UNDELIVERED, explain, tell
from bot.cogs.layouts import Block
from bot.cogs.standing import RoundWork, Standing
from bot.cogs.threads import CannotOpen, find_thread, make_thread, place_for
from bot.cogs.views import StartButton, Wish, start_instead
from bot.debate.round import Plan, swapped
from bot.record.rules import ClassSettings, class_settings

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

log = logging.getLogger(__name__)

_SEEDS = 2**31

_SIDES = [
    app_commands.Choice(name="surprise me", value="either"),
    app_commands.Choice(name="for the motion", value="for"),
    app_commands.Choice(name="against the motion", value="against"),
]
_LEVELS = [
    app_commands.Choice(name="guided: with hints", value="guided"),
    app_commands.Choice(name="standard", value="standard"),
    app_commands.Choice(name="tough: harder questions", value="tough"),
]


class Rounds(commands.GroupCog, group_name="debate", group_description="Practise a debate against the bot"):
    """Opens rounds and takes them up again."""

    def __init__(self, bot: DebateBot, answers: Answers) -> None:
        self.bot = bot
        self.answers = answers
        self.work = RoundWork(bot.minds, bot.clock)
        self._opening: WeakValueDictionary[tuple[int, int], asyncio.Lock] = WeakValueDictionary()

    async def cog_load(self) -> None:
        """Make the start buttons of old messages work."""
        self.bot.add_dynamic_items(StartButton)

    @app_commands.command(description="Start a round. All options may be left out.")
    @app_commands.describe(
        motion="What is debated",
        side="Which side you argue",
        level="How hard the questions are",
        length="How many exchanges before your judgement",
    )
    @app_commands.autocomplete(motion=suggestions.motions)
    @app_commands.choices(side=_SIDES, level=_LEVELS)
    async def start(
        self,
        interaction: discord.Interaction[DebateBot],
        motion: str | None = None,
        side: str = "either",
        level: str | None = None,
        length: app_commands.Range[int, 2, 5] = 3,
    ) -> None:
        """Open a round in a thread of its own."""
        await self._open(interaction, lambda rules: self._plan(Wish(motion or "", side, level or "", length), rules))

    @app_commands.command(description="Go on with your open round, wherever its thread is.")
    async def resume(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Open the round's thread again and say what was said last."""
        found = await self._open_round(interaction)
        if found is None:
            return
        standing, thread = found
        try:
            if thread.archived:
                await thread.edit(archived=False)
            await thread.add_user(interaction.user)
        except discord.Forbidden:
            await tell(interaction, labels.LOCKED)
            return
        key = (thread.guild.id, standing.position.round)
        arrived = await self.answers.show(key, standing, thread, [Block("talk", [f"-# {labels.GO_ON_HERE}"])])
        await tell(interaction, labels.RESUMED.format(link=thread.mention) if arrived else labels.FAILED)

    @app_commands.command(description="Argue the same round again from the other side.")
    async def swap(self, interaction: discord.Interaction[DebateBot]) -> None:
        """Open a new round from the other side, starting from the arguments just used."""
        guild, student = _who(interaction)
        await self._swap(interaction, await self.bot.classes.run(guild.id, self.work.latest_of(student)))

    @app_commands.command(description="End your open round now and get your feedback.")
    async def end(self, interaction: discord.Interaction[DebateBot]) -> None:
        """End the open round."""
        found = await self._open_round(interaction)
        if found is None:
            return
        standing, thread = found
        await self.answers.end((thread.guild.id, standing.position.round), thread, f"command:{interaction.id}")
        await tell(interaction, labels.ENDED.format(link=thread.mention))

    @commands.Cog.listener()
    async def on_opening(self, interaction: discord.Interaction[DebateBot], action: str, standing: Standing) -> None:
        """Open the round that a button under a finished one asks for."""
        try:
            if action == "swap":
                await self._swap(interaction, standing)
                return
            plan = standing.plan
            wish = Wish(plan.motion, "either", plan.level, plan.exchanges)
            await self._open(interaction, lambda rules: self._plan(wish, rules))
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_start_instead(self, interaction: discord.Interaction[DebateBot], ended: int, wish: Wish) -> None:
        """End the open round and start the one that was asked for."""
        try:
            await self._open(interaction, lambda rules: self._plan(wish, rules), ending=ended)
        except Exception as error:
            await explain(interaction, error)

    async def _swap(self, interaction: discord.Interaction[DebateBot], standing: Standing | None) -> None:
        if standing is None:
            await tell(interaction, labels.NOTHING_TO_SWAP)
        elif standing.open:
            await tell(interaction, labels.FINISH_FIRST.format(link=f"<#{standing.thread}>"))
        else:
            plan = swapped(standing.plan, standing.used, self.bot.rng.randrange(_SEEDS))
            await self._open(interaction, lambda rules: plan)

    def _plan(self, wish: Wish, rules: ClassSettings) -> Plan:
        """Make a plan of what was asked for, with what the class allows in the place of what was left out."""
        motion = wish.motion or next(iter(self.bot.minds))
        if motion not in self.bot.minds:
            raise CannotOpen(labels.UNKNOWN_MOTION)
        level = wish.level or ("standard" if "standard" in rules.levels else rules.levels[0])
        if level not in rules.levels:
            raise CannotOpen(labels.LEVEL_CLOSED.format(levels=", ".join(rules.levels)))
        side: Any = wish.side if wish.side != "either" else self.bot.rng.choice(SIDES)
        return Plan(motion, side, level, wish.length, self.bot.rng.randrange(_SEEDS))

    async def _open(
        self,
        interaction: discord.Interaction[DebateBot],
        planned: Callable[[ClassSettings], Plan],
        *,
        ending: int = 0,
    ) -> None:
        """Open a round; where the student has another open than the one to be ended, say so and offer to end it."""
        guild, student = _who(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        lock = self._opening.setdefault((guild.id, interaction.user.id), asyncio.Lock())
        with self.bot.at_work():
            async with lock:
                rules = await self.bot.classes.run(guild.id, class_settings)
                plan = planned(rules)
                standing = await self.bot.classes.run(guild.id, self.work.open_of(student))
                thread = await self._thread_of(guild, standing) if standing else None
                if standing and thread and standing.position.round != ending:
                    wish = Wish(plan.motion, plan.side, plan.level, plan.exchanges)
                    text = labels.OPEN_ALREADY.format(link=thread.mention)
                    await tell(interaction, text, view=start_instead(standing.position.round, wish))
                    return
                channel = place_for(interaction.channel, rules.places)
                if standing and thread:
                    await self.answers.end((guild.id, standing.position.round), thread, f"command:{interaction.id}")
                await self._begin(interaction, channel, plan, rules)

    async def _begin(
        self,
        interaction: discord.Interaction[DebateBot],
        channel: discord.TextChannel,
        plan: Plan,
        rules: ClassSettings,
    ) -> None:
        user, guild = interaction.user, channel.guild
        heading = self.bot.minds[plan.motion].motion.heading
        name = labels.THREAD_NAMES[plan.side].format(motion=heading.short)
        thread = await make_thread(channel, name)
        try:
            await thread.add_user(user)
            work = self.work.begin(plan, str(user.id), user.display_name, str(thread.id))
            standing = await self.bot.classes.run(guild.id, work)
        except BaseException:
            with contextlib.suppress(*UNDELIVERED):
                await thread.delete()
            raise
        kept = labels.KEPT_DAYS.format(days=rules.retention_days) if rules.retention_days else labels.KEPT
        notice = Block("notice", [labels.PRIVATE.format(kept=kept)])
        arrived = await self.answers.show((guild.id, standing.position.round), standing, thread, [notice])
        log.info("round opened", extra={"guild": guild.id, "user": user.id, "round": standing.position.round})
        text = labels.OPENED if arrived else labels.OPENED_SILENT
        await tell(interaction, text.format(link=thread.mention))

    async def _open_round(self, interaction: discord.Interaction[DebateBot]) -> tuple[Standing, discord.Thread] | None:
        """Find the student's open round and its thread; where there is none, say so."""
        guild, student = _who(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        standing = await self.bot.classes.run(guild.id, self.work.open_of(student))
        thread = await self._thread_of(guild, standing) if standing else None
        if standing is None or thread is None:
            await tell(interaction, labels.THREAD_GONE if standing else labels.NO_ROUND)
            return None
        return standing, thread

    async def _thread_of(self, guild: discord.Guild, standing: Standing) -> discord.Thread | None:
        """Find the thread of a round; where it is gone, close the round."""
        thread = await find_thread(guild, standing.thread)
        if thread:
            return thread
        await self.bot.classes.run(guild.id, self.work.close(standing.position.round))
        self.answers.forget(guild.id)
        return None


def _who(interaction: discord.Interaction[Any]) -> tuple[discord.Guild, str]:
    if interaction.guild is None:
        raise CannotOpen(labels.WRONG_PLACE)
    return interaction.guild, str(interaction.user.id)
