"""What goes wrong in Discord: restarts, double presses, deliveries twice, archived and deleted threads, faults."""

from __future__ import annotations

import io
import json
import logging
import threading
from datetime import UTC, datetime

import pytest
import simcord
from delivering import deliver, press, submit
from reading import custom_ids, labels, text
from school import MakeBot, School, make_school, newest, open_record, play, start

from bot.cli.logs import JsonLines
from bot.cogs.client import DebateBot

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"
REPLY = "In December 1925 the delegates whom he had picked shouted Zinoviev down, which shows that posts bought votes."


def student_turns(school: School, number: int = 1) -> list[str]:
    with open_record(school) as record:
        return [turn["text"] or turn["kind"] for turn in record.turns(number) if turn["speaker"] == "student"]


async def test_old_buttons_work_after_a_restart(school: School, make_bot: MakeBot) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    await school.env.restart_bot(make_bot())
    await school.ann.click(newest(thread), label="Hint")
    assert "Hint:" in text(newest(thread))
    await play(school.ann, thread, "Reply", REPLY)
    assert student_turns(school) == [CLAIM, "hint", REPLY]


async def test_words_written_over_a_restart_are_not_lost(school: School, make_bot: MakeBot) -> None:
    thread = await start(school, school.ann, side="for")
    shown = await school.ann.click(newest(thread), label="Make my claim")
    await school.env.restart_bot(make_bot())
    await school.ann.submit_modal(shown, {"words": CLAIM})
    assert student_turns(school) == [CLAIM]
    assert "Patronage" in text(newest(thread))


async def test_an_interaction_that_comes_twice_is_one_turn(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    shown = await school.ann.click(newest(thread), label="Make my claim")
    assert shown.modal is not None
    payload = submit(school.ann, newest(thread), shown.modal["custom_id"], CLAIM)
    await deliver(school.env, payload, payload)
    assert student_turns(school) == [CLAIM]
    assert len([message for message in thread.history() if "Patronage" in text(message)]) == 1


async def test_words_sent_twice_from_one_form_are_one_turn(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    opening = newest(thread)
    shown = await school.ann.click(opening, label="Make my claim")
    assert shown.modal is not None
    twice = [submit(school.ann, opening, shown.modal["custom_id"], CLAIM) for _ in range(2)]
    await deliver(school.env, *twice)
    assert student_turns(school) == [CLAIM]


@pytest.mark.parametrize("label", ["Concede", "Hint", "Show evidence"])
async def test_a_double_press_is_one_turn(school: School, label: str) -> None:
    thread = await start(school, school.ann, side="for")
    answer = await play(school.ann, thread, "Make my claim", CLAIM)
    custom_id = custom_ids(answer)[label]
    await deliver(school.env, press(school.ann, answer, custom_id), press(school.ann, answer, custom_id))
    assert len(student_turns(school)) == 2


async def test_a_double_start_opens_one_round(school: School) -> None:
    await start(school, school.ann)
    again = await school.ann.slash(school.channel, "debate start")
    assert len(school.channel.threads) == 1
    assert again.response is not None
    assert "round open" in again.response.content


async def test_two_turns_sent_at_once_are_taken_and_answered_in_order(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    opening = newest(thread)
    shown = await school.ann.click(opening, label="Make my claim")
    assert shown.modal is not None
    custom_id = shown.modal["custom_id"]
    await deliver(
        school.env, submit(school.ann, opening, custom_id, CLAIM), submit(school.ann, opening, custom_id, REPLY)
    )
    assert student_turns(school) == [CLAIM, REPLY]
    answers = [text(message) for message in thread.history() if message.author.bot]
    assert f"> {CLAIM}" in answers[-2]
    assert f"> {REPLY}" in answers[-1]


async def test_an_old_button_points_to_where_the_round_is(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    answer = await play(school.ann, thread, "Make my claim", CLAIM)
    old = custom_ids(answer)["Concede"]
    await play(school.ann, thread, "Reply", REPLY)
    await deliver(school.env, press(school.ann, answer, old))
    assert student_turns(school) == [CLAIM, REPLY]
    (said,) = [request.json["content"] for request in school.env.http_requests if "Go on here" in str(request.json)]
    assert said.endswith(newest(thread).jump_url)


@pytest.mark.parametrize("status", [500, 503])
async def test_a_turn_whose_answer_gets_lost_is_kept_and_answered_at_the_next_press(
    school: School, status: int
) -> None:
    thread = await start(school, school.ann, side="for")
    opening = newest(thread)
    shown = await school.ann.click(opening, label="Make my claim")
    for path in ("/webhooks/*", "/channels/*/messages"):
        school.env.inject_error("POST", path, status=status, times=None)
    await school.ann.submit_modal(shown, {"words": CLAIM})
    assert student_turns(school) == [CLAIM]
    assert newest(thread).id == opening.id
    school.env.backend.faults.clear()
    result = await school.ann.click(opening, label="Make my claim")
    assert "Patronage" in text(newest(thread))
    assert result.ephemeral
    assert student_turns(school) == [CLAIM]


async def test_an_answer_lost_before_a_restart_is_given_at_the_next_press(school: School, make_bot: MakeBot) -> None:
    await start(school, school.ben)  # so that the number of the round is that of its answer, 2
    thread = await start(school, school.ann, side="for")
    opening = newest(thread)
    shown = await school.ann.click(opening, label="Make my claim")
    for path in ("/webhooks/*", "/channels/*/messages"):
        school.env.inject_error("POST", path, status=500, times=None)
    await school.ann.submit_modal(shown, {"words": CLAIM})
    school.env.backend.faults.clear()
    await school.env.restart_bot(make_bot())
    await school.ann.click(opening, label="Make my claim")
    assert "Patronage" in text(newest(thread))


async def test_a_turn_stored_and_not_answered_before_a_crash_is_answered(school: School, make_bot: MakeBot) -> None:
    thread = await start(school, school.ann, side="for")
    with open_record(school) as record:
        record.add_turn(
            1,
            "student",
            "say",
            CLAIM,
            datetime(2026, 3, 2, 9, tzinfo=UTC),
            said='{"kind": "say", "number": 0}',
            token="x",
        )
    await school.env.restart_bot(make_bot())
    await school.ann.click(newest(thread), label="Make my claim")
    assert "Patronage" in text(newest(thread))
    assert student_turns(school) == [CLAIM]


async def test_a_message_whose_answer_got_lost_and_is_sent_again_is_one_turn(
    school: School, simcord_bot: DebateBot
) -> None:
    thread = await start(school, school.ann, side="for")
    said = f"<@{simcord_bot.user.id}> {CLAIM}"
    school.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    await school.ann.send(thread, said)
    school.env.backend.faults.clear()
    await school.ann.send(thread, said)
    assert student_turns(school) == [CLAIM]
    assert "Patronage" in text(newest(thread))


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 40060), (500, 0), (429, 0)])
async def test_a_press_that_cannot_be_acknowledged_is_still_answered_in_the_thread(
    school: School, status: int, code: int
) -> None:
    thread = await start(school, school.ann, side="for")
    shown = await school.ann.click(newest(thread), label="Make my claim")
    school.env.inject_error("POST", "/interactions/*", status=status, code=code)
    await school.ann.submit_modal(shown, {"words": CLAIM})
    assert student_turns(school) == [CLAIM]
    assert "Patronage" in text(newest(thread))


async def test_an_archived_thread_is_opened_again_by_resume(school: School, simcord_bot: DebateBot) -> None:
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    await simcord_bot.get_channel(thread.id).edit(archived=True)
    await school.env.settle()
    result = await school.ann.slash(school.channel, "debate resume")
    assert result.ephemeral
    assert not simcord_bot.get_channel(thread.id).archived
    assert "Here is where we were." in text(newest(thread))
    await play(school.ann, thread, "Reply", REPLY)
    assert student_turns(school) == [CLAIM, REPLY]


@pytest.mark.parametrize("what", ["thread", "channel"])
async def test_a_deleted_thread_or_channel_closes_the_round(school: School, what: str) -> None:
    thread = await start(school, school.ann, side="for")
    school.env.backend.delete_channel(thread.id if what == "thread" else school.channel.id)
    await school.env.settle()
    with open_record(school) as record:
        assert record.round(1)["how"] == "closed"


async def test_a_thread_deleted_while_the_bot_was_away_closes_the_round_at_the_next_start(
    school: School, make_bot: MakeBot
) -> None:
    thread = await start(school, school.ann, side="for")
    del school.env.backend.channels[thread.id]
    school.env.backend.get_guild(school.guild.id).thread_ids.remove(thread.id)
    await school.env.restart_bot(make_bot())
    with open_record(school) as record:
        assert record.round(1)["how"] == "closed"
    await start(school, school.ann)


async def test_a_deleted_message_does_no_harm(school: School) -> None:
    thread = await start(school, school.ann, side="for")
    opening = newest(thread)
    shown = await school.ann.click(opening, label="Make my claim")
    assert shown.modal is not None
    payload = submit(school.ann, opening, shown.modal["custom_id"], CLAIM)
    await opening.delete()
    await deliver(school.env, payload)
    assert student_turns(school) == [CLAIM]
    await newest(thread).delete()
    await school.ann.slash(school.channel, "debate resume")
    assert labels(newest(thread))[0] == "Reply"


async def test_a_student_who_was_removed_has_no_open_round_after_the_thread_is_archived(
    school: School, simcord_bot: DebateBot
) -> None:
    thread = await start(school, school.ann, side="for")
    school.guild.remove_member(school.ann)
    await simcord_bot.get_channel(thread.id).edit(archived=True)
    await school.env.settle()
    with open_record(school) as record:
        assert record.round(1)["how"] == "closed"


async def test_a_server_that_removes_the_bot_has_no_open_round(school: School) -> None:
    await start(school, school.ann, side="for")
    school.env.backend.remove_guild(school.guild.id)
    await school.env.settle()
    with open_record(school) as record:
        assert record.round(1)["how"] == "closed"
        assert record.db.execute("select count(*) from departures").fetchone() == (1,)


async def test_a_round_deleted_from_the_record_is_said_to_be_gone(school: School, make_bot: MakeBot) -> None:
    thread = await start(school, school.ann, side="for")
    with open_record(school) as record:
        record.db.execute("delete from rounds")
    await school.env.restart_bot(make_bot())
    result = await school.ann.click(newest(thread), label="Make my claim")
    assert result.response is not None
    assert "no longer have this round" in result.response.content


async def test_while_it_stops_the_bot_takes_no_turn_and_gives_the_words_back(
    school: School, simcord_bot: DebateBot
) -> None:
    thread = await start(school, school.ann, side="for")
    shown = await school.ann.click(newest(thread), label="Make my claim")
    simcord_bot.stopping = True
    result = await school.ann.submit_modal(shown, {"words": CLAIM})
    assert result.ephemeral
    assert f"> {CLAIM}" in text(result.response)
    pressed = await school.ann.click(newest(thread), label="Hint")
    assert pressed.response is not None
    assert "restarting" in pressed.response.content
    refused = await school.ann.slash(school.channel, "help")
    assert refused.response is not None
    assert "restarting" in refused.response.content
    assert student_turns(school) == []


async def test_no_statement_of_sql_is_run_on_the_event_loop(school: School, simcord_bot: DebateBot) -> None:
    threads: set[int] = set()

    def watch(record: object) -> None:
        record.db.conn.set_trace_callback(lambda _: threads.add(threading.get_ident()))  # type: ignore[attr-defined]

    await simcord_bot.classes.run(school.guild.id, watch)
    thread = await start(school, school.ann, side="for")
    await play(school.ann, thread, "Make my claim", CLAIM)
    await school.ann.slash(school.channel, "progress")
    await school.ann.slash(school.channel, "my-data export")
    assert threads
    assert threading.get_ident() not in threads


async def test_many_students_of_many_classes_at_once_each_get_their_answer(
    simcord_env: simcord.Env, make_bot: MakeBot
) -> None:
    schools = [make_school(simcord_env) for _ in range(10)]
    payloads = []
    threads = []
    for school in schools:
        for student in (school.ann, school.ben):
            thread = await start(school, student, side="for")
            shown = await student.click(newest(thread), label="Make my claim")
            assert shown.modal is not None
            payloads.append(submit(student, newest(thread), shown.modal["custom_id"], CLAIM))
            threads.append(thread)
    await deliver(simcord_env, *payloads)
    assert all("Patronage" in text(newest(thread)) for thread in threads)


async def test_no_word_of_a_student_is_in_the_log_whatever_goes_wrong(school: School, simcord_bot: DebateBot) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        thread = await start(school, school.ann, side="for")
        await play(school.ann, thread, "Make my claim", CLAIM)
        school.env.inject_error("POST", "/webhooks/*", status=500)
        await play(school.ann, thread, "Reply", REPLY)
        await school.ann.send(thread, f"<@{simcord_bot.user.id}> {CLAIM}")
        await school.ann.slash(school.channel, "who", name="owed him")
        await simcord_bot.classes.run(school.guild.id, lambda record: record.db.execute("pragma query_only = 1"))
        shown = await school.ann.click(newest(thread), label=labels(newest(thread))[0])
        result = await school.ann.submit_modal(shown, {"words": CLAIM})
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert any(line["event"] == "unexpected error" and line["error"] == "RecordError" for line in lines)
    assert any(line["event"] == "answered" for line in lines)
    assert not [word for word in ("loyal", "owed", "shouted", "Zinoviev") if word in stream.getvalue()]
    assert "not your fault" in result.followups[0].content
    assert result.followups[0].ephemeral
