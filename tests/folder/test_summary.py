"""The row of a sheet."""

import pytest

from atop_coder.checks import check
from atop_coder.files.remark import RemarkKind, answer_print, make_remark, sheet_print
from atop_coder.files.review import append_remarks, review_path
from atop_coder.folder.entry import with_review
from atop_coder.form import load_form
from atop_coder.reading import read_sheet
from tests.folder.conftest import entry_at

WARNED = {21: {"value": "yes"}}


def test_a_summary_holds_what_the_sheet_says(put):
    one = entry_at(put("a.json")).summary
    assert (one.atop_id, one.codes, one.members) == (9990, (230, 235), ("Spain", "Portugal"))
    assert (one.signed, one.year, one.types, one.revised) == ("1925-06-01", 1925, ("defense",), "2024-03")
    assert (one.coders, one.errors, one.warnings, one.complete, one.message) == (
        ("Ada Byron",),
        0,
        0,
        False,
        "",
    )
    assert one.questions == len(load_form().questions)
    assert one.name == "ATOP 9990"


def test_a_sheet_without_an_id_goes_by_its_file(put):
    assert entry_at(put("a.json", {1: {"status": "blank"}})).summary.name == "a.json"


def test_the_earliest_of_several_dates_counts(put):
    dates = {3: {"value": [{"date": "1930"}, {"date": "1925-06"}, {"date": "1925-07-01"}]}}
    assert entry_at(put("a.json", dates)).summary.signed == "1925-06"


def test_a_sheet_without_members_or_dates_has_a_row(put):
    one = entry_at(put("a.json", {3: {"status": "blank"}, 4: {"status": "blank"}})).summary
    assert (one.signed, one.year, one.members) == ("", None, ())


@pytest.mark.parametrize("number", load_form().by_number)
def test_every_answer_counts_as_answered(number, put):
    path = put("a.json", {number: {"status": "blank"}})
    assert entry_at(path).summary.answered == read_sheet(path).sheet.answered
    assert number not in entry_at(path).texts


def test_problems_are_counted_by_weight(put):
    path = put("a.json", {1: {"value": 504}, **WARNED})
    one = entry_at(path).summary
    assert (one.errors, one.warnings) == (1, 1)
    assert one.has_problems


@pytest.mark.parametrize("content", [b"", b"nothing here", b"\x00\x01" * 90, b"{}", b"PK\x03\x04 torn"])
def test_a_file_that_holds_no_sheet_is_a_row_that_says_why(content, tmp_path):
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    one = entry_at(path).summary
    assert one.message.startswith(str(path))
    assert one.has_problems


def test_a_fault_of_the_program_is_a_row_too(put, monkeypatch):
    def fail(_path):
        raise ZeroDivisionError("by chance")

    monkeypatch.setattr("atop_coder.folder.entry.read_sheet", fail)
    assert "ZeroDivisionError" in entry_at(put("a.json")).summary.message


def accept(path, question):
    sheet = read_sheet(path).sheet
    problem = next(one for one in check(sheet) if one.question == question)
    data = {**problem.data, "answer": answer_print(question, sheet[question])}
    remark = make_remark(RemarkKind.ACCEPTED, "Ada", question, problem.code, data, "It is right.")
    append_remarks(review_path(path), [remark])


def test_an_accepted_warning_is_not_counted(put):
    path = put("a.json", WARNED)
    assert with_review(entry_at(path)).summary.warnings == 1
    accept(path, 21)
    assert with_review(entry_at(path)).summary.warnings == 0


def test_an_acceptance_ends_with_the_answer(put):
    path = put("a.json", {9: {"value": "yes"}})
    accept(path, 9)
    put("a.json", {9: {"value": "yes", "states": [200]}})
    found = with_review(entry_at(path))
    assert found.summary.warnings == sum(one.severity == "warning" for one in found.problems)


def mark(path, sheet):
    remark = make_remark(RemarkKind.COMPLETE, "Ada", data={"sheet": sheet_print(sheet)})
    append_remarks(review_path(path), [remark])


def test_a_sheet_marked_complete_is_complete(put):
    path = put("a.json")
    mark(path, read_sheet(path).sheet)
    assert with_review(entry_at(path)).summary.complete


def test_a_sheet_that_was_changed_since_is_not_complete(put):
    path = put("a.json")
    mark(path, read_sheet(path).sheet)
    put("a.json", {5: {"value": "yes", "details": "World War I"}})
    assert not with_review(entry_at(path)).summary.complete


def test_a_review_that_cannot_be_read_does_not_cost_the_row(put):
    path = put("a.json", WARNED)
    review_path(path).mkdir()
    assert with_review(entry_at(path)).summary.warnings == 1
