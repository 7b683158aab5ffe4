"""What stands beside a sheet: never a link followed, a pipe waited for, or more open than the sheet."""

import os
import stat
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files.lock import drop_lock, held_by, lock_path, read_lock, take_lock
from atop_coder.files.recovery import left_behind, read_journal
from atop_coder.files.remark import Remark, RemarkKind, make_remark
from atop_coder.files.review import append_remarks, read_review, review_path
from atop_coder.files.review_file import ReviewFile
from atop_coder.files.side_file import read_side
from atop_coder.files.turn import turn
from atop_coder.files.versions import Version as Kept
from atop_coder.files.versions import Versions, thinned_out

posix = pytest.mark.skipif(os.name != "posix", reason="needs links, pipes and permissions")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_bytes(b"a sheet")
    return path


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "thesis.docx"
    path.write_bytes(b"years of work")
    return path


def remark() -> Remark:
    return make_remark(RemarkKind.COMMENT, "Ann", 5, reason="look again")


SIDES: dict[str, Callable[[Path], Path]] = {"lock": lock_path, "review": review_path}


def use(side: str, sheet: Path) -> None:
    if side == "lock":
        take_lock(sheet, "Ann")
        held_by(sheet)
        drop_lock(sheet)
    else:
        for act in (
            lambda: append_remarks(review_path(sheet), [remark()]),
            lambda: read_review(review_path(sheet)),
        ):
            with pytest.raises(AtopError) as refused:
                act()
            assert refused.value.code in ("not-writable", "file-not-readable")


@posix
@pytest.mark.parametrize("side", SIDES)
def test_a_link_in_the_place_of_a_side_file_harms_nothing(sheet: Path, victim: Path, side: str):
    SIDES[side](sheet).symlink_to(victim)
    use(side, sheet)
    assert victim.read_bytes() == b"years of work"
    assert SIDES[side](sheet).is_symlink()


@posix
@pytest.mark.parametrize("side", SIDES)
def test_a_pipe_in_the_place_of_a_side_file_is_not_waited_for(sheet: Path, side: str):
    os.mkfifo(SIDES[side](sheet))
    began = time.monotonic()
    use(side, sheet)
    assert time.monotonic() - began < 2
    assert stat.S_ISFIFO(SIDES[side](sheet).lstat().st_mode)


@posix
def test_a_link_or_pipe_in_the_place_of_the_mark_of_a_save_is_left_alone(sheet: Path, victim: Path):
    with turn(sheet):
        mark = next(sheet.parent.glob(".atop-*.turn"))
    mark.symlink_to(victim)
    with turn(sheet):
        pass
    assert victim.read_bytes() == b"years of work"
    assert mark.is_symlink()


@posix
def test_a_link_among_the_journals_stops_none_of_the_others(tmp_path: Path):
    (tmp_path / "a.journal").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "b.journal")
    (tmp_path / "c.journal").write_bytes(b"nonsense")
    assert [left.journal.name for left in left_behind(tmp_path)] == ["c.journal"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"journal": 1, "path": "a\\u0000b", "hash": "x"}\n{"start": {"form": "atop-codesheet"}}',
        b'{"journal": 1, "owner": {"since": "99999-01-01"}}',
        b'{"journal": 1}\n{"start": 5}',
        b"[" * 100_000,
        b'{"question": {}, "before": []}',
        b"\xff\xfe\x00",
    ],
)
def test_no_damaged_journal_stops_the_offer_of_the_others(tmp_path: Path, data: bytes):
    path = tmp_path / "a.journal"
    path.write_bytes(data)
    left = read_journal(path)
    assert left.fit is not None
    assert len(left_behind(tmp_path)) == 1


def test_what_is_far_too_large_is_not_read(tmp_path: Path):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(3 * 2**30)
    with pytest.raises(OSError, match="far larger"):
        read_side(path)


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_what_is_said_and_kept_of_a_sheet_is_nobodys_to_read_who_may_not_read_the_sheet(
    sheet: Path, mode: int
):
    sheet.chmod(mode)
    ReviewFile(sheet).add(remark())
    version = Versions().keep(sheet)
    assert version is not None
    take_lock(sheet, "Ann")
    made = (review_path(sheet), version.path, lock_path(sheet))
    assert not any(path.stat().st_mode & 0o666 & ~mode for path in made)
    assert not version.path.parent.stat().st_mode & 0o044 & ~mode


def test_ones_lock_is_read_back_whatever_the_name(sheet: Path):
    assert take_lock(sheet, "Jae-eon \udcff Lee")
    assert read_lock(sheet).is_me


# Clocks


def test_a_remark_from_a_clock_that_is_ahead_can_be_taken_back(sheet: Path):
    ahead = datetime.now(UTC) + timedelta(days=400)
    first = make_remark(RemarkKind.COMPLETE, "Ann", when=ahead)
    append_remarks(review_path(sheet), [first])
    file = ReviewFile(sheet)
    file.add(make_remark(RemarkKind.INCOMPLETE, "Bela"))
    assert file.review.completed is None
    assert ReviewFile(sheet).review.completed is None


def test_a_clock_a_day_ahead_thins_nothing_of_today_away():
    now = datetime(2026, 11, 28, 12, tzinfo=UTC)
    versions = [Kept(Path(str(at)), now - timedelta(minutes=at)) for at in range(25)]
    assert thinned_out(versions, now + timedelta(days=1)) == ()


@posix
@pytest.mark.parametrize("stamp", [-70_000_000_000, 300_000_000_000])
def test_a_file_of_an_impossible_day_is_kept_as_a_version_all_the_same(sheet: Path, stamp: int):
    try:
        os.utime(sheet, (stamp, stamp))
    except OSError:
        pytest.skip("this disk knows no such day")
    assert Versions().keep(sheet) is not None
