"""What a teacher finds and reads, and gets as files."""

from __future__ import annotations

import io
import threading
import zipfile
from typing import Any

import pytest
import simcord
from reading import components, labels, text
from school import MakeBot, School, newest, open_record, play, start
from simcord import interactions
from staffroom import CLAIM, MISTAKEN, NOW, WEAK, Staffroom, answers, menus, pictures, practise, refused, said

from bot.cogs.client import DebateBot
from bot.cogs.desk import Desk
from bot.cogs.review import SCREENS
from bot.cogs.screens import laid_out
from bot.debate.answer import Mind
from bot.record.classroom import LONGEST_COMMENT, draft_comment
from bot.record.rules import ClassSettings

FORMATS = {"html": "class.html", "csv": "class.csv", "markdown": "class.md", "jsonl": "class.jsonl"}


async def look(staffroom: Staffroom, name: str, **options: Any) -> str:
    return said(await staffroom.teacher.slash(staffroom.channel, name, **options))


async def test_before_anybody_has_practised_each_screen_says_what_to_do(staffroom: Staffroom) -> None:
    for name in ("review rounds", "review class"):
        result = await staffroom.teacher.slash(staffroom.channel, name)
        assert "/debate start" in said(result)
        assert len(answers(result)) == 1
    assert "Nothing to do here" in await look(staffroom, "review unrecognised")
    assert "no draft" in await look(staffroom, "review comment")
    result = await staffroom.teacher.slash(staffroom.channel, "review export")
    assert "until somebody has practised" in refused(staffroom.school, result)


async def test_rounds_are_found_by_what_they_are(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    ann, ben = school.ann, school.ben
    practise(school, mind, ann, MISTAKEN, WEAK, days_ago=10)
    practise(school, mind, ben, "Trotsky was arrogant and nobody liked him", side="against", level="guided")

    async def numbers(**options: Any) -> list[str]:
        result = await staffroom.teacher.slash(staffroom.channel, "review rounds", **options)
        said(result)
        return menus(answers(result)[0]).get("open:round", [])

    assert await numbers() == ["2", "1"]
    assert await numbers(student=str(ben.id)) == ["2"]
    assert await numbers(student="ann") == ["1"]
    assert await numbers(side="for") == ["1"]
    assert await numbers(argument="patronage") == ["1"]
    assert await numbers(level="guided") == ["2"]
    assert await numbers(since="2026-02-25") == ["2"]
    assert await numbers(until="2026-02-25") == ["1"]
    assert await numbers(unmet=True) == ["1"]
    assert await numbers(mistakes=True) == ["1"]
    assert await numbers(student="ann", side="against") == []
    nothing = await look(staffroom, "review rounds", student="ann", side="against")
    assert "ann, against the motion" in nothing
    result = await staffroom.teacher.slash(staffroom.channel, "review rounds", since="someday")
    assert "2026-03-02" in refused(school, result)
    result = await staffroom.teacher.slash(staffroom.channel, "review rounds", argument="zebra")
    assert "no argument of that name" in refused(school, result)


async def test_pages_turn_also_after_a_restart_and_keep_the_filter(
    staffroom: Staffroom, mind: Mind, make_bot: MakeBot
) -> None:
    school = staffroom.school
    for _ in range(12):
        practise(school, mind, school.ann, CLAIM)
    practise(school, mind, school.ben, CLAIM)
    result = await staffroom.teacher.slash(staffroom.channel, "review rounds", student="ann")
    shown = answers(result)[0]
    assert "Page 1 of 2" in text(shown)
    assert "Rounds (12)" in text(shown)
    await school.env.restart_bot(make_bot())
    await staffroom.teacher.click(shown, label="More")
    assert "Page 2 of 2" in text(shown)
    assert menus(shown) == {"open:round": ["2", "1"]}
    assert labels(shown) == ["Back"]
    await staffroom.teacher.click(shown, label="Back")
    assert "Page 1 of 2" in text(shown)


async def test_a_transcript_says_what_was_recognised_how_surely_asked_assessed_and_mistaken(
    staffroom: Staffroom, mind: Mind
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, MISTAKEN, WEAK, "END")
    rounds = answers(await staffroom.teacher.slash(staffroom.channel, "review rounds"))[0]
    opened = await staffroom.teacher.select(rounds, ["1"], custom_id="open:round")
    shown = answers(opened)[0]
    assert opened.ephemeral
    pages = [text(shown)]
    while "More" in labels(shown):
        await staffroom.teacher.click(shown, label="More")
        pages.append(text(shown))
    whole = "\n".join(pages)
    for part in (
        "Round 1: ann, for the motion",
        f"> {CLAIM}",
        "Recognised",
        "Patronage and appointments 0.",
        "Mistake",
        "Challenge",
        "chosen because",
        "Quality**: 1 of 3",
        "Because",
        "1 min",
        "ended the round",
    ):
        assert part in whole, part
    assert "Turn 1, heard as: Patronage" in str(components(answers(opened)[0])) or len(pages) > 1


async def test_a_student_is_shown_with_progress_in_words_and_a_picture(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, MISTAKEN, WEAK, "END")
    result = await staffroom.teacher.slash(staffroom.channel, "review student", student="ann")
    words = said(result)
    assert "ann: 1 round" in words
    for part in (
        "Never tried, against",
        "Challenges not met",
        "Mistakes of fact",
        "Feedback shown after round 1",
        "Next:",
    ):
        assert part in words, part
    *_, last = answers(result)
    assert [file.filename for file in last.attachments] == ["student-1.png"]
    (alt,) = pictures(last)
    assert "quality" in alt
    result = await staffroom.teacher.slash(staffroom.channel, "review student", student="zed")
    assert "There are: ann." in refused(school, result)


async def test_the_class_is_shown_with_pictures_and_who_practised(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, MISTAKEN, WEAK)
    practise(school, mind, school.ben, CLAIM, side="against")
    result = await staffroom.teacher.slash(staffroom.channel, "review class")
    words = said(result)
    for part in ("2 students, 2 rounds", "for the motion 1 · against it 1", "Nobody raised", "Most often not met"):
        assert part in words, part
    first, last = answers(result)
    assert [file.filename for file in last.attachments] == ["class-1.png", "class-2.png"]
    assert all("Patronage" in alt for alt in pictures(last))
    await staffroom.teacher.click(first, label="More")
    assert "**ann**: 1 round" in text(first)
    assert "never started a round are not listed" in text(first)
    opened = await staffroom.teacher.select(first, [str(school.ben.id)], custom_id="open:student")
    assert "ben: 1 round" in said(opened)


@pytest.mark.parametrize("size", [1, 35, 300])
async def test_a_class_of_any_size_fits_its_pages(staffroom: Staffroom, mind: Mind, size: int) -> None:
    school = staffroom.school
    practise(school, mind, "1", CLAIM)
    with open_record(school) as record, record.writing() as db:
        columns = "motion, side, level, exchanges, seed, base, met, start_from, started, how"
        for who in range(2, size + 1):
            row = {"id": str(who), "name": f"Student_{who:03} of the *long* name", "alias": f"student {who}"}
            db.table("students").insert({**row, "first_seen": NOW.isoformat(), "last_seen": NOW.isoformat()})
            copied = f"insert into rounds (student, {columns}) select ?, {columns} from rounds where id = 1"
            db.execute(copied, [str(who)])
    result = await staffroom.teacher.slash(staffroom.channel, "review class")
    shown, drawn = answers(result)
    assert f"{size} student" in text(shown)
    assert len(drawn.attachments) == 2
    for _ in range(size // 20 + 1):
        assert len(text(shown)) < 4000
        if "More" in labels(shown):
            await staffroom.teacher.click(shown, label="More")
    assert f"Student\\_{size:03} " in text(shown) or size == 1


async def test_every_page_of_the_longest_round_fits_a_message(staffroom: Staffroom, mind: Mind) -> None:
    school = staffroom.school
    hostile = "*_`~|> @everyone <@1> [x](http://y.z)\n" * 110
    long = [f"{CLAIM}. {hostile}"[:4000], hostile[:4000], "word " * 800, "=1\n" * 1300]
    practise(school, mind, school.ann, *long, "END")
    with open_record(school) as record:
        for turn in (None, 1, 1, 3):
            draft_comment(record, 1, "W*" * (LONGEST_COMMENT // 2), turn=turn, teacher="1", at=NOW)
        desk = Desk(record, ClassSettings(), {mind.motion.id: mind.motion}, NOW)
        for kind, about in (
            ("round", "1"), ("student", str(school.ann.id)), ("drafts", ""), ("unrecognised", ""), ("correct", "1.1"),
            ("draft", "1"), ("rounds", ""), ("class", ""),
        ):  # fmt: skip
            first = SCREENS[kind](desk, about, 1)
            for page in range(1, first.pages + 1):
                view = laid_out(SCREENS[kind](desk, about, page))
                assert view.content_length() <= 4000, (kind, page)
                assert view.total_children_count <= 40, (kind, page)
            beyond = SCREENS[kind](desk, about, 99)
            assert beyond.page == first.pages
    assert first.pages >= 1


async def test_a_round_s_thread_is_linked(staffroom: Staffroom) -> None:
    school = staffroom.school
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    assert f"<#{thread.id}>" in await look(staffroom, "review round", round=1)
    assert newest(thread)


@pytest.mark.parametrize("shape", FORMATS)
async def test_the_class_is_exported_in_every_format(staffroom: Staffroom, mind: Mind, shape: str) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, f"=cmd {CLAIM}", "END")
    practise(school, mind, school.ben, CLAIM)
    result = await staffroom.teacher.slash(staffroom.channel, "review export", format=shape)
    (message,) = answers(result)
    (file,) = message.attachments
    assert file.filename == FORMATS[shape]
    content = (await file.read()).decode()
    assert "ann" in content
    assert "ben" in content
    if shape == "csv":
        assert "'=cmd" in content
    if shape == "html":
        assert "<svg" in content
        assert "<script" not in content


async def test_an_export_is_of_what_was_asked_for_with_pseudonyms_if_so_wished(
    staffroom: Staffroom, mind: Mind
) -> None:
    school = staffroom.school
    practise(school, mind, school.ann, CLAIM)
    practise(school, mind, school.ben, "Trotsky was arrogant and nobody liked him", side="against")

    async def content(**options: Any) -> str:
        (message,) = answers(await staffroom.teacher.slash(staffroom.channel, "review export", **options))
        return (await message.attachments[0].read()).decode()

    one = await content(format="markdown", student="ann", names="pseudonyms")
    assert "student 1" in one
    assert "ann" not in one.replace("Annual", "")
    assert "arrogant" not in one
    assert "arrogant" in await content(format="csv", round=2)
    assert "Trotsky" in await content(format="argdown", round=2)
    result = await staffroom.teacher.slash(staffroom.channel, "review export", format="argdown")
    assert "Name the round" in refused(school, result)
    result = await staffroom.teacher.slash(staffroom.channel, "review export", round=7)
    assert "no round 7 here" in refused(school, result)


@pytest.fixture
def small_uploads(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Let the server take small files only."""
    limit = {"bytes": 0}
    original = interactions.base_payload

    def small(*args: Any, **kwargs: Any) -> Any:
        record, payload = original(*args, **kwargs)
        return record, payload | {"attachment_size_limit": limit["bytes"]}

    monkeypatch.setattr(interactions, "base_payload", small)
    return limit


async def test_an_export_larger_than_the_server_takes_is_zipped_or_split_and_that_is_said(
    staffroom: Staffroom, mind: Mind, small_uploads: dict[str, int]
) -> None:
    school = staffroom.school
    for _ in range(4):
        practise(school, mind, school.ann, MISTAKEN, WEAK, WEAK, "END")
    small_uploads["bytes"] = 10**7
    (whole,) = answers(await staffroom.teacher.slash(staffroom.channel, "review export", format="csv"))
    small_uploads["bytes"] = whole.attachments[0].size - 1
    (zipped,) = answers(await staffroom.teacher.slash(staffroom.channel, "review export", format="csv"))
    assert "larger than Discord takes here" in zipped.content
    archive = zipfile.ZipFile(io.BytesIO(await zipped.attachments[0].read()))
    assert archive.namelist() == ["class.csv"]
    small_uploads["bytes"] = zipped.attachments[0].size - 1
    parts = answers(await staffroom.teacher.slash(staffroom.channel, "review export", format="csv"))
    assert len(parts) >= 2
    assert f"in {len(parts)} parts" in parts[0].content
    assert all(message.ephemeral for message in parts)


async def test_no_review_touches_the_record_on_the_event_loop(
    staffroom: Staffroom, simcord_bot: DebateBot, mind: Mind
) -> None:
    school: School = staffroom.school
    practise(school, mind, school.ann, MISTAKEN, WEAK)
    threads: set[int] = set()

    def watch(record: Any) -> None:
        record.db.conn.set_trace_callback(lambda _: threads.add(threading.get_ident()))

    await simcord_bot.classes.run(school.guild.id, watch)
    for name in ("rounds", "class", "unrecognised", "export", "comment"):
        await look(staffroom, f"review {name}")
    await look(staffroom, "review student", student="ann")
    await look(staffroom, "assignment status")
    await look(staffroom, "settings show")
    assert threads
    assert threading.get_ident() not in threads


async def test_days_and_students_are_suggested(staffroom: Staffroom, mind: Mind, simcord_env: simcord.Env) -> None:
    school, teacher = staffroom.school, staffroom.teacher
    practise(school, mind, school.ann, CLAIM)
    found = await teacher.autocomplete(staffroom.channel, "review rounds", "student", "AN")
    assert found == [{"name": "ann", "value": str(school.ann.id)}]
    found = await teacher.autocomplete(staffroom.channel, "review rounds", "since", "fri")
    assert found[0]["value"] == "2026-02-27"
    found = await teacher.autocomplete(staffroom.channel, "review comment", "turn", "", round=1)
    assert [item["value"] for item in found] == [1]
    found = await teacher.autocomplete(staffroom.channel, "review correct", "argument", "none")
    assert found[0]["value"] == "none"
