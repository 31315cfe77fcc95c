"""The fact check on the shipped motion's sentences, on a motion about something else, and at its edges."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.base.motion import Motion
from bot.base.timeline import Misconception
from bot.debate.facts import FactChecker, Mistake
from bot.debate.wordings import BadWording


def _lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


WRONG = [(id, sentence) for id, _, sentence in (line.partition(" | ") for line in _lines("facts_wrong.txt"))]
RIGHT = _lines("facts_right.txt")


@pytest.fixture(scope="module")
def checker(motion: Motion) -> FactChecker:
    return FactChecker(motion.heading, motion.timeline, motion.misconceptions)


@pytest.fixture(scope="module")
def bell(museum: Motion) -> FactChecker:
    return FactChecker(museum.heading, museum.timeline, museum.misconceptions)


def found(checker: FactChecker, text: str) -> dict[str, Mistake]:
    return {mistake.id: mistake for mistake in checker.check(text)}


def errors(checker: FactChecker, text: str) -> list[str]:
    return [mistake.id for mistake in checker.check(text) if mistake.sure != "disputed"]


@pytest.mark.parametrize(("id", "sentence"), [pair for pair in WRONG if pair[0] != "?"])
def test_a_mistake_is_found(checker: FactChecker, id: str, sentence: str) -> None:
    assert id in found(checker, sentence)


def test_most_mistakes_are_found_and_the_rest_are_listed() -> None:
    unheard = [sentence for id, sentence in WRONG if id == "?"]
    assert len(unheard) < len(WRONG) * 0.05


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_is_right_is_left_alone(checker: FactChecker, sentence: str) -> None:
    assert errors(checker, sentence) == []


def test_no_fact_that_the_bot_states_is_a_mistake(checker: FactChecker, motion: Motion) -> None:
    for argument in motion.arguments.values():
        texts = [argument.claim, argument.explanation, *(item.text for item in argument.evidence)]
        for challenge in argument.challenges:
            texts += [challenge.text, challenge.hint, *(answer.line for answer in challenge.answers)]
        for text in texts:
            assert errors(checker, text) == [], text


def test_no_correction_is_itself_a_mistake(checker: FactChecker, motion: Motion) -> None:
    timeline = motion.timeline
    for known in (*timeline.events, *timeline.offices, *timeline.works, *motion.misconceptions):
        assert errors(checker, known.says) == [], known.id


def test_every_record_is_given_away_by_some_sentence(motion: Motion) -> None:
    heard = {id for id, _ in WRONG}
    timeline = motion.timeline
    ids = {known.id for known in (*timeline.events, *timeline.offices, *timeline.works, *motion.misconceptions)}
    rivals_of_one_place = {"stalin-politburo", "vote-of-559", "show-trials", "nep-begins"}
    assert ids - heard - rivals_of_one_place == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Stalin told Trotsky the wrong date for Lenin's funeral so he missed it.",
        "Trotsky was tricked about the date of the funeral.",
        "Stalin had Frunze murdered on the operating table.",
        "Some of Lenin's Testament was forged.",
    ],
)
def test_a_disputed_story_is_never_an_error_and_asks_for_evidence(checker: FactChecker, sentence: str) -> None:
    mistakes = checker.check(sentence)
    assert [mistake.sure for mistake in mistakes] == ["disputed"]
    assert mistakes[0].says.endswith("?")


@pytest.mark.parametrize(
    "sentence",
    [
        "Zinoveiv died in '27 but Lenin died in '22.",
        "lenin died 1922",
        "Lenin passed away on 21st January, 1923.",
        "In January of 1923 Lenin died.",
        "LENIN DIED IN 1922!!!",
        "Lenin’s death in 1922 changed everything",
        "lenins death in 1922 changed everything",
        "Lenin died (1922).",
    ],
)
def test_dates_are_read_in_every_form(checker: FactChecker, sentence: str) -> None:
    assert "lenin-death" in found(checker, sentence)


FRAMES = [
    "{event} back in {year}.",
    "{event} way back in {year}.",
    "{event} as early as {year}, so it was over.",
    "{event} as far back as {year}.",
    "{event} some time in {year}.",
    "{event} towards the end of {year}.",
    "{event}, and that happened in {year}.",
    "{event} and this was in {year}.",
    "{year} was the year when {event}.",
    "As early as {year}, {event}.",
    "In {year} it happened that {event}.",
    "Stalin was cunning. In {year}, for example, {event}.",
    "This shows in {year} when {event}.",
    "By {year} when {event} it was over.",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    ("id", "event", "wrong", "right"),
    [
        ("lenin-death", "Lenin died", 1922, 1924),
        ("lenin-funeral", "Trotsky missed Lenin's funeral", 1923, 1924),
        ("trotsky-expelled-party", "they expelled Trotsky from the party", 1925, 1927),
        ("united-opposition-date", "the United Opposition was formed", 1924, 1926),
        ("general-secretary-appointed", "Stalin was made General Secretary", 1924, 1922),
    ],
)
def test_a_date_is_tied_to_its_event_wherever_it_stands(
    checker: FactChecker, frame: str, id: str, event: str, wrong: int, right: int
) -> None:
    assert id in found(checker, frame.format(event=event, year=wrong))
    assert errors(checker, frame.format(event=event, year=right)) == []


def test_a_date_may_stand_inside_what_is_said(checker: FactChecker) -> None:
    assert "trotsky-expelled-party" in found(checker, "They expelled Trotsky in 1926 from the party.")
    assert "trotsky-coup" in found(checker, "Trotsky tried in 1925 to seize power with the Red Army.")
    assert errors(checker, "They expelled Trotsky in 1927 from the party.") == []


@pytest.mark.parametrize(
    "name", ["Zinoviev", "Zinoveiv", "Zinovev", "zinoviev's friend Kamanev", "Khmenev", "Kamenev and his friends"]
)
def test_names_are_heard_through_spelling(checker: FactChecker, name: str) -> None:
    assert "war-commissar" in found(checker, f"{name} led the Red Army in the 1920s.")


def test_he_is_the_one_person_in_play(checker: FactChecker) -> None:
    assert "premier" in found(checker, "Stalin had many friends. He was head of Sovnarkom.")
    assert "premier" in found(checker, "He was General Secretary and head of Sovnarkom, so he had power.")
    assert errors(checker, "he was war commissar till january 1925 and thats when they were scared") == []
    assert errors(checker, "he used to be a menshevik and no one forgot it") == []
    assert errors(checker, "Trotsky lost to Stalin because he was General Secretary.") == []


def test_the_students_own_words_are_given(checker: FactChecker) -> None:
    mistake = found(checker, "I think Stalin became Genral Secretary in 1924.")["general-secretary-appointed"]
    assert mistake.span == "became genral secretary in 1924"
    assert (mistake.kind, mistake.sure, mistake.source) == ("date", "certain", "official-lists")


def test_one_sentence_may_hold_two_mistakes_in_their_order(checker: FactChecker) -> None:
    mistakes = checker.check("Lenin died in 1922 and Trotsky was murdered in 1929.")
    assert [mistake.id for mistake in mistakes] == ["lenin-death", "trotsky-murdered"]


def test_a_mistake_made_twice_is_given_once(checker: FactChecker) -> None:
    assert len(checker.check("Lenin died in 1922. As I said, Lenin died in 1922.")) == 1


@pytest.mark.parametrize(
    "text", ["", " ", "?!?", "\x00\u200b", "1924", "Trotsky", "а б в", "🎉", "'s 's", "in 1924 / 1925 -"]
)
def test_a_text_without_statements_has_no_mistakes(checker: FactChecker, text: str) -> None:
    assert checker.check(text) == ()


@pytest.mark.parametrize(
    "piece", ["Lenin died in 1924 and ", "trotsky, ", "the head of the Red Army ", "not if ", "''((", "1924-", "a"]
)
def test_a_text_of_100_000_characters_is_read_to_its_end_or_cut_but_never_fails(
    checker: FactChecker, piece: str
) -> None:
    assert isinstance(checker.check(piece * (100_000 // len(piece))), tuple)


def test_every_process_finds_the_same_mistakes_so_that_a_round_replays() -> None:
    code = """
from pathlib import Path
from bot.base.loading import load_base
from bot.debate.facts import FactChecker
motion = load_base(Path("arguments"))["general-secretary"]
checker = FactChecker(motion.heading, motion.timeline, motion.misconceptions)
print([mistake.id for mistake in checker.check("Lenin had his first stroke in 1921.")])
"""
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "2")  # these two differed when candidates came in the order of a set
    }
    assert said == {"['lenin-first-stroke']\n"}


# Another motion: nothing in the check knows of Stalin.


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("bell-taken", "Hale brought the bell in 1920."),
        ("council-letter", "The letter from Tarland was written in 1990."),
        ("director", "Hale was director of the museum."),
        ("director", "Calder was director until 2015."),
        ("bell-report", "Moss wrote the Report on the bell."),
        ("hale-bought-it", "Captain Hale paid for the bell."),
    ],
)
def test_another_motion_is_checked_by_its_own_data(bell: FactChecker, id: str, sentence: str) -> None:
    assert id in found(bell, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hale brought the bell in 1897.",
        "Calder was director in 2005 and Moss in 2012.",
        "Calder wrote the Report on the bell in 2004.",
        "Hale never paid for the bell.",
        "Lenin died in 1922.",
    ],
)
def test_another_motion_leaves_alone_what_it_does_not_know(bell: FactChecker, sentence: str) -> None:
    assert errors(bell, sentence) == []


@pytest.mark.parametrize(
    ("wording", "fault"),
    [
        ("{nobody} came", "nobody and nothing has the id 'nobody'"),
        ("(came|went", "( is not closed"),
        ("came] back", "closed that was not opened"),
        ("Came back!", "use lower-case words"),
        ("[the] ..", "one word at least"),
    ],
)
def test_a_faulty_wording_is_named_with_what_is_wrong(museum: Motion, wording: str, fault: str) -> None:
    mistake = Misconception(
        id="faulty", kind="event", sure="strong", wordings=(wording,), says="It is not so.", source="harbour-ledger"
    )
    with pytest.raises(BadWording) as raised:
        FactChecker(museum.heading, museum.timeline, [mistake])
    assert fault in str(raised.value)
