from __future__ import annotations

import textwrap
from collections.abc import Sequence

from played import played

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.debate.assessment import Assessor
from bot.debate.feedback import COLUMNS, ROWS, feedback_lines, progress, progress_lines, summarise
from bot.debate.round import Move, Plan, Turn
from bot.debate.said import Line
from bot.debate.wording import sentences

SENTENCE = "In 1925 the vote was 559 to 65 because secretaries chose the delegates."
TURN = Turn(
    "reply",
    SENTENCE,
    arguments=("congress-votes",),
    answered="patronage-uglanov-turned",
    quality=2,
    evidence=("1925",),
    explains="because",
    tags=("specific evidence", "explanation"),
)


def rows(lines: Sequence[Line]) -> int:
    return sum(len(textwrap.wrap(line.text, COLUMNS)) for line in lines)


def test_a_sentence_that_earned_two_tags_is_quoted_once(motion: Motion) -> None:
    quoting = [text for text in said(motion, [TURN]) if "In 1925 the vote was 559 to 65" in text]
    assert len(quoting) == 1
    assert quoting[0].startswith("Explanation, specific evidence: “")


def said(motion: Motion, turns: Sequence[Turn]) -> list[str]:
    return [line.text for line in feedback_lines(motion, Plan(motion.id, "for"), turns)]


def test_the_two_strongest_unused_arguments_of_the_side_are_named(motion: Motion) -> None:
    ignored = summarise(motion, {"for"}, [TURN]).ignored
    weights = [motion.arguments[name].weight for name, side in motion.sides.items() if side == "for"]
    assert len(ignored) == 2
    assert "congress-votes" not in ignored
    assert motion.arguments[ignored[0]].weight == max(weights)


def test_every_id_that_the_feedback_names_is_in_the_base(motion: Motion) -> None:
    known = {*motion.arguments, *motion.sources}
    known |= {item.id for argument in motion.arguments.values() for item in (*argument.evidence, *argument.challenges)}
    assert {name for line in feedback_lines(motion, Plan(motion.id, "for"), [TURN]) for name in line.ids} <= known


def test_the_next_steps_concern_the_students_own_side(motion: Motion) -> None:
    theirs = Turn("claim", "Trotsky made mistakes", arguments=("trotsky-errors",))
    own = Turn("claim", "he gave out jobs", arguments=("patronage",))
    advice = {item.do for name in ("trotsky-errors",) for item in motion.arguments[name].next_steps}
    steps = [step for step, _ in summarise(motion, {"for"}, [theirs, own, TURN]).steps]
    assert steps
    assert not advice & set(steps)
    assert "own side" in summarise(motion, {"for"}, [theirs]).steps[0][0]


def test_a_step_asks_for_nothing_that_was_said(motion: Motion) -> None:
    years = {item.id: item.when[:4] for item in motion.arguments["patronage"].evidence}
    for step in motion.arguments["patronage"].next_steps:
        turn = Turn("claim", f"jobs in {years[step.evidence]}", arguments=("patronage",))
        assert step.do not in [text for text, _ in summarise(motion, {"for"}, [turn]).steps]


def test_specific_evidence_is_tagged_only_where_evidence_is_named(motion: Motion) -> None:
    assessor = Assessor(motion.heading)
    for reply in (
        "because the local secretaries chose delegates and he had chosen the secretaries",
        "the delegates were picked by people who owed their careers to him so they clapped when told to clap",
    ):
        found = assessor.assess(reply, challenge="If he was popular, how much did controlling votes matter later?")
        assert ("specific evidence" in found.tags) == bool(found.evidence and found.quality >= 2)


def test_a_tag_is_quoted_with_the_words_that_earned_it(motion: Motion) -> None:
    long = "and he was quick and he was clever and he was patient " * 3
    turn = Turn("judgement", f"There was luck {long}. To a large extent it was the post.", tags=("judgement", "claim"))
    tags = dict(summarise(motion, {"for"}, [turn]).tags)
    assert tags["judgement"] == "To a large extent it was the post"
    assert tags["claim"].startswith("There was luck")
    late = Turn("judgement", f"Well {long} it was mostly the post", tags=("judgement",))
    ((_, sentence),) = summarise(motion, {"for"}, [late]).tags
    assert sentence.startswith("... ")
    assert "mostly the post" in sentence


def test_a_claim_that_was_heard_is_quoted_as_the_claim(motion: Motion) -> None:
    turns = [Turn("claim", "he gave out jobs", arguments=("patronage",)), Turn("reply", "idk he did", tags=("claim",))]
    assert ("claim", "he gave out jobs") in summarise(motion, {"for"}, turns).tags


def test_a_judgement_that_was_sent_back_is_not_quoted(motion: Motion) -> None:
    tags = ("claim", "judgement")
    turns = [Turn("judgement", "it was mostly him", tags=tags), Turn("judgement", "it was partly the post", tags=tags)]
    assert dict(summarise(motion, {"for"}, turns).tags) == {"judgement, claim": "it was partly the post"}


def test_evidence_that_a_claim_brought_up_counts(motion: Motion) -> None:
    claim = Turn("claim", "they lost 559 to 65 in 1925", arguments=("congress-votes",), evidence=("1925", "559 to 65"))
    found = summarise(motion, {"for"}, [claim])
    assert found.evidence == ("1925, 559 to 65",)
    assert dict(found.tags) == {"specific evidence, claim": "they lost 559 to 65 in 1925"}


def test_evidence_is_listed_turn_by_turn_and_met_with_the_evidence_of_the_base(motion: Motion) -> None:
    turn = Turn(
        "reply",
        "Uglanov lost Moscow to Molotov in November 1928",
        answered="patronage-uglanov-turned",
        quality=2,
        evidence=("November 1928", "Uglanov", "Molotov"),
    )
    found = summarise(motion, {"for"}, [turn])
    assert found.evidence == ("November 1928, Uglanov, Molotov",)
    assert len(found.facts) == 1
    texts = {item.id: item for argument in motion.arguments.values() for item in argument.evidence}
    assert texts[found.facts[0]].when.startswith("1928")
    assert f"For your notes: {texts[found.facts[0]].text}" in said(motion, [turn])


def test_the_month_and_the_words_choose_among_facts_of_one_year(motion: Motion) -> None:
    text = "Lenin's Testament wasn't published because Kamenev and Zinoviev protected him in May 1924"
    turn = Turn("reply", text, evidence=("May 1924", "Lenin's Testament"))
    (fact,) = summarise(motion, {"against"}, [turn]).facts
    texts = {item.id: item.text for argument in motion.arguments.values() for item in argument.evidence}
    assert "May 1924" in texts[fact]
    assert "Testament" in texts[fact]


def test_a_year_alone_reminds_of_no_evidence(motion: Motion) -> None:
    turn = Turn("reply", "it was in 1924 and Stalin won", evidence=("1924",))
    assert summarise(motion, {"for"}, [turn]).facts == ()


def test_people_without_a_date_or_a_figure_remind_of_no_evidence(motion: Motion) -> None:
    turn = Turn("reply", "kamenev and zinoviev split with trotsky and bukharin", evidence=("Kamenev", "Trotsky"))
    assert summarise(motion, {"for"}, [turn]).facts == ()


def test_there_are_two_steps_even_where_everything_was_said(motion: Motion) -> None:
    years = " ".join(item.when[:4] for item in motion.arguments["patronage"].evidence)
    turn = Turn("reply", years, ("patronage",), quality=3, evidence=("1924",), explains="because", tags=("judgement",))
    steps = summarise(motion, {"for"}, [turn]).steps
    assert len(steps) == 2
    assert all(step.startswith("Try ") for step, _ in steps)


def test_a_challenge_that_stays_open_is_repeated_whole_with_its_argument(motion: Motion) -> None:
    turn = Turn("reply", "no", answered="patronage-uglanov-turned", quality=0)
    put = next(item for item in motion.arguments["patronage"].challenges if item.id == turn.answered)
    assert f"Still open (Patronage and appointments): “{put.text} {put.question}”" in said(motion, [turn])


def test_a_student_is_sent_to_read_only_what_the_base_advises(motion: Motion) -> None:
    advised = {name for argument in motion.arguments.values() for name in argument.reading}
    assert not [name for name in advised if "in Russian" in motion.sources[name].title]
    open_ = [Turn("reply", "no", answered=item.id, quality=0) for item in motion.arguments["patronage"].challenges]
    assert [item.id for item in motion.arguments["patronage"].challenges if item.source not in advised]
    assert {summarise(motion, {"for"}, [turn]).reading for turn in open_} <= advised


def test_a_point_that_was_conceded_counts_as_good_debating(motion: Motion) -> None:
    turn = Turn("concede", "", answered="patronage-uglanov-turned")
    assert any("good debating" in text for text in said(motion, [turn]))


def test_the_longest_feedback_fits_one_screen(motion: Motion) -> None:
    mistakes = tuple(item.id for item in sorted(motion.misconceptions, key=lambda item: -len(item.says)))[:5]
    sentence = "Extraordinarily longwinded sentences about Uglanov and Molotov in November 1928, because of the votes"
    turns = [
        Turn(
            "reply",
            f"{sentence} number {number}. " * 4,
            arguments=tuple(motion.sides)[:6],
            answered=challenge.id,
            quality=number % 3,
            evidence=("November 1928", "Nikolai Uglanov", "Vyacheslav Molotov", f"{number},000"),
            explains="because of the votes",
            mistakes=mistakes,
            tags=(tag,),
        )
        for number, (tag, challenge) in enumerate(
            zip(
                ("judgement", "factor weighed", "explanation", "specific evidence", "counter acknowledged", "claim"),
                motion.arguments["patronage"].challenges,
                strict=False,
            )
        )
    ]
    assert rows(feedback_lines(motion, Plan(motion.id, "for"), turns)) <= ROWS
    assert rows(progress_lines(motion, [("for", turns), ("against", turns)] * 5)) <= ROWS
    assert rows(feedback_lines(motion, Plan(motion.id, "for"), [])) <= ROWS


def test_progress_counts_a_challenge_as_met_when_one_round_met_it(motion: Motion) -> None:
    missed = Turn("reply", "no", answered="patronage-uglanov-turned", quality=0)
    met = Turn("reply", "Molotov replaced him", answered="patronage-uglanov-turned", quality=2)
    assert progress(motion, [("for", [missed])]).unmet == ("patronage-uglanov-turned",)
    found = progress(motion, [("for", [missed]), ("against", [met])])
    assert (found.met, found.unmet) == (("patronage-uglanov-turned",), ())


def test_progress_says_what_was_covered_on_each_side(motion: Motion) -> None:
    used = Turn("claim", "he gave out jobs", arguments=("patronage", "trotsky-errors"))
    texts = [line.text for line in progress_lines(motion, [("for", [used]), ("for", [TURN]), ("against", [])])]
    assert texts[0] == "Rounds: 3, of which 2 for the motion and 1 against it."
    assert "Arguments for the motion, 2 of 9: Votes at the congresses; Patronage and appointments." in texts
    assert "Arguments against the motion, 1 of 16: Trotsky's own mistakes." in texts


def test_progress_without_rounds_says_how_to_begin(motion: Motion) -> None:
    (line,) = progress_lines(motion, [])
    assert "Start one" in line.text


def test_no_sentence_of_the_bot_knows_the_motion(motion: Motion) -> None:
    names = [name for person in motion.heading.people for name in (person.name.split()[-1], *person.aliases)]
    said = " ".join(text for variants in sentences().values() for text in variants).casefold()
    assert [name for name in names if f" {name.casefold()} " in f" {said} "] == []


def test_what_was_denied_or_granted_is_not_said_to_have_been_argued(motion: Motion) -> None:
    denied = Turn("claim", "it was not fear", arguments=("fear-of-trotsky",), faced=("fear-of-trotsky",))
    found = summarise(motion, {"for"}, [denied])
    assert (found.used, found.faced) == ((), ("fear-of-trotsky",))
    assert said(motion, [denied])[0] == ("You spoke about Fear of Trotsky, but made no argument for your own side yet.")
    assert said(motion, [denied, TURN])[0] == "You argued: Votes at the congresses."


def test_what_was_denied_once_and_argued_later_was_argued(motion: Motion) -> None:
    denied = Turn("claim", "not the votes", arguments=("congress-votes",), faced=("congress-votes",))
    assert summarise(motion, {"for"}, [denied, TURN]).used == ("congress-votes",)


def test_a_round_of_denials_ends_without_arguments_of_ones_own(mind: Mind) -> None:
    plan = Plan(mind.motion.id, "for", "standard", 3, 1)
    outcome = played(mind, plan, "It was not fear of Trotsky", Move("end"))[-1]
    assert not [line for line in outcome.lines if line.text.startswith(("You argued", "Your arguments"))]
