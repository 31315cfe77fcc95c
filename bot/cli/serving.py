"""For the operator: run the bot in Discord, and what is needed before and beside it."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import DebateBotError

if TYPE_CHECKING:
    from types import ModuleType

_MISSED = 3  # heartbeats after which the bot is not well


def _discord() -> ModuleType:
    try:
        from bot.cogs import running
    except ModuleNotFoundError as error:
        raise DebateBotError(
            "Discord support is not installed. Install it with `pip install 'debate-bot[discord]'`, "
            "or with the hashed requirements-discord.txt."
        ) from error
    return running


def _check_folder(folder: Path) -> None:
    """Raise `DebateBotError` where records cannot be written, before anybody's words are lost."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise DebateBotError(
            f"Records cannot be written to {folder} ({error.strerror}). Mend the folder's permissions, "
            "or set DEBATE_BOT_DATA_DIR."
        ) from error


@click.command()
def run() -> None:
    """Serve the classes in Discord until SIGTERM; needs DISCORD_TOKEN."""
    from bot.base.loading import load_base
    from bot.cli.logs import log_to
    from bot.minds import make_mind
    from bot.settings import read_settings, strays

    settings = read_settings()
    settings.token()
    running = _discord()
    for stray in strays():
        click.echo(stray, err=True)
    _check_folder(settings.data_dir)
    log_to(level=settings.log_level)
    cache = settings.data_dir / "cache"
    motions = load_base(settings.arguments, cache=cache)
    running.run(settings, {name: make_mind(motion, cache=cache) for name, motion in motions.items()})


@click.command("settings")
def show_settings() -> None:
    """List every setting: its variable, what it means, its default, and what it is now."""
    from bot.settings import Settings, read_settings, strays, variable

    settings = read_settings()
    for name, field in Settings.model_fields.items():
        now = getattr(settings, name)
        click.echo(variable(name))
        click.echo(f"    {field.description}")
        if name == "discord_token":
            click.echo(f"    Now: {'set' if now else 'not set'}.")
            continue
        default = "none" if field.default in (None, "") else str(field.default)
        click.echo(f"    Default: {default}." + ("" if now == field.default else f" Now: {now}."))
    for stray in strays():
        click.echo(stray)


@click.command()
@click.option("--application", type=int, help="The application's id; read from DISCORD_TOKEN where that is set.")
def invite(application: int | None) -> None:
    """Print the link that adds the bot to a server, and the permissions and intents it needs."""
    from bot.settings import read_settings

    running = _discord()
    settings = read_settings()
    chosen = application or settings.application_id()
    if chosen is None:
        raise DebateBotError("Set DISCORD_TOKEN, or give `--application` with the id from the developer portal.")
    click.echo(running.invite_link(chosen))
    click.echo("\nPermissions:")
    for name, why in running.PERMISSIONS.items():
        click.echo(f"  {name.replace('_', ' ').title()}: to {why}.")
    click.echo("\nIntents: Guilds and Guild Messages; no privileged one.")
    if settings.message_content:
        click.echo("DEBATE_BOT_MESSAGE_CONTENT is on: turn on the Message Content intent in the developer portal.")


@click.command()
def sync() -> None:
    """Tell Discord the commands now; `run` does so by itself when they changed."""
    from bot.settings import read_settings

    settings = read_settings()
    settings.token()
    number = asyncio.run(_discord().sync(settings))
    click.echo(f"{number} commands are synced.")


@click.command()
def health() -> None:
    """Tell whether the running bot is well: connected, and able to use its records; exit code 1 if not."""
    from bot.settings import HEARTBEAT_SECONDS, read_settings

    path = read_settings().data_dir / "health.json"
    try:
        sign = json.loads(path.read_text(encoding="utf-8"))
        age = datetime.now(UTC) - datetime.fromisoformat(sign["at"])
    except (OSError, ValueError, KeyError):
        click.echo(f"There is no sign of life in {path}. Is the bot running with this data folder?")
        sys.exit(1)
    click.echo(f"Last sign of life {age.total_seconds():.0f} s ago, latency {sign['latency']} s.")
    sys.exit(0 if age < timedelta(seconds=_MISSED * HEARTBEAT_SECONDS) else 1)
