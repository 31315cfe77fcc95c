"""The round as values: what was planned, where it stands, what the student may do, and what one turn came to.

    claim ──> pick ──> reply <──> reply ... ──> claim ... ──> judgement ──> finished
      └─────────────────^

A `Round` never changes; `answering.respond` makes the next one. Nothing here reads a clock, a file or a network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.base.motion import Level, Motion, Side
from bot.debate import wording
from bot.debate.assessment import Assessment
from bot.debate.facts import Mistake
from bot.debate.judgement import Judgement
from bot.debate.opponent import Choice, Met
from bot.debate.recognition import Recognition
from bot.debate.said import Line
from bot.errors import IllegalMove

Phase = Literal["claim", "pick", "reply", "judgement", "finished"]
MoveKind = Literal["say", "pick", "hint", "evidence", "concede", "redraft", "end"]
TurnKind = Literal["claim", "reply", "judgement", "aside", "pick", "hint", "evidence", "concede", "end"]

PRESSES = 2  # challenges put on one point before moving on
SILENT = 2  # challenges in a row left without any reply before the round goes on to the judgement
PATIENCE = 2  # turns in a row that may miss the question before the round goes on by itself
LONGEST_TURN = 4000  # characters, Discord's limit for a modal's text field


@dataclass(frozen=True)
class Plan:
    """What was settled when the round began; with the base and the student's moves it fixes every answer."""

    motion: str
    side: Side
    level: Level = "standard"
    exchanges: int = 3
    seed: int = 0
    met: Met = field(default_factory=Met)
    start_from: tuple[str, ...] = ()  # arguments just used on the other side, when sides were swapped


@dataclass(frozen=True)
class Focus:
    """The argument under discussion: its points, whether it was denied, and whether its evidence is put instead."""

    argument: str
    points: tuple[str, ...] = ()  # those that may have been made, likeliest first
    by_evidence: bool = False
    denied: bool = False
    said: bool = False  # the student brought it up, not the opponent
    words: str = ""  # the student's own words for it; empty where there are none to quote
    clear: bool = False  # the first point was plainly made


@dataclass(frozen=True)
class Round:
    """Where a round stands. Small and made of plain values, so that it is stored with every answer."""

    phase: Phase = "claim"
    focus: Focus | None = None
    attack: str = ""  # the challenge, or evidence, that waits for a reply
    presses: int = 0  # attacks put on the focus
    exchanges: int = 0  # replies that counted; in a guided round a second try counts with the first
    put: tuple[str, ...] = ()  # everything put in this round
    waiting: tuple[Focus, ...] = ()  # also heard, not yet challenged
    guesses: tuple[Focus, ...] = ()  # offered to pick from
    used: tuple[str, ...] = ()  # arguments challenged so far
    asides: int = 0  # turns in a row that were not an answer
    helped: int = 0  # helps given with that challenge
    silent: int = 0  # challenges in a row that got no reply at all
    conceding: bool = False
    asked_again: bool = False  # the judgement was sent back once
    spoken: int = 0  # answers given; chooses the variant of a sentence
    before: Round | None = None  # where the last claim or reply was made, for a redraft


@dataclass(frozen=True)
class Move:
    """What the student does: `text` for say and redraft, `number` for pick (from 1; 0 is "none of these")."""

    kind: MoveKind
    text: str = ""
    number: int = 0


@dataclass(frozen=True)
class Outcome:
    """What one move came to: the next round, the lines said, and everything that the record keeps of it."""

    round: Round
    kind: TurnKind
    lines: tuple[Line, ...]
    recognition: Recognition | None = None
    heard: tuple[Focus, ...] = ()
    evidence: tuple[str, ...] = ()  # specific things that a claim brought up itself
    mistakes: tuple[Mistake, ...] = ()
    assessment: Assessment | None = None
    judgement: Judgement | None = None
    answered: str = ""  # the attack that this turn replied to
    choice: Choice | None = None


@dataclass(frozen=True)
class Turn:
    """A student's turn as the rest of the round remembers it; a replaced draft is not among them."""

    kind: TurnKind
    text: str
    arguments: tuple[str, ...] = ()
    faced: tuple[str, ...] = ()  # of these, what was denied or serves the other side: it was not argued
    answered: str = ""
    quality: int | None = None
    evidence: tuple[str, ...] = ()
    explains: str = ""
    mistakes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def turn_of(move: Move, outcome: Outcome) -> Turn:
    """Keep of a turn what later turns and the feedback need."""
    assessed = outcome.assessment
    return Turn(
        kind=outcome.kind,
        text=move.text,
        arguments=tuple(focus.argument for focus in outcome.heard),
        faced=tuple(focus.argument for focus in outcome.heard if focus.by_evidence),
        answered=outcome.answered,
        quality=assessed.quality if assessed else None,
        evidence=assessed.evidence if assessed else outcome.evidence,
        explains=assessed.explains if assessed else "",
        mistakes=tuple(mistake.id for mistake in outcome.mistakes if mistake.sure != "disputed"),
        tags=assessed.tags if assessed else outcome.judgement.tags if outcome.judgement else (),
    )


def without_draft(turns: Sequence[Turn], move: Move) -> Sequence[Turn]:
    """Leave out what a redraft replaces: the last claim or reply, and the picks and hints that followed it."""
    if move.kind != "redraft":
        return turns
    return turns[
        : max((place for place, turn in enumerate(turns) if turn.kind in ("claim", "reply")), default=len(turns))
    ]


def still_known(round_: Round, motion: Motion) -> Round:
    """Make a stored round fit the base of today: where the argument under discussion is gone, ask for a claim."""

    def known(focuses: tuple[Focus, ...]) -> tuple[Focus, ...]:
        return tuple(focus for focus in focuses if focus.argument in motion.arguments)

    guesses = known(round_.guesses)
    kept = replace(
        round_,
        waiting=known(round_.waiting),
        guesses=guesses,
        used=tuple(name for name in round_.used if name in motion.arguments),
        before=still_known(round_.before, motion) if round_.before else None,
    )
    if round_.focus and round_.focus.argument not in motion.arguments:
        kept = replace(kept, focus=None, attack="")
    lost = (kept.phase == "reply" and kept.focus is None) or (kept.phase == "pick" and guesses != round_.guesses)
    return replace(kept, phase="claim", attack="", guesses=()) if lost else kept


def swapped(plan: Plan, used: Sequence[str], seed: int) -> Plan:
    """Plan the same round from the other side, starting from the arguments just used."""
    return replace(plan, side="against" if plan.side == "for" else "for", seed=seed, start_from=tuple(used))


_REFUSED: dict[Phase, dict[MoveKind, str]] = {
    "claim": {"pick": "no-guesses-claim", "concede": "no-challenge-yet"},
    "pick": {"concede": "no-challenge-pick"},
    "reply": {"pick": "no-guesses-reply"},
    "judgement": {"pick": "no-guesses-judgement", "concede": "challenges-over"},
}
"""What cannot be done when, and the sentence that says so."""


def check_legal(round_: Round, move: Move) -> None:
    """Raise `IllegalMove`, with a sentence for the student, if the round does not allow the move now."""
    if round_.phase == "finished":
        raise IllegalMove(wording.say("round-finished", 0))
    refused = _REFUSED[round_.phase].get(move.kind)
    if refused:
        raise IllegalMove(wording.say(refused, 0))
    if move.kind == "redraft" and round_.before is None:
        raise IllegalMove(wording.say("nothing-to-redraft", 0))
    if move.kind == "pick" and not 0 <= move.number <= len(round_.guesses):
        raise IllegalMove(wording.say("no-such-guess", 0, guesses=len(round_.guesses)))
    if move.kind in ("say", "redraft"):
        if not move.text.strip():
            raise IllegalMove(wording.say("no-words", 0))
        if len(move.text) > LONGEST_TURN:
            length, most = f"{len(move.text):,}", f"{LONGEST_TURN:,}"
            raise IllegalMove(wording.say("too-many-words", 0, length=length, most=most))
