"""How a round looks: panels and colour for a person at a terminal, one plain line for each thing said elsewhere."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from bot.debate import wording
from bot.debate.said import Line, Role

_WIDEST = 96  # columns; longer lines are hard to read
_STYLES: dict[Role, str] = {
    "heard": "cyan",
    "correction": "yellow",
    "question": "bold",
    "source": "dim",
    "hint": "green",
    "assessment": "magenta",
}
# Control characters, and those that turn the direction of everything after them
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """Take out what a terminal would obey instead of show."""
    return _UNSEEN.sub("", text)


@dataclass(frozen=True)
class Screen:
    """Where a round is shown; `plain` for scripts, files and terminals that know no colours."""

    console: Console
    plain: bool

    @property
    def width(self) -> int:
        """The columns used."""
        return min(self.console.width, _WIDEST)

    def say(self, text: str, style: str = "", *, indent: int = 0) -> None:
        """Say something of the terminal's own."""
        text = harmless(text)
        if not text:
            self.console.print()
        elif self.plain:
            self.console.print(Text(textwrap.indent(text, " " * indent)), soft_wrap=True)
        else:
            self.console.print(Padding.indent(Text(text, style=style), indent), width=self.width)

    def show(self, lines: Iterable[Line], title: str = "") -> None:
        """Show what was said; choices are numbered. `title` heads the opening."""
        numbered = _numbered(lines)
        if self.plain:
            for _, text in numbered:
                self.say(text)
            self.say("")
            return
        self.console.print()
        for name, group in groupby(_grouped(numbered, title), key=lambda item: item[0]):
            texts = [Text(text, style=_STYLES.get(role, "")) for _, role, text in group]
            if not name:
                self.console.print(Group(*texts), width=self.width)
                continue
            self.console.print(
                Panel(Group(*texts), title=Text(name), title_align="left", box=box.ROUNDED, border_style="blue"),
                width=self.width,
            )
        self.console.print()


def _numbered(lines: Iterable[Line]) -> list[tuple[Role, str]]:
    """Give roles and texts; choices get numbers, and a way out after the last."""
    found: list[tuple[Role, str]] = []
    number = 0
    for line in lines:
        number += line.role == "choice"
        found.append((line.role, f"  {number}. {line.text}" if line.role == "choice" else line.text))
    if number:
        last = max(place for place, (role, _) in enumerate(found) if role == "choice")
        found.insert(last + 1, ("choice", f"  0. {wording.say('none-of-these', 0)}"))
    return [(role, harmless(text)) for role, text in found]


def _grouped(lines: list[tuple[Role, str]], title: str) -> Iterable[tuple[str, Role, str]]:
    """Name the panel that each line belongs to, if any; a source stays with what it is the source of."""
    asked = any(role == "question" for role, _ in lines)
    names: dict[Role, str] = {
        "challenge": "Challenge" if asked else "Evidence",
        "question": "Challenge" if any(role == "challenge" for role, _ in lines) else "Question",
        "feedback": "Feedback",
        "notice": title,
    }
    name = ""
    for role, text in lines:
        name = name if role == "source" else names.get(role, "")
        yield name, role, text
