from __future__ import annotations

import json

import pytest

from bot.base.motion import Motion
from bot.debate.labelled import FaultyLabels, read_claims, read_replies

CLAIM = {"id": "a", "text": "hale just took it", "primary": "taken-unfairly", "also": [], "stance": "for", "errors": []}
REPLY = {"challenge": "Who says so?", "reply": "The ledger.", "quality": 2, "why": "Relevant."}


def line(item: object) -> bytes:
    return json.dumps(item).encode() + b"\n"


def faults(lines: list[bytes], motion: Motion) -> list[str]:
    with pytest.raises(FaultyLabels) as caught:
        read_claims(lines, motion, name="claims.jsonl")
    return str(caught.value).splitlines()


def test_further_fields_blank_lines_and_a_byte_order_mark_do_no_harm(museum: Motion) -> None:
    lines = [b"\xef\xbb\xbf" + line({**CLAIM, "source": "a page"}), b"\n", line({**CLAIM, "id": "b"})]
    assert [claim.id for claim in read_claims(lines, museum, name="claims.jsonl")] == ["a", "b"]


def test_every_faulty_line_is_named_at_once(museum: Motion) -> None:
    lines = [b"{oops\n", line(CLAIM), line([1]), line({**CLAIM, "id": 7}), line({**CLAIM, "id": "b", "stance": "fo"})]
    assert [one.split(": ")[0] for one in faults(lines, museum)] == [
        "claims.jsonl:1",
        "claims.jsonl:3",
        "claims.jsonl:4",
        "claims.jsonl:5",
    ]


@pytest.mark.parametrize(
    ("change", "remedy"),
    [
        ({"primary": "taken-unfairl"}, "did you mean 'taken-unfairly'?"),
        ({"primary": "zzz"}, "write one of its ids, or 'none'"),
        ({"also": ["belong-home"]}, "did you mean 'belongs-home'?"),
        ({"also": "belongs-home"}, "'also' must be a list in square brackets"),
        ({"stance": "pro"}, "'stance' is 'pro': write 'for', 'against' or 'neither'"),
        ({"errors": [{"kind": "year"}]}, "'errors.1.kind' is 'year': write 'date'"),
        ({"text": 7}, "'text' must be text in quotation marks"),
    ],
)
def test_a_fault_says_what_to_do(museum: Motion, change: dict[str, object], remedy: str) -> None:
    (fault,) = faults([line({**CLAIM, **change})], museum)
    assert remedy in fault


def test_two_faults_of_one_line_are_both_said(museum: Motion) -> None:
    (fault,) = faults([line(CLAIM), line({**CLAIM, "primary": "zzz"})], museum)
    assert "stands on line 1 already" in fault
    assert "'zzz' is no argument" in fault


def test_bytes_that_are_not_utf_8_are_a_fault_and_no_crash(museum: Motion) -> None:
    (fault,) = faults([line(CLAIM).replace(b"hale", b"h\xe9le")], museum)
    assert "in UTF-8" in fault


def test_a_file_without_claims_or_replies_says_so(museum: Motion) -> None:
    assert faults([b"\n"], museum) == ["claims.jsonl holds no claims: write one JSON object a line."]
    with pytest.raises(FaultyLabels, match="holds no replies"):
        read_replies([], name="replies.jsonl")


def test_a_quality_is_a_whole_number_from_0_to_3() -> None:
    assert read_replies([line(REPLY)], name="replies.jsonl")[0].quality == 2
    for quality in (4, -1, "2", 1.5, True, None):
        with pytest.raises(FaultyLabels, match="write 0, 1, 2 or 3"):
            read_replies([line({**REPLY, "quality": quality})], name="replies.jsonl")
