from __future__ import annotations

import csv
import io
import json
from zoneinfo import ZoneInfo

from bot.record.export.rows import to_csv, to_json_lines
from bot.record.rounds import EVERY
from bot.record.store import Record
from bot.record.transcripts import transcripts

LONDON = ZoneInfo("Europe/London")
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def rows(record: Record) -> list[dict[str, str]]:
    text = to_csv(transcripts(record, EVERY), names="names", zone=LONDON)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_has_one_row_a_turn_with_what_was_made_of_it(record: Record) -> None:
    found = rows(record)
    assert len(found) == record.db.table("turns").count
    claim = next(row for row in found if row["arguments"] == "patronage" and row["kind"] == "claim")
    assert (claim["round"], claim["student"], claim["speaker"], claim["counts"]) == ("1", "Ada", "student", "yes")
    assert claim["recognised"].startswith("patronage 0.")
    assert claim["at"].endswith("+00:00")
    assert {row["quality"] for row in found} <= {"", "0", "1", "2", "3"}


def test_no_cell_can_run_as_a_formula(record: Record, nasty: str) -> None:
    found = rows(record)
    assert not [cell for row in found for cell in row.values() if cell.lstrip(" ").startswith(FORMULA)]
    assert any(nasty.replace("\0", "") in row["text"] for row in found)


def test_json_lines_have_the_same_turns_with_texts_as_they_were_typed(record: Record, nasty: str) -> None:
    lines = to_json_lines(transcripts(record, EVERY), names="names", zone=LONDON).split("\n")[:-1]
    found = [json.loads(line) for line in lines]
    assert next(row["text"] for row in found if row["round"] == 1 and row["speaker"] == "student") == nasty
    assert [(row["round"], row["turn"]) for row in found] == [
        (int(row["round"]), int(row["turn"])) for row in rows(record)
    ]


def test_pseudonyms_take_the_place_of_names_and_no_id_is_written(record: Record) -> None:
    for write in (to_csv, to_json_lines):
        text = write(transcripts(record, EVERY), names="pseudonyms", zone=LONDON)
        assert "student 1" in text
        assert not any(word in text for word in ("Ada", "Ben", "1001", "1002"))
