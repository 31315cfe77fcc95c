"""A class with teachers in it: an admin, a member with the teacher role, and rounds to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import simcord
from reading import components, text
from school import School, open_record

from bot.debate.answer import Mind
from bot.debate.round import Move, Plan
from bot.practice import Practice

CLAIM = "Stalin gave jobs to loyal people who owed him their careers"
MISTAKEN = f"{CLAIM}. Stalin became General Secretary in 1924."
WEAK = "everyone knew he had total control"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass
class Staffroom:
    """A school, the admin of its server, and the role whose members are teachers."""

    school: School
    admin: simcord.MemberActor
    role: Any

    @property
    def teacher(self) -> simcord.MemberActor:
        """The member with the teacher role."""
        return self.school.teacher

    @property
    def channel(self) -> simcord.ChannelHandle:
        """The class's channel."""
        return self.school.channel


async def open_staffroom(school: School) -> Staffroom:
    """Have an admin make the school's staff its teachers."""
    manages = school.guild.create_role(
        "office", permissions=discord.Permissions(manage_guild=True, manage_threads=True)
    )
    admin = school.guild.add_member(school.env.create_user("admin"), roles=[manages])
    role = school.guild.roles["staff"]
    await admin.slash(school.channel, "settings teacher-role", role=role)
    return Staffroom(school, admin, role)


def practise(
    school: School,
    mind: Mind,
    student: simcord.MemberActor | str,
    *words: str,
    side: str = "for",
    level: str = "standard",
    days_ago: int = 0,
    thread: str | None = None,
) -> int:
    """Play a round straight into the record, and give its number."""
    who, name = (student, f"S{student}") if isinstance(student, str) else (str(student.id), student.user.name)
    now = iter(NOW - timedelta(days=days_ago) + timedelta(minutes=minute) for minute in range(10_000))
    with open_record(school) as record, record.writing():
        plan = Plan(mind.motion.id, side, level, 3, 1)  # type: ignore[arg-type]
        practice = Practice.begin(mind, record, lambda: next(now), who, plan, name=name, thread=thread)
        for item in words:
            practice.speak(Move("end") if item == "END" else Move("say", item))
        return practice.number


def answers(result: Any) -> list[Any]:
    """Give every message that answered, in order."""
    return [message for message in (result.response, *result.followups) if message is not None]


def said(result: Any) -> str:
    """Give all that was answered; it must be private."""
    assert result.ephemeral
    return "\n".join(text(message) for message in answers(result))


def refused(school: School, result: Any) -> str:
    """Give what a command that could not do its work said instead, in private."""
    assert school.env.errors  # simcord counts the error that carried the words
    return said(result)


def menus(message: Any) -> dict[str, list[str]]:
    """Give the values of each menu by its custom id."""
    return {
        item["custom_id"]: [option["value"] for option in item.get("options", [])]
        for row in components(message)
        for item in row.get("components", [])
        if item["type"] in (3, 8)
    }


def pictures(message: Any) -> Iterator[str]:
    """Give the words that stand for each picture."""
    for item in components(message):
        if item["type"] == 12:
            yield from (media["description"] for media in item["items"])
