from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.debate.answer import Mind

CLAIMS = [
    json.loads(line) for line in (Path(__file__).parent / "claims.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_most_labelled_claims_are_heard_right(mind: Mind) -> None:
    claims = [claim for claim in CLAIMS if claim["primary"] != "none"]
    right = top3 = 0
    for claim in claims:
        ids = [match.id for match in mind.recogniser.recognise(claim["text"]).matches]
        right += ids[0] in {claim["primary"], *claim["also"]}
        top3 += bool(set(ids[:3]) & {claim["primary"], *claim["also"]})
    assert right / len(claims) >= 0.85
    assert top3 / len(claims) >= 0.96


def test_what_is_asserted_is_mostly_right(mind: Mind) -> None:
    found = [(claim, mind.recogniser.recognise(claim["text"])) for claim in CLAIMS]
    asserted = [(claim, heard) for claim, heard in found if heard.verdict == "argument"]
    right = [heard.matches[0].id in {claim["primary"], *claim["also"]} for claim, heard in asserted]
    assert sum(right) / len(right) >= 0.92
    assert len(asserted) / len(CLAIMS) >= 0.60


def test_nonsense_is_mostly_left_alone(mind: Mind) -> None:
    nonsense = [claim for claim in CLAIMS if claim["primary"] == "none"]
    left = [mind.recogniser.recognise(claim["text"]).verdict == "none" for claim in nonsense]
    assert sum(left) / len(left) >= 0.85


def test_two_arguments_of_one_message_are_both_heard_and_the_surer_first(mind: Mind) -> None:
    heard = mind.recogniser.recognise(
        "He gave jobs to his own supporters so they backed him. Also Trotsky was arrogant and made many enemies."
    ).heard
    assert {match.id for match in heard} == {"patronage", "trotsky-errors"}


def test_two_arguments_joined_by_and_are_both_heard(mind: Mind) -> None:
    heard = mind.recogniser.recognise(
        "he gave all the top jobs to his mates n trotsky was too arrogant to make any friends"
    ).heard
    assert {match.id for match in heard} == {"patronage", "trotsky-errors"}


def test_a_factor_that_is_only_granted_does_not_decide(mind: Mind) -> None:
    found = mind.recogniser.recognise("Although Trotsky made mistakes, it was control over appointments that won it.")
    assert found.matches[0].id == "patronage"


def test_a_denial_turns_the_stance_round(mind: Mind) -> None:
    plain, denied = map(
        mind.recogniser.recognise,
        (
            "Stalin won because he could appoint his own supporters to key posts.",
            "I don't think patronage explains it, because appointees like Uglanov went over to Bukharin all the same.",
        ),
    )
    assert [plain.matches[0].id, denied.matches[0].id] == ["patronage", "patronage"]
    assert [plain.stance, denied.stance] == ["for", "against"]


def test_each_argument_stands_in_the_ranking_once(mind: Mind) -> None:
    for claim in CLAIMS:
        found = mind.recogniser.recognise(claim["text"])
        for matches in (found.matches, found.heard):
            ids = [match.id for match in matches]
            assert len(ids) == len(set(ids))
        assert not found.heard or found.heard[0].id == found.matches[0].id


@pytest.mark.parametrize("text", ["Trotsky made mistakes", "he gave jobs to his mates", "trotsky was arrogant"])
def test_a_short_claim_that_is_plain_is_an_argument(mind: Mind, text: str) -> None:
    assert mind.recogniser.recognise(text).verdict == "argument"
