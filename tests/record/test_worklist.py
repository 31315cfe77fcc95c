from __future__ import annotations

import json
from datetime import UTC, datetime

from bot.base.motion import Motion
from bot.debate.labelled import read_claims
from bot.record.classroom import correct
from bot.record.store import Record
from bot.record.worklist import as_claims, unrecognised

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)


def test_what_was_not_placed_is_listed_with_the_nearest_and_what_was_picked(record: Record, unsure: str) -> None:
    found = next(item for item in unrecognised(record) if item.text == unsure)
    assert (found.round, found.turn, found.verdict) == (2, 1, "unsure")
    assert found.picked == found.nearest[0]
    assert found.correction is None


def test_a_corrected_turn_joins_the_list_and_the_correction_is_its_label(record: Record) -> None:
    assert not any(item.round == 3 for item in unrecognised(record))
    correct(record, 3, 1, "lenin-legacy", arguments=["lenin-legacy"], teacher="9", at=NOW)
    correct(record, 2, 1, "none", arguments=[], teacher="9", at=NOW)
    labels = {item.round: item.correction for item in unrecognised(record) if item.round in (2, 3)}
    assert labels == {2: "none", 3: "lenin-legacy"}


def test_the_list_is_written_as_labelled_claims_without_a_name(record: Record, motion: Motion) -> None:
    correct(record, 3, 1, "lenin-legacy", arguments=motion.arguments, teacher="9", at=NOW)
    lines = [json.dumps(item).encode() for item in as_claims(unrecognised(record), motion.sides)]
    claims = read_claims(lines, motion, name="claims.jsonl")
    assert {(claim.primary, claim.stance) for claim in claims} >= {("lenin-legacy", "against")}
    assert not any(word in line for line in lines for word in (b"Ada", b"1001"))


def test_what_nobody_has_labelled_is_left_out_unless_asked_for(record: Record, motion: Motion) -> None:
    found = [item for item in unrecognised(record) if not item.correction]
    assert found
    claims = as_claims(unrecognised(record), motion.sides, unlabelled=True)
    assert len([claim for claim in claims if claim["primary"] == ""]) == len(found)
    assert all(claim["primary"] for claim in as_claims(unrecognised(record), motion.sides))
