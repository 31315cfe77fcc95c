"""An assignment as the class, a student and the teacher see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import discord

from bot.cogs import class_labels as words
from bot.cogs.layouts import Block, plain
from bot.cogs.screens import Screen, page_of, paged
from bot.cogs.teacher_labels import ONLY_THOSE
from bot.record.assignments import Assignment, Standing
from bot.record.rules import ClassSettings

_STATES = ("not begun", "under way", "late", "done")
_ROWS = 20  # students in one table
_NAME = 14  # letters of a name in a table, so that it fits a phone
_SOON = timedelta(minutes=1)


def due(item: Assignment, rules: ClassSettings) -> str:
    """Say until when, in the class's zone; empty where there is no date."""
    if item.due is None:
        return ""
    here = item.due.astimezone(rules.zone)
    day = f"{here:%A} {here.day} {here:%B %Y}, {here:%H:%M}"
    return words.DUE.format(day=day, zone=rules.time_zone, left=discord.utils.format_dt(item.due, "R"))


def announcement(item: Assignment, rules: ClassSettings, titles: Mapping[str, str]) -> list[Block]:
    """Tell the class what is to be done, until when, and by whom."""
    lines = [words.ANNOUNCED.format(title=plain(item.title)), *_tasks(item, titles)]
    if item.due:
        lines.append(words.ANNOUNCED_DUE.format(due=due(item, rules)))
    if item.whom:
        lines.append(words.ANNOUNCED_FOR.format(whom=f"<@&{item.whom}>"))
    return [Block("challenge", [*lines, words.ANNOUNCED_HOW])]


def _tasks(item: Assignment, titles: Mapping[str, str]) -> list[str]:
    return [f"- {plain(words.task(name, number, titles))}" for name, number in item.tasks.wanted().items()]


def mine(
    found: Sequence[tuple[Assignment, Standing]], rules: ClassSettings, titles: Mapping[str, str], now: datetime
) -> list[Block]:
    """Show a student what is set for them and what is left of it."""
    if not found:
        return [Block("talk", [words.NOTHING_SET])]
    blocks = [Block("talk", [f"### {words.MINE}"])]
    for item, standing in found:
        lines = [f"**{plain(item.title)}**: {words.MINE_STATES[standing.state]}"]
        for task in standing.tasks:
            done = words.MINE_DONE.format(done=min(task.done, task.wanted), wanted=task.wanted)
            done = done if task.wanted > 1 else ""
            text = plain(words.task(task.name, task.wanted, titles))
            lines.append(words.MINE_TASK.format(mark="☐" if task.left else "☑", task=text, done=done))
        if item.due:
            lines.append(words.ANNOUNCED_DUE.format(due=due(item, rules)))
            if item.due + _SOON < now and standing.state not in ("done", "late"):
                lines.append(f"-# {words.PAST_DUE}")
        blocks.append(Block("feedback" if standing.state in ("done", "late") else "challenge", lines))
    return blocks


def status(
    item: Assignment,
    standings: Sequence[Standing],
    *,
    rules: ClassSettings,
    titles: Mapping[str, str],
    called: Mapping[str, str],
    note: str = "",
    page: int = 1,
) -> Screen:
    """Show the teacher who has done what: those who have most to do first."""
    head = [f"### {words.STATUS.format(title=plain(item.title), state=words.state(item))}"]
    wanted = item.tasks.wanted()
    head += [f"{place}. {plain(words.task(name, n, titles))}" for place, (name, n) in enumerate(wanted.items(), 1)]
    if item.due:
        head.append(words.ANNOUNCED_DUE.format(due=due(item, rules)))
    if item.whom:
        head.append(words.ANNOUNCED_FOR.format(whom=f"<@&{item.whom}>"))
    counts = {state: [line for line in standings if line.state == state] for state in _STATES}
    head.append(
        " · ".join(f"**{words.STATUS_STATES[state]}** {len(lines)}" for state, lines in counts.items())
        if standings
        else words.STATUS_NONE
    )
    head += [note] if note else []
    tables = [
        _table(words.STATUS_STATES[state], lines[start : start + _ROWS], called)
        for state, lines in counts.items()
        for start in range(0, len(lines), _ROWS)
    ]
    pages = paged([Block("talk", head), *tables, Block("talk", [ONLY_THOSE])])
    page, blocks = page_of(pages, page)
    return Screen("status", str(item.id), tuple(blocks), page, len(pages))


def _table(state: str, lines: Sequence[Standing], called: Mapping[str, str]) -> Block:
    """Set students and their tasks as columns that line up; the numbers above are those of the tasks."""
    rows = [" " * _NAME + "".join(f"{place:>5}" for place, _ in enumerate(lines[0].tasks, 1))]
    for line in sorted(lines, key=lambda item: called[item.student].casefold()):
        name = called[line.student].replace("`", "'")
        cells = "".join(f"{f'{min(task.done, task.wanted)}/{task.wanted}':>5}" for task in line.tasks)
        rows.append(f"{name if len(name) <= _NAME else f'{name[: _NAME - 1]}…':<{_NAME}}{cells}")
    table = "\n".join(rows)
    return Block("notice", [f"**{state}**\n```\n{table}\n```"])
