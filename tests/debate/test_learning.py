from __future__ import annotations

import numpy as np

from bot.debate.features import Vector
from bot.debate.learning import Learnt, learn, vocabulary_of

TEXTS = [
    ["he", "chose", "his", "allies", "for", "the", "jobs"],
    ["jobs", "went", "to", "his", "friends"],
    ["trotsky", "missed", "the", "funeral"],
    ["trotsky", "was", "ill", "and", "stayed", "away"],
]
TARGETS = np.array([[1, -1], [1, -1], [-1, 1], [-1, 1]], dtype=np.float32)


def likeness(learnt: Learnt, vector: Vector) -> np.ndarray:
    return learnt.likeness(learnt.entries(vector))


def heard(learnt: Learnt, words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    near, letters = (likeness(learnt, part) for part in vocabulary_of(learnt).weigh(words))
    return learnt.score((near + letters) / 2), near


def test_what_was_learnt_is_told_apart_and_so_is_what_resembles_it() -> None:
    learnt = learn(TEXTS, TARGETS)
    for words, target in zip(TEXTS, TARGETS, strict=True):
        assert heard(learnt, words)[0].argmax() == target.argmax()
    assert heard(learnt, ["friends", "got", "the", "jobs"])[0].argmax() == 0
    assert heard(learnt, ["trotsky", "skipped", "a", "funeral"])[0].argmax() == 1


def test_the_nearest_text_is_itself_and_an_unknown_one_is_near_nothing() -> None:
    learnt = learn(TEXTS, TARGETS)
    for row, words in enumerate(TEXTS):
        near = heard(learnt, words)[1]
        assert near.argmax() == row
        assert near[row] > 0.99
    assert not heard(learnt, ["qqq"])[1].any()


def test_the_solution_is_that_of_kernel_ridge_regression() -> None:
    learnt = learn(TEXTS, TARGETS)
    vocabulary = vocabulary_of(learnt)
    alike = np.array(
        [sum(likeness(learnt, part) for part in vocabulary.weigh(words)) / 2 for words in TEXTS]  # type: ignore[misc]
    )
    kernel = alike + alike**2
    exact = np.linalg.solve(kernel + np.eye(len(TEXTS)) / 2, TARGETS - TARGETS.mean(axis=0))
    assert np.allclose(learnt.duals, exact, atol=1e-3)


def test_what_speaks_for_a_column_is_the_slope_of_its_score() -> None:
    learnt = learn(TEXTS, TARGETS)
    words, letters = vocabulary_of(learnt).weigh(["trotsky", "missed", "his", "friends"])
    alike = (likeness(learnt, words) + likeness(learnt, letters)) / 2
    speaks = learnt.speaks_for(1, learnt.entries(words), alike)
    for number, place in enumerate(words[0]):
        more = np.where(words[0] == place, words[1] * 1.001, words[1])
        moved = (likeness(learnt, (words[0], more)) + likeness(learnt, letters)) / 2
        slope = (learnt.score(moved) - learnt.score(alike))[1] / 0.001
        assert np.isclose(slope, speaks[number], atol=2e-3)
