"""For the curator of the argument base."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.cli.options import ARGUMENTS


@click.command()
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
