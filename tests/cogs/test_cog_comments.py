"""Comments: drafted, changed, released, told."""

from __future__ import annotations

from typing import Any

import discord
from delivering import deliver
from reading import components, labels, text
from school import MakeBot, School, newest, open_record, play, start
from simcord import interactions
from staffroom import CLAIM, Staffroom, answers, menus, practise, refused, said

from bot.debate.answer import Mind
from bot.record.classroom import comments

WORDS = "Well begun. Now give a *date* @everyone."


async def write(staffroom: Staffroom, number: int, words: str, **options: Any) -> Any:
    """Write a comment and give the draft as it is shown."""
    form = await staffroom.teacher.slash(staffroom.channel, "review comment", round=number, **options)
    chosen = str(options["turn"]) if "turn" in options else "round"
    sent = await staffroom.teacher.submit_modal(form, {"where": [chosen], "text": words})
    return answers(sent)[-1]


def kept(school: School) -> list[tuple[int | None, str, bool]]:
    with open_record(school) as record:
        return [(item.turn, item.text, item.released is not None) for item in comments(record, drafts=True)]


async def test_a_comment_is_a_draft_until_it_is_released_and_then_told_without_a_ping(staffroom: Staffroom) -> None:
    school = staffroom.school
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    before = newest(thread).id
    draft = await write(staffroom, 1, WORDS, turn=1)
    assert draft.ephemeral
    assert "Draft for ann, round 1, turn 1" in text(draft)
    assert kept(school) == [(1, WORDS, False)]
    assert newest(thread).id == before
    progress = await school.ann.slash(school.channel, "progress")
    assert "Well begun" not in "".join(text(message) for message in answers(progress))
    await staffroom.teacher.click(draft, label="Release to the student")
    assert kept(school) == [(1, WORDS, True)]
    told = newest(thread)
    assert "Your teacher commented on this round" in text(told)
    assert "Well begun." in text(told)
    assert f"> {CLAIM}" in text(told)
    assert told.mentions == []
    assert not told.mention_everyone
    assert told.flags.silent
    assert "ann** was told" in text(draft)
    progress = await school.ann.slash(school.channel, "progress")
    assert "Well begun" in "".join(text(message) for message in answers(progress))


async def test_a_draft_is_changed_in_its_place_and_thrown_away(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    draft = await write(staffroom, 1, WORDS)
    form = await staffroom.teacher.click(draft, label="Edit")
    assert WORDS in str(form.modal)
    await staffroom.teacher.submit_modal(form, {"text": "Better."})
    assert "Better." in text(draft)
    assert kept(school) == [(None, "Better.", False)]
    await staffroom.teacher.click(draft, label="Throw away")
    assert "thrown away" in text(draft)
    assert labels(draft) == []
    assert kept(school) == []


async def test_the_comment_button_offers_the_turns_and_a_draft_opens_from_the_transcript(
    staffroom: Staffroom, mind: Mind
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    shown = answers(await staffroom.teacher.slash(staffroom.channel, "review round", round=1))[0]
    form = await staffroom.teacher.click(shown, label="Comment")
    options = form.modal["components"][0]["component"]["options"]
    assert [option["value"] for option in options] == ["round", "1"]
    await staffroom.teacher.submit_modal(form, {"where": ["1"], "text": WORDS})
    again = answers(await staffroom.teacher.slash(staffroom.channel, "review round", round=1))[0]
    assert "Comment 1, draft" in text(again)
    opened = await staffroom.teacher.select(again, menus(again)["open:draft"], custom_id="open:draft")
    assert "Release to the student" in labels(answers(opened)[0])


async def test_a_form_that_was_opened_before_a_restart_is_not_lost(
    staffroom: Staffroom, mind: Mind, make_bot: MakeBot
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    form = await staffroom.teacher.slash(staffroom.channel, "review comment", round=1)
    await school.env.restart_bot(make_bot())
    await staffroom.teacher.submit_modal(form, {"where": ["round"], "text": WORDS})
    assert kept(school) == [(None, WORDS, False)]


async def test_a_form_delivered_twice_is_one_comment(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    form = await staffroom.teacher.slash(staffroom.channel, "review comment", round=1)
    fields = [
        {"type": 18, "id": 1, "component": {"type": 3, "id": 2, "custom_id": "where", "values": ["1"]}},
        {"type": 18, "id": 3, "component": {"type": 4, "id": 4, "custom_id": "text", "value": WORDS}},
    ]
    payloads = [
        interactions.base_payload(
            school.env.backend,
            type=5,
            channel_id=school.channel.id,
            guild_id=school.guild.id,
            user_id=staffroom.teacher.id,
            data={"custom_id": form.modal["custom_id"], "components": fields},
        )[1]
        for _ in range(2)
    ]
    await deliver(school.env, *payloads)
    assert kept(school) == [(1, WORDS, False)]


async def test_a_second_release_tells_nobody_twice(staffroom: Staffroom) -> None:
    school = staffroom.school
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    draft = await write(staffroom, 1, WORDS)
    listed = answers(await staffroom.teacher.slash(staffroom.channel, "review comment"))[0]
    await staffroom.teacher.click(listed, label="Release all 1")
    assert "Released 1 comment." in text(listed)
    count = len(thread.history())
    result = await staffroom.teacher.click(draft, label="Release to the student")
    assert "released before" in text(draft) + "".join(map(text, answers(result)))
    assert len(thread.history()) == count


async def test_all_drafts_are_released_with_one_press_and_who_could_not_be_told_is_counted(
    staffroom: Staffroom, mind: Mind
) -> None:
    school = staffroom.school
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    practise(school, mind, school.ben, CLAIM, thread="77")
    await write(staffroom, 1, "One.")
    await write(staffroom, 2, "Two.")
    listed = answers(await staffroom.teacher.slash(staffroom.channel, "review comment"))[0]
    assert "Drafts of comments (2)" in text(listed)
    await staffroom.teacher.click(listed, label="Release all 2")
    assert "Released 2 comments. In 1 " in text(listed)
    assert [released for _, _, released in kept(school)] == [True, True]
    assert "One." in text(newest(thread))


async def test_a_thread_that_is_gone_or_locked_does_not_keep_a_comment_back(staffroom: Staffroom) -> None:
    school = staffroom.school
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    draft = await write(staffroom, 1, WORDS)
    school.env.inject_error("POST", "/channels/*/messages", status=403, code=50083)
    await staffroom.teacher.click(draft, label="Release to the student")
    assert "could not say so" in text(draft)
    assert kept(school) == [(None, WORDS, True)]


async def test_a_comment_on_a_round_or_turn_that_is_not_there_says_so(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    result = await staffroom.teacher.slash(staffroom.channel, "review comment", round=9)
    assert "no round 9 here" in refused(school, result)
    form = await staffroom.teacher.slash(staffroom.channel, "review comment", round=1)
    with open_record(school) as record, record.writing() as db:
        db.execute("delete from rounds where 0")
        for table in ("recognitions", "mistakes", "challenges_put", "assessments", "turns", "rounds"):
            db.execute(f"delete from {table}")
    sent = await staffroom.teacher.submit_modal(form, {"where": ["1"], "text": WORDS})
    assert "no round 1 here" in said(sent)


async def test_no_word_of_a_comment_is_ever_interpreted(staffroom: Staffroom) -> None:
    school = staffroom.school
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", "# hi <@1> @here `x`")
    draft = await write(staffroom, 1, "# Big\n> <@&1> ||x||", turn=1)
    await staffroom.teacher.click(draft, label="Release to the student")
    shown = "".join(item["content"] for item in components(newest(thread))[0]["components"])
    assert "\n# Big" not in shown
    assert newest(thread).role_mentions == []
    assert isinstance(newest(thread), discord.Message)
