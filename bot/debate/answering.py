"""One move in, one outcome out: hear it, check its facts, assess it, choose what to put next, and say it.

`respond` is the whole of the opponent. It is a pure function: the same mind, plan, round, move and earlier turns give
the same outcome, which is why a round can be replayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.debate.answer import Answer, Mind
from bot.debate.claims import hear_claim, pick
from bot.debate.feedback import feedback_lines
from bot.debate.helping import give_hint, say_arguments_to_try, show_evidence
from bot.debate.moves_in_words import picked
from bot.debate.replies import concede, hear_judgement, hear_reply
from bot.debate.round import Move, Outcome, Plan, Round, Turn, check_legal, turn_of, without_draft
from bot.debate.said import Line


def opening(mind: Mind, plan: Plan) -> tuple[Line, ...]:
    """Say how a round begins: the motion, the student's side, the shape of the round, and the first request."""
    answer = Answer(mind, plan, Round(), Move("say"), ())
    side = mind.motion.heading.side(plan.side)
    answer.say("notice", "welcome", motion=mind.motion.heading.motion)
    answer.say("notice", "your-side", side=f"{plan.side} ({side.title})", thesis=side.thesis)
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
    answer = Answer(mind, plan, start, move, without_draft(turns, move))
    match move.kind:
        case "say":
            _hear(answer)
        case "redraft":
            answer.say("notice", "redrafted")
            _hear(answer)
        case "pick":
            pick(answer, move.number)
        case "hint":
            answer.kind = "hint"
            give_hint(answer)
        case "evidence":
            answer.kind = "evidence"
            show_evidence(answer)
        case "concede":
            concede(answer)
        case "end":
            answer.kind = "end"
            answer.say("notice", "stopped")
            answer.now = replace(answer.now, phase="finished")
    return _conclude(answer, start, round_)


def _conclude(answer: Answer, start: Round, round_: Round) -> Outcome:
    """Make the outcome: what can be redrafted later, and the feedback where the round is over."""
    if answer.kind in ("claim", "reply"):
        before: Round | None = replace(start, before=None)
    else:
        before = None if answer.move.kind == "redraft" else round_.before
    outcome = Outcome(
        round=replace(answer.now, spoken=round_.spoken + 1, before=before),
        kind=answer.kind,
        lines=tuple(answer.lines),
        recognition=answer.recognition,
        heard=answer.heard,
        evidence=answer.evidence,
        mistakes=answer.mistakes,
        assessment=answer.assessment,
        judgement=answer.judgement,
        answered=answer.answered,
        choice=answer.choice,
    )
    if outcome.round.phase != "finished":
        return outcome
    turns = [*answer.turns, turn_of(answer.move, outcome)]
    outcome = replace(outcome, round=replace(outcome.round, before=None))
    return replace(outcome, lines=(*outcome.lines, *feedback_lines(answer.motion, answer.plan, turns)))


def _hear(answer: Answer) -> None:
    """Take words as a pick, a claim, a reply or a judgement, as the phase has it."""
    text = answer.move.text.strip()
    number = picked(text, [answer.argument(focus.argument).title for focus in answer.now.guesses])
    match answer.now.phase:
        case "pick" if number is not None:
            pick(answer, number)
        case "claim" | "pick":
            hear_claim(answer, text)
        case "reply":
            hear_reply(answer, text)
        case _:
            hear_judgement(answer, text)
