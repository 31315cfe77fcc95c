from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.base.motion import Motion
from bot.minds import make_mind

CLAIM = "its their heritage not ours"


def test_what_was_learnt_is_kept_and_hears_the_same_when_it_is_taken_up_again(museum: Motion, tmp_path: Path) -> None:
    first = make_mind(museum, cache=tmp_path)
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith(museum.hash)
    stamp = kept.stat().st_mtime_ns
    again = make_mind(museum, cache=tmp_path)
    assert kept.stat().st_mtime_ns == stamp
    for name, values in vars(first.recogniser.learnt).items():
        assert np.array_equal(values, getattr(again.recogniser.learnt, name)), name
    assert again.recogniser.recognise(CLAIM) == first.recogniser.recognise(CLAIM)


def test_a_folder_that_cannot_be_written_only_costs_time(museum: Motion, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert make_mind(museum, cache=tmp_path / "file" / "cache").recogniser.recognise(CLAIM).matches


@pytest.mark.parametrize("left", [b"", b"PK\x03\x04 half of a file"])
def test_what_a_broken_disk_left_is_learnt_again(museum: Motion, tmp_path: Path, left: bytes) -> None:
    make_mind(museum, cache=tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(left)
    assert make_mind(museum, cache=tmp_path).recogniser.recognise(CLAIM).matches
    assert kept.read_bytes() != left
