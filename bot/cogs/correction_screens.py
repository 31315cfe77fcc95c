"""What the base could not place, and the choice of what a turn really argued."""

from __future__ import annotations

from bot.cogs import teacher_labels as words
from bot.cogs.asked import unpacked
from bot.cogs.class_screens import in_words
from bot.cogs.desk import Desk
from bot.cogs.layouts import Block, plain, quoted
from bot.cogs.screens import Do, Menu, Screen, page_of, paged
from bot.errors import RecordError
from bot.record.classroom import NONE
from bot.record.transcripts import TranscriptTurn, transcript
from bot.record.worklist import Unrecognised, unrecognised

_NEAREST = 3


def unrecognised_screen(desk: Desk, about: str, page: int) -> Screen:
    """List what was not placed or was placed wrongly, newest first: the curator's work list."""
    asked = unpacked(about, desk.titles)
    found = unrecognised(desk.record, asked.filter(desk.rules.zone))
    only = in_words(desk, asked)
    if not found:
        text = words.ALL_PLACED.format(asked=f" ({only})" if only else "")
        return Screen("unrecognised", about, (Block("talk", [text]),))
    pages = paged(block for item in found for block in _unplaced(desk, item))
    page, blocks = page_of(pages, page)
    heads = {_head(desk, item): item for item in found}
    shown = [heads[block.texts[0]] for block in blocks if block.texts[0] in heads]
    head = [f"### {words.UNPLACED.format(total=len(found))}"] + ([words.ASKED_FOR.format(asked=only)] if only else [])
    return Screen(
        kind="unrecognised",
        about=about,
        blocks=(Block("talk", head), *blocks),
        page=page,
        pages=len(pages),
        menus=(
            Menu(
                "correct",
                words.PLACE_ONE,
                tuple((f"{item.round}.{item.turn}", f"{item.round}, turn {item.turn}: {item.text}") for item in shown),
            ),
        ),
        buttons=(Do("claims", about, words.AS_FILE),),
    )


def _head(desk: Desk, item: Unrecognised) -> str:
    return words.UNPLACED_LINE.format(
        round=item.round,
        turn=item.turn,
        student=plain(desk.called(item.student)),
        side=item.side,
        at=desk.at(item.at),
    )


def _unplaced(desk: Desk, item: Unrecognised) -> list[Block]:
    first, *rest = quoted(item.text) or ["> "]
    texts = [_head(desk, item), first]
    titles = plain(", ".join(map(desk.title, item.nearest[:_NEAREST])) or words.NOTHING)
    verdict = item.nonsense or words.VERDICTS.get(item.verdict, item.verdict)
    notes = [words.NEAREST.format(verdict=verdict, titles=titles)]
    if item.picked:
        notes.append(words.PICKED.format(title=plain(desk.title(item.picked))))
    if item.correction:
        notes.append(words.CORRECTED.format(title=plain(corrected(desk, item.correction))))
    if not rest:
        return [Block("talk", [*texts, *notes])]
    return [Block("talk", texts), *(Block("talk", [piece]) for piece in rest[:-1]), Block("talk", [rest[-1], *notes])]


def correct_screen(desk: Desk, about: str, page: int) -> Screen:
    """Ask what a turn really argued."""
    number, turn = student_turn(desk, about)
    heard = plain(", ".join(map(desk.title, turn.arguments)) or words.NOTHING_HEARD)
    head = Block("talk", [f"### {words.CORRECT_HEAD.format(turn=turn.number, round=number)}"])
    pages = paged([head, *(Block("talk", [piece]) for piece in quoted(turn.text))])
    motion = next(
        (item for item in desk.motions.values() if item.id == transcript(desk.record, number).round.motion),
        desk.motion,
    )
    return Screen(
        kind="correct",
        about=about,
        blocks=(*pages[0], Block("talk", [words.HEARD_NOW.format(heard=heard)])),
        menus=tuple(
            Menu(
                f"as{side}",
                words.CHOOSE_SIDE[side],
                tuple((f"{about}.{name}", desk.title(name)) for name, own in motion.sides.items() if own == side),
            )
            for side in ("for", "against")
        ),
        buttons=(
            Do("correct", f"{about}.{NONE}", words.NO_ARGUMENT),
            *((Do("uncorrect", about, words.TAKE_BACK),) if turn.correction else ()),
        ),
    )


def student_turn(desk: Desk, about: str) -> tuple[int, TranscriptTurn]:
    """Find the turn that `round.turn` names; `RecordError` if a student did not say it."""
    number, at = map(int, about.split(".")[:2])
    found = next((item for item in transcript(desk.record, number).turns if item.number == at), None)
    if found is None or found.speaker != "student":
        raise RecordError(f"Turn {at} of round {number} is not a student's. The transcript numbers the turns.")
    return number, found


def corrected(desk: Desk, argument: str) -> str:
    """Say what a turn was corrected to."""
    return words.AS_NONE if argument == NONE else desk.title(argument)
