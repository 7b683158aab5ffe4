"""Changes of a workbook written into sheets, and taken back."""

from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files.lock import lock_path
from atop_coder.files.versions import Versions
from atop_coder.folder.applying import Applied, apply_changes, take_back
from atop_coder.folder.changes import Preview
from atop_coder.reading import read_sheet
from tests.checks.examples import sheet
from tests.folder.conftest import write_sheet
from tests.folder.test_preview import edit_row, export, look, save

VERSIONS = Versions()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two sheets, and a workbook in which each has two edits."""
    save(tmp_path / "ATOP1200.txt", sheet({1: {"value": 1200}}))
    save(tmp_path / "ATOP1300.txt", sheet({1: {"value": 1300}}))
    export(tmp_path)
    for row in (2, 3):
        edit_row(tmp_path, row, q13=3, q08=1)
    return tmp_path


def apply_all(found: Preview, questions: tuple[int, ...] = (8, 13)) -> list[Applied]:
    return list(apply_changes([(one, questions) for one in found.sheets], VERSIONS))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.txt")}


def value(path: Path | None, question: int) -> object:
    assert path is not None
    return read_sheet(path).sheet[question].value


def test_all_changes_wanted_are_in_the_sheets(folder):
    done = apply_all(look(folder))
    assert [(one.path.name, one.count, one.message) for one in done] == [
        ("ATOP1200.txt", 2, ""),
        ("ATOP1300.txt", 2, ""),
    ]
    for name in ("ATOP1200.txt", "ATOP1300.txt"):
        assert (value(folder / name, 8), value(folder / name, 13)) == ("yes", 3)


def test_only_the_changes_wanted_are(folder):
    apply_all(look(folder), (13,))
    assert (value(folder / "ATOP1200.txt", 8), value(folder / "ATOP1200.txt", 13)) == ("no", 3)


def test_a_sheet_of_which_nothing_is_wanted_is_not_written(folder):
    before = contents(folder)
    assert apply_all(look(folder), ()) == []
    assert contents(folder) == before


def test_every_other_answer_stays_to_the_letter(folder):
    before = read_sheet(folder / "ATOP1200.txt").sheet
    apply_all(look(folder))
    after = read_sheet(folder / "ATOP1200.txt").sheet
    assert {number for number, answer in after if answer != before[number]} == {8, 13}


def test_applied_a_second_time_it_changes_nothing(folder):
    apply_all(look(folder))
    assert look(folder).sheets == ()


def test_the_former_sheet_is_kept_as_a_version(folder):
    before = contents(folder)["ATOP1200.txt"]
    apply_all(look(folder))
    (kept,) = VERSIONS.of(folder / "ATOP1200.txt")
    assert kept.path.read_bytes() == before


def test_all_of_it_can_be_taken_back(folder):
    before = contents(folder)
    done = apply_all(look(folder))
    back = list(take_back(done, VERSIONS))
    assert contents(folder) == before
    assert all(one.target and not one.message for one in back)


def test_what_was_changed_since_is_not_taken_back(folder):
    done = apply_all(look(folder))
    now = save(folder / "ATOP1200.txt", sheet({1: {"value": 1200}, 13: {"value": 9}})).read_bytes()
    first, second = take_back(done, VERSIONS)
    assert first.target is None
    assert "ATOP1200.txt" in first.message
    assert (contents(folder)["ATOP1200.txt"], second.target) == (now, folder / "ATOP1300.txt")


def test_a_sheet_changed_since_the_preview_is_left(folder):
    found = look(folder)
    now = save(folder / "ATOP1200.txt", sheet({1: {"value": 1200}, 9: {"value": "no"}, 13: {"value": 1}}))
    before = now.read_bytes()
    first, second = apply_all(found)
    assert (first.target, second.target) == (None, folder / "ATOP1300.txt")
    assert "ATOP1200.txt" in first.message
    assert now.read_bytes() == before


def test_a_sheet_that_is_gone_since_the_preview_is_left(folder):
    found = look(folder)
    (folder / "ATOP1200.txt").unlink()
    assert [one.target for one in apply_all(found)] == [None, folder / "ATOP1300.txt"]
    assert not (folder / "ATOP1200.txt").exists()


def test_a_sheet_that_somebody_has_open_is_left(folder):
    lock = '{"name": "Ann", "machine": "other", "pid": 1, "started": "", "since": "2999-01-01T00:00:00Z"}'
    lock_path(folder / "ATOP1200.txt").write_text(lock, encoding="utf-8")
    first, second = apply_all(look(folder))
    assert first.target is None
    assert "Ann" in first.message
    assert second.target == folder / "ATOP1300.txt"


def test_a_person_can_stop_between_two_sheets(folder):
    asked = iter((False, True))
    found = look(folder)
    done = list(apply_changes([(one, (13,)) for one in found.sheets], VERSIONS, lambda: next(asked)))
    assert [one.path.name for one in done] == ["ATOP1200.txt"]
    assert value(folder / "ATOP1300.txt", 13) == 0


# Files that are no normalized sheets


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder with a sheet in JSON, and a workbook with an edit of it."""
    write_sheet(tmp_path / "5040.json", {1: {"value": 5040}})
    export(tmp_path)
    edit_row(tmp_path, 2, q13=3)
    return tmp_path


def test_beside_another_file_a_normalized_sheet_is_written(other):
    before = (other / "5040.json").read_bytes()
    (done,) = apply_all(look(other))
    assert done.target == other / "ATOP5040.txt"
    assert value(done.target, 13) == 3
    assert (other / "5040.json").read_bytes() == before


def test_a_review_that_cannot_go_with_it_is_told_and_the_sheet_is_written(other, monkeypatch):
    def refuse(_self, sheet, _made_from):
        raise AtopError("not-writable", file=sheet, reason="the disk is full")

    monkeypatch.setattr("atop_coder.files.review_file.ReviewFile.move_beside", refuse)
    (done,) = apply_all(look(other))
    assert (done.target, done.count) == (other / "ATOP5040.txt", 1)
    assert "the disk is full" in done.message
    assert value(done.target, 13) == 3


def test_a_folder_of_that_name_is_told(other):
    (other / "ATOP5040.txt").mkdir()
    (done,) = apply_all(look(other))
    assert done.target == other / "ATOP5040 (2).txt"


def test_that_is_taken_back_by_taking_it_away(other):
    list(take_back(apply_all(look(other)), VERSIONS))
    assert not (other / "ATOP5040.txt").exists()


def test_another_normalized_sheet_there_is_never_written_over(other):
    found = look(other)
    there = save(other / "ATOP5040.txt", sheet({1: {"value": 5040}, 13: {"value": 7}})).read_bytes()
    (done,) = apply_all(found)
    assert (done.target, (other / "ATOP5040.txt").read_bytes()) == (None, there)
    assert "ATOP5040.txt" in done.message


def test_an_original_of_that_name_is_never_written_over(tmp_path):
    from tests.reading.sheets import sheet_text

    original = tmp_path / "ATOP5040.txt"
    original.write_text(sheet_text({1: "5040", 13: "Zero."}), encoding="utf-8")
    before = original.read_bytes()
    export(tmp_path)
    edit_row(tmp_path, 2, q13=3)
    (done,) = apply_all(look(tmp_path))
    assert done.target == tmp_path / "ATOP5040 (2).txt"
    assert original.read_bytes() == before
