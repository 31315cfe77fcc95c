"""The use cases of a round: begin, go on, and speak, with every word stored before it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.debate.answering import opening, respond
from bot.debate.assessment import Assessor
from bot.debate.facts import FactChecker
from bot.debate.glossary import Glossary
from bot.debate.opponent import Met
from bot.debate.recognition import Recogniser
from bot.debate.round import Move, Plan, Round, Turn, check_legal, remember
from bot.debate.said import Line
from bot.record.store import Record


def make_mind(motion: Motion, *, cache: Path | None = None) -> Mind:
    """Build everything that the opponent knows of a motion; with `cache`, a folder, it learns each base only once."""
    facts = FactChecker(motion.heading, motion.timeline, motion.misconceptions)
    texts = [
        t
        for a in motion.arguments.values()
        for t in (*a.phrasings, *(e.text for e in a.evidence), *(c.text for c in a.challenges))
    ]
    assessor = Assessor(
        motion.heading,
        texts=texts,
        names={work.title: work.aliases for work in motion.timeline.works},
        factors=[argument.title for argument in motion.arguments.values()],
    )
    return Mind(motion, _recogniser(motion, cache), facts, assessor, Glossary(motion.heading))


def _recogniser(motion: Motion, cache: Path | None) -> Recogniser:
    stored = cache / f"{motion.hash}-1.npz" if cache else None
    if stored and stored.is_file():
        with np.load(stored) as kept:
            return Recogniser(motion, learnt=(kept["weights"], kept["shift"]))
    recogniser = Recogniser(motion)
    if stored:
        try:
            stored.parent.mkdir(parents=True, exist_ok=True)
            part = stored.with_suffix(".part.npz")
            np.savez(part, weights=recogniser.learnt[0], shift=recogniser.learnt[1])
            part.replace(stored)
        except OSError:
            return recogniser
    return recogniser


@dataclass
class Practice:
    """One round under way, always equal to what the record holds."""

    mind: Mind
    record: Record
    clock: Callable[[], datetime]
    plan: Plan
    number: int
    round: Round
    turns: list[Turn]

    @classmethod
    def begin(cls, mind: Mind, record: Record, clock: Callable[[], datetime], student: str, plan: Plan) -> Practice:
        """Begin a round and keep it."""
        row = {**asdict(plan), "met": {}}
        number = record.begin(student, row, mind.motion.hash, clock())
        return cls(mind, record, clock, plan, number, Round(), [])

    @classmethod
    def resume(cls, mind: Mind, record: Record, clock: Callable[[], datetime], student: str) -> Practice | None:
        """Go on with the student's open round; a turn that was stored and never answered is answered now."""
        row = record.open_round(student)
        if row is None or row["motion"] != mind.motion.id:
            return None
        plan = _plan(row)
        practice = cls(mind, record, clock, plan, row["id"], Round(), [])
        waiting: tuple[int, Move] | None = None
        for turn in record.turns(row["id"]):
            if turn["speaker"] == "student":
                waiting = turn["id"], Move(**json.loads(turn["said"]), text=turn["text"])
            elif waiting:
                outcome = respond(mind, plan, practice.round, waiting[1], practice.turns)
                practice.turns.append(remember(waiting[1], outcome))
                practice.round = TypeAdapter(Round).validate_json(turn["state"])
                waiting = None
        if waiting:
            practice._answer(*waiting)
        return practice

    def opening(self) -> tuple[Line, ...]:
        """Say how the round begins."""
        return opening(self.mind, self.plan)

    def speak(self, move: Move) -> tuple[Line, ...]:
        """Take one move; `IllegalMove` stores nothing, everything else is stored before it is answered."""
        check_legal(self.round, move)
        said = json.dumps({"kind": move.kind, "number": move.number})
        turn = self.record.add_turn(self.number, "student", move.kind, move.text, self.clock(), said=said)
        return self._answer(turn, move)

    def _answer(self, turn: int, move: Move) -> tuple[Line, ...]:
        outcome = respond(self.mind, self.plan, self.round, move, self.turns)
        self.record.answer(self.number, turn, outcome, self.clock())
        self.round = outcome.round
        self.turns.append(remember(move, outcome))
        return outcome.lines


def replay(mind: Mind, record: Record, number: int) -> list[int]:
    """Answer a round's messages again, and give the numbers of the turns that come out otherwise than they were said."""
    row = record.round(number)
    plan = _plan(row)
    now, turns, differ = Round(), [], []
    move: Move | None = None
    for turn in record.turns(number):
        if turn["speaker"] == "student":
            move = Move(**json.loads(turn["said"]), text=turn["text"])
        elif move:
            outcome = respond(mind, plan, now, move, turns)
            now = outcome.round
            turns.append(remember(move, outcome))
            if "\n".join(line.text for line in outcome.lines) != turn["text"]:
                differ.append(turn["number"])
    return differ


def _plan(row: dict[str, Any]) -> Plan:
    start_from = tuple(json.loads(row["start_from"]))
    return Plan(row["motion"], row["side"], row["level"], row["exchanges"], row["seed"], Met(), start_from)
