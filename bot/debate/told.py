"""Events with every date that is printed for them, and where a sentence tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.base.timeline import Event, Work, first_and_last_day

Span = tuple[date, date]


@dataclass(frozen=True)
class Dated:
    """An event or a dated work, with every date that is printed for it."""

    known: Event | Work
    dates: tuple[Span, ...]
    landmark: bool

    @property
    def first(self) -> date:
        return min(span[0] for span in self.dates)

    @property
    def last(self) -> date:
        return max(span[1] for span in self.dates)

    def comes_after(self, mark: str) -> bool:
        """Say whether the event came later than a date as marked, so that it had not happened "by" then."""
        try:
            return "/" not in mark and self.first > first_and_last_day(mark)[1]
        except ValueError:
            return False

    def agrees(self, mark: str) -> bool:
        """Say whether a date or span as marked meets a date of the event; one that is no real date always does."""
        try:
            first, last = first_and_last_day(mark)
        except ValueError:
            return True
        return self.meets(first, last)

    def meets(self, first: date, last: date) -> bool:
        """Say whether a date of the event lies within these days."""
        return any(first <= end and start <= last for start, end in self.dates)


@dataclass(frozen=True)
class Told:
    """An event where a sentence tells of it."""

    dated: Dated
    start: int
    told: int  # where it is told, after what its subject did before
    end: int

    def is_apart(self, other: Told) -> bool:
        """Say whether two events are told in different places."""
        return self.end <= other.start or self.start >= other.end

    def is_beside(self, other: Told) -> bool:
        """Say whether the same words tell of two events, as "Zinoviev and Kamenev were expelled" does."""
        same_words = (self.start, self.end) == (other.start, other.end)
        return same_words and self.dated.known.id != other.dated.known.id
