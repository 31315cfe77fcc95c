"""What was heard in one claim, as anything that listens to claims reports it, so that it can be measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.base.motion import NonsenseKind, Stance
from bot.base.timeline import MistakeKind
from bot.debate.answer import Mind
from bot.debate.recognition import Verdict


@dataclass(frozen=True)
class Ranked:
    """An argument as heard in a claim: how strongly, and the words that decided."""

    id: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A mistake of fact as found in a claim."""

    id: str
    kind: MistakeKind
    span: str


@dataclass(frozen=True)
class Heard:
    """What anything that listens heard in one claim, and the seconds that it took to recognise and to check."""

    verdict: Verdict
    stance: Stance
    ranking: tuple[Ranked, ...]
    others: tuple[str, ...] = ()
    mistakes: tuple[Found, ...] = ()
    nonsense: NonsenseKind | None = None
    recognising: float = 0.0
    checking: float = 0.0


def listen(mind: Mind, text: str, clock: Callable[[], float]) -> Heard:
    """Hear one claim as the bot does; `clock` counts seconds, and a disputed story is no mistake."""
    start = clock()
    heard = mind.recogniser.recognise(text)
    between = clock()
    found = mind.facts.check(text)
    end = clock()
    return Heard(
        heard.verdict,
        heard.stance,
        tuple(Ranked(match.id, match.score, match.why) for match in heard.matches),
        tuple(match.id for match in heard.heard[1:]),
        tuple(Found(mistake.id, mistake.kind, mistake.span) for mistake in found if mistake.sure != "disputed"),
        nonsense=heard.nonsense,
        recognising=between - start,
        checking=end - between,
    )
