"""A small class that has practised: Ada twice, Ben once, Cy not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.debate.answer import Mind
from bot.debate.round import Move, Plan
from bot.practice import Practice
from bot.record.store import Record

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
CLAIM = "he put his best mates in all the top jobs"
MISTAKEN = f"{CLAIM}. Stalin became General Secretary in 1924."
WEAK = "everyone knew he had total control"
GOOD = "It still holds because in 1923 the lists covered 3,500 posts, which meant officials depended on him."
JUDGEMENT = (
    "To a large extent, because the post gave votes; Trotsky's mistakes mattered less as he lost even when he fought."
)


class Clock:
    """A clock that goes on by a minute whenever it is read."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def say(practice: Practice, *texts: str) -> None:
    for text in texts:
        practice.speak(Move("say", text))


@pytest.fixture(scope="session")
def school(mind: Mind, unsure: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("school") / "class.db"
    record, clock = Record(path), Clock(MONDAY)

    def begin(student: str, name: str, side: str, level: str = "standard") -> Practice:
        plan = Plan("general-secretary", side, level, 2, 1)  # type: ignore[arg-type]
        return Practice.begin(mind, record, clock, student, plan, name=name)

    first = begin("1001", "Ada", "for")
    say(first, MISTAKEN, WEAK)
    first.speak(Move("redraft", GOOD))
    while first.round.phase != "finished":
        say(first, {"claim": CLAIM, "reply": WEAK}.get(first.round.phase, JUDGEMENT))
    clock.now = MONDAY + timedelta(days=1)
    ben = begin("1002", "Ben", "against", "guided")
    say(ben, unsure)
    ben.speak(Move("pick", number=1))
    ben.speak(Move("concede"))
    ben.speak(Move("end"))
    clock.now = MONDAY + timedelta(days=2)
    say(begin("1001", "Ada", "against"), "they all underestimated him, he was the grey blur")
    record.close()
    return path


@pytest.fixture
def record(school: Path, tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "class.db"
    shutil.copy(school, path)
    opened = Record(path)
    yield opened
    opened.close()
