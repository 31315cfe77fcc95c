"""How a turn looks in Discord: what was heard, the correction, the challenge, its source, the question, the buttons.

Components v2. Everything here takes values and gives layouts or text; nothing is sent from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import ui

from bot.cogs import labels
from bot.debate.said import Line, Role

ROOM = 3800  # of the 4000 characters that the texts of one message may have together
_PIECE = 1400  # of a student's text; quoted, even a text of short lines stays within a message
_ITEMS = 12  # blocks in a message, so that it stays within Discord's 40 components
_BUTTON_LABEL = 80

_LABEL = re.compile(r"^[^:.“\"]{2,40}:(?= )")  # such as "Next:" at the beginning of a line
_IN_BOLD = r"**\g<0>**"

Tone = str
_TONES: dict[Role, Tone] = {
    "correction": "mend",
    "challenge": "challenge",
    "evidence": "evidence",
    "question": "challenge",
    "hint": "help",
    "feedback": "feedback",
}
_COLOURS: dict[Tone, discord.Colour] = {
    "notice": discord.Colour(0x99AAB5),
    "mend": discord.Colour(0xE0A030),
    "challenge": discord.Colour(0x5865F2),
    "help": discord.Colour(0x3BA55D),
    "evidence": discord.Colour(0x3BA55D),
    "feedback": discord.Colour(0x5865F2),
}


@dataclass
class Block:
    """Lines that are shown together; one with a colour stands in a box."""

    tone: Tone
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Give the block as one text."""
        return "\n".join(self.texts)

    def item(self) -> ui.Item[Any]:
        """Give the block as a component."""
        shown: ui.TextDisplay[Any] = ui.TextDisplay(self.text)
        return ui.Container(shown, accent_colour=_COLOURS[self.tone]) if self.tone in _COLOURS else shown


def length(text: str) -> int:
    """Count a text as Discord does, at the most: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(text: str) -> str:
    """Take from a text the marks that Discord would take for formatting."""
    return discord.utils.escape_markdown(text)


def split(text: str, room: int = _PIECE) -> list[str]:
    """Cut a text into pieces of at most `room` characters: at a paragraph, else a sentence, a word, or anywhere."""
    pieces = []
    while length(text) > room:
        head = text[:room]
        while length(head) > room:
            head = head[:-1]
        cuts = [head.rfind(mark) + len(mark) for mark in ("\n", ". ", "? ", "! ", "; ") if head.rfind(mark) > room // 3]
        cut = max(cuts, default=0) or head.rfind(" ") + 1 or len(head)
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [piece for piece in (*pieces, text) if piece]


def quoted(text: str) -> list[str]:
    """Show a student's own words as a quotation, in as many pieces as they need."""
    tidy = re.sub(r"\n{3,}", "\n\n", text.strip())
    return ["\n".join(f"> {line}" for line in plain(piece).split("\n")) for piece in split(tidy)]


def blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """Put lines together as they are shown: a source goes with what it supports, choices become buttons elsewhere."""
    block: Block | None = None
    last: Role | None = None
    for line in lines:
        if line.role == "choice":
            continue
        tone = _TONES.get(line.role, "talk")
        if line.role == "source" and block:
            tone = block.tone
        if block is None or block.tone != tone or (tone == "mend" and line.role == "correction"):
            if block:
                yield block
            block = Block(tone)
            last = None
        if tone == "feedback" and not block.texts:
            block.texts.append(f"### {labels.FEEDBACK}")
        block.texts += _shown(line, last)
        last = line.role
    if block:
        yield block


def _shown(line: Line, last: Role | None) -> list[str]:
    text = plain(line.text)
    match line.role:
        case "question":
            return [f"### {text}"]
        case "source":
            return [f"-# {text}"]
        case "heard" if last == "heard":
            return [f"-# {text}"]
        case "feedback":
            return [f"- {_LABEL.sub(_IN_BOLD, text)}"]
        case "notice":
            return [_LABEL.sub(_IN_BOLD, text)]
        case "challenge" | "evidence" if last == "source":
            return ["", text]
        case _:
            return [text]


def messages(
    parts: Sequence[Block], rows: Sequence[ui.ActionRow[Any]] = (), *, files: Sequence[ui.Item[Any]] = ()
) -> list[ui.LayoutView]:
    """Lay blocks out in as few messages as hold them; the buttons are under the last."""
    views: list[ui.LayoutView] = []
    used = ROOM
    for part in parts:
        if used + length(part.text) > ROOM or len(views[-1].children) == _ITEMS:
            views.append(ui.LayoutView(timeout=None))
            used = 0
        views[-1].add_item(part.item())
        used += length(part.text)
    if not views:
        views.append(ui.LayoutView(timeout=None))
    for item in (*files, *rows):
        views[-1].add_item(item)
    return views


def spoken(heading: str, text: str) -> list[Block]:
    """Echo the student's turn, so that the thread reads as a debate; without words, only what was done."""
    if not text.strip():
        return [Block("talk", [f"-# {heading}"])]
    first, *rest = quoted(text)
    return [Block("talk", [f"**{heading}**", first]), *(Block("talk", [piece]) for piece in rest)]


def shortened(label: str) -> str:
    """Fit a label on a button, whole words only."""
    if len(label) <= _BUTTON_LABEL:
        return label
    return label[: _BUTTON_LABEL - 3].rsplit(" ", 1)[0] + "..."


def without_buttons(message: discord.Message) -> ui.LayoutView | None:
    """Give a message's layout without its buttons; None where it has none, or nothing else."""
    view = ui.LayoutView.from_message(message, timeout=None)
    rows = [item for item in view.children if isinstance(item, ui.ActionRow)]
    if not rows or len(rows) == len(view.children):
        return None
    for row in rows:
        view.remove_item(row)
    return view
