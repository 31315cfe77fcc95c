"""A round as a student plays it in Discord."""

from __future__ import annotations

from reading import labels, text
from school import School, play, start

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"


async def test_a_round_begins_with_one_command_and_says_first_what_is_kept(school: School) -> None:
    result = await school.ann.slash(school.channel, "debate start")
    assert result.ephemeral
    (thread,) = school.channel.threads
    opening = thread.last_message
    assert "this thread is private" in text(opening)
    assert "365 days" in text(opening)
    assert "/my-data delete" in text(opening)
    assert labels(opening) == ["Make my claim", "Hint", "End"]


async def test_a_claim_is_echoed_heard_and_challenged_with_a_source(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    answer = await play(school.ann, thread, "Make my claim", CLAIM)
    assert f"> {CLAIM}" in text(answer)
    assert "Patronage" in text(answer)
    assert "\n### " in text(answer)
    assert "\n-# Source: " in text(answer)
    assert labels(answer) == ["Reply", "Hint", "Show evidence", "Redraft", "Concede", "End"]
