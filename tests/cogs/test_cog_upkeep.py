"""Records stay true to the servers, and what is due is deleted."""

from __future__ import annotations

import asyncio

import pytest
from delivering import submit
from reading import text
from school import MakeBot, School, newest, open_record, play, start

from bot.cogs.client import DebateBot

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"


@pytest.mark.parametrize(("days", "left"), [(1, 0), (0, 1)])
async def test_rounds_past_their_time_are_deleted_at_the_next_start(
    school: School, make_bot: MakeBot, days: int, left: int
) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    with open_record(school) as record:
        record.db.table("settings").insert({"name": "retention_days", "value": str(days)})
        record.db.execute(
            "update rounds set started = '2025-01-01T00:00:00+00:00', ended = '2025-01-01T00:00:00+00:00'"
        )
        record.db.execute("update turns set at = '2025-01-01T00:00:00+00:00'")
    await school.env.restart_bot(make_bot())
    with open_record(school) as record:
        assert len(record.rounds()) == left


async def test_a_class_left_long_ago_is_purged_and_one_left_lately_is_kept(
    school: School, simcord_bot: DebateBot, make_bot: MakeBot
) -> None:
    await start(school, school.ann)
    path = await simcord_bot.classes.run(school.guild.id, lambda record: record.path)
    school.env.backend.remove_guild(school.guild.id)
    await school.env.restart_bot(make_bot())
    assert await asyncio.to_thread(path.is_file)
    with open_record(school) as record:
        record.db.execute("update departures set left = '2026-01-01T00:00:00+00:00'")
    await school.env.restart_bot(make_bot())
    assert not await asyncio.to_thread(path.is_file)


async def test_a_removed_student_has_no_open_round_after_the_daily_look(school: School, make_bot: MakeBot) -> None:
    await start(school, school.ann)
    await start(school, school.ben)
    school.guild.remove_member(school.ann)
    await school.env.restart_bot(make_bot())
    with open_record(school) as record:
        assert [record.round(number)["how"] for number in (1, 2)] == ["closed", None]


async def test_a_server_without_a_class_gets_no_file(school: School, simcord_bot: DebateBot) -> None:
    channel = simcord_bot.get_channel(school.channel.id)
    thread = await channel.create_thread(name="chat", type=None)
    await thread.delete()
    await school.env.settle()
    assert await asyncio.to_thread(simcord_bot.classes.known) == []


async def test_a_turn_under_way_is_answered_before_the_bot_leaves(school: School, simcord_bot: DebateBot) -> None:
    thread = await start(school, school.ann, side="for")
    opening = newest(thread)
    shown = await school.ann.click(opening, label="Make my claim")
    assert shown.modal is not None
    school.env.backend.emit("INTERACTION_CREATE", submit(school.ann, opening, shown.modal["custom_id"], CLAIM))
    for _ in range(20):  # let the turn begin
        await asyncio.sleep(0)
    assert simcord_bot._turns
    await simcord_bot.close()
    assert "Patronage" in text(newest(thread))
