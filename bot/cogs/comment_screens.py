"""Drafts of comments, and the forms in which a comment is written and changed.

A submitted form is read from the interaction itself (`read_comment`): discord.py would drop one that was opened before
a restart, and the comment with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.cogs import teacher_labels as words
from bot.cogs.desk import Desk
from bot.cogs.layouts import Block, plain, split
from bot.cogs.screens import Do, Menu, Screen, page_of, paged
from bot.record.classroom import LONGEST_COMMENT, Comment, comment, comments
from bot.record.rounds import student
from bot.record.transcripts import TranscriptTurn

_FORM = re.compile(r"(?P<what>remark|change):(?P<number>\d+):\d+")
_ROUND = "round"
_OPTIONS, _OPTION = 25, 100


def draft_screen(desk: Desk, about: str, page: int) -> Screen:
    """Show one draft, to be released, changed or thrown away; what was released can only be read."""
    item = comment(desk.record, int(about))
    who = plain(desk.called(student(desk.record, item.student)))
    head = words.DRAFT_HEAD.format(student=who, where=words.where(item))
    state = "" if not item.released else f" ({words.RELEASED})"
    return Screen(
        kind="draft",
        about=about,
        blocks=(Block("talk", [f"### {head}{state}"]), Block("help", [plain(item.text)])),
        buttons=()
        if item.released
        else (
            Do("release", about, words.RELEASE, discord.ButtonStyle.success),
            Do("edit", about, words.EDIT),
            Do("discard", about, words.DISCARD),
        ),
    )


def drafts_screen(desk: Desk, about: str, page: int) -> Screen:
    """List all drafts of the class."""
    found = [item for item in comments(desk.record, drafts=True) if not item.released][::-1]
    if not found:
        return Screen("drafts", "", (Block("talk", [words.NO_DRAFTS]),))
    names = {item.id: desk.called(student(desk.record, item.student)) for item in found}
    own = {item.id: _line(item, names[item.id]) for item in found}
    pages = paged(own.values())
    page, blocks = page_of(pages, page)
    shown = [item for item in found if own[item.id] in blocks]
    options = tuple((str(item.id), f"{names[item.id]}, {words.where(item)}: {item.text}") for item in shown)
    return Screen(
        kind="drafts",
        about="",
        blocks=(Block("talk", [f"### {words.DRAFTS.format(total=len(found))}"]), *blocks),
        page=page,
        pages=len(pages),
        menus=(Menu("draft", words.OPEN_DRAFT, options),),
        buttons=(Do("releaseall", str(found[0].id), words.RELEASE_ALL.format(total=len(found))),),
    )


def _line(item: Comment, name: str) -> Block:
    head = words.DRAFT_LINE.format(student=plain(name), where=words.where(item))
    return Block("help", [head, plain(item.text)])


def told(item: Comment, turn: TranscriptTurn | None) -> list[Block]:
    """Say in the round's thread what the teacher wrote, and on which of the student's words."""
    parts = [words.TO_STUDENT]
    if turn and turn.text.strip():
        line = " ".join(split(" ".join(turn.text.split()), 300)[0].split())
        parts += [words.ON_WORDS, f"> {plain(line)}{' …' if len(line) < len(' '.join(turn.text.split())) else ''}"]
    return [Block("help", [*parts, plain(item.text), words.SEE_ALL])]


def comment_form(number: int, user: int, turns: list[TranscriptTurn], chosen: int | None) -> ui.Modal:
    """Ask for a comment, and on which turn it is."""
    options = [discord.SelectOption(label=words.ON_ROUND, value=_ROUND, default=chosen is None)]
    near = [turn for turn in turns if turn.number == chosen or chosen is None] or turns
    for turn in (near if len(turns) >= _OPTIONS else turns)[: _OPTIONS - 1]:
        label = words.ON_TURN.format(number=turn.number, text=" ".join(turn.text.split()))
        option = discord.SelectOption(label=label[:_OPTION], value=str(turn.number), default=turn.number == chosen)
        options.append(option)
    where: ui.Select[Any] = ui.Select(custom_id="where", options=options)
    modal = ui.Modal(title=words.COMMENT_TITLE.format(number=number), custom_id=f"remark:{number}:{user}", timeout=None)
    modal.add_item(ui.Label(text=words.COMMENT_ON, component=where))
    return _with_text(modal, "")


def change_form(item: Comment, user: int) -> ui.Modal:
    """Ask for another wording of a draft."""
    return _with_text(ui.Modal(title=words.EDIT_TITLE, custom_id=f"change:{item.id}:{user}", timeout=None), item.text)


def _with_text(modal: ui.Modal, text: str) -> ui.Modal:
    field: ui.TextInput[Any] = ui.TextInput(
        style=discord.TextStyle.paragraph, custom_id="text", max_length=LONGEST_COMMENT, default=text or None
    )
    modal.add_item(ui.Label(text=words.COMMENT_TEXT, description=words.COMMENT_HELP, component=field))
    modal.stop()  # so that discord.py does not keep it
    return modal


@dataclass(frozen=True)
class Written:
    """A comment as a form brought it: a new one on a round (`number`), or another wording of a draft (`number`)."""

    new: bool
    number: int
    turn: int | None
    text: str


def read_comment(interaction: discord.Interaction[Any]) -> Written | None:
    """Read a submitted form; None if it is another's."""
    data: Any = interaction.data or {}
    match = _FORM.fullmatch(data.get("custom_id", ""))
    if interaction.type is not discord.InteractionType.modal_submit or not match:
        return None
    given = dict(_given(data["components"]))
    where = given.get("where", _ROUND)
    turn = int(where) if where.isdecimal() else None
    return Written(match["what"] == "remark", int(match["number"]), turn, given.get("text", ""))


def _given(components: list[Any]) -> Iterator[tuple[str, str]]:
    for item in components:
        if "component" in item:
            yield from _given([item["component"]])
        yield from _given(item.get("components", []))
        if "custom_id" in item:
            yield item["custom_id"], item.get("value") or next(iter(item.get("values") or ()), "")
