"""Who has a sheet open: told to the next one, and nothing more than told."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from atop_coder.files.lock import OLD, drop_lock, held_by, lock_path, read_lock, take_lock
from atop_coder.files.owner import Owner, owner_from_data, process_start, this_owner
from atop_coder.reading import find_sheets
from tests.files.test_sheet_file import dead_owner


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_bytes(b"a sheet")
    return path


def elsewhere(since: datetime | None = None) -> Owner:
    """Somebody on another machine."""
    return Owner("Bela", "LAB-3", 12, "", since or datetime.now(UTC))


def put(sheet: Path, owner: Owner) -> None:
    lock_path(sheet).write_text(json.dumps(owner.data), encoding="utf-8")


def test_a_lock_names_person_machine_time_and_process(sheet):
    assert take_lock(sheet, "Jae-eon Lee")
    owner = read_lock(sheet)
    assert owner is not None
    assert owner.name == "Jae-eon Lee"
    assert owner.pid == os.getpid()
    assert owner.is_me
    assert datetime.now(UTC) - owner.since < timedelta(minutes=1)


def test_ones_own_lock_holds_nobody_off(sheet):
    take_lock(sheet)
    assert held_by(sheet) is None


def test_somebody_elses_lock_is_told(sheet):
    put(sheet, elsewhere())
    owner = held_by(sheet)
    assert owner is not None
    assert owner.name == "Bela"


def test_the_lock_of_a_dead_process_of_this_machine_is_stale(sheet):
    put(sheet, dead_owner())
    assert held_by(sheet) is None


def test_a_number_that_another_process_has_now_is_stale(sheet):
    me = this_owner()
    parent = Owner(me.name, me.machine, os.getppid(), "another start", me.since)
    if process_start(os.getppid()) in ("", None):
        pytest.skip("this system does not tell when a process began")
    put(sheet, parent)
    assert held_by(sheet) is None


def test_a_lock_of_the_day_before_is_stale(sheet):
    put(sheet, elsewhere(since=datetime.now(UTC) - OLD - timedelta(minutes=1)))
    assert held_by(sheet) is None


def test_a_dropped_lock_is_gone_but_never_somebody_elses(sheet):
    take_lock(sheet)
    drop_lock(sheet)
    assert not lock_path(sheet).exists()
    put(sheet, elsewhere())
    drop_lock(sheet)
    assert lock_path(sheet).exists()


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"\xff\x00", b'{"name": "x", "machine": "y", "pid": "z"}']
)
def test_a_lock_that_tells_nothing_is_none(sheet, data):
    lock_path(sheet).write_bytes(data)
    assert read_lock(sheet) is None
    assert held_by(sheet) is None


def test_where_no_lock_can_be_written_work_goes_on(tmp_path):
    assert not take_lock(tmp_path / "none" / "a.txt")


def test_a_lock_is_no_sheet_of_the_folder(sheet):
    take_lock(sheet)
    assert list(find_sheets((sheet.parent,))) == [sheet]


def test_an_owner_comes_back_from_its_data():
    me = this_owner("Jae-eon Lee")
    assert owner_from_data(json.loads(json.dumps(me.data))) == me


def test_this_process_runs_and_a_dead_one_does_not():
    assert process_start(os.getpid()) is not None
    assert process_start(dead_owner().pid) is None
    assert process_start(-1) is None
