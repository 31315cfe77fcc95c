from __future__ import annotations

import pytest

from bot.debate.moves_in_words import asks_way_on, concludes, gives_in, picked, wants_clearer

TITLES = ["Trotsky's own mistakes", "Lenin's heir"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("2.", 2),
        ("number 2", 2),
        ("the first one", 1),
        ("second", 2),
        ("trotskys own mistakes", 1),
        ("0", 0),
        ("none of these", 0),
        ("no thats wrong", 0),
        ("nope", 0),
        ("3", None),
        ("no, he lost because he was ill", None),
        ("Trotsky was arrogant", None),
    ],
)
def test_what_is_picked_can_be_said_in_words(text: str, number: int | None) -> None:
    assert picked(text, TITLES) == number


@pytest.mark.parametrize(
    "text", ["i concede that", "ok fair enough", "yeah you're right", "I agree.", "good point tbh"]
)
def test_a_bare_concession_gives_in(text: str) -> None:
    assert gives_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "true, but he sacked Uglanov",
        "I agree that Lenin made the ban first",
        "fair point, though it came too late",
        "ok",
    ],
)
def test_a_concession_that_goes_on_is_a_reply(text: str) -> None:
    assert not gives_in(text)


@pytest.mark.parametrize("text", ["what now?", "hi whats this", "what do i do", "how does this work?", "help"])
def test_one_who_asks_what_to_do_is_heard(text: str) -> None:
    assert asks_way_on(text)
    assert not asks_way_on(f"{text} Trotsky was arrogant")


@pytest.mark.parametrize(
    "text",
    [
        "what do you mean",
        "can you explain that in easier words?",
        "what has that got to do with it?",
        "i dont get the question",
    ],
)
def test_one_who_wants_plainer_words_is_heard(text: str) -> None:
    assert wants_clearer(text)


def test_a_long_reply_does_not_ask_for_plainer_words() -> None:
    assert not wants_clearer("what do you mean, " + "he had picked them all and they voted for him every time " * 2)


def test_a_judgement_is_known_by_how_it_opens_and_weighs() -> None:
    assert concludes("so overall i think it was mostly the post")
    assert not concludes("overall he was clever")
    assert not concludes("it was mostly the post")


@pytest.mark.parametrize(
    "text",
    [
        "Stalin was not clever, his personality cannot explain it",
        "luck does explain this better than the post",
        "Trotsky did not understand the party",
        "in other words he had all the jobs",
        "the Testament was published in english in 1926",
        "the rules on voting were confusing for new members",
    ],
)
def test_a_reason_that_speaks_of_explaining_does_not_ask_for_plainer_words(text: str) -> None:
    assert not wants_clearer(text)


@pytest.mark.parametrize(
    "text",
    [
        "explain it please",
        "pls explain that",
        "can you explain it",
        "i still dont understand this",
        "dont get it",
        "say that in other words",
        "in english pls",
        "this is so confusing",
    ],
)
def test_one_who_asks_for_an_explanation_is_heard(text: str) -> None:
    assert wants_clearer(text)
