"""Finds what no single file of a motion can know: ids written twice or pointing nowhere, and dates that never were.

It looks at the files as read, not at the models, so that a fault in one file does not hide those in the others, nor
make the ids that are written in it unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.base.motion import SIDES, Side
from bot.base.reading import Fault, Loc, Page
from bot.base.timeline import first_and_last_day

_DATES = {"when", "also_printed", "from", "to", "period"}
WORDINGS = {"aliases", "things", "falls", "titles", "wordings", "unless"}


@dataclass(frozen=True)
class Pages:
    """The files of one motion as read; a file that cannot be read is `None`, or not among the arguments."""

    sources: Page | None
    heading: Page | None
    timeline: Page | None
    misconceptions: Page | None
    not_arguments: Page | None
    arguments: Mapping[Side, Mapping[str, Page]]
    """For each side, the arguments' pages by their files' names without `.yaml`."""
    unread: frozenset[str] = frozenset()
    """The names, without `.yaml`, of the files of arguments that cannot be read."""

    def each(self) -> Iterator[Page]:
        """Give every page that could be read."""
        for page in (self.sources, self.heading, self.timeline, self.misconceptions, self.not_arguments):
            if page:
                yield page
        for side in SIDES:
            yield from self.arguments[side].values()


def misplaced(pages: Pages, folder: str) -> Iterator[Fault]:
    """Find the ids that are written twice, point nowhere or are not their file's, and the dates that cannot be."""
    if pages.heading and (name := _text(pages.heading, ("id",))) and name != folder:
        yield pages.heading.fault(("id",), f"is {name!r}: it must be the folder's name, {folder!r}")
    yield from _twice(pages)
    yield from _unknown(pages)
    for page in pages.each():
        yield from _never(page)


def _twice(pages: Pages) -> Iterator[Fault]:
    """Within a list no id stands twice; those of arguments, evidence and challenges are unique in the motion."""
    lists: list[tuple[Page | None, Loc]] = [(pages.sources, ()), (pages.misconceptions, ())]
    lists += [(pages.heading, ("people",)), (pages.heading, ("terms",))]
    lists += [(pages.timeline, (part,)) for part in ("events", "offices", "works")]
    for side in SIDES:
        lists += [(page, ("points",)) for page in pages.arguments[side].values()]
    for page, loc in lists:
        seen: set[str] = set()
        for place, name in _ids(page, loc) if page else ():
            if page and name in seen:
                yield page.fault(place, f"id {name!r} is used twice in this list: choose another")
            seen.add(name)

    stands: dict[str, str] = {}
    for side in SIDES:
        for stem, page in pages.arguments[side].items():
            if (own := _text(page, ("id",))) and own != stem:
                yield page.fault(("id",), f"is {own!r}: it must be the file's name, {stem!r}")
            for place, name in [(("id",), own or stem), *_ids(page, ("evidence",)), *_ids(page, ("challenges",))]:
                if name in stands:
                    where = "this file" if stands[name] == page.name else stands[name]
                    yield page.fault(place, f"id {name!r} stands in {where} already: choose another")
                stands[name] = page.name


def _unknown(pages: Pages) -> Iterator[Fault]:
    """Look up every id that refers to something; where a file that may define it cannot be read, none is looked up."""
    arguments = [page for side in SIDES for page in pages.arguments[side].values()]
    stems = {stem for side in SIDES for stem in pages.arguments[side]}
    known: dict[str, set[str] | None] = {
        "source": {name for _, name in _ids(pages.sources, ())} if pages.sources else None,
        "person": {name for _, name in _ids(pages.heading, ("people",))} if pages.heading else None,
        "term": {name for _, name in _ids(pages.heading, ("terms",))} if pages.heading else None,
        "argument": stems | pages.unread | {name for page in arguments if (name := _text(page, ("id",)))},
        "evidence": None if pages.unread else {name for page in arguments for _, name in _ids(page, ("evidence",))},
    }
    for page in (pages.heading, pages.timeline, pages.misconceptions):
        if page:
            yield from _lookup(page, known)
    for page in arguments:
        yield from _lookup(page, known | {"point": {name for _, name in _ids(page, ("points",))}})
    if pages.heading and pages.timeline:
        named = {name for part in ("people", "terms") for _, name in _ids(pages.heading, (part,))}
        named |= {name for part in ("offices", "works") for _, name in _ids(pages.timeline, (part,))}
        for page in (pages.timeline, pages.misconceptions):
            if page:
                yield from _slots(page, named | {"anyone"})


def _lookup(page: Page, known: Mapping[str, set[str] | None]) -> Iterator[Fault]:
    for loc in page.lines:
        what = _refers(loc)
        among = known.get(what) if what else None
        name = _text(page, loc)
        if what and name and among is not None and name not in among:
            where = "add it to sources.yaml" if what == "source" else f"write that {what}"
            yield page.fault(loc, f"unknown {what} {name!r}: correct it or {where}")


def _slots(page: Page, named: set[str]) -> Iterator[Fault]:
    """Look up the ids in the braces of wordings; `bot/base/timeline.py` explains their language."""
    for loc in page.lines:
        if len(loc) > 1 and loc[-2] in WORDINGS:
            for slot in re.findall(r"\{([^}]*)\}", _text(page, loc)):
                for name in slot.split("|"):
                    if not slot[:1].isdigit() and name not in named:
                        yield page.fault(loc, f"{{{slot}}}: no person, term, office or work has the id {name!r}")


def _refers(loc: Loc) -> str | None:
    """Say what kind of thing a place in a file refers to by id, if it does."""
    match loc:
        case (*_, "source") | ("reading", int()):
            return "source"
        case ("evidence", int(), "people", int()) | ("offices", int(), "holders", int(), "person"):
            return "person"
        case ("offices", int(), "also", int()) | ("works", int(), "author"):
            return "person"
        case ("works", int(), "coauthors" | "backers" | "opponents", int()):
            return "person"
        case ("offices", int(), "bodies", int()) | ("works", int(), "terms", int()):
            return "term"
        case ("related", int()) | ("families", int(), int()):
            return "argument"
        case ("evidence" | "challenges", int(), "points", int()):
            return "point"
        case ("challenges", int(), "answers", int(), "evidence", int()) | ("next_steps", int(), "evidence"):
            return "evidence"
    return None


def _never(page: Page) -> Iterator[Fault]:
    """Find dates that no calendar has, and spans that end before they begin."""
    for loc in page.lines:
        field = loc[-2] if len(loc) > 1 and isinstance(loc[-1], int) else loc[-1] if loc else None
        when = _text(page, loc)
        if field not in _DATES or not when or not when.replace("-", "").replace("/", "").isdigit():
            continue  # what is not even written as a date, the models refuse
        try:
            first, last = first_and_last_day(when)
        except ValueError:
            yield page.fault(loc, f"is {when!r}: no calendar has that date")
        else:
            if first > last:
                yield page.fault(loc, f"is {when!r}: it ends before it begins")


def _ids(page: Page, loc: Loc) -> list[tuple[Loc, str]]:
    """Give each id in a list of a page with its place, whatever else is wrong there."""
    items = page.at(loc)
    if not isinstance(items, list):
        return []
    places = [(*loc, index, "id") for index in range(len(items))]
    return [(place, name) for place in places if (name := _text(page, place))]


def _text(page: Page, loc: Loc) -> str:
    value = page.at(loc)
    return value if isinstance(value, str) else ""
