"""A small motion's mind, and one round of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from stage import clock, screen, shown, typed

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.debate.round import Plan
from bot.minds import make_mind
from bot.practice import Practice
from bot.record.store import Record
from bot.terminal.playing import play


@pytest.fixture(scope="session")
def small_mind(museum: Motion) -> Mind:
    return make_mind(museum)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    opened = Record(tmp_path / "terminal.db")
    yield opened
    opened.close()


@pytest.fixture
def practice(small_mind: Mind, record: Record) -> Practice:
    plan = Plan(small_mind.motion.id, "for", "standard", 2, 1)
    return Practice.begin(small_mind, record, clock, "ada", plan)


@pytest.fixture
def plays(practice: Practice) -> Callable[..., str]:
    """Play lines in one round, and give what was shown."""

    def play_lines(*lines: str) -> str:
        on = screen()
        play(practice, on, typed(*lines))
        return shown(on)

    return play_lines
