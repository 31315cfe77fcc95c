"""The use cases of a round: begin, go on, and speak, with every word stored before it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any

from pydantic import TypeAdapter

from bot.debate.answer import Mind
from bot.debate.answering import opening, respond
from bot.debate.opponent import Met
from bot.debate.round import Move, Outcome, Plan, Round, Turn, check_legal, still_known, turn_of, without_draft
from bot.debate.said import Line
from bot.record.store import Record

_PLAN = TypeAdapter(Plan)
_MET = TypeAdapter(Met)
_LINES = TypeAdapter(tuple[Line, ...])
_STATE = TypeAdapter(tuple[Round, Turn])  # what a bot's turn keeps: where the round stands, and what was made of it


@dataclass
class Practice:
    """One round, always equal to what the record holds."""

    mind: Mind
    record: Record
    clock: Callable[[], datetime]
    plan: Plan
    number: int
    round: Round
    turns: list[Turn]

    @classmethod
    def begin(
        cls,
        mind: Mind,
        record: Record,
        clock: Callable[[], datetime],
        student: str,
        plan: Plan,
        *,
        name: str | None = None,
        thread: str | None = None,
    ) -> Practice:
        """Begin a round and keep it; what the student met before comes from the record."""
        plan = replace(plan, met=_MET.validate_python(record.met(student, plan.motion)))
        kept = _PLAN.dump_python(plan, mode="json")
        number = record.begin(student, kept, mind.motion.hash, clock(), name=name, thread=thread)
        return cls(mind, record, clock, plan, number, Round(), [])

    @classmethod
    def resume(cls, mind: Mind, record: Record, clock: Callable[[], datetime], student: str) -> Practice | None:
        """Go on with the student's open round of this motion, if there is one."""
        row = record.open_round(student)
        if row is None or row["motion"] != mind.motion.id:
            return None
        return cls.load(mind, record, clock, row["id"])

    @classmethod
    def load(cls, mind: Mind, record: Record, clock: Callable[[], datetime], number: int) -> Practice:
        """Take up a round as the record has it; a turn that was stored and never answered is answered now."""
        practice = cls(mind, record, clock, _plan(record.round(number)), number, Round(), [])
        for asked, move, said in _exchanges(record, number):
            if said is None:
                practice._answer(asked["id"], move)
            else:
                practice.round, turn = _STATE.validate_json(said["state"])
                practice.turns = [*without_draft(practice.turns, move), turn]
        practice.round = still_known(practice.round, mind.motion)
        return practice

    def opening(self) -> tuple[Line, ...]:
        """Say how the round begins."""
        return opening(self.mind, self.plan)

    def latest(self) -> tuple[Line, ...]:
        """Say again where the round stands: the last answer, and where that was only help, what it helped with."""
        said: list[Line] = []
        for turn in reversed(self.record.turns(self.number)):
            if turn["speaker"] == "bot":
                said = [*_LINES.validate_json(turn["said"]), *said]
                if turn["kind"] not in ("hint", "evidence"):
                    return tuple(said)
        return (*self.opening(), *said)

    def asked(self) -> tuple[Line, ...]:
        """Give what waits for the student's words: the challenge and its question, or what was asked for last."""
        requests = tuple(line for line in self.latest() if line.role == "prompt")
        if self.round.phase in ("claim", "pick"):
            return requests
        said = [
            _LINES.validate_json(turn["said"])
            for turn in self.record.turns(self.number)
            if turn["speaker"] == "bot" and turn["kind"] != "aside"
        ]
        put = next((lines for lines in reversed(said) if any(line.role == "question" for line in lines)), ())
        challenge = tuple(line for line in put if line.role in ("challenge", "question"))
        return (*requests, *challenge) if self.round.phase == "judgement" else challenge

    def speak(self, move: Move, *, token: str | None = None) -> tuple[Line, ...]:
        """Take one move; `IllegalMove` stores nothing, everything else is stored before it is answered.

        `token` names the delivery that brought the move: the same one again gets the same answer and adds nothing.
        """
        before = self.record.answer_to(token) if token else None
        if before:
            return _LINES.validate_json(before["said"])
        check_legal(self.round, move)
        brought = json.dumps({"kind": move.kind, "number": move.number})
        draft = self.record.last_draft(self.number) if move.kind == "redraft" else None
        turn = self.record.add_turn(
            self.number, "student", move.kind, move.text, self.clock(), said=brought, draft_of=draft, token=token
        )
        return self._answer(turn, move).lines

    def _answer(self, turn: int, move: Move) -> Outcome:
        outcome = self._think(move)
        state = _STATE.dump_json((outcome.round, self.turns[-1])).decode()
        self.record.answer(self.number, turn, outcome, state, self.clock())
        return outcome

    def _think(self, move: Move) -> Outcome:
        outcome = respond(self.mind, self.plan, self.round, move, self.turns)
        self.round = outcome.round
        self.turns = [*without_draft(self.turns, move), turn_of(move, outcome)]
        return outcome


def replay(mind: Mind, record: Record, number: int) -> list[int]:
    """Answer a round's messages again, and give the numbers of the turns that come out otherwise."""
    again = Practice(mind, record, lambda: datetime.now(UTC), _plan(record.round(number)), number, Round(), [])
    return [
        said["number"]
        for _, move, said in _exchanges(record, number)
        if said and said["text"] != "\n".join(line.text for line in again._think(move).lines)
    ]


def _exchanges(record: Record, number: int) -> Iterator[tuple[dict[str, Any], Move, dict[str, Any] | None]]:
    """Pair each of the student's turns with the answer to it; the last may have none."""
    turns = record.turns(number)
    for asked, said in zip_longest(turns, turns[1:]):
        if asked["speaker"] == "student":
            yield asked, Move(**json.loads(asked["said"]), text=asked["text"]), said


def _plan(row: dict[str, Any]) -> Plan:
    kept = {**row, "met": json.loads(row["met"]), "start_from": json.loads(row["start_from"])}
    return _PLAN.validate_python({field.name: kept[field.name] for field in fields(Plan)})
