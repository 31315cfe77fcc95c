"""How replies and judgements are assessed: on sentences of this file's own, with a small heading and the real code."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.base.motion import Heading, Motion
from bot.debate.assessment import Assessment, Assessor


def _named(name: str, *aliases: str, misspellings: Sequence[str] = ()) -> dict[str, object]:
    id_ = name.split()[-1].lower()
    return {
        "id": id_,
        "name": name,
        "aliases": list(aliases),
        "misspellings": list(misspellings),
        "gloss": "Someone or something of the period.",
        "source": "book",
    }


HEADING = Heading.model_validate(
    {
        "id": "general-secretary",
        "motion": "Stalin's position as General Secretary explains his success in defeating his rivals, 1924-29.",
        "short": "Stalin, the General Secretary",
        "for": {"title": "The post", "thesis": "The post gave him control of the party."},
        "against": {"title": "Other reasons", "thesis": "Rivals, policy, luck and skill explain more."},
        "period": "1922/1929",
        "judgement": "How far does the post explain his success?",
        "people": [
            _named("Joseph Stalin"),
            _named("Vladimir Lenin"),
            _named("Leon Trotsky", "trot", misspellings=["trotski"]),
            _named("Grigory Zinoviev", "zin"),
            _named("Lev Kamenev"),
            _named("Nikolai Bukharin"),
            _named("Alexei Rykov"),
            _named("Vyacheslav Molotov"),
            _named("Nikolai Uglanov"),
            _named("Sergei Kirov"),
            _named("Kliment Voroshilov"),
            _named("Nikolai Krestinsky"),
        ],
        "terms": [
            _named("General Secretary", "gen sec"),
            _named("Politburo"),
            _named("Secretariat"),
            _named("Orgburo"),
            _named("Central Committee", "cc"),
            _named("Lenin's Testament", "testament"),
            _named("Red Army", "army"),
            _named("Leningrad"),
            _named("Moscow"),
            _named("Comintern"),
        ],
    }
)
ASSESSOR = Assessor(HEADING)

LENINGRAD = (
    "Zinoviev's whole Leningrad delegation voted for him in 1925. "
    "Doesn't that show that local bosses picked the delegates?"
)
ARMY = (
    "Trotsky never used the Red Army for politics and gave it up quietly in 1925. "
    "Why would anyone have been afraid of him?"
)
CHAIR = (
    "Kamenev chaired the Politburo and Rykov led the government. "
    "Why would the man with the paperwork beat the men in the chair?"
)
UGLANOV = "Uglanov was given Moscow in 1924 and backed the Right in 1928. How far could a post buy loyalty?"

STRONG = (
    (
        LENINGRAD,
        "It shows that the local boss picked them in the one city that Stalin's office hadn't got into. "
        "Everywhere else the secretary came from Moscow and brought his own list, so a solid Leningrad still "
        "only came to 65 votes out of 624.",
    ),
    (
        LENINGRAD,
        "yes but its a machine against a machine. zinovievs stopped at the city limits and when kirov came in "
        "january 1926 with an order from the central committee it was gone in a month, so what counted was who "
        "could send people to whose city",
    ),
    (
        ARMY,
        "You are afraid of what somebody could do. They had all read about the French Revolution, where a "
        "general ends up as emperor, and Trotsky had the uniform and the fame. That is why Zinoviev and Kamenev "
        "preferred a dull secretary.",
    ),
    (
        CHAIR,
        "The chair decides who speaks today, while the paperwork decides who sits there next year. When Kamenev "
        "turned on him in December 1925 he had nobody behind him, because he had never been the one who gave "
        "people their jobs.",
    ),
    (
        UGLANOV,
        "Not all the way, I admit. He wanted the same as Stalin while Zinoviev was the enemy, and when the "
        "quarrel moved to the peasants a job was no reason to change his mind. So posts bought support for what "
        "the man already agreed with.",
    ),
)
EVIDENCE = (
    (LENINGRAD, "kirov took leningrad over within weeks in january 1926"),
    (LENINGRAD, "Ukraine and the Urals voted for Stalin, it was 559 to 65."),
    (ARMY, "his army council got packed in september 1923"),
    (ARMY, "Voroshilov and other commanders from Tsaritsyn hated him."),
    (CHAIR, "kamenev was only a candidate member after january 1926"),
    (UGLANOV, "Molotov replaced him in November 1928."),
)
ASSERTIONS = (
    (LENINGRAD, "No, Stalin picked all the delegates."),
    (LENINGRAD, "Stalin was more powerful than the local bosses so it does not matter"),
    (ARMY, "because he was powerful and arrogant"),
    (ARMY, "They were just scared of him."),
    (CHAIR, "Whoever has the paperwork has the power."),
    (UGLANOV, "you can't buy loyalty"),
)
NO_ANSWER = (
    (LENINGRAD, "who is zinoviev again"),
    (LENINGRAD, "what does delegation mean?"),
    (ARMY, "idk"),
    (ARMY, "can you stop asking me about trotsky"),
    (ARMY, "Napoleon lost at Waterloo in 1815 to the Duke of Wellington and the Prussians under Blucher."),
    (CHAIR, "lol"),
    (CHAIR, "my chair is broken haha"),
    (UGLANOV, "ok"),
    (UGLANOV, "The Berlin Wall was built in 1961 and came down in 1989 when Hungary opened its border."),
    (UGLANOV, "this is boring"),
)
WAFFLE = (
    "There are many different factors which historians consider when they think about this very important "
    "question, and it is clear that each of these factors played a significant role in the success of the leader "
    "at that time. In conclusion, the situation was complicated and there were various reasons for what "
    "happened, and people had different opinions about it. Overall it can be said that power is important in "
    "politics and that those who have power usually win, whereas those who do not have power usually lose, which "
    "means that power was a key reason for his success in the end."
)


def assess(reply: str, challenge: str = LENINGRAD, **context: str | Sequence[str]) -> Assessment:
    return ASSESSOR.assess(reply, challenge=challenge, **context)  # type: ignore[arg-type]


@pytest.mark.parametrize(("challenge", "reply"), STRONG)
def test_evidence_that_is_tied_and_explained_is_three(challenge: str, reply: str) -> None:
    found = assess(reply, challenge)
    assert found.quality == 3
    assert found.explains
    assert {"claim", "specific evidence", "explanation"} <= set(found.tags)


@pytest.mark.parametrize(("challenge", "reply"), EVIDENCE)
def test_evidence_without_more_is_two(challenge: str, reply: str) -> None:
    found = assess(reply, challenge)
    assert found.quality == 2
    assert found.evidence


@pytest.mark.parametrize(("challenge", "reply"), ASSERTIONS)
def test_an_assertion_is_one(challenge: str, reply: str) -> None:
    found = assess(reply, challenge)
    assert found.quality == 1
    assert found.tags[:1] == ("claim",)
    assert not found.explains


@pytest.mark.parametrize(("challenge", "reply"), NO_ANSWER)
def test_what_does_not_engage_is_nought(challenge: str, reply: str) -> None:
    found = assess(reply, challenge)
    assert found.quality == 0
    assert not found.engages
    assert not found.tags


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "   ",
        "\n\n",
        "!!!",
        "😂😂😂",
        "👍",
        "asdfghjkl qwerty",
        "Троцкий был наркомом, но не боролся за власть.",
        "托洛茨基很骄傲",
    ],
)
def test_what_cannot_be_read_is_nought_and_says_why(reply: str) -> None:
    found = assess(reply)
    assert found.quality == 0
    assert len(found.reasons) == 1


def test_length_alone_buys_nothing() -> None:
    for challenge in (LENINGRAD, ARMY, CHAIR, UGLANOV):
        assert assess(WAFFLE, challenge).quality <= 1
        assert assess(WAFFLE * 3, challenge).quality <= 1


def test_padding_does_not_lift_evidence_to_an_explanation() -> None:
    assert assess("Kirov took Leningrad over in January 1926.").quality == 2
    assert (
        assess("It is true that in some ways it is so. Kirov took Leningrad over in January 1926. As was said.").quality
        <= 2
    )


@pytest.mark.parametrize(
    "reply",
    [
        "Kirov, Voroshilov, Molotov, 1925, 1926, 559-65, Leningrad, Comintern, Orgburo, December",
        "1922 1923 1924 1925 1926 1927 1928 1929",
        "Stalin Zinoviev Kamenev Bukharin Rykov Uglanov Kirov Molotov Krestinsky Trotsky Lenin Voroshilov",
    ],
)
def test_a_bare_list_of_names_and_dates_is_no_evidence_yet(reply: str) -> None:
    found = assess(reply)
    assert found.quality <= 1
    assert "specific evidence" not in found.tags


def test_the_same_sentence_again_and_again_gains_nothing() -> None:
    once = "They were scared of him because he was strong."
    assert assess(" ".join([once] * 12), ARMY).quality == assess(once, ARMY).quality == 1
    fact = "His army council got packed in September 1923. "
    assert assess(fact * 10, ARMY).quality <= 2


def test_copying_the_challenge_is_at_most_an_assertion() -> None:
    for challenge in (LENINGRAD, ARMY, CHAIR, UGLANOV):
        found = assess(challenge, challenge)
        assert found.quality <= 1
        assert not found.evidence


def test_copying_the_claim_is_an_echo() -> None:
    claim = (
        "He packed the congresses with delegates from Kharkov and the Urals because his office chose the secretaries."
    )
    found = assess(claim, LENINGRAD, claim=claim)
    assert found.quality <= 1
    assert found.echoes


def test_an_earlier_turn_said_again_is_a_repeat() -> None:
    reply = STRONG[0][1]
    again = assess(reply, LENINGRAD, earlier=[reply])
    assert again.repeats
    assert again.quality <= 1
    assert "already" in again.reasons[0]
    assert not assess(reply, LENINGRAD, earlier=[STRONG[1][1]]).repeats


def test_evidence_from_an_earlier_turn_or_the_challenge_is_not_new() -> None:
    reply = "Kirov took Leningrad over in January 1926."
    assert assess(reply).evidence == ("January 1926", "Sergei Kirov")
    used = assess(reply + " Voroshilov went too.", earlier=["In January 1926 Kirov was sent in."])
    assert used.evidence == ("Kliment Voroshilov",)
    assert "1925" not in assess("In 1925 his whole delegation voted for him and that was that.").evidence


def test_shouting_is_read_like_speech() -> None:
    for _, reply in (*EVIDENCE[:3], *ASSERTIONS[:3]):
        assert assess(reply.upper()).quality == assess(reply.lower()).quality


@pytest.mark.parametrize(
    "reply",
    [
        "kirov tok leningrad ovr in jan 1926 n changed all teh peple",
        "zinovev lost leningard to kirovv in january 1926",
        "KIROV GOT LENINGRAD in january '26!!!",
    ],
)
def test_typing_slips_cost_nothing(reply: str) -> None:
    assert assess(reply).quality == 2


def test_a_name_with_a_letter_wrong_is_still_that_name() -> None:
    assert "Kliment Voroshilov" in assess("voroshilv was sent to the city with them", LENINGRAD).evidence


def test_a_concession_is_heard_and_does_not_lower_the_quality() -> None:
    found = assess(*reversed(STRONG[4]))
    assert found.concedes
    assert "counter acknowledged" in found.tags
    bare = assess("fair point, i agree")
    assert bare.concedes
    assert bare.quality == 1
    assert "what is left of your claim" in bare.reasons[0]


def test_a_limit_is_heard() -> None:
    assert assess("Partly, but Kirov had to be sent in January 1926 to break it up.").qualifies


def test_weighing_two_reasons_earns_its_tag() -> None:
    found = assess(
        "The votes of January 1926 mattered more than the delegation, whereas Zinoviev's city was only 65 votes."
    )
    assert "factor weighed" in found.tags


def test_what_happened_after_the_period_is_elsewhere_unless_the_challenge_names_it() -> None:
    reply = "Rykov was arrested in 1937 and shot in 1938 after the trial."
    assert assess(reply, CHAIR).quality == 0
    assert (
        assess(reply, "Rykov fell in 1937 and was shot in 1938. What does his trial show about the chair?").quality >= 1
    )


def test_the_words_of_the_base_help_to_tell_another_story() -> None:
    aware = Assessor(
        HEADING, texts=[*(reply for _, reply in (*STRONG, *EVIDENCE, *ASSERTIONS)), LENINGRAD, ARMY, CHAIR, UGLANOV]
    )
    for reply in (
        "When Roosevelt was elected he brought in the New Deal and agencies to help the unemployed.",
        "Moscow hosted the Olympics and America boycotted it because of Afghanistan.",
    ):
        assert aware.assess(reply, challenge=UGLANOV).quality == 0
    for challenge, reply in (*STRONG, *EVIDENCE, *ASSERTIONS):
        assert aware.assess(reply, challenge=challenge).quality == assess(reply, challenge).quality


def test_a_line_of_answer_makes_its_subject_relevant() -> None:
    reply = "Sailors at Kronstadt rose in 1921 and Tukhachevsky crossed the ice."
    line = "He can point to Kronstadt in 1921, when Tukhachevsky put down the sailors on the ice."
    assert assess(reply, ARMY).quality == 0
    assert assess(reply, ARMY, answers=[line]).quality == 2


def test_works_and_events_count_as_evidence_when_they_are_named() -> None:
    aware = Assessor(HEADING, names={"Lessons of October": ("lessons of october",)})
    found = aware.assess("he only wrote lessons of october after that", challenge=ARMY)
    assert "Lessons of October" in found.evidence


@pytest.mark.parametrize(("challenge", "reply"), [*STRONG, *EVIDENCE, *ASSERTIONS, *NO_ANSWER])
def test_reasons_are_short_and_quote_the_student(challenge: str, reply: str) -> None:
    found = assess(reply, challenge)
    assert found.reasons
    for reason in found.reasons:
        assert len(reason.split()) <= 25
        for quoted in reason.split("“")[1:]:
            words = quoted.split("”")[0].removesuffix(" ...")
            assert words
            assert words in reply


@given(st.text(max_size=400), st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_a_quality_and_a_reason(reply: str, challenge: str) -> None:
    found = assess(reply, challenge, earlier=[challenge])
    assert 0 <= found.quality <= 3
    assert found.reasons
    assert all(len(reason.split()) <= 25 for reason in found.reasons)
    assert found == assess(reply, challenge, earlier=[challenge])


@pytest.mark.parametrize(
    "text",
    [
        "because " * 12_500,
        "'a' " * 25_000,
        "not " + "a" * 99_996,
        "Aa " * 33_000,
        "1925 " * 20_000,
        "x" * 100_000,
        "so it was, " * 9_000,
    ],
)
def test_a_hundred_thousand_characters_earn_nothing(text: str) -> None:
    assert assess(text).quality <= 1


# The judgement: does it say how far, by what measure, name another reason, weigh the two, and use evidence?

JUDGEMENTS = (
    (
        "how-far criterion factor weighs evidence",
        "Mostly. Trotsky's mistakes opened the door, but without the post Stalin couldn't have turned them into "
        "559 votes in December 1925, so the post mattered more.",
    ),
    (
        "how-far criterion factor weighs evidence",
        "To a large extent. Tactical skill was important, for example changing from Zinoviev to Bukharin in "
        "1925, but it depended on having the Secretariat to fill posts in the meantime.",
    ),
    (
        "how-far criterion factor weighs",
        "It was the main reason because all the other factors only worked through it. Luck gave him chances, "
        "whereas the post let him use them.",
    ),
    (
        "how-far criterion factor weighs evidence",
        "Only partly. The post explains how he won the congresses, but his rivals' divisions explain why nobody "
        "stopped him: without these they could have outvoted him in 1926.",
    ),
    (
        "how-far criterion factor weighs evidence",
        "not that far really, trotsky made loads of mistakes like missing the funeral in jan 1924 and if he "
        "hadn't then stalin would never have won with just the post, so the mistakes matter more",
    ),
    (
        "how-far criterion factor weighs",
        "Half of it. The job was necessary but not sufficient, it needed his patience as well, and others who "
        "had the job did nothing with it.",
    ),
    ("how-far criterion factor weighs", "Policy mattered more than the post because it explains every round."),
    (
        "how-far criterion factor weighs evidence",
        "Quite far, and my test is what could have beaten all three opponents. Fear of Trotsky got rid of one in "
        "January 1925, but only the appointments worked against Bukharin in 1929 as well.",
    ),
    ("how-far factor weighs", "The post was more important than luck."),
    ("how-far factor weighs", "Both mattered equally: the post and his ruthlessness."),
    ("how-far factor weighs evidence", "Overall it was less important than fear of Trotsky in 1923."),
    ("how-far", "I think it was the main reason."),
    ("how-far", "To some extent."),
    ("how-far", "Mostly."),
    ("how-far evidence", "It was the main reason and in 1923 there were lists of 3,500 jobs that he had a say in."),
    ("factor", "There were also his rivals' mistakes."),
    ("factor evidence", "Zinoviev's mistakes in October 1917, and Kamenev's."),
    ("", "Stalin won since he was General Secretary."),
    ("", "I agree with the motion."),
    ("", "idk"),
    ("", "what do you mean how far"),
    ("", "HOW FAR HOW FAR HOW FAR"),
    ("", "The weather was nice and we had pizza."),
    ("", ""),
    ("", "👍👍"),
)


@pytest.mark.parametrize(("marks", "text"), JUDGEMENTS)
def test_a_judgement_is_read_for_what_it_does(marks: str, text: str) -> None:
    found = ASSESSOR.judge(text, side="for", earlier=[])
    held = {
        "how-far": found.answers,
        "criterion": found.criterion,
        "factor": bool(found.factor),
        "weighs": found.weighs,
        "evidence": bool(found.evidence),
    }
    assert " ".join(mark for mark, is_so in held.items() if is_so) == marks
    assert bool(found.missing) == (not all(held.values()))
    assert ("judgement" in found.tags) == found.answers
    assert ("factor weighed" in found.tags) == found.weighs
    assert all(len(reason.split()) <= 25 for reason in (*found.reasons, *found.missing))


def test_what_is_missing_is_said_as_something_to_do() -> None:
    found = ASSESSOR.judge("It was the main reason.", side="for", earlier=[])
    assert any("one other reason" in line for line in found.missing)
    assert any("date, name or event" in line for line in found.missing)
    own = ASSESSOR.judge("His rivals' mistakes in 1925.", side="against", earlier=[])
    assert any("the one in the motion" in line for line in own.missing)


def test_evidence_of_the_round_may_be_used_in_the_judgement_but_a_copied_turn_adds_none() -> None:
    turn = "Kirov took Leningrad over in January 1926."
    assert ASSESSOR.judge("Mostly: " + turn, side="for", earlier=[turn]).evidence
    assert not ASSESSOR.judge(turn, side="for", earlier=[turn]).evidence


def test_titles_of_arguments_are_more_ways_to_name_a_factor() -> None:
    text = "The hollow cult of Lenin was the bigger cause."
    aware = Assessor(HEADING, factors=["Hollow promises"])
    assert aware.judge("Hollow promises were the bigger cause.", side="against", earlier=[]).factor
    assert not ASSESSOR.judge("Hollow promises were the bigger cause.", side="for", earlier=[]).factor
    assert ASSESSOR.judge(text, side="against", earlier=[]).factor


@pytest.mark.parametrize("reply", ["he could control who went to the congresses", "the secretaries picked delegates"])
def test_a_common_word_that_a_term_is_made_of_is_no_evidence(motion: Motion, reply: str) -> None:
    found = Assessor(motion.heading).assess(reply, challenge="How far could a post buy loyalty?")
    assert found.evidence == ()


def test_a_reply_that_only_uses_what_was_given_is_told_so(motion: Motion) -> None:
    challenge = "But Uglanov was given the Moscow party in 1924. How far could a post buy loyalty?"
    found = Assessor(motion.heading).assess("Uglanov was there in 1924 and that was it", challenge=challenge)
    assert found.quality <= 1
    assert "what was said before" in found.reasons[0] or "says again" in found.reasons[0]


def test_one_person_more_and_a_reason_is_evidence(motion: Motion) -> None:
    found = Assessor(motion.heading).assess(
        "ok so uglanov went against him but then stalin got rid of him in 1928 and put molotov in, so the others saw "
        "what happens if you go against him",
        challenge="But Uglanov was given the Moscow party in 1924, and by 1928 he backed the Right against Stalin. "
        "What does he tell us about how far a post could buy loyalty?",
    )
    assert found.quality >= 2


@pytest.mark.parametrize("reply", ["Bukharin and Rykov", "Molotov, in November 1928", "zinoviev", "559 to 65"])
def test_names_and_figures_of_which_nothing_is_said_are_no_evidence_yet(reply: str) -> None:
    assert ASSESSOR.assess(reply, challenge=UGLANOV).quality <= 1


def test_people_that_nothing_ties_to_the_challenge_are_no_evidence_yet() -> None:
    found = ASSESSOR.assess("Molotov and Voroshilov were ruthless", challenge=UGLANOV)
    assert found.quality == 1
    assert "have to do with the challenge" in found.reasons[0]


def test_several_people_named_are_the_evidence_that_is_said_back() -> None:
    reply = "the other regions had secretaries like molotov and kirov who spoke against him in the debates there"
    (first, *_) = ASSESSOR.assess(reply, challenge=LENINGRAD).reasons
    assert "Molotov" in first
    assert "Kirov" in first


def test_an_explanation_is_quoted_where_there_are_words_enough_to_tell_something() -> None:
    reply = (
        "fair, Lenin made it first. But Lenin was ill so it was Stalin who decided when it got used, in July 1926 "
        "Zinoviev was thrown off for factional work while nobody touched the others"
    )
    assert ASSESSOR.assess(reply, challenge=UGLANOV).explains.startswith("so it was Stalin who decided")


def test_a_mere_possibility_is_no_measure() -> None:
    text = "I think it is possible that the post was important but his arrogance was the biggest reason he lost"
    assert not ASSESSOR.judge(text, side="for", earlier=()).criterion
    text = "The post was the biggest reason because it made the rest possible, more than his arrogance"
    assert ASSESSOR.judge(text, side="for", earlier=()).criterion


@pytest.mark.parametrize("year", [1924, 1928])
def test_every_year_of_the_motion_may_back_a_judgement_but_not_its_span(year: int) -> None:
    text = "Mostly the post rather than luck, because in {} nothing else would have given him the delegates."
    assert ASSESSOR.judge(text.format(year), side="for", earlier=()).evidence == (str(year),)
    assert not ASSESSOR.judge(text.format("1924-29"), side="for", earlier=()).evidence


def test_a_congress_by_its_number_is_one_piece_of_evidence() -> None:
    found = ASSESSOR.assess("He lost because at the Fourteenth congress they all voted against him.", challenge=ARMY)
    assert [item.lower() for item in found.evidence] == ["fourteenth congress"]
