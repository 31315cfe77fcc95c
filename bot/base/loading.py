"""Loads `arguments/` from its files, cross-checks it, and reports every fault at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.base.motion import Argument, Heading, Motion, NonsenseKind, Side, Source
from bot.base.reading import Fault, Loc, Page, read_page, validate
from bot.base.timeline import Misconception, Timeline
from bot.errors import FaultyBase

SIDES: tuple[Side, Side] = ("for", "against")


@dataclass
class _Desk:
    """What is on the curator's desk while a base is read: the good parts, their pages, and the faults so far."""

    root: Path
    faults: list[Fault] = field(default_factory=list)

    def read(self, path: Path, kind: object) -> tuple[object | None, Page | None]:
        page, faults = read_page(path, path.relative_to(self.root.parent).as_posix())
        self.faults += faults
        if page is None:
            return None, None
        value, faults = validate(page, kind)
        self.faults += faults
        return value, page


def load_base(root: Path, *, cache: Path | None = None) -> dict[str, Motion]:
    """Load every motion below `root` by id; `FaultyBase` names all the faults if there are any.

    With `cache`, a folder, a base that was read before is taken from there: the file's name is the hash of the base.
    """
    motions: dict[str, Motion] = {}
    faults: list[Fault] = []
    for folder in _motion_folders(root):
        stored = cache / f"{_hash(root, folder)}.json" if cache else None
        if stored and stored.is_file():
            motion: Motion | None = Motion.model_validate_json(stored.read_bytes())
        else:
            motion, found = load_motion(root, folder)
            faults += found
            if motion and stored and not faults:
                _keep(stored, motion)
        if motion:
            motions[motion.id] = motion
    if faults:
        count = f"{len(faults)} fault" + ("s" if len(faults) > 1 else "")
        raise FaultyBase(f"The argument base has {count}. Run `debate-bot check {root}` to see each with its line.")
    if not motions:
        raise FaultyBase(f"There is no motion in {root}. Set DEBATE_BOT_ARGUMENTS to the folder that holds one.")
    return motions


def check_base(root: Path) -> tuple[dict[str, Motion], list[Fault]]:
    """Read every motion and give the sound ones with all the faults found, in the order of files and lines."""
    motions: dict[str, Motion] = {}
    faults: list[Fault] = []
    folders = _motion_folders(root)
    if not folders:
        faults.append(Fault(root.name, 1, "", "holds no motion: a motion is a folder with a motion.yaml"))
    for folder in folders:
        motion, found = load_motion(root, folder)
        faults += found
        if motion:
            motions[motion.id] = motion
    return motions, sorted(set(faults))


def load_motion(root: Path, folder: Path) -> tuple[Motion | None, list[Fault]]:
    """Read one motion; it is given only if it has no fault."""
    desk = _Desk(root)
    sources, sources_page = desk.read(root / "sources.yaml", tuple[Source, ...])
    heading, heading_page = desk.read(folder / "motion.yaml", Heading)
    timeline, timeline_page = desk.read(folder / "timeline.yaml", Timeline)
    misconceptions, misconceptions_page = desk.read(folder / "misconceptions.yaml", tuple[Misconception, ...])
    nonsense, _ = desk.read(folder / "not_arguments.yaml", dict[NonsenseKind, tuple[str, ...]])
    arguments: list[tuple[Side, Argument, Page]] = []
    for side in SIDES:
        paths = sorted((folder / side).glob("*.yaml"))
        if not paths:
            desk.faults.append(Fault(f"{root.name}/{folder.name}/{side}", 1, "", "has no argument: write at least one"))
        for path in paths:
            argument, page = desk.read(path, Argument)
            if argument and page:
                assert isinstance(argument, Argument)
                arguments.append((side, argument, page))
                if argument.id != path.stem:
                    desk.faults.append(page.fault(("id",), f"is {argument.id!r}: it must be the file's name, {path.stem!r}"))
    pages = (sources_page, heading_page, timeline_page, misconceptions_page)
    if None not in (sources, heading, timeline, misconceptions, nonsense):
        desk.faults += _cross_check(arguments, sources, heading, timeline, misconceptions, pages)  # type: ignore[arg-type]
    if desk.faults:
        return None, desk.faults
    return Motion(
        heading=heading,  # type: ignore[arg-type]  # without faults every part is there
        arguments={argument.id: argument for _, argument, _ in arguments},
        sides={argument.id: side for side, argument, _ in arguments},
        not_arguments=nonsense,  # type: ignore[arg-type]
        timeline=timeline,  # type: ignore[arg-type]
        misconceptions=misconceptions,  # type: ignore[arg-type]
        sources={source.id: source for source in sources},  # type: ignore[attr-defined]
        hash=_hash(root, folder),
    ), []


def _cross_check(
    arguments: list[tuple[Side, Argument, Page]],
    sources: tuple[Source, ...],
    heading: Heading,
    timeline: Timeline,
    misconceptions: tuple[Misconception, ...],
    pages: tuple[Page | None, ...],
) -> Iterator[Fault]:
    """Find ids that are written twice or that point nowhere."""
    sources_page, heading_page, timeline_page, misconceptions_page = pages
    assert sources_page and heading_page and timeline_page and misconceptions_page
    known = {source.id for source in sources}
    people = {person.id for person in heading.people}
    ids = {argument.id for _, argument, _ in arguments}
    evidence = {item.id for _, argument, _ in arguments for item in argument.evidence}

    def source(page: Page, loc: Loc, name: str) -> Iterator[Fault]:
        if name not in known:
            yield page.fault(loc, f"unknown source {name!r}: add it to sources.yaml or correct it")

    def reference(page: Page, loc: Loc, name: str, among: set[str], what: str) -> Iterator[Fault]:
        if name not in among:
            yield page.fault(loc, f"unknown {what} {name!r}: correct it or write that {what}")

    yield from _twice(sources_page, (), [item.id for item in sources])
    for part, named in (("people", heading.people), ("terms", heading.terms)):
        yield from _twice(heading_page, (part,), [item.id for item in named])
        for index, item in enumerate(named):
            yield from source(heading_page, (part, index, "source"), item.source)
    for index, family in enumerate(heading.families):
        for place, name in enumerate(family):
            yield from reference(heading_page, ("families", index, place), name, ids, "argument")
    for place, loc, name in timeline.references():
        if place == "source":
            yield from source(timeline_page, loc, name)
        else:
            yield from reference(timeline_page, loc, name, people, "person")
    yield from _twice(misconceptions_page, (), [item.id for item in misconceptions])
    for index, misconception in enumerate(misconceptions):
        yield from source(misconceptions_page, (index, "source"), misconception.source)

    seen: dict[str, str] = {}
    for _, argument, page in arguments:
        named_ids: list[tuple[Loc, str]] = [(("id",), argument.id)]
        named_ids += [(("evidence", n, "id"), item.id) for n, item in enumerate(argument.evidence)]
        named_ids += [(("challenges", n, "id"), challenge.id) for n, challenge in enumerate(argument.challenges)]
        for loc, name in named_ids:
            if name in seen:
                yield page.fault(loc, f"id {name!r} stands in {seen[name]} too: choose another")
            seen[name] = page.name
        yield from _twice(page, ("points",), [point.id for point in argument.points])
        for n, item in enumerate(argument.evidence):
            yield from source(page, ("evidence", n, "source"), item.source)
            for person in item.people:
                yield from reference(page, ("evidence", n, "people"), person, people, "person")
        points = {point.id for point in argument.points}
        for n, challenge in enumerate(argument.challenges):
            yield from source(page, ("challenges", n, "source"), challenge.source)
            for point in challenge.points:
                yield from reference(page, ("challenges", n, "points"), point, points, "point")
            for a, answer in enumerate(challenge.answers):
                for name in answer.evidence:
                    yield from reference(page, ("challenges", n, "answers", a), name, evidence, "evidence")
        for n, step in enumerate(argument.next_steps):
            yield from reference(page, ("next_steps", n, "evidence"), step.evidence, evidence, "evidence")
        for n, name in enumerate(argument.related):
            yield from reference(page, ("related", n), name, ids, "argument")
        for n, name in enumerate(argument.reading):
            yield from source(page, ("reading", n), name)


def _twice(page: Page, loc: Loc, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield page.fault((*loc, index, "id"), f"id {name!r} is used twice in this file: choose another")
        seen.add(name)


def _motion_folders(root: Path) -> list[Path]:
    return sorted(path.parent for path in root.glob("*/motion.yaml"))


def _hash(root: Path, folder: Path) -> str:
    """Hash the content of a motion: names and bytes of its files and of the bibliography."""
    digest = hashlib.sha256()
    for path in [root / "sources.yaml", *sorted(folder.rglob("*.yaml"))]:
        if path.is_file():
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _keep(stored: Path, motion: Motion) -> None:
    """Write the cache whole or not at all; a folder that cannot be written only costs time."""
    try:
        stored.parent.mkdir(parents=True, exist_ok=True)
        part = stored.with_suffix(".part")
        part.write_text(motion.model_dump_json(by_alias=True), encoding="utf-8")
        part.replace(stored)
    except OSError:
        return
