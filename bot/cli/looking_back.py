"""For looking back at the rounds kept here: the list, a transcript, what they come to, and whether one replays."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import DATA, MOTION, STUDENT, build_mind, kept_record, make_screen, now
from bot.errors import RecordError

if TYPE_CHECKING:
    from bot.record.rounds import RoundLine
    from bot.record.store import Record
    from bot.record.transcripts import Transcript, TranscriptTurn
    from bot.terminal.screen import Screen

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


@click.command()
@JSON
@DATA
def rounds(as_json: bool, data: Path) -> None:
    """List the rounds that were practised here, newest first."""
    from bot.record.rounds import all_rounds

    record = kept_record(data)
    found = all_rounds(record)[::-1] if record else []
    if as_json:
        for line in found:
            click.echo(_json(asdict(line)))
        return
    if not found:
        click.echo(f"No rounds in {data} yet. `debate-bot practise` starts one.")
        return
    screen = make_screen()
    for line in found:
        screen.say(_in_a_line(line))


def _in_a_line(line: RoundLine) -> str:
    """Say what a round was in one line that still reads well when a narrow terminal folds it."""
    answered = line.met + line.unmet
    met = f"met {line.met} of {answered}" if answered else "met none"
    turns = f"{line.turns} turn{'' if line.turns == 1 else 's'}"
    return (
        f"{line.id:>3}  {line.started:%Y-%m-%d %H:%M} UTC  {line.side:<7}  {line.level:<8}  {line.how:<8}  "
        f"{turns:>8}, {met:<10}  {line.student.id}"
    )


@click.command("show")
@click.argument("number", type=int)
@click.option("--why", is_flag=True, help="Also say why each challenge was chosen, and what else was weighed.")
@JSON
@DATA
def show_round(number: int, why: bool, as_json: bool, data: Path) -> None:
    """Print the transcript of a round, with what was recognised and how replies were assessed."""
    from bot.record.transcripts import transcript

    record = _record_of(number, data)
    kept = record.round(number)
    found = transcript(record, number)
    if as_json:
        click.echo(_json({**asdict(found), "seed": kept["seed"], "base": kept["base"]}))
        return
    screen = make_screen()
    _print_heading(screen, found, kept)
    for turn in found.turns:
        _print_turn(screen, turn, why)


def _print_heading(screen: Screen, found: Transcript, kept: dict[str, Any]) -> None:
    line = found.round
    screen.say(f"Round {line.id}: {line.side}, {line.level}, {line.exchanges} exchanges, {line.how}", "bold")
    ended = f", ended {line.ended:%H:%M:%S}" if line.ended else ""
    screen.say(f"{line.student.id}, began {line.started:%Y-%m-%d %H:%M:%S} UTC{ended}", "dim")
    screen.say(f"motion {line.motion}, base {kept['base']}, seed {kept['seed']}", "dim")


def _print_turn(screen: Screen, turn: TranscriptTurn, why: bool) -> None:
    draft = f", replaces {turn.replaces}" if turn.replaces else "" if turn.counts else ", replaced later"
    screen.say("")
    screen.say(f"{turn.number}. {turn.speaker}, {turn.kind}{draft}, {turn.at:%H:%M:%S}", "bold")
    screen.say(turn.text or f"({turn.kind})", indent=3)
    for note in _notes(turn, why):
        screen.say(f"- {note}", "cyan", indent=3)


def _notes(turn: TranscriptTurn, why: bool) -> list[str]:
    """Say what was made of a turn, one line each."""
    notes: list[str] = []
    if turn.verdict:
        notes.append(f"recognised: {turn.verdict}{f' ({turn.nonsense})' if turn.nonsense else ''}")
    for place, match in enumerate(turn.recognised):
        if match.heard or place < 2 or why:
            words = f" by {', '.join(repr(word) for word in match.why)}" if match.why else ""
            marks = "".join((" taken as made" * match.heard, " denied" * match.denied))
            nearest = f'; nearest phrasing "{match.phrasing}"' if why else ""
            notes.append(f"{match.argument} {match.score:.2f}{marks}{words}{nearest}")
    for mistake in turn.mistakes:
        notes.append(
            f"{'disputed' if mistake.disputed else 'mistake'} {mistake.id} in {mistake.span!r}: {mistake.says}"
        )
    if turn.put:
        notes.append(f"challenge {turn.put.challenge}, {turn.put.kind}, on {turn.put.argument}")
        if why:
            notes.append(f"chosen because {turn.put.why}")
    if turn.assessed:
        quality = "judgement" if turn.assessed.quality is None else f"quality {turn.assessed.quality} of 3"
        answered = f" for {turn.assessed.challenge}" if turn.assessed.challenge else ""
        notes.append(f"{quality}{answered}: {' '.join(turn.assessed.reasons)}")
        if turn.assessed.tags:
            notes.append(f"tags: {', '.join(turn.assessed.tags)}")
    return notes


@click.command()
@STUDENT
@MOTION
@DATA
def progress(student: str, motion: str | None, data: Path) -> None:
    """Say what a student's rounds come to, and what to practise next."""
    from bot.debate.feedback import progress_lines
    from bot.practice import Practice

    record = kept_record(data)
    mind = build_mind(data, motion)
    kept = record.rounds(student)[::-1] if record else []
    mine = [row for row in kept if row["motion"] == mind.motion.id]
    rounds = [(row["side"], Practice.load(mind, record, now, row["id"]).turns) for row in mine] if record else []
    make_screen().show(progress_lines(mind.motion, [part for part in rounds if part[1]]))


@click.command("replay")
@click.argument("number", type=int)
@DATA
def replay_round(number: int, data: Path) -> None:
    """Answer a round again from the student's messages, and say whether every answer is the same."""
    from bot.practice import replay

    record = _record_of(number, data)
    kept = record.round(number)
    mind = build_mind(data, kept["motion"])
    differ = replay(mind, record, number)
    click.echo(f"Turns that differ: {', '.join(map(str, differ))}." if differ else "Every answer is the same.")
    if kept["base"] != mind.motion.hash:
        click.echo("The argument base has changed since this round.")
    sys.exit(1 if differ else 0)


def _record_of(number: int, data: Path) -> Record:
    record = kept_record(data)
    if record is None:
        raise RecordError(f"There is no round {number}: nobody has practised in {data} yet.")
    return record


def _json(item: dict[str, Any]) -> str:
    return json.dumps(item, ensure_ascii=False, default=datetime.isoformat)
