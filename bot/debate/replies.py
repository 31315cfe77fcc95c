"""Hears a reply, a concession and the judgement: what it did, and how the round goes on from there."""

from __future__ import annotations

from dataclasses import replace

from bot.base.motion import NonsenseKind
from bot.debate import wording
from bot.debate.answer import Answer
from bot.debate.asides import Aside, asks
from bot.debate.assessment import Assessment
from bot.debate.challenging import ask_judgement, move_on, put_challenge, question_again
from bot.debate.claims import focus_of
from bot.debate.helping import current_attack, help_on
from bot.debate.moves_in_words import asks_way_on, gives_in, wants_clearer
from bot.debate.opponent import find_attack
from bot.debate.recognition import Recognition
from bot.debate.round import PATIENCE, PRESSES, SILENT

_NO_REPLY: frozenset[NonsenseKind] = frozenset({"stuck", "noise", "abuse", "greeting", "order", "question"})
_AWAY: dict[Aside, str] = {
    "unreadable": "noise",
    "short": "short",
    "question": "question",
    "stuck": "stuck",
    "refusal": "refusal",
    "chatter": "chatter",
}


def hear_reply(answer: Answer, text: str) -> None:
    """Assess a reply to the challenge that waits for one, and go on with the round."""
    if gives_in(text):
        concede(answer)
        return
    attack = current_attack(answer)
    challenge = f"{attack.text} {question_again(answer)}" if attack else question_again(answer)
    mistakes = answer.mind.facts.check(text)
    assessment = answer.mind.assessor.assess(
        text,
        challenge=challenge,
        answers=attack.answers if attack else (),
        claim=next((turn.text for turn in reversed(answer.turns) if turn.kind == "claim"), ""),
        earlier=[turn.text for turn in answer.turns if turn.kind in ("claim", "reply")],
        told=[put.text for name in answer.now.put if (put := find_attack(answer.motion, name)) and put != attack],
        wrong=[mistake.span for mistake in mistakes if mistake.sure != "disputed"],
    )
    recognition = answer.mind.recogniser.recognise(text)
    missed = _missed(assessment, recognition, text)
    if missed and _help_back(answer, text, recognition, missed):
        return
    answer.kind = "reply"
    answer.assessment = assessment
    answer.answered = answer.now.attack
    answer.recognition = recognition
    answer.now = replace(answer.now, asides=0)
    answer.mistakes = mistakes
    answer.correct()
    if missed:
        answer.say("prompt", "left-open")
        answer.now = replace(answer.now, silent=answer.now.silent + 1)
        _next_exchange(answer)
        return
    answer.now = replace(answer.now, silent=0)
    _say_assessment(answer, assessment)
    _hear_more(answer, text, recognition)
    _after_reply(answer, text, assessment)


def _missed(assessment: Assessment, recognition: Recognition, text: str) -> str:
    """Say why words were no reply at all (the end of a key of the wording); empty if they are to be assessed."""
    if assessment.quality > 0:
        return ""
    if wants_clearer(text) or asks_way_on(text):
        return "clearer"
    kind = recognition.nonsense
    if recognition.verdict == "none" and kind in _NO_REPLY and (kind != "question" or asks(text)):
        return kind
    return _AWAY.get(assessment.away, "")


def missed_keys() -> frozenset[str]:
    """Give every reason for which words may be no reply, as the wording needs a sentence for each."""
    return _NO_REPLY.union(_AWAY.values(), ["clearer"])


def _help_back(answer: Answer, text: str, recognition: Recognition, missed: str) -> bool:
    """Help a student whose words were no reply: the question again, then a smaller one; the third time, not again."""
    if answer.explain_names(text, recognition):
        answer.say("question", "aside", answer.now.attack, question=question_again(answer))
        return True
    asides = answer.now.asides + min(answer.now.silent, 1)  # who was silent before gets the smaller question at once
    if asides >= PATIENCE:
        return False
    attack = current_attack(answer)
    if asides == 0:
        answer.say("prompt", f"reply-{missed}")
        answer.say("question", "aside", answer.now.attack, question=question_again(answer))
    else:
        answer.say("question", "smaller", answer.now.attack)
    stuck = asides > 0 and answer.plan.level != "tough"  # who plays a tough round asks for hints
    if attack and (stuck or missed == "clearer"):
        help_on(answer, attack)
    answer.now = replace(answer.now, asides=answer.now.asides + 1)
    return True


def _say_assessment(answer: Answer, assessment: Assessment) -> None:
    """Say what the reply did: one reason in a guided round, where one thing is mended at a time, else two."""
    key = "met" if assessment.quality == 3 else "met-part" if assessment.quality == 2 else "weak"
    shown = assessment.reasons[: 1 if answer.plan.level == "guided" else 2]
    answer.add("assessment", " ".join((wording.say(key, answer.variant), *shown)))


def _hear_more(answer: Answer, text: str, recognition: Recognition) -> None:
    """Note what else a reply argued on the student's own side; it counts as used, and may be gone on with."""
    if recognition.verdict != "argument" or answer.now.focus is None:
        return
    seen = {answer.now.focus.argument, *answer.now.used, *(focus.argument for focus in answer.now.waiting)}
    new = [focus_of(answer, match, text) for match in recognition.heard]
    answer.heard = tuple(
        focus for focus in new if focus.argument not in seen and not focus.by_evidence and not focus.denied
    )


def _after_reply(answer: Answer, text: str, assessment: Assessment) -> None:
    """Press the point again where that helps, else end the exchange.

    A guided round asks for the same reply once more, with one thing mended; the others press with a new challenge.
    """
    met, holds = assessment.quality >= 2, assessment.quality == 3
    pressing = answer.now.presses < PRESSES and not answer.now.conceding
    if answer.plan.level == "guided":
        if met or not pressing:
            _may_redraft(answer, assessment)
            _next_exchange(answer)
            return
        answer.now = replace(answer.now, presses=answer.now.presses + 1)
        answer.say("question", "try-again", answer.now.attack, question=question_again(answer))
        return
    last = answer.now.exchanges + 1 >= answer.plan.exchanges
    if not last and pressing and (not met or answer.plan.level == "tough"):
        answer.now = replace(answer.now, exchanges=answer.now.exchanges + 1)
        put_challenge(answer, reply=text, met=holds)
        return
    _may_redraft(answer, assessment)
    _next_exchange(answer)


def _may_redraft(answer: Answer, assessment: Assessment) -> None:
    """Say what can be done with the advice on a reply that the round now leaves behind."""
    if 0 < assessment.quality < 3:
        answer.say("prompt", "may-redraft")


def _next_exchange(answer: Answer) -> None:
    """End an exchange: on to the next claim, or to the judgement when the exchanges are used up."""
    answer.now = replace(answer.now, exchanges=answer.now.exchanges + 1)
    if answer.now.exchanges >= answer.plan.exchanges or answer.now.silent >= SILENT:
        ask_judgement(answer)
    else:
        move_on(answer)


def concede(answer: Answer) -> None:
    """Take a concession as the strength that it is, and ask what remains of the claim."""
    answer.kind = "concede"
    if answer.now.conceding:
        answer.say("prompt", "concede-again")
        _next_exchange(answer)
        return
    answer.answered = answer.now.attack
    answer.say("question", "concede")
    answer.now = replace(answer.now, conceding=True, asides=0)


def hear_judgement(answer: Answer, text: str) -> None:
    """Hear the judgement; one that lacks something is sent back once, then the round is finished."""
    recognition = answer.mind.recogniser.recognise(text)
    judgement = answer.mind.assessor.judge(text, side=answer.plan.side, earlier=[turn.text for turn in answer.turns])
    none = recognition.verdict == "none" and recognition.nonsense in _NO_REPLY
    none = (none and not (judgement.answers or judgement.weighs)) or not judgement.tags or gives_in(text)
    if none and answer.now.asides < 1:
        answer.explain_names(text, recognition)
        answer.say("prompt", "judgement-aside")
        answer.say("hint", "hint-judgement")
        answer.now = replace(answer.now, asides=answer.now.asides + 1)
        return
    answer.kind = "judgement"
    answer.recognition = recognition
    answer.judgement = judgement
    answer.check_facts(text)
    if none:
        answer.say("assessment", "judgement-none")
        answer.now = replace(answer.now, phase="finished")
        return
    if judgement.missing and not answer.now.asked_again:
        missing = judgement.missing[: 1 if answer.plan.level == "guided" else 2]
        answer.say("prompt", "judgement-again", missing=" ".join(missing))
        answer.now = replace(answer.now, asked_again=True)
        return
    answer.add("assessment", " ".join((wording.say("judgement-heard", answer.variant), *judgement.reasons[:2])))
    answer.now = replace(answer.now, phase="finished")
