"""For people and scripts that measure what is heard and how replies are assessed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from bot.cli.options import DATA, build_mind
from bot.errors import DebateBotError


def _fields(number: int, line: str, *needed: str) -> dict[str, Any]:
    """Read a JSON object that holds the needed texts, or say what to mend in the line."""
    try:
        item = json.loads(line)
    except json.JSONDecodeError as error:
        raise DebateBotError(f"Line {number} is not JSON ({error.msg}): write one object a line.") from error
    if not isinstance(item, dict):
        raise DebateBotError(f"Line {number} is not a JSON object: write {{...}} with {' and '.join(needed)}.")
    for name in needed:
        if not isinstance(item.get(name), str):
            raise DebateBotError(f"Line {number} has no text in {name!r}: add it.")
    return item


@click.command()
@DATA
def recognise(data: Path) -> None:
    """Read one claim a line (or JSON with `text` and `id`) and print what is heard, as one JSON object a line."""
    mind = build_mind(data)
    for number, line in enumerate(sys.stdin, 1):
        raw = line.strip()
        item = _fields(number, raw, "text") if raw.startswith("{") else {"text": raw}
        found = mind.recogniser.recognise(item["text"])
        mistakes = [
            {"id": m.id, "kind": m.kind, "says": m.says}
            for m in mind.facts.check(item["text"][:4000])
            if m.sure != "disputed"
        ]
        arguments = [{"id": m.id, "score": m.score, "why": list(m.why)} for m in found.matches]
        out = {"id": item.get("id", number), "text": item["text"], "verdict": found.verdict, "stance": found.stance}
        click.echo(json.dumps({**out, "arguments": arguments, "mistakes": mistakes}, ensure_ascii=False))


@click.command()
@DATA
def assess(data: Path) -> None:
    """Read JSON lines with `challenge`, `reply` and optional `answers`, and print `quality` and `reasons`."""
    mind = build_mind(data)
    for number, line in enumerate(sys.stdin, 1):
        item = _fields(number, line, "challenge", "reply")
        found = mind.assessor.assess(item["reply"], challenge=item["challenge"], answers=item.get("answers", ()))
        click.echo(json.dumps({"quality": found.quality, "reasons": list(found.reasons)}, ensure_ascii=False))
