"""Writes and reads a class's file: what a student sent is stored before it is answered."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.errors import RecordError
from bot.record.migrations import migrations


class Record:
    """One class's record. `RecordError` says what to do where the file cannot be used."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=10, isolation_level=None)
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}")
            self.db = Database(connection)
            migrations.apply(self.db)
        except (OSError, sqlite3.Error) as error:
            raise RecordError(
                f"The record {path} cannot be used ({error}). Check the folder, or choose another with --data."
            ) from error

    def begin(self, student: str, plan: dict[str, Any], base: str, at: datetime) -> int:
        """Open a round and give its number."""
        stamp = at.isoformat(timespec="seconds")
        with self.db.atomic():
            self.db.table("students").insert(
                {"id": student, "name": student, "alias": student, "first_seen": stamp, "last_seen": stamp}, ignore=True
            )
            row = {key: json.dumps(value) if key in ("met", "start_from") else value for key, value in plan.items()}
            return int(
                self.db.table("rounds").insert({**row, "student": student, "base": base, "started": stamp}).last_pk or 0
            )

    def open_round(self, student: str) -> dict[str, Any] | None:
        """Give the student's newest round that is not ended."""
        found = self.db.table("rounds").rows_where(
            "student = ? and ended is null", [student], order_by="id desc", limit=1
        )
        return next(iter(found), None)

    def add_turn(self, round_id: int, speaker: str, kind: str, text: str, at: datetime, **more: Any) -> int:
        """Store a turn; the number follows from the turns before it."""
        with self.db.atomic():
            (last,) = self.db.execute(
                "select coalesce(max(number), 0) from turns where round = ?", [round_id]
            ).fetchone()
            row = {"round": round_id, "number": last + 1, "speaker": speaker, "kind": kind, "text": text}
            return int(
                self.db.table("turns").insert({**row, "at": at.isoformat(timespec="seconds"), **more}).last_pk or 0
            )

    def last_draft(self, round_id: int) -> int | None:
        """Give the student's last claim or reply, which a redraft replaces."""
        found = self.db.execute(
            "select max(id) from turns where round = ? and speaker = 'student' and kind in ('claim', 'reply')",
            [round_id],
        )
        draft: int | None = found.fetchone()[0]
        return draft

    def answer(self, round_id: int, turn: int, outcome: Any, at: datetime) -> None:
        """Store an answer whole: what was said, where the round stands, and what was made of the student's turn."""
        said = json.dumps([asdict(line) for line in outcome.lines], ensure_ascii=False)
        state = TypeAdapter(type(outcome.round)).dump_json(outcome.round).decode()
        text = "\n".join(line.text for line in outcome.lines)
        with self.db.atomic():
            self.db.table("turns").update(turn, {"kind": outcome.kind})
            bot = self.add_turn(round_id, "bot", outcome.kind, text, at, said=said, state=state)
            found = outcome.recognition
            heard = {focus.argument for focus in outcome.heard}
            for rank, match in enumerate(found.matches if found else (), 1):
                self.db.table("recognitions").insert(
                    {
                        "turn": turn,
                        "rank": rank,
                        "argument": match.id,
                        "point": match.point,
                        "score": match.score,
                        "why": json.dumps(match.why),
                        "phrasing": match.phrasing,
                        "verdict": found.verdict,
                        "stance": found.stance,
                        "denied": int(match.denied),
                        "heard": int(match.id in heard),
                        "nonsense": found.nonsense,
                    }
                )
            for mistake in outcome.mistakes:
                row = asdict(mistake)
                self.db.table("mistakes").insert({"turn": turn, "misconception": row.pop("id"), **row})
            if outcome.choice:
                attack = outcome.choice.attack
                self.db.table("challenges_put").insert(
                    {
                        "turn": bot,
                        "challenge": attack.id,
                        "argument": attack.argument,
                        "kind": attack.kind,
                        "why": "; ".join(outcome.choice.why),
                    }
                )
            judged = outcome.assessment or outcome.judgement
            if judged:
                names = ("engages", "echoes", "concedes", "qualifies", "repeats")
                self.db.table("assessments").insert(
                    {
                        "turn": turn,
                        "challenge": outcome.answered or None,
                        "quality": getattr(judged, "quality", None),
                        "reasons": json.dumps(judged.reasons),
                        "evidence": json.dumps(getattr(judged, "evidence", ())),
                        "explains": getattr(judged, "explains", ""),
                        "tags": json.dumps(judged.tags),
                        "marks": json.dumps([name for name in names if getattr(judged, name, False)]),
                    }
                )
            if outcome.round.phase == "finished":
                how = "stopped" if outcome.kind == "end" else "finished"
                self.db.table("rounds").update(round_id, {"ended": at.isoformat(timespec="seconds"), "how": how})

    def round(self, number: int) -> dict[str, Any]:
        """Give one round; `RecordError` if there is none of that number."""
        found = next(iter(self.db.table("rounds").rows_where("id = ?", [number])), None)
        if found is None:
            raise RecordError(f"There is no round {number}. `debate-bot rounds` lists them.")
        return dict(found)

    def turns(self, round_id: int) -> list[dict[str, Any]]:
        """Give a round's turns in order."""
        return list(self.db.table("turns").rows_where("round = ?", [round_id], order_by="number"))

    def rounds(self) -> list[dict[str, Any]]:
        """Give all rounds, newest first."""
        return list(self.db.table("rounds").rows_where(order_by="id desc"))
