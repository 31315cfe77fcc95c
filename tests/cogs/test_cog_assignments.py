"""Assignments in Discord: set, announced, counted, closed, withdrawn, re-opened."""

from __future__ import annotations

from typing import Any

from reading import text
from school import newest, open_record
from staffroom import CLAIM, Staffroom, answers, pictures, practise, refused, said

from bot.debate.answer import Mind
from bot.record.assignments import assignments
from bot.record.moments import stamp


async def do(staffroom: Staffroom, name: str, **options: Any) -> str:
    return said(await staffroom.teacher.slash(staffroom.channel, f"assignment {name}", **options))


async def test_an_assignment_is_set_and_announced_in_the_channel_without_a_ping(staffroom: Staffroom) -> None:
    await staffroom.admin.slash(staffroom.channel, "settings time-zone", zone="Europe/London")
    answer = await do(
        staffroom,
        "set",
        title="Two *sides* @everyone",
        arguments="patronage, congress-votes",
        replies=3,
        due="2026-07-03 16:00",
        **{"rounds-for": 1, "rounds-against": 2, "for-role": staffroom.role},
    )
    assert "Assignment 1 is set" in answer
    told = newest(staffroom.channel)
    shown = text(told)
    for part in (
        "1 finished round for the motion",
        "2 finished rounds against the motion",
        "3 replies that bring evidence",
        "use the argument: Patronage",
        "Friday 3 July 2026, 16:00 (Europe/London)",
        staffroom.role.mention,
        "/assignments",
    ):
        assert part in shown, part
    sent = next(item.json for item in staffroom.school.env.http_requests if "New assignment" in str(item.json))
    assert sent["allowed_mentions"] == {"parse": []}
    with open_record(staffroom.school) as record:
        (item,) = assignments(record)
    assert item.due is not None
    assert stamp(item.due) == "2026-07-03T15:00:00+00:00"


async def test_what_is_wrong_with_an_assignment_is_said_and_nothing_is_announced(staffroom: Staffroom) -> None:
    for options, words in (
        ({}, "what is to be done"),
        ({"rounds": 1, "due": "2026-01-05"}, "date has passed"),
        ({"rounds": 1, "due": "whenever"}, "2026-03-02"),
        ({"arguments": "zebra"}, "no argument of that name"),
    ):
        result = await staffroom.teacher.slash(staffroom.channel, "assignment set", title="T", **options)
        assert words in refused(staffroom.school, result)
    assert staffroom.channel.last_message is None


async def test_where_i_may_not_write_the_assignment_is_set_and_that_is_said(staffroom: Staffroom) -> None:
    staffroom.school.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    assert "may not write" in await do(staffroom, "set", title="T", rounds=1)
    with open_record(staffroom.school) as record:
        assert len(assignments(record)) == 1


async def test_who_has_done_what_is_counted_from_the_record(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, "END", days_ago=9)
    assert "No assignment is set yet" in await do(staffroom, "status")
    await do(staffroom, "set", title="One argument", arguments="patronage", judgements=2)
    practise(school, mind, school.ben, CLAIM)
    result = await staffroom.teacher.slash(staffroom.channel, "assignment status")
    words = said(result)
    assert "1. 2 rounds with a judgement" in words
    assert "**Not begun** 1 · **Under way** 1 · **Done late** 0 · **Done** 0" in words
    rows = [line.split() for line in words.splitlines()]
    assert ["ann", "0/2", "0/1"] in rows
    assert ["ben", "0/2", "1/1"] in rows
    *_, last = answers(result)
    assert [file.filename for file in last.attachments] == ["assignment-1.png"]
    assert all("under way 1" in alt for alt in pictures(last))


async def test_an_assignment_for_a_role_counts_those_who_have_it_and_only_they_see_it(
    staffroom: Staffroom, mind: Mind
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    practise(school, mind, staffroom.teacher, CLAIM)
    await do(staffroom, "set", title="For some", rounds=1, **{"for-role": staffroom.role})
    words = await do(staffroom, "status", assignment=1)
    assert "teacher" in words
    assert "ann" not in words
    assert "Nothing is set for you" in said(await school.ann.slash(school.channel, "assignments"))
    assert "For some" in said(await staffroom.teacher.slash(school.channel, "assignments"))


async def test_a_student_sees_what_is_left(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    assert "Nothing is set for you" in said(await school.ann.slash(school.channel, "assignments"))
    await do(staffroom, "set", title="Practise", arguments="patronage, congress-votes", rounds=2)
    practise(school, mind, school.ann, CLAIM)
    shown = said(await school.ann.slash(school.channel, "assignments"))
    assert "Practise**: under way" in shown
    assert "☐ 2 finished rounds: 0 of 2" in shown
    assert f"☑ use the argument: {mind.motion.arguments['patronage'].title}" in shown
    assert f"☐ use the argument: {mind.motion.arguments['congress-votes'].title}" in shown


async def test_closed_withdrawn_and_re_opened_assignments(staffroom: Staffroom) -> None:
    school = staffroom.school

    async def seen() -> str:
        return said(await school.ann.slash(school.channel, "assignments"))

    await do(staffroom, "set", title="Practise", rounds=1)
    assert "is closed" in await do(staffroom, "close", assignment=1)
    assert "Practise" not in await seen()
    found = await staffroom.teacher.autocomplete(staffroom.channel, "assignment reopen", "assignment", "prac")
    assert found == [{"name": "1: Practise (closed)", "value": 1}]
    assert "open again" in await do(staffroom, "reopen", assignment=1, due="2026-03-05")
    assert "Thursday 5 March 2026, 23:59" in await seen()
    assert "is withdrawn" in await do(staffroom, "withdraw", assignment=1)
    assert "Practise" not in await seen()
    assert "(withdrawn)" in await do(staffroom, "status", assignment=1)
    result = await staffroom.teacher.slash(staffroom.channel, "assignment close", assignment=4)
    assert "no assignment 4" in refused(school, result)


async def test_past_the_due_date_a_student_is_told_that_it_counts_as_late(staffroom: Staffroom) -> None:
    await do(staffroom, "set", title="Practise", rounds=1, due="tomorrow")
    with open_record(staffroom.school) as record, record.writing() as db:
        db.execute("update assignments set due = '2026-03-01T10:00:00+00:00'")
    shown = said(await staffroom.school.ann.slash(staffroom.channel, "assignments"))
    assert "counted as late" in shown


async def test_several_arguments_are_suggested_one_after_the_other(staffroom: Staffroom, mind: Mind) -> None:
    found = await staffroom.teacher.autocomplete(
        staffroom.channel, "assignment set", "arguments", "patronage, congress"
    )
    assert found[0]["value"] == "patronage, congress-votes"
