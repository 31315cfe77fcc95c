"""Writes and reads a class's file: what a student sent is stored before it is answered."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.errors import RecordError
from bot.record import migrations as known
from bot.record.migrations import migrations
from bot.record.moments import stamp

_RECENT = 3  # rounds in which a student does not meet the same challenge again, while others are left


class Record:
    """One class's record. `RecordError` says what to do where the file cannot be used.

    It may pass from thread to thread, but is used by one at a time.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=10, isolation_level=None, check_same_thread=False)
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}")
            self.db = Database(connection)
            newer = [item.name for item in migrations.applied(self.db) if not hasattr(known, item.name)]
            if not newer:
                migrations.apply(self.db)
        except (OSError, sqlite3.Error) as error:
            raise RecordError(
                f"The record {path} cannot be used ({error}). {_remedy(error)}, or choose another folder with --data."
            ) from error
        if newer:
            raise RecordError(
                f"The record {path} was written by a newer version of debate-bot ({newer[-1]}). Update debate-bot, "
                "or choose another folder with --data."
            )

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Write all or nothing, holding the file from the first read on; `RecordError` where it cannot be written."""
        try:
            if self.db.conn.in_transaction:
                with self.db.atomic():
                    yield self.db
                return
            self.db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.conn.execute("COMMIT")
            except BaseException:
                self.db.rollback()
                raise
        except sqlite3.OperationalError as error:
            raise RecordError(
                f"The record {self.path} could not be written ({error}). What came last is not kept: free the disk or "
                "mend the folder's permissions, then send it again."
            ) from error

    def try_reading(self) -> None:
        """Raise `sqlite3.Error` where the file can no longer be read."""
        self.db.execute("select count(*) from rounds").fetchone()

    def close(self) -> None:
        """Close the file."""
        self.db.conn.close()

    def begin(
        self,
        student: str,
        plan: dict[str, Any],
        base: str,
        at: datetime,
        *,
        name: str | None = None,
        thread: str | None = None,
    ) -> int:
        """Open a round and give its number; `name` is what the class calls the student, `thread` where it is held."""
        now = stamp(at)
        with self.writing() as db:
            self._meet(student, name, now)
            row = {key: json.dumps(value) if key in ("met", "start_from") else value for key, value in plan.items()}
            row |= {"student": student, "base": base, "started": now, "thread": thread}
            return int(db.table("rounds").insert(row).last_pk or 0)

    def _meet(self, student: str, name: str | None, now: str) -> None:
        """Know a student by id, name and alias; a name given later replaces the one before."""
        table = self.db.table("students")
        (last,) = self.db.execute("select coalesce(max(cast(substr(alias, 9) as integer)), 0) from students").fetchone()
        row = {"id": student, "name": name or student, "alias": f"student {last + 1}", "first_seen": now}
        table.insert({**row, "last_seen": now}, ignore=True)
        table.update(student, {"last_seen": now, **({"name": name} if name else {})})

    def close_round(self, round_id: int, at: datetime) -> None:
        """Close an open round that can't go on, such as one whose thread is gone."""
        with self.writing() as db:
            db.execute(
                "update rounds set ended = ?, how = 'closed' where id = ? and ended is null", [stamp(at), round_id]
            )

    def open_round(self, student: str) -> dict[str, Any] | None:
        """Give the student's newest round that is not ended."""
        return self._one("student = ? and ended is null", student)

    def round_in(self, thread: str) -> dict[str, Any] | None:
        """Give the round that is held in a thread."""
        return self._one("thread = ?", thread)

    def _one(self, where: str, value: str) -> dict[str, Any] | None:
        return next(iter(self.db.table("rounds").rows_where(where, [value], order_by="id desc", limit=1)), None)

    def met(self, student: str, motion: str) -> dict[str, list[str]]:
        """Give the ids that a student was challenged with: ever (`known`), recently, and never answered well."""
        put = self.db.execute(
            """
            select challenges_put.challenge,
                   dense_rank() over (order by rounds.id desc) as ago,
                   (select max(quality) from assessments join turns as reply on reply.id = assessments.turn
                    join rounds as theirs on theirs.id = reply.round
                    where theirs.student = rounds.student and assessments.challenge = challenges_put.challenge) as best
            from challenges_put join turns on turns.id = challenges_put.turn join rounds on rounds.id = turns.round
            where rounds.student = ? and rounds.motion = ?
            """,
            [student, motion],
        ).fetchall()
        return {
            "known": sorted({name for name, _, _ in put}),
            "recent": sorted({name for name, ago, _ in put if ago <= _RECENT}),
            "unanswered": sorted({name for name, _, best in put if best is None or best < 2}),
        }

    def add_turn(self, round_id: int, speaker: str, kind: str, text: str, at: datetime, **more: Any) -> int:
        """Store a turn; the number follows from the turns before it."""
        with self.writing() as db:
            (last,) = db.execute("select coalesce(max(number), 0) from turns where round = ?", [round_id]).fetchone()
            row = {"round": round_id, "number": last + 1, "speaker": speaker, "kind": kind, "text": text}
            return int(db.table("turns").insert({**row, "at": stamp(at), **more}).last_pk or 0)

    def answer_to(self, token: str) -> dict[str, Any] | None:
        """Give the answer to the turn that came with a token, if it was stored before."""
        found = self.db.query(
            """
            select said.* from turns as asked join turns as said
            on said.round = asked.round and said.number = asked.number + 1 where asked.token = ?
            """,
            [token],
        )
        return next(iter(found), None)

    def last_draft(self, round_id: int) -> int | None:
        """Give the student's last claim or reply, which a redraft replaces."""
        found = self.db.execute(
            "select max(id) from turns where round = ? and speaker = 'student' and kind in ('claim', 'reply')",
            [round_id],
        )
        draft: int | None = found.fetchone()[0]
        return draft

    def answer(self, round_id: int, turn: int, outcome: Any, state: str, at: datetime) -> None:
        """Store an answer whole: what was said, where the round stands (JSON), what was made of the student's turn."""
        said = json.dumps([asdict(line) for line in outcome.lines], ensure_ascii=False)
        text = "\n".join(line.text for line in outcome.lines)
        with self.writing():
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
                self.db.table("rounds").update(round_id, {"ended": stamp(at), "how": how})

    def round(self, number: int) -> dict[str, Any]:
        """Give one round; `RecordError` if there is none of that number."""
        found = next(iter(self.db.table("rounds").rows_where("id = ?", [number])), None)
        if found is None:
            raise RecordError(f"There is no round {number} here. Choose a number from the list of rounds.")
        return dict(found)

    def turns(self, round_id: int) -> list[dict[str, Any]]:
        """Give a round's turns in order."""
        return list(self.db.table("turns").rows_where("round = ?", [round_id], order_by="number"))

    def rounds(self, student: str | None = None) -> list[dict[str, Any]]:
        """Give all rounds, or those of one student, newest first."""
        where, values = ("student = ?", [student]) if student is not None else (None, None)
        return list(self.db.table("rounds").rows_where(where, values, order_by="id desc"))


def _remedy(error: OSError | sqlite3.Error) -> str:
    """Say what can be done about a file that would not open."""
    if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return "Move that file away"
    return "Free the disk or mend the folder's permissions"
