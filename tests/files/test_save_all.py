"""Files that belong together: after a fault at any of them, every one is as it was before."""

import errno
import itertools
import os
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files.save import DISK, Disk
from atop_coder.files.save_all import save_all

NAMES = ("data.csv", "data.codebook.csv", "data.do")
STEPS = ("create", "write", "flush", "replace")
NEW = {name: f"new {name}".encode() for name in NAMES}


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class FailingAt(Disk):
    """Fails at some steps, each of them when it comes for the time that is named, counted from 0."""

    def __init__(self, error: BaseException = FULL, lasting: bool = False, **times: int) -> None:
        for step, time in times.items():
            setattr(self, step, self._failing(getattr(DISK, step), time, error, lasting))

    def _failing(self, step, time, error, lasting):
        count = itertools.count()

        def take(*things):
            now = next(count)
            if now == time or (lasting and now > time):
                raise error
            return step(*things)

        return take


@pytest.fixture
def no_links(monkeypatch):
    """A disk on which no file can have two names."""

    def refuse(*_):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("os.link", refuse)


def everything(folder: Path):
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def have(folder: Path, *old: str):
    """Old files under these names."""
    for name in old:
        (folder / name).write_bytes(f"old {name}".encode())
    return everything(folder)


def files_in(folder: Path, *names: str):
    return {folder / name: NEW[name] for name in names or NAMES}


OLD = pytest.mark.parametrize("old", [(), NAMES[:1], NAMES[1:], NAMES], ids=lambda old: f"{len(old)} old")


@OLD
def test_all_files_are_written_and_nothing_else_is_left(tmp_path, old):
    have(tmp_path, *old)
    save_all(files_in(tmp_path))
    assert everything(tmp_path) == NEW


@OLD
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("place", range(len(NAMES)))
def test_after_a_fault_at_any_file_all_are_as_they_were(tmp_path, old, step, place):
    before = have(tmp_path, *old)
    with pytest.raises(AtopError) as refused:
        save_all(files_in(tmp_path), FailingAt(**{step: place}))
    assert refused.value.code == "not-writable"
    assert refused.value.values["file"] == tmp_path / NAMES[place]
    assert everything(tmp_path) == before


@OLD
@pytest.mark.parametrize("place", range(len(NAMES)))
def test_the_same_where_files_have_no_second_names(tmp_path, old, place, no_links):
    before = have(tmp_path, *old)
    with pytest.raises(AtopError):
        save_all(files_in(tmp_path), FailingAt(replace=place))
    assert everything(tmp_path) == before


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_key_press_that_ends_the_program_leaves_all_as_it_was(tmp_path, place):
    before = have(tmp_path, *NAMES)
    with pytest.raises(KeyboardInterrupt):
        save_all(files_in(tmp_path), FailingAt(KeyboardInterrupt(), flush=place))
    assert everything(tmp_path) == before


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_folder_in_the_place_of_a_file_stays(tmp_path, place):
    (tmp_path / NAMES[place]).mkdir()
    before = have(tmp_path, *(name for name in NAMES if name != NAMES[place]))
    with pytest.raises(AtopError) as refused:
        save_all(files_in(tmp_path))
    assert refused.value.code == "not-writable"
    assert everything(tmp_path) == before


def test_what_cannot_be_put_back_is_told(tmp_path):
    have(tmp_path, NAMES[0])
    with pytest.raises(AtopError) as refused:
        save_all(files_in(tmp_path), FailingAt(lasting=True, replace=1))
    assert refused.value.code == "partly-written"
    assert refused.value.values["others"] == NAMES[0]
    assert everything(tmp_path) == {NAMES[0]: NEW[NAMES[0]]}


def test_where_the_old_file_cannot_be_moved_back_its_content_is_written(tmp_path):
    before = have(tmp_path, *NAMES)
    with pytest.raises(AtopError) as refused:
        save_all(files_in(tmp_path), FailingAt(create=1, replace=1))
    assert refused.value.code == "not-writable"
    assert everything(tmp_path) == before


def test_an_old_file_that_cannot_be_kept_stops_it_before_anything_is_written(tmp_path, no_links, monkeypatch):
    before = have(tmp_path, *NAMES)

    def full(_source, target):
        Path(target).write_bytes(b"ol")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("shutil.copy2", full)
    with pytest.raises(AtopError) as refused:
        save_all(files_in(tmp_path))
    assert refused.value.code == "not-writable"
    assert everything(tmp_path) == before


def test_one_file_alone_is_saved_without_keeping_the_old(tmp_path, monkeypatch):
    have(tmp_path, NAMES[0])
    monkeypatch.setattr("atop_coder.files.save_all._keep", None)
    save_all(files_in(tmp_path, NAMES[0]))
    assert everything(tmp_path) == {NAMES[0]: NEW[NAMES[0]]}


@pytest.mark.skipif(os.name == "nt", reason="needs rights that nobody has by default")
@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_stays_a_link_and_what_it_leads_to_is_put_back(tmp_path, dangling):
    real = tmp_path / "real.csv"
    if not dangling:
        real.write_bytes(b"old")
    (tmp_path / NAMES[0]).symlink_to(real)
    with pytest.raises(AtopError):
        save_all(files_in(tmp_path), FailingAt(create=1))
    assert (tmp_path / NAMES[0]).is_symlink()
    assert real.exists() != dangling
    assert dangling or real.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_that_is_put_back_has_its_permissions(tmp_path):
    have(tmp_path, NAMES[0])
    (tmp_path / NAMES[0]).chmod(0o640)
    with pytest.raises(AtopError):
        save_all(files_in(tmp_path), FailingAt(create=1))
    assert (tmp_path / NAMES[0]).stat().st_mode & 0o777 == 0o640


def test_no_files_are_nothing_to_do(tmp_path):
    save_all({})
    assert everything(tmp_path) == {}
