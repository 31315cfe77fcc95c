"""Plays a round: asks for what is wanted now, takes a line as a move or a look-up, and shows the answer."""

from __future__ import annotations

import re
from typing import Protocol

from bot.debate.round import Move, MoveKind
from bot.errors import IllegalMove
from bot.practice import Practice
from bot.terminal import labels
from bot.terminal.library import browse, who
from bot.terminal.screen import Screen

_MOVES: dict[str, MoveKind] = {
    "/hint": "hint",
    "/redraft": "redraft",
    "/concede": "concede",
    "/evidence": "evidence",
    "/end": "end",
}
WORDS = (*_MOVES, "/arguments", "/who", "/help")
_WORD = re.compile(r"/[a-z-]+", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Ask(Protocol):
    """Gives the next line; `EOFError` when there is none. `draft` is offered for changing where that is possible."""

    def __call__(self, prompt: str, draft: str = "") -> str: ...


def play(practice: Practice, screen: Screen, ask: Ask) -> None:
    """Play a round until it is finished or the lines end; an open round goes on at the next start."""
    try:
        while practice.round.phase != "finished":
            _take(practice, screen, ask)
    except (EOFError, KeyboardInterrupt):
        screen.say("")
        screen.say(labels.KEPT.format(number=practice.number))
    else:
        screen.say(labels.DONE.format(number=practice.number))


def _take(practice: Practice, screen: Screen, ask: Ask) -> None:
    typed = read(ask, labels.prompt(practice.round, practice.plan.exchanges))
    word, _, rest = typed.partition(" ")
    word, rest = word.lower(), rest.strip()
    match word:
        case "/help":
            screen.say(labels.HELP)
        case "/arguments":
            screen.show(browse(practice.mind.motion, rest))
        case "/who":
            screen.show(who(practice.mind, rest))
        case "/redraft" if not rest and practice.round.before:
            drafts = [turn.text for turn in practice.turns if turn.kind in ("claim", "reply")]
            _speak(practice, screen, Move("redraft", read(ask, f"{labels.REDRAFT}> ", drafts[-1] if drafts else "")))
        case _ if word in _MOVES:
            _speak(practice, screen, Move(_MOVES[word], rest if word == "/redraft" else ""))
        case _ if _WORD.fullmatch(word):
            screen.say(labels.NO_WORD.format(word=word))
        case _ if practice.round.phase == "pick" and typed.isdecimal() and len(typed) < 4:
            _speak(practice, screen, Move("pick", number=int(typed)))
        case _:
            _speak(practice, screen, Move("say", typed))


def read(ask: Ask, prompt: str, draft: str = "") -> str:
    """Ask for a line, and take out the control characters that a keyboard or a paste brought along."""
    return _CONTROL.sub(" ", ask(prompt, draft)).strip()


def _speak(practice: Practice, screen: Screen, move: Move) -> None:
    try:
        screen.show(practice.speak(move))
    except IllegalMove as error:
        screen.say(str(error), "yellow")
