"""The teacher's commands as they are typed, on the demo class."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.base.motion import Motion
from bot.cli import cli
from bot.debate.labelled import read_claims
from bot.errors import DebateBotError


@pytest.fixture(scope="module")
def data(fresh: Path) -> Path:
    made = CliRunner().invoke(cli, ["demo", "--data", str(fresh), "--seed", "3"])
    assert made.exit_code == 0, made.output
    assert "debate-bot review class --class demo" in made.output
    return fresh


def run(data: Path, *words: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(cli, [*words, "--data", str(data)])


def review(data: Path, *words: str) -> str:
    done = run(data, "review", *words, "--class", "demo")
    assert done.exit_code == 0, done.output
    return done.output


def test_rounds_are_listed_by_what_is_asked_for(data: Path) -> None:
    listed = review(data, "rounds", "--student", "ben", "--side", "for")
    assert re.search(r"^ *\d+  2\d{3}-\d\d-\d\d \d\d:\d\d  Ben, for, \w+, \w+; met \d of \d", listed, re.MULTILINE)
    assert "against" not in listed.replace("Page", "")
    assert "No rounds like that" in review(data, "rounds", "--since", "2001-01-01", "--until", "2001-01-02")
    hidden = review(data, "rounds", "--student", "ben", "--names", "pseudonyms")
    assert "student " in hidden
    assert "Ben" not in hidden


def test_a_transcript_says_what_was_heard_put_and_assessed(data: Path) -> None:
    text = review(data, "round", "1")
    for words in ("Round 1: ", "Recognised: ", "Challenge: ", "chosen because"):
        assert words in text


def test_a_student_and_the_class_are_reported(data: Path) -> None:
    assert "Never tried, for: " in review(data, "student", "Amara")
    text = review(data, "class")
    assert text.startswith("24 students, ")
    for words in ("Raised by how many students", "Challenges most often not met", "Commonest mistakes of fact"):
        assert words in text


def test_the_class_picture_is_drawn_into_a_folder(data: Path, tmp_path: Path) -> None:
    review(data, "class", "--pictures", str(tmp_path / "drawn"))
    assert sorted(path.name for path in (tmp_path / "drawn").iterdir()) == ["coverage.png", "heatmap.png"]


def test_the_work_list_is_printed_and_written_as_labelled_claims(data: Path, motion: Motion) -> None:
    assert "nearest" in review(data, "unrecognised")
    lines = [line.encode() for line in review(data, "unrecognised", "--json").splitlines()]
    assert len(read_claims(lines, motion, name="claims.jsonl")) == len(lines)
    every = review(data, "unrecognised", "--json", "--unlabelled").splitlines()
    assert len(every) > len(lines)
    assert all({"text", "primary", "nearest"} <= json.loads(line).keys() for line in every)


def test_assignments_are_listed_and_one_says_who_has_done_what(data: Path) -> None:
    listed = review(data, "assignments")
    assert "closed" in listed
    assert "open" in listed
    standing = review(data, "assignments", "1")
    assert "rounds for" in standing
    assert "Zoe" in standing


@pytest.mark.parametrize(("shape", "name"), [("csv", "class.csv"), ("html", "class.html"), ("jsonl", "class.jsonl")])
def test_the_class_is_exported(data: Path, tmp_path: Path, shape: str, name: str) -> None:
    assert name in review(data, "export", "--format", shape, "--out", str(tmp_path))
    assert (tmp_path / name).stat().st_size > 50_000


def test_a_round_is_exported_as_argdown(data: Path, tmp_path: Path) -> None:
    review(data, "export", "--format", "argdown", "--round", "1", "--out", str(tmp_path))
    assert (tmp_path / "round-1.argdown").read_text(encoding="utf-8").startswith("# Round 1: ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("review", "class", "--class", "7b"), "There is no class '7b'"),
        (("review", "class", "--class", "../demo"), "There is no class"),
        (("review", "student", "Nobody", "--class", "demo"), "No student 'Nobody' has practised"),
        (("review", "round", "999", "--class", "demo"), "There is no round 999"),
        (("review", "assignments", "9", "--class", "demo"), "There is no assignment 9"),
        (("review", "export", "--format", "argdown", "--class", "demo"), "Name the round"),
        (("demo",), "already"),
    ],
)
def test_what_cannot_be_done_is_said(data: Path, words: tuple[str, ...], says: str) -> None:
    done = run(data, *words)
    assert isinstance(done.exception, DebateBotError)
    assert says in str(done.exception)


def test_a_class_that_has_not_practised_is_said(tmp_path: Path) -> None:
    from bot.record.store import Record

    Record(tmp_path / "demo.db").close()
    assert "Nobody has practised yet" in review(tmp_path, "class")
    assert "No assignment has been set" in review(tmp_path, "assignments")
    assert "Everything was placed" in review(tmp_path, "unrecognised")


def test_purge_deletes_what_is_past_its_time_and_says_so(data: Path, tmp_path: Path) -> None:
    assert "demo: 0 rounds deleted" in run(data, "purge").output
    (tmp_path / "demo.db").write_bytes((data / "demo.db").read_bytes())
    with sqlite3.connect(tmp_path / "demo.db") as connection:
        for column in ("started", "ended"):
            connection.execute(f"update rounds set {column} = '2001-01-01T00:00:00+00:00' where id < 4")
        connection.execute("update turns set at = '2001-01-01T00:00:00+00:00' where round < 4")
    connection.close()
    assert "demo: 3 rounds deleted" in run(tmp_path, "purge").output
    assert "There is no class" in run(tmp_path / "empty", "purge").output
