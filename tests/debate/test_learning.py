from __future__ import annotations

import numpy as np

from bot.debate.features import Weighed
from bot.debate.learning import Learnt, learn

TEXTS = [
    ["he", "chose", "his", "allies", "for", "the", "jobs"],
    ["jobs", "went", "to", "his", "friends"],
    ["trotsky", "missed", "the", "funeral"],
    ["trotsky", "was", "ill", "and", "stayed", "away"],
]
TARGETS = np.array([[1, -1], [1, -1], [-1, 1], [-1, 1]], dtype=np.float32)


def weighed(learnt: Learnt, words: list[str]) -> tuple[Weighed, Weighed]:
    return learnt.vocabulary.weigh([words])


def heard(learnt: Learnt, words: list[str]) -> np.ndarray:
    return learnt.score(*weighed(learnt, words))


def test_what_was_learnt_is_told_apart_and_so_is_what_resembles_it() -> None:
    learnt = learn(TEXTS, TARGETS)
    for words, target in zip(TEXTS, TARGETS, strict=True):
        assert heard(learnt, words).argmax() == target.argmax()
    assert heard(learnt, ["friends", "got", "the", "jobs"]).argmax() == 0
    assert heard(learnt, ["trotsky", "skipped", "a", "funeral"]).argmax() == 1


def test_the_nearest_text_is_itself_among_those_asked_for() -> None:
    learnt = learn(TEXTS, TARGETS)
    for row, words in enumerate(TEXTS):
        assert learnt.nearest(weighed(learnt, words)[0], [range(4)]) == [row]
    assert learnt.nearest(weighed(learnt, TEXTS[0])[0], [range(2, 4), range(1)]) == [2, 0]
    assert learnt.nearest(weighed(learnt, ["qqq"])[0], [range(1, 3)]) == [1]


def test_a_text_without_words_is_learnt_from_and_near_nothing() -> None:
    texts = [TEXTS[0], [], *TEXTS[1:], []]
    learnt = learn(texts, np.vstack([TARGETS[:1], [[-1, -1]], TARGETS[1:], [[-1, -1]]]).astype(np.float32))
    assert learnt.nearest(weighed(learnt, TEXTS[1])[0], [range(6), range(1, 4)]) == [2, 2]
    assert learnt.nearest(weighed(learnt, TEXTS[3])[0], [range(3, 6)]) == [4]


def test_the_solution_is_that_of_ridge_regression() -> None:
    learnt = learn(TEXTS, TARGETS)
    inputs = np.zeros((len(TEXTS), len(learnt.rarity)))
    for row, words in enumerate(TEXTS):
        for part in weighed(learnt, words):
            inputs[row, part.places] = part.values
    exact = inputs.T @ np.linalg.solve(inputs @ inputs.T + 0.3 * np.eye(len(TEXTS)), TARGETS - TARGETS.mean(axis=0))
    assert np.allclose(learnt.weights, exact, atol=1e-3)


def test_what_speaks_for_a_column_makes_up_its_score() -> None:
    learnt = learn(TEXTS, TARGETS)
    parts = weighed(learnt, ["trotsky", "missed", "his", "friends"])
    added = sum(float(learnt.speaks_for(1, part).sum()) for part in parts)
    assert np.isclose(learnt.shift[1] + added, learnt.score(*parts)[1], atol=1e-5)
