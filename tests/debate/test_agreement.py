from __future__ import annotations

import pytest

from bot.debate.agreement import Agreement, compare
from bot.debate.assessment import Assessment
from bot.debate.labelled import LabelledReply


def agreement(*pairs: tuple[int, int]) -> Agreement:
    replies = [
        LabelledReply.model_validate({"challenge": "Why?", "reply": "Because.", "quality": label}) for label, _ in pairs
    ]
    assessments = [
        Assessment(quality, ("said so",), True, False, (), "", False, False, False, ()) for _, quality in pairs
    ]
    return compare(replies, assessments)


def test_full_agreement_is_a_kappa_of_one_and_no_miss() -> None:
    found = agreement((0, 0), (1, 1), (2, 2), (3, 3))
    assert (found.kappa, found.exact.share, found.swaps, found.misses) == (1.0, 1.0, 0, ())


def test_the_kappa_is_weighted_by_the_square_of_the_distance() -> None:
    # Worked out by hand: rows (2, 0, 0, 2), columns (1, 1, 0, 2); seen 1, by chance (1*2*1 + 9*2*2 + 9*2*1 + 4*2*1)/4.
    assert agreement((0, 0), (0, 1), (3, 3), (3, 3)).kappa == pytest.approx(1 - 1 / 16)


def test_answers_at_random_agree_no_better_than_chance() -> None:
    assert agreement((0, 0), (0, 3), (3, 0), (3, 3)).kappa == pytest.approx(0)


def test_where_nothing_can_disagree_there_is_no_kappa() -> None:
    assert agreement((2, 2), (2, 2)).kappa is None


def test_swaps_count_a_3_for_a_0_and_the_reverse_only() -> None:
    assert agreement((0, 3), (3, 0), (0, 2), (3, 1), (1, 3)).swaps == 2


def test_the_matrix_has_a_row_a_label_and_a_column_an_assessment() -> None:
    found = agreement((0, 1), (0, 1), (3, 2))
    assert found.matrix == ((0, 2, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 1, 0))
    assert (found.exact.share, found.within_one.share) == (0, 1)


def test_every_miss_has_its_number_label_quality_and_reasons() -> None:
    (miss,) = agreement((1, 1), (3, 1)).misses
    assert (miss.number, miss.reply.quality, miss.quality, miss.reasons) == (2, 3, 1, ("said so",))
