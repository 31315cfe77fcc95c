"""Loads `arguments/` from its files, cross-checks it, and reports every fault at once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.base.authored import Text
from bot.base.motion import SIDES, Argument, Heading, Motion, NonsenseKind, Side, Source
from bot.base.reading import Fault, Page, read_page, validate
from bot.base.references import Pages, misplaced
from bot.base.timeline import Misconception, Timeline
from bot.errors import FaultyBase


def load_base(root: Path, *, cache: Path | None = None) -> dict[str, Motion]:
    """Load every motion below `root` by id; `FaultyBase` names all the faults if there are any.

    With `cache`, a folder, a base that was read before is taken from there: the file's name is the hash of the base.
    """
    motions: dict[str, Motion] = {}
    faults: list[Fault] = []
    for folder in _motion_folders(root):
        stored = cache / f"{_hash(root, folder)}.json" if cache else None
        motion = _kept(stored) if stored else None
        if motion is None:
            motion, found = _load_motion(root, folder)
            faults += found
            if motion and stored:
                _keep(stored, motion)
        if motion:
            motions[motion.id] = motion
    if faults:
        faults = sorted(set(faults))  # the bibliography's are found once for each motion
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
        motion, found = _load_motion(root, folder)
        faults += found
        if motion:
            motions[motion.id] = motion
    return motions, sorted(set(faults))


def _load_motion(root: Path, folder: Path) -> tuple[Motion | None, list[Fault]]:
    """Read one motion; it is given only if it has no fault."""
    pages, faults = read_pages(root, folder)

    def make(page: Page | None, kind: Any) -> Any:
        value, found = validate(page, kind) if page else (None, [])
        faults.extend(found)
        return value

    arguments = [(side, make(page, Argument)) for side in SIDES for page in pages.arguments[side].values()]
    parts = {
        "sources": make(pages.sources, tuple[Source, ...]),
        "heading": make(pages.heading, Heading),
        "timeline": make(pages.timeline, Timeline),
        "misconceptions": make(pages.misconceptions, tuple[Misconception, ...]),
        "not_arguments": make(pages.not_arguments, dict[NonsenseKind, tuple[Text, ...]]),
    }
    faults += misplaced(pages, folder.name)
    if faults:
        return None, faults
    parts["sources"] = {source.id: source for source in parts["sources"]}
    parts["arguments"] = {argument.id: argument for _, argument in arguments}
    parts["sides"] = {argument.id: side for side, argument in arguments}
    return Motion(**parts, hash=_hash(root, folder)), []


def read_pages(root: Path, folder: Path) -> tuple[Pages, list[Fault]]:
    """Read the files of one motion, and find those that cannot be read or that nothing would read."""
    faults: list[Fault] = []
    expected: set[Path] = set()

    def name(path: Path) -> str:
        return path.relative_to(root.parent).as_posix()

    def read(path: Path) -> Page | None:
        expected.add(path)
        page, found = read_page(path, name(path))
        faults.extend(found)
        return page

    arguments: dict[Side, dict[str, Page]] = {}
    unread: set[str] = set()
    for side in SIDES:
        paths = sorted((folder / side).glob("*.yaml"))
        if not paths:
            faults.append(Fault(f"{name(folder)}/{side}", 1, "", "has no argument: write at least one"))
        arguments[side] = {path.stem: page for path in paths if (page := read(path))}
        unread |= {path.stem for path in paths} - set(arguments[side])
    pages = Pages(
        sources=read(root / "sources.yaml"),
        heading=read(folder / "motion.yaml"),
        timeline=read(folder / "timeline.yaml"),
        misconceptions=read(folder / "misconceptions.yaml"),
        not_arguments=read(folder / "not_arguments.yaml"),
        arguments=arguments,
        unread=frozenset(unread),
    )
    for path in sorted({*folder.rglob("*.yaml"), *folder.rglob("*.yml")} - expected):
        faults.append(Fault(name(path), 1, "", "is never read: arguments are for/<id>.yaml and against/<id>.yaml"))
    return pages, faults


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


def _kept(stored: Path) -> Motion | None:
    """Give what the cache holds; what an older version left, or a broken disk, is as good as nothing."""
    try:
        return Motion.model_validate_json(stored.read_bytes())
    except (OSError, ValidationError):
        return None


def _keep(stored: Path, motion: Motion) -> None:
    """Write the cache whole or not at all; a folder that cannot be written only costs time."""
    try:
        stored.parent.mkdir(parents=True, exist_ok=True)
        part = stored.with_suffix(".part")
        part.write_text(motion.model_dump_json(by_alias=True), encoding="utf-8")
        part.replace(stored)
    except OSError:
        return
