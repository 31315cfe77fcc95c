"""The command line: thin commands over practice, the base and the record, one module a kind of user."""

from __future__ import annotations

import click

from bot.cli.calibrating import calibrate
from bot.cli.curating import check, export, schema
from bot.cli.evaluating import evaluate
from bot.cli.looking_back import progress, replay_round, rounds, show_round
from bot.cli.measuring import assess, recognise
from bot.cli.practising import practise
from bot.cli.serving import health, invite, run, show_settings, sync
from bot.cli.simulating import simulate
from bot.cli.teaching import demo, purge, review


@click.group()
def cli() -> None:
    """Practise a debate against a curated, cited argument base."""


for command in (
    *(practise, rounds, show_round, progress, replay_round),
    *(check, schema, export),
    *(recognise, assess, evaluate, calibrate, simulate),
    *(review, demo, purge),
    *(run, show_settings, invite, sync, health),
):
    cli.add_command(command)
