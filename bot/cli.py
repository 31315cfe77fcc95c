"""The command line: thin commands over practice, the base and the record."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bot.errors import DebateBotError

ARGUMENTS = Path(os.environ.get("DEBATE_BOT_ARGUMENTS", Path(__file__).parent.parent / "arguments"))
_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    envvar="DEBATE_BOT_DATA_DIR",
    help="Where records are kept.",
)


@click.group()
def cli() -> None:
    """Practise a debate against a curated, cited argument base."""


def _mind(data: Path, motion: str | None = None) -> Any:
    from bot.base.loading import load_base
    from bot.practice import make_mind

    motions = load_base(ARGUMENTS, cache=data / "cache")
    if motion and motion not in motions:
        raise DebateBotError(f"There is no motion {motion!r}. Choose one of: {', '.join(motions)}.")
    return make_mind(motions[motion or next(iter(motions))], cache=data / "cache")


@cli.command()
@click.option("--motion", help="The motion's id; the first one by default.")
@click.option("--side", type=click.Choice(["for", "against", "either"]), default="either")
@click.option("--level", type=click.Choice(["guided", "standard", "tough"]), default="standard")
@click.option("--exchanges", type=click.IntRange(2, 5), default=3)
@click.option("--student", default="me")
@click.option("--seed", type=int)
@_DATA
def practise(
    motion: str | None, side: str, level: str, exchanges: int, student: str, seed: int | None, data: Path
) -> None:
    """Start a practice round, or go on with the open one."""
    from rich.console import Console

    from bot.debate.round import Plan
    from bot.practice import Practice
    from bot.record.store import Record
    from bot.terminal import HELP, play, show

    console = Console(highlight=False, markup=False)
    mind = _mind(data, motion)
    record = Record(data / "terminal.db")

    def clock() -> datetime:
        return datetime.now(UTC)

    practice = Practice.resume(mind, record, clock, student)
    if practice:
        console.print(f"Going on with round {practice.number}. /end stops it.")
        said = [turn for turn in record.turns(practice.number) if turn["speaker"] == "bot"]
        console.print(said[-1]["text"] if said else "\n".join(line.text for line in practice.opening()))
    else:
        chosen = seed if seed is not None else random.SystemRandom().randrange(2**31)
        own: Any = side if side != "either" else random.Random(chosen).choice(["for", "against"])
        plan = Plan(mind.motion.id, own, level, exchanges, chosen)  # type: ignore[arg-type]
        practice = Practice.begin(mind, record, clock, student, plan)
        show(console, practice.opening())
    console.print(HELP)
    play(practice, console, _typed())


def _typed() -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    while True:
        try:
            yield input("> ")
        except (EOFError, KeyboardInterrupt):
            return


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), default=ARGUMENTS)
def check(folder: Path) -> None:
    """Report every fault of the argument base with file, line and what to do."""
    from bot.base.loading import check_base

    motions, faults = check_base(folder)
    for fault in faults:
        click.echo(str(fault))
    for motion in motions.values():
        for side in ("for", "against"):
            own = [motion.arguments[name] for name, at in motion.sides.items() if at == side]
            phrasings, evidence, challenges = (
                sum(len(getattr(item, part)) for item in own) for part in ("phrasings", "evidence", "challenges")
            )
            click.echo(
                f"{motion.id} {side}: {len(own)} arguments, {phrasings} phrasings, "
                f"{evidence} evidence, {challenges} challenges"
            )
    sys.exit(1 if faults else 0)


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


@cli.command()
@_DATA
def recognise(data: Path) -> None:
    """Read one claim a line (or JSON with `text` and `id`) and print what is heard, as one JSON object a line."""
    mind = _mind(data)
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


@cli.command()
@_DATA
def assess(data: Path) -> None:
    """Read JSON lines with `challenge`, `reply` and optional `answers`, and print `quality` and `reasons`."""
    mind = _mind(data)
    for number, line in enumerate(sys.stdin, 1):
        item = _fields(number, line, "challenge", "reply")
        found = mind.assessor.assess(item["reply"], challenge=item["challenge"], answers=item.get("answers", ()))
        click.echo(json.dumps({"quality": found.quality, "reasons": list(found.reasons)}, ensure_ascii=False))


@cli.command()
@_DATA
def rounds(data: Path) -> None:
    """List the rounds that were practised here."""
    from bot.record.store import Record

    for row in Record(data / "terminal.db").rounds():
        click.echo(
            f"{row['id']}  {row['started']}  {row['student']}  {row['side']}  {row['level']}  {row['how'] or 'open'}"
        )


@cli.command("show")
@click.argument("number", type=int)
@_DATA
def show_round(number: int, data: Path) -> None:
    """Print the transcript of a round."""
    from bot.record.store import Record

    record = Record(data / "terminal.db")
    record.round(number)
    for turn in record.turns(number):
        click.echo(f"{turn['speaker']} ({turn['kind']}): {turn['text']}\n")


@cli.command("replay")
@click.argument("number", type=int)
@_DATA
def replay_round(number: int, data: Path) -> None:
    """Answer a round again from the student's messages, and say whether every answer is the same."""
    from bot.practice import replay
    from bot.record.store import Record

    record = Record(data / "terminal.db")
    mind = _mind(data, record.round(number)["motion"])
    differ = replay(mind, record, number)
    click.echo(f"Turns that differ: {', '.join(map(str, differ))}." if differ else "Every answer is the same.")
    if record.round(number)["base"] != mind.motion.hash:
        click.echo("The argument base has changed since this round.")
    sys.exit(1 if differ else 0)
