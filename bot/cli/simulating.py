"""For whoever changes the opponent: simulated students play many rounds, and every line is looked into."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.lines import fields
from bot.cli.options import DATA, MOTION, build_mind

if TYPE_CHECKING:
    from bot.simulation.playing import Summary

_FLAWS_SHOWN = 20
_TEXTS = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.option("--rounds", type=click.IntRange(1), default=300, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--claims", type=_TEXTS, help="JSON lines with `text`: claims of real students, to draw from.")
@click.option("--replies", type=_TEXTS, help="JSON lines with `reply`: replies of real students, to draw from.")
@MOTION
@DATA
def simulate(rounds: int, seed: int, claims: Path | None, replies: Path | None, motion: str | None, data: Path) -> None:
    """Let students of five kinds play rounds, and print what came of them; exits with 1 if anything is wrong."""
    from bot.simulation.playing import play, summarise

    mind = build_mind(data, motion)
    found = summarise(play(mind, rounds, seed, claims=_texts(claims, "text"), replies=_texts(replies, "reply")))
    _show(found)
    sys.exit(1 if found.flaws else 0)


def _texts(path: Path | None, name: str) -> list[str]:
    if path is None:
        return []
    lines = enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
    return [fields(line, name, where=f"{path}:{number}")[name] for number, line in lines if line.strip()]


def _show(found: Summary) -> None:
    from bot.simulation.students import KINDS

    click.echo(f"Rounds ended: {found.ended} of {found.rounds}")
    click.echo(f"Challenges: {', '.join(f'{number} {kind}' for kind, number in found.put.most_common())}")
    click.echo(f"Put twice in a round: {found.count('repeated')}")
    click.echo(f"Facts without an id: {found.count('unfounded')}")
    click.echo(f"Longest challenge with its question: {found.longest_challenge} words")
    click.echo(f"Longest message before the feedback: {found.longest} words")
    click.echo("Students   mean assessment   turns a round")
    for kind in KINDS:
        click.echo(f"{kind:9}  {found.mean_quality(kind):15.2f}   {found.mean_length(kind):13.1f}")
    click.echo(f"Flaws: {len(found.flaws)}")
    for flaw in found.flaws[:_FLAWS_SHOWN]:
        click.echo(f"  {flaw}")
