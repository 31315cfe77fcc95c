"""Browsing the argument base: arguments with their evidence and sources, and who or what somebody or something was."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.base.motion import SIDES, Argument, Motion, Named, Side
from bot.cogs import labels, suggestions
from bot.cogs.client import UNDELIVERED, explain, tell
from bot.cogs.layouts import Block, messages, plain, shortened

if TYPE_CHECKING:
    from bot.cogs.client import DebateBot

_ON_A_PAGE = 4  # pieces of evidence
_OPTIONS = 25  # of a menu


class Library(commands.Cog):
    """Shows what the base has, privately to whoever asks."""

    def __init__(self, bot: DebateBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Make the buttons and menus of old pages work."""
        self.bot.add_dynamic_items(PageButton, ArgumentMenu)

    @app_commands.command(description="Read the arguments of a motion, with their evidence and sources.")
    @app_commands.autocomplete(motion=suggestions.motions)
    @app_commands.describe(motion="Which motion", argument="Which argument; leave it out to see them all")
    async def arguments(
        self, interaction: discord.Interaction[DebateBot], motion: str | None = None, argument: str | None = None
    ) -> None:
        """Open the list of arguments, or one of them."""
        found = self._motion(motion)
        if found is None:
            await tell(interaction, labels.UNKNOWN_MOTION)
            return
        name = _named(found, argument) if argument else ""
        if name is None:
            await tell(interaction, labels.NO_ARGUMENT)
            return
        await interaction.response.send_message(view=page(found, name), ephemeral=True)

    @arguments.autocomplete("argument")
    async def _arguments(self, interaction: discord.Interaction[DebateBot], typed: str) -> suggestions.Choices:
        motion = self._motion(interaction.namespace.motion)
        return suggestions.fitting(
            typed, ((item.title, item.id) for item in motion.arguments.values()) if motion else ()
        )

    @app_commands.command(description="Who was that, or what was that? People and terms of the period.")
    @app_commands.describe(name="A person or a term")
    async def who(self, interaction: discord.Interaction[DebateBot], name: str) -> None:
        """Say who or what it was, with the source."""
        for mind in self.bot.minds.values():
            found = mind.glossary.find(name)
            if found:
                (view,) = messages([_explained(mind.motion, item) for item in found[:3]])
                await interaction.response.send_message(view=view, ephemeral=True)
                return
        near = difflib.get_close_matches(name, self._names(), 3, 0.5)
        said = labels.NEAR.format(names=", ".join(f"**{item}**" for item in near)) if near else ""
        await tell(interaction, labels.NOBODY.format(near=said))

    @who.autocomplete("name")
    async def _people(self, interaction: discord.Interaction[DebateBot], typed: str) -> suggestions.Choices:
        return suggestions.fitting(typed, ((name, name[:100]) for name in self._names()))

    def _names(self) -> list[str]:
        return sorted({name for mind in self.bot.minds.values() for name in mind.glossary.names()})

    def _motion(self, wanted: str | None) -> Motion | None:
        mind = self.bot.minds.get(wanted) if wanted else next(iter(self.bot.minds.values()), None)
        return mind.motion if mind else None

    @commands.Cog.listener()
    async def on_turn_page(
        self, interaction: discord.Interaction[DebateBot], motion: str, argument: str, number: int
    ) -> None:
        """Show another page in the place of this one."""
        found = self._motion(motion)
        if found is None or (argument and argument not in found.arguments):
            await tell(interaction, labels.NO_ARGUMENT)
            return
        try:
            await interaction.response.edit_message(view=page(found, argument, number))
        except UNDELIVERED as error:
            await explain(interaction, error)


def _named(motion: Motion, wanted: str) -> str | None:
    """Find an argument by its id or title, or by a part that only one title has."""
    word = wanted.casefold().strip()
    exact = [item.id for item in motion.arguments.values() if word in (item.id, item.title.casefold())]
    near = [item.id for item in motion.arguments.values() if word in f"{item.id} {item.title}".casefold()]
    return exact[0] if exact else near[0] if len(near) == 1 else None


def page(motion: Motion, argument: str = "", number: int = 0) -> ui.LayoutView:
    """Lay out one page: the list of all arguments, or one argument with some of its evidence."""
    if argument:
        return _argument_page(motion, motion.arguments[argument], number)
    parts = [Block("talk", [f"### {labels.ARGUMENTS_OF.format(motion=plain(motion.heading.short))}"])]
    rows: list[ui.ActionRow[Any]] = []
    for side in SIDES:
        own = _of_side(motion, side)
        heading = labels.SIDE_HEADING[side].format(title=plain(motion.heading.side(side).title))
        parts.append(Block("challenge", [f"**{heading}**", *(f"- {plain(item.title)}" for item in own)]))
        if own:
            rows.append(ui.ActionRow(ArgumentMenu(motion.id, side, own)))
    return messages(parts, rows)[0]


def _argument_page(motion: Motion, argument: Argument, number: int) -> ui.LayoutView:
    pages = [argument.evidence[start : start + _ON_A_PAGE] for start in range(0, len(argument.evidence), _ON_A_PAGE)]
    number = min(number, len(pages) - 1)
    parts = [Block("talk", [f"### {plain(argument.title)}", f"**{plain(argument.claim)}**"])]
    if number == 0:
        parts.append(Block("talk", [plain(argument.explanation)]))
    texts = [f"**{labels.EVIDENCE_PAGE.format(page=number + 1, pages=len(pages))}**"]
    for item in pages[number]:
        cite = motion.sources[item.source].cite()
        cited = f"{cite}, {item.where}" if item.where else cite
        texts += [plain(item.text), f"-# {plain(labels.SOURCE.format(cite=cited))}", ""]
    parts.append(Block("challenge", texts[:-1]))
    row: ui.ActionRow[Any] = ui.ActionRow()
    if number > 0:
        row.add_item(PageButton(motion.id, argument.id, number - 1, labels.EARLIER))
    if number + 1 < len(pages):
        row.add_item(PageButton(motion.id, argument.id, number + 1, labels.LATER))
    row.add_item(PageButton(motion.id, "", 0, labels.ALL_ARGUMENTS))
    return messages(parts, [row])[0]


def _of_side(motion: Motion, side: Side) -> list[Argument]:
    return [motion.arguments[name] for name, own in motion.sides.items() if own == side]


def _explained(motion: Motion, item: Named) -> Block:
    source = labels.SOURCE.format(cite=motion.sources[item.source].cite())
    return Block("challenge", [f"**{plain(item.name)}**", plain(item.gloss), f"-# {plain(source)}"])


class PageButton(
    ui.DynamicItem[ui.Button[Any]], template=r"page:(?P<motion>[\w-]+):(?P<argument>[\w-]*):(?P<number>\d+)"
):
    """Turns to another page of the base."""

    def __init__(self, motion: str, argument: str, number: int, label: str = "-") -> None:
        super().__init__(ui.Button(label=label, custom_id=f"page:{motion}:{argument}:{number}"))
        self.wanted = (motion, argument, number)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again what the button carries."""
        return cls(match["motion"], match["argument"], int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        interaction.client.dispatch("turn_page", interaction, *self.wanted)


class ArgumentMenu(ui.DynamicItem[ui.Select[Any]], template=r"arguments:(?P<motion>[\w-]+):(?P<side>for|against)"):
    """Opens one of a side's arguments."""

    def __init__(self, motion: str, side: str, arguments: Sequence[Argument] = ()) -> None:
        options = [discord.SelectOption(label=shortened(item.title), value=item.id) for item in arguments[:_OPTIONS]]
        super().__init__(
            ui.Select(custom_id=f"arguments:{motion}:{side}", placeholder=labels.CHOOSE_ARGUMENT[side], options=options)
        )
        self.motion = motion

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again what the menu carries."""
        return cls(match["motion"], match["side"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the argument that was chosen."""
        data: Any = interaction.data
        interaction.client.dispatch("turn_page", interaction, self.motion, data["values"][0], 0)
