"""The curator's work list: claims that the base could not place, and turns where a teacher put the bot right."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.base.motion import Side
from bot.record.moments import moment
from bot.record.rounds import EVERY, RoundFilter, Student, students
from bot.record.store import Record


@dataclass(frozen=True)
class Unrecognised:
    """A message that was not placed, or placed wrongly: the nearest arguments, and what it really argued if known."""

    round: int
    turn: int  # its number in the round
    student: Student
    side: Side
    text: str
    at: datetime
    verdict: str
    nonsense: str
    nearest: tuple[str, ...]
    picked: str | None  # what the student then picked, where the bot was unsure and offered guesses
    correction: str | None  # what a teacher says: an argument's id, or "none"


def unrecognised(record: Record, wanted: RoundFilter = EVERY) -> list[Unrecognised]:
    """List them, newest first."""
    where, values = wanted.sql()
    who = {item.id: item for item in students(record)}
    sql = f"select * from unplaced where round in (select id from round_list where {where}) order by turn desc"
    return [
        Unrecognised(
            round=row["round"],
            turn=row["number"],
            student=who[row["student"]],
            side=row["side"],
            text=row["text"],
            at=moment(row["at"]),
            verdict=row["verdict"] or "",
            nonsense=row["nonsense"] or "",
            nearest=tuple(json.loads(row["nearest"])),
            picked=row["picked"],
            correction=row["correction"],
        )
        for row in record.db.query(sql, values)
    ]


def as_claims(
    items: list[Unrecognised], sides: Mapping[str, Side], *, unlabelled: bool = False
) -> list[dict[str, Any]]:
    """Write them as the labelled claims that `debate-bot evaluate` reads; nothing in them names a student.

    Only a teacher's correction is a label. The others come with `unlabelled`, their `primary` empty for the curator to
    fill in; what the student picked, where the bot was unsure, stands beside it.
    """
    return [
        {
            "id": f"r{item.round}t{item.turn}",
            "text": item.text,
            "primary": item.correction or "",
            "also": [],
            "stance": sides.get(item.correction or "", "neither"),
            "errors": [],
            "nearest": list(item.nearest),
            "picked": item.picked,
        }
        for item in items
        if item.correction or unlabelled
    ]
