from __future__ import annotations

from bot.debate.text import clauses


def test_a_text_is_split_into_clauses_and_a_short_piece_stays_with_its_neighbour() -> None:
    parts = clauses("He was ill, but they waited; then he came back. Too late!")
    assert parts == ["He was ill", "but they waited", "then he came back, Too late!"]


def test_a_clause_is_split_at_an_and_between_statements_but_not_within_a_list() -> None:
    assert clauses("he gave jobs to his mates n trotsky did not see it") == [
        "he gave jobs to his mates",
        "trotsky did not see it",
    ]
    assert clauses("zinoviev and kamenev backed him & rykov too") == ["zinoviev and kamenev backed him & rykov too"]
