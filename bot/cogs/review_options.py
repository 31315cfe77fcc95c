"""What the options of the teacher's review offer and say."""

from __future__ import annotations

from discord.app_commands import Choice

from bot.cogs import suggestions

SIDES = [Choice(name="for the motion", value="for"), Choice(name="against the motion", value="against")]
LEVELS = [Choice(name=level, value=level) for level in ("guided", "standard", "tough")]
FORMATS = [
    Choice(name="a page to read and print (HTML)", value="html"),
    Choice(name="a spreadsheet, one row a turn (CSV)", value="csv"),
    Choice(name="Markdown", value="markdown"),
    Choice(name="JSON lines, one a turn", value="jsonl"),
    Choice(name="an argument map of one round (Argdown)", value="argdown"),
]
WHICH = {
    "student": "Only this student",
    "side": "Only rounds on this side",
    "argument": "Only rounds in which this argument was used",
    "level": "Only rounds of this level",
    "since": "The first day, such as 2026-11-02",
    "until": "The last day",
    "assignment": "Only rounds begun while this assignment was set",
    "unmet": "Only rounds with a challenge that was not met",
    "mistakes": "Only rounds with a mistake of fact",
}
SUGGESTED = {
    "student": suggestions.students,
    "argument": suggestions.arguments,
    "since": suggestions.days_back,
    "until": suggestions.days_back,
    "assignment": suggestions.assignments,
}
