from __future__ import annotations

from itertools import count

import pytest

from bot.base.motion import Motion, Stance
from bot.base.timeline import MistakeKind
from bot.debate.answer import Mind
from bot.debate.evaluation import Confusion, Evaluation, Share, evaluate
from bot.debate.labelled import LabelledClaim, LabelledMistake
from bot.debate.listening import Found, Heard, Ranked, listen
from bot.debate.recognition import Verdict


def claim(primary: str, *also: str, stance: Stance = "for", errors: tuple[MistakeKind, ...] = ()) -> LabelledClaim:
    mistakes = tuple(LabelledMistake(kind=kind) for kind in errors)
    return LabelledClaim(id="c", text="some words", primary=primary, also=also, stance=stance, errors=mistakes)


def heard(
    *ids: str,
    verdict: Verdict = "argument",
    stance: Stance = "for",
    mistakes: tuple[MistakeKind, ...] = (),
    others: tuple[str, ...] = (),
) -> Heard:
    ranking = tuple(Ranked(name, 1 - place / 10) for place, name in enumerate(ids))
    return Heard(verdict, stance, ranking, others, tuple(Found("m", kind, "words") for kind in mistakes))


def figures(museum: Motion, *pairs: tuple[LabelledClaim, Heard]) -> Evaluation:
    return evaluate(museum, [claim for claim, _ in pairs], [found for _, found in pairs])


def test_right_is_the_primary_argument_or_one_of_the_others_that_are_right(museum: Motion) -> None:
    found = figures(
        museum,
        (claim("safer-here"), heard("safer-here")),
        (claim("safer-here", "belongs-home"), heard("belongs-home")),
        (claim("safer-here"), heard("belongs-home", "taken-unfairly", "safer-here")),
        (claim("safer-here"), heard("belongs-home", "taken-unfairly", "more-people-see-it", "safer-here")),
    )
    assert (found.top1, found.top3) == (Share(2, 4), Share(3, 4))


def test_what_is_used_more_weighs_more_however_many_claims_there_are(museum: Motion) -> None:
    right = (claim("safer-here"), heard("safer-here"))  # used 5
    wrong = (claim("more-people-see-it"), heard("safer-here"))  # used 3
    assert figures(museum, right, right, right, wrong).top1_by_use == Share(5, 8)


def test_arguments_of_one_family_count_as_one(museum: Motion) -> None:
    found = figures(
        museum,
        (claim("taken-unfairly"), heard("belongs-home")),
        (claim("taken-unfairly"), heard("safer-here", verdict="unsure")),
    )
    assert (found.top1, found.top1_by_family) == (Share(0, 2), Share(1, 2))
    family = next(one for one in found.families if "taken-unfairly" in one.arguments)
    assert set(family.arguments) == {"taken-unfairly", "belongs-home"}
    assert (family.top1, family.asserted, family.asserted_right) == (Share(1, 2), Share(1, 2), Share(1, 1))


def test_every_argument_stands_in_exactly_one_family(museum: Motion) -> None:
    found = figures(museum, (claim("none"), heard(verdict="none")))
    assert sorted(name for family in found.families for name in family.arguments) == sorted(museum.arguments)


def test_abstention_is_measured_both_ways(museum: Motion) -> None:
    found = figures(
        museum,
        (claim("none"), heard("safer-here", verdict="none")),
        (claim("none"), heard("safer-here", verdict="unsure")),
        (claim("safer-here"), heard("safer-here", verdict="none")),
        (claim("safer-here"), heard("safer-here")),
        (claim("safer-here"), heard("safer-here", verdict="unsure")),
    )
    assert found.nonsense_left_alone == Share(1, 2)
    assert found.arguments_left_alone == Share(1, 3)


def test_what_is_asserted_of_a_claim_without_argument_counts_as_wrong(museum: Motion) -> None:
    found = figures(
        museum,
        (claim("none"), heard("safer-here")),
        (claim("safer-here"), heard("safer-here", others=("belongs-home",))),
        (claim("safer-here"), heard("belongs-home", verdict="unsure")),
    )
    assert found.coverage == Share(1, 2)
    assert (found.asserted_right, found.asserted_wrong) == (Share(1, 2), Share(1, 2))
    assert found.others_right == Share(0, 1)


def test_mistakes_are_counted_by_claim_and_one_by_one(museum: Motion) -> None:
    found = figures(
        museum,
        (claim("safer-here", errors=("date", "role")), heard("safer-here", mistakes=("event",))),
        (claim("safer-here", errors=("date",)), heard("safer-here")),
        (claim("safer-here", errors=("date",)), heard("safer-here", mistakes=("date",))),
        (claim("safer-here"), heard("safer-here", mistakes=("role",))),
    )
    assert (found.mistaken_claims_precision, found.mistaken_claims_recall) == (Share(2, 3), Share(2, 3))
    assert (found.mistakes_precision, found.mistakes_recall) == (Share(2, 3), Share(2, 4))
    assert found.mistakes_of_labelled_kind == Share(1, 2)


def test_confusions_name_what_was_wanted_and_heard_the_commonest_first(museum: Motion) -> None:
    found = figures(
        museum,
        (claim("none"), heard("safer-here", verdict="unsure")),
        (claim("safer-here"), heard("belongs-home")),
        (claim("safer-here"), heard("belongs-home", verdict="unsure")),
        (claim("safer-here"), heard("safer-here", verdict="none")),
        (claim("safer-here"), heard("safer-here")),
    )
    assert found.confusions == (
        Confusion("safer-here", "belongs-home", 2),
        Confusion("none", "safer-here", 1),
        Confusion("safer-here", "none", 1),
    )


@pytest.mark.parametrize(
    ("wanted", "found", "wrong"),
    [
        (claim("safer-here"), heard("safer-here"), None),
        (claim("none", stance="neither"), heard("safer-here", verdict="none", stance="neither"), None),
        (claim("safer-here"), heard("belongs-home"), ("argument",)),
        (claim("safer-here"), heard("safer-here", stance="against"), ("stance",)),
        (claim("safer-here"), heard("safer-here", verdict="none"), ("wrongly left alone",)),
        (claim("safer-here"), heard(verdict="none"), ("wrongly left alone", "argument")),
        (claim("none"), heard("safer-here", verdict="unsure"), ("not left alone",)),
        (claim("safer-here", errors=("date",)), heard("safer-here"), ("mistake missed",)),
        (claim("safer-here"), heard("safer-here", mistakes=("date",)), ("mistake imagined",)),
        (
            claim("safer-here", errors=("date",)),
            heard("safer-here", mistakes=("role",)),
            ("mistake of another kind",),
        ),
    ],
)
def test_a_miss_says_everything_that_was_not_heard_as_labelled(
    museum: Motion, wanted: LabelledClaim, found: Heard, wrong: tuple[str, ...] | None
) -> None:
    assert [miss.wrong for miss in figures(museum, (wanted, found)).misses] == ([wrong] if wrong else [])


def test_a_share_of_nothing_is_undefined(museum: Motion) -> None:
    found = figures(museum, (claim("none"), heard(verdict="none")))
    assert found.top1.share is None
    assert found.asserted_right.share is None
    assert found.nonsense_left_alone.share == 1


def test_listening_hears_what_recognition_and_fact_check_say_and_takes_the_time_from_the_clock(mind: Mind) -> None:
    ticks = count()
    text = "He packed the Thirteenth Congress in 1925 with delegates who owed him their jobs."
    found = listen(mind, text, lambda: float(next(ticks)))
    recognised = mind.recogniser.recognise(text)
    assert [one.id for one in found.ranking] == [match.id for match in recognised.matches]
    assert (found.verdict, found.stance) == (recognised.verdict, recognised.stance)
    assert [one.kind for one in found.mistakes] == ["date"]
    assert (found.recognising, found.checking) == (1.0, 1.0)


def test_a_disputed_story_is_no_mistake(mind: Mind) -> None:
    text = "Stalin told Trotsky the wrong date for Lenin's funeral so he missed it."
    assert [mistake.sure for mistake in mind.facts.check(text)] == ["disputed"]
    assert listen(mind, text, lambda: 0.0).mistakes == ()
