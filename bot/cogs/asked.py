"""Which rounds a teacher asked for, as short text: it rides in the buttons that turn pages, also after a restart."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

from bot.base.motion import Level, Side
from bot.cogs import labels
from bot.cogs.days import day_of
from bot.cogs.desk import Desk
from bot.errors import DebateBotError
from bot.record.rounds import RoundFilter, find_student


@dataclass(frozen=True)
class Asked:
    """Which rounds are asked for; what is not given does not matter. `until` is the last day."""

    student: str | None = None
    side: Side | None = None
    argument: str | None = None
    level: Level | None = None
    since: date | None = None
    until: date | None = None
    assignment: int | None = None
    unmet: bool = False
    mistakes: bool = False

    def filter(self, zone: ZoneInfo) -> RoundFilter:
        """Give the filter, with days taken as those of a zone."""
        midnight = time(tzinfo=zone)
        return RoundFilter(
            student=self.student,
            side=self.side,
            argument=self.argument,
            level=self.level,
            since=datetime.combine(self.since, midnight) if self.since else None,
            until=datetime.combine(self.until + timedelta(days=1), midnight) if self.until else None,
            assignment=self.assignment,
            with_unmet=self.unmet,
            with_mistakes=self.mistakes,
        )

    def packed(self) -> str:
        """Write it in at most 75 characters; an argument by its checksum, as ids have no longest length."""
        parts = {
            "s": self.student,
            "d": self.side and self.side[0],
            "a": checksum(self.argument) if self.argument else None,
            "l": self.level and self.level[0],
            "f": f"{self.since:%Y%m%d}" if self.since else None,
            "u": f"{self.until:%Y%m%d}" if self.until else None,
            "t": self.assignment,
            "x": "1" if self.unmet else None,
            "m": "1" if self.mistakes else None,
        }
        return ".".join(f"{key}{value}" for key, value in parts.items() if value is not None)


def unpacked(text: str, arguments: Collection[str]) -> Asked:
    """Read it again; `arguments` are the ids of the base."""
    parts = {part[0]: part[1:] for part in text.split(".") if part}

    def day(key: str) -> date | None:
        return datetime.strptime(parts[key], "%Y%m%d").date() if key in parts else None  # noqa: DTZ007 - a day only

    return Asked(
        student=parts.get("s"),
        side=next((side for side in get_args(Side) if side[0] == parts.get("d")), None),
        argument=next((name for name in arguments if checksum(name) == parts.get("a")), parts.get("a")),
        level=next((level for level in get_args(Level) if level[0] == parts.get("l")), None),
        since=day("f"),
        until=day("u"),
        assignment=int(parts["t"]) if "t" in parts else None,
        unmet="x" in parts,
        mistakes="m" in parts,
    )


def asked_for(
    desk: Desk,
    *,
    student: str | None = None,
    argument: str | None = None,
    since: str | None = None,
    until: str | None = None,
    **more: Any,
) -> Asked:
    """Read options as they were typed; `DebateBotError` says what can't be read."""
    today = desk.now.astimezone(desk.rules.zone).date()
    return Asked(
        student=find_student(desk.record, student).id if student else None,
        argument=_argument(desk, argument) if argument else None,
        since=day_of(since, today, back=True) if since else None,
        until=day_of(until, today, back=True) if until else None,
        **more,
    )


def _argument(desk: Desk, typed: str) -> str:
    word = typed.casefold().strip()
    found = next((name for name, title in desk.titles.items() if word in (name, title.casefold())), None)
    if found is None:
        raise DebateBotError(labels.NO_ARGUMENT)
    return found


def checksum(name: str) -> str:
    """Give the short text that stands for an id."""
    return f"{zlib.crc32(name.encode()):08x}"
