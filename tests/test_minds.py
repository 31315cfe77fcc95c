from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot.base.motion import Motion
from bot.minds import make_mind

CLAIM = "its their heritage not ours"


def test_what_was_learnt_is_kept_and_hears_the_same_when_it_is_taken_up_again(museum: Motion, tmp_path: Path) -> None:
    first = make_mind(museum, cache=tmp_path)
    (kept,) = tmp_path.iterdir()
    assert museum.hash in kept.name
    stamp = kept.stat().st_mtime_ns
    again = make_mind(museum, cache=tmp_path)
    assert kept.stat().st_mtime_ns == stamp
    for name, values in vars(first.recogniser.learnt).items():
        assert np.array_equal(values, getattr(again.recogniser.learnt, name)), name
    assert again.recogniser.recognise(CLAIM) == first.recogniser.recognise(CLAIM)


def test_a_folder_that_cannot_be_written_only_costs_time(museum: Motion, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert make_mind(museum, cache=tmp_path / "file" / "cache").recogniser.recognise(CLAIM).matches


def test_what_was_learnt_of_an_older_base_is_dropped_and_another_motion_is_left_alone(
    museum: Motion, tmp_path: Path
) -> None:
    other, older = tmp_path / "other-1-1.npz", tmp_path / f"{museum.id}-1-1.npz"
    other.touch()
    older.touch()
    make_mind(museum, cache=tmp_path)
    assert other.exists()
    assert not older.exists()


def half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def zeroed(whole: bytes) -> bytes:
    return whole[:600] + bytes(4096) + whole[600 + 4096 :]


@pytest.mark.parametrize("broken", [lambda whole: b"", half, zeroed])
def test_what_a_broken_disk_left_is_learnt_again(
    museum: Motion, tmp_path: Path, broken: Callable[[bytes], bytes]
) -> None:
    make_mind(museum, cache=tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(broken(whole))
    assert make_mind(museum, cache=tmp_path).recogniser.recognise(CLAIM).matches
    assert len(kept.read_bytes()) == len(whole)


def test_what_was_learnt_with_a_column_less_is_learnt_again(museum: Motion, tmp_path: Path) -> None:
    learnt = make_mind(museum, cache=tmp_path).recogniser.learnt
    (kept,) = tmp_path.iterdir()
    np.savez(kept, **{**vars(learnt), "weights": learnt.weights[:, 1:]})
    again = make_mind(museum, cache=tmp_path).recogniser.learnt
    assert again.weights.shape == learnt.weights.shape
