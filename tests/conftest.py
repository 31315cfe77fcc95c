"""The shipped motion and the opponent's mind, built once for all tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bot.base.loading import load_base
from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.minds import make_mind


@pytest.fixture(scope="session")
def motion() -> Motion:
    return load_base(Path(__file__).parent.parent / "arguments")["general-secretary"]


@pytest.fixture(scope="session")
def museum() -> Motion:
    """Give a small motion about something else, so that nothing knows of Stalin."""
    return load_base(Path(__file__).parent / "base" / "museum")["tarland-bell"]


@pytest.fixture(scope="session")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder where what is learnt of the shipped base is kept, to be copied as a process's data folder."""
    return tmp_path_factory.mktemp("learnt")


@pytest.fixture(scope="session")
def mind(learnt: Path) -> Mind:
    motions = load_base(Path(__file__).parent.parent / "arguments", cache=learnt / "cache")
    return make_mind(motions["general-secretary"], cache=learnt / "cache")


@pytest.fixture(scope="session")
def unsure(mind: Mind) -> str:
    """Give a claim that the recogniser is not sure of."""
    lines = (Path(__file__).parent / "debate" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (str(json.loads(line)["text"]) for line in lines)
    return next(text for text in texts if mind.recogniser.recognise(text).verdict == "unsure")


@pytest.fixture(scope="module")
def fresh(mind: Mind, learnt: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder without rounds, where a process need not learn the base anew."""
    return Path(shutil.copytree(learnt, tmp_path_factory.mktemp("data"), dirs_exist_ok=True))
