"""The shipped motion and the opponent's mind, built once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.base.loading import load_base
from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.practice import make_mind


@pytest.fixture(scope="session")
def motion() -> Motion:
    return load_base(Path(__file__).parent.parent / "arguments")["general-secretary"]


@pytest.fixture(scope="session")
def museum() -> Motion:
    """Give a small motion about something else, so that nothing knows of Stalin."""
    return load_base(Path(__file__).parent / "base" / "museum")["tarland-bell"]


@pytest.fixture(scope="session")
def mind(motion: Motion) -> Mind:
    return make_mind(motion)
