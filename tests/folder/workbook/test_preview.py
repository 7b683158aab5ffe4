"""An edited workbook held against a folder of sheets."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from atop_coder.checks import Severity
from atop_coder.errors import AtopError
from atop_coder.folder.exporting import export_dataset
from atop_coder.folder.workbook import Preview, SheetChanges, preview
from atop_coder.reading import find_sheets, read_sheet
from atop_coder.sheet import Sheet
from atop_coder.writing import sheet_to_normalized
from tests.checks.examples import sheet
from tests.dataset.edited.workbooks import put

OTHER = {1: {"value": 1300}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two normalized sheets and the workbook that was exported of them."""
    save(tmp_path / "ATOP1200.txt", sheet({1: {"value": 1200}}))
    save(tmp_path / "ATOP1300.txt", sheet(OTHER))
    export(tmp_path)
    return tmp_path


def save(path: Path, one: Sheet) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sheet_to_normalized(one), encoding="utf-8")
    return path


def export(folder: Path) -> Path:
    target = folder / "data.xlsx"
    export_dataset(find_sheets([folder]), target)
    return target


def edit(folder: Path, do: Callable[[Workbook], None]) -> None:
    book = load_workbook(folder / "data.xlsx")
    do(book)
    book.save(folder / "data.xlsx")


def edit_row(folder: Path, row: int, **values: Any) -> None:
    edit(folder, lambda book: put(book["Alliances"], row, values))


def look(folder: Path, **more: Any) -> Preview:
    return preview(folder / "data.xlsx", find_sheets([folder]), **more)


def only(found: Preview) -> SheetChanges:
    (one,) = found.sheets
    return one


def test_a_workbook_that_nobody_edited_changes_nothing(folder):
    found = look(folder)
    assert (found.sheets, found.left, found.recorded) == ((), (), True)


def test_an_edit_is_told_with_its_sheet_its_question_and_both_answers(folder):
    edit_row(folder, 2, q13=3)
    one = only(look(folder))
    (change,) = one.changes
    assert (one.path, one.name) == (folder / "ATOP1200.txt", "ATOP 1200")
    assert (change.question, change.before.value, change.after.value) == (13, 0, 3)
    assert change.cells[0].startswith("Alliances, cell ")
    assert change.cells[0].endswith("2 (q13)")


def test_sheets_without_an_edit_are_not_read(folder):
    edit_row(folder, 2, q13=3)
    (folder / "ATOP1300.txt").write_bytes(b"\x00" * 100)
    assert only(look(folder)).path.name == "ATOP1200.txt"


def test_rows_may_be_sorted_anew(folder):
    def sort(book):
        tab = book["Alliances"]
        rows = [[cell.value for cell in tab[row]] for row in (3, 2)]
        for row, values in enumerate(rows, start=2):
            for column, value in enumerate(values, start=1):
                tab.cell(row, column).value = value

    edit(folder, sort)
    edit_row(folder, 2, q13=3)
    assert only(look(folder)).name == "ATOP 1300"


def test_a_row_that_was_taken_out_changes_nothing(folder):
    edit(folder, lambda book: book["Alliances"].delete_rows(2))
    assert look(folder).sheets == ()


def test_an_open_sheet_is_taken_as_it_is_in_the_window(folder):
    edit_row(folder, 2, q13=3, q08=1)
    path = folder / "ATOP1200.txt"
    now = read_sheet(path).sheet
    now = now.with_answer(13, now[13].replace(value=3))
    assert only(look(folder, opened={path: now})).questions == (8,)


# New problems


def test_an_edit_that_brings_an_error_is_not_proposed(folder):
    edit_row(folder, 2, q04="9999 Atlantis\n200 United Kingdom", q13=3)
    one = only(look(folder))
    assert {problem.code for problem in one.new_problems((4,))} >= {"unknown-ccode"}
    assert one.proposed == {13}


def test_problems_are_those_of_the_changes_chosen(folder):
    edit_row(folder, 2, q04="9999 Atlantis\n200 United Kingdom", q13=3)
    one = only(look(folder))
    assert "unknown-ccode" not in {problem.code for problem in one.new_problems((13,))}
    assert one.new_problems(()) == ()


def test_a_change_that_brings_an_error_elsewhere_is_not_proposed_either(folder):
    edit_row(folder, 2, q14="1850-01-01", q13=1)
    one = only(look(folder))
    errors = {problem.question for problem in one.new_problems((14,)) if problem.severity == Severity.ERROR}
    assert errors
    assert 14 not in one.proposed


def test_a_clash_is_not_proposed(folder):
    edit_row(folder, 2, q13=3)
    path = folder / "ATOP1200.txt"
    now = read_sheet(path).sheet
    save(path, now.with_answer(13, now[13].replace(value=5)))
    one = only(look(folder))
    assert [change.clash for change in one.changes] == [True]
    assert one.proposed == frozenset()


def test_without_a_record_of_the_export_nothing_is_proposed(folder):
    edit_row(folder, 2, q13=3)
    edit(folder, lambda book: book.remove(book["Exported"]))
    found = look(folder)
    assert not found.recorded
    assert only(found).proposed == {13}
    assert found.proposed(only(found)) == frozenset()


# Which sheet is meant


def test_a_folder_that_was_moved_is_still_known_by_the_names_of_its_files(folder, tmp_path_factory):
    edit_row(folder, 2, q13=3)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "moved"
    folder.rename(elsewhere)
    assert only(look(elsewhere)).path == elsewhere / "ATOP1200.txt"


@pytest.mark.parametrize("named", ["C:\\Coding\\sheets\\ATOP1200.txt", "sheets/atop1200.TXT"])
def test_the_paths_of_another_system_are_understood(folder, named):
    edit(folder, lambda book: book.remove(book["Exported"]))
    edit_row(folder, 2, q13=3, file=named)
    assert only(look(folder)).path.name == "ATOP1200.txt"


def test_of_two_files_of_one_name_the_one_in_the_same_folder_is_meant(tmp_path):
    for number, name in ((1200, "one"), (1300, "two")):
        save(tmp_path / name / "sheet.txt", sheet({1: {"value": number}}))
    export(tmp_path)
    edit_row(tmp_path, 3, q13=3)
    assert only(look(tmp_path)).path == tmp_path / "two" / "sheet.txt"


def test_a_file_that_was_renamed_is_found_by_its_id(folder):
    edit_row(folder, 2, q13=3)
    (folder / "ATOP1200.txt").rename(folder / "the first one.txt")
    assert only(look(folder)).path.name == "the first one.txt"


def test_a_row_without_a_sheet_is_told(folder):
    edit_row(folder, 2, q13=3)
    (folder / "ATOP1200.txt").unlink()
    found = look(folder)
    assert found.sheets == ()
    assert found.left[0].place == "Alliances, row 2"
    assert "ATOP1200.txt" in found.left[0].message


def test_several_sheets_that_could_be_meant_are_told(folder):
    edit(folder, lambda book: book.remove(book["Exported"]))
    edit_row(folder, 2, q13=3, file="ATOP.txt")
    save(folder / "copy.txt", sheet({1: {"value": 1200}}))
    assert str(AtopError("edit-of-several", sheet="ATOP.txt")) in [one.message for one in look(folder).left]


def test_a_sheet_with_two_rows_is_left(folder):
    def copy(book):
        tab = book["Alliances"]
        for cell in tab[2]:
            tab.cell(4, cell.column).value = cell.value

    edit(folder, copy)
    edit_row(folder, 4, q13=3)
    found = look(folder)
    assert found.sheets == ()
    assert len(found.left) == 2


def test_the_normalized_sheet_made_since_is_meant(tmp_path):
    other = tmp_path / "5040.json"
    from tests.folder.conftest import write_sheet

    write_sheet(other, {1: {"value": 5040}})
    export(tmp_path)
    edit_row(tmp_path, 2, q13=3)
    assert (only(look(tmp_path)).path, only(look(tmp_path)).normalized) == (other, False)
    made = save(tmp_path / "ATOP5040.txt", read_sheet(other).sheet)
    assert (only(look(tmp_path)).path, only(look(tmp_path)).normalized) == (made, True)


# Columns and files


def test_unknown_columns_are_told_once(folder):
    def rename(book):
        tab = book["Alliances"]
        for cell in tab[1]:
            if cell.value in ("q20_text", "q13"):
                cell.value = f"{cell.value} (old)"

    edit(folder, rename)
    (one,) = look(folder).left
    assert "q13 (old), q20_text (old)" in one.message


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing more", b"1. ATOP ID: 5040\n" * 3, b"PK"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "data.xlsx"
    path.write_bytes(content)
    with pytest.raises(AtopError) as error:
        preview(path, [])
    assert str(path) in str(error.value)


def test_a_workbook_of_something_else_is_refused(tmp_path):
    path = tmp_path / "data.xlsx"
    Workbook().save(path)
    with pytest.raises(AtopError) as error:
        preview(path, [])
    assert error.value.code == "workbook-not-dataset"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_workbook_that_was_cut_short_is_damaged(folder, cut):
    path = folder / "data.xlsx"
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(AtopError) as error:
        look(folder)
    assert error.value.code == "file-damaged"


def test_a_person_can_stop_it(folder):
    with pytest.raises(AtopError) as error:
        look(folder, stop=lambda: True)
    assert error.value.code == "cancelled"


def test_it_tells_how_far_it_is(folder):
    edit_row(folder, 2, q13=3)
    edit_row(folder, 3, q13=3)
    told: list[tuple[int, int]] = []
    look(folder, on_progress=lambda *numbers: told.append(numbers))
    assert told == [(1, 2), (2, 2)]


def test_a_sheet_that_cannot_be_read_is_told_and_the_others_go_on(folder):
    edit_row(folder, 2, q13=3)
    edit_row(folder, 3, q13=3)
    (folder / "ATOP1200.txt").write_bytes(b"")
    found = look(folder)
    assert only(found).path.name == "ATOP1300.txt"
    assert "ATOP1200.txt" in found.left[0].message


def _moved(folder: Path, rows: dict[str, int], files: dict[str, int]) -> Preview:
    """A workbook of the sheets `rows` (file and id), edited in q13 of the first, beside sheets `files`."""
    for name, number in rows.items():
        save(folder / name, sheet({1: {"value": number}}))
    export(folder)
    names = [str(path.relative_to(folder)) for path in find_sheets([folder])]
    edit_row(folder, 2 + names.index(next(iter(rows))), q13=3)
    for name in rows.keys() - files.keys():
        (folder / name).unlink()
    for name, number in files.items():
        save(folder / name, sheet({1: {"value": number}}))
    return look(folder)


def test_a_namesake_that_has_a_row_of_its_own_is_not_meant(tmp_path):
    found = _moved(tmp_path, {"a/one.txt": 1200, "b/one.txt": 1200}, {"b/one.txt": 1200})
    assert (found.sheets, len(found.left)) == ((), 1)


def test_a_file_that_two_rows_could_name_is_left(tmp_path):
    found = _moved(tmp_path, {"a/one.txt": 1200, "b/one.txt": 1200}, {"one.txt": 1200})
    assert (found.sheets, len(found.left)) == ((), 1)


def test_a_namesake_of_another_alliance_is_left(tmp_path):
    found = _moved(tmp_path, {"a/one.txt": 1200}, {"b/one.txt": 1300})
    assert found.sheets == ()
    said = str(AtopError("edit-other-sheet", sheet="a/one.txt", atop_id=1300))
    assert said in [one.message.replace(f"{tmp_path}/", "") for one in found.left]


def test_sheets_that_have_all_moved_are_found(tmp_path):
    found = _moved(
        tmp_path, {"a/x/one.txt": 1200, "a/y/one.txt": 1300}, {"b/x/one.txt": 1200, "b/y/one.txt": 1300}
    )
    assert only(found).path == tmp_path / "b/x/one.txt"


def test_a_row_from_another_workbook_is_proposed_by_nobody(folder):
    def strange(book):
        tab = book["Exported"]
        tab.delete_rows(
            next(row for row in range(1, 9) if str(tab.cell(row, 1).value).endswith("ATOP1200.txt"))
        )

    edit(folder, strange)
    edit_row(folder, 2, q13=3)
    edit_row(folder, 3, q13=4)
    found = look(folder)
    assert found.recorded
    assert [(one.recorded, found.proposed(one)) for one in found.sheets] == [
        (False, frozenset()),
        (True, {13}),
    ]


def test_words_that_a_script_has_lost_are_one_line(folder):
    for number in (1200, 1300):
        save(folder / f"ATOP{number}.txt", sheet({1: {"value": number}, 2: {"status": "not_applicable"}}))
    export(folder)

    def lose(book):
        for row in book["Alliances"].iter_rows():
            for cell in row:
                if cell.value == "N/A":
                    cell.value = None

    edit(folder, lose)
    found = look(folder)
    assert found.sheets == ()
    (left,) = found.left
    assert " cells that said it and are empty now " in left.message


def test_tabs_that_were_not_looked_at_are_told(folder):
    def rename(book):
        book["Members"].title = "Mitglieder"

    edit(folder, rename)
    assert [one.place for one in look(folder).left] == ["Mitglieder"]


def test_rows_of_no_sheet_are_told(folder):
    edit(folder, lambda book: put(book["Members"], 6, {"atopid": 9999, "member": 200, "name": "x"}))
    assert [one.place for one in look(folder).left] == ["Members, row 6"]
