"""A real bot under simcord's Discord, with a class in it."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
import simcord
from school import MakeBot, School, make_school
from staffroom import Staffroom, open_staffroom

from bot.cogs.client import DebateBot
from bot.debate.answer import Mind
from bot.settings import Settings


@pytest.fixture
def make_bot(mind: Mind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeBot:
    """Give a way to make a bot on this test's folder; a second one is the same bot after a restart."""
    monkeypatch.chdir(tmp_path)

    def make(**settings: object) -> DebateBot:
        given = Settings(data_dir=tmp_path / "data", shard_count=1, **settings)  # type: ignore[arg-type]
        return DebateBot(
            given, {mind.motion.id: mind}, clock=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC), rng=random.Random(1)
        )

    return make


@pytest.fixture
def simcord_bot(make_bot: MakeBot) -> DebateBot:
    return make_bot()


@pytest.fixture
def school(simcord_env: simcord.Env) -> School:
    return make_school(simcord_env)


@pytest.fixture
async def staffroom(school: School) -> Staffroom:
    return await open_staffroom(school)
