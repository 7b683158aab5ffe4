"""Where Save may write, and what it writes."""

from datetime import date
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.reading import read_sheet
from atop_coder.reading.report import ReadingReport
from atop_coder.resources import resource_path
from atop_coder.session.saving import (
    is_foreign,
    new_sheet,
    proposed_path,
    save_session,
    save_target,
    stamped,
    write_copy,
)
from atop_coder.session.session import Session
from atop_coder.sheet import Answer, Edit, PartialDate, Sheet
from tests.gui.conftest import FORM, SMALL, Checks, answer, sheet_of

DAY = date(2026, 11, 21)
EXAMPLES = resource_path("examples")
TODAY = PartialDate(2026, 11, 21)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """The small sheet, as if it had been read from a file, with no problems."""
    return Session(SMALL, tmp_path / "5040.txt", checker=Checks())


def put(session: Session, number: int, answer: Answer) -> None:
    session.apply(Edit(number, session.sheet[number], answer))


def test_what_was_saved_loads_back_exactly(session: Session, tmp_path: Path):
    save_session(session, tmp_path / "ATOP5040.txt")
    reading = read_sheet(tmp_path / "ATOP5040.txt")
    assert reading.sheet == SMALL
    assert reading.report.format == "normalized"


def test_a_saved_sheet_is_clean_and_may_be_saved_over(session: Session, tmp_path: Path):
    put(session, 5, answer(5, value="yes"))
    save_session(session, tmp_path / "ATOP5040.txt")
    assert not session.dirty
    assert save_target(session) == tmp_path / "ATOP5040.txt"


def test_a_sheet_that_was_not_normalized_has_to_ask(session: Session):
    assert save_target(session) is None


def test_the_normalized_name_is_proposed_beside_the_original(session: Session, tmp_path: Path):
    assert proposed_path(session, Path("/elsewhere")) == tmp_path / "ATOP5040.txt"


def test_a_new_sheet_is_proposed_in_the_folder_used_last(tmp_path: Path):
    assert proposed_path(Session(SMALL, checker=Checks()), tmp_path) == tmp_path / "ATOP5040.txt"


def test_a_name_that_is_taken_gets_a_number(session: Session, tmp_path: Path):
    (tmp_path / "ATOP5040.txt").write_text("another file")
    assert proposed_path(session, tmp_path) == tmp_path / "ATOP5040 (2).txt"


def test_a_place_that_cannot_be_written_keeps_the_sheet_dirty(session: Session, tmp_path: Path):
    put(session, 5, answer(5, value="yes"))
    with pytest.raises(AtopError) as refused:
        save_session(session, tmp_path / "no such folder" / "a.txt")
    assert refused.value.code == "not-writable"
    assert session.dirty


def test_a_change_by_another_program_is_noticed(session: Session, tmp_path: Path):
    save_session(session, tmp_path / "ATOP5040.txt")
    (tmp_path / "ATOP5040.txt").write_text("something else")
    with pytest.raises(AtopError) as refused:
        save_session(session, tmp_path / "ATOP5040.txt")
    assert refused.value.code == "changed-outside"
    assert (tmp_path / "ATOP5040.txt").read_text() == "something else"


def test_a_file_that_went_away_is_no_change(session: Session, tmp_path: Path):
    save_session(session, tmp_path / "ATOP5040.txt")
    (tmp_path / "ATOP5040.txt").unlink()
    save_session(session, tmp_path / "ATOP5040.txt")
    assert read_sheet(tmp_path / "ATOP5040.txt").sheet == SMALL


def test_only_normalized_sheets_and_empty_files_are_no_strangers(session: Session, tmp_path: Path):
    save_session(session, tmp_path / "good.txt")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "letter.txt").write_text("Dear colleague,")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\xff\xfe")
    names = ("good.txt", "empty.txt", "none.txt", "letter.txt", "picture.txt")
    assert [is_foreign(tmp_path / name) for name in names] == [False, False, False, True, True]


def test_the_fingerprint_of_no_file_is_empty(tmp_path: Path):
    assert fingerprint(tmp_path / "none") == ""


# today and the reviewer's name


def test_date_and_name_go_into_their_questions():
    answers = stamped(SMALL, FORM, "Lee", DAY)
    assert answers[60].value == TODAY
    assert answers[61].value == ("Lee",)


def test_a_name_is_added_to_those_that_are_there():
    sheet = sheet_of(q61={"value": ["Ashley Leeds"], "details": "First coder."})
    stamp = stamped(sheet, FORM, "Lee", DAY)[61]
    assert stamp.value == ("Ashley Leeds", "Lee")
    assert stamp.details == "First coder."


def test_what_is_there_already_is_not_put_in_again():
    sheet = sheet_of(q60={"value": TODAY.iso}, q61={"value": ["Lee"]})
    assert stamped(sheet, FORM, "Lee", DAY) == {}


def test_without_a_name_only_the_date_is_put_in():
    assert set(stamped(SMALL, FORM, "", DAY)) == {60}


def test_a_new_sheet_has_its_id_coder_and_date_and_nothing_else():
    sheet = new_sheet(FORM, 5041, "Lee", DAY)
    assert sheet.atop_id == 5041
    assert sheet.answered == 3


def test_a_new_sheet_may_have_no_id():
    assert new_sheet(FORM, None, "", DAY).answered == 1


def test_the_workbook_is_written_whole(session: Session, tmp_path: Path):
    import openpyxl

    write_copy(session, tmp_path / "a.xlsx", "xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    words = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    assert "indefinite period" in words


def test_a_json_report_never_counts_as_normalized(tmp_path: Path):
    session = Session(Sheet.empty(), tmp_path / "a.json", ReadingReport("a.json", "json"), checker=Checks())
    assert save_target(session) is None


def test_a_typed_sheet_with_the_normalized_name_is_never_proposed_for_writing_over(tmp_path: Path):
    typed = tmp_path / "ATOP9055.txt"
    typed.write_bytes((EXAMPLES / "ATOP9055.txt").read_bytes())
    reading = read_sheet(typed)
    session = Session(reading.sheet, typed, reading.report, checker=Checks())
    assert save_target(session) is None
    assert proposed_path(session, tmp_path) == tmp_path / "ATOP9055 (2).txt"
