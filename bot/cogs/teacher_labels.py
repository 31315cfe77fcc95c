"""Every word of the teacher's review in Discord, and what a student is told of a comment."""

from __future__ import annotations

from bot.record.classroom import Comment
from bot.record.rounds import RoundLine

# Who may
NOT_HERE = "Use this in your class's server."
TEACHERS_ONLY = "That is for teachers of this class. Your own rounds and comments are under `/progress`."
ADMINS_ONLY = "Only somebody who manages this server can change that. Ask an admin."

# What was typed
NO_DAY = "I can't read {typed!r} as a day. Write it like {example}, or choose from the list."
NO_TIME = "I can't read that time. Write it like 16:30."

# Screens
PAGE = "Page {page} of {pages}"
EARLIER = "Back"
LATER = "More"
NOBODY_YET = (
    "Nobody has practised here yet. Ask the class to type `/debate start`: it opens a private round with me. "
    "Then look again."
)
NONE_LIKE_THAT = "No round is like that. Leave an option out to see more. Asked for: {asked}."
ROUNDS = "Rounds ({total})"
ASKED_FOR = "-# Only: {asked}"
OPEN_ROUND = "Read a round"
OPEN_STUDENT = "Look at a student"
ROUND = "Round {number}: {student}, {side} the motion"
IN_THREAD = "{thread}\n-# That thread is private: it opens for you if you have Manage Threads."
USED = "Used: {titles}"
BOT = "Bot"
KINDS = {
    "claim": "claim",
    "reply": "reply",
    "redraft": "new version",
    "judgement": "judgement",
    "aside": "no argument",
    "pick": "picked what was meant",
    "hint": "asked for a hint",
    "evidence": "asked for evidence",
    "concede": "conceded the point",
    "end": "ended the round",
}
REDRAFT_OF = "new version of {number}"
REPLACED = "replaced later, does not count"
SECONDS = "{seconds} s"
MINUTES = "{minutes} min"
NOTHING_HEARD = "nothing"
HEARD_AS = "Turn {number}, heard as: {heard}"
STUDENT = "{student}: {rounds}"
STUDENT_FIGURES = "{finished} finished · quality of replies {quality} · challenges met {met} of {answered}"
COVERED = "**Used** ({number}): {titles}"
NEVER = "**Never tried, {side}**: {titles}"
ALL_TRIED = "**Never tried, {side}**: none is left"
NOTHING = "nothing"
UNMET = "Challenges not met"
MISTAKES = "Mistakes of fact"
SHOWN = "Feedback shown after round {number}"
COMMENT_LINE = "- Round {round}{turn} ({state}): {text}"
CLASS = "The class: {students}, {rounds}"
CLASS_FIGURES = "{finished} finished · for the motion {for_} · against it {against}"
NEVER_RAISED = "**Nobody raised**: {titles}"
ALL_RAISED = "Every argument was raised by somebody."
MOST_RAISED = "**Raised by most**: {titles}"
COMMONEST_UNMET = "Most often not met"
COMMONEST_MISTAKES = "Commonest mistakes of fact"
PRACTISED = "Who has practised"
PRACTISED_LINE = "- **{student}**: {rounds}, quality {quality}, {arguments} used, last {last}"
ONLY_THOSE = "-# Members who never started a round are not listed: Discord shows me only those who used me."

# The curator's work list
UNPLACED = "What I could not place, or heard wrongly ({total})"
ALL_PLACED = "I placed everything that was claimed{asked}. Nothing to do here."
UNPLACED_LINE = "**Round {round}, turn {turn}** · {student} · {side} · {at}"
NEAREST = "-# {verdict}; nearest: {titles}"
PICKED = "-# The student picked: {title}"
CORRECTED = "-# **Corrected to: {title}**"
VERDICTS = {"unsure": "not sure", "none": "not placed", "argument": "heard as the first of these"}
PLACE_ONE = "Say what one of these argued"
AS_FILE = "As files for the curator"
FILES = "Both files name no student. `debate-bot evaluate` reads the corrected ones; in the others, fill in `primary`."

# Correcting
WRONG = "Wrongly recognised? Choose the turn"
CORRECT_HEAD = "What did turn {turn} of round {round} argue?"
HEARD_NOW = "-# I heard: {heard}"
CHOOSE_SIDE = {"for": "An argument for the motion", "against": "An argument against it"}
NO_ARGUMENT = "No argument"
TAKE_BACK = "What I heard was right"
NOW_COUNTS = (
    "Done. Turn {turn} of round {round} now counts as: **{title}**. The student's round stays as it was; figures, "
    "exports and the curator's list follow you."
)
TAKEN_BACK = "Done. What I heard in turn {turn} of round {round} counts again."
AS_NONE = "no argument"

# Comments
COMMENT = "Comment"
COMMENT_TITLE = "Comment on round {number}"
EDIT_TITLE = "Change your comment"
COMMENT_ON = "On what?"
ON_ROUND = "The whole round"
ON_TURN = "Turn {number}: {text}"
COMMENT_TEXT = "Your comment"
COMMENT_HELP = "Kept as a draft. The student sees it once you release it."
YOUR_COMMENT = "Comment {number}, {state}"
DRAFT = "draft"
RELEASED = "released"
DRAFT_HEAD = "Draft for {student}, {where}"
WHERE_ROUND = "round {round}"
WHERE_TURN = "round {round}, turn {turn}"
RELEASE = "Release to the student"
EDIT = "Edit"
DISCARD = "Throw away"
DISCARDED = "The draft is thrown away."
DRAFTS_HERE = "Drafts on this round"
DRAFTS = "Drafts of comments ({total})"
DRAFT_LINE = "**{student}**, {where}"
NO_DRAFTS = "There is no draft. Give a round's number to write a comment, or press Comment under a round."
OPEN_DRAFT = "Open a draft"
RELEASE_ALL = "Release all {total}"
RELEASED_TOLD = "Released. {student} was told in the round's thread, and sees it under `/progress`."
RELEASED_NOT_TOLD = (
    "Released. {student} sees it under `/progress`. I could not say so in the round's thread: it is gone, locked, or "
    "closed to me."
)
RELEASED_BEFORE = "That comment was released before."
RELEASED_MANY = "Released {number}. "
NOT_TOLD_MANY = "In {number} threads I could not say so; those students see it under `/progress`."
TO_STUDENT = "### Your teacher commented on this round"
ON_WORDS = "On what you wrote:"
SEE_ALL = "-# `/progress` shows all comments."

# Export
EXPORTED = "Here is the export: {name}."
EXPORTED_ZIPPED = "The export is larger than Discord takes here ({limit}), so it is zipped. Open the zip to read it."
EXPORTED_SPLIT = "The export is larger than Discord takes here ({limit}), so it comes in {number} parts."
EXPORT_PART = "Part {place} of {number}: {name}"


def counted(number: int, one: str, many: str = "") -> str:
    """Say how many: 1 round, 2 rounds."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def quality(value: float | None) -> str:
    """Write a mean quality, 0-3."""
    return "none yet" if value is None else f"{value:.1f} of 3"


def figures(line: RoundLine, began: str, *, exact: bool = False) -> str:
    """Say a round's figures in a line; `exact` also says its level, length and turns."""
    parts = [began, line.how]
    parts += [line.level, f"{line.minutes} min", counted(line.turns, "turn")] if exact else []
    if line.met + line.unmet:
        parts.append(f"met {line.met} of {line.met + line.unmet}")
    if line.mean_quality is not None:
        parts.append(f"quality {quality(line.mean_quality)}")
    if line.mistakes:
        parts.append(counted(line.mistakes, "mistake"))
    if exact:
        parts.append("judgement given" if line.judgement else "no judgement")
    if line.comments and not exact:
        parts.append(counted(line.comments, "comment"))
    return " · ".join(parts)


def draft_name(item: Comment) -> str:
    """Name a draft in a menu."""
    return f"{item.id}: {' '.join(item.text.split())}"


def where(item: Comment) -> str:
    """Say what a comment is on."""
    return (
        WHERE_ROUND.format(round=item.round)
        if item.turn is None
        else WHERE_TURN.format(round=item.round, turn=item.turn)
    )
