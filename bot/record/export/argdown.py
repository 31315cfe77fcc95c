"""One round as Argdown: the student's claims for or against the motion, what attacked them, and the replies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.base.exchange import escaped
from bot.record.rules import Names
from bot.record.transcripts import Transcript, TranscriptTurn


def to_argdown(item: Transcript, *, motion: str, names: Names, titles: Mapping[str, str]) -> str:
    """Write a round as Argdown; `motion` is the motion as it is debated. Drafts that were replaced are left out."""
    line = item.round
    lines = [
        f"# Round {line.id}: {escaped(line.student.called(names))}, {line.side} the motion",
        "",
        "// The round's claims support or attack the motion. A challenge attacks the claim before it, a reply attacks",
        "// the challenge. An undercut attacks the step from claim to motion. Replaced drafts are left out.",
        "",
        f"[{line.motion}]: {escaped(motion)}",
    ]
    for claim, below in _threads(item):
        lines += [f"  {'+' if line.side == 'for' else '-'} {_student(claim, titles)}"] if claim else []
        for put, replies in below:
            sign = "_" if put.put and put.put.kind == "undercut" and claim else "-"
            lines.append(f"{'    ' if claim else '  '}{sign} {_challenge(put)}")
            lines += [f"{'      ' if claim else '    '}- {_student(reply, titles)}" for reply in replies]
    return "\n".join(lines) + "\n"


Below = list[tuple[TranscriptTurn, list[TranscriptTurn]]]


def _threads(item: Transcript) -> Iterator[tuple[TranscriptTurn | None, Below]]:
    """Give each claim with the challenges put to it, and each challenge with its replies; the judgements come last."""
    claim: TranscriptTurn | None = None
    below: Below = []
    judgements = []
    for turn in item.turns:
        if not turn.counts:
            continue
        if turn.speaker == "student" and turn.kind in ("claim", "pick") and turn.text:
            if claim or below:
                yield claim, below
            claim, below = turn, []
        elif turn.put:
            below.append((turn, []))
        elif turn.kind == "reply" and turn.speaker == "student" and below:
            below[-1][1].append(turn)
        elif turn.kind == "judgement" and turn.speaker == "student":
            judgements.append(turn)
    if claim or below:
        yield claim, below
    for turn in judgements:
        yield turn, []


def _student(turn: TranscriptTurn, titles: Mapping[str, str]) -> str:
    heard = "".join(f" #{name}" for name in turn.arguments)
    quality = turn.assessed.quality if turn.assessed else None
    tags = f" #{turn.kind}{heard}" + (f" #quality-{quality}" if quality is not None else "")
    return f"<{turn.kind}-{turn.number}>: {escaped(turn.text)}{tags}"


def _challenge(turn: TranscriptTurn) -> str:
    assert turn.put is not None
    words = " ".join(line.text for line in turn.lines if line.role in ("challenge", "question", "source"))
    return f"<challenge-{turn.number}>: {escaped(words)} #{turn.put.kind} #{turn.put.challenge}"
