"""The operator's settings: where they come from, and what is said where one cannot be used."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from bot.errors import DebateBotError
from bot.settings import Settings, read_settings, strays, variable

ID = 123456789012345678
TOKEN = f"{base64.urlsafe_b64encode(str(ID).encode()).decode().rstrip('=')}.Gabcde.{'x' * 30}"


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)


def test_nothing_needs_to_be_set_but_the_token() -> None:
    settings = read_settings()
    assert settings.data_dir == Path("data")
    assert not settings.message_content
    with pytest.raises(DebateBotError, match=r"DISCORD_TOKEN is not set\. Copy it"):
        settings.token()


def test_settings_come_from_the_environment_and_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"DISCORD_TOKEN={TOKEN}\nDEBATE_BOT_DATA_DIR=/there\nOTHER=1\n")
    monkeypatch.setenv("DEBATE_BOT_DATA_DIR", "/here")
    settings = read_settings()
    assert settings.token() == TOKEN
    assert settings.data_dir == Path("/here")


def test_the_token_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    assert "x" * 30 not in f"{read_settings()!r} {read_settings()}"


@pytest.mark.parametrize("typed", [f"Bot {TOKEN}", f"  {TOKEN}\n"])
def test_a_token_pasted_with_more_around_it_is_taken(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", typed)
    assert read_settings().token() == TOKEN


def test_a_malformed_token_gets_a_sentence_without_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "hunter2-secret")
    with pytest.raises(DebateBotError, match=r"DISCORD_TOKEN: .*Reset Token") as caught:
        read_settings()
    assert "hunter2" not in str(caught.value)


def test_every_setting_that_cannot_be_used_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATE_BOT_SHARD_COUNT", "many")
    monkeypatch.setenv("DEBATE_BOT_LOG_LEVEL", "LOUD")
    with pytest.raises(DebateBotError) as caught:
        read_settings()
    assert "DEBATE_BOT_SHARD_COUNT: " in str(caught.value)
    assert "DEBATE_BOT_LOG_LEVEL: " in str(caught.value)


def test_shards_are_named_together_with_their_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATE_BOT_SHARD_IDS", "0,3")
    with pytest.raises(DebateBotError, match="DEBATE_BOT_SHARD_COUNT"):
        read_settings()
    monkeypatch.setenv("DEBATE_BOT_SHARD_COUNT", "4")
    assert read_settings().shard_ids == (0, 3)


def test_the_application_is_read_from_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().application_id() is None
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    assert read_settings().application_id() == ID
    monkeypatch.setenv("DISCORD_TOKEN", f"{'_' * 24}.Gabcde.{'x' * 30}")
    assert read_settings().application_id() is None


def test_a_misspelled_variable_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATE_BOT_DATADIR", "x")
    assert "There is no setting DEBATE_BOT_DATADIR. Did you mean DEBATE_BOT_DATA_DIR?" in strays()


def test_every_setting_says_what_it_means() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_the_readme_names_every_setting() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert [variable(name) for name in Settings.model_fields if f"`{variable(name)}`" not in readme] == []
