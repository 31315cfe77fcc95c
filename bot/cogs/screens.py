"""A teacher's screens: pages of blocks, buttons that turn them also after a restart, and menus that open others.

A screen has a kind (`rounds`, `round`, `student` ...) and what it is about, as short text; both ride in its buttons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

import discord
from discord import ui

from bot.cogs import teacher_labels as words
from bot.cogs.layouts import Block, length, shortened

ROOM = 2800  # characters on a page: about three screens of a phone
_BLOCKS = 12  # on a page: with a heading, menus and buttons within Discord's 40 components
_OPTIONS = 25
_OPTION = 100  # characters


@dataclass(frozen=True)
class Menu:
    """Something to open from a screen: the kind of screen, what to say, and pairs of what it is about and its name."""

    kind: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Screen:
    """One page of a screen."""

    kind: str
    about: str
    blocks: tuple[Block, ...]
    page: int = 1
    pages: int = 1
    menus: tuple[Menu, ...] = ()
    buttons: tuple[ui.Item[Any], ...] = ()


def paged(blocks: Iterable[Block], room: int = ROOM) -> list[list[Block]]:
    """Put blocks on as few pages as hold them; there is always one."""
    pages: list[list[Block]] = [[]]
    used = 0
    for block in blocks:
        size = length(block.text)
        if pages[-1] and (used + size > room or len(pages[-1]) == _BLOCKS):
            pages.append([])
            used = 0
        pages[-1].append(block)
        used += size
    return pages


def page_of(pages: Sequence[list[Block]], wanted: int) -> tuple[int, list[Block]]:
    """Give the page wanted, or the nearest that there is, with its number from 1."""
    page = min(max(1, wanted), len(pages))
    return page, pages[page - 1]


def laid_out(screen: Screen) -> ui.LayoutView:
    """Lay a screen out as one message."""
    view = ui.LayoutView(timeout=None)
    for block in screen.blocks:
        view.add_item(block.item())
    if screen.pages > 1:
        view.add_item(ui.TextDisplay(f"-# {words.PAGE.format(page=screen.page, pages=screen.pages)}"))
    for menu in screen.menus:
        if menu.options:
            view.add_item(ui.ActionRow(OpenMenu(menu.kind, menu.label, menu.options)))
    last: ui.ActionRow[Any] = ui.ActionRow()
    if screen.page > 1:
        last.add_item(PageTurn(screen.kind, screen.page - 1, screen.about, words.EARLIER))
    if screen.page < screen.pages:
        last.add_item(PageTurn(screen.kind, screen.page + 1, screen.about, words.LATER))
    for button in screen.buttons:
        last.add_item(button)
    if last.children:
        view.add_item(last)
    return view


class PageTurn(
    ui.DynamicItem[ui.Button[Any]], template=r"review:(?P<kind>[a-z]+):(?P<page>\d{1,6}):(?P<about>[\w.-]*)"
):
    """Shows another page of a screen in its place."""

    def __init__(self, kind: str, page: int, about: str, label: str = "-") -> None:
        super().__init__(ui.Button(label=label, custom_id=f"review:{kind}:{page}:{about}"))
        self.wanted = (kind, page, about)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again what the button carries."""
        return cls(match["kind"], int(match["page"]), match["about"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page."""
        interaction.client.dispatch("screen_turn", interaction, *self.wanted)


class OpenMenu(ui.DynamicItem[ui.Select[Any]], template=r"open:(?P<kind>[a-z]+)"):
    """Opens the screen of what is chosen, beside the one that it is chosen from."""

    def __init__(self, kind: str, label: str = "-", options: Sequence[tuple[str, str]] = ()) -> None:
        shown = [
            discord.SelectOption(label=name if len(name) <= _OPTION else f"{name[: _OPTION - 1]}…", value=about)
            for about, name in options[:_OPTIONS]
        ]
        super().__init__(ui.Select(custom_id=f"open:{kind}", placeholder=label, options=shown))
        self.kind = kind

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again what the menu carries."""
        return cls(match["kind"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open what was chosen."""
        data: Any = interaction.data
        interaction.client.dispatch("screen_open", interaction, self.kind, data["values"][0])


class Do(ui.DynamicItem[ui.Button[Any]], template=r"do:(?P<deed>[a-z]+):(?P<about>[\w.-]*)"):
    """Does something about something: the cog that listens for `do_<deed>` knows what."""

    def __init__(
        self,
        deed: str,
        about: str,
        label: str = "-",
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(ui.Button(label=shortened(label), custom_id=f"do:{deed}:{about}", style=style))
        self.wanted = (deed, about)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again what the button carries."""
        return cls(match["deed"], match["about"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press on."""
        deed, about = self.wanted
        interaction.client.dispatch(f"do_{deed}", interaction, about)
