"""Text that no cell can hold, and the table that has it whole."""

from hypothesis import given

from atop_coder.dataset.long_text import split_long
from atop_coder.dataset.table import ALLIANCES, MEMBERS, TEXT
from atop_coder.writing.excel_text import CUT_MARK
from tests.dataset.examples import rows_of, sheet_of, tables_of
from tests.strategies import sheets

LONG = "\n\n".join(f"Paragraph {number}. " + "word " * 1000 for number in range(20)).strip()
SHEET = sheet_of({1: {"value": 1200}, 18: {"details": LONG}, 20: {"details": "short"}})


def split(*given_sheets):
    return {table.name: table for table in split_long(tables_of(*given_sheets).values())}


def test_without_long_text_there_is_no_text_table():
    tables = tables_of(sheet_of({18: {"details": "short"}}))
    assert split_long(tables.values()) == tuple(tables.values())


def test_a_long_text_is_cut_with_a_mark():
    row = rows_of(split(SHEET)[ALLIANCES])[0]
    assert str(row["q18_text"]).endswith(CUT_MARK)
    assert row["q20_text"] == "short"


def test_the_parts_name_sheet_question_and_column_and_are_numbered():
    rows = rows_of(split(SHEET)[TEXT])
    assert len(rows) > 1
    assert [row["part"] for row in rows] == list(range(1, len(rows) + 1))
    places = {
        (row["atopid"], row["file"], row["question"], row["table"], row["column"], row["row"]) for row in rows
    }
    assert places == {(1200, "1.txt", 18, ALLIANCES, "q18_text", 2)}
    assert "".join(str(row["text"]) for row in rows) == SHEET[18].details


def test_other_tables_can_hold_long_text_too():
    note = "note " * 8000
    sheet = sheet_of({4: {"value": [{"ccode": 200, "name": ""}, {"ccode": 220, "name": "", "note": note}]}})
    rows = [row for row in rows_of(split(sheet)[TEXT]) if row["table"] == MEMBERS]
    assert {(row["column"], row["row"]) for row in rows} == {("note", 3)}
    assert "".join(str(row["text"]) for row in rows) == note.strip()


@given(sheets())
def test_no_text_is_lost(sheet):
    tables = split(sheet)
    row = rows_of(tables[ALLIANCES])[0]
    whole: dict[object, str] = {}
    for part in rows_of(tables[TEXT]) if TEXT in tables else ():
        if part["table"] == ALLIANCES:
            whole[part["column"]] = whole.get(part["column"], "") + str(part["text"])
    for number, answer in sheet:
        name = f"q{number:02}_text"
        assert whole.get(name, row[name] or "") == answer.details
