from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LABELLED = ROOT / "tests" / "debate"
HIGHER_IS_BETTER = (
    "top-1: the first argument is right",
    "top-3: one of the first three is right",
    "stance",
    "not an argument, rightly left alone",
    "asserted matches right",
    "claims with a mistake: precision",
    "claims with a mistake: recall",
    "quadratic weighted kappa",
    "exact agreement",
)


def debate_bot(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], input=stdin, capture_output=True, cwd=ROOT, check=False
    )


def only_the_first_line(command: str, fresh: Path, line: bytes) -> tuple[bytes, bytes]:
    """Write lines without end, read one answer, close the pipe, and give the answer and what was complained of."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", command, "--data", str(fresh)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        bufsize=0,  # so that nothing is left to write when the pipe is closed
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(line)
        answer = process.stdout.readline()
        process.stdout.close()
        try:
            while True:
                process.stdin.write(line)
        except BrokenPipeError:
            return answer, process.stderr.read()


def figures(text: str) -> dict[str, str]:
    """Give the first figure of each row of the tables in a text."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.startswith("| ")]
    return {row[1]: row[2].split()[0] for row in rows if row[2].split() and row[1] != "figure" and row[1][0] != "-"}


def test_evaluate_prints_and_writes_figures_and_misses_and_readme_promises_no_better(
    fresh: Path, tmp_path: Path
) -> None:
    out = tmp_path / "figures.json"
    done = debate_bot(
        "evaluate", str(LABELLED / "claims.jsonl"), "--baseline", "--json", str(out), "--data", str(fresh),
        "--replies", str(LABELLED / "replies.jsonl"),
    )  # fmt: skip
    printed = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    for words in ("top-1", "by family", "FTS5 bm25", "Taken for another", "Misses: ", "quadratic weighted kappa"):
        assert words in printed
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["claims"]["top1"]["share"] > report["baseline"]["top1"]["share"]
    assert report["claims"]["top1"]["of"] == report["claims"]["arguments"]
    assert sum(map(sum, report["replies"]["matrix"])) == report["replies"]["replies"]
    for miss in report["claims"]["misses"]:
        assert miss["claim"]["text"] in printed
    measured, told = figures(printed), figures((ROOT / "README.md").read_text(encoding="utf-8"))
    assert measured.keys() <= told.keys()
    for figure in HIGHER_IS_BETTER:
        assert float(told[figure]) <= float(measured[figure]) + 0.01, f"README promises too much: {figure}"


def test_replies_can_be_measured_alone(fresh: Path) -> None:
    done = debate_bot("evaluate", "--replies", str(LABELLED / "replies.jsonl"), "--data", str(fresh))
    assert done.returncode == 0
    assert b"top-1" not in done.stdout


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), b"Give a file of labelled CLAIMS"),
        (("nowhere.jsonl",), b"No such file"),
        (("README.md",), b"README.md:1: is not a JSON object"),
        (("tests/debate/claims.jsonl", "--motion", "nothing"), b"There is no motion 'nothing'"),
    ],
)
def test_what_evaluate_cannot_use_is_said_with_exit_code_2(
    fresh: Path, words: tuple[str, ...], complaint: bytes
) -> None:
    done = debate_bot("evaluate", *words, "--data", str(fresh))
    assert (done.returncode, done.stdout) == (2, b"")
    assert complaint in done.stderr
    assert b"Traceback" not in done.stderr


def test_recognise_prints_one_object_a_line_and_keeps_the_id(fresh: Path) -> None:
    lines = b'he put his mates in all the jobs\n{"id": "x", "text": "hi"}\n'
    first, second = map(json.loads, debate_bot("recognise", "--data", str(fresh), stdin=lines).stdout.splitlines())
    assert (first["id"], first["verdict"], first["arguments"][0]["id"]) == (1, "argument", "patronage")
    assert (second["id"], second["verdict"], second["stance"]) == ("x", "none", "neither")


def test_explain_shows_the_nearest_phrasing_its_point_and_the_words_that_decided(fresh: Path) -> None:
    done = debate_bot("recognise", "--explain", "--data", str(fresh), stdin=b"he put his mates in all the jobs\nhi\n")
    first, second = done.stdout.decode().strip().split("\n\n")
    assert first.startswith("1: he put his mates in all the jobs\n")
    for words in ("verdict: argument", "taken as made: patronage", "decided by: ", "nearest: ", "point: "):
        assert words in first
    assert "heard as greeting" in second


def test_explain_says_which_mistake_was_found_and_in_which_words(fresh: Path) -> None:
    done = debate_bot(
        "recognise", "--explain", "--data", str(fresh), stdin=b"Lenin died in 1922, so Stalin was free to act.\n"
    )
    assert b"mistake (date): " in done.stdout


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("recognise", b"he gave his mates the jobs\n"),
        ("assess", b'{"challenge": "Why?", "reply": "Because the delegates of 1924 owed him their jobs."}\n'),
    ],
)
def test_a_stream_is_answered_line_by_line_and_ends_quietly_when_nobody_reads(
    fresh: Path, command: str, line: bytes
) -> None:
    answer, complaint = only_the_first_line(command, fresh, line)
    assert json.loads(answer)
    assert complaint == b""


def test_a_file_of_texts_that_simulate_cannot_use_is_said_with_its_line(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text('{"text": "a"}\n\n{"claim": "b"}\n', encoding="utf-8")
    done = debate_bot("simulate", "--claims", str(tmp_path / "claims.jsonl"), "--data", str(fresh))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"claims.jsonl:3 has no text in 'text': add it." in done.stderr


def test_odd_bytes_are_text_and_no_traceback(fresh: Path) -> None:
    half_a_pair = b'\xef\xbb\xbf{"text": "half a pair \\ud800", "id": 2}'
    odd = b"\n".join((b"\xff\xfe he gave jobs\x00 to friends", half_a_pair, b"", "\u00e9 \U0001f642".encode()))
    done = debate_bot("recognise", "--data", str(fresh), stdin=odd)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(line)["id"] for line in done.stdout.decode().splitlines()] == [1, 2, 3, 4]
    assert debate_bot("recognise", "--explain", "--data", str(fresh), stdin=odd).returncode == 0


@pytest.mark.parametrize(
    ("command", "line", "complaint"),
    [
        ("recognise", b'{"id": 1, "text": ', b"is not JSON"),
        ("recognise", b'{"id": 1}', b"has no text in 'text': add it"),
        ("recognise", b'{"text": 7}', b"has no text in 'text': add it"),
        ("assess", b"not json", b"is not JSON"),
        ("assess", b'{"reply": "because of 1925"}', b"has no text in 'challenge': add it"),
        ("assess", b"[1, 2]", b"is not a JSON object: write {...} with challenge and reply"),
        ("recognise", b"x" * 1_000_001, b"is longer than 1,000,000 bytes: split it"),
        ("recognise", b'{"text": ' + b"[" * 50_000, b"cannot be read as JSON"),
        ("recognise", b'{"text": "a", "id": ' + b"9" * 5_000 + b"}", b"cannot be read as JSON"),
        ("assess", b'{"challenge": "a", "reply": "b", "answers": 7}', b"no list of texts in 'answers'"),
        ("assess", b'{"challenge": "a", "reply": "b", "answers": "c"}', b"no list of texts in 'answers'"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_what_to_do(
    fresh: Path, command: str, line: bytes, complaint: bytes
) -> None:
    done = debate_bot(command, "--data", str(fresh), stdin=line + b"\n")
    assert done.returncode == 2
    assert done.stderr.startswith(b"Line 1 ")
    assert complaint in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_calibrate_marks_the_thresholds_in_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DEBATE_BOT_ARGUMENTS", str(ROOT / "tests" / "base" / "museum"))
    done = debate_bot("calibrate", "--data", str(tmp_path))
    assert done.returncode == 0, done.stderr
    printed = done.stdout.decode()
    tables = ("lead over the second argument", "lead over nonsense", "score of a denial")
    assert [line.split(":")[0] for line in printed.splitlines() if "in use" in line] == list(tables)
    assert len(re.findall(r"^-> ", printed, re.MULTILINE)) == len(tables)
