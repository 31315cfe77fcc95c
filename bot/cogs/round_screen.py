"""A round as a teacher reads it: what was said, what was made of it and why, and the comments, some turns a page."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.cogs import teacher_labels as words
from bot.cogs.desk import Desk
from bot.cogs.layouts import Block, plain, quoted, split
from bot.cogs.screens import Do, Menu, Screen, page_of, paged
from bot.record.classroom import Comment
from bot.record.export.markdown import remarks_on
from bot.record.rounds import RoundLine
from bot.record.transcripts import Transcript, TranscriptTurn, transcript

_PIECE = 1400  # characters of what the bot said, in one block
_MANY = 60  # seconds from which a time is said in minutes


def round_screen(desk: Desk, about: str, page: int) -> Screen:
    """Show a page of a round's transcript; `RecordError` if there is no such round."""
    found = transcript(desk.record, int(about))
    turns = [(turn, list(_turn(desk, found, turn))) for turn in found.turns]
    pages = paged([*_heading(desk, found), *(block for _, blocks in turns for block in blocks)])
    page, blocks = page_of(pages, page)
    shown = [turn for turn, own in turns if any(block is other for block in blocks for other in own)]
    drafts = [item for item in _all_comments(found) if not item.released]
    heading = [] if page == 1 else [Block("talk", [f"### {_title(desk, found.round)}"])]
    mine = [turn for turn in shown if turn.speaker == "student"]
    return Screen(
        kind="round",
        about=about,
        blocks=(*heading, *blocks),
        page=page,
        pages=len(pages),
        menus=(
            Menu("correct", words.WRONG, tuple(_to_correct(desk, found.round.id, mine))),
            Menu("draft", words.DRAFTS_HERE, tuple((str(item.id), words.draft_name(item)) for item in drafts)),
        ),
        buttons=(Do("comment", about, words.COMMENT, discord.ButtonStyle.primary),),
    )


def _all_comments(found: Transcript) -> list[Comment]:
    return [*found.comments, *(comment for turn in found.turns for comment in turn.comments)]


def _title(desk: Desk, line: RoundLine) -> str:
    return words.ROUND.format(number=line.id, student=plain(desk.called(line.student)), side=line.side)


def _heading(desk: Desk, found: Transcript) -> list[Block]:
    line = found.round
    texts = [f"### {_title(desk, line)}", words.figures(line, desk.at(line.started), exact=True)]
    if line.arguments:
        texts.append(words.USED.format(titles=plain(", ".join(map(desk.title, line.arguments)))))
    if line.thread:
        texts.append(words.IN_THREAD.format(thread=f"<#{line.thread}>"))
    return [Block("talk", texts), *(_comment(item) for item in found.comments)]


def _turn(desk: Desk, found: Transcript, turn: TranscriptTurn) -> Iterator[Block]:
    """Show a turn: the student's words as a quotation, the bot's in a box, and in small type what was made of it."""
    student = turn.speaker == "student"
    who = plain(desk.called(found.round.student)) if student else words.BOT
    notes = [words.KINDS.get(turn.kind, turn.kind)] if student else []
    notes += [words.REDRAFT_OF.format(number=turn.replaces)] if turn.replaces else []
    notes += [] if turn.counts else [words.REPLACED]
    notes += [_spent(turn.seconds)] if student else []
    head = f"**{turn.number}. {who}**" + (f" · {' · '.join(notes)}" if notes else "")
    left_out = {"Comment"}  # shown below, with the drafts
    if turn.recognised and turn.arguments == (turn.recognised[0].argument,):
        left_out.add("Argument")  # it is the first of what was recognised
    remarks = [f"-# **{name}**: {plain(text)}" for name, text in remarks_on(turn, desk.titles) if name not in left_out]
    pieces = quoted(turn.text) if student else list(_said(turn))
    pieces = pieces or ([""] if student else [])
    for place, piece in enumerate(pieces or [""]):
        texts = [head] if place == 0 else []
        texts += [piece] if piece else []
        texts += remarks if place == len(pieces) - 1 or not pieces else []
        yield Block("talk" if student else "notice", texts)
    yield from map(_comment, turn.comments)


def _said(turn: TranscriptTurn) -> Iterator[str]:
    """Give what the bot said, sources in small type and the question in bold."""
    lines = []
    for line in turn.lines:
        for text in split(plain(line.text), _PIECE):
            match line.role:
                case "question":
                    lines.append(f"**{text}**")
                case "source" | "heard" | "choice":
                    lines.append(f"-# {text}")
                case "feedback":
                    lines.append(f"- {text}")
                case _:
                    lines.append(text)
    texts: list[str] = []
    for text in lines:
        if texts and len(texts[-1]) + len(text) < _PIECE:
            texts[-1] += f"\n{text}"
        else:
            texts.append(text)
    yield from texts


def _comment(item: Comment) -> Block:
    state = words.RELEASED if item.released else words.DRAFT
    return Block("help", [f"**{words.YOUR_COMMENT.format(number=item.id, state=state)}**\n{plain(item.text)}"])


def _to_correct(desk: Desk, number: int, turns: list[TranscriptTurn]) -> Iterator[tuple[str, str]]:
    """Offer the student's turns that said something, with what they were heard as."""
    for turn in turns:
        if turn.text.strip():
            heard = ", ".join(map(desk.title, turn.arguments)) or words.NOTHING_HEARD
            yield f"{number}.{turn.number}", words.HEARD_AS.format(number=turn.number, heard=heard)


def _spent(seconds: int) -> str:
    return words.SECONDS.format(seconds=seconds) if seconds < _MANY else words.MINUTES.format(minutes=seconds // 60)
