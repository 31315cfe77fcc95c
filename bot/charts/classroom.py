"""Pictures of the class: arguments by student, how many raised each argument, and how an assignment stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from bot.base.motion import Side
from bot.charts.canvas import (
    BLUE,
    FAINT,
    GREEN,
    GREY,
    GROUND,
    ORANGE,
    PANEL,
    TEXT,
    WIDTH,
    YELLOW,
    Picture,
    axes_at,
    finish,
    fitting,
    new_figure,
    nothing_yet,
    points,
    wide,
    write,
)
from bot.record.assignments import Assignment, Standing
from bot.record.reports import ClassPicture
from bot.record.rules import Names

_ROW = 40  # pixels a row of text
_LABELS = 430  # pixels for the titles of arguments
_COUNTS = 70  # pixels for the numbers at the right
_GAP = 22  # pixels between the two sides
_STUDENTS = 230  # pixels for the names of students
_SHADES = 5  # rounds from which cells have the same colour
_NAMED = 60  # students up to which each row has a name
_HEAT = LinearSegmentedColormap.from_list("heat", [PANEL, "#2c6e9c", BLUE, YELLOW])
_NOBODY = "Nobody has practised yet. Ask the class to start a round with /debate start, then look again."


def class_heatmap(
    picture: ClassPicture, *, sides: Mapping[str, Side], titles: Mapping[str, str], names: Names
) -> Picture:
    """Draw in how many rounds each student used each argument: students down, arguments across."""
    if not picture.students:
        return nothing_yet(_NOBODY)
    named = len(picture.students) <= _NAMED
    who = list(picture.students)
    if not named:
        used = Counter(student for student, _ in picture.made)
        who.sort(key=lambda line: -used[line.student.id])
    row = 34 if named else max(2, 1200 // len(who))
    groups = _by_side(picture, sides)
    labels = {name: fitting(titles.get(name, name), 420, 24) for rows in groups.values() for name in rows}
    top = 120 + max(wide(label, 24) for label in labels.values())
    figure = new_figure(round(top + row * len(who) + 124))
    write(figure, 20, 16, f"Arguments by student ({len(who)})", size=32, weight="bold")
    column = (WIDTH - _STUDENTS - 20 - _GAP * (len(groups) - 1)) / len(labels)
    most = max(3, *picture.made.values()) if picture.made else 3
    shades = min(most, _SHADES)
    if named:
        for place, line in enumerate(who):
            name = fitting(line.student.called(names), _STUDENTS - 30, 24)
            write(figure, _STUDENTS - 12, top + row * (place + 0.5), name, size=24, ha="right", va="center")
    else:
        write(figure, 20, top, "One line\na student, most\narguments first", size=22, color=FAINT)
    left, below = float(_STUDENTS), top + row * len(who)
    turned = {"size": 24, "rotation": 90 if max(picture.raised.values()) > 9 else 0}
    for side, rows in groups.items():
        write(figure, left, 66, fitting(f"{side.capitalize()} the motion", column * len(rows), 26), weight="bold")
        axes = axes_at(figure, left, top, column * len(rows), row * len(who))
        cells = [[picture.made.get((line.student.id, name), 0) for name in rows] for line in who]
        axes.imshow(cells, cmap=_HEAT, vmin=0, vmax=shades, aspect="auto", interpolation="nearest")
        _divide(axes, len(rows), len(who) if named else 0)
        for place, name in enumerate(rows):
            middle = left + column * (place + 0.5)
            colour = TEXT if picture.raised[name] else ORANGE
            write(figure, middle, top - 10, labels[name], size=24, rotation=90, ha="center", va="bottom", color=colour)
            write(figure, middle, below + 10, str(picture.raised[name]), ha="center", color=colour, **turned)
        left += column * len(rows) + _GAP
    write(figure, _STUDENTS - 12, below + 10, "students", size=24, ha="right", color=FAINT)
    _legend(figure, below + 70, shades, more=most > shades, unused=bool(picture.never))
    return finish(figure, _in_words(picture, groups, titles, f"Arguments by student. {_size(picture)}"))


def _divide(axes: Axes, columns: int, rows: int) -> None:
    """Draw lines between the cells; 0 rows draws none between rows."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_xticks([place - 0.5 for place in range(columns + 1)], minor=True)
    axes.set_yticks([place - 0.5 for place in range(rows + 1)] if rows else [], minor=True)
    axes.grid(which="minor", color=GROUND, linewidth=points(3))
    axes.tick_params(which="minor", length=0)


def _legend(figure: Figure, top: float, most: int, *, more: bool, unused: bool) -> None:
    """Say which colour is how many rounds; with `more`, the last is for so many and more."""
    write(figure, _STUDENTS - 12, top + 15, "rounds", size=24, va="center", ha="right", color=FAINT)
    for number in range(most + 1):
        left = _STUDENTS + 75 * number
        axes = axes_at(figure, left, top, 30, 30)
        axes.imshow([[number]], cmap=_HEAT, vmin=0, vmax=most, aspect="auto")
        axes.set_xticks([])
        axes.set_yticks([])
        write(figure, left + 40, top + 15, f"{number}{'+' if more and number == most else ''}", size=24, va="center")
    if unused:
        write(figure, WIDTH - 20, top + 15, "orange: nobody yet", size=24, va="center", ha="right", color=ORANGE)


def coverage_bars(picture: ClassPicture, *, sides: Mapping[str, Side], titles: Mapping[str, str]) -> Picture:
    """Draw how many students raised each argument, so that those that nobody raised stand out."""
    if not picture.students:
        return nothing_yet(_NOBODY)
    groups = _by_side(picture, sides)
    figure = new_figure(70 + sum(_ROW * len(rows) + 66 for rows in groups.values()) + 20)
    write(figure, 20, 16, f"Students who raised each argument (of {len(picture.students)})", size=32, weight="bold")
    top = 70.0
    for side, rows in groups.items():
        write(figure, 20, top + 22, f"{side.capitalize()} the motion", weight="bold")
        top += 66
        axes = axes_at(figure, _LABELS, top, WIDTH - _LABELS - _COUNTS - 20, _ROW * len(rows))
        axes.barh(range(len(rows)), [len(picture.students)] * len(rows), color=PANEL, height=0.7)
        axes.barh(
            range(len(rows)),
            [picture.raised[name] for name in rows],
            color=BLUE if side == "for" else ORANGE,
            height=0.7,
        )
        axes.set_xlim(0, len(picture.students))
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xticks([])
        axes.set_yticks([])
        _label_rows(figure, rows, top, titles, picture)
        top += _ROW * len(rows)
    return finish(figure, _in_words(picture, groups, titles, f"Students who raised each argument. {_size(picture)}"))


_STATES = {"done": GREEN, "late": YELLOW, "under way": BLUE, "not begun": GREY}


def assignment_bars(assignment: Assignment, standings: Sequence[Standing]) -> Picture:
    """Draw how many students have done an assignment, are late, under way, or have not begun."""
    if not standings:
        return nothing_yet("This assignment is for nobody yet: nobody in the class has practised or has the role.")
    counts = {state: sum(line.state == state for line in standings) for state in _STATES}
    figure = new_figure(90 + 60 * len(counts))
    write(figure, 20, 16, fitting(assignment.title, WIDTH - 40, 32), size=32, weight="bold")
    axes = axes_at(figure, 200, 80, WIDTH - 200 - _COUNTS - 20, 60 * len(counts))
    axes.barh(range(len(counts)), [len(standings)] * len(counts), color=PANEL, height=0.7)
    axes.barh(range(len(counts)), list(counts.values()), color=list(_STATES.values()), height=0.7)
    axes.set_xlim(0, len(standings))
    axes.set_ylim(len(counts) - 0.5, -0.5)
    axes.set_xticks([])
    axes.set_yticks([])
    for place, (state, number) in enumerate(counts.items()):
        middle = 80 + 60 * (place + 0.5)
        write(figure, 180, middle, state, size=28, ha="right", va="center")
        write(figure, WIDTH - 20, middle, str(number), size=28, ha="right", va="center")
    said = ", ".join(f"{state} {number}" for state, number in counts.items())
    return finish(figure, f"{assignment.title}, {len(standings)} students: {said}.")


def _by_side(picture: ClassPicture, sides: Mapping[str, Side]) -> dict[Side, list[str]]:
    """Group the arguments by side, those that most students raised first."""
    groups: dict[Side, list[str]] = {}
    for name, side in sorted(sides.items(), key=lambda item: (-picture.raised.get(item[0], 0), item[0])):
        groups.setdefault(side, []).append(name)
    return {side: groups[side] for side in dict.fromkeys(sides.values())}


def _label_rows(
    figure: Figure, rows: Sequence[str], top: float, titles: Mapping[str, str], picture: ClassPicture
) -> None:
    for place, name in enumerate(rows):
        middle = top + _ROW * (place + 0.5)
        number = picture.raised[name]
        colour = TEXT if number else ORANGE
        title = fitting(titles.get(name, name), _LABELS - 30, 24)
        write(figure, _LABELS - 12, middle, title, size=24, ha="right", va="center", color=colour)
        write(figure, WIDTH - 20, middle, str(number), size=24, ha="right", va="center", color=colour)


def _size(picture: ClassPicture) -> str:
    return f"Students: {len(picture.students)}, rounds: {picture.rounds}."


def _in_words(
    picture: ClassPicture, groups: Mapping[Side, Sequence[str]], titles: Mapping[str, str], beginning: str
) -> str:
    """Say how many students raised each argument, and which nobody raised."""
    parts = [beginning]
    for side, rows in groups.items():
        raised = [f"{titles.get(name, name)} {picture.raised[name]}" for name in rows if picture.raised[name]]
        parts.append(f"{side.capitalize()}: {', '.join(raised) or 'none'}.")
    if picture.never:
        parts.insert(1, f"Never raised: {', '.join(titles.get(name, name) for name in picture.never)}.")
    return " ".join(parts)
