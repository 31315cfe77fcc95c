"""For scripts and curators: what is heard in a claim and how a reply is assessed, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.lines import fields, printable, stdin_lines
from bot.cli.options import DATA, MOTION, build_mind
from bot.errors import DebateBotError

if TYPE_CHECKING:
    from bot.base.motion import Motion
    from bot.debate.mistake import Mistake
    from bot.debate.recognition import Match, Recognition


@click.command()
@click.option(
    "--explain", is_flag=True, help="Print for people: the nearest phrasing, its point, the words that decided."
)
@MOTION
@DATA
def recognise(explain: bool, motion: str | None, data: Path) -> None:
    """Read one claim a line (or JSON with `text` and `id`) and print what is heard, as one JSON object a line."""
    from bot.debate.round import LONGEST_TURN

    mind = build_mind(data, motion)
    for number, raw in stdin_lines():
        item = fields(raw, "text", where=f"Line {number}") if raw.startswith("{") else {"text": raw}
        name, text = item.get("id", number), item["text"]
        found = mind.recogniser.recognise(text)
        mistakes = mind.facts.check(text[:LONGEST_TURN])
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
        click.echo(printable(out))


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
    for number, line in stdin_lines():
        item = fields(line, "challenge", "reply", where=f"Line {number}")
        answers = item.get("answers") or []
        if not isinstance(answers, list) or not all(isinstance(answer, str) for answer in answers):
            raise DebateBotError(f"Line {number} has no list of texts in 'answers': write [\"...\"] or leave it out.")
        found = mind.assessor.assess(item["reply"], challenge=item["challenge"], answers=answers)
        click.echo(printable({"quality": found.quality, "reasons": list(found.reasons)}))
