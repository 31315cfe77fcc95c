"""What breaks between Discord and the bot: a gateway that drops and resumes, an answer cut off on its way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from reading import text
from school import MakeBot
from wire import GUILD, STUDENT, THREAD, Wire

from bot.cogs.client import DebateBot
from bot.debate.answer import Mind
from bot.debate.round import Plan
from bot.practice import Practice
from bot.record.store import Record

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"
REPLY = "In December 1925 the delegates whom he had picked shouted Zinoviev down, which shows that posts bought votes."


@pytest.fixture
async def connected(
    make_bot: MakeBot, mind: Mind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Wire, DebateBot]]:
    """Connect a bot in whose record a round is open."""
    record = Record(Path("data") / f"{GUILD}.db")
    plan = Plan(mind.motion.id, "for", "standard", 3, 1)
    Practice.begin(
        mind, record, lambda: datetime(2026, 3, 2, 9, tzinfo=UTC), str(STUDENT), plan, name="ann", thread=str(THREAD)
    )
    record.close()
    async with Wire().open(monkeypatch) as wire, make_bot() as bot:
        running = asyncio.create_task(bot.start("token"))
        joined = asyncio.create_task(wire.joined.get())
        await asyncio.wait({running, joined}, timeout=30, return_when=asyncio.FIRST_COMPLETED)
        assert joined.done(), running
        yield wire, bot
        await bot.close()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
def wire(connected: tuple[Wire, DebateBot]) -> Wire:
    return connected[0]


async def answer(wire: Wire) -> str:
    return text(SimpleNamespace(**await asyncio.wait_for(wire.posted.get(), 30)))


def turns() -> list[str]:
    record = Record(Path("data") / f"{GUILD}.db")
    try:
        return [turn["text"] for turn in record.turns(1) if turn["speaker"] == "student"]
    finally:
        record.close()


async def test_what_is_sent_while_the_gateway_is_down_is_taken_when_it_resumes_and_once(wire: Wire) -> None:
    await wire.emit("INTERACTION_CREATE", wire.written(1, CLAIM, 0))
    assert "Patronage" in await answer(wire)
    await wire.drop()
    await wire.emit("INTERACTION_CREATE", wire.written(2, REPLY, 2))
    assert await asyncio.wait_for(wire.joined.get(), 30) == "resumed"
    assert f"> {REPLY}" in await answer(wire)
    await wire.again("INTERACTION_CREATE")
    await wire.emit("INTERACTION_CREATE", wire.written(3, "And so the delegates owed him their seats.", 4))
    assert "owed him their seats" in await answer(wire)
    assert turns() == [CLAIM, REPLY, "And so the delegates owed him their seats."]


async def test_a_turn_whose_acknowledgement_breaks_off_is_taken_and_answered_in_the_thread(wire: Wire) -> None:
    wire.breaks = lambda path: path.startswith("/interactions")
    await wire.emit("INTERACTION_CREATE", wire.written(1, CLAIM, 0))
    assert "Patronage" in await answer(wire)
    assert wire.broken
    assert turns() == [CLAIM]


async def test_an_answer_that_breaks_off_is_sent_another_way(wire: Wire) -> None:
    wire.breaks = lambda path: path.startswith("/webhooks")
    await wire.emit("INTERACTION_CREATE", wire.written(1, CLAIM, 0))
    assert "Patronage" in await answer(wire)
    assert wire.broken
    assert turns() == [CLAIM]


async def test_a_turn_that_is_just_coming_in_is_answered_before_the_bot_leaves(
    connected: tuple[Wire, DebateBot],
) -> None:
    wire, bot = connected
    wire.acknowledged.clear()
    await wire.emit("INTERACTION_CREATE", wire.written(1, CLAIM, 0))
    await asyncio.wait_for(wire.acknowledging.wait(), 30)
    leaving = asyncio.create_task(bot.close())
    await asyncio.sleep(0)
    wire.acknowledged.set()
    assert "Patronage" in await answer(wire)
    await leaving
    assert turns() == [CLAIM]
