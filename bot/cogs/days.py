"""Days as a teacher types them: 2026-11-27, friday, today, 27 November, with or without a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cogs import teacher_labels as words
from bot.errors import DebateBotError

_TIME = re.compile(r"(?:^|\s|T)(?:at\s+)?(\d{1,2})[:.](\d{2})\s*$")
_LAST_MINUTE = time(23, 59)
_FAR = 400  # days that a typed name of a day may lie away
_SHOWN = 25


class NoSuchDay(DebateBotError):
    """What was typed is no day; the message says what would be."""


def day_of(typed: str, today: date, *, back: bool = False) -> date:
    """Read a day: as 2026-11-27, or by its name, the nearest ahead, or the nearest `back`."""
    text = " ".join(typed.split())
    try:
        return date.fromisoformat(text)
    except ValueError:
        found = next((day for day, name in _named(today, back) if text and _fits(text, name)), None)
    if found is None:
        raise NoSuchDay(words.NO_DAY.format(typed=text[:40], example=f"{today:%Y-%m-%d}"))
    return found


def moment_of(typed: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Read a day and perhaps a time of the class's zone; without a time, the day's last minute."""
    clock = _TIME.search(typed)
    today = now.astimezone(zone).date()
    day = day_of(typed[: clock.start()] if clock else typed, today)
    try:
        at = time(int(clock[1]), int(clock[2])) if clock else _LAST_MINUTE
    except ValueError as error:
        raise NoSuchDay(words.NO_TIME) from error
    return datetime.combine(day, at, zone)


def suggested(typed: str, today: date, *, back: bool = False) -> list[tuple[str, str]]:
    """Offer days for what is typed so far: what to show, and what it stands for. A time that is typed stays."""
    clock = _TIME.search(typed)
    text = " ".join((typed[: clock.start()] if clock else typed).split())
    at = f" {int(clock[1]):02}:{clock[2]}" if clock else ""
    found = [
        (f"{name}{at}", f"{day:%Y-%m-%d}{at}")
        for day, name in _named(today, back)
        if _fits(text, name) or f"{day:%Y-%m-%d}".startswith(text)
    ]
    return found[:_SHOWN]


def _fits(text: str, name: str) -> bool:
    typed, of_name = text.casefold().replace(",", " ").split(), name.casefold().replace(",", " ").split()
    return all(
        any(word == part or (word.startswith(part) and not part.isdecimal()) for word in of_name) for part in typed
    )


def _named(today: date, back: bool) -> Iterator[tuple[date, str]]:
    for away in range(_FAR):
        day = today + timedelta(days=-away if back else away)
        near = ("today", "yesterday" if back else "tomorrow")[away] if away < 2 else ""
        yield day, f"{near}, {day:%A} {day.day} {day:%B %Y}".removeprefix(", ").strip()
