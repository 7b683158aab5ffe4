"""`atop-coder export`, as people and scripts call it."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from atop_coder.cli.convert import convert
from atop_coder.cli.export import export
from atop_coder.cli.many import MANY
from atop_coder.errors import MESSAGES, AtopError
from atop_coder.sheet import sheet_to_data
from tests.dataset.examples import need_stata, sheet_of


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in which there is a folder `sheets` with two sheets."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheets").mkdir()
    for number in (1200, 1300):
        put(tmp_path / "sheets" / f"{number}.json", number)
    return tmp_path


def put(path, number):
    sheet = sheet_of({1: {"value": number}, 8: {"value": "yes", "details": "=1+1"}})
    path.write_text(json.dumps(sheet_to_data(sheet)), encoding="utf-8")
    return path


def run(*words):
    return CliRunner().invoke(export, [str(word) for word in words])


def ids(path):
    tab = load_workbook(path)["Alliances"]
    return [row[0].value for row in tab.iter_rows(min_row=2)]


def everything(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_of_sheets_becomes_a_workbook(folder):
    done = run("sheets", "-o", "data.xlsx")
    assert done.exit_code == 0
    assert ids("data.xlsx") == [1200, 1300]
    assert done.stdout == ""
    assert "2 sheets" in done.stderr


def test_sheets_are_named_as_they_were_given_or_found(folder):
    run("sheets", "-o", "data.xlsx")
    names = [row[1].value for row in load_workbook("data.xlsx")["Alliances"].iter_rows(min_row=2)]
    assert [str(name).replace("\\", "/") for name in names] == ["sheets/1200.json", "sheets/1300.json"]


def test_a_sheet_named_twice_is_exported_once(folder):
    assert run("sheets/1200.json", "sheets", "-o", "data.xlsx").exit_code == 0
    assert ids("data.xlsx") == [1200, 1300]


def test_csv_comes_with_its_codebook(folder):
    done = run("sheets", "-o", "data.csv")
    assert done.exit_code == 0
    assert "data.codebook.csv" in done.stderr
    rows = list(csv.DictReader(io.StringIO((folder / "data.csv").read_text("utf-8"))))
    assert [row["atopid"] for row in rows] == ["1200", "1300"]
    assert rows[0]["q08_text"] == "'=1+1"
    assert (folder / "data.codebook.csv").read_text("utf-8").startswith("table,column,label")


def test_files_that_cannot_be_read_are_said_and_the_others_exported(folder):
    (folder / "sheets" / "bad.json").write_text("{", encoding="utf-8")
    done = run("sheets", "missing.txt", "-o", "data.xlsx")
    assert done.exit_code == 2
    assert ids("data.xlsx") == [1200, 1300]
    assert "bad.json" in done.stderr
    assert "missing.txt" in done.stderr
    assert len(done.stderr.splitlines()) == 3


def test_a_folder_without_sheets_is_said_and_the_others_exported(folder):
    (folder / "empty").mkdir()
    done = run("empty", "sheets", "-o", "data.xlsx")
    assert done.exit_code == 2
    assert str(AtopError("no-sheets-found", file="empty")) in done.stderr
    assert ids("data.xlsx") == [1200, 1300]


def test_without_any_sheet_nothing_is_written(folder):
    done = run("missing.txt", "-o", "data.xlsx")
    assert done.exit_code == 2
    assert not (folder / "data.xlsx").exists()


@pytest.mark.parametrize("name", ["data.sav", "data", "data.doc"])
def test_a_name_of_no_format_is_one_line_and_nothing_is_written(folder, name):
    before = everything(folder)
    done = run("sheets", "-o", name)
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [
        str(AtopError("dataset-format-unknown", file=name, formats=".xlsx, .csv, .dta or .parquet"))
    ]
    assert everything(folder) == before


@pytest.mark.parametrize("name", ["data.xlsx", "data.csv"])
def test_a_destination_in_no_folder_leaves_nothing_behind(folder, name):
    before = everything(folder)
    done = run("sheets", "-o", f"nowhere/{name}")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert everything(folder) == before
    assert not (folder / "nowhere").exists()


@pytest.mark.parametrize("blocked", ["data.csv", "data.codebook.csv", "data.do"])
@pytest.mark.parametrize("old", ["data.csv", "data.codebook.csv", ""])
def test_where_one_of_the_files_cannot_be_written_all_stays_as_it_was(folder, blocked, old):
    (folder / blocked).mkdir()
    if old not in ("", blocked):
        (folder / old).write_text("old", encoding="utf-8")
    before = everything(folder)
    done = run("sheets", "-o", "data.csv")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert everything(folder) == before


def test_an_older_dataset_is_replaced(folder):
    for words in (("sheets/1200.json",), ("sheets",)):
        assert run(*words, "-o", "data.xlsx").exit_code == 0
    assert ids("data.xlsx") == [1200, 1300]
    assert sorted(path.name for path in folder.iterdir()) == ["data.xlsx", "sheets"]


def test_a_sheet_is_never_replaced_by_the_dataset(folder):
    sheet = put(folder / "mine.csv", 1400)
    before = sheet.read_bytes()
    done = run("mine.csv", "-o", "./mine.csv")
    assert done.exit_code == 2
    assert str(AtopError("dataset-over-sheet", file="mine.csv")) in done.stderr
    assert sheet.read_bytes() == before


def test_a_sheet_in_a_workbook_that_is_found_is_not_replaced_either(folder):
    sheet = folder / "sheets" / "mine.xlsx"
    CliRunner().invoke(convert, [str(folder / "sheets" / "1200.json"), "-o", str(sheet)])
    before = sheet.read_bytes()
    done = run("sheets", "-o", "sheets/mine.xlsx")
    assert done.exit_code == 2
    assert str(AtopError("dataset-over-sheet", file=Path("sheets/mine.xlsx"))) in done.stderr
    assert sheet.read_bytes() == before


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_dataset_among_its_sheets_can_be_made_again(folder, suffix):
    for _ in range(2):
        assert run("sheets", "-o", f"sheets/data{suffix}").exit_code == 0


def test_the_same_sheets_give_the_same_file(folder):
    run("sheets", "-o", "a.xlsx")
    run("sheets", "-o", "b.xlsx")
    assert (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes()


def test_without_a_destination_there_is_a_usage_error(folder):
    done = run("sheets")
    assert done.exit_code == 2
    assert "--output" in done.stderr


def test_many_sheets_show_how_far_the_work_is_on_a_terminal(folder, monkeypatch):
    for number in range(2000, 2000 + MANY):
        put(folder / "sheets" / f"{number}.json", number)
    monkeypatch.setattr("atop_coder.cli.many.is_terminal", lambda err=False: True)
    done = run("sheets", "-o", "data.xlsx")
    assert done.exit_code == 0
    assert "Reading" in done.stderr


def test_a_few_sheets_show_no_progress(folder, monkeypatch):
    monkeypatch.setattr("atop_coder.cli.many.is_terminal", lambda err=False: True)
    assert "Reading" not in run("sheets", "-o", "data.xlsx").stderr


def test_csv_needs_no_openpyxl(folder, monkeypatch):
    loaded = [name for name in sys.modules if name.startswith("openpyxl.")]
    for name in ("openpyxl", *loaded):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "atop_coder.dataset.workbook", raising=False)
    assert run("sheets", "-o", "data.csv").exit_code == 0


def test_csv_comes_with_a_script_for_stata(folder):
    assert "data.do" in run("sheets", "-o", "data.csv").stderr
    assert "data.csv" in (folder / "data.do").read_text("utf-8")


def test_a_researchers_own_script_is_kept_and_nothing_is_written(folder):
    (folder / "data.do").write_text("use data\n", encoding="utf-8")
    before = everything(folder)
    done = run("sheets", "-o", "data.csv")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [str(AtopError("script-of-others", file="data.do"))]
    assert everything(folder) == before


def test_a_folder_of_sheets_becomes_a_stata_file(folder):
    need_stata()
    done = run("sheets", "-o", "data.dta")
    assert done.exit_code == 0
    assert "2 sheets" in done.stderr
    assert (folder / "data.dta").read_bytes().startswith(b"<stata_dta><header><release>118<")


def test_without_the_extra_a_stata_file_is_one_line_and_nothing_is_written(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    before = everything(folder)
    done = run("sheets", "-o", "data.dta")
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [str(AtopError("stata-needs-extra"))]
    assert everything(folder) == before


@pytest.mark.parametrize("name", ["data.csv", "data.xlsx"])
def test_only_a_stata_file_needs_the_extra(folder, monkeypatch, name):
    for package in ("pandas", "pyreadstat"):
        monkeypatch.setitem(sys.modules, package, None)
    assert run("sheets", "-o", name).exit_code == 0


def test_the_messages_of_an_export_are_in_the_catalogue():
    codes = {"dataset-format-unknown", "dataset-over-sheet", "stata-needs-extra", "script-of-others"}
    assert codes <= MESSAGES.keys()


def test_an_id_that_stands_twice_is_told(folder):
    put(folder / "sheets" / "copy.json", 1200)
    done = run("sheets", "-o", "data.csv")
    assert done.exit_code == 0
    assert done.stderr.splitlines()[-1].endswith(
        "ATOP ID 1200 stands in more than one row; atop-coder check tells in which sheets."
    )


def put_alliance(folder, number, seen):
    sheet = sheet_of(
        {
            1: {"value": number},
            3: {"value": [{"date": "1990-05-01"}]},
            4: {"value": [{"ccode": 2, "name": ""}, {"ccode": 20, "name": ""}]},
            14: {"value": {"in_effect_as_of": seen}},
        }
    )
    (folder / "sheets" / f"{number}.json").write_text(json.dumps(sheet_to_data(sheet)), encoding="utf-8")


def lines_of(path):
    return list(csv.reader(io.StringIO(Path(path).read_text(encoding="utf-8"))))


def test_a_row_can_be_a_member(folder):
    put_alliance(folder, 1400, "1992")
    assert run("sheets", "--unit", "member", "-o", "data.csv").exit_code == 0
    rows = lines_of("data.csv")
    assert [row[rows[0].index("member")] for row in rows[1:]] == ["2", "20"]


@pytest.mark.parametrize(("unit", "rows"), [("state-year", 6), ("dyad-year", 3), ("directed-dyad-year", 6)])
def test_a_row_can_be_a_year(folder, unit, rows):
    pytest.importorskip("polars", reason="polars comes with the extra [years]")
    put_alliance(folder, 1400, "1992")
    done = run("sheets", "--unit", unit, "-o", "data.csv")
    assert (done.exit_code, len(lines_of("data.csv"))) == (0, rows + 1)
    assert f"{rows} rows, 1990 to 1992; what came after 1992 is not in them." in done.stderr


def test_years_and_names_can_be_chosen(folder):
    pytest.importorskip("polars", reason="polars comes with the extra [years]")
    put_alliance(folder, 1400, "1999")
    words = ("--unit", "dyad-year", "--from", 1995, "--to", 1996, "--names", "peacesciencer")
    assert run("sheets", *words, "-o", "data.csv").exit_code == 0
    rows = lines_of("data.csv")
    assert rows[0][:3] == ["ccode1", "ccode2", "year"]
    assert [row[2] for row in rows[1:]] == ["1995", "1996"]


def test_a_member_whose_years_are_not_known_is_named(folder):
    pytest.importorskip("polars", reason="polars comes with the extra [years]")
    sheet = sheet_of({1: {"value": 1500}, 4: {"value": [{"ccode": 2, "name": "USA"}]}})
    (folder / "sheets" / "1500.json").write_text(json.dumps(sheet_to_data(sheet)), encoding="utf-8")
    done = run("sheets", "--unit", "state-year", "-o", "data.csv")
    assert done.exit_code == 0
    assert "1500.json: no entry or no exit of USA (2)" in done.stderr
    assert "0 rows" in done.stderr


@pytest.mark.parametrize("words", [("--from", 1990), ("--to", 1990), ("--names", "peacesciencer")])
def test_years_are_asked_for_only_where_there_are_some(folder, words):
    done = run("sheets", *words, "-o", "data.csv")
    assert done.exit_code == 2
    assert "--unit state-year, dyad-year, directed-dyad-year" in done.stderr
    assert not Path("data.csv").exists()
