"""Whole rounds through a real process: scripted, killed, with a full disk, and at a pseudo-terminal."""

from __future__ import annotations

import json
import os
import pty
import resource
import select
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
MUSEUM = {**os.environ, "DEBATE_BOT_ARGUMENTS": str(ROOT / "tests" / "base" / "museum")}

TEN_TURNS: tuple[tuple[str, set[str]], ...] = (
    ("he put his mates in all the top jobs", {"heard", "challenge", "question", "source"}),
    ("/hint", {"hint"}),
    ("everyone knew he had total control", {"assessment"}),
    (
        "/redraft It still holds because in 1923 the lists covered 3,500 posts, so officials depended on him.",
        {"notice", "assessment"},
    ),
    ("/evidence", {"source"}),
    (
        "Lenin died in 1925 and then Stalin let in workers in the Lenin enrolment who owed everything to him",
        {"correction", "challenge", "question"},
    ),
    ("/concede", {"question"}),
    (
        "What is left is that 241,600 joined in 1924, and they voted as the secretaries wanted, so the left lost.",
        {"assessment"},
    ),
    ("/evidence", {"source"}),
    ("/end", {"notice", "feedback"}),
)
SMALL_ROUND = (
    "The museum took it without asking anyone in Tarland.",
    "/hint",
    "That still counts because in 1897 Captain Hale had no papers, which meant that nobody had agreed.",
    "dunno",
    "its their heritage not ours",
    "/redraft In a glass case it has lost its purpose.",
    "/evidence",
    "Even so it belongs there, because it rang in the church until 1897.",
    "To a large extent, because it was taken; safety matters less than that.",
    "To a large extent, because it was taken in 1897; safety matters less than that, since the tower can be mended.",
)


def command(*words: str, data: Path) -> list[str]:
    return [sys.executable, "-m", "bot", *words, "--data", str(data)]


def run(*words: str, data: Path, stdin: str = "", **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words, data=data), input=stdin, capture_output=True, cwd=ROOT, text=True, check=False, **more
    )


def said_and_done(data: Path, number: int = 1) -> list[tuple[str, str, str]]:
    """Give who spoke, what kind of turn it was, and the words, for every turn."""
    with sqlite3.connect(data / "terminal.db") as db:
        sql = "select speaker, kind, text from turns where round = ? order by number"
        return db.execute(sql, [number]).fetchall()


def ended(data: Path) -> str | None:
    """Say how the first round ended, if it did."""
    with sqlite3.connect(data / "terminal.db") as db:
        how: str | None = db.execute("select how from rounds where id = 1").fetchone()[0]
    return how


def plays(data: Path, *lines: str) -> subprocess.CompletedProcess[str]:
    words = ("practise", "--side", "for", "--seed", "1", "--exchanges", "2")
    return run(*words, data=data, stdin="".join(f"{line}\n" for line in lines), env=MUSEUM)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder in which the small round was played to its end."""
    path = tmp_path_factory.mktemp("data")
    done = plays(path, *SMALL_ROUND)
    assert done.returncode == 0, done.stderr
    return path


def test_ten_turns_in_a_real_process_read_as_a_transcript(fresh: Path) -> None:
    played = run("practise", "--side", "for", "--seed", "1", data=fresh, stdin="\n".join(turn for turn, _ in TEN_TURNS))
    assert (played.returncode, played.stderr) == (0, "")
    lines = played.stdout.splitlines()
    assert lines[0].startswith("Motion: Stalin's position")
    typed = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
    assert typed == [turn for turn, _ in TEN_TURNS]
    shown = json.loads(run("show", "1", "--json", data=fresh).stdout)
    answers = [turn for turn in shown["turns"] if turn["speaker"] == "bot"]
    assert [turn["speaker"] for turn in shown["turns"]] == ["student", "bot"] * 10
    for (turn, needed), answer in zip(TEN_TURNS, answers, strict=True):
        assert needed <= {line["role"] for line in answer["lines"]}, turn
    assert all(line["text"] in played.stdout for turn in answers for line in turn["lines"])


def test_kill_9_after_every_turn_comes_to_the_same_end(data: Path, tmp_path: Path) -> None:
    words = command("practise", "--side", "for", "--seed", "1", "--exchanges", "2", data=tmp_path)
    for turn in SMALL_ROUND:
        playing = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True, env=MUSEUM
        )
        assert playing.stdin
        assert playing.stdout
        playing.stdin.write(f"{turn}\n")
        playing.stdin.flush()
        for line in playing.stdout:  # until the answer has been said, which ends with an empty line
            if line.startswith("> "):
                break
        assert any(line == "\n" for line in playing.stdout)
        playing.kill()
        playing.communicate()
        if ended(tmp_path):
            break
    assert ended(tmp_path) == "finished"
    assert said_and_done(tmp_path) == said_and_done(data)


def test_a_round_can_be_listed_shown_and_replayed(data: Path) -> None:
    listed = json.loads(run("rounds", "--json", data=data).stdout)
    assert (listed["id"], listed["side"], listed["how"]) == (1, "for", "finished")
    line = run("rounds", data=data).stdout
    assert "for      standard  finished" in line
    assert line.endswith("  me\n")
    plain = run("show", "1", "--why", data=data).stdout
    assert "Round 1: for, standard, 2 exchanges, finished" in plain
    assert "seed 1" in plain
    assert "chosen because " in plain
    assert "quality " in plain
    assert "nearest phrasing" in plain
    whole = json.loads(run("show", "1", "--json", data=data).stdout)
    assert [turn["text"] for turn in whole["turns"]] == [text for *_, text in said_and_done(data)]
    assert run("replay", "1", data=data, env=MUSEUM).stdout == "Every answer is the same.\n"


@pytest.mark.parametrize("command", ["show", "replay"])
def test_a_round_that_is_not_there_is_said(data: Path, command: str) -> None:
    done = run(command, "99", data=data, env=MUSEUM)
    assert done.returncode == 2
    assert "There is no round 99" in done.stderr


def test_a_changed_answer_is_told_by_replay(data: Path, tmp_path: Path) -> None:
    with sqlite3.connect(data / "terminal.db") as db, sqlite3.connect(tmp_path / "terminal.db") as copy:
        db.backup(copy)
        copy.execute("update turns set text = 'Something else.' where number = 2")
    done = run("replay", "1", data=tmp_path, env=MUSEUM)
    assert (done.returncode, done.stdout) == (1, "Turns that differ: 2.\n")


def test_new_closes_the_open_round_and_starts_another(tmp_path: Path) -> None:
    plays(tmp_path, SMALL_ROUND[0])
    done = run("practise", "--new", "--seed", "2", data=tmp_path, stdin="", env=MUSEUM)
    assert "Round 1 is closed" in done.stdout
    assert "Round 2 is kept" in done.stdout
    states = [json.loads(line)["how"] for line in run("rounds", "--json", data=tmp_path).stdout.splitlines()]
    assert states == ["open", "closed"]
    assert run("practise", "--new", "--motion", "typo", data=tmp_path, env=MUSEUM).returncode == 2
    assert json.loads(run("rounds", "--json", data=tmp_path).stdout.splitlines()[0])["how"] == "open"


def test_swap_argues_the_last_round_from_the_other_side(data: Path, tmp_path: Path) -> None:
    assert "to swap sides in" in run("practise", "--swap", data=tmp_path, env=MUSEUM).stderr
    plays(tmp_path, SMALL_ROUND[0], "/end")
    swapped = run("practise", "--swap", data=tmp_path, env=MUSEUM).stdout
    assert "Your side: against" in swapped
    assert "Taken unfairly" in swapped


def test_progress_says_what_all_rounds_of_a_student_come_to(data: Path, tmp_path: Path) -> None:
    assert "Feedback" not in run("progress", data=data, env=MUSEUM).stdout
    assert "Taken unfairly" in run("progress", data=data, env=MUSEUM).stdout
    assert run("progress", "--student", "nobody", data=data, env=MUSEUM).returncode == 0
    assert run("progress", data=tmp_path / "none", env=MUSEUM).returncode == 0


@pytest.mark.parametrize("words", [("practise",), ("rounds",), ("show", "1"), ("replay", "1")])
def test_a_record_that_cannot_be_used_says_what_to_do_and_exits_with_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder", encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "terminal.db").write_text("This is no database. " * 100, encoding="utf-8")
    places = [other] if words != ("practise",) else [other, file / "below"]
    for place in places:
        done = run(*words, data=place, env=MUSEUM)
        assert done.returncode == 2, place
        assert done.stderr.startswith(f"The record {place / 'terminal.db'} cannot be used")
        assert "--data" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_damaged_record_says_so(data: Path, tmp_path: Path) -> None:
    with sqlite3.connect(data / "terminal.db") as db, sqlite3.connect(tmp_path / "terminal.db") as copy:
        db.backup(copy)
    whole = (tmp_path / "terminal.db").read_bytes()
    (tmp_path / "terminal.db").write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    done = run("show", "1", data=tmp_path)
    assert done.returncode == 2
    assert "--data" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_its_own_is_one_calm_line_and_a_new_round_is_a_way_out(data: Path, tmp_path: Path) -> None:
    plays(tmp_path, SMALL_ROUND[0])
    with sqlite3.connect(tmp_path / "terminal.db") as db:
        db.execute("update turns set state = '{}' where speaker = 'bot'")
    done = run("practise", data=tmp_path, env=MUSEUM)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "`debate-bot practise --new`" in done.stderr
    assert run("practise", "--new", data=tmp_path, env=MUSEUM).returncode == 0


def test_a_missing_data_folder_is_made_by_practising_and_left_alone_by_looking(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "down"
    assert run("rounds", data=place).stdout.startswith("No rounds in ")
    assert run("show", "1", data=place).returncode == 2
    assert not place.exists()
    assert run("practise", data=place, env=MUSEUM).returncode == 0
    assert (place / "terminal.db").is_file()


def test_a_full_disk_ends_the_round_with_what_to_do_and_loses_no_answered_turn(data: Path, tmp_path: Path) -> None:
    plays(tmp_path)
    size = 60_000

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = run("practise", data=tmp_path, stdin="\n".join(SMALL_ROUND), env=MUSEUM, preexec_fn=small_disk)
    assert done.returncode == 2
    assert "free the disk" in done.stderr
    assert "Traceback" not in done.stderr
    answered = done.stdout.count("\n\n") - 1  # the opening ends with an empty line too
    kept = [text for speaker, _, text in said_and_done(tmp_path) if speaker == "student"]
    assert kept[:answered] == [turn.removeprefix("/redraft ") for turn in SMALL_ROUND[:answered] if turn[:3] != "/hi"]


def test_a_broken_base_is_refused_and_points_at_check(tmp_path: Path) -> None:
    motion = tmp_path / "base" / "empty"
    motion.mkdir(parents=True)
    (motion / "motion.yaml").write_text("id: other\n", encoding="utf-8")
    broken = {**os.environ, "DEBATE_BOT_ARGUMENTS": str(tmp_path / "base")}
    done = run("practise", data=tmp_path / "data", env=broken)
    assert done.returncode == 2
    assert "debate-bot check" in done.stderr
    assert "Traceback" not in done.stderr


def test_bytes_that_are_no_text_and_no_stdin_at_all_do_no_harm(tmp_path: Path) -> None:
    words = command("practise", "--side", "for", data=tmp_path)
    done = subprocess.run(words, input=b"\xff\xfe\x00\n", capture_output=True, cwd=ROOT, env=MUSEUM, check=True)
    assert b"Round 1 is kept" in done.stdout
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *words], capture_output=True, cwd=ROOT, env=MUSEUM, check=True
    )
    assert b"Round 1 is kept" in closed.stdout


def test_a_reader_that_goes_away_ends_it_quietly(data: Path) -> None:
    for words in (("practise", "--student", "ben"), ("show", "1")):
        line = f"{sys.executable} -m bot {' '.join(words)} --data {data} | head -n 1"
        done = subprocess.run(["sh", "-c", line], input="", capture_output=True, cwd=ROOT, text=True, env=MUSEUM)
        assert done.stderr == ""


def test_a_disk_that_takes_no_output_says_so(data: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run(command("show", "1", data=data), stdout=full, stderr=subprocess.PIPE, cwd=ROOT, text=True)
    assert done.returncode == 2
    assert "could not read or write" in done.stderr
    assert "Traceback" not in done.stderr


class Terminal:
    """A person's terminal: a real process at the other end of a pseudo-terminal."""

    def __init__(self, *words: str, data: Path, **environment: str) -> None:
        self.screen, other = pty.openpty()
        self.seen = ""
        self.process = subprocess.Popen(
            command("practise", *words, data=data),
            stdin=other,
            stdout=other,
            stderr=other,
            cwd=ROOT,
            env={**MUSEUM, "TERM": "xterm-256color", "COLUMNS": "60", **environment},
            start_new_session=True,
        )
        os.close(other)

    def until(self, wanted: str) -> str:
        """Read on until something shows, and give what was read; what never shows fails after a minute."""
        read = ""
        while wanted not in read:
            ready, _, _ = select.select([self.screen], [], [], 60)
            assert ready, f"{wanted!r} never showed: {read!r}"
            read += os.read(self.screen, 4096).decode("utf-8", "replace")
        self.seen += read
        return read

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def interrupt(self) -> None:
        """Send what Ctrl-C sends, again while readline has not begun to listen for it."""
        for _ in range(60):
            self.process.send_signal(signal.SIGINT)
            if select.select([self.screen], [], [], 1)[0]:
                return

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.screen)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Any]:
    opened: list[Terminal] = []

    def open_(*words: str, **environment: str) -> Terminal:
        opened.append(Terminal(*words, data=tmp_path, **environment))
        return opened[-1]

    yield open_
    for item in opened:
        item.close()


def test_at_a_terminal_a_round_has_panels_line_editing_and_a_way_back(terminal: Any, tmp_path: Path) -> None:
    first = terminal("--side", "for", "--seed", "1")
    assert "╭─" in first.until("your claim> ")
    first.type("\x1b[200~its their heritage\nnot ours\x1b[201~\r")  # a paste of two lines is one turn
    assert "Challenge" in first.until("your reply (1 of 3)> ")
    first.type("/hi\t\r")  # Tab completes
    first.until("your reply (1 of 3)> ")
    first.type("\x04")
    first.until("Round 1 is kept")
    assert first.process.wait() == 0
    texts = [(kind, text) for speaker, kind, text in said_and_done(tmp_path) if speaker == "student"]
    assert texts == [("claim", "its their heritage not ours"), ("hint", "")]

    second = terminal()
    assert "Round 1 is still open" in second.until("[Y/n] ")
    second.type("\r")
    assert "Challenge" in second.until("your reply (1 of 3)> ")
    second.interrupt()
    second.until("Round 1 is kept")
    assert second.process.wait() == 0

    third = terminal(NO_COLOR="1")
    third.until("[Y/n] ")
    third.type("n\r")
    assert "Round 1 is closed" in third.until("your claim> ")
    assert "\x1b[3" not in third.seen.replace("\x1b[3m", "")


def test_a_dumb_terminal_gets_plain_lines(terminal: Any) -> None:
    dumb = terminal(TERM="dumb")
    assert "\x1b" not in dumb.until("your claim> ")
