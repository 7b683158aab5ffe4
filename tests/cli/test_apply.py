"""`atop-coder apply`, as people and scripts call it."""

import json

import pytest
from click.testing import CliRunner

from atop_coder.cli.apply import apply
from atop_coder.cli.apply_lines import NOTHING, SHOWN, UNRECORDED, UNRECORDED_SHEET
from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.reading import read_sheet
from tests.checks.examples import sheet
from tests.folder.workbook.test_preview import edit, edit_row, export, save


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two sheets and their workbook, in which the command is called."""
    monkeypatch.chdir(tmp_path)
    for number in (1200, 1300):
        save(tmp_path / f"ATOP{number}.txt", sheet({1: {"value": number}}))
    export(tmp_path)
    return tmp_path


def run(*words):
    return CliRunner().invoke(apply, ["data.xlsx", *map(str, words or (".",))])


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.txt")}


def test_a_workbook_that_nobody_edited_says_so(folder):
    done = run()
    assert (done.exit_code, done.stdout) == (0, f"{NOTHING}\n")


def test_changes_are_shown_and_nothing_is_written(folder):
    edit_row(folder, 2, q13=3)
    before = contents(folder)
    done = run()
    assert done.exit_code == 0
    assert "ATOP1200.txt (ATOP 1200)" in done.stdout
    assert "was  0" in done.stdout
    assert "now  3" in done.stdout
    assert "1 change in 1 sheet would be made" in done.stdout
    assert contents(folder) == before


def test_with_write_they_are_made(folder):
    edit_row(folder, 2, q13=3)
    edit_row(folder, 3, q13=1)
    done = run(".", "--write")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "2 changes in 2 sheets made.")
    assert [read_sheet(path).sheet[13].value for path in sorted(folder.glob("*.txt"))] == [3, 1]
    assert run().stdout == f"{NOTHING}\n"


def test_a_change_that_brings_an_error_waits_for_doubtful(folder):
    edit_row(folder, 2, q04="9999 Atlantis\n200 United Kingdom")
    done = run(".", "--write")
    assert done.exit_code == 1
    assert "doubtful" in done.stdout
    assert "error, question 4" in done.stdout
    assert read_sheet(folder / "ATOP1200.txt").sheet.members[0].ccode != 9999
    assert run(".", "--write", "--doubtful").exit_code == 0
    assert read_sheet(folder / "ATOP1200.txt").sheet.members[0].ccode == 9999


def test_what_cannot_be_taken_over_is_told_with_its_cell(folder):
    edit_row(folder, 2, q13="many")
    done = run()
    assert done.exit_code == 1
    assert "left  Alliances, cell" in done.stdout
    assert "many" in done.stdout


def test_without_a_record_of_the_export_it_says_so(folder):
    edit_row(folder, 2, q13=3)
    edit(folder, lambda book: book.remove(book["Exported"]))
    done = run(".", "--write")
    assert done.exit_code == 1
    assert UNRECORDED in done.stdout
    assert read_sheet(folder / "ATOP1200.txt").sheet[13].value == 0


def test_long_answers_are_shown_from_where_they_differ(folder):
    path = folder / "ATOP1200.txt"
    now = read_sheet(path).sheet
    save(path, now.with_answer(18, now[18].replace(details="word " * 100 + "end")))
    export(folder)
    edit_row(folder, 2, q18_text="word " * 100 + "finish")
    lines = [line for line in run().stdout.splitlines() if line.lstrip().startswith(("was", "now"))]
    assert [line.endswith(word) for line, word in zip(lines, ("end", "finish"), strict=True)] == [True] * 2
    assert max(map(len, lines)) < SHOWN + 20


def test_json_tells_each_change_with_its_answers(folder):
    edit_row(folder, 2, q13=3, q60="soon")
    data = json.loads(run(".", "--format", "json").stdout)
    (change,) = data["changes"]
    assert (change["question"], change["before"], change["after"]) == (13, {"value": 0}, {"value": 3})
    assert (change["taken"], change["clash"], change["written"]) == (True, False, None)
    assert [one["file"] for one in data["left"]] == [change["file"]]
    assert data["recorded"] is True


def test_json_names_the_file_that_was_written(folder):
    edit_row(folder, 2, q13=3)
    data = json.loads(run(".", "--format", "json", "--write").stdout)
    assert data["changes"][0]["written"].endswith("ATOP1200.txt")


def test_one_sheet_can_be_named(folder):
    edit_row(folder, 2, q13=3)
    done = run("ATOP1200.txt", "--write")
    assert done.exit_code == 0
    assert read_sheet(folder / "ATOP1200.txt").sheet[13].value == 3


def test_a_sheet_that_is_not_there_is_told(folder):
    done = run("gone.txt", ".")
    assert done.exit_code == 2
    assert str(AtopError("file-not-found", file="gone.txt")) in done.stderr


def test_a_workbook_that_is_no_dataset_is_refused(folder):
    (folder / "data.xlsx").write_bytes((folder / "ATOP1200.txt").read_bytes())
    done = run()
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"{AtopError('not-a-workbook', file='data.xlsx')}\n"


def test_a_sheet_changed_in_the_meantime_is_told_and_costs_no_other(folder, monkeypatch):
    edit_row(folder, 2, q13=3)
    edit_row(folder, 3, q13=3)

    def other(path):
        return "" if "1200" in path.name else fingerprint(path)

    monkeypatch.setattr("atop_coder.folder.workbook.applying.fingerprint", other)
    done = run(".", "--write")
    assert done.exit_code == 2
    assert "ATOP1200.txt" in done.stderr
    assert read_sheet(folder / "ATOP1300.txt").sheet[13].value == 3


def test_an_edit_that_cannot_be_taken_is_not_called_the_same(folder):
    edit_row(folder, 2, q13="many")
    assert run().stdout.splitlines()[-1] == "No answer was changed."


def test_a_sheet_that_the_workbook_did_not_export_says_why_nothing_is_taken(folder):
    edit(folder, lambda book: book["Exported"].delete_rows(3))
    edit_row(folder, 2, q13=3)
    edit_row(folder, 3, q13=4)
    done = run()
    assert done.stdout.count(UNRECORDED_SHEET) == 1
    assert done.stdout.splitlines()[-1].startswith("1 change in 1 sheet would be made")
