"""Puts challenges into words: takes an argument up, presses it, and moves on when it is done."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Literal

from bot.base.authored import words
from bot.base.motion import Argument
from bot.debate import wording
from bot.debate.answer import Answer
from bot.debate.helping import current_attack, say_arguments_to_try, say_hint
from bot.debate.opponent import Attack, Choice, choose
from bot.debate.reasons import quote
from bot.debate.round import Focus

Manner = Literal["made", "brought-up", "denied", "given-up", "opened", "lent"]

CHALLENGE_WORDS = 60  # a challenge with its question, the student's own words included


def take_up(answer: Answer, focus: Focus) -> None:
    """Make an argument the one under discussion, and put the first challenge to it."""
    waiting = tuple(item for item in answer.now.waiting if item.argument != focus.argument)
    used = answer.now.used if focus.argument in answer.now.used else (*answer.now.used, focus.argument)
    answer.now = replace(answer.now, focus=focus, presses=0, waiting=waiting, used=used, conceding=False, guesses=())
    put_challenge(answer)


def put_challenge(answer: Answer, *, reply: str = "", met: bool = False) -> None:
    """Put the next challenge to the argument under discussion; where nothing is left, ask for the judgement."""
    focus = answer.now.focus
    assert focus is not None
    argument = answer.argument(focus.argument)
    choice = choose(
        answer.motion,
        argument,
        by_evidence=focus.by_evidence,
        points=focus.points,
        level=answer.plan.level,
        side=answer.plan.side,
        put=set(answer.now.put),
        met=answer.plan.met,
        reply=reply,
        said=[*(turn.text for turn in answer.turns), answer.move.text],
        rng=random.Random(f"{answer.plan.seed}:{answer.now.spoken}"),
    )
    if choice is None:
        ask_judgement(answer)
        return
    attack = choice.attack
    answer.choice = choice
    _say_attack(answer, focus, argument, choice, met=met)
    answer.now = replace(
        answer.now,
        phase="reply",
        attack=attack.id,
        presses=answer.now.presses + 1,
        put=(*answer.now.put, attack.id),
        asides=0,
        helped=0,
    )
    if answer.plan.level == "guided":
        say_hint(answer, attack)


def _say_attack(answer: Answer, focus: Focus, argument: Argument, choice: Choice, *, met: bool) -> None:
    """Say the challenge so that it takes up the student's own words, then its question and its source."""
    attack, how = choice.attack, manner(answer, focus)
    other = attack.argument != focus.argument
    question = _question(answer, attack, focus)
    fields: dict[str, str] = {"text": attack.text}
    if choice.turned:
        key = "again-turned"
        fields["names"] = wording.listed(choice.turned)
    elif answer.now.presses:
        key = "other-factor" if other else "again-met" if met else "again"
    elif other:
        key = "other-factor"
    elif how in ("opened", "lent") or not focus.words:
        key = f"point-{how}" if how in ("opened", "lent") else "point-clear" if focus.clear else "point-plain"
        says = {point.id: point.says for point in argument.points}
        lent = [name for name in attack.points if name in focus.points] or attack.points
        points = lent if how == "lent" else focus.points
        fields["says"] = says.get(next(iter(points), ""), argument.points[0].says)
    else:
        key = f"point-{how}"
        lead = words(wording.say(key, answer.variant, words="", text=""))
        room = CHALLENGE_WORDS - lead - words(attack.text) - words(question)
        fits = words(focus.words) <= room
        fields["words"] = focus.words if fits else quote(focus.words, most=room - 1)
    answer.say("challenge", key, attack.id, argument.id, **fields)
    answer.add("question", question, attack.id)
    source = answer.motion.sources[attack.source]
    cite = f"{source.cite()}, {attack.where}" if attack.where else source.cite()
    answer.say("source", "source", source.id, cite=cite, kind=wording.kind_in_words(attack.kind))


def manner(answer: Answer, focus: Focus) -> Manner:
    """Say how an argument came into the round: made, brought up for the other side, denied, given up, or not said."""
    own = answer.motion.sides[focus.argument] == answer.plan.side
    if focus.denied:
        return "given-up" if own else "denied"
    if not focus.said:
        return "opened" if focus.by_evidence else "lent"
    return "brought-up" if focus.by_evidence else "made"


def question_again(answer: Answer) -> str:
    """Repeat the question that waits for a reply."""
    attack, focus = current_attack(answer), answer.now.focus
    return _question(answer, attack, focus) if attack and focus else wording.say("ask-plain", answer.variant)


def _question(answer: Answer, attack: Attack, focus: Focus) -> str:
    """Ask what the base asks with a challenge; where it asks nothing, the same each time that it is asked."""
    how = "other" if attack.argument != focus.argument else manner(answer, focus)
    return attack.question or wording.say(f"ask-{how}", answer.plan.seed + len(attack.id))


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
    touched = [focus.argument for focus in answer.heard if focus.argument not in answer.now.used]
    if touched:
        answer.say("prompt", "touched", *touched, titles=answer.titles(touched))
    elif answer.plan.level == "guided":
        say_arguments_to_try(answer)


def ask_judgement(answer: Answer) -> None:
    """Ask how far the motion is true."""
    answer.now = replace(answer.now, phase="judgement", attack="", asides=0, conceding=False)
    answer.say("question", "ask-judgement", question=answer.motion.heading.judgement)
    if answer.plan.level == "guided":
        answer.say("hint", "hint-judgement")
