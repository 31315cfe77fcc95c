"""The review at a terminal: the curator's work list, how assignments stand, and exports."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.desk import of_class, of_rounds, print_table, sit_down, wanted

if TYPE_CHECKING:
    from bot.record.export.files import Format
    from bot.record.rules import Names


@click.command("unrecognised")
@of_class
@of_rounds
@click.option("--json", "as_json", is_flag=True, help="The labelled ones as JSON lines for `debate-bot evaluate`.")
@click.option("--unlabelled", is_flag=True, help="With --json, also those whose `primary` is still to be filled in.")
def review_unrecognised(
    data: Path,
    class_id: str,
    motion: str | None,
    names: Names | None,
    as_json: bool,
    unlabelled: bool,
    **asked: Any,
) -> None:
    """List what the base could not place, and what a teacher corrected: the curator's work list."""
    from bot.record.worklist import as_claims, unrecognised

    desk = sit_down(data, class_id, motion, names)
    found = unrecognised(desk.record, wanted(desk, **asked))
    if as_json:
        for claim in as_claims(found, desk.motion.sides, unlabelled=unlabelled):
            click.echo(json.dumps(claim, ensure_ascii=False))
        return
    if not found:
        click.echo("Everything was placed.")
        return
    print_table(
        ("round", "turn", "heard as", "nearest", "picked", "corrected to", "text"),
        (
            (
                item.round,
                item.turn,
                item.nonsense or item.verdict,
                ", ".join(item.nearest[:2]),
                item.picked or "",
                item.correction or "",
                item.text,
            )
            for item in found
        ),
    )


def _words(task: str) -> str:
    return task.replace("_", " ").replace(":", " ")


@click.command("assignments")
@click.argument("number", type=int, required=False)
@of_class
def review_assignments(number: int | None, data: Path, class_id: str, motion: str | None, names: Names | None) -> None:
    """List the assignments, or say who has done what of one."""
    from bot.record.assignments import assignment, assignments, standings
    from bot.record.rounds import students

    desk = sit_down(data, class_id, motion, names)
    if number is None:
        found = assignments(desk.record)
        if not found:
            click.echo("No assignment has been set. In Discord, /assignment set does it.")
            return
        print_table(
            ("number", "title", "tasks", "due", "state"),
            (
                (
                    item.id,
                    item.title,
                    ", ".join(f"{_words(name)} {times}" for name, times in item.tasks.wanted().items()),
                    desk.at(item.due),
                    "withdrawn" if item.withdrawn else "closed" if item.closed else "open",
                )
                for item in found
            ),
        )
        return
    item, everyone = assignment(desk.record, number), students(desk.record)
    called = {who.id: who.called(desk.names) for who in everyone}
    click.echo(f"{item.title}, due {desk.at(item.due) or 'at no date'}")
    print_table(
        ("student", "state", *map(_words, item.tasks.wanted())),
        (
            (
                called[line.student],
                line.state,
                *(f"{min(task.done, task.wanted)} of {task.wanted}" for task in line.tasks),
            )
            for line in standings(desk.record, number, called)
        ),
    )


@click.command("export")
@click.option("--format", "shape", type=click.Choice(["csv", "jsonl", "markdown", "html", "argdown"]), default="html")
@click.option("--round", "round_id", type=int, help="One round; else all that the other options find.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The folder to write to.")
@of_class
@of_rounds
def review_export(
    shape: Format,
    round_id: int | None,
    out: Path,
    data: Path,
    class_id: str,
    motion: str | None,
    names: Names | None,
    **asked: Any,
) -> None:
    """Write rounds to a file: a round, a student, the class, or a period."""
    from bot.record.export.files import Base, export

    desk = sit_down(data, class_id, motion, names)
    files = export(
        desk.record,
        shape,
        base=Base(desk.motion.heading.motion, desk.titles, desk.motion.sides),
        names=desk.names,
        zone=desk.settings.zone,
        now=datetime.now(UTC),
        round_id=round_id,
        wanted=wanted(desk, **asked),
    )
    out.mkdir(parents=True, exist_ok=True)
    for file in files:
        (out / file.name).write_bytes(file.content)
        click.echo(str(out / file.name))
