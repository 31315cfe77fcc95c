"""The teacher's review: rounds, a transcript, a student, the class, the curator's work list, exports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs import suggestions
from bot.cogs.asked import Asked, asked_for
from bot.cogs.class_screens import class_screen, rounds_screen, student_screen
from bot.cogs.client import explain
from bot.cogs.comment_screens import draft_screen, drafts_screen
from bot.cogs.comments import Comments
from bot.cogs.correction_screens import correct_screen, unrecognised_screen
from bot.cogs.corrections import Corrections
from bot.cogs.desk import Desk
from bot.cogs.exporting import Order, hand_out
from bot.cogs.pictures import drawing_of, send_pictures
from bot.cogs.review_options import FORMATS, LEVELS, SIDES, SUGGESTED, WHICH
from bot.cogs.round_screen import round_screen
from bot.cogs.screens import Do, OpenMenu, PageTurn, Screen, laid_out
from bot.cogs.teachers import HIDDEN, teacher
from bot.record.export.files import Format
from bot.record.rules import ClassSettings, Names
from bot.record.store import Record

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

Asking: TypeAlias = discord.Interaction["DebateBot"]
Given = TypeVar("Given")

SCREENS: dict[str, Callable[[Desk, str, int], Screen]] = {
    "rounds": rounds_screen,
    "round": round_screen,
    "student": student_screen,
    "class": class_screen,
    "unrecognised": unrecognised_screen,
    "correct": correct_screen,
    "draft": draft_screen,
    "drafts": drafts_screen,
}


@app_commands.default_permissions(HIDDEN)
class Review(commands.GroupCog, group_name="review", group_description="For teachers: look at the class's practice"):
    """Shows the review, to teachers of the class alone."""

    def __init__(self, bot: DebateBot, comments: Comments, corrections: Corrections) -> None:
        self.bot = bot
        self.comments = comments
        self.corrections = corrections

    async def cog_load(self) -> None:
        """Make the buttons and menus of old screens work."""
        self.bot.add_dynamic_items(PageTurn, OpenMenu, Do)

    # ---------------------------------------------------------------- commands

    @app_commands.command(description="Find rounds, newest first, and read them.")
    @app_commands.describe(**WHICH)
    @app_commands.choices(side=SIDES, level=LEVELS)
    @app_commands.autocomplete(**SUGGESTED)
    async def rounds(
        self,
        interaction: Asking,
        student: str | None = None,
        side: str | None = None,
        argument: str | None = None,
        level: str | None = None,
        since: str | None = None,
        until: str | None = None,
        assignment: int | None = None,
        unmet: bool = False,
        mistakes: bool = False,
    ) -> None:
        """List rounds."""
        rules = await self._begin(interaction)
        asked = await self._asked(
            interaction,
            rules,
            student=student,
            side=side,
            argument=argument,
            level=level,
            since=since,
            until=until,
            assignment=assignment,
            unmet=unmet,
            mistakes=mistakes,
        )
        await self._show(interaction, rules, "rounds", asked.packed())

    @app_commands.command(description="Read a round: what was said, recognised, asked and assessed, and why.")
    @app_commands.describe(number="The round")
    @app_commands.rename(number="round")
    @app_commands.autocomplete(number=suggestions.rounds)
    async def round(self, interaction: Asking, number: int) -> None:
        """Show a transcript."""
        await self._show(interaction, await self._begin(interaction), "round", str(number))

    @app_commands.command(description="Look at one student: rounds, arguments, progress, next steps, comments.")
    @app_commands.describe(student="Who")
    @app_commands.autocomplete(student=suggestions.students)
    async def student(self, interaction: Asking, student: str) -> None:
        """Show a student, with a picture of the progress."""
        rules = await self._begin(interaction)
        asked = await self._asked(interaction, rules, student=student)
        await self._show(interaction, rules, "student", asked.student or "")

    @app_commands.command(name="class", description="Look at the class: who practised, what was raised, what was not.")
    @app_commands.describe(**{name: WHICH[name] for name in ("since", "until", "assignment")})
    @app_commands.autocomplete(
        since=suggestions.days_back, until=suggestions.days_back, assignment=suggestions.assignments
    )
    async def whole_class(
        self, interaction: Asking, since: str | None = None, until: str | None = None, assignment: int | None = None
    ) -> None:
        """Show the class, with pictures."""
        rules = await self._begin(interaction)
        asked = await self._asked(interaction, rules, since=since, until=until, assignment=assignment)
        await self._show(interaction, rules, "class", asked.packed())

    @app_commands.command(description="Comment on a round, or see your drafts; the student sees what you release.")
    @app_commands.describe(number="The round; leave it out to see the drafts", turn="The turn; else the whole round")
    @app_commands.rename(number="round")
    @app_commands.autocomplete(number=suggestions.rounds, turn=suggestions.turns)
    async def comment(self, interaction: Asking, number: int | None = None, turn: int | None = None) -> None:
        """Write a comment, or list the drafts."""
        if number is None:
            await self._show(interaction, await self._begin(interaction), "drafts", "")
        else:
            await self.comments.ask(interaction, number, turn)

    @app_commands.command(description="Say what a turn really argued, where I recognised it wrongly.")
    @app_commands.describe(number="The round", turn="The student's turn", argument="What it really argued, or none")
    @app_commands.rename(number="round")
    @app_commands.autocomplete(number=suggestions.rounds, turn=suggestions.turns, argument=suggestions.true_arguments)
    async def correct(self, interaction: Asking, number: int, turn: int, argument: str) -> None:
        """Correct what was recognised."""
        await self._begin(interaction)
        await self.corrections.correct(interaction, number, turn, argument)

    @app_commands.command(description="What I could not place: the work list of whoever curates the arguments.")
    @app_commands.describe(**{name: WHICH[name] for name in ("student", "since", "until")})
    @app_commands.autocomplete(student=suggestions.students, since=suggestions.days_back, until=suggestions.days_back)
    async def unrecognised(
        self, interaction: Asking, student: str | None = None, since: str | None = None, until: str | None = None
    ) -> None:
        """List what was not placed."""
        rules = await self._begin(interaction)
        asked = await self._asked(interaction, rules, student=student, since=since, until=until)
        await self._show(interaction, rules, "unrecognised", asked.packed())

    @app_commands.command(description="Get rounds as a file: one round, a student, the class, or some days.")
    @app_commands.describe(
        shape="What kind of file; a page to read and print, if you leave it out",
        number="Only this round",
        names="Names or pseudonyms; as the class has settled, if you leave it out",
        **WHICH,
    )
    @app_commands.rename(number="round", shape="format")
    @app_commands.choices(shape=FORMATS, side=SIDES, level=LEVELS)
    @app_commands.autocomplete(number=suggestions.rounds, **SUGGESTED)
    async def export(
        self,
        interaction: Asking,
        shape: str = "html",
        number: int | None = None,
        student: str | None = None,
        since: str | None = None,
        until: str | None = None,
        names: Names | None = None,
        side: str | None = None,
        argument: str | None = None,
        level: str | None = None,
        assignment: int | None = None,
        unmet: bool = False,
        mistakes: bool = False,
    ) -> None:
        """Hand out an export."""
        rules = await self._begin(interaction)
        asked = await self._asked(
            interaction,
            rules,
            student=student,
            side=side,
            argument=argument,
            level=level,
            since=since,
            until=until,
            assignment=assignment,
            unmet=unmet,
            mistakes=mistakes,
        )
        kind: Format = shape  # type: ignore[assignment]
        order = Order(kind, names or rules.names, asked, number)
        await hand_out(interaction, lambda record: self._desk(record, rules), order)

    # ---------------------------------------------------------------- pages

    @commands.Cog.listener()
    async def on_screen_turn(self, interaction: Asking, kind: str, page: int, about: str) -> None:
        """Show another page in the place of this one."""
        if kind not in SCREENS:
            return
        try:
            rules = await teacher(interaction)
            await interaction.response.defer()
            screen = await self._read(interaction, rules, lambda desk: SCREENS[kind](desk, about, page))
            await interaction.edit_original_response(view=laid_out(screen))
        except Exception as error:
            await explain(interaction, error)

    @commands.Cog.listener()
    async def on_screen_open(self, interaction: Asking, kind: str, about: str) -> None:
        """Open what was chosen from a menu, below."""
        if kind not in SCREENS:
            return
        try:
            await self._show(interaction, await self._begin(interaction), kind, about)
        except Exception as error:
            await explain(interaction, error)

    async def _begin(self, interaction: Asking) -> ClassSettings:
        """Let teachers in, and tell Discord that an answer comes."""
        rules = await teacher(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        return rules

    async def _asked(self, interaction: Asking, rules: ClassSettings, **given: Any) -> Asked:
        """Read what was typed; `DebateBotError` says what can't be read."""
        return await self._read(interaction, rules, lambda desk: asked_for(desk, **given))

    async def _show(self, interaction: Asking, rules: ClassSettings, kind: str, about: str) -> None:
        """Send the first page of a screen, and its pictures after it."""
        screen = await self._read(interaction, rules, lambda desk: SCREENS[kind](desk, about, 1))
        await interaction.followup.send(view=laid_out(screen), ephemeral=True)
        drawing = await self._read(interaction, rules, lambda desk: drawing_of(desk, kind, about))
        await send_pictures(interaction, drawing, kind)

    async def _read(self, interaction: Asking, rules: ClassSettings, work: Callable[[Desk], Given]) -> Given:
        return await self.bot.classes.run(interaction.guild_id or 0, lambda record: work(self._desk(record, rules)))

    def _desk(self, record: Record, rules: ClassSettings) -> Desk:
        motions = {key: mind.motion for key, mind in self.bot.minds.items()}
        return Desk(record, rules, motions, self.bot.clock())
