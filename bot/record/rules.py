"""What a class has settled: its teacher role, time zone, retention, levels, places, and names or pseudonyms."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.base.motion import Level
from bot.errors import RecordError
from bot.record.audit import note
from bot.record.store import Record

Names = Literal["names", "pseudonyms"]


class ClassSettings(BaseModel):
    """The settings of one class; each has a default, so a new class needs none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    teacher_role: str | None = None
    """The id of the role whose members are teachers; without one, only those who manage the server are."""
    time_zone: str = "UTC"
    """The zone in which due dates are typed and times are shown, such as `Europe/London`."""
    retention_days: Annotated[int, Field(ge=0, le=3650)] = 365
    """Days after its end for which a round is kept; 0 keeps all."""
    levels: Annotated[tuple[Level, ...], Field(min_length=1)] = ("guided", "standard", "tough")
    """The levels that students may choose."""
    plain_messages: bool = True
    """Whether a plain message in a round's thread counts as a turn; else students press a button."""
    places: tuple[str, ...] = ()
    """Ids of the channels where a round may be started; none means anywhere."""
    names: Names = "names"
    """How students are called in reports and exports."""

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError, ValueError) as error:
            raise ValueError("no such zone") from error
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The class's time zone."""
        return ZoneInfo(self.time_zone)


_REMEDY = {
    "teacher_role": "Choose a role of this server.",
    "time_zone": "Give a zone such as Europe/London or America/New_York.",
    "retention_days": "Give a number of days from 1 to 3650, or 0 to keep everything.",
    "levels": "Choose one or more of guided, standard and tough.",
    "plain_messages": "Say true or false.",
    "places": "Choose channels of this server.",
    "names": "Say names or pseudonyms.",
}


def class_settings(record: Record) -> ClassSettings:
    """Read a class's settings."""
    rows = {row["name"]: json.loads(row["value"]) for row in record.db.table("settings").rows}
    return ClassSettings.model_validate({name: value for name, value in rows.items() if name in _REMEDY})


def change_setting(record: Record, name: str, value: Any, *, who: str, at: datetime) -> ClassSettings:
    """Change one setting, with a line in the audit; `RecordError` says what would be valid."""
    if name not in _REMEDY:
        raise RecordError(f"There is no setting {name!r}. The settings are: {', '.join(_REMEDY)}.")
    with record.writing() as db:
        old = class_settings(record)
        try:
            new = ClassSettings.model_validate({**old.model_dump(), name: value})
        except ValidationError as error:
            raise RecordError(f"{str(value)[:100]!r} does not work as {name}. {_REMEDY[name]}") from error
        kept = json.dumps(new.model_dump(mode="json")[name])
        db.table("settings").upsert({"name": name, "value": kept}, pk="name")
        before = json.dumps(old.model_dump(mode="json")[name])
        note(record, who, "setting changed", at, setting=name, before=before, after=kept)
    return new
