"""Hears a reply, a concession and the judgement: what it did, and how the round goes on from there."""

from __future__ import annotations

from dataclasses import replace

from bot.base.motion import NonsenseKind
from bot.debate import wording
from bot.debate.answer import Answer
from bot.debate.challenging import ask_judgement, current_attack, move_on, put_challenge, question_again, say_hint
from bot.debate.claims import focus_of
from bot.debate.recognition import Recognition
from bot.debate.round import PATIENCE, PRESSES

_NO_REPLY: frozenset[NonsenseKind] = frozenset({"stuck", "noise", "abuse", "greeting", "order", "question"})


def hear_reply(answer: Answer, text: str) -> None:
    """Assess a reply to the challenge that waits for one, and go on with the round."""
    attack = current_attack(answer)
    challenge = f"{attack.text} {question_again(answer)}" if attack else question_again(answer)
    assessment = answer.mind.assessor.assess(
        text,
        challenge=challenge,
        answers=attack.answers if attack else (),
        claim=next((turn.text for turn in reversed(answer.turns) if turn.kind == "claim"), ""),
        earlier=[turn.text for turn in answer.turns if turn.kind in ("claim", "reply")],
    )
    recognition = answer.mind.recogniser.recognise(text)
    if assessment.quality == 0 and _no_reply(answer, text, recognition):
        return
    answer.kind = "reply"
    answer.assessment = assessment
    answer.answered = answer.now.attack
    answer.recognition = recognition
    answer.now = replace(answer.now, exchanges=answer.now.exchanges + 1, asides=0)
    answer.check_facts(text)
    _say_assessment(answer)
    _hear_more(answer, recognition)
    _after_reply(answer, text)


def _no_reply(answer: Answer, text: str, recognition: Recognition) -> bool:
    """Help a student whose words were no reply: the question again, then a smaller one; the third time it counts."""
    kind = recognition.nonsense
    if recognition.verdict != "none" or kind not in _NO_REPLY:
        return False
    if answer.explain_names(text, recognition):
        answer.say("question", "aside", answer.now.attack, question=question_again(answer))
        return True
    if answer.now.asides >= PATIENCE:
        return False
    attack = current_attack(answer)
    if answer.now.asides == 0 or attack is None or not attack.hint:
        answer.say("prompt", f"reply-{kind}")
        answer.say("question", "aside", answer.now.attack, question=question_again(answer))
    else:
        answer.say("prompt", "smaller")
        say_hint(answer, attack)
    answer.now = replace(answer.now, asides=answer.now.asides + 1)
    return True


def _say_assessment(answer: Answer) -> None:
    """Say what the reply did: one reason in a guided round, where one thing is mended at a time, else two."""
    assert answer.assessment is not None
    quality = answer.assessment.quality
    key = "met" if quality == 3 else "met-part" if quality == 2 else "weak"
    shown = answer.assessment.reasons[: 1 if answer.plan.level == "guided" else 2]
    answer.add("assessment", " ".join((wording.say(key, answer.variant), *shown)))


def _hear_more(answer: Answer, recognition: Recognition) -> None:
    """Keep for later what else a reply argued on the student's own side."""
    if recognition.verdict != "argument" or answer.now.focus is None:
        return
    new = [focus_of(answer, match) for match in recognition.heard]
    seen = {answer.now.focus.argument, *answer.now.used, *(focus.argument for focus in answer.now.waiting)}
    new = [focus for focus in new if focus.argument not in seen and not focus.by_evidence and not focus.denied]
    answer.heard = tuple(new)
    answer.now = replace(answer.now, waiting=(*answer.now.waiting, *new))


def _after_reply(answer: Answer, text: str) -> None:
    """Go on: to the judgement when the exchanges are used up, else press the point or leave it."""
    assert answer.assessment is not None
    met = answer.assessment.quality >= 2
    if answer.now.exchanges >= answer.plan.exchanges:
        ask_judgement(answer)
    elif answer.now.conceding or answer.now.presses >= PRESSES or (met and answer.plan.level != "tough"):
        move_on(answer)
    else:
        put_challenge(answer, reply=text)


def concede(answer: Answer) -> None:
    """Take a concession as the strength that it is, and ask what remains of the claim."""
    answer.kind = "concede"
    if answer.now.conceding:
        answer.now = replace(answer.now, exchanges=answer.now.exchanges + 1)
        answer.say("prompt", "concede-again")
        if answer.now.exchanges >= answer.plan.exchanges:
            ask_judgement(answer)
        else:
            move_on(answer)
        return
    answer.answered = answer.now.attack
    answer.say("question", "concede")
    answer.now = replace(answer.now, conceding=True, asides=0)


def hear_judgement(answer: Answer, text: str) -> None:
    """Hear the judgement; one that lacks something is sent back once, then the round is finished."""
    recognition = answer.mind.recogniser.recognise(text)
    if recognition.verdict == "none" and recognition.nonsense in _NO_REPLY and answer.now.asides < 1:
        if not answer.explain_names(text, recognition):
            answer.say("prompt", "judgement-aside")
            answer.say("hint", "hint-judgement")
        answer.now = replace(answer.now, asides=answer.now.asides + 1)
        return
    answer.kind = "judgement"
    answer.recognition = recognition
    judgement = answer.mind.assessor.judge(
        text,
        motion=answer.motion.heading.motion,
        side=answer.plan.side,
        earlier=[turn.text for turn in answer.turns],
    )
    answer.judgement = judgement
    answer.check_facts(text)
    if judgement.missing and not answer.now.asked_again:
        answer.say("prompt", "judgement-again", missing=" ".join(judgement.missing[:2]))
        answer.now = replace(answer.now, asked_again=True)
        return
    answer.add("assessment", " ".join((wording.say("judgement-heard", answer.variant), *judgement.reasons[:2])))
    answer.now = replace(answer.now, phase="finished")
