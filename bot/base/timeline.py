"""The models of what is known for sure: events, offices, works, and the mistakes that students often make about them.

The fact check compares a student's words with these. A *wording* says how students put something; it is a phrase in
this small language, and everything else in it is taken as it stands, in lower case:

    expel*              a word that begins so
    (sack*|got rid of)  one of these; [the|his] one of these or none
    {stalin}            a person, term, office or work by its id, under all its names; {anyone} any person
    {left|right}        either of these
    {1920/1929}         a date that lies within these; {1924} likewise
    ..  and  ...        at most three, and at most eight, words that name nobody
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from bot.base.authored import Authored, Id, Text, When, at_most

Sure = Literal["certain", "strong", "disputed"]
"""`certain`: in every standard account; `strong`: the usual one; `disputed`: historians disagree, so never an error."""

MistakeKind = Literal["date", "role", "attribution", "event"]
Says = Annotated[Text, at_most(45)]


def first_and_last_day(when: str) -> tuple[date, date]:
    """Give the first and the last day of a `When`; `ValueError` if it names a day that does not exist."""
    start, _, end = when.partition("/")
    return _days(start)[0], _days(end or start)[1]


def _days(when: str) -> tuple[date, date]:
    year, month, day = ([int(part) for part in when.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


class Event(Authored):
    """Something that happened at a known date.

    `aliases` are wordings that say by themselves that it happened ("{lenin} died"); `things` are wordings that need a
    verb of beginning with them ("[the] ban on factions" was *passed*); `falls` say who lost which place, in any of the
    ways in which students put that ("{trotsky} from {politburo}"). A `landmark` also serves as a date: "at the
    Tenth Congress".
    """

    id: Id
    """Unique among the events."""
    name: Text
    """Completes "when ..." as the bot says it."""
    aliases: tuple[Text, ...] = ()
    """Wordings that say by themselves that it happened."""
    things: tuple[Text, ...] = ()
    """Wordings for it that need a verb of beginning, such as "was passed"."""
    falls: tuple[Annotated[Text, Field(pattern=" from ")], ...] = ()
    """Who lost which post or place, such as "{trotsky} from {politburo}", however it is put."""
    when: When
    """The date on which it happened."""
    also_printed: tuple[When, ...] = ()
    """Other dates that good books print; they are never marked wrong."""
    landmark: bool = False
    """`true` where students use it as a date, as in "at the Tenth Congress"."""
    sure: Sure = "certain"
    """`certain`, `strong`, or `disputed`, which is never marked wrong."""
    says: Says
    """What the bot says to a student with another date, in at most 45 words."""
    source: Id
    """The id of the source."""


class Holder(Authored):
    """A person who held an office, and from when to when; without `to`, beyond the motion's period."""

    person: Id
    """The id of the person."""
    from_: Annotated[When, Field(alias="from")]
    """When the person came to the office."""
    to: When | None = None
    """When the person left it; nothing, if that was after the motion's period."""


class Office(Authored):
    """A post, or the leadership of a body, with everyone who held it.

    `titles` name the post; `bodies` are ids of terms of which one may be "head" or which one may "lead". Whoever stands
    in `also` may be said to have run it without the post. A `group` has members instead of heads.
    """

    id: Id
    """Unique among the offices; wordings may name it."""
    name: Text
    """The post, as the bot prints it."""
    titles: tuple[Text, ...] = ()
    """Wordings that name the post."""
    bodies: tuple[Id, ...] = ()
    """Ids of terms: a body that whoever holds the post heads or leads."""
    seat: bool = False
    """`true` for a place in a body, such as membership of a committee."""
    group: bool = False
    """`true` where it has members and no head."""
    holders: Annotated[tuple[Holder, ...], Field(min_length=1)]
    """Everyone who held it in the motion's period."""
    also: tuple[Id, ...] = ()
    """Ids of people who may be said to have run it without the post."""
    sure: Sure = "certain"
    """`certain`, `strong`, or `disputed`, which is never marked wrong."""
    says: Says
    """What the bot says to a student who has it wrong, in at most 45 words."""
    source: Id
    """The id of the source."""


class Work(Authored):
    """A book, speech, policy or idea that has an author; `backers` took it up, `opponents` fought it.

    `terms` are ids of terms that name it. A `phrase` is only ever said or coined: that somebody made one come true does
    not make him its author.
    """

    id: Id
    """Unique among the works; wordings may name it."""
    title: Text
    """The title or name, as the bot prints it."""
    aliases: tuple[Text, ...] = ()
    """Wordings that name it."""
    terms: tuple[Id, ...] = ()
    """Ids of terms that name it."""
    author: Id
    """The id of the person who wrote, said or coined it."""
    coauthors: tuple[Id, ...] = ()
    """Ids of people who may be named as its authors too."""
    backers: tuple[Id, ...] = ()
    """Ids of people who took it up."""
    opponents: tuple[Id, ...] = ()
    """Ids of people who fought it."""
    phrase: bool = False
    """`true` for a saying, which is only ever said or coined."""
    when: When | None = None
    """When it came out, if that may be checked."""
    also_printed: tuple[When, ...] = ()
    """Other dates that good books print; they are never marked wrong."""
    sure: Sure = "certain"
    """`certain`, `strong`, or `disputed`, which is never marked wrong."""
    says: Says
    """What the bot says to a student who has it wrong, in at most 45 words."""
    source: Id
    """The id of the source."""


class Misconception(Authored):
    """A mistake, or a disputed story, that a wording gives away unless one of the `unless` wordings is beside it."""

    id: Id
    """Unique among the misconceptions; the record refers to it."""
    kind: MistakeKind
    """What is mistaken: a `date`, a `role`, an `attribution` or an `event`."""
    sure: Sure
    """How sure we are of what is so; a `disputed` one only asks for evidence."""
    wordings: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Wordings that give it away."""
    unless: tuple[Text, ...] = ()
    """Wordings that, beside one of those, show that it is not made."""
    says: Says
    """What is so, kindly and in at most 45 words."""
    source: Id
    """The id of the source."""


class Timeline(Authored):
    """`timeline.yaml`: the events, offices and works of the motion's period."""

    events: tuple[Event, ...] = ()
    """What happened, and when."""
    offices: tuple[Office, ...] = ()
    """Who held which post, and when."""
    works: tuple[Work, ...] = ()
    """Who wrote, said or coined what."""

    def references(self) -> Iterator[tuple[Literal["source", "person"], tuple[str | int, ...], str]]:
        """Give every source and person that is referred to, with the place in the file where it stands."""
        for n, event in enumerate(self.events):
            yield "source", ("events", n, "source"), event.source
        for n, office in enumerate(self.offices):
            yield "source", ("offices", n, "source"), office.source
            for h, holder in enumerate(office.holders):
                yield "person", ("offices", n, "holders", h, "person"), holder.person
            for h, person in enumerate(office.also):
                yield "person", ("offices", n, "also", h), person
        for n, work in enumerate(self.works):
            yield "source", ("works", n, "source"), work.source
            yield "person", ("works", n, "author"), work.author
            for field in ("coauthors", "backers", "opponents"):
                for h, person in enumerate(getattr(work, field)):
                    yield "person", ("works", n, field, h), person
