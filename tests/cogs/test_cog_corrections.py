"""Putting the bot right."""

from __future__ import annotations

import json

from reading import labels, text
from school import open_record
from staffroom import CLAIM, Staffroom, answers, menus, practise, refused, said

from bot.debate.answer import Mind
from bot.debate.labelled import read_claims
from bot.record.transcripts import transcript

OFF_TOPIC = "the cold war started bc of the atomic bomb"


def argued(staffroom: Staffroom) -> list[str]:
    with open_record(staffroom.school) as record:
        return list(transcript(record, 1).turns[0].arguments)


async def test_a_command_corrects_what_was_recognised_and_the_transcript_shows_it(
    staffroom: Staffroom, mind: Mind
) -> None:
    school, teacher = staffroom.school, staffroom.teacher
    practise(school, mind, school.ann, CLAIM)
    assert argued(staffroom) == ["patronage"]
    options = {"round": 1, "turn": 1}
    result = await teacher.slash(staffroom.channel, "review correct", **options, argument="regional-secretaries")
    assert f"**{mind.motion.arguments['regional-secretaries'].title}**" in said(result)
    assert argued(staffroom) == ["regional-secretaries"]
    shown = answers(await teacher.slash(staffroom.channel, "review round", round=1))[0]
    assert "Corrected by the teacher" in text(shown)
    await teacher.slash(staffroom.channel, "review correct", **options, argument="none")
    assert argued(staffroom) == []


async def test_a_correction_is_chosen_from_menus_under_the_transcript_and_taken_back(
    staffroom: Staffroom, mind: Mind
) -> None:
    school, teacher = staffroom.school, staffroom.teacher
    practise(school, mind, school.ann, CLAIM)
    shown = answers(await teacher.slash(staffroom.channel, "review round", round=1))[0]
    asked = answers(await teacher.select(shown, ["1.1"], custom_id="open:correct"))[0]
    found = menus(asked)
    assert len(found["open:asfor"]) + len(found["open:asagainst"]) == len(mind.motion.arguments)
    assert labels(asked) == ["No argument"]
    result = await teacher.select(asked, ["1.1.luck-circumstance"], custom_id="open:asagainst")
    assert "now counts as" in said(result)
    assert argued(staffroom) == ["luck-circumstance"]
    asked = answers(await teacher.select(shown, ["1.1"], custom_id="open:correct"))[0]
    await teacher.click(asked, label="No argument")
    assert argued(staffroom) == []
    await teacher.click(asked, label="What I heard was right")
    assert argued(staffroom) == ["patronage"]


async def test_a_turn_of_the_bot_or_an_argument_that_is_not_there_says_what_to_do(
    staffroom: Staffroom, mind: Mind
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    for turn, argument, words in ((2, "none", "is the bot's"), (9, "none", "no turn 9"), (1, "zebra", "no argument")):
        result = await staffroom.teacher.slash(
            staffroom.channel, "review correct", round=1, turn=turn, argument=argument
        )
        assert words in refused(school, result)


async def test_the_work_list_has_what_was_not_placed_and_gives_files_that_evaluate_reads(
    staffroom: Staffroom, mind: Mind
) -> None:
    school, teacher = staffroom.school, staffroom.teacher
    practise(school, mind, school.ann, OFF_TOPIC)
    practise(school, mind, school.ben, OFF_TOPIC)
    listed = answers(await teacher.slash(staffroom.channel, "review unrecognised"))[0]
    assert "(2)" in text(listed)
    assert OFF_TOPIC in text(listed)
    assert menus(listed)["open:correct"] == ["2.1", "1.1"]
    asked = answers(await teacher.select(listed, ["2.1"], custom_id="open:correct"))[0]
    await teacher.click(asked, label="No argument")
    (sent,) = answers(await teacher.click(listed, label="As files for the curator"))
    assert sent.ephemeral
    corrected, unlabelled = sent.attachments
    assert [corrected.filename, unlabelled.filename] == ["corrected.jsonl", "to-label.jsonl"]
    lines = [json.loads(line) for line in (await corrected.read()).decode().splitlines()]
    assert [(line["text"], line["primary"]) for line in lines] == [(OFF_TOPIC, "none")]
    assert "ann" not in (await unlabelled.read()).decode()
    claims = (await corrected.read()).splitlines()
    assert [claim.primary for claim in read_claims(claims, mind.motion, name="corrected.jsonl")] == ["none"]


async def test_a_student_s_work_list_is_that_student_s(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, OFF_TOPIC)
    practise(school, mind, school.ben, CLAIM)
    result = await staffroom.teacher.slash(staffroom.channel, "review unrecognised", student="ben")
    assert "I placed everything that was claimed (ben)" in said(result)
