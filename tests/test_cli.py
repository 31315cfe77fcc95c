from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def debate_bot(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], input=stdin, capture_output=True, cwd=ROOT, text=True, check=False
    )


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("recognise", '{"id": 1, "text": '),
        ("recognise", '{"id": 1}'),
        ("recognise", '{"text": 7}'),
        ("assess", "not json"),
        ("assess", '{"reply": "because of 1925"}'),
        ("assess", "[1, 2]"),
    ],
)
def test_a_faulty_line_is_named_with_what_to_do_and_no_traceback(fresh: Path, command: str, line: str) -> None:
    done = debate_bot(command, "--data", str(fresh), stdin=line + "\n")
    assert done.returncode == 2
    assert done.stderr.startswith("Line 1 ")
    assert "Traceback" not in done.stderr


def test_recognise_prints_one_object_a_line_and_keeps_the_id(fresh: Path) -> None:
    done = debate_bot(
        "recognise", "--data", str(fresh), stdin='he put his mates in all the jobs\n{"id": "x", "text": "hi"}\n'
    )
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], first["verdict"], first["arguments"][0]["id"]) == (1, "argument", "patronage")
    assert (second["id"], second["verdict"], second["stance"]) == ("x", "none", "neither")


def test_a_round_that_is_not_there_is_said(fresh: Path) -> None:
    for command in ("show", "replay"):
        done = debate_bot(command, "99", "--data", str(fresh))
        assert done.returncode == 2
        assert "There is no round 99" in done.stderr
