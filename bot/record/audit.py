"""Who changed what in a class, and who tried what was not theirs to do. Ids only, never what a student wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from bot.record.moments import moment, stamp
from bot.record.store import Record


@dataclass(frozen=True)
class Entry:
    """One line of the audit; `student`, where there is one, is whom it concerns."""

    at: datetime
    who: str
    did: str
    detail: dict[str, str | int]


def note(record: Record, who: str, did: str, at: datetime, **detail: str | int | None) -> None:
    """Add a line to the audit."""
    kept = {name: value for name, value in detail.items() if value is not None}
    with record.writing() as db:
        db.table("audit").insert({"at": stamp(at), "who": who, "did": did, "detail": json.dumps(kept)})


def note_refusal(record: Record, who: str, tried: str, at: datetime) -> None:
    """Keep that somebody tried a teacher's command without being one."""
    note(record, who, "refused", at, tried=tried)


def entries(record: Record, *, limit: int = 50) -> list[Entry]:
    """Give the latest lines, newest first."""
    rows = record.db.query("select * from audit order by id desc limit ?", [limit])
    return [Entry(moment(row["at"]), row["who"], row["did"], json.loads(row["detail"])) for row in rows]
