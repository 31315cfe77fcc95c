"""Checked with Argdown's own parser where that is installed; `tests/base/test_exchange.py` says how."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.record.export.argdown import to_argdown
from bot.record.export.files import Base
from bot.record.store import Record
from bot.record.transcripts import transcript

ARGDOWN = os.environ.get("ARGDOWN") or shutil.which("argdown")


def written(record: Record, base: Base, number: int = 1) -> str:
    return to_argdown(transcript(record, number), motion=base.motion, names="names", titles=base.titles)


def test_claims_challenges_and_replies_nest_below_the_motion(record: Record, base: Base) -> None:
    lines = [line for line in written(record, base).splitlines() if line and not line.startswith(("//", "#"))]
    assert lines[0].startswith("[general-secretary]: ")
    assert lines[1].startswith("  + <claim-")
    assert lines[2].startswith(("    - <challenge-", "    _ <challenge-"))
    assert lines[3].startswith("      - <reply-")
    assert lines[-1].startswith("  + <judgement-")


def test_what_is_argued_against_the_motion_attacks_it_and_replaced_drafts_stay_out(record: Record, base: Base) -> None:
    assert "  - <claim-1>: " in written(record, base, 3)
    drafts = [turn for turn in transcript(record, 1).turns if not turn.counts and turn.speaker == "student"]
    assert not any(f"-{turn.number}>" in written(record, base) for turn in drafts)


def test_argdown_reads_one_node_a_turn_whatever_was_typed(
    record: Record, base: Base, nasty: str, tmp_path: Path
) -> None:
    if ARGDOWN is None:
        pytest.skip("install @argdown/cli with npm, and put argdown on the path or in ARGDOWN")
    text = written(record, base)
    (tmp_path / "round.argdown").write_text(text, encoding="utf-8")
    subprocess.run(
        [ARGDOWN, "json", "round.argdown", "read"], cwd=tmp_path, capture_output=True, timeout=60, check=True
    )
    read = json.loads((tmp_path / "read" / "round.json").read_text(encoding="utf-8"))
    nodes = re.findall(r"^ +[-+_] <(\w+-\d+)>: ", text, re.MULTILINE)
    assert sorted(read["arguments"]) == sorted(nodes)
    assert list(read["statements"])[:1] == ["general-secretary"]
