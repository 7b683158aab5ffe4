"""The command that holds sheets against released data."""

import json

import pytest
from click.testing import CliRunner

from atop_coder.cli.compare_released import compare_released
from atop_coder.sheet import sheet_to_data
from tests.dataset.examples import members, sheet_of

RELEASED = "atopid,begyr,defense,mem1,mem2,milcon\n5040,{year},1,703,705,2\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder `sheets` with one sheet."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheets").mkdir()
    sheet = sheet_of(
        {
            1: {"value": 5040},
            3: {"value": [{"date": "2003-12-25"}]},
            4: {"value": members(703, 705)},
            16: {"value": ["defense"]},
        }
    )
    (tmp_path / "sheets" / "a.json").write_text(json.dumps(sheet_to_data(sheet)), encoding="utf-8")
    return tmp_path


def run(folder, *words, year=2003):
    (folder / "released.csv").write_text(RELEASED.format(year=year), encoding="utf-8")
    return CliRunner().invoke(compare_released, ["sheets", "--with", "released.csv", *words])


def test_equal_data_end_with_0(folder):
    done = run(folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 row compared in 3 variables: no differences." in done.stderr
    assert "Not derived from sheets, so not compared: milcon." in done.stderr


def test_a_difference_is_a_line_and_ends_with_1(folder):
    done = run(folder, year=2004)
    assert done.exit_code == 1
    assert done.stdout == "5040: begyr (question 3): 2003 here, 2004 there.\n"
    assert "By variable: begyr 1." in done.stderr


def test_only_the_variables_asked_for_are_told(folder):
    done = run(folder, "--variable", "defense", year=2004)
    assert (done.exit_code, done.stdout) == (0, "")


def test_the_differences_are_a_list_for_a_spreadsheet(folder):
    lines = run(folder, "--format", "csv", year=2004).stdout.splitlines()
    assert lines[0] == "atopid,member,file,variable,question,ours,theirs"
    assert lines[1].startswith("5040,,")
    assert lines[1].endswith(",begyr,3,2003,2004")


def test_the_differences_are_one_json_object(folder):
    data = json.loads(run(folder, "--format", "json", year=2004).stdout)
    assert data["rows"] == 1
    assert data["not_compared"] == ["milcon"]
    assert [(one["variable"], one["ours"], one["theirs"]) for one in data["differences"]] == [
        ("begyr", "2003", "2004")
    ]


def test_a_file_that_is_no_released_data_ends_with_2(folder):
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    done = CliRunner().invoke(compare_released, ["sheets", "--with", "other.csv"])
    assert done.exit_code == 2
    assert "these are no released data" in done.stderr


def test_a_sheet_that_cannot_be_read_ends_with_2_and_the_others_are_compared(folder):
    (folder / "sheets" / "b.json").write_text("{", encoding="utf-8")
    done = run(folder, year=2004)
    assert done.exit_code == 2
    assert "b.json" in done.stderr
    assert "begyr" in done.stdout
