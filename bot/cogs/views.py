"""The buttons and the modal of a round. What they do is in `bot.cogs.rounds`; here is only what they carry.

A button's id says the round, what to do, and after which turn it was shown, so it works after a restart and a second
press of it is known as such. Presses and submitted modals are read from the interaction itself (`read_press`,
`read_turn`): discord.py would drop a modal that was opened before a restart, and a press of a button that was taken
from its message a moment ago.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

import discord
from discord import ui

from bot.cogs import labels
from bot.cogs.layouts import ROOM, plain, shortened, split
from bot.debate.round import LONGEST_TURN, Phase
from bot.debate.said import Line

_PRESS = re.compile(r"round:(?P<round>\d+):(?P<action>[a-z]+):(?P<at>\d+):(?P<number>\d+)")
_TURN = re.compile(r"turn:(\d+):(\d+):(say|redraft):(\d+)")
_WORDS = "words"
_IN_A_ROW = 4  # buttons that a phone shows well beside each other


@dataclass(frozen=True)
class Position:
    """Where a round stands as its buttons show it: `at` is the number of the last turn, 0 before the first."""

    round: int
    at: int
    phase: Phase
    guesses: tuple[str, ...] = ()
    can_redraft: bool = False
    can_show_evidence: bool = False


@dataclass(frozen=True)
class Press:
    """What a button asks for."""

    round: int
    action: str
    at: int
    number: int = 0


class RoundButton(ui.DynamicItem[ui.Button[Any]], template=_PRESS):
    """A button under a turn."""

    def __init__(
        self, press: Press, label: str = "", style: discord.ButtonStyle = discord.ButtonStyle.secondary
    ) -> None:
        custom_id = f"round:{press.round}:{press.action}:{press.at}:{press.number}"
        super().__init__(ui.Button(label=shortened(label) or None, style=style, custom_id=custom_id))
        self.press = press

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again what the button carries."""
        return cls(Press(int(match["round"]), match["action"], int(match["at"]), int(match["number"])), "-")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do nothing: the press is read by `read_press`."""


def read_press(interaction: discord.Interaction[Any]) -> Press | None:
    """Read the press of a round's button; None if it is another's."""
    data: Any = interaction.data or {}
    match = _PRESS.fullmatch(data.get("custom_id", ""))
    if interaction.type is not discord.InteractionType.component or not match:
        return None
    return Press(int(match["round"]), match["action"], int(match["at"]), int(match["number"]))


def shows(message: discord.Message, number: int, at: int) -> bool:
    """Tell whether a message has the buttons of a round as it stood after a turn."""
    rows = [item for item in message.components if isinstance(item, discord.ActionRow)]
    found = [_PRESS.fullmatch(getattr(item, "custom_id", None) or "") for row in rows for item in row.children]
    return any(match and (int(match["round"]), int(match["at"])) == (number, at) for match in found)


@dataclass(frozen=True)
class Wish:
    """What a student asked for; an empty text, or `either`, leaves it to the class and to chance."""

    motion: str
    side: str
    level: str
    length: int


class StartButton(
    ui.DynamicItem[ui.Button[Any]],
    template=r"start:(?P<ended>\d+):(?P<motion>[\w-]*):(?P<side>[a-z]*):(?P<level>[a-z]*):(?P<length>\d)",
):
    """Ends the open round and starts the one that was asked for."""

    def __init__(self, ended: int, wish: Wish) -> None:
        custom_id = f"start:{ended}:{wish.motion}:{wish.side}:{wish.level}:{wish.length}"
        super().__init__(ui.Button(label=labels.END_AND_START, style=discord.ButtonStyle.danger, custom_id=custom_id))
        self.ended = ended
        self.wish = wish

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Read again what the button carries."""
        return cls(int(match["ended"]), Wish(match["motion"], match["side"], match["level"], int(match["length"])))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the rounds."""
        interaction.client.dispatch("start_instead", interaction, self.ended, self.wish)


def start_instead(ended: int, wish: Wish) -> ui.View:
    """Offer to end the open round."""
    view = ui.View(timeout=None)
    view.add_item(StartButton(ended, wish))
    return view


def buttons(position: Position) -> list[ui.ActionRow[Any]]:
    """Give the buttons that fit where the round stands, the likeliest first."""
    if position.phase == "finished":
        return [_row(position, ("swap", labels.SWAP, True), ("again", labels.AGAIN, False))]
    said = {
        "claim": labels.MAKE_CLAIM,
        "pick": labels.SAY_OTHERWISE,
        "reply": labels.REPLY,
        "judgement": labels.GIVE_JUDGEMENT,
    }[position.phase]
    rows: list[ui.ActionRow[Any]] = []
    if position.phase == "pick":
        for number, title in enumerate(position.guesses, 1):
            press = Press(position.round, "pick", position.at, number)
            rows.append(ui.ActionRow(RoundButton(press, title, discord.ButtonStyle.primary)))
        none = RoundButton(Press(position.round, "pick", position.at), labels.NONE_OF_THESE)
        rows.append(ui.ActionRow(none))
    first = [("say", said, position.phase != "pick"), ("hint", labels.HINT, False)]
    if position.can_show_evidence:
        first.append(("evidence", labels.EVIDENCE, False))
    second = []
    if position.can_redraft and position.phase != "pick":
        second.append(("redraft", labels.REDRAFT, False))
    if position.phase == "reply":
        second.append(("concede", labels.CONCEDE, False))
    second.append(("stop", labels.END, False))
    if len(first) + len(second) <= _IN_A_ROW:
        return [*rows, _row(position, *first, *second)]
    return [*rows, _row(position, *first), _row(position, *second)]


def confirm_end(position: Position) -> ui.View:
    """Ask once more before a round is ended."""
    view = ui.View(timeout=None)
    view.add_item(RoundButton(Press(position.round, "end", position.at), labels.END_NOW, discord.ButtonStyle.danger))
    return view


def _row(position: Position, *wanted: tuple[str, str, bool]) -> ui.ActionRow[Any]:
    row: ui.ActionRow[Any] = ui.ActionRow()
    for action, label, main in wanted:
        style = discord.ButtonStyle.primary if main else discord.ButtonStyle.secondary
        row.add_item(RoundButton(Press(position.round, action, position.at), label, style))
    return row


def turn_modal(position: Position, user: int, kind: str, asked: tuple[Line, ...], draft: str = "") -> ui.Modal:
    """Ask for a turn, with the challenge and question in sight; a redraft starts from the words it replaces."""
    key = "redraft" if kind == "redraft" else position.phase
    modal = ui.Modal(
        title=labels.MODAL_TITLES[key], custom_id=f"turn:{position.round}:{user}:{kind}:{position.at}", timeout=None
    )
    shown = "\n".join(f"**{plain(line.text)}**" if line.role == "question" else plain(line.text) for line in asked)
    if shown:
        modal.add_item(ui.TextDisplay(split(shown, ROOM)[0]))
    words: ui.TextInput[Any] = ui.TextInput(
        style=discord.TextStyle.paragraph,
        custom_id=_WORDS,
        max_length=LONGEST_TURN,
        default=draft or None,
    )
    modal.add_item(ui.Label(text=labels.MODAL_LABEL, description=labels.MODAL_HELP[key], component=words))
    modal.stop()  # so that discord.py does not keep it
    return modal


@dataclass(frozen=True)
class WrittenTurn:
    """A turn as a modal brought it."""

    round: int
    user: int
    kind: str
    at: int
    text: str


def read_turn(interaction: discord.Interaction[Any]) -> WrittenTurn | None:
    """Read a submitted modal, also one that was opened before a restart; None if it is another's."""
    data: Any = interaction.data or {}
    match = _TURN.fullmatch(data.get("custom_id", ""))
    if interaction.type is not discord.InteractionType.modal_submit or not match:
        return None
    text = next((field["value"] for field in _fields(data["components"]) if field.get("custom_id") == _WORDS), "")
    return WrittenTurn(int(match[1]), int(match[2]), match[3], int(match[4]), text)


def _fields(components: list[Any]) -> Iterator[Any]:
    for item in components:
        yield item
        if "component" in item:
            yield item["component"]
        yield from _fields(item.get("components", []))
