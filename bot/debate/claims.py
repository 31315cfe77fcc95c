"""Hears a claim: which argument it makes, how it is met, and what to say where there is none."""

from __future__ import annotations

from dataclasses import replace

from bot.debate.answer import Answer
from bot.debate.challenging import take_up
from bot.debate.recognition import Match, Recognition
from bot.debate.round import PATIENCE, Focus

_GUESSES = 3


def hear_claim(answer: Answer, text: str) -> None:
    """Recognise a claim and put the first challenge to it; where it is unsure, offer guesses."""
    recognition = answer.mind.recogniser.recognise(text)
    answer.recognition = recognition
    answer.check_facts(text)
    if recognition.verdict == "none":
        _no_argument(answer, text, recognition)
        return
    answer.kind = "claim"
    if recognition.verdict == "unsure":
        guesses = tuple(focus_of(answer, match) for match in recognition.matches[:_GUESSES])
        answer.say("prompt", "unsure")
        _offer(answer, guesses)
        return
    heard = tuple(focus_of(answer, match) for match in recognition.heard)
    answer.heard = heard
    first, others = heard[0], [focus for focus in heard[1:] if focus.argument not in answer.now.used]
    _say_heard(answer, first, recognition.heard[0])
    if others:
        names = [focus.argument for focus in others]
        answer.say("heard", "also-heard", *names, titles=answer.titles(names))
    answer.now = replace(answer.now, waiting=(*answer.now.waiting, *others))
    take_up(answer, first)


def focus_of(answer: Answer, match: Match) -> Focus:
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


def pick(answer: Answer, number: int) -> None:
    """Take up the argument picked from those offered; 0 is none of them."""
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
    if answer.explain_names(text, recognition):
        return
    kind = recognition.nonsense or "vague"
    answer.say("prompt", "none-vote" if kind.startswith("vote") else f"none-{kind}", period=answer.motion.heading.years)
    asides = answer.now.asides + 1
    answer.now = replace(answer.now, phase="claim", guesses=(), asides=asides)
    if asides > PATIENCE:
        _open_the_debate(answer)
    elif asides == PATIENCE and answer.strongest_unused():
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
