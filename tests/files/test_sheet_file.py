"""Saving over what was loaded, and never over what somebody else has put there."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import print_of
from atop_coder.files.owner import Owner, this_owner
from atop_coder.files.save import LEFT_AFTER
from atop_coder.files.sheet_file import save_over
from atop_coder.files.turn import turn
from atop_coder.files.versions import Versions


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_bytes(b"loaded")
    return path


def dead_owner() -> Owner:
    """A process of this machine that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    me = this_owner("Anna")
    return Owner(me.name, me.machine, ended.pid, "long ago", me.since)


def mark_of(sheet: Path) -> Path:
    """The mark that a save makes while it lasts."""
    with turn(sheet):
        return next(path for path in sheet.parent.iterdir() if path.suffix == ".turn")


def test_what_was_loaded_is_replaced(sheet):
    assert save_over(sheet, b"new", print_of(b"loaded")).fingerprint == print_of(b"new")
    assert sheet.read_bytes() == b"new"


def test_what_somebody_else_saved_is_not_replaced(sheet):
    sheet.write_bytes(b"theirs")
    with pytest.raises(AtopError) as refused:
        save_over(sheet, b"new", print_of(b"loaded"))
    assert refused.value.code == "changed-outside"
    assert sheet.read_bytes() == b"theirs"


def test_somebody_else_who_saved_the_very_same_is_no_conflict(sheet):
    sheet.write_bytes(b"new")
    save_over(sheet, b"new", print_of(b"loaded"))
    assert sheet.read_bytes() == b"new"


def test_a_file_that_is_gone_is_written_anew(sheet):
    sheet.unlink()
    save_over(sheet, b"new", print_of(b"loaded"))
    assert sheet.read_bytes() == b"new"


def test_a_file_that_a_person_chose_to_replace_is_kept_as_a_version(sheet):
    save_over(sheet, b"new", None, Versions())
    assert [one.path.read_bytes() for one in Versions().of(sheet)] == [b"loaded"]


def test_nothing_is_left_beside_a_saved_sheet(sheet):
    save_over(sheet, b"new")
    assert [path.name for path in sheet.parent.iterdir()] == [sheet.name]


def test_a_version_that_cannot_be_kept_does_not_stop_the_save(sheet, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Versions, "keep", full)
    saved = save_over(sheet, b"new", None, Versions())
    assert sheet.read_bytes() == b"new"
    assert saved.trouble is not None
    assert saved.trouble.code == "version-not-kept"


def test_the_print_is_told_before_the_file_is_replaced(sheet):
    seen = []
    save_over(sheet, b"new", None, None, lambda told: seen.append((told, sheet.read_bytes())))
    assert seen == [(print_of(b"new"), b"loaded")]


def test_half_written_files_of_killed_saves_go_once_they_are_old(sheet):
    young, old = (sheet.with_name(f".atop-{name}.tmp") for name in ("young", "old"))
    for path in (young, old):
        path.write_bytes(b"half")
    long_ago = time.time() - LEFT_AFTER - 60
    os.utime(old, (long_ago, long_ago))
    save_over(sheet, b"new")
    assert young.exists()
    assert not old.exists()


def test_a_turn_that_a_killed_process_left_holds_nobody_up(sheet):
    mark = mark_of(sheet)
    mark.write_text(json.dumps(dead_owner().data))
    began = time.monotonic()
    save_over(sheet, b"new")
    assert time.monotonic() - began < 2
    assert not mark.exists()


def test_a_turn_that_lasts_is_waited_for_and_then_broken(sheet):
    mark = mark_of(sheet)
    mark.write_text(json.dumps(this_owner().data))
    began = time.monotonic()
    with turn(sheet, wait=0.3):
        assert time.monotonic() - began >= 0.3
    assert [path.name for path in sheet.parent.iterdir()] == [sheet.name]


def test_a_turn_is_one_for_a_file_and_a_link_to_it(sheet):
    if os.name != "posix":
        pytest.skip("needs links")
    link = sheet.with_name("link.txt")
    link.symlink_to(sheet.name)
    assert mark_of(link) == mark_of(sheet)
