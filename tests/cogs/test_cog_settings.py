"""What a class settles in Discord."""

from __future__ import annotations

from typing import Any

from school import MakeBot, School, open_record, start
from simcord import ChannelHandle
from staffroom import CLAIM, Staffroom, answers, practise, refused, said

from bot.debate.answer import Mind
from bot.record.audit import entries
from bot.record.rules import ClassSettings, class_settings


async def settle(staffroom: Staffroom, name: str, **options: Any) -> str:
    return said(await staffroom.teacher.slash(staffroom.channel, f"settings {name}", **options))


def settled(school: School) -> ClassSettings:
    with open_record(school) as record:
        return class_settings(record)


async def test_each_setting_is_changed_said_and_audited(staffroom: Staffroom) -> None:
    await settle(staffroom, "time-zone", zone="America/New_York")
    await settle(staffroom, "retention", days=30)
    await settle(staffroom, "levels", levels="guided,standard")
    await settle(staffroom, "plain-messages", on=False)
    await settle(staffroom, "names", by="pseudonyms")
    rules = settled(staffroom.school)
    assert rules.teacher_role == str(staffroom.role.id)
    assert (rules.time_zone, rules.retention_days, rules.names) == ("America/New_York", 30, "pseudonyms")
    assert rules.levels == ("guided", "standard")
    assert rules.plain_messages is False
    with open_record(staffroom.school) as record:
        lines = [item for item in entries(record) if item.did == "setting changed"]
    assert {item.who for item in lines} == {str(staffroom.admin.id), str(staffroom.teacher.id)}
    assert len(lines) == 6
    shown = await settle(staffroom, "show")
    for part in ("America/New_York (now 04:00)", "30 days", "guided, standard", "pseudonyms", "Latest changes", "365"):
        assert part in shown, part


async def test_all_settings_are_shown_with_the_command_that_changes_each(staffroom: Staffroom) -> None:
    shown = await settle(staffroom, "show")
    group = {name for name in staffroom.admin.available_commands(staffroom.channel) if name.startswith("settings ")}
    assert all(f"/{name}`" in shown for name in group - {"settings show"})
    assert len(group) == len(ClassSettings.model_fields) + 1


async def test_what_was_tried_by_who_is_no_teacher_is_shown(staffroom: Staffroom) -> None:
    await staffroom.teacher.slash(staffroom.channel, "settings teacher-role")
    assert staffroom.school.env.errors
    assert "tried `/settings teacher-role`" in await settle(staffroom, "show")


async def test_a_zone_that_there_is_not_is_said(staffroom: Staffroom) -> None:
    result = await staffroom.teacher.slash(staffroom.channel, "settings time-zone", zone="Mars/Olympus")
    assert "Europe/London" in refused(staffroom.school, result)
    found = await staffroom.teacher.autocomplete(staffroom.channel, "settings time-zone", "zone", "new york")
    assert found[0]["value"] == "America/New_York"


async def test_a_shorter_retention_says_how_many_rounds_will_go(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM, days_ago=40)
    practise(school, mind, school.ben, CLAIM, "END", days_ago=40)
    practise(school, mind, school.ben, CLAIM)
    assert "2 rounds are older than that" in await settle(staffroom, "retention", days=30)
    assert "older" not in await settle(staffroom, "retention", days=60)
    assert "until somebody deletes them" in await settle(staffroom, "retention", days=0)


async def test_a_role_that_does_not_see_the_commands_is_told_how(staffroom: Staffroom) -> None:
    blind = staffroom.school.guild.create_role("helpers")
    channel = staffroom.channel
    assert "Manage Threads" in said(await staffroom.admin.slash(channel, "settings teacher-role", role=blind))
    everyone = staffroom.school.guild.default_role
    assert "everybody" in said(await staffroom.admin.slash(channel, "settings teacher-role", role=everyone))
    assert settled(staffroom.school).teacher_role == str(blind.id)
    await staffroom.admin.slash(channel, "settings teacher-role")
    assert settled(staffroom.school).teacher_role is None


async def test_places_are_chosen_from_channels_also_after_a_restart(staffroom: Staffroom, make_bot: MakeBot) -> None:
    school = staffroom.school
    other: ChannelHandle = school.guild.create_text_channel("debates")
    shown = answers(await staffroom.teacher.slash(staffroom.channel, "settings places"))[0]
    await school.env.restart_bot(make_bot())
    await staffroom.teacher.select(shown, [other], custom_id="settings:places")
    assert settled(school).places == (str(other.id),)
    assert f"<#{other.id}>" in refused(school, await school.ann.slash(school.channel, "debate start"))
    await staffroom.teacher.select(shown, [], custom_id="settings:places")
    assert settled(school).places == ()
    await start(school, school.ann)


async def test_pseudonyms_are_used_on_every_screen(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM, "END")
    await settle(staffroom, "names", by="pseudonyms")
    for name, options in (
        ("review rounds", {}),
        ("review round", {"round": 1}),
        ("review student", {"student": "student 1"}),
        ("review class", {}),
    ):
        words = said(await staffroom.teacher.slash(staffroom.channel, name, **options))
        assert "ann:" not in words
        assert "· ann" not in words
    assert "student 1" in words or "1 student" in words
    found = await staffroom.teacher.autocomplete(staffroom.channel, "review student", "student", "")
    assert found[0]["name"] == "student 1"
