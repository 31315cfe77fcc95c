from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
import textstat

from bot.base.motion import ChallengeKind, NonsenseKind
from bot.debate import wording
from bot.debate.asides import Aside
from bot.debate.challenging import Manner
from bot.debate.reasons import MISSING, REASONS
from bot.debate.replies import missed_keys

TEMPLATES = {**wording.sentences(), **{f"reason {key}": (text,) for key, text in (REASONS | MISSING).items()}}
EVERY = [(key, text) for key, variants in TEMPLATES.items() for text in variants]


def plain(template: str) -> str:
    """Fill a template with the shortest words, so that only its own count."""
    return re.sub(r"\{\w+\}", "it", template)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_the_sentences_together_are_readable_at_eleven() -> None:
    """Both indices give a school grade from letters, words and sentences; grade 9 is read at fourteen."""
    text = " ".join(plain(template) for _, template in EVERY)
    assert textstat.automated_readability_index(text) <= 5
    assert textstat.coleman_liau_index(text) <= 6


@pytest.mark.parametrize(("key", "template"), EVERY)
def test_no_sentence_is_long_or_hard(key: str, template: str) -> None:
    for sentence in re.split(r"(?<=[.?!:;])\s+", plain(template)):
        assert len(sentence.split()) <= 20, sentence
        if len(sentence.split()) > 5:
            assert textstat.coleman_liau_index(sentence) <= 10, sentence


@pytest.mark.parametrize(("key", "template"), EVERY)
def test_no_sentence_grades_flatters_or_mocks(key: str, template: str) -> None:
    banned = (
        r"\b(grades?|marks?|score|stars?|excellent|amazing|brilliant|perfect|awesome|great job|well done|genius"
        r"|obviously|of course|as if|sure you|really\?|wrong|stupid|silly|lazy|nonsense|fail(ed|ure)?)\b|!"
    )
    assert not re.search(banned, template.lower())


@pytest.mark.parametrize("key", sorted(wording.sentences()))
def test_all_ways_of_saying_a_sentence_use_the_same_fields_and_differ(key: str) -> None:
    variants = wording.sentences()[key]
    assert len({frozenset(fields(text)) for text in variants}) == 1
    assert len(set(variants)) == len(variants)


def test_the_next_number_says_it_another_way() -> None:
    for key, variants in wording.sentences().items():
        filled = dict.fromkeys(fields(variants[0]), "x")
        if len(variants) > 1:
            assert wording.say(key, 7, **filled) != wording.say(key, 8, **filled)


HEARD_AND_PUT = [(f"heard-{how}", f"point-{how}") for how in ("made", "denied", "brought-up", "given-up")]


@pytest.mark.parametrize(("heard", "put"), [*HEARD_AND_PUT, ("heard-made", "point-clear")])
def test_what_was_heard_and_the_challenge_to_it_begin_differently(heard: str, put: str) -> None:
    filled = dict.fromkeys(("title", "words", "says", "text"), "it")
    for number in range(6):
        first, then = (re.findall(r"\w+", wording.say(key, number, **filled))[:2] for key in (heard, put))
        assert first != then


def test_what_is_said_often_in_a_round_has_several_ways() -> None:
    for key in ("heard-made", "point-made", "again", "weak", "met", "met-part", "next-claim", "aside", "mistake"):
        assert len(wording.sentences()[key]) >= 2


def test_there_are_words_for_every_case() -> None:
    said = wording.sentences()
    for manner in get_args(Manner):
        assert {f"point-{manner}", f"ask-{manner}"} <= said.keys()
    for manner in set(get_args(Manner)) - {"opened", "lent"}:
        assert f"heard-{manner}" in said
    for kind in get_args(NonsenseKind):
        assert ("none-vote" if kind.startswith("vote") else f"none-{kind}") in said
    assert {f"reply-{key}" for key in missed_keys()} <= said.keys()
    assert {aside for aside in get_args(Aside) if aside} <= REASONS.keys()
    assert all(wording.kind_in_words(kind) for kind in get_args(ChallengeKind))


def test_every_sentence_is_said_somewhere() -> None:
    rooms = Path(wording.__file__).parent.glob("*.py")
    code = " ".join(path.read_text(encoding="utf-8") for path in rooms if path.name != "wording.py")
    families = ("none-", "reply-", "heard-", "point-", "ask-")
    dead = [key for key in wording.sentences() if f'"{key}"' not in code and not key.startswith(families)]
    assert dead == []


def test_titles_are_joined_as_a_sentence_does() -> None:
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b"]) == "a and b"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.listed(["a and b", "c"]) == "a and b; c"


def test_own_words_are_shown_in_brackets_or_not_at_all() -> None:
    assert wording.quoted(()) == ""
    assert wording.quoted(("jobs", "posts")) == " (“jobs”, “posts”)"
