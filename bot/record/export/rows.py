"""One row a turn: CSV for spreadsheets, JSON lines for programs, with the same fields in both."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.record.rules import Names
from bot.record.transcripts import Transcript, TranscriptTurn

# What a spreadsheet would take as the beginning of a formula, also in full width.
_FORMULA = tuple("=+-@＝＋－＠")
_BOM = "\ufeff"  # tells Excel that the file is UTF-8


def to_csv(found: Iterable[Transcript], *, names: Names, zone: ZoneInfo) -> str:
    """Write one row a turn; a cell that a spreadsheet could run as a formula begins with an apostrophe."""
    out = io.StringIO()
    out.write(_BOM)
    writer: csv.DictWriter[str] | None = None
    for row in _rows(found, names, zone):
        if writer is None:
            writer = csv.DictWriter(out, row, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def to_json_lines(found: Iterable[Transcript], *, names: Names, zone: ZoneInfo) -> str:
    """Write one JSON object a turn, one a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(found, names, zone))


def _cell(value: Any) -> str:
    """Write a value as text that stays text in a spreadsheet."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return str(value)
        case list():
            return _cell("; ".join(map(str, value)))
    text = str(value).replace("\0", "")
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(("\t", "\r", "\n")) else text


def _rows(found: Iterable[Transcript], names: Names, zone: ZoneInfo) -> Iterator[dict[str, Any]]:
    for item in found:
        for turn in item.turns:
            yield _row(item, turn, names, zone)


def _row(item: Transcript, turn: TranscriptTurn, names: Names, zone: ZoneInfo) -> dict[str, Any]:
    """Give a turn's fields; nothing in them but `student` and the texts themselves says who it is."""

    def when(at: datetime) -> str:
        return at.astimezone(zone).isoformat(timespec="seconds")

    assessed, put = turn.assessed, turn.put
    on_round = [comment.text for comment in item.comments] if turn.number == 1 else []
    return {
        "round": item.round.id,
        "student": item.round.student.called(names),
        "motion": item.round.motion,
        "side": item.round.side,
        "level": item.round.level,
        "began": when(item.round.started),
        "how": item.round.how,
        "turn": turn.number,
        "at": when(turn.at),
        "seconds": turn.seconds,
        "speaker": turn.speaker,
        "kind": turn.kind,
        "counts": turn.counts,
        "replaces": turn.replaces,
        "text": turn.text,
        "picked": turn.picked,
        "arguments": list(turn.arguments),
        "verdict": turn.verdict,
        "recognised": [f"{match.argument} {match.score:.2f}" for match in turn.recognised],
        "because": [word for match in turn.recognised[:1] for word in match.why],
        "correction": turn.correction.argument if turn.correction else None,
        "challenge": put.challenge if put else None,
        "challenge_kind": put.kind if put else None,
        "challenge_why": put.why if put else None,
        "replied_to": assessed.challenge if assessed else None,
        "quality": assessed.quality if assessed else None,
        "reasons": list(assessed.reasons) if assessed else [],
        "evidence": list(assessed.evidence) if assessed else [],
        "tags": list(assessed.tags) if assessed else [],
        "mistakes": [mistake.says for mistake in turn.mistakes if not mistake.disputed],
        "disputed": [mistake.says for mistake in turn.mistakes if mistake.disputed],
        "comments": [*on_round, *(comment.text for comment in turn.comments)],
    }
