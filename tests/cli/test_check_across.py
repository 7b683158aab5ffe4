"""`atop-coder check` over several sheets: what they say against one another."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from atop_coder.cli.check import check
from tests.folder.conftest import Changes, write_sheet

OTHER = {5: {"value": "yes", "details": "World War I"}}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, changes: Changes | None = None) -> str:
    write_sheet(Path(name), changes)
    return name


def run(*words: str):
    return CliRunner().invoke(check, words)


def codes(*words: str) -> list[tuple[str, str]]:
    data = json.loads(run(*words, "--format", "json").stdout)
    assert set(data) == {"sheets", "unread", "problems", "doubt"}
    return [(Path(one["file"]).name, one["code"]) for one in data["problems"]]


def test_one_sheet_alone_is_held_against_nothing(folder):
    put("a.json")
    assert codes("a.json") == []
    assert codes(".") == []


def test_a_folder_is_held_against_itself(folder):
    put("in/a.json")
    put("in/more/b.json", OTHER)
    found = codes("in")
    assert ("a.json", "atop-id-twice") in found
    assert ("b.json", "atop-id-twice") in found


def test_several_files_are_too(folder):
    assert ("a.json", "atop-id-twice") in codes(put("a.json"), put("b.json", OTHER))


def test_the_text_has_a_section_for_it_before_the_total(folder):
    lines = run(put("a.json"), put("b.json", {9: {"value": "no"}, 1: {"value": 9991}})).stdout.splitlines()
    assert lines[0] == "a.json: no problems"
    place = lines.index("Across the sheets: 2 warnings")
    assert lines[place + 1] == " a.json"
    assert lines[place + 2].split()[:3] == ["1", "warning", "alliance-under-two-ids"]
    assert lines[-1] == "2 sheets: no problems."


def test_there_is_no_section_where_there_is_nothing_to_tell(folder):
    far: Changes = {1: {"value": 9991}, 3: {"value": [{"date": "1924-06-01"}]}}
    assert "Across" not in run(put("a.json"), put("b.json", far)).stdout


def test_what_sheets_say_against_one_another_is_no_error(folder):
    assert run(put("a.json"), put("b.json", OTHER)).exit_code == 0


def test_a_file_that_was_not_read_is_held_against_nothing(folder):
    Path("broken.txt").write_text("nothing", encoding="utf-8")
    done = run("broken.txt", put("a.json"))
    assert done.exit_code == 2
    assert "Across" not in done.stdout
