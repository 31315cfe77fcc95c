from __future__ import annotations

import pytest

from bot.base.motion import Motion
from bot.debate.calibration import Tried, _parts, cross_validate, denials, sensible, surest
from bot.debate.examples import Example


def tried(*, right: bool = True, lead: float = 0, sense: float = 0, denied: float = 0, kind: str = "made") -> Tried:
    return Tried(Example(0, "", denial=kind == "denial"), kind != "nonsense", right, lead, sense, denied)


def test_every_text_of_a_base_is_heard_once_by_the_others(museum: Motion) -> None:
    found = cross_validate(museum)
    texts = [text for argument in museum.arguments.values() for text in (*argument.phrasings, *argument.denials)]
    texts += [text for group in museum.not_arguments.values() for text in group]
    assert sorted(one.example.text for one in found) == sorted(texts)


def test_the_parts_are_runs_of_neighbours_and_short_ones_fall_into_different_parts() -> None:
    every = [Example(0, "", "a")] * 8 + [Example(0, "", "b"), Example(0, "", denial=True)]
    assert list(_parts(every)) == [0, 0, 1, 1, 2, 2, 3, 3, 1, 2]


def test_what_a_text_says_itself_is_not_learnt_from_when_it_is_heard(museum: Motion) -> None:
    found = [one for one in cross_validate(museum) if one.argument]
    assert 0 < sum(one.right for one in found) < len(found)


def test_a_higher_lead_asserts_less_and_is_right_more_often() -> None:
    every = [tried(lead=0.9), tried(lead=0.5), tried(lead=0.4, right=False), tried(lead=1, kind="denial", right=False)]
    low, high = surest(every, [0.0, 0.5])
    assert [low.meant, low.others] == [1, pytest.approx(2 / 3)]
    assert [high.meant, high.others] == [pytest.approx(2 / 3), 1]


def test_nonsense_and_denials_are_set_against_the_rest() -> None:
    every = [
        tried(sense=0.5, denied=-1),
        tried(sense=0.1, denied=0.3, kind="denial"),
        tried(sense=-0.5, kind="nonsense"),
        tried(sense=0.2, denied=2, kind="nonsense"),
    ]
    assert [(step.meant, step.others) for step in sensible(every, [0.0, 0.3])] == [(1, 0.5), (0.5, 0)]
    assert [(step.meant, step.others) for step in denials(every, [0.0, 0.5])] == [(1, 0), (0, 0)]
