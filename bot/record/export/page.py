"""Transcripts and the class picture as one HTML file that needs nothing else: no script, no request to anywhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.base.motion import Side
from bot.record.export.markdown import remarks_on
from bot.record.reports import ClassPicture
from bot.record.rules import Names
from bot.record.transcripts import Transcript

_FOLDER = Path(__file__).parent
_ROWS = 40  # students in one map, so that each fits a printed page
_LEFT, _TOP, _CELL, _ROW = 130, 190, 20, 16  # pixels
_SIDES: dict[Side, str] = {"for": "#005a8c", "against": "#a34700"}
_FILLS = ("#ececec", "#9ecae1", "#4292c6", "#08306b")  # by the number of rounds


def to_html(
    found: Sequence[Transcript],
    *,
    heading: str,
    names: Names,
    zone: ZoneInfo,
    titles: Mapping[str, str],
    now: datetime,
    picture: ClassPicture | None = None,
    sides: Mapping[str, Side] | None = None,
) -> str:
    """Write the page; everything that anybody typed is escaped. A `picture` needs the `sides` of the arguments."""
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    def at(when: datetime, shape: str) -> str:
        return when.astimezone(zone).strftime(shape)

    pages = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined)
    return pages.get_template("page.html").render(
        at=at,
        found=found,
        heading=heading,
        maps=list(_maps(picture, names, titles, sides or {})) if picture else [],
        names=names,
        now=now,
        picture=picture,
        remarks_on=remarks_on,
        style=style,
        style_hash=f"sha256-{digest}",
        titles=titles,
        zone=zone.key,
    )


def _maps(
    picture: ClassPicture, names: Names, titles: Mapping[str, str], sides: Mapping[str, Side]
) -> Iterator[dict[str, Any]]:
    """Lay out arguments by students, some rows at a time, for the page to draw as SVG."""
    places = {name: _LEFT + _CELL * place for place, name in enumerate(sides)}
    columns = [
        {"x": x + 10, "title": titles.get(name, name), "fill": _SIDES[sides[name]]} for name, x in places.items()
    ]
    for first in range(0, len(picture.students), _ROWS):
        some = picture.students[first : first + _ROWS]
        rows = [
            {
                "y": _TOP + _ROW * place,
                "name": _short(line.student.called(names)),
                "cells": [
                    {"x": x, "times": times, "fill": _FILLS[min(times, 3)], "ink": "#1a1a1a" if times < 2 else "#fff"}
                    for name, x in places.items()
                    for times in [picture.made.get((line.student.id, name), 0)]
                ],
            }
            for place, line in enumerate(some)
        ]
        yield {
            "width": _LEFT + _CELL * len(places) + 130,
            "height": _TOP + _ROW * len(some) + 4,
            "left": _LEFT,
            "top": _TOP,
            "columns": columns,
            "rows": rows,
            "label": f"Rounds in which each student used each argument, students {first + 1} to {first + len(some)}.",
        }


def _short(name: str) -> str:
    return name if len(name) <= 20 else f"{name[:19]}…"
