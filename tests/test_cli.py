"""The command line as a whole: README tells of all of it, and folders are found by every command alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bot.cli import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(group: click.Group, *before: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give every command with the words by which it is called."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *before, name)
        else:
            yield (*before, name), command


@pytest.mark.parametrize(("words", "command"), list(commands(cli)))
def test_readme_names_every_command_with_its_options(words: tuple[str, ...], command: click.Command) -> None:
    """A group's commands stand in one line, as in `debate-bot export argdown|aif`."""
    told = [part for part in re.findall(r"`debate-bot ([^`]*)`", README) if part.split()[0] == words[0]]
    assert any(set(words) <= set(re.split(r"[ |]", part)) for part in told), words
    options = [name for option in command.params if isinstance(option, click.Option) for name in option.opts]
    assert [name for name in options if not re.search(rf"{name}\b", README)] == []


def test_every_command_says_what_it_does_and_what_each_option_means() -> None:
    for words, command in commands(cli):
        assert (command.help or "").split("\n")[0].endswith("."), words
        assert CliRunner().invoke(cli, [*words, "--help"]).exit_code == 0


def test_the_folders_of_the_operator_are_those_of_the_terminal_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEBATE_BOT_DATA_DIR", raising=False)
    (tmp_path / ".env").write_text("DEBATE_BOT_DATA_DIR=class-records\nDISCORD_TOKEN=not one\n", encoding="utf-8")
    assert "There is no class in class-records." in CliRunner().invoke(cli, ["purge"]).output
    assert "There is no class in other." in CliRunner().invoke(cli, ["purge", "--data", "other"]).output
