from __future__ import annotations

import numpy as np

from bot.debate.learning import Learnt, learn, vocabulary_of

TEXTS = [
    ["he", "chose", "his", "allies", "for", "the", "jobs"],
    ["jobs", "went", "to", "his", "friends"],
    ["trotsky", "missed", "the", "funeral"],
    ["trotsky", "was", "ill", "and", "stayed", "away"],
]
TARGETS = np.array([[1, -1], [1, -1], [-1, 1], [-1, 1]], dtype=np.float32)


def heard(learnt: Learnt, words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    weighed = vocabulary_of(learnt).weigh(words)
    return learnt.score(*weighed), learnt.nearness(weighed[0], len(TEXTS))


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


def test_the_solution_is_that_of_ridge_regression() -> None:
    learnt = learn(TEXTS, TARGETS)
    vocabulary = vocabulary_of(learnt)
    inputs = np.zeros((len(TEXTS), len(vocabulary)))
    for row, words in enumerate(TEXTS):
        for places, values in vocabulary.weigh(words):
            inputs[row, places] = values
    centred = TARGETS - TARGETS.mean(axis=0)
    exact = np.linalg.solve(inputs.T @ inputs + np.eye(len(vocabulary)), inputs.T @ centred)
    assert np.allclose(learnt.weights, exact, atol=1e-4)
