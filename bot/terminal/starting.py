"""Begins a round on the screen, or takes up the one that is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.practice import Practice
from bot.terminal import labels
from bot.terminal.playing import Ask, read
from bot.terminal.screen import Screen


def open_with(practice: Practice, screen: Screen) -> None:
    """Say how a new round begins."""
    plan = practice.plan
    screen.show(
        practice.opening(), labels.ROUND.format(number=practice.number, side=plan.side.upper(), level=plan.level)
    )


def goes_on(row: Mapping[str, Any], turns: int, screen: Screen, ask: Ask) -> bool:
    """Ask a person whether to go on with an open round; `EOFError` if they leave instead."""
    began = row["started"][:16].replace("T", " ")
    screen.say(labels.OPEN.format(number=row["id"], side=row["side"], turns=turns, at=began))
    while (answer := read(ask, labels.GO_ON).casefold()) not in ("", "y", "yes", "n", "no"):
        screen.say(labels.YES_OR_NO)
    return answer in ("", "y", "yes")


def recall(practice: Practice, screen: Screen) -> None:
    """Say again where an open round stands."""
    motion = practice.mind.motion.heading.motion
    screen.say(labels.GOES_ON.format(number=practice.number, side=practice.plan.side, motion=motion))
    screen.show(practice.latest())
