"""The tables of a class's file, in the words of the house.

Applied with sqlite-utils' own `Migrations`; a migration is never edited once it has shipped.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from bot.record.views import VIEWS

migrations = Migrations("debate-bot")


@migrations()
def m001_students_and_rounds(db: Database) -> None:
    """Who practises, and what they practised."""
    db.table("students").create(
        {"id": str, "name": str, "alias": str, "first_seen": str, "last_seen": str},
        pk="id",
        not_null={"name", "alias", "first_seen", "last_seen"},
        strict=True,
    )
    db.table("rounds").create(
        {
            "id": int,
            "student": str,
            "motion": str,
            "side": str,
            "level": str,
            "exchanges": int,
            "seed": int,
            "base": str,  # hash of the argument base
            "met": str,  # JSON: what the student had met before, which the choice of challenges depends on
            "start_from": str,  # JSON: argument ids that a swapped round starts from
            "started": str,  # UTC
            "ended": str,
            "how": str,  # finished, stopped or closed; null while the round is open
            "thread": str,  # Discord's channel id
        },
        pk="id",
        foreign_keys=[("student", "students", "id")],
        not_null={"student", "motion", "side", "level", "exchanges", "seed", "base", "met", "start_from", "started"},
        strict=True,
    )
    db.table("rounds").create_index(["student"])
    db.table("rounds").create_index(["thread"], unique=True)


@migrations()
def m002_turns_and_what_came_of_them(db: Database) -> None:
    """Everything typed and said, in order, and what the bot made of it."""
    db.table("turns").create(
        {
            "id": int,
            "round": int,
            "number": int,
            "speaker": str,  # student or bot
            "kind": str,
            "text": str,  # as it was typed; for the bot, as it was said
            "said": str,  # JSON: of the bot, its lines; of the student, the kind of move and the number picked
            "state": str,  # the round after the bot's turn, JSON
            "draft_of": int,  # the turn that this one replaces
            "token": str,  # the interaction or message that brought it, so that a second delivery adds nothing
            "at": str,  # UTC
        },
        pk="id",
        foreign_keys=[("round", "rounds", "id"), ("draft_of", "turns", "id")],
        not_null={"round", "number", "speaker", "kind", "text", "at"},
        strict=True,
    )
    db.table("turns").create_index(["round", "number"], unique=True)
    db.table("turns").create_index(["token"], unique=True)
    db.table("recognitions").create(
        {
            "id": int,
            "turn": int,
            "rank": int,
            "argument": str,
            "point": str,
            "score": float,
            "why": str,  # JSON: the words that decided
            "phrasing": str,  # the nearest phrasing of the base
            "verdict": str,  # argument, unsure or none
            "stance": str,
            "denied": int,
            "heard": int,  # 1 where the round took it as made, whether recognised or picked
            "nonsense": str,  # the kind of message, where it is no argument
        },
        pk="id",
        foreign_keys=[("turn", "turns", "id")],
        not_null={"turn", "rank", "score", "why", "verdict", "stance", "denied", "heard"},
        strict=True,
    )
    db.table("recognitions").create_index(["turn", "rank"])
    db.table("recognitions").create_index(["argument"])
    db.table("mistakes").create(
        {
            "id": int,
            "turn": int,
            "misconception": str,
            "kind": str,
            "says": str,
            "source": str,
            "sure": str,
            "span": str,
        },
        pk="id",
        foreign_keys=[("turn", "turns", "id")],
        not_null={"turn", "misconception", "kind", "says", "source", "sure", "span"},
        strict=True,
    )
    db.table("mistakes").create_index(["turn"])
    db.table("challenges_put").create(
        {"id": int, "turn": int, "challenge": str, "argument": str, "kind": str, "why": str},
        pk="id",
        foreign_keys=[("turn", "turns", "id")],
        not_null={"turn", "challenge", "argument", "kind", "why"},
        strict=True,
    )
    db.table("challenges_put").create_index(["turn"])
    db.table("assessments").create(
        {
            "id": int,
            "turn": int,
            "challenge": str,  # what the turn replied to; null for a judgement
            "quality": int,  # 0-3; null for a judgement
            "reasons": str,  # JSON
            "evidence": str,  # JSON: the student's own words that were evidence
            "explains": str,
            "tags": str,  # JSON
            "marks": str,  # JSON: which of engages, echoes, concedes, qualifies, repeats hold
        },
        pk="id",
        foreign_keys=[("turn", "turns", "id")],
        not_null={"turn", "reasons", "evidence", "explains", "tags", "marks"},
        strict=True,
    )
    db.table("assessments").create_index(["turn"])


@migrations()
def m003_the_teacher(db: Database) -> None:
    """Comments, corrections of the bot, assignments, settings, and the audit."""
    db.table("comments").create(
        {
            "id": int,
            "round": int,
            "turn": int,  # null for a comment on the whole round
            "teacher": str,
            "text": str,
            "written": str,
            "released": str,  # null while it is a draft
        },
        pk="id",
        foreign_keys=[("round", "rounds", "id"), ("turn", "turns", "id")],
        not_null={"round", "teacher", "text", "written"},
        strict=True,
    )
    db.table("comments").create_index(["round"])
    db.table("corrections").create(
        {"id": int, "turn": int, "argument": str, "teacher": str, "at": str},  # argument: an id, or "none"
        pk="id",
        foreign_keys=[("turn", "turns", "id")],
        not_null={"turn", "argument", "teacher", "at"},
        strict=True,
    )
    db.table("corrections").create_index(["turn"], unique=True)
    db.table("assignments").create(
        {
            "id": int,
            "title": str,
            "tasks": str,  # JSON: what is counted, and how often
            "whom": str,  # null for everyone, else a role's id
            "teacher": str,
            "set_at": str,
            "due": str,
            "closed": str,
        },
        pk="id",
        not_null={"title", "tasks", "teacher", "set_at"},
        strict=True,
    )
    db.table("settings").create({"name": str, "value": str}, pk="name", not_null={"value"}, strict=True)
    db.table("audit").create(
        {"id": int, "at": str, "who": str, "did": str, "detail": str},
        pk="id",
        not_null={"at", "who", "did", "detail"},
        strict=True,
    )


@migrations()
def m004_views_and_what_a_class_needs_in_time(db: Database) -> None:
    """The views; withdrawn assignments; the bot's leaving of a class; tokens, so that a second press adds nothing."""
    db.table("assignments").add_column("withdrawn", str)
    for name in ("comments", "assignments"):
        db.table(name).add_column("token", str)
        db.table(name).create_index(["token"], unique=True)
    db.table("departures").create(
        {"id": int, "left": str, "returned": str},  # when the bot left the class, and came back
        pk="id",
        not_null={"left"},
        strict=True,
    )
    db.execute("create index drafts_replaced on turns (round) where draft_of is not null")
    for name, sql in VIEWS.items():
        db.create_view(name, sql)
