from __future__ import annotations

from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.record.export.files import Base
from bot.record.export.markdown import quoted, to_markdown
from bot.record.rounds import EVERY
from bot.record.store import Record
from bot.record.transcripts import transcripts

UTC = ZoneInfo("UTC")
PLAIN = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}


@given(st.text(alphabet=st.one_of(st.sampled_from("#*_`[]()<>!&~-+=:.|\\1 2\n\t\"'@"), st.characters()), max_size=60))
@example("---\n===\n***\n___\n    code\n1) x\n- [ ] y")
@example("<b>&amp; [a]: http://x.example \\")
def test_whatever_is_typed_stays_a_plain_quotation(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse("\n".join(quoted(text)))
    assert {token.type for token in tokens} <= PLAIN
    inside = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inside} <= {"text", "softbreak"}
    shown = "".join(child.content for child in inside)
    assert "".join(shown.split()) == "".join(text.replace("\0", "\ufffd").split())


def test_a_transcript_has_its_headings_and_no_more(record: Record, base: Base, nasty: str) -> None:
    text = to_markdown(transcripts(record, EVERY), heading="The class", names="names", zone=UTC, titles=base.titles)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    assert len([token for token in tokens if token.type == "heading_open"]) == 1 + 3
    children = {child.type for token in tokens for child in token.children or ()}
    assert children <= {"text", "softbreak", "strong_open", "strong_close"}
    assert {token.type for token in tokens}.isdisjoint({"code_block", "fence", "html_block", "hr", "table_open"})


def test_a_transcript_says_what_was_heard_put_and_assessed(record: Record, base: Base) -> None:
    text = to_markdown(transcripts(record, EVERY), heading="The class", names="names", zone=UTC, titles=base.titles)
    for words in (
        "## Round 1: Ada, for the motion",
        "a redraft of",
        "replaced later",
        "Quality: 1 of 3",
        "Recognised: ",
    ):
        assert words in text
    assert "Argument: Patronage and appointments" in text
    assert "Recognised: argument; nearest Patronage" in text
