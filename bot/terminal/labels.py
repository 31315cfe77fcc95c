"""What the terminal itself says: its prompts and notices. What the opponent says is in `debate.wording`."""

from __future__ import annotations

from bot.debate.round import Phase, Round

HELP = """\
/hint  help with what is asked now
/redraft TEXT  put your last claim or reply another way; both drafts are kept
/evidence  evidence for the argument under discussion, with its sources
/concede  give the point up
/arguments  the arguments of both sides; /arguments NAME shows one of them
/who NAME  who or what that was
/end  stop here, with feedback
Anything else is your turn. To leave and go on another time, press Ctrl-D."""
HELP_HINT = "Type your answer after the prompt. /help lists what else you can do."

_PROMPTS: dict[Phase, str] = {
    "claim": "your claim",
    "pick": "pick 1-{guesses}, 0 for none, or say it again",
    "reply": "your reply ({reply} of {replies})",
    "judgement": "your judgement",
    "finished": "",
}
REDRAFT = "new version"

ROUND = "Round {number}: you argue {side} ({level})"
GOES_ON = "Going on with round {number} (--new starts another). You argue {side}: {motion}"
OPEN = "Round {number} is still open: you argue {side}, with {turns} turns so far, begun {at} UTC."
GO_ON = "Go on with it? [Y/n] "
YES_OR_NO = "Press Enter to go on with it, or type n to close it and start a new one."
CLOSED = "Round {number} is closed. `debate-bot show {number}` has what was said."
KEPT = "Round {number} is kept. `debate-bot practise` goes on with it."
DONE = (
    "Round {number} is over. `debate-bot show {number}` prints it again, "
    "`debate-bot practise --swap` argues it from the other side."
)
WAIT = "Getting ready; the first start takes some seconds."

NO_WORD = "There is no {word}. /help lists what there is. To begin a turn with a slash, put a word before it."
ONE_ARGUMENT = "/arguments NAME shows one of them, with its evidence and sources."
NO_ARGUMENT = "No argument is called {name}. /arguments lists them all."
SEVERAL = "More than one argument fits {name}:"
WHO = "Ask for a person or a term, such as /who {example}."
NO_ONE = "The glossary has nobody and nothing of that name. It has: {names}."


def prompt(round_: Round, replies: int) -> str:
    """Say what is wanted now, to be typed after."""
    said = _PROMPTS[round_.phase].format(guesses=len(round_.guesses), reply=round_.exchanges + 1, replies=replies)
    return f"{said}> "
