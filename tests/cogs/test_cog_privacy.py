"""What is kept of a student: said, handed over, deleted."""

from __future__ import annotations

import json
from pathlib import Path

from reading import text
from school import MakeBot, School, open_record, play, start

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"


async def test_privacy_says_what_is_kept_for_whom_and_how_long(school: School, make_bot: MakeBot) -> None:
    result = await school.ann.slash(school.channel, "privacy")
    assert result.ephemeral
    shown = text(result.response)
    for part in ("365 days", "teachers", "/my-data delete", "nothing is trained", "no grades"):
        assert part in shown
    await school.env.restart_bot(make_bot(contact="ms.smith@example.org"))
    result = await school.ann.slash(school.channel, "privacy")
    assert "ms.smith@example.org" in text(result.response)


async def test_help_names_every_command(school: School, simcord_bot: object) -> None:
    result = await school.ann.slash(school.channel, "help")
    shown = text(result.response)
    for name in ("/debate start", "resume", "swap", "end", "/arguments", "/who", "/progress", "/my-data", "/privacy"):
        assert name in shown


async def test_a_student_gets_a_copy_of_what_is_kept_of_them_alone(school: School) -> None:
    mine = await start(school, school.ann, side="for")
    await play(school.ann, mine, "Make my claim", CLAIM)
    theirs = await start(school, school.ben, side="for")
    await play(school.ben, theirs, "Make my claim", "Trotsky was arrogant and nobody liked him")
    result = await school.ann.slash(school.channel, "my-data export")
    assert result.ephemeral
    message = result.response or result.followups[0]
    (file,) = message.attachments
    data = json.loads(await file.read())
    assert CLAIM in json.dumps(data)
    assert "arrogant" not in json.dumps(data)


async def test_deleting_asks_once_more_and_leaves_nothing_in_file_or_thread(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    asked = await school.ann.slash(school.channel, "my-data delete")
    assert asked.ephemeral
    with open_record(school) as record:
        assert len(record.rounds()) == 1
    await school.ann.click(asked.response, label="Delete everything")
    with open_record(school) as record:
        assert record.rounds() == []
    assert CLAIM.encode() not in bytes_of(school)
    assert thread.id not in [item.id for item in school.channel.threads]


def bytes_of(school: School) -> bytes:
    return b"".join(path.read_bytes() for path in Path("data").glob(f"{school.guild.id}.db*"))


async def test_a_thread_that_cannot_be_deleted_is_named(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    asked = await school.ann.slash(school.channel, "my-data delete")
    school.env.inject_error("DELETE", "/channels/*", status=403, code=50013)
    done = await school.ann.click(asked.response, label="Delete everything")
    assert f"<#{thread.id}>" in done.response.content


async def test_where_nothing_is_kept_that_is_said(school: School) -> None:
    result = await school.ann.slash(school.channel, "my-data export")
    assert "nothing of you" in (result.response or result.followups[0]).content
    asked = await school.ann.slash(school.channel, "my-data delete")
    done = await school.ann.click(asked.response, label="Delete everything")
    assert "nothing of you" in done.response.content


async def test_a_round_can_be_started_after_everything_was_deleted(school: School) -> None:
    await start(school, school.ann)
    asked = await school.ann.slash(school.channel, "my-data delete")
    await school.ann.click(asked.response, label="Delete everything")
    thread = await start(school, school.ann, side="for")
    assert "Patronage" in text(await play(school.ann, thread, "Make my claim", CLAIM))
