"""Saving over what was loaded, and never over what somebody else has put there."""

import errno
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files import turn as turns
from atop_coder.files.fingerprint import print_of
from atop_coder.files.owner import Owner, owner_from_data, this_owner
from atop_coder.files.save import LEFT_AFTER, Disk
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


def test_a_turn_that_lasts_is_waited_for_and_never_broken_while_its_owner_lives(sheet):
    mark = mark_of(sheet)
    mark.write_text(json.dumps(this_owner().data))
    began = time.monotonic()
    with pytest.raises(AtopError) as refused, turn(sheet, wait=0.3):
        pass
    assert refused.value.code == "being-saved"
    assert time.monotonic() - began >= 0.3
    assert mark.exists()


def test_a_mark_from_elsewhere_holds_as_long_as_it_shows_signs_of_life(sheet, monkeypatch):
    monkeypatch.setattr(turns, "SILENT", 0.4)
    mark = mark_of(sheet)
    mark.write_text(json.dumps({**this_owner().data, "machine": "LAB-3"}))
    ended = threading.Event()
    touching = threading.Thread(target=turns._keep_alive, args=(mark, ended))
    monkeypatch.setattr(turns, "TOUCH", 0.05)
    touching.start()
    with pytest.raises(AtopError), turn(sheet, wait=0.9):
        pass
    ended.set()
    touching.join()
    with turn(sheet, wait=5):
        assert owner_from_data(json.loads(mark.read_bytes())).is_me


def test_a_mark_of_nonsense_holds_nobody_up_for_ever(sheet, monkeypatch):
    monkeypatch.setattr(turns, "SILENT", 0.2)
    mark_of(sheet).write_bytes(b"\xff\x00 not a mark")
    save_over(sheet, b"new")
    assert sheet.read_bytes() == b"new"


def test_two_savers_of_one_file_on_a_slow_disk_lose_nothing_unasked(sheet):
    """The first is slower than the second waits: one of them is told, and the file is the other's."""

    class Slow(Disk):
        def flush(self, file):
            time.sleep(1.0)
            super().flush(file)

    told: list[str] = []

    def save(data: bytes, disk: Disk) -> None:
        try:
            save_over(sheet, data, print_of(b"old"), disk=disk)
            told.append("saved")
        except AtopError as error:
            told.append(error.code)

    sheet.write_bytes(b"old")
    first = threading.Thread(target=save, args=(b"first", Slow()))
    first.start()
    time.sleep(0.2)
    save(b"second", Disk())
    first.join()
    assert sorted(told) == ["changed-outside", "saved"]
    assert sheet.read_bytes() == b"first"


def test_what_changed_while_the_data_went_to_disk_is_not_replaced(sheet):
    class SomebodyElse(Disk):
        def flush(self, file):
            super().flush(file)
            sheet.write_bytes(b"theirs")

    sheet.write_bytes(b"old")
    with pytest.raises(AtopError) as refused:
        save_over(sheet, b"mine", print_of(b"old"), disk=SomebodyElse())
    assert refused.value.code == "changed-outside"
    assert sheet.read_bytes() == b"theirs"
    assert not list(sheet.parent.glob(".atop-*"))


def test_a_full_disk_leaves_no_mark_and_the_save_says_why(sheet, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    mark = mark_of(sheet)
    monkeypatch.setattr(turns, "this_owner", full)
    save_over(sheet, b"new")
    assert sheet.read_bytes() == b"new"
    assert not mark.exists()


def test_a_save_that_cuts_hard_links_says_so(sheet):
    sheet.write_bytes(b"old")
    other = sheet.with_name("other.txt")
    os.link(sheet, other)
    saved = save_over(sheet, b"new")
    assert saved.trouble is not None
    assert saved.trouble.code == "links-cut"
    assert other.read_bytes() == b"old"


def test_a_turn_is_one_for_a_file_and_a_link_to_it(sheet):
    if os.name != "posix":
        pytest.skip("needs links")
    link = sheet.with_name("link.txt")
    link.symlink_to(sheet.name)
    assert mark_of(link) == mark_of(sheet)
