"""What a student hears after a round, and over several: what was covered and met, and what to do next. No grade."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.base.motion import SIDES, Motion, Side
from bot.debate import wording
from bot.debate.earned import earned
from bot.debate.opponent import find_attack
from bot.debate.reasons import quote
from bot.debate.revising import facts_used
from bot.debate.round import Plan, Turn
from bot.debate.said import Line

ROWS, COLUMNS = 24, 100  # one screen, which a feedback fits
_STEPS, _LEAST_STEPS = 3, 2
_UNUSED = 2
_GROUPS = 6  # turns whose evidence is listed
_ITEMS, _ITEM = 4, 5  # pieces listed of a turn, and words of a piece


@dataclass(frozen=True)
class Feedback:
    """What the turns of a round, or of several, come to; every name is an id of the base."""

    used: tuple[str, ...]  # what the student argued for their side
    faced: tuple[str, ...]  # what they only denied, granted or brought up for the other side
    ignored: tuple[str, ...]
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    conceded: int
    evidence: tuple[str, ...]  # as the student named it, one entry a turn
    facts: tuple[str, ...]  # the evidence of the base that comes nearest to it
    mistakes: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]  # what a sentence earned, and the sentence
    steps: tuple[tuple[str, str], ...]  # what to do, and the id of the evidence that it needs ("" for none)
    reading: str


def summarise(motion: Motion, sides: Collection[Side], turns: Sequence[Turn]) -> Feedback:
    """Gather from a student's turns, on one side or both, what is said of them; the strongest unused come first."""
    named = tuple(dict.fromkeys(name for turn in turns for name in turn.arguments if name in motion.arguments))
    argued = {name for turn in turns for name in turn.arguments if name not in turn.faced}
    used = tuple(name for name in named if name in argued)
    unused = [name for name, side in motion.sides.items() if side in sides and name not in named]
    unused.sort(key=lambda name: (-motion.arguments[name].weight, name))
    own = [name for name in used if motion.sides[name] in sides]
    best: dict[str, int] = {}
    for turn in turns:
        if turn.answered and turn.quality is not None:
            best[turn.answered] = max(best.get(turn.answered, 0), turn.quality)
    unmet = tuple(name for name, quality in best.items() if quality < 2)
    return Feedback(
        used=used,
        faced=tuple(name for name in named if name not in argued),
        ignored=tuple(unused[:_UNUSED]),
        met=tuple(name for name, quality in best.items() if quality >= 2),
        unmet=unmet,
        conceded=sum(turn.kind == "concede" and bool(turn.answered) for turn in turns),
        evidence=tuple(dict.fromkeys(filter(None, map(_evidence_of, turns)))),
        facts=facts_used(motion, turns),
        mistakes=tuple(dict.fromkeys(name for turn in turns for name in turn.mistakes)),
        tags=earned(turns),
        steps=_steps(motion, own, unused, turns),
        reading=_reading(motion, own, unmet, unused),
    )


def feedback_lines(motion: Motion, plan: Plan, turns: Sequence[Turn]) -> tuple[Line, ...]:
    """Say the feedback on a round, so that it fits one screen of 24 lines of 100 columns."""
    found = summarise(motion, {plan.side}, turns)
    said = _Sayer(motion, plan.seed)
    if found.used or not found.faced:
        said.titles("fb-used", found.used, none="fb-used-none")
    else:
        said.titles("fb-used-faced", found.faced)
    said.titles("fb-ignored", found.ignored)
    _say_challenges(said, found, most=1)
    said.evidence(found, facts=1)
    said.mistakes(found.mistakes[:2])
    if found.tags:
        said.line("fb-tags")
    for place, (tag, sentence) in enumerate(found.tags):
        said.line("fb-tag", rank=max(0, place - 1), tag=tag.capitalize(), sentence=sentence)
    _say_next(said, found)
    return said.fitting()


def progress(motion: Motion, rounds: Sequence[tuple[Side, Sequence[Turn]]]) -> Feedback:
    """Gather what several rounds, oldest first, come to; a challenge met in one of them is met."""
    turns = [turn for _, part in rounds for turn in part]
    return summarise(motion, {side for side, _ in rounds} or {"for", "against"}, turns)


def progress_lines(motion: Motion, rounds: Sequence[tuple[Side, Sequence[Turn]]]) -> tuple[Line, ...]:
    """Say what several rounds come to, so that it fits one screen."""
    said = _Sayer(motion, len(rounds))
    if not rounds:
        said.line("pr-none")
        return said.fitting()
    found = progress(motion, rounds)
    count = {side: sum(own == side for own, _ in rounds) for side in SIDES}
    said.line("pr-rounds", all=len(rounds), **{f"{side}_": number for side, number in count.items()})
    for side in SIDES:
        mine = [name for name, own in motion.sides.items() if own == side]
        used = [name for name in mine if name in found.used]
        if used:
            said.line(
                "pr-used", *used, side=side, part=len(used), all=len(mine), titles=wording.listed(said.names(used))
            )
    said.titles("pr-ignored", found.ignored)
    _say_challenges(said, found, most=2)
    said.evidence(found, facts=2)
    said.mistakes(found.mistakes[-2:])
    _say_next(said, found)
    return said.fitting()


def _say_challenges(said: _Sayer, found: Feedback, *, most: int) -> None:
    if found.met or found.unmet:
        said.line("fb-met", met=len(found.met), all=len(found.met) + len(found.unmet))
    if found.conceded:
        said.line("fb-conceded")
    known = [attack for attack in (find_attack(said.motion, name) for name in found.unmet) if attack]
    for place, attack in enumerate(known[:most]):
        title = said.motion.arguments[attack.argument].title
        challenge = f"{attack.text} {attack.question}".strip()  # most questions mean nothing without their fact
        said.line("fb-unmet", attack.id, rank=place, title=title, challenge=challenge)


def _say_next(said: _Sayer, found: Feedback) -> None:
    for place, (step, evidence) in enumerate(found.steps):
        said.line("fb-step", *filter(None, [evidence]), rank=int(place > 1), step=step)
    said.line("fb-reading", found.reading, cite=said.motion.sources[found.reading].cite())


class _Sayer:
    """Collects lines, each with a rank: of what does not fit a screen, the highest rank goes first, from the end."""

    def __init__(self, motion: Motion, variant: int) -> None:
        self.motion = motion
        self._variant = variant
        self._lines: list[tuple[int, Line]] = []

    def line(self, key: str, *ids: str, rank: int = 0, **fields: object) -> None:
        self._lines.append((rank, Line("feedback", wording.say(key, self._variant, **fields), ids)))

    def names(self, arguments: Sequence[str]) -> list[str]:
        return [self.motion.arguments[name].title for name in arguments]

    def titles(self, key: str, arguments: Sequence[str], *, none: str = "") -> None:
        if arguments:
            self.line(key, *arguments, titles=wording.listed(self.names(arguments)))
        elif none:
            self.line(none)

    def evidence(self, found: Feedback, *, facts: int) -> None:
        if found.evidence:
            self.line("fb-evidence", items="; ".join(found.evidence[-_GROUPS:]))
        else:
            self.line("fb-evidence-none")
        texts = {item.id: item.text for argument in self.motion.arguments.values() for item in argument.evidence}
        for name in found.facts[-facts:]:
            self.line("fb-fact", name, rank=2, text=texts[name])

    def mistakes(self, ids: Sequence[str]) -> None:
        """Repeat what is so; what has left the base since is not repeated."""
        timeline = self.motion.timeline
        says = {item.id: item.says for item in self.motion.misconceptions}
        says |= {item.id: item.says for part in (timeline.events, timeline.offices, timeline.works) for item in part}
        for place, name in enumerate(name for name in ids if name in says):
            self.line("fb-mistake", name, rank=place, says=says[name])

    def fitting(self) -> tuple[Line, ...]:
        """Give the lines that fit one screen."""
        kept = list(self._lines)
        while sum(len(textwrap.wrap(line.text, COLUMNS)) for _, line in kept) > ROWS:
            worst = max(range(len(kept)), key=lambda place: (kept[place][0], place))
            if kept[worst][0] == 0:
                break
            kept.pop(worst)
        return tuple(line for _, line in kept)


def _evidence_of(turn: Turn) -> str:
    """Name the evidence of a turn in short."""
    return ", ".join(quote(item, most=_ITEM) for item in turn.evidence[:_ITEMS])


def _steps(
    motion: Motion, own: Sequence[str], unused: Sequence[str], turns: Sequence[Turn]
) -> tuple[tuple[str, str], ...]:
    """Choose what to do next: what the replies lacked most, then what the base advises on the student's own side."""
    replies = [turn for turn in turns if turn.kind == "reply" and turn.quality is not None]
    steps: list[tuple[str, str]] = []
    if not own and unused:
        steps.append((wording.say("fb-step-own", 0, title=motion.arguments[unused[0]].title), ""))
    if replies and sum(turn.quality == 0 for turn in replies) * 2 > len(replies):
        steps.append((wording.say("fb-step-engage", 0), ""))
    elif replies and not any(turn.evidence for turn in replies):
        steps.append((wording.say("fb-step-evidence", 0), ""))
    elif replies and not any(turn.explains for turn in replies):
        steps.append((wording.say("fb-step-explain", 0), ""))
    elif not any("judgement" in turn.tags for turn in turns):
        steps.append((wording.say("fb-step-judgement", 0), ""))
    said = " ".join(turn.text for turn in turns).casefold()
    for place in range(_STEPS):
        for name in own or unused[:1]:
            advice = motion.arguments[name].next_steps[place : place + 1]
            steps += [
                (item.do, item.evidence) for item in advice if not _already_said(motion, name, item.evidence, said)
            ]
    steps = list(dict.fromkeys(steps))
    for name in unused[: max(0, _LEAST_STEPS - len(steps))] if own else ():
        steps.append((wording.say("fb-step-try", 0, title=motion.arguments[name].title), ""))
    return tuple(steps[:_STEPS])


def _already_said(motion: Motion, name: str, evidence: str, said: str) -> bool:
    """Tell whether the year of a piece of evidence was given, so that it need not be asked for."""
    item = next((item for item in motion.arguments[name].evidence if item.id == evidence), None)
    return item is not None and item.when[:4] in said


def _reading(motion: Motion, own: Sequence[str], unmet: Sequence[str], unused: Sequence[str]) -> str:
    """Choose one thing to read: on the challenge that is open, else on what was argued, else on what was not."""
    advised = frozenset(name for argument in motion.arguments.values() for name in argument.reading)
    for name in unmet:
        attack = find_attack(motion, name)
        if attack and attack.source in advised:
            return attack.source
    argument = next(iter([*own, *unused]), next(iter(motion.arguments)))
    return motion.arguments[argument].reading[0]
