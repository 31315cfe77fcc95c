"""The bot's start, its errors and its end, under simcord."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import simcord
from school import MakeBot, School

from bot.cogs.client import DebateBot, intents
from bot.settings import Settings


def test_no_privileged_intent_is_asked_for_unless_the_operator_turned_it_on() -> None:
    plain = intents(Settings())
    assert not plain.message_content
    assert not plain.members
    assert not plain.presences
    assert intents(Settings(message_content=True)).message_content


async def test_commands_are_synced_once_and_again_when_forced(
    simcord_bot: DebateBot, simcord_env: simcord.Env, make_bot: MakeBot
) -> None:
    def synced() -> int:
        return sum(
            request.method == "PUT" and request.path.endswith("/commands") for request in simcord_env.http_requests
        )

    assert synced() == 1
    again = make_bot()
    await simcord_env.restart_bot(again)
    assert synced() == 1
    assert await again.sync_commands(force=True) is not None
    assert synced() == 2


async def test_every_command_and_option_says_what_it_is_for(simcord_bot: DebateBot, simcord_env: simcord.Env) -> None:
    def described(item: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
        yield path, item["description"]
        for option in item.get("options", []):
            yield from described(option, f"{path} {option['name']}")

    for command in simcord_bot.tree.get_commands():
        said = dict(described(command.to_dict(simcord_bot.tree), f"/{command.name}"))
        assert not [path for path, words in said.items() if len(words) < 3]


async def test_a_class_has_its_own_file_and_its_work_is_done_in_order(school: School, simcord_bot: DebateBot) -> None:
    done: list[int] = []
    await asyncio.gather(
        *(
            simcord_bot.classes.run(school.guild.id, lambda _, number=number: done.append(number))
            for number in range(20)
        )
    )
    assert done == list(range(20))
    path = await simcord_bot.classes.run(school.guild.id, lambda record: record.path)
    assert path.name == f"{school.guild.id}.db"
    assert simcord_bot.classes.known() == [school.guild.id]


async def test_work_that_was_begun_is_finished_when_its_caller_is_cancelled(
    school: School, simcord_bot: DebateBot
) -> None:
    started, loop = asyncio.Event(), asyncio.get_running_loop()

    def work(record: object) -> None:
        loop.call_soon_threadsafe(started.set)

    waiting = asyncio.create_task(simcord_bot.classes.run(1, work))
    await started.wait()
    waiting.cancel()
    assert await simcord_bot.classes.run(1, lambda record: record.path.name) == "1.db"


async def test_more_classes_than_files_kept_open_all_answer(simcord_bot: DebateBot, simcord_env: simcord.Env) -> None:
    for guild in range(100):
        await simcord_bot.classes.run(guild, lambda record: record.rounds())
    assert await simcord_bot.classes.run(0, lambda record: record.rounds()) == []


async def test_the_heartbeat_leaves_a_sign_of_life(simcord_bot: DebateBot, simcord_env: simcord.Env) -> None:
    await simcord_env.advance_time(60)
    assert (simcord_bot.settings.data_dir / "health.json").is_file()


async def test_a_bot_whose_commands_are_refused_starts_all_the_same(
    simcord_env: simcord.Env, make_bot: MakeBot
) -> None:
    again = make_bot()
    (again.settings.data_dir / "commands.sha256").unlink()
    simcord_env.inject_error("PUT", "/applications/*/commands", status=500)
    await simcord_env.restart_bot(again)
    assert again.is_ready()
