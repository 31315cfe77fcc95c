"""Transcripts as Markdown, in which nothing that anybody typed can act as Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from bot.record.rules import Names
from bot.record.transcripts import Transcript, TranscriptTurn

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$^@!]|(?<=\bwww)\.|(?<=\bhttp):|(?<=\bhttps):|(?<=\bftp):", re.IGNORECASE)


def to_markdown(
    found: Iterable[Transcript], *, heading: str, names: Names, zone: ZoneInfo, titles: Mapping[str, str]
) -> str:
    """Write transcripts under one heading; `titles` are the titles of the base's arguments."""
    lines = [f"# {escaped(heading)}"]
    for item in found:
        lines += ["", *_round(item, names, zone, titles)]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Write a text on one line so that Markdown shows it as it stands."""
    return _line(" ".join(text.split()))


def quoted(text: str) -> list[str]:
    """Write a text as a quotation, line by line, so that Markdown shows it as it stands."""
    return [f"> {_line(' '.join(line.split()))}".rstrip() for line in text.splitlines()] or [">"]


def _line(text: str) -> str:
    text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)
    text = re.sub(r"^(\d{1,9})(?=[.)])", r"\1\\", text)  # no numbered list
    return re.sub(r"^(?=[-+=:])", r"\\", text)  # no list, heading or rule


def _round(item: Transcript, names: Names, zone: ZoneInfo, titles: Mapping[str, str]) -> Iterator[str]:
    line = item.round
    yield f"## Round {line.id}: {escaped(line.student.called(names))}, {line.side} the motion"
    yield ""
    began = line.started.astimezone(zone)
    quality = f", mean quality of replies {line.mean_quality:.1f} of 3" if line.mean_quality is not None else ""
    yield (
        f"{began:%d %B %Y, %H:%M}; level {line.level}; {line.how}; {line.minutes} min. "
        f"Challenges met: {line.met} of {line.met + line.unmet}{quality}. Mistakes of fact: {line.mistakes}."
    )
    for comment in item.comments:
        yield from ("", "**Comment on the round:**", "", *quoted(comment.text))
    for turn in item.turns:
        yield from ("", *_turn(turn, zone, titles))


def _turn(turn: TranscriptTurn, zone: ZoneInfo, titles: Mapping[str, str]) -> Iterator[str]:
    redraft = f", a redraft of {turn.replaces}" if turn.replaces else ""
    draft = "" if turn.counts else ", replaced later"
    kind = f"{turn.kind}{redraft}{draft}, {turn.at.astimezone(zone):%H:%M:%S}"
    yield f"**{turn.number}. {turn.speaker.capitalize()}** ({kind})"
    yield ""
    yield from quoted(turn.text)
    remarks = list(remarks_on(turn, titles))
    if remarks:
        yield ""
        yield from (f"- {name}: {escaped(text)}" for name, text in remarks)


def remarks_on(turn: TranscriptTurn, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Say in words what was made of a turn: pairs of what it is and what it says."""

    def title(name: str) -> str:
        return titles.get(name, name)

    if turn.picked is not None:
        yield "Picked", f"guess {turn.picked}" if turn.picked else "none of the guesses"
    if turn.arguments:
        yield "Argument", ", ".join(map(title, turn.arguments))
    if turn.recognised:
        sure = ", ".join(f"{title(match.argument)} {match.score:.2f}" for match in turn.recognised)
        words = ", ".join(f"“{word}”" for word in turn.recognised[0].why)
        kind = f" ({turn.nonsense})" if turn.nonsense else ""
        yield "Recognised", f"{turn.verdict}{kind}; nearest {sure}" + (f"; heard in {words}" if words else "")
    if turn.correction:
        name = turn.correction.argument
        yield "Corrected by the teacher", "no argument of the base" if name == "none" else title(name)
    for mistake in turn.mistakes:
        yield ("Disputed" if mistake.disputed else "Mistake"), f"“{mistake.span}”. {mistake.says}"
    if turn.put:
        yield "Challenge", f"{turn.put.kind}, on {title(turn.put.argument)}; chosen because {turn.put.why}"
    if turn.assessed:
        quality = turn.assessed.quality
        if quality is not None:
            yield "Quality", f"{quality} of 3"
        yield from (("Because", reason) for reason in turn.assessed.reasons)
        if turn.assessed.tags:
            yield "Tags", ", ".join(turn.assessed.tags)
    yield from (("Comment", comment.text) for comment in turn.comments)
