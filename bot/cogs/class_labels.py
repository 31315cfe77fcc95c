"""Every word of assignments and of a class's settings in Discord."""

from __future__ import annotations

from collections.abc import Mapping

from bot.record.assignments import Assignment

# Assignments
DUE = "{day} ({zone}), {left}"
ANNOUNCED = "### New assignment: {title}"
ANNOUNCED_DUE = "**Due**: {due}"
ANNOUNCED_FOR = "**For**: {whom}"
ANNOUNCED_HOW = "-# `/debate start` opens a round, `/assignments` shows what is left for you."
TASKS = {
    "rounds": ("1 finished round", "{number} finished rounds"),
    "rounds_for": ("1 finished round for the motion", "{number} finished rounds for the motion"),
    "rounds_against": ("1 finished round against the motion", "{number} finished rounds against the motion"),
    "replies": ("1 reply that brings evidence", "{number} replies that bring evidence"),
    "judgements": ("1 round with a judgement", "{number} rounds with a judgement"),
}
USE = "use the argument: {title}"
SET = "Assignment {number} is set, and announced here. `/assignment status` shows who has done what."
SET_NOT_ANNOUNCED = (
    "Assignment {number} is set, but I may not write in {channel}. Allow me Send Messages there, or tell the class "
    "yourself; `/assignments` shows it to them."
)
CLOSED = "**{title}** is closed. What is done from now on does not count for it; `/assignment reopen` opens it again."
REOPENED = "**{title}** is open again{due}. What was done meanwhile counts."
WITHDRAWN = "**{title}** is withdrawn. Students no longer see it; `/assignment reopen` brings it back."
NO_ASSIGNMENTS = "No assignment is set yet. `/assignment set` does it: a title, and what is to be done."
STATUS = "{title} ({state})"
STATUS_NONE = "Nobody whom it is for has practised yet, so there is nothing to count."
STATUS_STATES = {"done": "Done", "late": "Done late", "under way": "Under way", "not begun": "Not begun"}
ROLE_UNKNOWN = "-# Discord did not tell me who has the role, so everybody who has practised is counted."
NOTHING_SET = "Nothing is set for you at the moment. `/debate start` opens a round all the same."
MINE = "What is set for you"
MINE_STATES = {"done": "done", "late": "done, after the due date", "under way": "under way", "not begun": "not begun"}
MINE_TASK = "- {mark} {task}{done}"
MINE_DONE = ": {done} of {wanted}"
PAST_DUE = "The due date has passed. What you do now is counted as late."

# Settings
SETTINGS = "Settings of this class"
SETTING_NAMES = {
    "teacher_role": "Teacher role",
    "time_zone": "Time zone",
    "retention_days": "Rounds are kept",
    "levels": "Levels",
    "plain_messages": "Plain messages as turns",
    "places": "Where rounds are started",
    "names": "Students are shown by",
}
SETTING = "- **{name}**: {value} · `/settings {command}`"
CHANGED = "**{name}**: {value}."
NO_ROLE = "none; teachers are those who manage the server"
NOT_EVERYONE = "That role is everybody. Choose the role that only teachers have."
ROLE_SEES = "They see `/review`, `/assignment` and `/settings`."
ROLE_BLIND = (
    "But Discord still hides my commands from them: give the role **Manage Threads**, with which they can also read "
    "the rounds' threads, or allow it under Server Settings > Integrations > me."
)
KEPT_DAYS = "{days} days after their end"
KEPT_ALWAYS = "until somebody deletes them"
WILL_GO = "{number} rounds are older than that. They are deleted within a day: export them first if you need them."
WILL_GO_ONE = "1 round is older than that. It is deleted within a day: export it first if you need it."
PLAIN_ON = "yes"
PLAIN_OFF = "no; students press a button, or reply to me"
PLAIN_CLOSED = "no; whoever runs me has not turned it on"
ANYWHERE = "any text channel"
CHOOSE_PLACES = "Choose the channels in which rounds may be started. Choose none for all."
PLACES = "Channels for rounds; none is all"
CALLED = {"names": "their names", "pseudonyms": "pseudonyms, such as student 7"}
LATEST = "Latest changes, and who tried what is for teachers"
CHANGE_LINE = "-# {at}: {who} changed {name}: {before} → {after}"
REFUSED_LINE = "-# {at}: {who} tried `{tried}`"


def task(name: str, wanted: int, titles: Mapping[str, str]) -> str:
    """Say a counted task in words."""
    if name.startswith("argument:"):
        argument = name.removeprefix("argument:")
        return USE.format(title=titles.get(argument, argument))
    one, many = TASKS[name]
    return one if wanted == 1 else many.format(number=wanted)


def state(item: Assignment) -> str:
    """Say whether an assignment is open."""
    return "withdrawn" if item.withdrawn else "closed" if item.closed else "open"
