"""A copy of the small base that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

MUSEUM = Path(__file__).parent / "museum"
Spoil = Callable[[str, str, str], None]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Give the root of a copy of the museum's base."""
    return Path(shutil.copytree(MUSEUM, tmp_path / "museum"))


@pytest.fixture
def spoil(base: Path) -> Spoil:
    """Give a function that replaces one text in one file of the copy, the motion's folder being understood."""

    def replace(file: str, old: str, new: str) -> None:
        path = base / file if file == "sources.yaml" else base / "tarland-bell" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace
