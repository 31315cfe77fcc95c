"""Weighs a reply against the challenge: what is new in it and how much it explains."""

from __future__ import annotations

from dataclasses import dataclass

from bot.debate.asides import Aside, Ground, aside
from bot.debate.cues import ANSWERS, CONCEDES, QUALIFIES
from bot.debate.lexicon import JOINING
from bot.debate.reading import Reader, Reading, bare
from bot.debate.text import tokens

SPECIFIC = 0.7  # worth of evidence from which a reply is specific
PADDING = 0.02  # more of it asked for each word beyond ROOM: length alone buys nothing
CARRIED = 2.0  # worth of evidence that an explanation can stand on
EXPLAINED = 1.5  # worth of links from which a reply explains
ROOM = 22  # words under which evidence and its explanation hardly fit together
PROSE = 0.25  # share of grammar words under which a text is a list


@dataclass(frozen=True)
class Weighing:
    """The features of one reply; `away` names why it is no answer at all, empty if it is one."""

    reply: Reading
    evidence: tuple[str, ...]  # specific things, new in this round, as written
    telling: bool  # there is more among the evidence than people's names
    specific: float
    concrete: frozenset[str]
    shared: frozenset[str]  # stems and names that the reply takes up from the challenge
    echo: float  # share of its content that was given to it
    repeats: bool
    wrong: tuple[str, ...]  # words that hold a mistake of fact: nothing in them is evidence
    concedes: bool
    qualifies: bool
    away: Aside

    @property
    def worth(self) -> float:
        """Say what its evidence is worth: names, dates and figures, and concrete words up to a limit."""
        return self.specific + 0.3 * min(len(self.concrete), 10)

    @property
    def lists(self) -> bool:
        """Say whether it only lists names and dates: hardly any grammar, hardly any other words."""
        facts = (*self.reply.names.values(), *self.reply.dates.values(), *self.reply.figures.values())
        if JOINING.issuperset(set(self.reply.words).difference(*(tokens(bare(fact)) for fact in facts))):
            return True
        return self.reply.prose < PROSE and len(self.reply.content) < PROSE * len(self.reply.words) + 1

    @property
    def aloof(self) -> bool:
        """Say whether people are all that it brings, and nothing in it takes the challenge up."""
        linked = self.shared or self.reply.links or ANSWERS.search(self.reply.plain)
        return not (self.telling or linked or len(self.concrete) > 1)

    @property
    def quality(self) -> int:
        """Give the quality from 0 to 3: each step needs the one before it."""
        if self.away:
            return 0
        length = len(self.reply.words)
        if self.repeats or self.lists or self.aloof or self.worth < SPECIFIC + PADDING * max(length - ROOM, 0):
            return 1
        return 3 if length >= ROOM and self.worth >= CARRIED and self.reply.link_worth >= EXPLAINED else 2


def weigh(reader: Reader, reply: Reading, ground: Ground) -> Weighing:
    """Weigh a reply against what stood before it in the round."""
    before = (ground.challenge, ground.topic, *ground.given, *ground.earlier)
    known = frozenset[str]().union(*(reading.content for reading in before))
    named = {id_ for reading in before for id_ in reading.names}
    # Of what was put before, a whole date and a figure are one fact each; a person or a year may come with others.
    told = {written for reading in ground.told for written in reading.dates.values() if " " in written}
    told |= set(ground.topic.dates.values())  # the motion's own span, not a year of it
    dated = {date for reading in before if reading is not ground.topic for date in reading.dates}
    counted = {figure for reading in (*before, *ground.told) for figure in reading.figures}
    wrong = frozenset(word for span in ground.wrong for word in tokens(bare(span)))

    def right(written: str) -> bool:
        return not wrong.intersection(tokens(bare(written)))

    new = {id_: written for id_, written in reply.names.items() if id_ not in named and right(written)}
    people = [id_ for id_ in new if id_ in reply.people]
    proper = [id_ for id_, written in new.items() if id_ not in reply.people and reader.proper(id_, written)]
    common = [id_ for id_, written in new.items() if id_ not in reply.people and not reader.proper(id_, written)]
    counts = {word for written in (*reply.dates.values(), *reply.figures.values()) for word in tokens(bare(written))}
    strangers = [
        name
        for name in reply.strangers
        if not any(name in reading.text for reading in before) and not counts.issuperset(tokens(bare(name)))
    ]
    dates = [
        written for date, written in reply.dates.items() if date not in dated and written not in told and right(written)
    ]
    figures = [written for number, written in reply.figures.items() if number not in counted and right(written)]
    quoted = [part for part in reply.quoted if not any(part in reading.text for reading in before)]
    specific = (
        1.0 * min(len(dates), 2)
        + 0.9 * min(len(figures), 2)
        + 0.6 * min(len(proper), 2)
        + 0.6 * min(len(people), 3)
        + 0.3 * min(len(common), 2)
        + 0.7 * min(len(strangers), 2)
        + 1.0 * min(len(quoted), 1)
    )
    rest = (*strangers, *quoted, *map(reader.called, people))
    concrete = reply.concrete - known
    size = len(reply.content) + len(reply.names)
    stale = len(reply.content & known) + len(reply.names.keys() & named)
    return Weighing(
        reply=reply,
        evidence=tuple(dict.fromkeys([*dates, *figures, *map(reader.called, proper), *rest])),
        telling=bool(dates or figures or proper or strangers or quoted),
        specific=specific,
        concrete=concrete,
        shared=(reply.content & ground.challenge.content) | (reply.names.keys() & ground.challenge.names.keys()),
        echo=stale / size if size else 0.0,
        repeats=any(_repeats(reply, turn) for turn in ground.earlier),
        wrong=ground.wrong,
        concedes=bool(CONCEDES.search(reply.plain)),
        qualifies=bool(QUALIFIES.search(reply.plain)),
        away=aside(reply, ground, specific=specific, concrete=len(concrete)),
    )


def _repeats(reply: Reading, turn: Reading) -> bool:
    if reply.plain == turn.plain:
        return True
    return len(reply.content) >= 4 and len(reply.content & turn.content) >= 0.8 * len(reply.content)
