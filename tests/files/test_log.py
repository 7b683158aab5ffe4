"""The log: what happened, and never a word of a sheet."""

import sys
from pathlib import Path

import pytest

from atop_coder.files.log import COUNT, SIZE, crash_lines, log, start_log, stop_log

SECRET = "For an indefinite period"


@pytest.fixture
def file(tmp_path: Path):
    yield start_log(tmp_path / "log")
    stop_log()


def test_what_is_logged_is_in_the_file(file):
    log.info("saved %s", "ATOP5040.txt")
    assert "saved ATOP5040.txt" in file.read_text(encoding="utf-8")


def test_a_crash_is_logged_by_its_place_without_its_words(file):
    def break_down():
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise RuntimeError(f"not read: {SECRET}") from error

    try:
        break_down()
    except RuntimeError:
        kind, error, trace = sys.exc_info()
    assert kind is not None
    assert error is not None
    lines = crash_lines(kind, error, trace)
    assert "ValueError" in lines
    assert "RuntimeError" in lines
    assert "break_down" in lines
    assert SECRET not in lines


def test_the_log_does_not_grow_for_ever(file):
    for _ in range(9):
        log.error("x" * (SIZE // 3))
    files = list(file.parent.iterdir())
    assert 1 < len(files) <= COUNT + 1


def test_a_folder_that_cannot_be_made_disturbs_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    start_log(tmp_path / "file" / "log")
    log.info("nothing")
    stop_log()


def test_a_full_log_goes_on_in_a_new_file_and_nothing_of_it_is_lost(file):
    for number in range(4):
        log.error("line %d %s", number, "x" * (SIZE // 3))
    log.info("the newest")
    older = file.with_name(f"{file.name}.1").read_text(encoding="utf-8")
    assert [f"line {number}" in older for number in range(3)] == [True] * 3
    assert "the newest" in file.read_text(encoding="utf-8")


def test_a_log_that_another_holds_grows_on(file, monkeypatch):
    def held(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "replace", held)
    for _ in range(5):
        log.error("x" * (SIZE // 3))
    log.info("the newest")
    assert "the newest" in file.read_text(encoding="utf-8")
    assert list(file.parent.iterdir()) == [file]
