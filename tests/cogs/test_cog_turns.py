"""A round as a student plays it in Discord."""

from __future__ import annotations

import pytest
import simcord
from reading import custom_ids, labels, text
from school import MakeBot, School, newest, open_record, play, start

from bot.cogs.client import DebateBot

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"
REPLY = "In December 1925 the delegates whom he had picked shouted Zinoviev down, which shows that posts bought votes."
JUDGEMENT = (
    "To a large extent the post explains it, because it gave him the delegates. However, Trotsky's errors mattered "
    "too. The post mattered more, since without it he could not have used those errors."
)


async def test_a_claim_is_echoed_heard_and_challenged_with_a_source(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    answer = await play(school.ann, thread, "Make my claim", CLAIM)
    assert f"> {CLAIM}" in text(answer)
    assert "Patronage" in text(answer)
    assert "\n### " in text(answer)
    assert "\n-# Source: " in text(answer)
    assert labels(answer) == ["Reply", "Hint", "Show evidence", "Redraft", "Concede", "End"]


async def test_the_question_is_in_sight_while_the_reply_is_written(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    answer = await play(school.ann, thread, "Make my claim", CLAIM)
    question = text(answer).split("### ")[1].split("\n")[0]
    shown = await school.ann.click(answer, label="Reply")
    assert f"**{question}**" in str(shown.modal)


@pytest.mark.parametrize("level", ["guided", "standard", "tough"])
async def test_a_round_goes_from_claim_to_feedback(school: School, level: str) -> None:
    thread = await start(school, school.ann, side="for", level=level, length=2)
    label = "Make my claim"
    for _ in range(12):
        words = {"Make my claim": CLAIM, "Give my judgement": JUDGEMENT}.get(label, REPLY)
        answer = await play(school.ann, thread, label, words)
        label = labels(answer)[0]
        if label == "Swap sides":
            break
    assert labels(answer) == ["Swap sides", "New round"]
    assert "### Your feedback" in text(answer)
    with open_record(school) as record:
        (row,) = record.rounds()
        assert row["how"] == "finished"
        assert row["thread"] == str(thread.id)


async def test_only_the_newest_message_has_buttons(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    await school.ann.click(newest(thread), label="Hint")
    with_buttons = [message for message in thread.history() if labels(message)]
    assert [message.id for message in with_buttons] == [newest(thread).id]


async def test_hint_evidence_and_concession_are_answered_in_the_thread(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    for label, said in (
        ("Hint", "You asked for a hint."),
        ("Show evidence", "You asked for evidence."),
        ("Concede", "You conceded the point."),
    ):
        await school.ann.click(newest(thread), label=label)
        assert said in text(newest(thread))
        assert "Reply" in labels(newest(thread))


async def test_a_redraft_starts_from_the_words_it_replaces_and_both_are_kept(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    shown = await school.ann.click(newest(thread), label="Redraft")
    assert CLAIM in str(shown.modal)
    better = f"{CLAIM}, such as Molotov and Kaganovich."
    await school.ann.submit_modal(shown, {"words": better})
    assert "Your new version" in text(newest(thread))
    with open_record(school) as record:
        first, _, second, _ = record.turns(1)
        assert (first["text"], second["text"]) == (CLAIM, better)
        assert second["draft_of"] == first["id"]


async def test_an_unsure_claim_offers_its_guesses_as_buttons(school: School, unsure: str) -> None:
    thread = await start(school, school.ann, side="for")
    answer = await play(school.ann, thread, "Make my claim", unsure)
    assert labels(answer)[3:] == ["None of these", "Say it another way", "Hint", "End"]
    guess = labels(answer)[0]
    await school.ann.click(answer, label=guess)
    assert f"You picked: {guess}" in text(newest(thread))
    assert "Reply" in labels(newest(thread))


async def test_ending_asks_once_more_and_then_gives_feedback(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    asked = await school.ann.click(newest(thread), label="End")
    assert asked.ephemeral
    assert asked.response is not None
    await school.ann.click(asked.response, label="End the round")
    assert "### Your feedback" in text(newest(thread))
    assert labels(newest(thread)) == ["Swap sides", "New round"]


async def test_a_mention_or_a_reply_counts_as_a_turn(school: School, simcord_bot: DebateBot) -> None:
    thread = await start(school, school.ann, side="for")
    await school.ann.send(thread, f"<@{simcord_bot.user.id}> {CLAIM}")
    assert "Patronage" in text(newest(thread))
    await school.ann.send(thread, REPLY, reply_to=newest(thread))
    with open_record(school) as record:
        assert [turn["text"] for turn in record.turns(1) if turn["speaker"] == "student"] == [CLAIM, REPLY]


async def test_a_plain_message_is_no_turn_without_the_intent_and_that_is_said_once(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await school.ann.send(thread, CLAIM)
    assert "Press the button" in text(newest(thread))
    before = len(thread.history())
    await school.ann.send(thread, CLAIM)
    assert len(thread.history()) == before + 1
    with open_record(school) as record:
        assert record.turns(1) == []


async def test_a_plain_message_is_a_turn_where_operator_and_class_allow_it(
    school: School, simcord_env: simcord.Env, make_bot: MakeBot
) -> None:
    await simcord_env.restart_bot(make_bot(message_content=True))
    thread = await start(school, school.ann, side="for")
    await school.ann.send(thread, CLAIM)
    assert "Patronage" in text(newest(thread))
    with open_record(school) as record:
        record.db.table("settings").insert({"name": "plain_messages", "value": "false"})
    await school.ann.send(thread, REPLY)
    assert "Press the button" in text(newest(thread))


async def test_talk_after_the_end_of_a_round_is_left_alone(
    school: School, simcord_env: simcord.Env, make_bot: MakeBot
) -> None:
    await simcord_env.restart_bot(make_bot(message_content=True))
    thread = await start(school, school.ann, side="for")
    await school.ann.slash(thread, "debate end")
    before = len(thread.history())
    await school.ann.send(thread, "That was fun!")
    assert len(thread.history()) == before + 1


async def test_others_may_talk_in_the_thread_without_being_heard(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    await school.teacher.send(thread, "Good start!", reply_to=newest(thread))
    with open_record(school) as record:
        assert record.turns(1) == []


async def test_somebody_elses_press_is_refused_privately(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    for label in ("Make my claim", "Hint", "End"):
        result = await school.teacher.click(newest(thread), label=label)
        assert result.ephemeral
        assert result.response is not None
        assert "somebody else" in result.response.content
    with open_record(school) as record:
        assert record.turns(1) == []


@pytest.mark.parametrize(
    "words", ["@everyone @here " + CLAIM, "<@&1> <@2> " + CLAIM, "# big\n```code``` ||spoiler|| [a](http://b) " + CLAIM]
)
async def test_nothing_that_a_student_writes_pings_or_formats(school: School, words: str) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", words)
    for request in school.env.http_requests:
        if isinstance(request.json, dict) and request.method == "POST" and "messages" in request.path:
            assert request.json.get("allowed_mentions", {}).get("parse") == []
    echo = text(newest(thread)).split("\n")
    assert not any(line.startswith(("# ", "```")) for line in echo)


@pytest.mark.parametrize("words", ["*" * 4000, "*\n" * 2000, "Stalin " * 571, "\U0001f600" * 2000, "a b. " * 800])
async def test_the_longest_turn_is_shown_whole_within_discords_limits(school: School, words: str) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", words)
    shown = [message for message in thread.history() if message.author.bot]
    for message in shown:
        assert sum(len(part.encode("utf-16-le")) // 2 for part in [text(message)]) <= 4000
    assert labels(newest(thread))
    with open_record(school) as record:
        assert record.turns(1)[0]["text"] == words


async def test_an_empty_turn_is_refused_privately_and_changes_nothing(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    shown = await school.ann.click(newest(thread), label="Make my claim")
    result = await school.ann.submit_modal(shown, {"words": "   "})
    assert "no words" in result.followups[0].content
    assert result.followups[0].ephemeral
    assert labels(newest(thread))[0] == "Make my claim"
    with open_record(school) as record:
        assert record.turns(1) == []


async def test_a_buttons_id_stays_within_discords_limit(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    assert all(0 < len(custom_id) <= 100 for custom_id in custom_ids(newest(thread)).values())
