from __future__ import annotations

import pytest
from played import played, said

from bot.debate.answer import Mind
from bot.debate.round import Move, Plan

CLAIM = "he put his mates in all the top jobs"
WEAK = "he put them all there so he had them behind him"
WEAKER = "they were all his people in the end so it was his party"
GOOD = (
    "In November 1928 Uglanov lost Moscow to Molotov, because the same power of appointment that had put him there "
    "took the place away, which meant that one man who turned did not break the rule."
)
STANDARD = Plan("general-secretary", "for", "standard", 3, 1)
GUIDED = Plan("general-secretary", "for", "guided", 3, 1)
TOUGH = Plan("general-secretary", "for", "tough", 3, 1)


def test_a_guided_round_asks_for_one_thing_and_the_same_question_again(mind: Mind) -> None:
    first, weak, again = played(mind, GUIDED, CLAIM, WEAK, WEAKER)
    assert weak.choice is None
    assert weak.round.attack == first.round.attack
    assert weak.round.exchanges == 0
    assert said(first, "question")[0] in said(weak, "question")[0]
    assert again.round.exchanges == 1
    assert again.round.phase == "claim"


def test_a_guided_challenge_comes_with_a_hint_and_a_beginning(mind: Mind) -> None:
    (first,) = played(mind, GUIDED, CLAIM)
    assert len(said(first, "hint")) == 2


@pytest.mark.parametrize("plan", [STANDARD, TOUGH])
def test_other_rounds_hint_only_when_asked(mind: Mind, plan: Plan) -> None:
    first, hinted = played(mind, plan, CLAIM, Move("hint"))
    assert said(first, "hint") == []
    assert said(hinted, "hint")


def test_a_tough_round_asks_a_stuck_student_something_smaller_and_keeps_the_hint_till_asked(mind: Mind) -> None:
    for plan, hinted in ((STANDARD, True), (TOUGH, False)):
        *_, smaller = played(mind, plan, CLAIM, "idk", "no idea")
        assert "yes or no" in said(smaller, "question")[0]
        assert bool(said(smaller, "hint")) == hinted


def test_a_weak_reply_is_pressed_once_more_and_then_left(mind: Mind) -> None:
    _, weak, again = played(mind, STANDARD, CLAIM, WEAK, WEAKER)
    assert weak.choice
    assert weak.round.presses == 2
    assert again.round.phase == "claim"


def test_a_standard_round_leaves_a_point_that_was_met_and_a_tough_one_follows_up(mind: Mind) -> None:
    _, met = played(mind, STANDARD, CLAIM, GOOD)
    assert met.assessment
    assert met.assessment.quality >= 2
    assert met.choice is None
    _, followed = played(mind, TOUGH, CLAIM, GOOD)
    assert followed.choice
    assert followed.choice.turned
    assert set(followed.choice.turned) <= {"Uglanov", "Molotov", "Moscow", "1928", "November"}


def test_a_student_who_is_stuck_twice_gets_a_smaller_question_and_then_goes_on(mind: Mind) -> None:
    _, first, second, third = played(mind, STANDARD, CLAIM, "idk", "idk", "idk")
    assert first.kind == second.kind == "aside"
    assert "yes or no" in said(second, "question")[0]
    assert said(second, "hint")
    assert third.kind == "reply"
    assert third.round.phase == "claim"
    assert "open" in said(third, "prompt")[0]


@pytest.mark.parametrize("text", ["yes", "fuck this", "asdf asdf", "lol", "hello", "why?", "ok ok ok", "pass", "🙂"])
def test_what_is_no_reply_gets_the_question_again(mind: Mind, text: str) -> None:
    first, aside = played(mind, STANDARD, CLAIM, text)
    assert aside.kind == "aside"
    assert aside.round.exchanges == 0
    assert said(first, "question")[0] in " ".join(said(aside, "question"))
    assert sum(len(line.text.split()) for line in aside.lines) <= 60


def test_conceding_is_called_a_strength_and_asks_what_remains(mind: Mind) -> None:
    _, conceded, rest = played(mind, STANDARD, CLAIM, Move("concede"), GOOD)
    (asked,) = said(conceded, "question")
    assert "strength" in asked or "good debating" in asked
    assert asked.endswith("?")
    assert rest.choice is None
    assert rest.round.exchanges == 1


def test_a_redraft_replaces_the_reply_and_goes_on_from_the_same_challenge(mind: Mind) -> None:
    first, weak, better = played(mind, STANDARD, CLAIM, WEAK, Move("redraft", GOOD))
    assert better.answered == first.round.attack
    assert better.assessment
    assert weak.assessment
    assert better.assessment.quality > weak.assessment.quality
    assert better.round.exchanges == 1


def test_a_judgement_that_opens_like_a_question_is_still_heard(mind: Mind) -> None:
    text = (
        "It was hardly the post. By the measure of what could have gone differently, Trotsky's errors matter more than "
        "the post, because he could have beaten him in 1923 with the Testament."
    )
    plan = Plan("general-secretary", "against", "standard", 2, 5)
    claims = ("Trotsky was arrogant", "Stalin was clever at playing his rivals off against each other")
    moves = [claims[0], "idk", "idk", "idk", claims[1], "no", "no", "no"]
    *_, asked, judged = played(mind, plan, *moves, text)
    assert asked.round.phase == "judgement"
    assert judged.kind == "judgement"
    assert judged.round.phase == "finished"


def test_the_judgement_is_sent_back_once_with_what_it_lacks(mind: Mind) -> None:
    moves = [CLAIM, "idk", "idk", "idk", "the Lenin enrolment brought in workers", "no", "no"]
    plan = Plan("general-secretary", "for", "standard", 2, 1)
    *_, back, done = played(mind, plan, *moves, "he won because of the post", "he won because of his post and jobs")
    assert back.round.asked_again
    assert back.round.phase == "judgement"
    assert done.round.phase == "finished"
    assert said(done, "feedback")


def test_a_wrong_date_is_corrected_and_is_no_evidence(mind: Mind) -> None:
    _, outcome = played(
        mind, STANDARD, CLAIM, "Because Stalin became General Secretary in 1919, which gave him years to put his men in"
    )
    assert outcome.assessment
    assert said(outcome, "correction")
    assert not any("1919" in item for item in outcome.assessment.evidence)
    assert "needs mending" in outcome.assessment.reasons[-1]
    assert all("1919" not in text or "“" in text for text in said(outcome, "assessment"))
