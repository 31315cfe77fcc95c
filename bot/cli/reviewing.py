"""The review at a terminal: rounds, a transcript, a student, the class."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.desk import Desk, of_class, of_rounds, print_rounds, print_table, quality, sit_down, wanted
from bot.cli.options import make_screen
from bot.errors import DebateBotError

if TYPE_CHECKING:
    from bot.record.reports import ClassPicture
    from bot.record.rules import Names


@click.command("rounds")
@of_class
@of_rounds
@click.option("--page", type=click.IntRange(1), default=1)
def review_rounds(data: Path, class_id: str, motion: str | None, names: Names | None, page: int, **asked: Any) -> None:
    """List rounds, newest first, ten a page."""
    from bot.record.rounds import rounds

    desk = sit_down(data, class_id, motion, names)
    found = rounds(desk.record, wanted(desk, **asked), page=page)
    if not found.total:
        click.echo("No rounds like that. Leave out an option to see more.")
        return
    print_rounds(desk, found.rounds)
    click.echo(f"Page {found.page} of {found.pages}; {found.total} rounds.")


@click.command("round")
@click.argument("number", type=int)
@of_class
def review_round(number: int, data: Path, class_id: str, motion: str | None, names: Names | None) -> None:
    """Print a round's transcript: what was recognised, put and assessed, with comments, also drafts of them."""
    from bot.record.export.markdown import remarks_on
    from bot.record.transcripts import transcript

    desk = sit_down(data, class_id, motion, names)
    found, screen = transcript(desk.record, number), make_screen()
    line = found.round
    screen.say(f"Round {line.id}: {line.student.called(desk.names)}, {line.side} the motion", "bold")
    screen.say(
        f"{desk.at(line.started)}, {line.level}, {line.how}, {line.minutes} min; "
        f"challenges met {line.met} of {line.met + line.unmet}; quality {quality(line.mean_quality)} of 3"
    )
    for comment in found.comments:
        screen.say(f"Comment {comment.id}{'' if comment.released else ' (draft)'}: {comment.text}", "green")
    for turn in found.turns:
        draft = f", a redraft of {turn.replaces}" if turn.replaces else "" if turn.counts else ", replaced later"
        screen.say("")
        screen.say(f"{turn.number}. {turn.speaker}, {turn.kind}{draft}, after {turn.seconds} s", "bold")
        screen.say(turn.text, indent=3)
        for name, text in remarks_on(turn, desk.titles):
            screen.say(f"- {name}: {text}", "cyan", indent=3)


@click.command("student")
@click.argument("who")
@of_class
def review_student(who: str, data: Path, class_id: str, motion: str | None, names: Names | None) -> None:
    """Print a student's rounds, what they covered and never tried, and the feedback shown to them."""
    from bot.record.reports import student_report
    from bot.record.rounds import find_student

    desk = sit_down(data, class_id, motion, names)
    report = student_report(desk.record, find_student(desk.record, who).id, desk.motion.sides)
    screen = make_screen()
    screen.say(report.student.called(desk.names), "bold")
    print_rounds(desk, report.rounds)
    titles = desk.titles
    covered = ", ".join(f"{titles.get(name, name)} ({times})" for name, times in report.covered.items())
    screen.say(f"Covered: {covered or 'nothing yet'}")
    for side, missing in report.never.items():
        screen.say(f"Never tried, {side}: {', '.join(titles.get(name, name) for name in missing) or 'none'}")
    for item in report.unmet[:5]:
        screen.say(f"Not met: {item.words}")
    for mistake in report.mistakes[:5]:
        screen.say(f"Mistake: {mistake.says}")
    for shown in report.feedback[-1:]:
        screen.say(f"Shown after round {shown.round}:", "bold")
        for text in shown.lines:
            screen.say(text, indent=3)
    for comment in report.comments:
        state = "released" if comment.released else "draft"
        screen.say(f"Comment {comment.id} on round {comment.round} ({state}): {comment.text}", "green")


@click.command("class")
@of_class
@of_rounds
@click.option("--pictures", type=click.Path(path_type=Path, file_okay=False), help="Also draw them into this folder.")
def review_class(
    data: Path, class_id: str, motion: str | None, names: Names | None, pictures: Path | None, **asked: Any
) -> None:
    """Print the class picture: who practised, what was raised and never raised, what was not met."""
    from bot.record.reports import class_picture

    desk = sit_down(data, class_id, motion, names)
    found = class_picture(desk.record, desk.motion.sides, wanted(desk, **asked))
    titles, screen = desk.titles, make_screen()
    if not found.students:
        click.echo("Nobody has practised yet, or not like that.")
        return
    balance = ", ".join(f"{side} {number}" for side, number in found.sides.items())
    screen.say(
        f"{len(found.students)} students, {found.rounds} rounds ({balance}), {found.finished} to the end", "bold"
    )
    print_table(
        ("student", "rounds", "to the end", "replies", "quality", "arguments", "last"),
        (
            (
                line.student.called(desk.names),
                line.rounds,
                line.finished,
                line.replies,
                quality(line.mean_quality),
                sum(who == line.student.id for who, _ in found.made),
                desk.at(line.last),
            )
            for line in found.students
        ),
    )
    screen.say("Raised by how many students:", "bold")
    raised = sorted(found.raised.items(), key=lambda item: -item[1])
    print_table(("argument", "side", "students"), ((titles[name], desk.motion.sides[name], n) for name, n in raised))
    screen.say("Challenges most often not met:", "bold")
    for item in found.unmet[:5]:
        screen.say(
            f"{item.times} times, {titles.get(item.argument, item.argument)}, {item.kind}: {item.words}", indent=3
        )
    screen.say("Commonest mistakes of fact:", "bold")
    for mistake in found.mistakes[:5]:
        screen.say(f"{mistake.times} times: {mistake.says}", indent=3)
    if pictures:
        _draw(desk, found, pictures)


def _draw(desk: Desk, found: ClassPicture, folder: Path) -> None:
    try:
        from bot.charts import class_heatmap, coverage_bars
    except ImportError as error:
        raise DebateBotError("Pictures need matplotlib: install debate-bot[charts].") from error
    folder.mkdir(parents=True, exist_ok=True)
    sides, titles = desk.motion.sides, desk.titles
    for name, picture in (
        ("heatmap", class_heatmap(found, sides=sides, titles=titles, names=desk.names)),
        ("coverage", coverage_bars(found, sides=sides, titles=titles)),
    ):
        if picture.png:
            (folder / f"{name}.png").write_bytes(picture.png)
            click.echo(f"{folder / name}.png")
