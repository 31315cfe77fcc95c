"""What a student sees of their own progress."""

from __future__ import annotations

from reading import text
from school import School, open_record, play, start

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"


async def test_progress_shows_what_was_covered_to_the_student_alone(school: School) -> None:
    result = await school.ann.slash(school.channel, "progress")
    assert "nothing to show yet" in text(result.response or result.followups[0])
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    await play(school.ann, thread, "Reply", "Molotov owed him his post, which meant that he voted with him in 1925.")
    with open_record(school) as record:
        record.db.table("comments").insert(
            {"round": 1, "teacher": "1", "text": "Well begun.", "written": "2026-03-02", "released": "2026-03-02"}
        )
        record.db.table("comments").insert({"round": 1, "teacher": "1", "text": "A draft.", "written": "2026-03-02"})
    result = await school.ann.slash(school.channel, "progress")
    assert result.ephemeral
    message = result.response or result.followups[0]
    shown = text(message)
    assert "1 of 9" in shown
    assert "Well begun." in shown
    assert "A draft." not in shown
    assert [file.filename for file in message.attachments] == ["progress.png"]
    assert "quality" in str(message.components)


async def test_every_comment_is_shown_also_before_anything_was_said(school: School) -> None:
    await start(school, school.ann, side="for")
    said = [f"Comment {number} of many." for number in range(1, 8)]
    with open_record(school) as record:
        for words in said:
            record.db.table("comments").insert(
                {"round": 1, "teacher": "1", "text": words, "written": "2026-03-02", "released": "2026-03-02"}
            )
    result = await school.ann.slash(school.channel, "progress")
    shown = "\n".join(text(message) for message in (result.response, *result.followups) if message)
    assert "nothing to show yet" in shown
    assert all(words in shown for words in said)
