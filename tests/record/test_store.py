from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import RecordError
from bot.record.store import Record

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
PLAN = {
    "motion": "general-secretary",
    "side": "for",
    "level": "standard",
    "exchanges": 3,
    "seed": 1,
    "met": {"known": [], "recent": [], "unanswered": []},
    "start_from": [],
}


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Record]:
    """Give an empty record in a folder that did not exist."""
    opened = Record(tmp_path / "new" / "folder" / "class.db")
    yield opened
    opened.close()


def test_the_folder_is_made_and_the_file_is_safe_against_crashes(fresh: Record) -> None:
    assert fresh.path.is_file()
    pragmas = [next(fresh.db.query(f"pragma {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert [next(iter(row.values())) for row in pragmas] == ["wal", 2, 1]


def test_every_table_is_strict(fresh: Record) -> None:
    tables = fresh.db.query("select name, strict from pragma_table_list where type = 'table' and schema = 'main'")
    loose = {row["name"] for row in tables if not row["strict"]}
    assert {name for name in loose if not name.startswith(("sqlite_", "_sqlite_"))} == set()


def test_a_file_that_is_not_sqlite_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "class.db"
    path.write_text("my essay\n" * 200, encoding="utf-8")
    with pytest.raises(RecordError, match=r"class\.db cannot be used .* Move that file away, .*--data"):
        Record(path)
    assert path.read_text(encoding="utf-8").startswith("my essay")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RecordError, match=r"Free the disk or mend the folder's permissions, .*--data"):
        Record(tmp_path / "file" / "class.db")


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(fresh: Record) -> None:
    fresh.db.table("_sqlite_migrations").insert(
        {"migration_set": "debate-bot", "name": "m999_from_the_future", "applied_at": "2030-01-01"}
    )
    before = list(fresh.db.query("select * from sqlite_master"))
    with pytest.raises(RecordError, match=r"newer version of debate-bot \(m999_from_the_future\)\. Update"):
        Record(fresh.path)
    assert list(fresh.db.query("select * from sqlite_master")) == before


def test_a_read_only_file_says_so_when_something_is_to_be_written(fresh: Record) -> None:
    fresh.db.execute("pragma query_only = on")
    with pytest.raises(RecordError, match="could not be written"):
        fresh.begin("ada", PLAN, "hash", NOON)


def test_a_full_disk_stores_nothing_of_the_turn_and_what_was_stored_stays(fresh: Record) -> None:
    number = fresh.begin("ada", PLAN, "hash", NOON)
    fresh.add_turn(number, "student", "say", "kept", NOON)
    (pages,) = fresh.db.execute("pragma page_count").fetchone()
    fresh.db.execute(f"pragma max_page_count = {pages}")
    with pytest.raises(RecordError, match="free the disk"):
        fresh.add_turn(number, "student", "say", "too much " * 10_000, NOON)
    assert [turn["text"] for turn in fresh.turns(number)] == ["kept"]
    fresh.db.execute("pragma max_page_count = 1000000")
    fresh.add_turn(number, "student", "say", "again", NOON)
    assert [turn["number"] for turn in fresh.turns(number)] == [1, 2]


def test_what_fails_half_way_is_not_kept_at_all(fresh: Record) -> None:
    number = fresh.begin("ada", PLAN, "hash", NOON)

    class Stop(Exception):
        pass

    def half() -> None:
        with fresh.writing():
            fresh.add_turn(number, "student", "say", "half", NOON)
            raise Stop

    with pytest.raises(Stop):
        half()
    assert fresh.turns(number) == []


def test_two_openers_write_one_after_the_other(fresh: Record) -> None:
    number = fresh.begin("ada", PLAN, "hash", NOON)

    def add() -> None:
        other = Record(fresh.path)
        for _ in range(10):
            other.add_turn(number, "student", "say", "turn", NOON)
        other.close()

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [turn["number"] for turn in fresh.turns(number)] == list(range(1, 41))


def test_a_delivery_that_was_stored_cannot_be_stored_twice(fresh: Record) -> None:
    number = fresh.begin("ada", PLAN, "hash", NOON)
    fresh.add_turn(number, "student", "say", "once", NOON, token="interaction 1")
    with pytest.raises(sqlite3.IntegrityError):
        fresh.add_turn(number, "student", "say", "twice", NOON, token="interaction 1")
    assert len(fresh.turns(number)) == 1


def test_only_the_newest_open_round_of_a_student_goes_on(fresh: Record) -> None:
    first, second = (fresh.begin("ada", PLAN, "hash", NOON) for _ in range(2))
    fresh.begin("ben", PLAN, "hash", NOON)
    found = fresh.open_round("ada")
    assert found is not None
    assert found["id"] == second
    fresh.close_round(second, NOON)
    found = fresh.open_round("ada")
    assert found is not None
    assert found["id"] == first
    assert fresh.open_round("cy") is None


def test_text_is_kept_as_it_was_typed(fresh: Record) -> None:
    number = fresh.begin("ada", PLAN, "hash", NOON)
    texts = ["'; drop table turns; --", "🙂", "مرحبا", "a\u202eb", "line\nline", "@everyone [bold]"]
    for text in texts:
        fresh.add_turn(number, "student", "say", text, NOON)
    assert [turn["text"] for turn in fresh.turns(number)] == texts


def test_times_are_kept_in_utc_to_the_second(fresh: Record) -> None:
    number = fresh.begin("ada", PLAN, "hash", NOON)
    assert fresh.round(number)["started"] == "2026-11-24T12:00:00+00:00"
