"""What the operator may set, from the environment or a `.env` file: read once at start, then passed down as values."""

from __future__ import annotations

import base64
import binascii
import difflib
import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import DebateBotError

_PREFIX = "DEBATE_BOT_"
HEARTBEAT_SECONDS = 30.0  # between the signs of life that `debate-bot health` reads
_TOKEN = re.compile(r"[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}")
_GET_TOKEN = "Copy it from the Discord developer portal: your application, Bot, Reset Token."


class Folders(BaseSettings):
    """Where things are, which every command needs and no value can be wrong for."""

    model_config = SettingsConfigDict(
        frozen=True, env_prefix=_PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    data_dir: Annotated[
        Path, Field(description="The folder of the records, one file a class, and of what was learnt of the base.")
    ] = Path("data")
    arguments: Annotated[Path, Field(description="The folder of the argument base.")] = (
        Path(__file__).parents[1] / "arguments"
    )


class Settings(Folders):
    """The operator's settings; `read_settings` gives them, or says what to mend."""

    discord_token: Annotated[
        SecretStr | None,
        Field(
            validation_alias=AliasChoices("DISCORD_TOKEN"),
            description="The bot's token from the Discord developer portal. `run` and `sync` need it; keep it secret.",
        ),
    ] = None
    message_content: Annotated[
        bool,
        Field(
            description="Whether plain messages in a round's thread may count as turns. Turn on the Message Content "
            "intent in the developer portal first."
        ),
    ] = False
    contact: Annotated[
        str, Field(max_length=200, description="Whom students may write to about a problem; `/privacy` says it.")
    ] = ""
    log_level: Annotated[
        Literal["INFO", "WARNING", "ERROR"], Field(description="How much is logged: INFO, WARNING or ERROR.")
    ] = "INFO"
    shard_count: Annotated[
        int | None,
        Field(ge=1, description="How many shards all processes run together; none lets Discord decide (one process)."),
    ] = None
    shard_ids: Annotated[
        tuple[int, ...] | None,
        NoDecode,
        Field(description="Which shards this process runs, such as `0,1`; none runs all of them."),
    ] = None

    @field_validator("discord_token", mode="before")
    @classmethod
    def _token_in_shape(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        token = value.strip().removeprefix("Bot ").strip()
        if not _TOKEN.fullmatch(token):
            raise ValueError("that is not a bot's token, which has three parts with dots between. " + _GET_TOKEN)
        return token

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return [part for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    def token(self) -> str:
        """Give the token; `DebateBotError` says how to set it where it is missing."""
        if self.discord_token is None:
            raise DebateBotError(f"DISCORD_TOKEN is not set. {_GET_TOKEN} Then set it in the environment or in `.env`.")
        return self.discord_token.get_secret_value()

    def application_id(self) -> int | None:
        """Read the application's id, which is the first part of the token; None without a token."""
        if self.discord_token is None:
            return None
        part = self.discord_token.get_secret_value().partition(".")[0]
        try:
            return int(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        except (ValueError, binascii.Error):
            return None


def variable(name: str) -> str:
    """Name the environment variable of a setting."""
    return "DISCORD_TOKEN" if name == "discord_token" else _PREFIX + name.upper()


def read_settings() -> Settings:
    """Read the settings; `DebateBotError` names each variable that cannot be used and says what it needs."""
    try:
        settings = Settings()
    except ValidationError as error:
        raise DebateBotError("\n".join(_fault(item) for item in error.errors(include_input=False))) from None
    if settings.shard_ids and (not settings.shard_count or max(settings.shard_ids) >= settings.shard_count):
        raise DebateBotError(f"{variable('shard_ids')} needs {variable('shard_count')}, greater than each of them.")
    return settings


def strays() -> list[str]:
    """Say of each environment variable that looks like a setting and is none what was probably meant."""
    known = {variable(name) for name in Settings.model_fields}
    found = []
    for name in sorted(os.environ):
        if name.startswith(_PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, 1)
            found.append(f"There is no setting {name}.{f' Did you mean {near[0]}?' if near else ''}")
    return found


def _fault(item: Any) -> str:
    field = str(item["loc"][0]) if item["loc"] else ""
    name = field if field == "DISCORD_TOKEN" else variable(field)
    return f"{name}: {item['msg'].removeprefix('Value error, ')}"
