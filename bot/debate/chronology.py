"""Finds events that a student puts in the wrong year, at the wrong congress, or before or after the wrong event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from bot.base.timeline import Timeline, first_and_last_day
from bot.debate import date_phrases as say
from bot.debate.marking import Marked, Marker
from bot.debate.mistake import Hit, has_other_subject, is_denied, is_unreal
from bot.debate.reckoning import counted_from, counted_on
from bot.debate.told import Dated, Span, Told
from bot.debate.wordings import Index, Wording

_NEAR = 120  # characters before an event in which its date is looked for
_WHEN = timedelta(days=100)  # "when Lenin died" may stretch so far


class Chronology:
    """The dates of a timeline, ready to be compared with sentences."""

    def __init__(self, timeline: Timeline, marker: Marker) -> None:
        wordings: list[tuple[Wording, Dated]] = []
        for event in timeline.events:
            spans = tuple(first_and_last_day(when) for when in (event.when, *event.also_printed))
            told = [*event.aliases]
            for thing in event.things:
                bare = say.ARTICLE.sub("", thing)
                told += [way.replace("{thing}", thing).replace("{bare}", bare) for way in say.THING_BEGAN]
            told += [way.format(*fall.split(" from ", 1)) for fall in event.falls for way in say.FELL]
            wordings += [(Wording(alias, marker), Dated(event, spans, event.landmark)) for alias in told]
        for work in timeline.works:
            if work.when:
                spans = tuple(first_and_last_day(when) for when in (work.when, *work.also_printed))
                dated = Dated(work, spans, landmark=False)
                for name in work.terms or (work.id,):
                    wordings += [(Wording(way.format(id=name), marker), dated) for way in say.WORK_APPEARED]
        self._index = Index(wordings)
        self._latest = max((dated.last.year for _, dated in wordings), default=9999)

    def dated(self, marked: Marked) -> Marked | None:
        """Give the sentence with the year for "when Lenin died" and the like, or nothing if no event stands for one."""
        words, typed = marked.text.split(), list(marked.typed)
        found = False
        for event in reversed(self._told(marked)):
            year = (event.dated.known.when or "")[:4]
            when = say.AT_THE_TIME.search(marked.text[max(0, event.start - 30) : event.start])
            if event.dated.landmark and when and "/" not in (event.dated.known.when or ""):
                first = marked.text.count(" ", 0, event.start) - 1 - when.group().count(" ")
                last = marked.text.count(" ", 0, event.end) - 1
                found = True
                words[first:last] = ["in", f"#{year}"]
                typed[first:last] = [typed[first], " ".join(word for word in typed[first + 1 : last] if word)]
        return Marked(f" {' '.join(words)} ", tuple(typed), frozenset(words)) if found else None

    def check(self, marked: Marked) -> Iterator[Hit]:
        """Give each event of the sentence that has a wrong date."""
        told = self._told(marked)
        text = marked.text
        if "#" not in text and len(told) < 2:
            return
        for event in told:
            start, end = event.start, event.end
            if is_unreal(text, start, end) or has_other_subject(text, start):
                continue
            if is_denied(text, start, end):  # "did not join until 1919" says that it happened in 1919
                until = say.NOT_UNTIL.match(text, end)
                if until and not event.dated.agrees(until[1]):
                    yield Hit(event.dated.known, "date", start, until.end())
                elif not until and (late := self._not_until(text, event, told)):
                    yield Hit(event.dated.known, "date", start, late)
                continue
            dated, wrong = self._by_date(text, event, told)
            if not dated:
                wrong = (
                    self._by_landmark(text, event, told)
                    or self._by_order(text, event, told)
                    or self._by_count(text, event, told)
                )
            if wrong:
                yield Hit(event.dated.known, "date", min(start, wrong[0]), max(end, wrong[1]))

    def _told(self, marked: Marked) -> list[Told]:
        """Give the events told of, of two in one place the longer."""
        told = [
            Told(dated, find.start, find.told, find.end)
            for _, dated, find in self._index.search(marked)
            if not say.GOES_ON.match(marked.text, find.end) and not say.ELSEWHERE.search(marked.text[: find.start])
        ]
        told.sort(key=lambda event: (event.start - event.end, event.start))
        kept: list[Told] = []
        for event in told:
            if all(event.is_apart(other) or event.is_beside(other) for other in kept):
                kept.append(event)
        return sorted(kept, key=lambda event: event.start)

    def _by_date(self, text: str, event: Told, told: list[Told]) -> tuple[bool, tuple[int, int] | None]:
        """Say whether the event has a date beside it, and where the two stand if the date is wrong."""
        marks: list[str] = []
        start, end = event.start, event.end
        after = say.AFTER.match(text, event.end)
        if after and say.opens_clause(text, event.told, after.end()):
            after = None
        if after and not say.LOOSE_DATE.search(text[event.end - 1 : after.end(1) + 1]):
            marks += [mark for mark in after.groups() if mark]
            end = after.end()
        inner = [word[1:] for word in text[event.told : event.end].split() if word[0] == "#"]
        if text[event.start] == "#" and not say.OWNING.search(text[: event.start]):
            return False, None
        marks += inner
        if not marks and "#" not in text[event.start : event.told]:
            mark, begins = self._earlier(text, event, told)
            if mark:
                marks.append(mark)
                start = begins
        loose = say.LOOSELY.match(text, event.end) if not marks and say.TOLD.match(text, event.told) else None
        if loose and say.opens_clause(text, event.told, loose.end()):
            loose = None
        if loose and not any(event.end <= other.start < loose.end() for other in told):
            marks.append(loose[1])
            end = loose.end()
        marks = [mark for mark in marks if int(mark[:4]) <= self._latest]  # "Conquest, The Great Terror (1968)"
        if not marks:
            return self._too_early(text, event)
        return True, None if any(event.dated.agrees(mark) for mark in marks) else (start, end)

    def _too_early(self, text: str, event: Told) -> tuple[bool, tuple[int, int] | None]:
        """Find a date by which, or effects in a year in which, the event had not happened yet."""
        named = say.NAMED.search(text[event.told : event.end])
        effect = say.EFFECT.match(text, event.end) if named else None
        if effect and event.dated.comes_after(effect[1]):  # "Kirov's murder helped Stalin in 1927"
            return True, (event.start, effect.end())
        by = say.BY.match(text, event.end) or say.BY_BEFORE.search(text[max(0, event.start - _NEAR) : event.start])
        if by and event.dated.comes_after(by[1]):
            return True, (event.start, event.end)
        return False, None

    def _earlier(self, text: str, event: Told, told: list[Told]) -> tuple[str, int]:
        offset = max(0, event.start - _NEAR)
        before = text[offset : event.start]
        told_here = text[event.start : event.end]
        if (beside := say.NEXT_TO.search(before)) and not say.NOT_NEXT_TO.search(before):
            return beside[1], offset + beside.start()
        if (
            "#" in before and (when := say.WHEN.search(before)) and not say.EARLIER.search(told_here)
        ):  # "in 1922 when Lenin died"
            return (when[1] or when[2])[:4], offset + when.start()
        if "#" in before and (meanwhile := say.WHILE.search(before)) and not say.EARLIER.search(told_here):
            return meanwhile[1][:4], offset + meanwhile.start()
        if "#" in before and (found := say.BEFORE.search(before)):
            return found[1], offset + found.start()
        for other in told:  # "In 1924 Lenin died and Stalin became ...": the date serves both
            if other.end <= event.start and say.AND_THEN.fullmatch(text[other.end : event.start]):
                mark, begins = self._earlier(text, other, [item for item in told if item.start < other.start])
                if mark and not say.AFTER.match(text, other.end):
                    return mark, begins
        return "", 0

    def _by_landmark(self, text: str, event: Told, told: list[Told]) -> tuple[int, int] | None:
        """Compare the event with a congress or the like that stands for a date, by the year."""
        for other in told:
            if not other.dated.landmark or other.dated.known.id == event.dated.known.id:
                continue
            if event.end <= other.start:
                linked = say.AT_AFTER.fullmatch(text[event.end : other.start])
            elif other.end <= event.start:
                linked = say.AT_BEFORE.search(text[max(0, other.start - 30) : other.start]) and re.fullmatch(
                    say.SUBJECT, text[other.end : event.start]
                )
            else:
                continue
            if not linked and other.end <= event.start:  # "the Eleventh Congress was when ..."
                linked = say.WAS_WHEN.fullmatch(text[other.end : event.start])
            if not linked and other.end <= event.start:  # "the Eleventh Congress passed the ban"
                linked = re.fullmatch(say.ACTS, text[other.end : event.start]) and say.VERB.match(text, event.start)
            if linked:
                years = {year for span in other.dated.dates for year in range(span[0].year, span[1].year + 1)}
                if not any(event.dated.agrees(str(year)) for year in years):
                    return other.start, other.end
        return None

    def _by_order(self, text: str, event: Told, told: list[Told]) -> tuple[int, int] | None:
        for other in told:
            if not other.dated.landmark or other.dated.known.id == event.dated.known.id:
                continue
            if event.end <= other.start:
                link = say.LINK_AFTER.fullmatch(text[event.end : other.start])
            elif other.end <= event.start and say.FOLLOWS.fullmatch(text[other.end : event.start]):
                link = say.LINK_BEFORE.search(text[max(0, other.start - 30) : other.start])
            else:
                continue
            if link and link["link"] == "because" and say.AHEAD.match(text, other.end):
                continue
            if link and _contradicts(link["link"], event.dated, first_and_last_day(other.dated.known.when or "")):
                return other.start, other.end
        return None

    def _not_until(self, text: str, event: Told, told: list[Told]) -> int | None:
        """Find what came too late for "was not made General Secretary until Lenin died"; give where it ends."""
        for other in told:
            if event.end <= other.start and say.UNTIL_IT.fullmatch(text[event.end : other.start]):
                first, _ = first_and_last_day(other.dated.known.when or "")
                if other.dated.landmark and event.dated.last < first - _WHEN:
                    return other.end
        return None

    def _by_count(self, text: str, event: Told, told: list[Told]) -> tuple[int, int] | None:
        """Compare the event with a date counted from another, as in "two years after Lenin died"."""
        for other in told:
            if not other.dated.landmark or other.dated.known.id == event.dated.known.id:
                continue
            day = first_and_last_day(other.dated.known.when or "")
            count = counted_from(text, other.start, day)
            if count and event.end <= count.start:
                linked = say.COUNT_FOLLOWS.fullmatch(text[event.end : count.start])
            elif count and other.end <= event.start:
                linked = say.FOLLOWS.fullmatch(text[other.end : event.start])
            elif other.end <= event.start and (count := counted_on(text, other.end, day)):
                linked = say.FOLLOWS.fullmatch(text[count.end : event.start])
            else:
                continue
            if count and linked and not event.dated.meets(count.first, count.last):
                return min(count.start, other.start), max(count.end, other.end)
        return None


def _contradicts(link: str, event: Dated, other: Span) -> bool:
    first, last = other
    if link in ("before", "by", "by the time", "by the time of", "until"):
        return event.first > last
    if link in ("when", "on"):
        return event.last < first - _WHEN or event.first > last + 4 * _WHEN
    if " after" in link and link != "until after":
        return event.last < first or event.first > last + 4 * _WHEN
    return event.last < first
