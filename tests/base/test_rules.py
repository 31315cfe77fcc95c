from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.base.counts import counts
from bot.base.loading import check_base
from bot.base.motion import Motion
from bot.base.rules import Limits, strict_faults

Spoil = Callable[[str, str, str], None]
SHIPPED = Path(__file__).parents[2] / "arguments"
HOME = "for/belongs-home.yaml"
SMALL = Limits(
    evidence=2, challenges=3, phrasings=10, denials=2, not_arguments=20, misconceptions=0, named=5, sources=5
)


def faults(base: Path, limits: Limits = SMALL) -> list[str]:
    motions, unsound = check_base(base)
    assert unsound == []
    return [str(fault) for fault in strict_faults(base, motions, limits)]


def test_the_shipped_base_keeps_every_strict_rule() -> None:
    assert faults(SHIPPED, Limits()) == []


def test_a_small_motion_keeps_the_rules_of_small_limits(base: Path) -> None:
    assert faults(base) == []


def test_a_small_motion_is_told_all_that_a_class_would_miss(base: Path) -> None:
    found = faults(base, Limits())
    assert "museum/tarland-bell/misconceptions.yaml:1: has 3 misconceptions: 45 or more are needed" in found
    assert f"museum/tarland-bell/{HOME}:29: evidence: has 2 pieces of evidence: 5 or more are needed" in found
    assert len([fault for fault in found if "phrasings: 60 or more are needed" in fault]) == 4


@pytest.mark.parametrize(
    ("limits", "fault"),
    [
        ({"evidence": 3}, "has 2 pieces of evidence: 3 or more"),
        ({"challenges": 4}, "has 3 challenges: 4 or more"),
        ({"kinds": 4}, "has 3 kinds of challenge: 4 or more"),
        ({"hardnesses": 4}, "has 3 hardnesses of challenge: 4 or more"),
        ({"phrasings": 12}, "has 11 phrasings: 12 or more"),
        ({"short": 1.0}, "short phrasings: 11 or more"),
        ({"denials": 3}, "has 2 denials: 3 or more"),
        ({"phrasings_of_point": 5}, "points.place.phrasings: has 4 phrasings of this point: 5 or more"),
        ({"evidence_of_point": 3}, "points.place: has 2 pieces of evidence with it in `points`: 3 or more"),
        ({"challenges_of_point": 3}, "points.place: has 2 challenges with it in `points`: 3 or more"),
        ({"not_arguments": 100}, "messages that are no argument: 100 or more"),
        ({"misconceptions": 4}, "has 3 misconceptions: 4 or more"),
        ({"misconceptions": 1}, "has 0 misconceptions of the kind role: 1 or more"),
        ({"disputed": 2}, "has 1 disputed misconceptions: 2 or more"),
        ({"named": 6}, "has 5 people and terms: 6 or more"),
        ({"sources": 6}, "has 5 sources that it cites: 6 or more"),
        ({"balance": 1.01}, "an argument has 11.0 phrasings on average, and 12.5 on the other side"),
    ],
)
def test_each_limit_is_held(base: Path, limits: dict[str, float], fault: str) -> None:
    found = faults(base, replace(SMALL, **limits))  # type: ignore[arg-type]
    assert any(fault in line for line in found), found


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            HOME,
            "its their heritage not ours",
            "Hale just TOOK it!",
            "'hale just took it' stands in museum/tarland-bell/for/belongs-home.yaml:12 already",
        ),
        (
            HOME,
            "heritage is shared by everyone",
            "it is complicated",
            "'it is complicated' stands in museum/tarland-bell/for",
        ),
        (
            HOME,
            "its their heritage not ours",
            "They never said no to it being taken.",
            "differs by one word from that in museum/tarland-bell/for/belongs-home.yaml:12",
        ),
        (HOME, "its their heritage not ours", "hale just took it then", "differs by one word"),
        (HOME, "related: [taken-unfairly]", "related: []", "related: has 0 related arguments"),
        (
            HOME,
            "But Calder's report (2004) counts",
            'But Okoro (2011) finds "that many more" and Calder counts',
            "quotes 'that many more' from museum-report",
        ),
        (HOME, "It was made in and for the town.", "It was made (memory) for the town.", "holds '(memory)'"),
        (HOME, "It was made in and for the town.", "It was made here. V:K464", "answers.2.line: holds 'V:'"),
        (
            HOME,
            "where it was cast and rung.",
            "where it was cast. It was rung there.",
            "claim: has more than one sentence",
        ),
        ("motion.yaml", "short: The Tarland bell", "short: TODO", "motion.yaml:4: short: holds 'TODO'"),
        ("motion.yaml", "short: The Tarland bell", "short: The bell, https://a.test", "short: holds a web address"),
        (HOME, "It was made in and for the town.", "It was made here (see www.a.test).", "line: holds a web address"),
        (
            "sources.yaml",
            "- {id: lindqvist-care",
            "- {id: lindqvist-new, author: P, title: T, year: 2012, kind: secondary}\n- {id: lindqvist-care",
            "museum/sources.yaml:6: lindqvist-new.id: is cited nowhere: cite it or remove it",
        ),
    ],
)
def test_what_repeats_quotes_wrongly_or_is_unconfirmed_or_uncited_is_a_fault(
    base: Path, spoil: Spoil, file: str, old: str, new: str, fault: str
) -> None:
    if "quotes" in fault:  # the report becomes a secondary source
        spoil("sources.yaml", "year: 2004, kind: primary", "year: 2004, kind: secondary")
    spoil(file, old, new)
    found = faults(base)
    assert len(found) == 1
    assert fault in found[0]


@pytest.mark.parametrize("said", ["lol nicked", "hale, who took it, fled"])
def test_a_short_phrasing_or_another_thought_is_no_repetition(base: Path, spoil: Spoil, said: str) -> None:
    spoil(HOME, "its their heritage not ours", said)
    spoil("for/taken-unfairly.yaml", "basically it was nicked", "basically nicked")
    assert faults(base) == []


def test_a_term_in_quotation_marks_is_no_quotation(base: Path, spoil: Spoil) -> None:
    spoil("against/more-people-see-it.yaml", "puts Tarland's visitors at", 'puts Tarland\'s "true visitors" at')
    assert faults(base) == []


def test_everything_is_counted_by_side_kind_and_source(museum: Motion) -> None:
    counted = counts(museum)
    side = counted.sides["for"]
    assert (side.arguments, side.points, side.phrasings, side.denials) == (2, 4, 25, 5)
    assert (side.evidence, side.challenges, side.answers) == (4, 6, 12)
    assert side.mean("phrasings") == 12.5
    assert counted.kinds["against"] == {
        "rebuttal": 1,
        "undercut": 2,
        "undermining": 1,
        "alternative": 1,
        "counterfactual": 1,
    }
    assert counted.hardnesses["for"] == {"gentle": 2, "standard": 2, "hard": 2}
    assert counted.misconceptions == {"date": 0, "role": 0, "attribution": 1, "event": 2}
    assert (counted.disputed, counted.people, counted.terms) == (1, 3, 2)
    assert (counted.events, counted.offices, counted.works) == (2, 1, 1)
    assert counted.not_arguments["stuck"] == 3
    assert counted.cited["lindqvist-care"] == 3
