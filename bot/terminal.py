"""The same practice on a terminal, or on any pair of streams: one line is one turn."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.debate.round import Move, MoveKind
from bot.debate.said import Line, Role
from bot.errors import IllegalMove
from bot.practice import Practice

HELP = "/hint  /redraft TEXT  /concede  /evidence  /end  /help; a number picks from a list. Anything else is your turn."
_STYLES: dict[Role, str] = {
    "heard": "cyan",
    "correction": "yellow",
    "question": "bold",
    "source": "dim",
    "hint": "green",
    "assessment": "magenta",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def show(console: Console, lines: Iterable[Line]) -> None:
    """Print what was said; choices are numbered."""
    number = 0
    for line in lines:
        number += line.role == "choice"
        text = f"  {number}. {line.text}" if line.role == "choice" else line.text
        console.print(Text(text, style=_STYLES.get(line.role, "")))
    if number:
        console.print(Text("  0. None of these"))


def play(practice: Practice, console: Console, lines: Iterable[str]) -> None:
    """Play a round until it is finished or the lines end; an open round goes on at the next start."""
    for typed in lines:
        text = _CONTROL.sub(" ", typed).strip()
        word, _, rest = text.partition(" ")
        if word == "/help":
            console.print(Text(HELP))
            continue
        move = Move("say", text)
        if word in ("/hint", "/concede", "/evidence", "/end", "/redraft"):
            kind: MoveKind = word[1:]  # type: ignore[assignment]
            move = Move(kind, rest if kind == "redraft" else "")
        try:
            show(console, practice.speak(move))
        except IllegalMove as error:
            console.print(Text(str(error)))
        if practice.round.phase == "finished":
            return
        console.print()
    console.print(Text("Your round is kept. Start again to go on with it."))
