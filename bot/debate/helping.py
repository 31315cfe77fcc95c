"""Helps a student on: a hint, a beginning, a fact to build on, arguments to try, the evidence of an argument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.base.motion import Argument, Evidence
from bot.debate.answer import Answer
from bot.debate.opponent import Attack, find_attack

_SHOWN = 3  # pieces of evidence shown at once


def current_attack(answer: Answer) -> Attack | None:
    """Give what waits for a reply, or None if the base no longer has it."""
    return find_attack(answer.motion, answer.now.attack)


def give_hint(answer: Answer) -> None:
    """Help with whatever is asked for now; who asks again about one challenge gets more each time."""
    attack = current_attack(answer)
    if answer.now.phase == "reply" and attack:
        help_on(answer, attack)
    elif answer.now.phase == "judgement":
        answer.say("hint", "hint-judgement")
    else:
        say_arguments_to_try(answer)


def help_on(answer: Answer, attack: Attack) -> None:
    """Give the hint of a challenge, and once that was given, a fact for the reply; in the end the hint again."""
    given, facts = answer.now.helped, _facts_for(answer, attack)
    if not 0 < given <= len(facts):
        say_hint(answer, attack)
        return
    answer.now = replace(answer.now, helped=given + 1)
    fact = facts[given - 1]
    answer.say("hint", "hint-fact")
    answer.add("evidence", fact.text, fact.id)
    answer.cite(fact.source)


def say_hint(answer: Answer, attack: Attack) -> None:
    """Give the hint and the sentence starter that belong to a challenge; to evidence, an argument that meets it."""
    answer.now = replace(answer.now, helped=1)
    meeting = _meeting(answer, attack)
    if attack.hint:
        answer.say("hint", "hint", attack.id, hint=attack.hint)
    elif meeting:
        own = meeting[0]
        answer.say("hint", "hint-own", own.id, title=own.title, claim=own.claim)
    else:
        answer.say("hint", "hint-evidence")
    if attack.starter:
        answer.say("hint", "starter", attack.id, starter=attack.starter)


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
        helping = _near(answer, argument)[:_SHOWN] or helping
    answer.say("notice", "evidence-of", *(item.id for item in helping), title=answer.titles([i.id for i in helping]))
    each = 1 if len(helping) > 1 else _SHOWN
    for item in helping:
        fresh = [piece for piece in item.evidence if piece.id not in answer.now.put]
        for piece in (fresh or item.evidence)[:each]:
            answer.add("evidence", piece.text, piece.id)
            answer.cite(piece.source)


def _facts_for(answer: Answer, attack: Attack) -> Sequence[Evidence]:
    """Give the evidence that answers a challenge, as its lines of answer name it; none that was put already."""
    known = {item.id: item for argument in answer.motion.arguments.values() for item in argument.evidence}
    ids = [*attack.helps, *(item.id for argument in _meeting(answer, attack) for item in argument.evidence[:1])]
    return [known[name] for name in dict.fromkeys(ids) if name in known and name not in answer.now.put]


def _meeting(answer: Answer, attack: Attack) -> list[Argument]:
    """Give the arguments of the student's side that meet what was put, where it is evidence of the other side."""
    if attack.ground == "challenge":
        return []
    return _near(answer, answer.argument(attack.argument))


def _near(answer: Answer, argument: Argument) -> list[Argument]:
    related = [answer.argument(name) for name in argument.related]
    return [item for item in related if answer.motion.sides[item.id] == answer.plan.side]
