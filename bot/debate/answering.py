"""One move in, one outcome out: hear it, check its facts, assess it, choose what to put next, and say it.

`respond` is the whole of the opponent. It is a pure function: the same mind, plan, round, move and earlier turns give
the same outcome, which is why a round can be replayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.base.motion import NonsenseKind
from bot.debate import wording
from bot.debate.answer import Answer, Mind
from bot.debate.challenging import (
    ask_judgement,
    current_attack,
    give_hint,
    move_on,
    put_challenge,
    question_again,
    say_arguments_to_try,
    say_hint,
    show_evidence,
    take_up,
)
from bot.debate.feedback import feedback_lines
from bot.debate.recognition import Match, Recognition
from bot.debate.round import PRESSES, Focus, Move, Outcome, Plan, Round, Turn, check_legal, remember
from bot.debate.said import Line

_GUESSES = 3
_PATIENCE = 2  # turns in a row that may miss the question before the round goes on by itself
_NO_REPLY: frozenset[NonsenseKind] = frozenset({"stuck", "noise", "abuse", "greeting", "order", "question"})


def opening(mind: Mind, plan: Plan) -> tuple[Line, ...]:
    """Say how a round begins: the motion, the student's side, the shape of the round, and the first request."""
    answer = Answer(mind, plan, Round(), Move("say"), ())
    side = mind.motion.heading.side(plan.side)
    answer.say("notice", "welcome", motion=mind.motion.heading.motion, side=side.title, thesis=side.thesis)
    answer.say("notice", "shape", exchanges=plan.exchanges)
    known = [name for name in plan.start_from if name in mind.motion.arguments]
    if known:
        answer.say("prompt", "open-from", *known, titles=answer.titles(known))
    else:
        answer.say("prompt", "open")
    if plan.level == "guided":
        say_arguments_to_try(answer)
    return tuple(answer.lines)


def respond(mind: Mind, plan: Plan, round_: Round, move: Move, turns: Sequence[Turn]) -> Outcome:
    """Answer one move; `IllegalMove` if the round does not allow it. `turns` are the student's earlier ones."""
    check_legal(round_, move)
    start = round_
    if move.kind == "redraft" and round_.before:
        start = replace(round_.before, put=round_.put, spoken=round_.spoken)
    answer = Answer(mind, plan, start, move, turns)
    match move.kind:
        case "say":
            _hear(answer)
        case "redraft":
            answer.say("notice", "redrafted")
            _hear(answer)
        case "pick":
            _pick(answer, move.number)
        case "hint":
            answer.kind = "hint"
            give_hint(answer)
        case "evidence":
            answer.kind = "evidence"
            show_evidence(answer)
        case "concede":
            _concede(answer)
        case "end":
            answer.kind = "end"
            answer.say("notice", "stopped")
            answer.now = replace(answer.now, phase="finished")
    return _conclude(answer, start, round_)


def _conclude(answer: Answer, start: Round, round_: Round) -> Outcome:
    """Make the outcome: what can be redrafted later, and the feedback where the round is over."""
    before = replace(start, before=None) if answer.kind in ("claim", "reply") else round_.before
    outcome = Outcome(
        round=replace(answer.now, spoken=round_.spoken + 1, before=before),
        kind=answer.kind,
        lines=tuple(answer.lines),
        recognition=answer.recognition,
        heard=answer.heard,
        mistakes=answer.mistakes,
        assessment=answer.assessment,
        judgement=answer.judgement,
        answered=answer.answered,
        choice=answer.choice,
    )
    if outcome.round.phase != "finished":
        return outcome
    turns = [*answer.turns, remember(answer.move, outcome)]
    outcome = replace(outcome, round=replace(outcome.round, before=None))
    return replace(outcome, lines=(*outcome.lines, *feedback_lines(answer.motion, answer.plan, turns)))


def _hear(answer: Answer) -> None:
    """Take words as a pick, a claim, a reply or a judgement, as the phase has it."""
    text = answer.move.text.strip()
    match answer.now.phase:
        case "pick" if text.isdecimal() and int(text) <= len(answer.now.guesses):
            _pick(answer, int(text))
        case "claim" | "pick":
            _hear_claim(answer, text)
        case "reply":
            _hear_reply(answer, text)
        case _:
            _hear_judgement(answer, text)


# Claims


def _hear_claim(answer: Answer, text: str) -> None:
    recognition = answer.mind.recogniser.recognise(text)
    answer.recognition = recognition
    _check_facts(answer, text)
    if recognition.verdict == "none":
        _no_argument(answer, text, recognition)
        return
    answer.kind = "claim"
    if recognition.verdict == "unsure":
        guesses = tuple(_focus(answer, match) for match in recognition.matches[:_GUESSES])
        answer.say("prompt", "unsure")
        _offer(answer, guesses)
        return
    heard = tuple(_focus(answer, match) for match in recognition.heard)
    first, others = heard[0], heard[1:]
    answer.heard = heard
    _say_heard(answer, first, recognition.heard[0])
    if others:
        names = [focus.argument for focus in others]
        answer.say("heard", "also-heard", *names, titles=answer.titles(names))
    answer.now = replace(answer.now, waiting=(*answer.now.waiting, *others))
    take_up(answer, first)


def _focus(answer: Answer, match: Match) -> Focus:
    """Decide how an argument is met: by its challenges where the student builds on it, else by its evidence.

    A student who denies the other side's argument, or brings up what serves the other side, must face its evidence;
    one who gives away a point of their own side faces what is said against it.
    """
    points = answer.argument(match.id).points
    either = any(point.either_side for point in points if point.id == match.point)
    own = either or answer.motion.sides[match.id] == answer.plan.side
    return Focus(match.id, match.point, by_evidence=not own, denied=match.denied)


def _say_heard(answer: Answer, focus: Focus, match: Match) -> None:
    title = answer.argument(focus.argument).title
    if focus.by_evidence:
        key = "heard-denied" if focus.denied else "heard-other-side"
    else:
        key = "heard-given-up" if focus.denied else "heard"
    answer.say("heard", key, focus.argument, title=title)
    if match.why:
        answer.say("heard", "heard-why", words=", ".join(f'"{word}"' for word in match.why))


def _offer(answer: Answer, guesses: tuple[Focus, ...]) -> None:
    """Offer arguments to pick from, in order."""
    for focus in guesses:
        answer.add("choice", answer.argument(focus.argument).title, focus.argument)
    answer.now = replace(answer.now, phase="pick", guesses=guesses)


def _pick(answer: Answer, number: int) -> None:
    answer.kind = "pick"
    if number == 0:
        answer.say("prompt", "pick-none")
        answer.now = replace(answer.now, phase="claim", guesses=())
        return
    focus = answer.now.guesses[number - 1]
    answer.heard = (focus,)
    answer.say("heard", "picked", focus.argument, title=answer.argument(focus.argument).title)
    take_up(answer, focus)


def _no_argument(answer: Answer, text: str, recognition: Recognition) -> None:
    """Say kindly that no argument was heard; offer some the second time, and open the debate oneself after that."""
    if _explain_names(answer, text, recognition):
        return
    kind = recognition.nonsense or "vague"
    answer.say("prompt", "none-vote" if kind.startswith("vote") else f"none-{kind}", period=answer.motion.heading.years)
    asides = answer.now.asides + 1
    answer.now = replace(answer.now, phase="claim", guesses=(), asides=asides)
    if asides > _PATIENCE:
        _open_the_debate(answer)
    elif asides == _PATIENCE and answer.strongest_unused():
        answer.say("prompt", "offer")
        _offer(answer, tuple(Focus(name) for name in answer.strongest_unused()[:_GUESSES]))
    elif kind == "vague" and recognition.matches:
        nearest = [match.id for match in recognition.matches[:_GUESSES]]
        answer.say("prompt", "nearest", *nearest, titles=answer.titles(nearest))


def _open_the_debate(answer: Answer) -> None:
    """Put the other side's strongest argument to a student who has none."""
    others = [name for name, side in answer.motion.sides.items() if side != answer.plan.side]
    fresh = [name for name in others if name not in answer.now.used] or others
    best = max(fresh, key=lambda name: answer.argument(name).weight)
    answer.say("prompt", "opens", best, claim=answer.argument(best).claim)
    take_up(answer, Focus(best, by_evidence=True))


# Replies


def _hear_reply(answer: Answer, text: str) -> None:
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
    _check_facts(answer, text)
    _say_assessment(answer)
    _hear_more(answer, recognition)
    _after_reply(answer, text)


def _no_reply(answer: Answer, text: str, recognition: Recognition) -> bool:
    """Help a student whose words were no reply: the question again, then a smaller one; the third time it counts."""
    kind = recognition.nonsense
    if recognition.verdict != "none" or kind not in _NO_REPLY:
        return False
    if _explain_names(answer, text, recognition):
        answer.say("question", "aside", answer.now.attack, question=question_again(answer))
        return True
    if answer.now.asides >= _PATIENCE:
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
    new = [_focus(answer, match) for match in recognition.heard]
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


def _concede(answer: Answer) -> None:
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


# The judgement


def _hear_judgement(answer: Answer, text: str) -> None:
    recognition = answer.mind.recogniser.recognise(text)
    if recognition.verdict == "none" and recognition.nonsense in _NO_REPLY and answer.now.asides < 1:
        if not _explain_names(answer, text, recognition):
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
    _check_facts(answer, text)
    if judgement.missing and not answer.now.asked_again:
        answer.say("prompt", "judgement-again", missing=" ".join(judgement.missing[:2]))
        answer.now = replace(answer.now, asked_again=True)
        return
    answer.add("assessment", " ".join((wording.say("judgement-heard", answer.variant), *judgement.reasons[:2])))
    answer.now = replace(answer.now, phase="finished")


# Facts and names


def _check_facts(answer: Answer, text: str) -> None:
    """Correct plain mistakes, with the source; of a disputed story, ask for evidence."""
    answer.mistakes = answer.mind.facts.check(text)
    for mistake in answer.mistakes[:2]:
        answer.say("correction", "disputed" if mistake.sure == "disputed" else "mistake", mistake.id, says=mistake.says)
        source = answer.motion.sources[mistake.source]
        answer.say("source", "source-only", source.id, cite=source.cite())


def _explain_names(answer: Answer, text: str, recognition: Recognition) -> bool:
    """Answer "who was ...?" and "what is ...?" from the glossary; say whether there was something to explain."""
    if recognition.nonsense != "question":
        return False
    named = answer.mind.glossary.find(text)[:2]
    for item in named:
        answer.add("prompt", f"{item.name}: {item.gloss}", item.id)
        source = answer.motion.sources[item.source]
        answer.say("source", "source-only", source.id, cite=source.cite())
    return bool(named)
