"""Sheets of a folder written as a dataset: what is read, what is refused, and that nothing is half done."""

import csv
import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from atop_coder.errors import AtopError
from atop_coder.folder.exporting import check_target, export_dataset, read_each
from tests.files.test_save_all import everything
from tests.folder.conftest import write_sheet


@pytest.fixture
def sheets(put):
    return [put("a.json", {1: {"value": 9001}}), put("b.json", {1: {"value": 9002}})]


def ids(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["atopid"] for row in csv.DictReader(file)]


@pytest.mark.parametrize("name", ["data.csv", "data.xlsx"])
def test_all_files_of_the_dataset_are_written_and_told(sheets, tmp_path, name):
    done = export_dataset(sheets, tmp_path / name)
    assert done.sheets == 2
    assert done.files[0] == tmp_path / name
    assert all(file.is_file() for file in done.files)


def test_the_sheets_stand_in_the_order_they_were_given(sheets, tmp_path):
    export_dataset(reversed(sheets), tmp_path / "data.csv")
    assert ids(tmp_path / "data.csv") == ["9002", "9001"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_exported(sheets, tmp_path):
    done = export_dataset([*sheets, tmp_path / "gone.txt"], tmp_path / "data.csv")
    assert done.sheets == 2
    [line] = done.unread
    assert "gone.txt" in line


def test_of_no_readable_sheet_nothing_is_written(tmp_path):
    done = export_dataset([tmp_path / "gone.txt"], tmp_path / "data.csv")
    assert (done.files, done.sheets, len(done.unread)) == ((), 0, 1)
    assert everything(tmp_path) == {}


@pytest.mark.parametrize("asked", range(3))
def test_whenever_it_is_stopped_nothing_is_written(sheets, tmp_path, asked):
    answers = iter([False] * asked + [True] * 3)
    done = export_dataset(sheets, tmp_path / "data.csv", lambda: next(answers))
    assert (done.files, done.sheets) == ((), 0)
    assert not (tmp_path / "data.csv").exists()


def test_a_name_of_no_format_is_refused_before_any_sheet_is_read(tmp_path):
    def none_is_read():
        yield tmp_path / "gone.txt"

    with pytest.raises(AtopError) as refused:
        export_dataset(none_is_read(), tmp_path / "data.sav")
    assert refused.value.code == "dataset-format-unknown"


@pytest.mark.parametrize("blocked", ["data.csv", "data.codebook.csv", "data.do"])
@pytest.mark.parametrize("old", ["data.csv", "data.codebook.csv", ""])
def test_where_one_of_the_files_cannot_be_written_all_stays_as_it_was(sheets, tmp_path, blocked, old):
    target = tmp_path / "out" / "data.csv"
    (target.parent / blocked).mkdir(parents=True)
    if old not in ("", blocked):
        (target.parent / old).write_text("old", encoding="utf-8")
    before = everything(target.parent)
    with pytest.raises(AtopError) as refused:
        export_dataset(sheets, target)
    assert refused.value.code == "not-writable"
    assert everything(target.parent) == before


def link_of(path):
    link = path.with_name("linked.csv")
    link.symlink_to(path)
    return link


def roundabout(path):
    return path.parent / ".." / path.parent.name / path.name


NEEDS_LINKS = pytest.mark.skipif(os.name == "nt", reason="needs rights that nobody has by default")
WAYS = [lambda path: path, roundabout, pytest.param(link_of, marks=NEEDS_LINKS)]


@pytest.mark.parametrize("way", WAYS, ids=["itself", "roundabout", "link"])
def test_a_sheet_is_never_written_over_by_whatever_way_it_is_named(sheets, tmp_path, way):
    sheet = sheets[0].rename(sheets[0].with_suffix(".csv"))
    before = sheet.read_bytes()
    with pytest.raises(AtopError) as refused:
        export_dataset([sheet, sheets[1]], way(sheet))
    assert refused.value.code == "dataset-over-sheet"
    assert sheet.read_bytes() == before


def test_a_target_that_is_not_there_yet_can_be_no_sheet(sheets, tmp_path):
    check_target(tmp_path / "data.csv", [*sheets, tmp_path / "data.csv"])


def test_an_older_dataset_is_written_over(sheets, tmp_path):
    for some in (sheets[:1], sheets):
        export_dataset(some, tmp_path / "data.csv")
    assert ids(tmp_path / "data.csv") == ["9001", "9002"]


def test_sheets_are_read_one_by_one(sheets, tmp_path):
    unread: list[str] = []
    reading = read_each([tmp_path / "gone.txt", *sheets], unread)
    assert next(reading)[0] == sheets[0]
    assert len(unread) == 1


def test_ids_that_stand_in_more_than_one_sheet_are_told(sheets, tmp_path):
    alone = export_dataset(sheets, tmp_path / "data.csv")
    assert alone.twice == ()
    again = export_dataset([*sheets, *sheets[:1]], tmp_path / "data.csv")
    assert again.twice == (9001,)


def test_how_far_an_export_is_is_told_after_each_sheet(sheets, tmp_path):
    told = []
    export_dataset(sheets, tmp_path / "data.csv", on_progress=lambda *done: told.append(done))
    assert told == [(done, len(sheets)) for done in range(1, len(sheets) + 1)]


def test_sheets_are_named_as_seen_from_the_dataset(tmp_path):
    inside, outside = write_sheet(tmp_path / "data" / "in" / "a.json"), write_sheet(tmp_path / "b.json")
    export_dataset([inside, outside], tmp_path / "data" / "all.xlsx")
    tab = load_workbook(tmp_path / "data" / "all.xlsx")["Alliances"]
    names = [row[1].value for row in tab.iter_rows(min_row=2)]
    assert [Path(str(name)) for name in names] == [Path("in", "a.json"), outside]
