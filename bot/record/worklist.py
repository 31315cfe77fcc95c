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
    picked: str | None  # what the student then picked from the guesses
    correction: str | None  # what a teacher says: an argument's id, or "none"

    @property
    def label(self) -> str | None:
        """What it really argued: as a teacher says, else as the student picked; None where nobody has said."""
        return self.correction or self.picked


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

    Those that nobody has labelled come only with `unlabelled`, their `primary` empty for the curator to fill in.
    """
    return [
        {
            "id": f"r{item.round}t{item.turn}",
            "text": item.text,
            "primary": item.label or "",
            "also": [],
            "stance": sides.get(item.label or "", "neither"),
            "errors": [],
            "nearest": list(item.nearest),
        }
        for item in items
        if item.label or unlabelled
    ]
