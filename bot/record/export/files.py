"""What a teacher asks to export, as files: a round, a student, the class or a period, no larger than a limit."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.base.motion import Side
from bot.errors import RecordError
from bot.record.export.argdown import to_argdown
from bot.record.export.markdown import to_markdown
from bot.record.export.rows import to_csv, to_json_lines
from bot.record.reports import ClassPicture, class_picture
from bot.record.rounds import RoundFilter
from bot.record.rules import Names
from bot.record.store import Record
from bot.record.transcripts import Transcript, transcript, transcripts

Format = Literal["csv", "jsonl", "markdown", "html", "argdown"]
_ENDS: dict[Format, str] = {"csv": "csv", "jsonl": "jsonl", "markdown": "md", "html": "html", "argdown": "argdown"}


@dataclass(frozen=True)
class File:
    """A file to hand out: its name and bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Base:
    """What an export needs of the argument base: the motion, and the arguments' titles and sides, by id."""

    motion: str
    titles: Mapping[str, str]
    sides: Mapping[str, Side]


def export(
    record: Record,
    shape: Format,
    *,
    base: Base,
    names: Names,
    zone: ZoneInfo,
    now: datetime,
    round_id: int | None = None,
    wanted: RoundFilter | None = None,
    limit: int | None = None,
) -> list[File]:
    """Export one round, or all that a filter finds; a file over `limit` bytes is zipped, or split and zipped.

    `RecordError` where there is nothing to export, or one round alone is over the limit. Drafts of comments stay out.
    """
    wanted = wanted or RoundFilter()
    if round_id is not None:
        found = [transcript(record, round_id, drafts=False)]
    else:
        found = list(transcripts(record, wanted, drafts=False))
    picture = class_picture(record, base.sides, wanted) if shape == "html" and round_id is None else None
    return written(
        found,
        shape,
        base=base,
        names=names,
        zone=zone,
        now=now,
        picture=picture,
        round_id=round_id,
        wanted=wanted,
        limit=limit,
    )


def written(
    found: Sequence[Transcript],
    shape: Format,
    *,
    base: Base,
    names: Names,
    zone: ZoneInfo,
    now: datetime,
    picture: ClassPicture | None = None,
    round_id: int | None = None,
    wanted: RoundFilter | None = None,
    limit: int | None = None,
) -> list[File]:
    """Write rounds that were read before, as `export` does; it needs no record, so a class need not wait for it."""
    wanted = wanted or RoundFilter()
    if not found:
        raise RecordError("There is no such round yet. Choose others, or wait until somebody has practised.")
    if shape == "argdown" and len(found) > 1:
        raise RecordError("Argdown is written of one round. Name the round.")
    heading, name = _heading(found, names, zone, round_id, wanted)

    def write(some: Sequence[Transcript], part: str) -> File:
        if shape == "csv":
            text = to_csv(some, names=names, zone=zone)
        elif shape == "jsonl":
            text = to_json_lines(some, names=names, zone=zone)
        elif shape == "markdown":
            text = to_markdown(some, heading=heading, names=names, zone=zone, titles=base.titles)
        elif shape == "argdown":
            text = to_argdown(some[0], motion=base.motion, names=names, titles=base.titles)
        else:
            from bot.record.export.page import to_html  # Jinja is needed for pages only

            text = to_html(
                some,
                heading=heading,
                names=names,
                zone=zone,
                titles=base.titles,
                now=now,
                picture=picture if some[0] is found[0] else None,
                sides=base.sides,
            )
        return File(f"{name}{part}.{_ENDS[shape]}", text.encode("utf-8", "replace"))

    return _fitting(found, write, "", limit)


def _fitting(
    found: Sequence[Transcript], write: Callable[[Sequence[Transcript], str], File], part: str, limit: int | None
) -> list[File]:
    """Write the rounds into one file, or zip it, or halve the rounds until each zipped file is within the limit."""
    whole = write(found, part)
    if limit is None or len(whole.content) <= limit:
        return [whole]
    zipped = _zip(whole)
    if len(zipped.content) <= limit:
        return [zipped]
    if len(found) == 1:
        raise RecordError(f"Round {found[0].round.id} is larger than can be sent here. Export it in the terminal.")
    half = len(found) // 2
    return [*_fitting(found[:half], write, f"{part}-1", limit), *_fitting(found[half:], write, f"{part}-2", limit)]


def _zip(file: File) -> File:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(file.name), file.content, zipfile.ZIP_DEFLATED)
    return File(f"{file.name}.zip", out.getvalue())


def _heading(
    found: Sequence[Transcript], names: Names, zone: ZoneInfo, round_id: int | None, wanted: RoundFilter
) -> tuple[str, str]:
    """Give the heading, and the beginning of the file's name."""
    who = found[0].round.student.called(names)
    if round_id is not None:
        return f"Debate practice: round {round_id}", f"round-{round_id}"
    days = [
        f"{word} {at.astimezone(zone):%d %B %Y}"
        for word, at in (("from", wanted.since), ("to", wanted.until and wanted.until - timedelta(seconds=1)))
        if at is not None
    ]
    period = f", {' '.join(days)}" if days else ""
    if wanted.student:
        return f"Debate practice: {who}{period}", re.sub(r"\W+", "-", who.casefold()).strip("-") or "student"
    return f"Debate practice: the class{period}", "class"
