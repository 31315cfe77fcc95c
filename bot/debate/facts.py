"""Checks a student's text for dates, offices, attributions and events that contradict the base.

The student is right unless the base is sure: on what it does not know, on spans of years, on what the student denies,
asks, supposes or only reports, the check is silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.base.motion import Heading
from bot.base.timeline import Misconception, Timeline
from bot.debate.authorship import Authorship
from bot.debate.chronology import Chronology
from bot.debate.marking import Marked, Marker
from bot.debate.mistake import Hit, Mistake, asks_or_rejects, has_other_subject, is_denied, is_unreal
from bot.debate.offices import Offices
from bot.debate.wordings import Index, Wording, compile_all

__all__ = ["FactChecker", "Mistake"]

LONGEST = 20_000  # characters read of one text
MOST_READINGS = 4  # people whom a "he" can mean


class FactChecker:
    """Finds the mistakes of fact in a text; built once for a motion. `BadWording` if the base has a faulty wording."""

    def __init__(self, heading: Heading, timeline: Timeline, misconceptions: Sequence[Misconception]) -> None:
        self._marker = Marker(heading, timeline)
        self._chronology = Chronology(timeline, self._marker)
        self._only = {
            f"~{office.id}": f"@{office.holders[0].person}" for office in timeline.offices if len(office.holders) == 1
        }
        self._offices = Offices(heading, timeline)
        self._authorship = Authorship(timeline)
        self._misconceptions = Index(compile_all(misconceptions, lambda item: item.wordings, self._marker))
        self._marker.learn(wording for event in timeline.events for wording in (*event.aliases, *event.things))
        self._marker.learn(wording for item in misconceptions for wording in item.wordings)
        self._unless = {
            item.id: [Wording(wording, self._marker) for wording in item.unless]
            for item in misconceptions
            if item.unless
        }

    def check(self, text: str) -> tuple[Mistake, ...]:
        """Give the mistakes of a text in the order in which they stand there, each once."""
        mistakes: dict[str, Mistake] = {}
        for marked in self._marker.mark(text[:LONGEST]):
            for reading, hit in self._all_hits(marked):
                known = hit.known
                mistake = Mistake(
                    id=known.id,
                    kind=hit.kind,
                    says=known.says,
                    source=known.source,
                    sure=known.sure,
                    span=reading.span(hit.start, hit.end),
                )
                mistakes.setdefault(known.id, mistake)
        return tuple(mistakes.values())

    def _all_hits(self, marked: Marked) -> Iterator[tuple[Marked, Hit]]:
        hits = self._hits(marked)
        yield from ((marked, hit) for hit in hits)
        known = {hit.known.id for hit in hits}
        if named := marked.naming(self._only):
            yield from ((named, hit) for hit in self._hits(named) if hit.known.id not in known)
        if dated := self._chronology.dated(marked):
            more = self._hits(dated, stories=False)  # a story's `unless` may stand in what is now a year
            yield from ((dated, hit) for hit in more if hit.known.id not in known)
        if not 1 < len(marked.who) <= MOST_READINGS:
            return
        # "Trotsky lost to Stalin because he was head of the government" is wrong whoever he is.
        readings = [marked.reading(person) for person in marked.who]
        known = {hit.known.id for hit in hits}
        wrong: list[tuple[Marked, Hit, int]] = []
        everywhere: set[int] = set(range(len(readings[0].typed)))  # words that are wrong in every reading
        for person, reading in zip(marked.who, readings, strict=True):
            more = [hit for hit in self._hits(reading) if hit.known.id not in known]
            everywhere &= {place for hit in more for place in reading.place(hit.start, hit.end)}
            if not everywhere:  # each is wrong about another "he", or not wrong at all
                return
            wrong += [(reading, hit, marked.text.rfind(f"@{person} ")) for hit in more]
        ids = Counter(hit.known.id for _, hit, _ in wrong)
        reading, hit, _ = max(wrong, key=lambda one: (ids[one[1].known.id], one[2]))
        yield reading, hit

    def _hits(self, marked: Marked, *, stories: bool = True) -> list[Hit]:
        if asks_or_rejects(marked.text):
            return []
        hits = [
            *self._chronology.check(marked),
            *self._offices.check(marked),
            *self._authorship.check(marked),
            *(self._told(marked) if stories else ()),
        ]
        hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
        kept: list[Hit] = []
        for hit in hits:  # of two that say the same of the same words, the longer
            if not any(_same(hit, other) for other in kept):
                kept.append(hit)
        return sorted(kept, key=lambda hit: hit.start)

    def _told(self, marked: Marked) -> Iterator[Hit]:
        for wording, item, find in self._misconceptions.search(marked):
            if has_other_subject(marked.text, find.start):
                continue
            if is_denied(marked.text, find.start, find.end, inside=not wording.denies):
                continue
            if is_unreal(marked.text, find.start, find.end, inside=not wording.doubts):
                continue
            if any(next(unless.search(marked), None) for unless in self._unless.get(item.id, ())):
                continue
            yield Hit(item, item.kind, find.start, find.end)


def _same(hit: Hit, other: Hit) -> bool:
    """Say whether two hits are one mistake: of one kind, or a post at the wrong time, in the same words."""
    kinds = {hit.kind, other.kind}
    return hit.start < other.end and other.start < hit.end and (len(kinds) == 1 or kinds == {"date", "role"})
