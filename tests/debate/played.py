"""Plays a few moves of a round for the tests that look at what was said."""

from __future__ import annotations

from bot.debate.answer import Mind
from bot.debate.answering import respond
from bot.debate.round import Move, Outcome, Plan, Round, Turn, turn_of, without_draft


def played(mind: Mind, plan: Plan, *moves: Move | str) -> list[Outcome]:
    outcomes, turns, round_ = list[Outcome](), list[Turn](), Round()
    for given in moves:
        move = Move("say", given) if isinstance(given, str) else given
        outcomes.append(respond(mind, plan, round_, move, turns))
        round_ = outcomes[-1].round
        turns = [*without_draft(turns, move), turn_of(move, outcomes[-1])]
    return outcomes


def said(outcome: Outcome, role: str) -> list[str]:
    return [line.text for line in outcome.lines if line.role == role]
