from __future__ import annotations

import pytest

from bot.base.motion import Motion
from bot.debate.points import QUOTED, Points, shown


@pytest.fixture(scope="module")
def patronage(motion: Motion) -> Points:
    return Points(motion.arguments["patronage"])


def test_a_short_claim_is_quoted_whole(patronage: Points) -> None:
    assert patronage.hear("he put his mates in all the top jobs").words == "he put his mates in all the top jobs"


def test_what_stands_before_the_reason_is_not_quoted(patronage: Points) -> None:
    said = patronage.hear(
        "I think that Stalin was able to defeat his rivals because he could appoint his own supporters to the top jobs"
    )
    assert said.words == "he could appoint his own supporters to the top jobs"


def test_a_long_claim_is_quoted_where_it_speaks_of_the_argument(patronage: Points) -> None:
    said = patronage.hear(
        "The 1920s were a hard time for the Soviet Union and the weather was bad as well. He gave every job to his own "
        "men. Nobody could have known then how that would end in the years after the war."
    )
    assert said.words == "He gave every job to his own men"


def test_of_two_statements_joined_by_and_only_the_one_about_the_argument_is_quoted(patronage: Points) -> None:
    said = patronage.hear("he put his mates in all the top jobs n the lenin enrolment gave him 240,000 new members")
    assert said.words == "he put his mates in all the top jobs"


def test_a_quotation_is_short_and_has_no_marks_of_its_own(patronage: Points) -> None:
    said = patronage.hear('he "picked" ' + "officials for every single post in the party " * 20)
    assert len(said.words.split()) <= QUOTED + 1
    assert '"' not in said.words


@pytest.mark.parametrize("text", ["", "jobs", "he fucking hired everyone", "🙂🙂"])
def test_what_is_better_not_repeated_is_not_quoted(patronage: Points, text: str) -> None:
    assert patronage.hear(text).words == ""


def test_the_point_that_was_made_comes_first(patronage: Points) -> None:
    assert patronage.hear("he filled key posts with his own men").points[0] == "own-men"


def test_points_are_heard_better_than_by_chance(motion: Motion) -> None:
    right = total = 0
    for argument in motion.arguments.values():
        points = Points(argument)
        for point in argument.points:
            said = points.hear(point.says)
            right += said.points[:1] == (point.id,)
            total += 1
    assert right >= 0.95 * total


def test_words_shown_are_content_and_none_belong_to_the_motion(motion: Motion) -> None:
    beside = motion.heading.motion
    assert shown(("to 65", "that lenin"), beside=beside) == ("lenin",)
    assert shown(("jobs", "top jobs"), beside=beside) == ("jobs",)
    assert shown(("stalin", "general secretary"), beside=beside) == ()
    assert shown(("he gave", "funeral"), beside=beside) == ("funeral",)
    assert shown(("boring work", "by stalin"), beside=beside) == ("boring work",)
