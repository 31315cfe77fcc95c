"""Who may look into a class, and who may not."""

from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord
from delivering import deliver, press
from reading import custom_ids, text
from school import School, make_school, open_record
from staffroom import MISTAKEN, NOW, Staffroom, answers, menus, open_staffroom, practise, refused, said

from bot.cogs.client import DebateBot
from bot.debate.answer import Mind
from bot.record.classroom import draft_comment

REFUSED = "for teachers of this class"
COMMANDS: dict[str, dict[str, Any]] = {
    "review rounds": {},
    "review round": {"round": 1},
    "review student": {"student": "ann"},
    "review class": {},
    "review comment": {"round": 1},
    "review correct": {"round": 1, "turn": 1, "argument": "none"},
    "review unrecognised": {},
    "review export": {},
    "assignment set": {"title": "Now", "rounds": 1},
    "assignment status": {},
    "assignment close": {"assignment": 1},
    "assignment reopen": {"assignment": 1},
    "assignment withdraw": {"assignment": 1},
    "settings show": {},
    "settings teacher-role": {},
    "settings time-zone": {"zone": "UTC"},
    "settings retention": {"days": 0},
    "settings levels": {"levels": "guided"},
    "settings plain-messages": {"on": False},
    "settings places": {},
    "settings names": {"by": "pseudonyms"},
}


def refusals(school: School) -> list[tuple[str, str]]:
    with open_record(school) as record:
        rows = record.db.execute("select who, detail ->> '$.tried' from audit where did = 'refused'").fetchall()
    return [(row[0], row[1]) for row in rows]


async def everybody_sees(school: School, bot: DebateBot) -> None:
    """Let an admin show the teacher's commands to everyone, as Discord allows."""
    for command in await bot.tree.fetch_commands():
        school.guild.set_command_permissions(command, {school.guild.default_role: True})


async def test_students_do_not_see_a_teacher_s_commands(staffroom: Staffroom, simcord_bot: DebateBot) -> None:
    school = staffroom.school
    assert set(COMMANDS) <= set(school.teacher.available_commands(school.channel))
    seen = set(school.ann.available_commands(school.channel))
    assert not set(COMMANDS) & seen
    assert "assignments" in seen
    hidden = set(staffroom.admin.available_commands(school.channel)) - seen
    assert hidden == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_student_who_tries_is_refused_in_private_and_noted(
    staffroom: Staffroom, simcord_bot: DebateBot, mind: Mind, name: str
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, MISTAKEN)
    await everybody_sees(school, simcord_bot)
    result = await school.ben.slash(school.channel, name, **COMMANDS[name])
    assert result.modal is None
    words = refused(school, result)
    assert REFUSED in words or "manages this server" in words
    assert refusals(school) == [(str(school.ben.id), f"/{name}")]
    assert all(MISTAKEN not in text(message) for message in answers(result))


async def test_whoever_manages_the_server_is_a_teacher_without_the_role(staffroom: Staffroom, mind: Mind) -> None:
    practise(staffroom.school, mind, staffroom.school.ann, MISTAKEN)
    assert "Rounds (1)" in said(await staffroom.admin.slash(staffroom.channel, "review rounds"))
    assert "Rounds (1)" in said(await staffroom.teacher.slash(staffroom.channel, "review rounds"))


async def test_a_moderator_without_the_role_is_no_teacher(staffroom: Staffroom) -> None:
    school = staffroom.school
    threads = school.guild.create_role("moderators", permissions=discord.Permissions(manage_threads=True))
    moderator = school.guild.add_member(school.env.create_user("mod"), roles=[threads])
    assert REFUSED in refused(school, await moderator.slash(school.channel, "review class"))


async def test_the_teacher_role_is_set_by_who_manages_the_server_alone(staffroom: Staffroom) -> None:
    result = await staffroom.teacher.slash(staffroom.channel, "settings teacher-role")
    assert "manages this server" in refused(staffroom.school, result)
    assert refusals(staffroom.school) == [(str(staffroom.teacher.id), "/settings teacher-role")]


async def test_who_loses_the_role_can_press_nothing_any_more(staffroom: Staffroom, mind: Mind) -> None:
    school, teacher = staffroom.school, staffroom.teacher
    for _ in range(11):
        practise(school, mind, school.ann, MISTAKEN)
    with open_record(school) as record:
        draft_comment(record, 1, "Well done.", teacher="1", at=NOW)
    rounds = answers(await teacher.slash(school.channel, "review rounds"))[0]
    one = answers(await teacher.slash(school.channel, "review round", round=1))[0]
    drafts = answers(await teacher.slash(school.channel, "review comment"))[0]
    places = answers(await teacher.slash(school.channel, "settings places"))[0]
    form = await teacher.click(one, label="Comment")
    await staffroom.admin.slash(school.channel, "settings teacher-role")
    results = [
        await teacher.click(rounds, label="More"),
        await teacher.select(rounds, ["11"], custom_id="open:round"),
        await teacher.click(one, label="Comment"),
        await teacher.select(one, ["1.1"], custom_id="open:correct"),
        await teacher.click(drafts, label="Release all 1"),
        await teacher.select(places, [], custom_id="settings:places"),
        await teacher.submit_modal(form, {"where": ["round"], "text": "Mine."}),
    ]
    for result in results:
        assert result.modal is None
        assert REFUSED in said(result)
    assert len(refusals(school)) == len(results)
    with open_record(school) as record:
        assert [row["released"] for row in record.db.table("comments").rows] == [None]


async def test_what_a_refused_press_was_about_is_not_noted(staffroom: Staffroom, mind: Mind) -> None:
    school, teacher = staffroom.school, staffroom.teacher
    for _ in range(11):
        practise(school, mind, school.ann, MISTAKEN)
    shown = answers(await teacher.slash(school.channel, "review rounds", student=str(school.ann.id)))[0]
    await staffroom.admin.slash(school.channel, "settings teacher-role")
    await teacher.click(shown, label="More")
    assert refusals(school) == [(str(teacher.id), "review:rounds")]


async def test_a_teacher_of_another_class_is_nobody_here(
    simcord_env: simcord.Env, simcord_bot: DebateBot, staffroom: Staffroom, mind: Mind
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, MISTAKEN)
    other = await open_staffroom(make_school(simcord_env))
    assert "Nobody has practised" in said(await other.teacher.slash(other.channel, "review rounds"))
    assert "no round 1 here" in refused(school, await other.teacher.slash(other.channel, "review round", round=1))
    result = await other.teacher.slash(other.channel, "review student", student=str(school.ann.id))
    assert "has practised here" in refused(school, result)
    await everybody_sees(school, simcord_bot)
    visitor = school.guild.add_member(other.teacher.user)
    assert REFUSED in refused(school, await visitor.slash(school.channel, "review rounds"))


async def test_a_press_on_a_teacher_s_screen_by_anybody_else_shows_nothing(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, MISTAKEN)
    shown = answers(await staffroom.teacher.slash(school.channel, "review round", round=1))[0].message
    await deliver(school.env, press(school.ben, shown, custom_ids(shown)["Comment"]))
    assert refusals(school) == [(str(school.ben.id), "do:comment")]


async def test_nobody_but_teachers_is_offered_names_while_typing(
    staffroom: Staffroom, simcord_bot: DebateBot, mind: Mind
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, MISTAKEN)
    await everybody_sees(school, simcord_bot)
    typed = [("review student", "student"), ("review round", "round"), ("review rounds", "argument")]
    typed += [("review rounds", "since"), ("assignment set", "due"), ("settings time-zone", "zone")]
    for command, option in typed:
        assert await school.ben.autocomplete(school.channel, command, option, "") == []
        assert await school.teacher.autocomplete(school.channel, command, option, "")
    assert menus(answers(await school.teacher.slash(school.channel, "review rounds"))[0]) == {"open:round": ["1"]}
