"""Assignments: set and announced by a teacher, counted from the record, and shown to each student."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs import class_labels as words
from bot.cogs import days, labels, suggestions
from bot.cogs.assignment_screens import announcement, due, mine, status
from bot.cogs.client import UNDELIVERED, explain, ids, tell
from bot.cogs.layouts import messages
from bot.cogs.members import having_role
from bot.cogs.pictures import drawing_of_assignment, send_pictures
from bot.cogs.screens import Screen, laid_out
from bot.cogs.teachers import HIDDEN, teacher
from bot.errors import DebateBotError
from bot.record.assignments import (
    MOST,
    Assignment,
    Standing,
    assignment,
    assignments,
    close_assignment,
    reopen_assignment,
    set_assignment,
    standings,
    withdraw_assignment,
)
from bot.record.rounds import students
from bot.record.rules import ClassSettings, class_settings
from bot.record.store import Record

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

Asking: TypeAlias = discord.Interaction["DebateBot"]
Given = TypeVar("Given")
Number: TypeAlias = app_commands.Range[int, 1, MOST]
log = logging.getLogger(__name__)


class Assignments(commands.Cog):
    """Answers `/assignment` for teachers and `/assignments` for students."""

    group = app_commands.Group(
        name="assignment",
        description="For teachers: set what is to be practised, and see who has done it",
        default_permissions=HIDDEN,
    )

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot

    # ---------------------------------------------------------------- setting

    @group.command(name="set", description="Set what is to be practised; the class is told here.")
    @app_commands.describe(
        title="What students see",
        rounds="How many finished rounds, on either side",
        rounds_for="How many finished rounds for the motion",
        rounds_against="How many finished rounds against the motion",
        typed="Arguments to use, with commas between",
        replies="How many replies that bring evidence",
        judgements="How many rounds with a judgement",
        until="Until when: 2026-11-27, friday, friday 16:00",
        role="Only for members with this role; else for everyone",
    )
    @app_commands.rename(
        rounds_for="rounds-for", rounds_against="rounds-against", typed="arguments", until="due", role="for-role"
    )
    @app_commands.autocomplete(typed=suggestions.several_arguments, until=suggestions.days_ahead)
    async def set_one(
        self,
        interaction: Asking,
        title: str,
        rounds: Number | None = None,
        rounds_for: Number | None = None,
        rounds_against: Number | None = None,
        typed: str | None = None,
        replies: Number | None = None,
        judgements: Number | None = None,
        until: str | None = None,
        role: discord.Role | None = None,
    ) -> None:
        """Set an assignment and announce it."""
        rules = await teacher(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        now, who = self.bot.clock(), str(interaction.user.id)
        titles = self._titles()
        tasks = {
            "rounds": rounds or 0,
            "rounds_for": rounds_for or 0,
            "rounds_against": rounds_against or 0,
            "replies": replies or 0,
            "judgements": judgements or 0,
            "arguments": _named(typed or "", titles),
        }
        due_at = days.moment_of(until, now, rules.zone) if until else None
        whom = str(role.id) if role and not role.is_default() else None

        def keep(record: Record) -> Assignment:
            return set_assignment(
                record,
                title,
                tasks,
                arguments=titles,
                teacher=who,
                at=now,
                due=due_at,
                whom=whom,
                token=f"command:{interaction.id}",
            )

        item = await self._run(interaction, keep)
        channel: Any = interaction.channel
        try:
            for view in messages(announcement(item, rules, titles)):
                await channel.send(view=view)
        except UNDELIVERED as error:
            log.warning("assignment not announced", extra=ids(interaction), exc_info=error)
            said = words.SET_NOT_ANNOUNCED.format(number=item.id, channel=f"<#{interaction.channel_id}>")
        else:
            said = words.SET.format(number=item.id)
        await tell(interaction, said)

    @group.command(description="Close an assignment: what is done from then on does not count.")
    @app_commands.describe(number="Which")
    @app_commands.rename(number="assignment")
    @app_commands.autocomplete(number=suggestions.assignments)
    async def close(self, interaction: Asking, number: int) -> None:
        """Close one."""
        await teacher(interaction)
        who, now = str(interaction.user.id), self.bot.clock()
        item = await self._run(interaction, lambda record: close_assignment(record, number, teacher=who, at=now))
        await tell(interaction, words.CLOSED.format(title=item.title))

    @group.command(description="Open a closed or withdrawn assignment again.")
    @app_commands.describe(number="Which", until="Until when, if that changes: 2026-11-27, friday 16:00")
    @app_commands.rename(number="assignment", until="due")
    @app_commands.autocomplete(number=suggestions.assignments, until=suggestions.days_ahead)
    async def reopen(self, interaction: Asking, number: int, until: str | None = None) -> None:
        """Open one again."""
        rules = await teacher(interaction)
        who, now = str(interaction.user.id), self.bot.clock()
        due_at = days.moment_of(until, now, rules.zone) if until else None
        item = await self._run(
            interaction, lambda record: reopen_assignment(record, number, teacher=who, at=now, due=due_at)
        )
        said = f", due {due(item, rules)}" if item.due else ""
        await tell(interaction, words.REOPENED.format(title=item.title, due=said))

    @group.command(description="Take an assignment back: students no longer see it.")
    @app_commands.describe(number="Which")
    @app_commands.rename(number="assignment")
    @app_commands.autocomplete(number=suggestions.assignments)
    async def withdraw(self, interaction: Asking, number: int) -> None:
        """Withdraw one."""
        await teacher(interaction)
        who, now = str(interaction.user.id), self.bot.clock()
        item = await self._run(interaction, lambda record: withdraw_assignment(record, number, teacher=who, at=now))
        await tell(interaction, words.WITHDRAWN.format(title=item.title))

    # ---------------------------------------------------------------- looking

    @group.command(name="status", description="See who has done what of an assignment.")
    @app_commands.describe(number="Which; the newest, if you leave it out")
    @app_commands.rename(number="assignment")
    @app_commands.autocomplete(number=suggestions.assignments)
    async def status_of(self, interaction: Asking, number: int | None = None) -> None:
        """Show who has done what, in a table and a picture."""
        rules = await teacher(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if number is None:
            newest = await self._run(interaction, lambda record: assignments(record)[:1])
            if not newest:
                await tell(interaction, words.NO_ASSIGNMENTS)
                return
            number = newest[0].id
        item, found, screen = await self._status(interaction, rules, number, 1)
        await interaction.followup.send(view=laid_out(screen), ephemeral=True)
        await send_pictures(interaction, drawing_of_assignment(item, found), "assignment")

    @commands.Cog.listener()
    async def on_screen_turn(self, interaction: Asking, kind: str, page: int, about: str) -> None:
        """Show another page of who has done what."""
        if kind != "status":
            return
        try:
            rules = await teacher(interaction)
            await interaction.response.defer()
            _, _, screen = await self._status(interaction, rules, int(about), page)
            await interaction.edit_original_response(view=laid_out(screen))
        except Exception as error:
            await explain(interaction, error)

    @app_commands.command(name="assignments", description="What is set for you, and what is left of it.")
    async def my_assignments(self, interaction: Asking) -> None:
        """Show a student what is left to do."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        user = interaction.user
        roles = {str(role.id) for role in user.roles} if isinstance(user, discord.Member) else set()
        now, who = self.bot.clock(), str(user.id)

        def read(record: Record) -> tuple[ClassSettings, list[tuple[Assignment, Standing]]]:
            found = [item for item in assignments(record, only_open=True) if item.whom is None or item.whom in roles]
            return class_settings(record), [(item, standings(record, item.id, [who])[0]) for item in found]

        rules, found = await self._run(interaction, read)
        for view in messages(mine(found, rules, self._titles(), now)):
            await interaction.followup.send(view=view, ephemeral=True)

    async def _status(
        self, interaction: Asking, rules: ClassSettings, number: int, page: int
    ) -> tuple[Assignment, list[Standing], Screen]:
        """Count who has done what of those whom it is for."""
        item, known = await self._run(interaction, lambda record: (assignment(record, number), students(record)))
        called = {who.id: who.called(rules.names) for who in known}
        whom = await having_role(interaction, item.whom, called)
        note = words.ROLE_UNKNOWN if whom is None else ""
        found = await self._run(interaction, lambda record: standings(record, number, called if whom is None else whom))
        titles = self._titles()
        return item, found, status(item, found, rules=rules, titles=titles, called=called, note=note, page=page)

    def _titles(self) -> dict[str, str]:
        return {
            name: argument.title for mind in self.bot.minds.values() for name, argument in mind.motion.arguments.items()
        }

    async def _run(self, interaction: Asking, work: Callable[[Record], Given]) -> Given:
        return await self.bot.classes.run(interaction.guild_id or 0, work)


def _named(typed: str, titles: dict[str, str]) -> tuple[str, ...]:
    """Read ids or titles of arguments with commas between."""
    found = []
    for part in typed.split(","):
        word = part.casefold().strip()
        if word:
            name = next((name for name, title in titles.items() if word in (name, title.casefold())), None)
            if name is None:
                raise DebateBotError(labels.NO_ARGUMENT)
            found.append(name)
    return tuple(dict.fromkeys(found))
