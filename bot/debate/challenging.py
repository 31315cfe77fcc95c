"""Puts challenges into words: takes an argument up, presses it, helps with it, and moves on when it is done."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Literal

from bot.base.authored import words
from bot.base.motion import Argument
from bot.debate import wording
from bot.debate.answer import Answer
from bot.debate.opponent import Attack, Choice, choose, find_attack
from bot.debate.reasons import quote
from bot.debate.round import Focus

Manner = Literal["made", "brought-up", "denied", "given-up", "opened", "lent"]

CHALLENGE_WORDS = 60  # a challenge with its question, the student's own words included
_SHOWN = 3  # pieces of evidence shown at once


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
    )
    if answer.plan.level == "guided":
        say_hint(answer, attack)


def _say_attack(answer: Answer, focus: Focus, argument: Argument, choice: Choice, *, met: bool) -> None:
    """Say the challenge so that it takes up the student's own words, then its question and its source."""
    attack, how = choice.attack, manner(answer, focus)
    other = attack.argument != focus.argument
    question = attack.question or wording.say("ask-other" if other else f"ask-{how}", answer.variant)
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
        fields["says"] = says.get(next(iter(focus.points), ""), argument.points[0].says)
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


def current_attack(answer: Answer) -> Attack | None:
    """Give what waits for a reply, or None if the base no longer has it."""
    return find_attack(answer.motion, answer.now.attack)


def question_again(answer: Answer) -> str:
    """Repeat the question that waits for a reply."""
    attack = current_attack(answer)
    if attack and attack.question:
        return attack.question
    focus = answer.now.focus
    return wording.say(f"ask-{manner(answer, focus)}" if attack and focus else "ask-plain", answer.variant)


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
    fresh = [name for name in answer.strongest_unused() if name not in {item.argument for item in answer.now.waiting}]
    start = 2 * answer.now.exchanges
    names = fresh[start : start + 2] or fresh[:2]
    if names:
        answer.say("hint", "hint-claim", *names, titles=answer.titles(names))
    else:
        answer.say("hint", "hint-any")


def show_evidence(answer: Answer) -> None:
    """Show evidence that helps with the argument under discussion, each piece with its source.

    Who meets an argument of the other side is helped by the evidence of the arguments of their own that are near it.
    """
    focus = answer.now.focus
    if focus is None:
        answer.say("prompt", "evidence-none")
        return
    argument = answer.argument(focus.argument)
    helping = [argument]
    if focus.by_evidence:
        related = [answer.argument(name) for name in argument.related]
        helping = [item for item in related if answer.motion.sides[item.id] == answer.plan.side][:_SHOWN] or helping
    answer.say("notice", "evidence-of", *(item.id for item in helping), title=answer.titles([i.id for i in helping]))
    each = 1 if len(helping) > 1 else _SHOWN
    for item in helping:
        fresh = [piece for piece in item.evidence if piece.id not in answer.now.put]
        for piece in (fresh or item.evidence)[:each]:
            source = answer.motion.sources[piece.source]
            answer.add("evidence", piece.text, piece.id)
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
