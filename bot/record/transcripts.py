"""The transcript of a round: every turn, what was heard and why, what was put and why, and what became of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.record.classroom import Comment, Correction, comments
from bot.record.moments import moment
from bot.record.rounds import RoundFilter, RoundLine, all_rounds, round_line, student
from bot.record.store import Record


@dataclass(frozen=True)
class Spoken:
    """One line that the bot said, and its role, such as `challenge`, `source` or `feedback`."""

    role: str
    text: str


@dataclass(frozen=True)
class Recognised:
    """One of the arguments that a message may have made: how sure (0-1), and why."""

    argument: str
    score: float
    why: tuple[str, ...]  # the words that decided
    phrasing: str  # the nearest phrasing of the base
    denied: bool
    heard: bool  # taken as made


@dataclass(frozen=True)
class Put:
    """The challenge that a turn of the bot put, and why it was chosen."""

    challenge: str
    argument: str
    kind: str
    why: str


@dataclass(frozen=True)
class Assessed:
    """What a reply or judgement did; `quality`, 0-3, is None for a judgement."""

    challenge: str | None
    quality: int | None
    reasons: tuple[str, ...]
    evidence: tuple[str, ...]
    tags: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Mistake:
    """A mistake of fact, or a disputed story: the student's words, and the line that puts them right."""

    id: str
    kind: str
    says: str
    source: str
    disputed: bool
    span: str


@dataclass(frozen=True)
class TranscriptTurn:
    """One turn as it was typed or said, and all that was made of it."""

    id: int
    number: int
    speaker: str
    kind: str
    text: str
    picked: int | None  # the guess that the student picked, from 1; 0 is none of them
    at: datetime
    seconds: int  # since the turn before it, or since the round began
    replaces: int | None  # the number of the draft that it replaces
    counts: bool  # False for a draft that was replaced, and what followed it up to the redraft
    lines: tuple[Spoken, ...]
    verdict: str  # argument, unsure or none; empty where nothing was to be recognised
    nonsense: str
    recognised: tuple[Recognised, ...]
    arguments: tuple[str, ...]  # what it made in the end, corrected where a teacher did
    correction: Correction | None
    put: Put | None
    assessed: Assessed | None
    mistakes: tuple[Mistake, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True)
class Transcript:
    """A round with all its turns; `comments` are those on the whole round."""

    round: RoundLine
    turns: tuple[TranscriptTurn, ...]
    comments: tuple[Comment, ...]


def transcript(record: Record, number: int, *, drafts: bool = True) -> Transcript:
    """Give a round's transcript; with `drafts` also the comments that are not released. `RecordError` if none."""
    record.round(number)
    line = round_line(next(record.db.query("select * from round_list where id = ?", [number])))
    said = comments(record, round_id=number, drafts=drafts)
    turns = tuple(_turns(record, line, said))
    return Transcript(line, turns, tuple(item for item in said if item.turn is None))


def transcripts(record: Record, wanted: RoundFilter, *, drafts: bool = True) -> Iterator[Transcript]:
    """Give the transcript of every round wanted, oldest first, one at a time."""
    for line in all_rounds(record, wanted):
        yield transcript(record, line.id, drafts=drafts)


def my_data(record: Record, wanted: str) -> dict[str, Any]:
    """Give all that is kept of one student, as JSON takes it; comments only once released. `RecordError` if nothing."""
    who = student(record, wanted)
    seen = next(record.db.query("select first_seen, last_seen from students where id = ?", [wanted]))
    rounds = [asdict(item) for item in transcripts(record, RoundFilter(student=wanted), drafts=False)]
    return {"student": {**asdict(who), **seen}, "rounds": json.loads(json.dumps(rounds, default=_plain))}


def _plain(value: datetime) -> str:
    return value.isoformat()


def _turns(record: Record, line: RoundLine, said: list[Comment]) -> Iterator[TranscriptTurn]:
    of = {
        table: _by_turn(record, sql, line.id)
        for table, sql in {
            "recognitions": "select * from recognitions where turn in ({}) order by turn, rank",
            "mistakes": "select * from mistakes where turn in ({}) order by id",
            "challenges_put": "select * from challenges_put where turn in ({})",
            "assessments": "select * from assessments where turn in ({})",
            "corrections": "select * from corrections where turn in ({})",
            "made": "select distinct turn, argument from arguments_made where round = ? order by turn",
            "kept": "select id as turn from kept_turns where round = ?",
        }.items()
    }
    rows = record.turns(line.id)
    number_of = {row["id"]: row["number"] for row in rows}
    before, counts = line.started, True
    for row in rows:
        turn, at = row["id"], moment(row["at"])
        counts = bool(of["kept"][turn]) if row["speaker"] == "student" else counts  # an answer counts as its turn does
        heard = of["recognitions"][turn]
        yield TranscriptTurn(
            id=turn,
            number=row["number"],
            speaker=row["speaker"],
            kind=row["kind"],
            text=row["text"],
            picked=_picked(row),
            at=at,
            seconds=round((at - before).total_seconds()),
            replaces=number_of.get(row["draft_of"]),
            counts=counts,
            lines=tuple(_spoken(row)),
            verdict=heard[0]["verdict"] if heard else "",
            nonsense=(heard[0]["nonsense"] or "") if heard else "",
            recognised=tuple(map(_recognised, heard)),
            arguments=tuple(item["argument"] for item in of["made"][turn]),
            correction=next((_correction(item) for item in of["corrections"][turn]), None),
            put=next((_put(item) for item in of["challenges_put"][turn]), None),
            assessed=next((_assessed(item) for item in of["assessments"][turn]), None),
            mistakes=tuple(map(_mistake, of["mistakes"][turn])),
            comments=tuple(item for item in said if item.turn == row["number"]),
        )
        before = at


def _by_turn(record: Record, sql: str, number: int) -> defaultdict[int, list[dict[str, Any]]]:
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in record.db.query(sql.format("select id from turns where round = ?"), [number]):
        found[row["turn"]].append(row)
    return found


def _spoken(row: dict[str, Any]) -> Iterator[Spoken]:
    if row["speaker"] == "bot":
        for line in json.loads(row["said"] or "[]"):
            yield Spoken(line["role"], line["text"])


def _picked(row: dict[str, Any]) -> int | None:
    brought = json.loads(row["said"] or "{}") if row["speaker"] == "student" else {}
    return int(brought["number"]) if brought.get("kind") == "pick" else None


def _recognised(row: dict[str, Any]) -> Recognised:
    why = tuple(json.loads(row["why"]))
    return Recognised(
        row["argument"], row["score"], why, row["phrasing"] or "", bool(row["denied"]), bool(row["heard"])
    )


def _correction(row: dict[str, Any]) -> Correction:
    return Correction(row["argument"], row["teacher"], moment(row["at"]))


def _put(row: dict[str, Any]) -> Put:
    return Put(row["challenge"], row["argument"], row["kind"], row["why"])


def _assessed(row: dict[str, Any]) -> Assessed:
    lists = (tuple(json.loads(row[name])) for name in ("reasons", "evidence", "tags", "marks"))
    return Assessed(row["challenge"], row["quality"], *lists)


def _mistake(row: dict[str, Any]) -> Mistake:
    disputed = row["sure"] == "disputed"
    return Mistake(row["misconception"], row["kind"], row["says"], row["source"], disputed, row["span"])
