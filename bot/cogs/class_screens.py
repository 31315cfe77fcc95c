"""The rounds, a student and the class as a teacher sees them, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.cogs import teacher_labels as words
from bot.cogs.asked import Asked, unpacked
from bot.cogs.desk import Desk
from bot.cogs.layouts import Block, plain, split
from bot.cogs.screens import Menu, Screen, page_of, paged
from bot.record.reports import ClassPicture, CommonMistake, StudentReport, Unmet, class_picture, student_report
from bot.record.rounds import RoundLine, rounds
from bot.record.rounds import student as student_of

_ROUNDS = 10  # on a page
_STUDENTS = 20  # in a block, and on a page of the class
_COMMON = 5  # unmet challenges, mistakes
_WORDS = 300  # characters of a challenge
_LATEST = 10  # rounds and comments under a student


def rounds_screen(desk: Desk, about: str, page: int) -> Screen:
    """List the rounds asked for, newest first."""
    asked = unpacked(about, desk.titles)
    found = rounds(desk.record, asked.filter(desk.rules.zone), page=page, size=_ROUNDS)
    only = in_words(desk, asked)
    if not found.total:
        text = words.NONE_LIKE_THAT.format(asked=only) if only else words.NOBODY_YET
        return Screen("rounds", about, (Block("talk", [text]),))
    head = [f"### {words.ROUNDS.format(total=found.total)}"]
    head += [words.ASKED_FOR.format(asked=only)] if only else []
    return Screen(
        kind="rounds",
        about=about,
        blocks=(Block("talk", head), Block("notice", ["\n".join(_line(desk, line)) for line in found.rounds])),
        page=found.page,
        pages=found.pages,
        menus=(Menu("round", words.OPEN_ROUND, tuple(_to_open(desk, found.rounds))),),
    )


def in_words(desk: Desk, asked: Asked) -> str:
    """Say which rounds were asked for."""
    parts = [
        plain(desk.called(student_of(desk.record, asked.student))) if asked.student else "",
        f"{asked.side} the motion" if asked.side else "",
        plain(desk.title(asked.argument)) if asked.argument else "",
        asked.level or "",
        f"from {asked.since.day} {asked.since:%b %Y}" if asked.since else "",
        f"until {asked.until.day} {asked.until:%b %Y}" if asked.until else "",
        f"assignment {asked.assignment}" if asked.assignment else "",
        "with unmet challenges" if asked.unmet else "",
        "with mistakes" if asked.mistakes else "",
    ]
    return ", ".join(part for part in parts if part)


def _line(desk: Desk, line: RoundLine) -> Iterator[str]:
    yield f"**{line.id} · {plain(desk.called(line.student))}** · {line.side} · {line.level}"
    yield f"-# {words.figures(line, desk.at(line.started))}"
    if line.arguments:
        yield f"-# {plain(', '.join(map(desk.title, line.arguments)))}"


def _to_open(desk: Desk, lines: Iterable[RoundLine]) -> Iterator[tuple[str, str]]:
    for line in lines:
        yield str(line.id), f"{line.id}: {desk.called(line.student)}, {line.side}, {desk.at(line.started)}"


def student_screen(desk: Desk, about: str, page: int) -> Screen:
    """Show a student: rounds, arguments used and never tried, what was not met, the steps shown, comments."""
    report = student_report(desk.record, about, desk.sides)
    pages = paged(_student(desk, report))
    page, blocks = page_of(pages, page)
    latest = report.rounds[::-1][:25]
    return Screen(
        kind="student",
        about=about,
        blocks=tuple(blocks),
        page=page,
        pages=len(pages),
        menus=(Menu("round", words.OPEN_ROUND, tuple(_to_open(desk, latest))),),
    )


def _student(desk: Desk, report: StudentReport) -> Iterator[Block]:
    lines = report.rounds
    met, unmet = sum(line.met for line in lines), sum(line.unmet for line in lines)
    replies = sum(line.replies for line in lines)
    mean = sum((line.mean_quality or 0) * line.replies for line in lines) / replies if replies else None
    figures = words.STUDENT_FIGURES.format(
        finished=sum(line.how == "finished" for line in lines),
        quality=words.quality(mean),
        met=met,
        answered=met + unmet,
    )
    name = plain(desk.called(report.student))
    yield Block(
        "talk", [f"### {words.STUDENT.format(student=name, rounds=words.counted(len(lines), 'round'))}", figures]
    )
    covered = [f"{desk.title(name)}{f' ({times})' if times > 1 else ''}" for name, times in report.covered.items()]
    texts = [words.COVERED.format(number=len(covered), titles=plain(", ".join(covered) or words.NOTHING))]
    for side, missing in report.never.items():
        titles = plain(", ".join(map(desk.title, missing)))
        texts.append((words.NEVER if missing else words.ALL_TRIED).format(side=side, titles=titles))
    yield Block("challenge", texts)
    yield from _common(desk, words.UNMET, report.unmet, words.MISTAKES, report.mistakes)
    if report.feedback:
        shown = report.feedback[-1]
        head = f"**{words.SHOWN.format(number=shown.round)}**"
        yield Block("feedback", [head, *(f"- {plain(text)}" for text in shown.lines)])
    for item in report.comments[::-1][:_LATEST]:
        state = words.RELEASED if item.released else words.DRAFT
        turn = f", turn {item.turn}" if item.turn else ""
        for piece in split(words.COMMENT_LINE.format(round=item.round, turn=turn, state=state, text=plain(item.text))):
            yield Block("talk", [piece])
    newest = lines[::-1][:_LATEST]
    yield Block("notice", ["\n".join(_line(desk, line)) for line in newest])


def class_screen(desk: Desk, about: str, page: int) -> Screen:
    """Show the class: first what stands out, then who has practised."""
    asked = unpacked(about, desk.titles)
    found = class_picture(desk.record, desk.sides, asked.filter(desk.rules.zone))
    only = in_words(desk, asked)
    if not found.students:
        text = words.NONE_LIKE_THAT.format(asked=only) if only else words.NOBODY_YET
        return Screen("class", about, (Block("talk", [text]),))
    people = [found.students[start : start + _STUDENTS] for start in range(0, len(found.students), _STUDENTS)]
    count = 1 + len(people)
    page = min(max(1, page), count)
    head = words.CLASS.format(
        students=words.counted(len(found.students), "student"), rounds=words.counted(found.rounds, "round")
    )
    texts = [f"### {head}", *([words.ASKED_FOR.format(asked=only)] if only else [])]
    some = found.students if page == 1 else people[page - 2]
    blocks = list(_class(desk, found, texts)) if page == 1 else list(_practised(desk, found, people[page - 2], texts))
    return Screen(
        kind="class",
        about=about,
        blocks=tuple(blocks),
        page=page,
        pages=count,
        menus=(
            Menu(
                "student",
                words.OPEN_STUDENT,
                tuple((line.student.id, desk.called(line.student)) for line in some[:25]),
            ),
        )
        if page > 1 or len(some) <= 25
        else (),
    )


def _class(desk: Desk, found: ClassPicture, head: list[str]) -> Iterator[Block]:
    balance = words.CLASS_FIGURES.format(
        finished=found.finished, for_=found.sides.get("for", 0), against=found.sides.get("against", 0)
    )
    yield Block("talk", [*head, balance])
    most = sorted(found.raised.items(), key=lambda item: -item[1])[:_COMMON]
    raised = ", ".join(f"{desk.title(name)} ({number})" for name, number in most if number)
    never = plain(", ".join(map(desk.title, found.never)))
    texts = [words.NEVER_RAISED.format(titles=never) if never else words.ALL_RAISED]
    texts.append(words.MOST_RAISED.format(titles=plain(raised or words.NOTHING)))
    yield Block("challenge", texts)
    yield from _common(desk, words.COMMONEST_UNMET, found.unmet, words.COMMONEST_MISTAKES, found.mistakes)


def _practised(desk: Desk, found: ClassPicture, some: Sequence[object], head: list[str]) -> Iterator[Block]:
    yield Block("talk", [*head, f"**{words.PRACTISED}**"])
    used = {line.student.id: 0 for line in found.students}
    for student, _ in found.made:
        used[student] += 1
    lines = [
        words.PRACTISED_LINE.format(
            student=plain(desk.called(line.student)),
            rounds=words.counted(line.rounds, "round"),
            quality=words.quality(line.mean_quality),
            arguments=words.counted(used[line.student.id], "argument"),
            last=desk.at(line.last).split(",")[0],
        )
        for line in found.students
        if line in some
    ]
    yield Block("notice", lines)
    yield Block("talk", [words.ONLY_THOSE])


def _common(
    desk: Desk, unmet_head: str, unmet: Sequence[Unmet], mistakes_head: str, mistakes: Sequence[CommonMistake]
) -> Iterator[Block]:
    """Show the commonest unmet challenges and mistakes; nothing where there are none."""
    if unmet:
        lines = []
        for item in unmet[:_COMMON]:
            question = plain(_short(desk.question(item.challenge, item.words)))
            lines.append(f"- {item.times}× **{plain(desk.title(item.argument))}** ({item.kind}): {question}")
        yield Block("challenge", [f"**{unmet_head}**", *lines])
    if mistakes:
        lines = [f"- {item.times}× {plain(_short(item.says))}" for item in mistakes[:_COMMON]]
        yield Block("mend", [f"**{mistakes_head}**", *lines])


def _short(text: str) -> str:
    return text if len(text) <= _WORDS else f"{text[:_WORDS].rsplit(' ', 1)[0]} …"
