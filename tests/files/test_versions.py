"""The versions before each save: where they are, which stay, which go."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.files.versions import FOLDER, MONTH, Version, Versions, thinned_out, versions_in
from atop_coder.reading import find_sheets

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_bytes(b"first")
    return path


def write(sheet: Path, data: bytes, when: datetime) -> None:
    sheet.write_bytes(data)
    os.utime(sheet, (when.timestamp(), when.timestamp()))


def version(when: datetime, nth: int = 1) -> Version:
    return Version(Path(f"{when.isoformat()}-{nth}"), when, nth)


def test_a_version_lies_beside_the_sheet_and_is_dated_by_its_own_save(sheet):
    write(sheet, b"first", NOON)
    kept = Versions().keep(sheet, NOON + timedelta(hours=1))
    assert kept is not None
    assert kept.when == NOON
    assert kept.path.parent == sheet.parent / FOLDER / sheet.name
    assert kept.path.read_bytes() == b"first"


def test_the_users_own_folder_takes_versions_of_sheets_of_one_name_apart(tmp_path, sheet):
    own = tmp_path / "own"
    other = tmp_path / "other" / sheet.name
    other.parent.mkdir()
    other.write_bytes(b"another sheet")
    versions = Versions(own)
    for path in (sheet, other):
        versions.keep(path)
    assert [one.path.read_bytes() for one in versions.of(sheet)] == [b"first"]
    assert [one.path.read_bytes() for one in versions.of(other)] == [b"another sheet"]
    assert not (tmp_path / FOLDER).exists()


def test_versions_are_found_wherever_the_setting_had_put_them(tmp_path, sheet):
    own = tmp_path / "own"
    write(sheet, b"first", NOON)
    Versions(None, own).keep(sheet, NOON)
    write(sheet, b"second", NOON + timedelta(hours=1))
    Versions(own, own).keep(sheet, NOON)
    assert [one.path.read_bytes() for one in Versions(None, own).of(sheet)] == [b"second", b"first"]


def test_a_folder_that_may_not_be_written_sends_versions_to_the_spare_one(tmp_path, sheet):
    (tmp_path / FOLDER).write_text("a file is in the way")
    kept = Versions(None, tmp_path / "own").keep(sheet)
    assert kept is not None
    assert (tmp_path / "own") in kept.path.parents


def test_without_a_spare_folder_the_trouble_is_told(tmp_path, sheet):
    (tmp_path / FOLDER).write_text("a file is in the way")
    with pytest.raises(OSError, match=r".+"):
        Versions().keep(sheet)


def test_the_same_again_is_not_kept_twice(sheet):
    assert Versions().keep(sheet) is not None
    assert Versions().keep(sheet) is None


def test_two_saves_in_one_second_are_two_versions(sheet):
    for data in (b"first", b"second", b"third"):
        write(sheet, data, NOON)
        Versions().keep(sheet, NOON)
    assert [one.path.read_bytes() for one in Versions().of(sheet)] == [b"third", b"second", b"first"]


def test_a_sheet_that_is_not_there_has_nothing_to_keep(tmp_path):
    assert Versions().keep(tmp_path / "none.txt") is None


def test_versions_are_no_sheets_of_the_folder(sheet):
    Versions().keep(sheet)
    assert list(find_sheets((sheet.parent,))) == [sheet]


def test_files_of_other_names_are_no_versions(sheet):
    kept = Versions().keep(sheet)
    assert kept is not None
    (kept.path.parent / "notes.txt").write_text("mine")
    (kept.path.parent / "2026-99-99T99-99-99Z.txt").write_text("mine")
    assert versions_in(kept.path.parent) == (kept,)


# thinning


def test_all_of_today_stay():
    today = [version(NOON + timedelta(minutes=minute)) for minute in range(20)]
    assert thinned_out(today, NOON + timedelta(hours=1)) == ()


def test_one_a_day_stays_of_the_last_month_and_it_is_the_last_one():
    day = NOON - timedelta(days=3)
    early, late = version(day - timedelta(hours=2)), version(day)
    assert thinned_out((early, late), NOON, newest=0) == (early,)


def test_one_a_month_stays_of_the_time_before():
    days = [version(datetime(2026, 3, day, 12, tzinfo=UTC)) for day in (1, 9, 30)]
    assert set(thinned_out(days, NOON, newest=0)) == set(days[:2])


@given(st.lists(st.integers(0, 900 * 24 * 60), max_size=60))
def test_the_newest_stays_and_thinning_twice_takes_nothing_more(minutes):
    versions = [version(NOON - timedelta(minutes=minute), at + 1) for at, minute in enumerate(minutes)]
    gone = set(thinned_out(versions, NOON, newest=0))
    stay = [one for one in versions if one not in gone]
    assert thinned_out(stay, NOON, newest=0) == ()
    if versions:
        assert max(versions, key=lambda one: one.order) in stay
    days = {one.when.astimezone().date() for one in versions if NOON - one.when <= MONTH}
    assert {one.when.astimezone().date() for one in stay if NOON - one.when <= MONTH} == days


def test_thinning_happens_with_a_save_and_touches_only_this_sheet(sheet, monkeypatch):
    monkeypatch.setattr("atop_coder.files.versions.NEWEST", 1)
    for minute in range(5):
        write(sheet, b"%d" % minute, NOON - timedelta(days=2) + timedelta(minutes=minute))
        Versions().keep(sheet, NOON - timedelta(days=2) + timedelta(minutes=minute))
    write(sheet, b"today", NOON)
    Versions().keep(sheet, NOON)
    assert [one.path.read_bytes() for one in Versions().of(sheet)] == [b"today", b"4"]
