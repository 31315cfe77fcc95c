"""For the curator of the argument base: check it, count it, help the editor with it, and hand it to other tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import MOTION, folders, load_motion

if TYPE_CHECKING:  # imported when used, so that `--help` loads no models
    from bot.base.counts import Counts
    from bot.base.motion import Motion
    from bot.base.reading import Fault

_OUT = click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the screen.")


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=lambda: folders().arguments)
@click.option("--strict", is_flag=True, help="Hold the rules for a motion that is given to a class, and count all.")
def check(folder: Path, strict: bool) -> None:
    """Report every fault of the argument base with file, line and what to do; with none, say what it holds."""
    from bot.base.counts import counts
    from bot.base.loading import check_base
    from bot.base.rules import strict_faults

    motions, faults = check_base(folder)
    faults += _bad_wordings(folder, motions)
    if strict:
        faults = sorted({*faults, *strict_faults(folder, motions)})
        for name, motion in motions.items():
            click.echo("\n".join(_told(name, counts(motion))) + "\n")
    for fault in faults:
        click.echo(str(fault))
    found = f"{len(faults)} fault{'s' if len(faults) > 1 else ''}" if faults else "No fault"
    click.echo(f"{found} in {folder}; sound: {', '.join(motions) or 'no motion'}.")
    if not faults and not strict:
        for name, motion in motions.items():
            click.echo(_told_in_short(name, counts(motion)))
    sys.exit(1 if faults else 0)


def _bad_wordings(folder: Path, motions: Mapping[str, Motion]) -> Iterator[Fault]:
    """Find the wordings of sound motions that the fact check cannot read."""
    from bot.base.loading import read_pages
    from bot.base.references import WORDINGS
    from bot.debate.marking import Marker
    from bot.debate.wordings import BadWording, Wording

    for name, motion in motions.items():
        pages, _ = read_pages(folder, folder / name)
        marker = Marker(motion.heading, motion.timeline)
        for page in filter(None, (pages.timeline, pages.misconceptions)):
            for loc in page.lines:
                if len(loc) > 1 and loc[-2] in WORDINGS:
                    try:
                        Wording(page.at(loc), marker)
                    except BadWording as error:
                        yield page.fault(loc, str(error))


def _told(name: str, counted: Counts) -> Iterator[str]:
    """Tell the counts of a motion, a line for each thing that is counted."""
    from bot.base.counts import COUNTED

    sides = counted.sides
    yield f"{name:<20}{'for':>6}{'against':>9}   for each argument"
    for what in ("arguments", *COUNTED):
        number = {side: getattr(sides[side], what) for side in sides}
        mean = " and ".join(f"{sides[side].mean(what):.1f}" for side in sides)
        yield f"  {what:<18}{number['for']:>6}{number['against']:>9}   {mean}"
    for side in sides:
        yield f"challenges {side}: {_listed(counted.kinds[side])}; {_listed(counted.hardnesses[side])}"
    yield f"not_arguments: {sum(counted.not_arguments.values())} ({_listed(counted.not_arguments)})"
    kinds = _listed(counted.misconceptions)
    yield f"misconceptions: {sum(counted.misconceptions.values())} ({kinds}); disputed: {counted.disputed}"
    yield f"people: {counted.people}; terms: {counted.terms}"
    yield f"timeline: {counted.events} events, {counted.offices} offices, {counted.works} works"
    cited = dict(sorted(counted.cited.items(), key=lambda entry: (-entry[1], entry[0])))
    yield f"sources: {sum(map(bool, cited.values()))} cited {sum(cited.values())} times"
    yield from (f"  {times:>4}  {source}" for source, times in cited.items())


def _told_in_short(name: str, counted: Counts) -> str:
    """Tell in a line what a motion holds."""
    sides = " and ".join(f"{held.arguments} {side}" for side, held in counted.sides.items())
    whats = ("evidence", "challenges", "phrasings")
    held = ", ".join(f"{sum(getattr(side, what) for side in counted.sides.values())} {what}" for what in whats)
    cited = sum(map(bool, counted.cited.values()))
    return f"{name}: {sides}; {held}, {sum(counted.misconceptions.values())} misconceptions, {cited} sources cited."


def _listed(counted: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in counted.items())


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write a file for each kind into this folder."
)
def schema(out: Path | None) -> None:
    """Write the JSON Schemas of the base's files, so that an editor completes fields and underlines mistakes."""
    from bot.base.schema import FILES, schemas

    if out is None:
        click.echo(json.dumps(schemas(), ensure_ascii=False, indent=2))
        return
    out.mkdir(parents=True, exist_ok=True)
    settings = {}
    for name, written in schemas().items():
        path = out / f"{name}.schema.json"
        path.write_text(json.dumps(written, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        settings[path.as_posix() if path.is_absolute() else f"./{path.as_posix()}"] = [
            f"arguments/{place}" for place in FILES[name][0]
        ]
    click.echo(
        f"Wrote {len(settings)} schemas to {out}. In VS Code with its YAML extension, add to the settings:", err=True
    )
    click.echo(json.dumps({"yaml.schemas": settings}, indent=2))


@click.group()
def export() -> None:
    """Write a motion in a format of argument research; what that format cannot hold is said on stderr."""


@export.command()
@MOTION
@_OUT
def argdown(motion: str | None, out: Path | None) -> None:
    """Write a motion as Argdown, to see it as a map."""
    from bot.base.exchange import ARGDOWN_NOTES, to_argdown

    _export(motion, out, to_argdown, ARGDOWN_NOTES)


@export.command()
@MOTION
@_OUT
def aif(motion: str | None, out: Path | None) -> None:
    """Write a motion as AIF JSON, with I, RA and CA nodes."""
    from bot.base.exchange import AIF_NOTES, to_aif

    _export(motion, out, lambda chosen: json.dumps(to_aif(chosen), ensure_ascii=False, indent=1) + "\n", AIF_NOTES)


def _export(motion: str | None, out: Path | None, write: Callable[[Motion], str], notes: tuple[str, ...]) -> None:
    written = write(load_motion(motion))
    if out:
        out.write_text(written, encoding="utf-8")
    else:
        click.echo(written, nl=False)
    for note in notes:
        click.echo(note, err=True)
