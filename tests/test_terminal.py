from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.record.store import Record

ROOT = Path(__file__).parent.parent


def test_a_killed_round_goes_on_at_the_next_start(tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-m", "bot", "practise", "--side", "for", "--seed", "1", "--data", str(tmp_path)]
    killed = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert killed.stdin
    assert killed.stdout
    killed.stdin.write("he put his mates in all the top jobs\n")
    killed.stdin.flush()
    for line in killed.stdout:
        if "Source:" in line:
            break
    killed.kill()
    killed.communicate()
    again = subprocess.run(command, input="/end\n", capture_output=True, cwd=ROOT, text=True, check=True)
    assert "Going on with round 1" in again.stdout
    assert "he put his mates in all the top jobs" in [
        turn["text"] for turn in Record(tmp_path / "terminal.db").turns(1)
    ]
