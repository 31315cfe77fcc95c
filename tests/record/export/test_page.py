from __future__ import annotations

import base64
import hashlib
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from bot.record.export.files import Base, export
from bot.record.export.page import to_html
from bot.record.reports import class_picture
from bot.record.rounds import EVERY
from bot.record.store import Record
from bot.record.transcripts import transcripts

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
ZONE = ZoneInfo("UTC")


class Elements(HTMLParser):
    """Collects the elements of a page, their attributes and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def page(record: Record, base: Base, names: str = "names") -> str:
    picture = class_picture(record, base.sides)
    return to_html(
        list(transcripts(record, EVERY)),
        heading="The class",
        names=names,  # type: ignore[arg-type]
        zone=ZONE,
        titles=base.titles,
        now=NOW,
        picture=picture,
        sides=base.sides,
    )


def test_the_page_holds_no_script_and_asks_nothing_of_anywhere(record: Record, base: Base, nasty: str) -> None:
    found = Elements(page(record, base))
    assert {"script", "img", "link", "iframe", "a", "b"}.isdisjoint(found.tags)
    names = {name for name, _ in found.attributes}
    assert not names & {"src", "href", "style", "srcset", "xlink:href", "action"}
    assert not [name for name in names if name.startswith("on")]
    assert nasty.replace("\r\n", "\n").replace("\0", "") in found.text.replace("\r\n", "\n").replace("\0", "")


def test_the_page_forbids_everything_but_its_own_style(record: Record, base: Base) -> None:
    text = page(record, base)
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_the_class_picture_is_drawn_inline_with_a_cell_for_each_student_and_argument(
    record: Record, base: Base
) -> None:
    text = page(record, base)
    assert text.count("<rect ") == 2 * len(base.sides)
    assert text.count('role="img"') == 1
    assert "Never raised" in text


def test_pseudonyms_take_the_place_of_names(record: Record, base: Base) -> None:
    found = Elements(page(record, base, "pseudonyms"))
    assert "student 1" in found.text
    assert not any(word in found.text for word in ("Ada", "Ben", "1001"))


def test_a_round_s_page_has_no_class_picture(record: Record, base: Base) -> None:
    (file,) = export(record, "html", base=base, names="names", zone=ZONE, now=NOW, round_id=1)
    assert b"<svg" not in file.content
    assert b"Round 1: Ada" in file.content
