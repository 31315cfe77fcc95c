"""For scripts and curators: what is heard in a claim and how a reply is assessed, line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import DATA, MOTION, build_mind
from bot.errors import DebateBotError

if TYPE_CHECKING:
    from bot.base.motion import Motion
    from bot.debate.mistake import Mistake
    from bot.debate.recognition import Match, Recognition

_LONGEST_LINE = 1_000_000  # bytes; memory stays the same however long a line or the input is
_LONGEST_CLAIM = 4000  # characters, as in a round


def _lines() -> Iterator[tuple[int, str]]:
    """Give each line of stdin with its number; bytes that are not UTF-8 become replacement characters."""
    number = 0
    while line := sys.stdin.buffer.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            raise DebateBotError(f"Line {number} is longer than {_LONGEST_LINE:,} bytes: split it.")
        yield number, line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").strip()


def _fields(number: int, line: str, *needed: str) -> dict[str, Any]:
    """Read a JSON object that holds the needed texts, or say what to mend in the line."""
    try:
        item = json.loads(line)
    except json.JSONDecodeError as error:
        raise DebateBotError(f"Line {number} is not JSON ({error.msg}): write one object a line.") from error
    except (ValueError, RecursionError) as error:  # a figure too long, or brackets too deep
        raise DebateBotError(f"Line {number} cannot be read as JSON: write one plain object a line.") from error
    if not isinstance(item, dict):
        raise DebateBotError(f"Line {number} is not a JSON object: write {{...}} with {' and '.join(needed)}.")
    for name in needed:
        if not isinstance(item.get(name), str):
            raise DebateBotError(f"Line {number} has no text in {name!r}: add it.")
    return item


def _printable(item: dict[str, Any]) -> str:
    """Write one line of JSON; half of a surrogate pair, which no file can hold, stays escaped."""
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


@click.command()
@click.option(
    "--explain", is_flag=True, help="Print for people: the nearest phrasing, its point, the words that decided."
)
@MOTION
@DATA
def recognise(explain: bool, motion: str | None, data: Path) -> None:
    """Read one claim a line (or JSON with `text` and `id`) and print what is heard, as one JSON object a line."""
    mind = build_mind(data, motion)
    for number, raw in _lines():
        item = _fields(number, raw, "text") if raw.startswith("{") else {"text": raw}
        name, text = item.get("id", number), item["text"]
        found = mind.recogniser.recognise(text)
        mistakes = mind.facts.check(text[:_LONGEST_CLAIM])
        if explain:
            _print(f"{name}: {text}", *_explanation(mind.motion, found, mistakes))
            continue
        out = {
            "id": name,
            "text": text,
            "verdict": found.verdict,
            "stance": found.stance,
            "arguments": [
                {"id": match.id, "score": match.score, "why": list(match.why), "denied": match.denied}
                for match in found.matches
            ],
            "mistakes": [
                {"id": mistake.id, "kind": mistake.kind, "says": mistake.says}
                for mistake in mistakes
                if mistake.sure != "disputed"
            ],
        }
        click.echo(_printable(out))


def _print(*lines: str) -> None:
    click.echo("\n".join((*lines, "")).encode("utf-8", "backslashreplace").decode())


def _explanation(motion: Motion, found: Recognition, mistakes: tuple[Mistake, ...]) -> Iterator[str]:
    """Say for a curator what was heard, what it was nearest to, and where to write what is missing."""
    kind = f", heard as {found.nonsense}" if found.nonsense else ""
    yield f"  verdict: {found.verdict}{kind}; stance: {found.stance}"
    if found.heard:
        yield f"  taken as made: {', '.join(match.id for match in found.heard)}"
    ranked = {match.id for match in found.matches}
    for match in (*found.matches, *(other for other in found.heard if other.id not in ranked)):
        if match.score > 0:
            yield from _match_lines(motion, match)
    for mistake in mistakes:
        label = "disputed, no mistake" if mistake.sure == "disputed" else f"mistake ({mistake.kind})"
        yield f"  {label}: {mistake.id}, in {mistake.span!r}: {mistake.says}"


def _match_lines(motion: Motion, match: Match) -> Iterator[str]:
    side = motion.sides[match.id]
    says = next((point.says for point in motion.arguments[match.id].points if point.id == match.point), "")
    yield f"  {match.score:.3f} {match.id} ({side}{', denied' if match.denied else ''})"
    yield f"        decided by: {', '.join(match.why) or 'no single word'}"
    yield f"        nearest:    {match.phrasing}"
    yield f"        point:      {match.point} ({says})" if says else f"        point:      {match.point or '-'}"


@click.command()
@MOTION
@DATA
def assess(motion: str | None, data: Path) -> None:
    """Read JSON lines with `challenge`, `reply` and optional `answers`, and print `quality` and `reasons`."""
    mind = build_mind(data, motion)
    for number, line in _lines():
        item = _fields(number, line, "challenge", "reply")
        answers = item.get("answers") or []
        if not isinstance(answers, list) or not all(isinstance(answer, str) for answer in answers):
            raise DebateBotError(f"Line {number} has no list of texts in 'answers': write [\"...\"] or leave it out.")
        found = mind.assessor.assess(item["reply"], challenge=item["challenge"], answers=answers)
        click.echo(_printable({"quality": found.quality, "reasons": list(found.reasons)}))
