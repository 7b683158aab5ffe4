"""One alliance is one row: sources of normalized sheets and exports are no sheets of their own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from atop_coder.files.review_file import ReviewFile
from atop_coder.folder.aside import Aside, Shelf, Why, aside_words, sheet_made_of
from atop_coder.folder.exporting import read_all, sheets_alone
from atop_coder.folder.normalizing import normalize
from atop_coder.folder.scan import scan
from atop_coder.folder.workbook.named_sheets import NamedSheets
from atop_coder.form import load_form
from atop_coder.reading import read_sheet
from atop_coder.session.saving import proposed_path, save_session
from atop_coder.session.session import Session
from atop_coder.sheet import Sheet, make_answer
from atop_coder.writing import sheet_to_normalized
from atop_coder.writing.docx import sheet_to_docx
from atop_coder.writing.html import sheet_to_html
from atop_coder.writing.json_text import sheet_to_json
from atop_coder.writing.markdown import sheet_to_markdown
from atop_coder.writing.odt import sheet_to_odt
from atop_coder.writing.workbook import sheet_to_workbook

FORM = load_form()
TYPED = "1. ATOP ID: 9055\n3. Signature date(s): May 1, 1936\n5. Was the alliance signed during war? No.\n"


def sheet_of(**values: object) -> Sheet:
    return Sheet.of(
        {
            int(name[1:]): make_answer(FORM.question(int(name[1:])), {"value": one})
            for name, one in values.items()
        }
    )


SHEET = sheet_of(q1=9200, q5="no", q6="treaty")
OTHER = sheet_of(q1=9200, q5="yes", q6="treaty")


def shelf_of(folder: Path) -> Shelf:
    shelf = Shelf()
    shelf.put(scan(sorted(path for path in folder.iterdir() if path.suffix != ".jsonl"), None, 0))
    return shelf


def rows(folder: Path) -> list[str]:
    shelf = shelf_of(folder)
    return [path.name for path in shelf.known if path not in shelf.aside]


def save_typed(folder: Path) -> Path:
    """A sheet that was typed, opened and saved as the program proposes it."""
    source = folder / "ATOP9055.txt"
    source.write_text(TYPED, encoding="utf-8")
    reading = read_sheet(source)
    session = Session(reading.sheet, source, reading.report)
    session.fingerprint = shelf_of(folder).known[source].summary.content
    target = proposed_path(session, folder)
    save_session(session, target)
    return target


EXPORTS: dict[str, Callable[[Sheet], str | bytes]] = {
    "9200.docx": sheet_to_docx,
    "9200.html": sheet_to_html,
    "9200.json": sheet_to_json,
    "9200.md": sheet_to_markdown,
    "9200.odt": sheet_to_odt,
    "9200.xlsx": sheet_to_workbook,
}


def write_export(path: Path, sheet: Sheet) -> None:
    data = EXPORTS[path.name](sheet)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def test_the_first_save_of_a_typed_sheet_leaves_one_row(tmp_path):
    target = save_typed(tmp_path)
    assert rows(tmp_path) == [target.name]


def test_the_sheet_knows_its_source_by_name_and_content(tmp_path):
    target = save_typed(tmp_path)
    (entry,) = (one for path, one in shelf_of(tmp_path).known.items() if path == target)
    assert entry.summary.source == tmp_path / "ATOP9055.txt"


def test_a_normalized_sheet_that_was_changed_still_supersedes_its_source(tmp_path):
    target = save_typed(tmp_path)
    target.write_text(sheet_to_normalized(sheet_of(q1=9055, q5="yes")), encoding="utf-8")
    assert rows(tmp_path) == [target.name]


def test_a_source_that_was_changed_since_is_a_sheet_again(tmp_path):
    save_typed(tmp_path)
    (tmp_path / "ATOP9055.txt").write_text(TYPED.replace("No.", "Yes."), encoding="utf-8")
    assert len(rows(tmp_path)) == 2


def test_normalizing_a_folder_leaves_one_row_for_each_sheet(tmp_path):
    (tmp_path / "old.txt").write_text(TYPED, encoding="utf-8")
    (done,) = normalize([tmp_path / "old.txt"])
    assert done.target is not None
    assert rows(tmp_path) == [done.target.name]


def test_a_saved_copy_of_a_normalized_sheet_is_no_source(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    reading = read_sheet(path)
    save_session(Session(reading.sheet, path, reading.report), tmp_path / "b.txt")
    assert rows(tmp_path) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_beside_its_sheet_is_left_aside(tmp_path, name):
    (tmp_path / "ATOP9200.txt").write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    write_export(tmp_path / name, SHEET)
    assert rows(tmp_path) == ["ATOP9200.txt"]
    assert shelf_of(tmp_path).aside[tmp_path / name] == Aside(Why.EXPORT, tmp_path / "ATOP9200.txt")


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_of_an_earlier_state_is_left_aside_too(tmp_path, name):
    write_export(tmp_path / name, OTHER)
    sheet = tmp_path / "ATOP9200.txt"
    sheet.write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    os.utime(tmp_path / name, (1, 1))
    assert rows(tmp_path) == ["ATOP9200.txt"]


def test_an_export_that_was_edited_after_the_sheet_is_a_row_lest_the_edits_be_lost(tmp_path):
    sheet = tmp_path / "ATOP9200.txt"
    sheet.write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    os.utime(sheet, (1, 1))
    write_export(tmp_path / "9200.docx", OTHER)
    assert len(rows(tmp_path)) == 2


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_without_its_sheet_is_a_sheet(tmp_path, name):
    write_export(tmp_path / name, SHEET)
    assert rows(tmp_path) == [name]


def test_two_codings_of_one_alliance_stay_two_rows(tmp_path):
    (tmp_path / "ATOP9200.txt").write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    (tmp_path / "other.txt").write_text(
        "1. ATOP ID: 9200\n5. Was the alliance signed during war? Yes.\n6. Means: treaty\n"
    )
    assert len(rows(tmp_path)) == 2


def test_a_source_comes_back_when_its_sheet_goes(tmp_path):
    target = save_typed(tmp_path)
    shelf = shelf_of(tmp_path)
    shown, left = shelf.drop([target])
    assert [entry.path.name for entry in shown] == ["ATOP9055.txt"]
    assert not left


def test_what_is_left_aside_is_told_in_one_line(tmp_path):
    save_typed(tmp_path)
    (tmp_path / "ATOP9200.txt").write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    for name in ("9200.docx", "9200.xlsx"):
        write_export(tmp_path / name, SHEET)
    assert aside_words(shelf_of(tmp_path).aside) == "1 source and 2 exports left aside"


def test_an_exported_dataset_counts_each_alliance_once(tmp_path):
    (tmp_path / "ATOP9200.txt").write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    write_export(tmp_path / "9200.docx", SHEET)
    sheets, words = sheets_alone(read_all(sorted(tmp_path.iterdir()), []))
    assert [path.name for path, _ in sheets] == ["ATOP9200.txt"]
    assert words == "1 export left aside"


def test_the_source_is_told_from_where_the_review_stands(tmp_path):
    (tmp_path / "old").mkdir()
    file = ReviewFile(tmp_path / "old" / "a.pdf")
    file.move_beside(tmp_path / "b.txt", (tmp_path / "old" / "a.pdf", "123"))
    assert file.review.source_beside(tmp_path / "b.txt") == (tmp_path / "old" / "a.pdf", "123")


def test_a_file_knows_the_sheet_that_was_made_of_it(tmp_path):
    target = save_typed(tmp_path)
    assert sheet_made_of(tmp_path / "ATOP9055.txt") == target
    (tmp_path / "ATOP9055.txt").write_text(TYPED.replace("No.", "Yes."), encoding="utf-8")
    assert sheet_made_of(tmp_path / "ATOP9055.txt") is None


def named(folder: Path, *files: str) -> NamedSheets:
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".jsonl")
    return NamedSheets(paths, {}, files, folder, lambda: None)


def test_an_edited_dataset_that_names_the_source_changes_the_sheet_made_of_it(tmp_path):
    target = save_typed(tmp_path)
    assert named(tmp_path, "ATOP9055.txt").path_of("ATOP9055.txt", "9055") == target


def test_an_edited_dataset_finds_a_sheet_by_its_id_among_its_exports(tmp_path):
    (tmp_path / "ATOP9200.txt").write_text(sheet_to_normalized(SHEET), encoding="utf-8")
    write_export(tmp_path / "9200.docx", SHEET)
    assert named(tmp_path, "gone.txt").path_of("gone.txt", "9200") == tmp_path / "ATOP9200.txt"
