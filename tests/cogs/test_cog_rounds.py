"""Opening a round: with nothing said, from the other side, where it cannot be, and what the class allows."""

from __future__ import annotations

import json

import discord
import pytest
from reading import labels, text
from school import School, newest, open_record, play, start

from bot.cogs.client import DebateBot

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"


def settle(school: School, **rules: object) -> None:
    with open_record(school) as record:
        for name, value in rules.items():
            record.db.table("settings").upsert({"name": name, "value": json.dumps(value)}, pk="name")


async def test_a_round_begins_with_one_command_and_says_first_what_is_kept(school: School) -> None:
    result = await school.ann.slash(school.channel, "debate start")
    assert result.ephemeral
    (thread,) = school.channel.threads
    assert thread.name in ("For: Stalin, the General Secretary", "Against: Stalin, the General Secretary")
    opening = newest(thread)
    assert "This thread is private" in text(opening)
    assert "kept for 365 days" in text(opening)
    assert "/my-data delete" in text(opening)
    assert labels(opening) == ["Make my claim", "Hint", "End"]


async def test_what_is_said_of_keeping_is_what_the_class_has_settled(school: School) -> None:
    settle(school, retention_days=30)
    assert "for 30 days" in text(newest(await start(school, school.ann)))
    settle(school, retention_days=0)
    assert "until it is deleted" in text(newest(await start(school, school.ben)))


async def test_a_round_has_the_side_level_and_length_that_were_asked_for(school: School) -> None:
    await start(school, school.ann, side="against", level="tough", length=5, motion="general-secretary")
    with open_record(school) as record:
        row = record.round(1)
        assert (row["side"], row["level"], row["exchanges"]) == ("against", "tough", 5)


async def test_motions_are_offered_as_they_are_typed(school: School) -> None:
    offered = await school.ann.autocomplete(school.channel, "debate start", "motion", "stalin")
    assert [choice["value"] for choice in offered] == ["general-secretary"]
    assert await school.ann.autocomplete(school.channel, "debate start", "motion", "napoleon") == []


async def test_an_unknown_motion_is_said_to_be_unknown(school: School) -> None:
    result = await school.ann.slash(school.channel, "debate start", motion="napoleon")
    assert "don't know that motion" in said(result)
    assert school.env.errors


async def test_only_the_levels_of_the_class_are_given(school: School) -> None:
    settle(school, levels=["guided"])
    refused = await school.ann.slash(school.channel, "debate start", level="tough")
    assert "You can choose: guided" in said(refused)
    assert school.env.errors
    await start(school, school.ann)
    with open_record(school) as record:
        assert record.round(1)["level"] == "guided"


async def test_rounds_start_only_where_the_class_allows_it(school: School) -> None:
    other = school.guild.create_text_channel("debates")
    settle(school, places=[str(other.id)])
    refused = await school.ann.slash(school.channel, "debate start")
    assert f"<#{other.id}>" in said(refused)
    assert school.env.errors
    await school.ann.slash(other, "debate start")
    assert len(other.threads) == 1


async def test_a_voice_channel_is_refused_with_what_to_do(school: School) -> None:
    voice = school.guild.create_voice_channel("talk")
    result = await school.ann.slash(voice, "debate start")
    assert "ordinary text channels" in said(result)
    assert school.env.errors


async def test_a_news_channel_is_refused_with_what_to_do(school: School) -> None:
    news = school.guild.create_news_channel("news")
    result = await school.ann.slash(news, "debate start")
    assert "ordinary text channels" in said(result)
    assert school.env.errors


@pytest.mark.parametrize(
    ("permission", "name"),
    [
        ("create_private_threads", "Create Private Threads"),
        ("send_messages_in_threads", "Send Messages in Threads"),
        ("read_message_history", "Read Message History"),
    ],
)
async def test_a_missing_permission_is_named(school: School, permission: str, name: str) -> None:
    denied = {role: discord.PermissionOverwrite(**{permission: False}) for role in school.guild.me.roles}
    channel = school.guild.create_text_channel("closed", overwrites=denied)
    result = await school.ann.slash(channel, "debate start")
    assert name in said(result)
    assert not channel.threads
    assert school.env.errors


@pytest.mark.parametrize(
    ("code", "words"), [(50013, "Create Private Threads"), (160006, "as many open threads"), (50024, "ordinary text")]
)
async def test_what_discord_refuses_is_said_with_what_to_ask_for(school: School, code: int, words: str) -> None:
    school.env.inject_error("POST", "/channels/*/threads", status=403, code=code)
    result = await school.ann.slash(school.channel, "debate start")
    assert words in said(result)
    assert school.env.errors


async def test_a_student_who_cannot_be_added_leaves_no_thread_behind(school: School) -> None:
    school.env.inject_error("PUT", "/channels/*/thread-members/*", status=500)
    result = await school.ann.slash(school.channel, "debate start")
    assert "not your fault" in said(result)
    assert school.env.errors
    assert not school.channel.threads
    await start(school, school.ann)


async def test_an_open_round_can_be_ended_for_a_new_one_with_one_press(school: School) -> None:
    first = await start(school, school.ann, side="for")
    again = await school.ann.slash(school.channel, "debate start", side="against", length=4)
    assert again.response is not None
    await school.ann.click(again.response, label="End it and start this one")
    assert "### Your feedback" in text(newest(first))
    assert len(school.channel.threads) == 2
    with open_record(school) as record:
        new, old = record.rounds()
        assert (old["how"], new["side"], new["exchanges"]) == ("stopped", "against", 4)


async def test_pressing_twice_to_end_and_start_opens_one_round(school: School) -> None:
    await start(school, school.ann)
    again = await school.ann.slash(school.channel, "debate start")
    assert again.response is not None
    for _ in range(2):
        await school.ann.click(again.response, label="End it and start this one")
    assert len(school.channel.threads) == 2


async def test_a_thread_that_the_bot_may_not_see_now_does_not_close_the_round(school: School) -> None:
    thread = await start(school, school.ann)
    school.guild.me.guild._remove_thread(school.env.bot.get_channel(thread.id))
    school.env.inject_error("GET", f"/channels/{thread.id}", status=403, code=50001)
    result = await school.ann.slash(school.channel, "debate resume")
    assert "let me see the channel" in said(result)
    assert school.env.errors
    with open_record(school) as record:
        assert record.round(1)["ended"] is None


async def test_two_students_have_a_round_each(school: School) -> None:
    mine = await start(school, school.ann)
    theirs = await start(school, school.ben)
    assert mine.id != theirs.id


async def test_swapping_argues_the_other_side_from_what_was_used(school: School) -> None:
    thread = await start(school, school.ann, side="for", level="guided", length=2)
    await play(school.ann, thread, "Make my claim", CLAIM)
    refused = await school.ann.slash(school.channel, "debate swap")
    assert "still open" in said(refused)
    await school.ann.slash(school.channel, "debate end")
    assert "### Your feedback" in text(newest(thread))
    await school.ann.click(newest(thread), label="Swap sides")
    other = next(item for item in school.channel.threads if item.id != thread.id)
    assert other.name.startswith("Against: ")
    assert "Last time you argued" in text(newest(other))
    with open_record(school) as record:
        assert (record.round(2)["level"], record.round(2)["exchanges"]) == ("guided", 2)


async def test_a_new_round_can_be_started_under_the_feedback(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await school.ann.slash(thread, "debate end")
    await school.ann.click(newest(thread), label="New round")
    assert len(school.channel.threads) == 2


@pytest.mark.parametrize("command", ["debate resume", "debate end", "debate swap"])
async def test_without_a_round_the_command_says_how_to_start_one(school: School, command: str) -> None:
    result = await school.ann.slash(school.channel, command)
    assert result.ephemeral
    assert "`/debate start`" in said(result)


async def test_commands_are_for_servers_only(simcord_bot: DebateBot) -> None:
    for command in simcord_bot.tree.get_commands():
        assert command.to_dict(simcord_bot.tree)["contexts"] == [0]


def said(result: object) -> str:
    return " ".join(message.content for message in [result.response, *result.followups] if message)  # type: ignore[attr-defined]
