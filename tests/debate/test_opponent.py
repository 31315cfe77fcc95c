from __future__ import annotations

import random

import pytest

from bot.base.motion import SIDES, Level, Motion, Side
from bot.debate.opponent import Choice, Met, attacks_on, choose, find_attack
from bot.debate.points import content

LEVELS: tuple[Level, ...] = ("guided", "standard", "tough")


def chosen(
    motion: Motion,
    name: str = "patronage",
    *,
    by_evidence: bool = False,
    points: tuple[str, ...] = (),
    level: Level = "standard",
    side: Side = "for",
    put: frozenset[str] = frozenset(),
    met: Met | None = None,
    reply: str = "",
    said: tuple[str, ...] = (),
    seed: int = 1,
) -> Choice:
    choice = choose(
        motion,
        motion.arguments[name],
        by_evidence=by_evidence,
        points=points,
        level=level,
        side=side,
        put=put,
        met=met or Met(),
        reply=reply,
        rng=random.Random(seed),
        said=said,
    )
    assert choice is not None
    return choice


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("by_evidence", [False, True])
def test_every_argument_has_something_to_put_until_the_other_side_is_used_up(
    motion: Motion, level: Level, side: Side, by_evidence: bool
) -> None:
    for name in motion.arguments:
        put: frozenset[str] = frozenset()
        for _ in range(12):
            attack = chosen(motion, name, by_evidence=by_evidence, level=level, side=side, put=put).attack
            assert attack.id not in put
            put |= {attack.id}


def test_what_answers_the_point_is_preferred(motion: Motion) -> None:
    for argument in motion.arguments.values():
        for point in argument.points:
            if any(point.id in challenge.points for challenge in argument.challenges):
                choice = chosen(motion, argument.id, points=(point.id,))
                assert point.id in choice.attack.points
                assert "it answers the very point that was made" in choice.why


def test_evidence_that_is_put_speaks_of_the_point_that_was_made(motion: Motion) -> None:
    for argument in motion.arguments.values():
        for point in argument.points:
            if any(point.id in evidence.points for evidence in argument.evidence):
                choice = chosen(motion, argument.id, by_evidence=True, points=(point.id,))
                assert point.id in choice.attack.points


def test_evidence_without_points_is_chosen_by_the_words_of_the_point(motion: Motion) -> None:
    for argument in motion.arguments.values():
        unmarked = tuple(item.model_copy(update={"points": ()}) for item in argument.evidence)
        bare = argument.model_copy(update={"evidence": unmarked})
        changed = motion.model_copy(update={"arguments": {**motion.arguments, argument.id: bare}})
        for point in argument.points:
            shared = {item.id: len(content(item.text) & content(point.says)) for item in unmarked}
            best = chosen(changed, argument.id, by_evidence=True, points=(point.id,)).attack.id
            assert min(shared[best], 2) == min(max(shared.values()), 2)


def test_a_guided_round_begins_gently_and_a_tough_one_does_not(motion: Motion) -> None:
    for name, argument in motion.arguments.items():
        kinds = {challenge.hardness for challenge in argument.challenges}
        if "gentle" in kinds:
            assert chosen(motion, name, level="guided").attack.hardness == "gentle"
        if "hard" in kinds:
            assert chosen(motion, name, level="tough").attack.hardness == "hard"


def test_a_challenge_of_the_last_rounds_waits_until_the_others_are_used(motion: Motion) -> None:
    own = [item.id for item in attacks_on(motion.arguments["patronage"], by_evidence=False)]
    for last in own:
        met = Met(recent=frozenset(own) - {last}, known=frozenset(own))
        assert chosen(motion, met=met).attack.id == last
    assert chosen(motion, met=Met(recent=frozenset(own), known=frozenset(own))).attack.id in own


def test_what_the_student_never_answered_well_comes_back_first_and_says_so(motion: Motion) -> None:
    own = list(attacks_on(motion.arguments["patronage"], by_evidence=False))
    same = [item for item in own if item.hardness == "standard" and "own-men" in item.points]
    for item in same:
        met = Met(known=frozenset(other.id for other in own), unanswered=frozenset({item.id}))
        choice = chosen(motion, points=("own-men",), met=met)
        assert choice.attack.id == item.id
        assert "the student has not answered it well before" in choice.why


def test_a_tough_follow_up_turns_what_the_reply_brought_up(motion: Motion) -> None:
    reply = "Kaganovich was put in charge of the department in 1924, and Uglanov got Moscow."
    first = chosen(motion, level="tough").attack.id
    choice = chosen(motion, level="tough", put=frozenset({first}), reply=reply)
    assert choice.turned
    assert all(word.lower() in reply.lower() and word in choice.attack.text for word in choice.turned)
    assert any(why.startswith("it turns what the reply itself brought up") for why in choice.why)


@pytest.mark.parametrize("level", ["guided", "standard"])
def test_only_a_tough_round_turns_the_reply(motion: Motion, level: Level) -> None:
    assert chosen(motion, level=level, reply="Uglanov got Moscow in 1924").turned == ()


def test_the_same_seed_chooses_the_same_and_seeds_differ(motion: Motion) -> None:
    picks = [chosen(motion, seed=seed).attack.id for seed in range(12)]
    assert picks == [chosen(motion, seed=seed).attack.id for seed in range(12)]
    assert len({chosen(motion, name, seed=seed).attack.id for name in motion.arguments for seed in range(4)}) > len(
        motion.arguments
    )


def test_every_choice_says_why_in_words(motion: Motion) -> None:
    for name in motion.arguments:
        for level in LEVELS:
            assert all(len(why.split()) > 3 for why in chosen(motion, name, level=level).why)


def test_what_was_put_is_found_again_by_its_id(motion: Motion) -> None:
    for argument in motion.arguments.values():
        for by_evidence in (False, True):
            for attack in attacks_on(argument, by_evidence=by_evidence):
                assert find_attack(motion, attack.id) == attack
    assert find_attack(motion, "gone") is None


def test_a_neighbouring_argument_turns_a_reply_only_where_it_names_a_person_and_one_thing_more(motion: Motion) -> None:
    for reply in ("the congress met in April and the committee voted", "it was in 1926", "Trotsky lost"):
        for seed in range(5):
            choice = chosen(motion, "regional-secretaries", level="tough", reply=reply, seed=seed)
            assert choice.attack.argument == "regional-secretaries"
            assert not {"April", "Congress", "Committee"} & set(choice.turned)


@pytest.mark.parametrize("level", LEVELS)
def test_what_the_student_granted_already_is_not_put(motion: Motion, level: Level) -> None:
    for argument in motion.arguments.values():
        for challenge in argument.challenges:
            granted = (f"I agree, {challenge.text} That is so.",)
            assert chosen(motion, argument.id, level=level, said=granted).attack.id != challenge.id


@pytest.mark.parametrize("granted", ["zinoviev only had leningrad delegates", "zinovyev onley had leningrd delegats"])
def test_what_the_student_granted_is_not_put_whatever_its_spelling(motion: Motion, granted: str) -> None:
    said = (f"in december 1925 {granted} and they voted with him",)
    same = "congress-leningrad-delegation"
    assert chosen(motion, "congress-votes", points=("packed-delegates",)).attack.id == same
    assert chosen(motion, "congress-votes", points=("packed-delegates",), said=said).attack.id != same


def test_half_of_a_challenge_granted_leaves_no_news_in_it(motion: Motion) -> None:
    said = ("in 1925 zinovyev onley had leningrad deligates",)
    choice = chosen(motion, "congress-votes", points=("packed-delegates",), said=said)
    assert choice.attack.id != "congress-leningrad-delegation"
