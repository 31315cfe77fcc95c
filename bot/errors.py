"""Every error that a person is meant to see.

DebateBotError              the message says what to do; the command line prints it and exits with 2
├── FaultyBase              the argument base has faults; `debate-bot check` names each with its line
│   └── BadWording          a wording that the fact check cannot read (bot.debate.wordings)
├── FaultyLabels            a file of labelled claims or replies has faults, each with its line (bot.debate.labelled)
├── RecordError             a class's file cannot be used, or what is asked for or given does not fit it
├── IllegalMove             the round does not allow this now (read by a student)
├── CannotOpen              a round cannot be opened here (bot.cogs.threads)
├── NoSuchDay               what was typed is no day (bot.cogs.days)
└── Refused                 only a teacher of the class may do this (bot.cogs.teachers)
"""

from __future__ import annotations


class DebateBotError(Exception):
    """An error whose message a person can act on."""


class FaultyBase(DebateBotError):
    """The argument base has faults."""


class RecordError(DebateBotError):
    """A class's file cannot be used, or what is asked for or given does not fit it."""


class IllegalMove(DebateBotError):
    """The round does not allow this move now."""
