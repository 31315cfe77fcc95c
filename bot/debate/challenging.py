"""Puts challenges into words: takes an argument up, presses it, helps with it, and moves on when it is done."""

from __future__ import annotations

import random
from dataclasses import replace

from bot.base.motion import Argument
from bot.debate import wording
from bot.debate.answer import Answer
from bot.debate.opponent import Attack, choose, find_attack
from bot.debate.round import Focus

_SHOWN = 3  # pieces of evidence shown at once


def take_up(answer: Answer, focus: Focus) -> None:
    """Make an argument the one under discussion, and put the first challenge to it."""
    waiting = tuple(item for item in answer.now.waiting if item.argument != focus.argument)
    used = answer.now.used if focus.argument in answer.now.used else (*answer.now.used, focus.argument)
    answer.now = replace(answer.now, focus=focus, presses=0, waiting=waiting, used=used, conceding=False, guesses=())
    put_challenge(answer)


def put_challenge(answer: Answer, *, reply: str = "") -> None:
    """Put the next challenge to the argument under discussion; where nothing is left, ask for the judgement."""
    focus = answer.now.focus
    assert focus is not None
    argument = answer.argument(focus.argument)
    choice = choose(
        answer.motion,
        argument,
        by_evidence=focus.by_evidence,
        point=focus.point,
        level=answer.plan.level,
        side=answer.plan.side,
        put=set(answer.now.put),
        met=answer.plan.met,
        reply=reply,
        rng=random.Random(f"{answer.plan.seed}:{answer.now.spoken}"),
    )
    if choice is None:
        ask_judgement(answer)
        return
    attack = choice.attack
    answer.choice = choice
    _say_attack(answer, focus, argument, attack)
    answer.now = replace(
        answer.now,
        phase="reply",
        attack=attack.id,
        presses=answer.now.presses + 1,
        put=(*answer.now.put, attack.id),
        asides=0,
    )
    if answer.plan.level == "guided":
        say_hint(answer, attack)


def _say_attack(answer: Answer, focus: Focus, argument: Argument, attack: Attack) -> None:
    """Say the challenge so that it takes up the point that was made, then its question and its source."""
    says = _point_in_words(argument, focus.point)
    manner = (
        ("denied" if focus.denied else "brought-up") if focus.by_evidence else ("given-up" if focus.denied else "made")
    )
    if attack.argument != focus.argument:
        key, ask = "other-factor", "ask-other"
    elif answer.now.presses:
        key, ask = "again", f"ask-{manner}"
    else:
        key, ask = f"point-{manner}", f"ask-{manner}"
    answer.say("challenge", key, attack.id, argument.id, says=says, text=attack.text)
    answer.add("question", attack.question or wording.say(ask, answer.variant), attack.id)
    source = answer.motion.sources[attack.source]
    cite = f"{source.cite()}, {attack.where}" if attack.where else source.cite()
    answer.say("source", "source", source.id, cite=cite, kind=wording.kind_in_words(attack.kind))


def _point_in_words(argument: Argument, point: str) -> str:
    """Say the point that the student made, or the argument's first point where none was recognised."""
    return next((item.says for item in argument.points if item.id == point), argument.points[0].says)


def current_attack(answer: Answer) -> Attack | None:
    """Give what waits for a reply, or None if the base no longer has it."""
    return find_attack(answer.motion, answer.now.attack)


def question_again(answer: Answer) -> str:
    """Repeat the question that waits for a reply."""
    attack = current_attack(answer)
    if attack and attack.question:
        return attack.question
    return wording.say("ask-brought-up", answer.variant)


def say_hint(answer: Answer, attack: Attack) -> None:
    """Give the hint and the sentence starter that belong to a challenge."""
    if attack.hint:
        answer.say("hint", "hint", attack.id, hint=attack.hint)
    else:
        answer.say("hint", "hint-evidence")
    if attack.starter:
        answer.say("hint", "starter", attack.id, starter=attack.starter)


def give_hint(answer: Answer) -> None:
    """Help with whatever is asked for now."""
    attack = current_attack(answer)
    if answer.now.phase == "reply" and attack:
        say_hint(answer, attack)
    elif answer.now.phase == "judgement":
        answer.say("hint", "hint-judgement")
    else:
        say_arguments_to_try(answer)


def say_arguments_to_try(answer: Answer) -> None:
    """Name the two strongest arguments of the student's side that are still unused."""
    names = answer.strongest_unused()[:2]
    if names:
        answer.say("hint", "hint-claim", *names, titles=answer.titles(names))
    else:
        answer.say("hint", "hint-any")


def show_evidence(answer: Answer) -> None:
    """Show evidence for the argument under discussion, each piece with its source."""
    if answer.now.focus is None:
        answer.say("prompt", "evidence-none")
        return
    argument = answer.argument(answer.now.focus.argument)
    answer.say("notice", "evidence-of", argument.id, title=argument.title)
    shown = [item for item in argument.evidence if item.id != answer.now.attack][:_SHOWN]
    for item in shown:
        source = answer.motion.sources[item.source]
        answer.add("challenge", item.text, item.id)
        answer.say("source", "source-only", source.id, cite=source.cite())


def move_on(answer: Answer) -> None:
    """Leave the argument under discussion: take up what is waiting, or ask for the next claim."""
    waiting = [focus for focus in answer.now.waiting if focus.argument not in answer.now.used]
    if waiting:
        title = answer.argument(waiting[0].argument).title
        answer.say("prompt", "waiting", waiting[0].argument, title=title)
        take_up(answer, waiting[0])
        return
    answer.now = replace(answer.now, phase="claim", attack="", asides=0, conceding=False)
    answer.say("prompt", "next-claim")
    if answer.plan.level == "guided":
        say_arguments_to_try(answer)


def ask_judgement(answer: Answer) -> None:
    """Ask how far the motion is true."""
    answer.now = replace(answer.now, phase="judgement", attack="", asides=0, conceding=False)
    answer.say("question", "ask-judgement", question=answer.motion.heading.judgement)
    if answer.plan.level == "guided":
        answer.say("hint", "hint-judgement")
