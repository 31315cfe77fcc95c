from __future__ import annotations

import struct
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.base.motion import Motion
from bot.charts import LONGEST_ALT, Picture, assignment_bars, class_heatmap, coverage_bars, student_progress
from bot.charts.canvas import drawable, fitting, wide
from bot.record.assignments import Assignment, Standing, Tasks
from bot.record.reports import ClassPicture, Practised, StudentReport
from bot.record.rounds import RoundLine, Student

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def school(motion: Motion, size: int, name: str = "Pupil {}") -> ClassPicture:
    """Give a class in which everybody used the first argument, and every other student the second, twice."""
    first, second, *_ = motion.arguments
    students = tuple(Practised(Student(str(n), name.format(n), f"student {n}"), 2, 1, 3, 1.5, NOW) for n in range(size))
    made = {(str(n), first): 1 for n in range(size)} | {(str(n), second): 2 for n in range(0, size, 2)}
    raised = {argument: sum(used == argument for _, used in made) for argument in motion.arguments}
    return ClassPicture(
        students=students,
        absent=(),
        made=made,
        raised=raised,
        never=tuple(argument for argument, number in raised.items() if not number),
        unmet=(),
        mistakes=(),
        sides={"for": size, "against": size},
        levels={"standard": 2 * size},
        rounds=2 * size,
        finished=size,
    )


def titles(motion: Motion) -> dict[str, str]:
    return {name: argument.title for name, argument in motion.arguments.items()}


def size_of(picture: Picture) -> tuple[int, int]:
    assert picture.png is not None
    assert picture.png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture.png[16:24])
    return width, height


@pytest.mark.parametrize("size", [1, 35, 300])
def test_the_class_is_drawn_whatever_its_size_and_said_in_words(motion: Motion, size: int) -> None:
    picture, named = school(motion, size), titles(motion)
    first, second, third, *_ = motion.arguments
    for drawn in (
        class_heatmap(picture, sides=motion.sides, titles=named, names="names"),
        coverage_bars(picture, sides=motion.sides, titles=named),
    ):
        width, height = size_of(drawn)
        assert width == 1000
        assert 400 < height < 2500
        assert f"{named[first]} {size}" in drawn.alt
        assert f"{named[second]} {(size + 1) // 2}" in drawn.alt
        assert "Never raised: " in drawn.alt
        assert named[third] in drawn.alt.partition("Never raised: ")[2]
        assert len(drawn.alt) <= LONGEST_ALT


def test_pseudonyms_are_drawn_in_place_of_names(motion: Motion) -> None:
    picture = school(motion, 3)
    one, other = (
        class_heatmap(picture, sides=motion.sides, titles=titles(motion), names=names)
        for names in ("names", "pseudonyms")
    )
    assert one.png != other.png


def test_a_class_without_rounds_gets_a_sentence_and_no_chart(motion: Motion) -> None:
    empty = school(motion, 0)
    for drawn in (
        class_heatmap(empty, sides=motion.sides, titles=titles(motion), names="names"),
        coverage_bars(empty, sides=motion.sides, titles=titles(motion)),
    ):
        assert drawn.png is None
        assert "/debate start" in drawn.alt


@pytest.mark.parametrize("name", ["🦊🦊", "$x^2$ {}", "x" * 200, "山田 太郎", "محمد", "a\nb\t", "‮evil"])
def test_any_name_can_be_drawn(motion: Motion, name: str) -> None:
    picture = school(motion, 2, name.replace("{}", "{{}}"))
    assert size_of(class_heatmap(picture, sides=motion.sides, titles=titles(motion), names="names"))
    assert size_of(student_progress(report(2, name), names="names", zone=ZoneInfo("UTC")))


def test_a_text_is_shortened_to_the_room_that_it_has() -> None:
    assert fitting("Lenin", 500, 24) == "Lenin"
    short = fitting("The regional secretaries", 100, 24)
    assert short.endswith("…")
    assert wide(short, 24) <= 100
    assert drawable("Ada 🦊") == "Ada"


def report(rounds: int, name: str = "Ada", replies: int = 2) -> StudentReport:
    who = Student("1", name, "student 1")
    lines = tuple(
        RoundLine(
            id=number,
            student=who,
            motion="m",
            side="for" if number % 2 else "against",
            level="standard",
            exchanges=2,
            started=NOW,
            ended=NOW,
            how="finished",
            minutes=9,
            thread=None,
            turns=6,
            replies=replies,
            mean_quality=number % 4 if replies else None,
            met=1,
            unmet=number % 3,
            mistakes=0,
            judgement=True,
            arguments=(),
            comments=0,
        )
        for number in range(1, rounds + 1)
    )
    return StudentReport(who, lines, {}, {}, (), (), (), ())


@pytest.mark.parametrize("rounds", [1, 6, 7, 40])
def test_progress_is_drawn_for_any_number_of_rounds_and_said_in_words(rounds: int) -> None:
    drawn = student_progress(report(rounds), names="names", zone=ZoneInfo("UTC"))
    assert size_of(drawn)[0] == 1000
    assert drawn.alt.startswith("Ada, progress by round. 24 Nov (")
    assert drawn.alt.count("quality") == min(rounds, 12)
    assert ("28 more" in drawn.alt) == (rounds == 40)


def test_progress_without_a_reply_is_a_sentence() -> None:
    for empty in (report(0), report(2, replies=0)):
        drawn = student_progress(empty, names="names", zone=ZoneInfo("UTC"))
        assert drawn.png is None
        assert "one finished round is enough" in drawn.alt.lower()


def test_an_assignment_is_drawn_with_how_many_stand_where() -> None:
    task = Assignment(1, "Two rounds", Tasks(rounds=2), None, "9", NOW, None, None, None)
    standings = [Standing("1", (), "done"), Standing("2", (), "done"), Standing("3", (), "not begun")]
    drawn = assignment_bars(task, standings)
    assert size_of(drawn)[0] == 1000
    assert drawn.alt == "Two rounds, 3 students: done 2, late 0, under way 0, not begun 1."
    assert assignment_bars(task, []).png is None
