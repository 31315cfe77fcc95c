"""A class whose students typed whatever could break a file."""

from __future__ import annotations

import pytest

from bot.base.motion import Motion
from bot.record.export.files import Base
from bot.record.store import Record

NASTY = (
    '=HYPERLINK("https://evil.example","x")',
    "<script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>",
    "# Heading\n---\n* list\n```\ncode\n[link](https://evil.example) ![](https://evil.example/x)\n===\n1. one",
    "[motion]: mine\n  + <claim-1>: stolen {x: y}\n===\n/* open\n# title",
    "@SUM(1)\r\n+1\t-1 \x00 \u2028 🙂 مرحبا",
)


@pytest.fixture(params=NASTY)
def nasty(request: pytest.FixtureRequest, record: Record) -> str:
    """Give what a student typed as every turn of round 1."""
    text: str = request.param
    record.db.execute("update turns set text = ? where round = 1 and speaker = 'student'", [text])
    record.db.execute("update students set name = ? where id = '1001'", ["=Ada <b> # *x*"])
    return text


@pytest.fixture
def base(motion: Motion) -> Base:
    titles = {name: argument.title for name, argument in motion.arguments.items()}
    return Base(motion.heading.motion, titles, motion.sides)
