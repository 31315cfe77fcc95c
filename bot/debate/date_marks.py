"""Reads the dates in a list of words: `#1924-05-23`, `#1924-05`, `#1924`, or a span such as `#1924/1929`."""

from __future__ import annotations

import re

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DECADE = re.compile(r"(1[5-9]\d|20\d)0'?s")
_DECADES = {"twenties": "2", "thirties": "3", "forties": "4"}
_SPELLED = {"twenty": 20, "thirty": 30}
_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?")
_MONTH_NUMBER = {name: number for number, names in enumerate(
    ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
     "september sept sep", "october oct", "november nov", "december dec"), 1) for name in names.split()}  # fmt: skip


def may_be_date(word: str) -> bool:
    """Say whether a date may begin with a word."""
    return word[0] in "'0123456789" or word in _MONTH_NUMBER or word in _DECADES or word in ("nineteen", "eighteen")


class DateMarks:
    """Reads dates, with the century that "'24" and "the twenties" mean."""

    def __init__(self, century: str) -> None:
        self._century = century

    def read(self, words: list[str], place: int) -> tuple[str, int]:
        """Read a date that begins here; give its mark and how many words it takes, or nothing."""
        word = words[place]
        rest = words[place + 1 : place + 5]
        if decade := _DECADE.fullmatch(word):
            return f"#{decade[1]}0/{decade[1]}9", 1
        if word in _DECADES:  # "in his twenties" is an age
            named = words[place - 1 : place] == ["the"] or words[place - 2 : place - 1] == ["the"]
            return (f"#{self._century}{_DECADES[word]}0/{self._century}{_DECADES[word]}9", 1) if named else ("", 0)
        if word in ("nineteen", "eighteen") and rest[:1] and rest[0] in _SPELLED:
            ones = _ONES.get(rest[1], 0) if len(rest) > 1 else 0
            return f"#{18 + (word == 'nineteen')}{_SPELLED[rest[0]] + ones}", 2 + (ones > 0)
        if year := self._year(word):
            joined = rest[:1] and rest[0] in ("-", "/", "to", "until", "till", "and")
            if joined and len(rest) > 1 and (end := self._end(year, rest[1], rest[0])):
                apart = rest[0] == "and" and words[place - 1 : place] != ["between"]
                if not apart:
                    return f"#{year}/{end}", 3
            return f"#{year}", 1
        if (month := _MONTH_NUMBER.get(word)) is not None:
            return self._from_month(month, rest)
        if day := _DAY.fullmatch(word):
            skip = 1 if rest[:1] == ["of"] else 0
            if len(rest) > skip and (month := _MONTH_NUMBER.get(rest[skip])) is not None:
                after = skip + 1 + (len(rest) > skip + 1 and rest[skip + 1] in (",", "of"))
                if len(rest) > after and (year := self._year(rest[after])):
                    return f"#{year}-{month:02}-{int(day[1]):02}", after + 2
        return "", 0

    def _from_month(self, month: int, rest: list[str]) -> tuple[str, int]:
        if rest[:1] and (day := _DAY.fullmatch(rest[0])):
            skip = 2 if rest[1:2] == [","] else 1
            if len(rest) > skip and (year := self._year(rest[skip])):
                return f"#{year}-{month:02}-{int(day[1]):02}", skip + 2
        skip = 1 if rest[:1] and rest[0] in (",", "of") else 0
        if len(rest) > skip and (year := self._year(rest[skip])):
            return f"#{year}-{month:02}", skip + 2
        return "", 0

    def _year(self, word: str) -> str | None:
        if _YEAR.fullmatch(word):
            return word
        return self._century + word[1:] if word[0] == "'" and word[1:].isdigit() else None

    def _end(self, year: str, word: str, joint: str) -> str | None:
        if end := self._year(word):
            return end
        if joint in "-/" and word.isdigit() and len(word) <= 2:
            return year[: 4 - len(word)] + word
        return None
