"""Every error that a person is meant to see.

DebateBotError              the message says what to do; the command line prints it and exits with 2
├── FaultyBase              the argument base has faults, each with file, line and remedy
├── RecordError             a class's file cannot be opened, read or written
└── IllegalMove             the round does not allow this now (read by a student)
"""

from __future__ import annotations


class DebateBotError(Exception):
    """An error whose message a person can act on."""


class FaultyBase(DebateBotError):
    """The argument base has faults."""


class RecordError(DebateBotError):
    """A class's file cannot be opened, read or written."""


class IllegalMove(DebateBotError):
    """The round does not allow this move now."""
