"""The operator's commands, and the log of a running bot."""

from __future__ import annotations

import io
import json
import logging
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import cli
from bot.cli.logs import JsonLines
from bot.errors import DebateBotError
from bot.settings import Settings, variable

TOKEN = f"MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.{'x' * 30}"
SECRET = "what a student wrote"


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)


@pytest.mark.parametrize("command", ["run", "sync"])
@pytest.mark.parametrize("token", [None, "nonsense"])
def test_without_a_usable_token_there_is_one_sentence_and_exit_2(command: str, token: str | None) -> None:
    given = {key: value for key, value in os.environ.items() if key != "DISCORD_TOKEN"}
    given |= {"PYTHONPATH": str(Path(__file__).parents[1])} | ({"DISCORD_TOKEN": token} if token else {})
    done = subprocess.run([sys.executable, "-m", "bot", command], env=given, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("DISCORD_TOKEN")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_data_folder_that_cannot_be_used_is_said_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("DEBATE_BOT_DATA_DIR", str(tmp_path / "file"))
    with pytest.raises(DebateBotError, match=r"Records cannot be written to .* or set DEBATE_BOT_DATA_DIR"):
        CliRunner().invoke(cli, ["run"], catch_exceptions=False)


def test_settings_lists_each_with_meaning_and_default_and_hides_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("DEBATE_BOT_CONTACT", "Ms Smith")
    out = CliRunner().invoke(cli, ["settings"]).output
    for name, field in Settings.model_fields.items():
        assert f"{variable(name)}\n    {field.description}\n" in out
    assert "Default: data." in out
    assert "Now: Ms Smith." in out
    assert "Now: set." in out
    assert TOKEN not in out


def test_invite_gives_the_link_and_what_it_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    out = CliRunner().invoke(cli, ["invite"]).output
    assert "client_id=123456789012345678" in out
    assert "scope=bot+applications.commands" in out
    assert "Create Private Threads: to open a round" in out
    assert "no privileged one" in out
    assert "Administrator" not in out


def test_invite_without_a_token_takes_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "client_id=42" in CliRunner().invoke(cli, ["invite", "--application", "42"]).output
    with pytest.raises(DebateBotError, match="--application"):
        CliRunner().invoke(cli, ["invite"], catch_exceptions=False)


@pytest.mark.parametrize(("age", "code"), [(5, 0), (80, 0), (100, 1), (None, 1)])
def test_health_is_a_recent_sign_of_life(tmp_path: Path, age: int | None, code: int) -> None:
    if age is not None:
        at = datetime.now(UTC) - timedelta(seconds=age)
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "health.json").write_text(json.dumps({"at": at.isoformat(), "latency": 0.1}))
    result = CliRunner().invoke(cli, ["health"])
    assert result.exit_code == code


def _line(
    name: str, message: str, *args: object, error: BaseException | None = None, **more: object
) -> dict[str, object]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.Logger(name)
    logger.addHandler(handler)
    logger.error(message, *args, extra=more, exc_info=error)
    line: dict[str, object] = json.loads(stream.getvalue())
    return line


def test_a_log_line_is_json_with_ids() -> None:
    line = _line("bot.cogs.turns", "answered", guild=1, round=2, turn=4)
    assert (line["event"], line["guild"], line["round"], line["turn"]) == ("answered", 1, 2, 4)
    assert datetime.fromisoformat(str(line["at"])).tzinfo


def test_an_error_is_logged_with_its_place_and_without_its_message() -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        line = _line("bot.cogs.client", "unexpected error", error=error)
    assert line["error"] == "ValueError"
    assert "test_cli_serving.py" in str(line["where"])
    assert SECRET not in json.dumps(line)


def test_the_values_in_other_libraries_messages_are_left_out() -> None:
    assert SECRET not in json.dumps(_line("discord.client", "could not handle %s", SECRET))
    assert SECRET not in json.dumps(_line("asyncio", f"Task exception was never retrieved\nfuture: {SECRET}"))
    assert _line("discord.gateway", "Shard %s is in", 3)["event"] == "Shard 3 is in"


def test_a_bot_that_is_told_to_stop_exits_with_0(tmp_path: Path) -> None:
    """A server that never answers stands for Discord, so that the signal comes while the bot connects."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        program = f"""
import asyncio
from pathlib import Path
import discord
from bot.cogs.running import serve
from bot.settings import Settings

discord.http.Route.BASE = "http://127.0.0.1:{silent.getsockname()[1]}"
asyncio.run(serve(Settings(data_dir=Path({str(tmp_path)!r}), shard_count=1), {{}}, "token"))
print("left")
"""
        given = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
        with subprocess.Popen([sys.executable, "-c", program], env=given, stdout=subprocess.PIPE, text=True) as running:
            silent.settimeout(60)
            connection, _ = silent.accept()
            running.send_signal(signal.SIGTERM)
            out, _ = running.communicate(timeout=60)
            connection.close()
    assert out == "left\n"
    assert running.returncode == 0
