from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.minds import make_mind
from bot.simulation.playing import Summary, play, summarise

SETS = Path(__file__).parent.parent / "debate"


def texts(name: str, field: str) -> list[str]:
    return [json.loads(line)[field] for line in (SETS / name).read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.fixture(scope="module")
def found(mind: Mind) -> Summary:
    return summarise(play(mind, 120, 3, claims=texts("claims.jsonl", "text"), replies=texts("replies.jsonl", "reply")))


def test_hundreds_of_rounds_end_with_no_fact_unfounded_nothing_too_long_and_nothing_twice(found: Summary) -> None:
    assert found.flaws == []
    assert found.ended == found.rounds == 120
    assert found.longest_challenge <= 60


def test_every_kind_of_challenge_is_put(found: Summary) -> None:
    assert set(found.put) == {"rebuttal", "undercut", "undermining", "alternative", "counterfactual"}


def test_students_who_argue_better_are_assessed_better(found: Summary) -> None:
    assert found.mean_quality("strong") > found.mean_quality("mistaken") > found.mean_quality("vague")
    assert found.mean_quality("vague") > found.mean_quality("silent")
    assert found.mean_quality("strong") > 2.5
    assert found.mean_quality("silent") < 0.5


def test_another_motion_is_played_with_the_same_words(museum: Motion) -> None:
    found = summarise(play(make_mind(museum), 80, 5))
    assert found.flaws == []
    assert found.ended == 80
    assert found.mean_quality("strong") > found.mean_quality("silent")


def test_the_same_seed_plays_the_same_rounds(museum: Motion) -> None:
    mind = make_mind(museum)

    def said(seed: int) -> list[str]:
        return [line.text for played in play(mind, 6, seed) for outcome in played.outcomes for line in outcome.lines]

    assert said(1) == said(1)
    assert said(1) != said(2)
