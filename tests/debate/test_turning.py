from __future__ import annotations

from bot.base.motion import Motion
from bot.debate.turning import Turning


def test_people_and_years_of_a_reply_are_ground_to_turn_and_the_motions_own_words_are_not(motion: Motion) -> None:
    turning = Turning(motion, "then stalin sacked uglanov in 1928 at the congress in April")
    assert set(turning.turned("Uglanov told Stalin in April 1928 about the Congress.")) == {"Uglanov", "1928"}


def test_only_telling_names_are_said_to_the_student(motion: Motion) -> None:
    turning = Turning(motion, "Trotsky and Uglanov")
    assert turning.told("Trotsky met Uglanov.") == ("Uglanov",)
    assert turning.turned("Trotsky met Uglanov.")["Uglanov"] > turning.turned("Trotsky met Uglanov.")["Trotsky"]


def test_another_argument_is_near_only_with_a_person_and_one_thing_more(motion: Motion) -> None:
    turning = Turning(motion, "Uglanov lost Moscow in 1928")
    assert turning.near("Uglanov fell in 1928.")
    assert not turning.near("Uglanov fell.")
    assert not turning.near("It was 1928.")


def test_nothing_said_is_no_ground(motion: Motion) -> None:
    assert Turning(motion, "").turned("Uglanov fell in 1928.") == {}


def test_a_figure_is_named_whole(motion: Motion) -> None:
    turning = Turning(motion, "it brought in 200,000 new members")
    assert turning.turned("The purge removed 170,000 members and let in 200,000.").keys() == {"200,000"}
    assert turning.told("The purge removed 170,000 members.") == ()
