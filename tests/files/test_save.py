"""Saving: the whole file or the old one, with its permissions, through links, and nothing left behind."""

import os
import stat
import sys
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files import save_bytes

SAVE = "atop_coder.files.save"
posix = pytest.mark.skipif(os.name != "posix", reason="needs the permissions and links of POSIX")
not_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "ATOP5040.txt"
    path.write_bytes(b"old")
    return path


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def assert_refused(path, folder, code="not-writable"):
    before = names_in(folder)
    with pytest.raises(AtopError) as refusal:
        save_bytes(path, b"new")
    assert refusal.value.code == code
    assert names_in(folder) == before
    return refusal.value


def failing(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_new_file_holds_the_data(tmp_path):
    save_bytes(tmp_path / "new.txt", b"data")
    assert (tmp_path / "new.txt").read_bytes() == b"data"


def test_an_old_file_is_replaced(old):
    save_bytes(old, b"new")
    assert old.read_bytes() == b"new"


def test_a_path_may_be_a_string(tmp_path):
    save_bytes(str(tmp_path / "new.txt"), b"")
    assert (tmp_path / "new.txt").read_bytes() == b""


def test_nothing_is_left_beside_the_file(old):
    save_bytes(old, b"new")
    assert names_in(old.parent) == [old.name]


def test_data_of_many_megabytes_is_whole(tmp_path):
    data = os.urandom(1 << 20) * 8
    save_bytes(tmp_path / "big", data)
    assert (tmp_path / "big").read_bytes() == data


def test_a_name_as_long_as_the_disk_allows_can_be_saved(tmp_path):
    path = tmp_path / ("x" * 255)
    save_bytes(path, b"data")
    assert path.read_bytes() == b"data"


def test_a_name_in_any_script_can_be_saved(tmp_path):
    save_bytes(tmp_path / "Договор 条約 #1.txt", b"data")
    assert (tmp_path / "Договор 条約 #1.txt").read_bytes() == b"data"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_permissions_of_the_old_file_stay(old, mode):
    old.chmod(mode)
    save_bytes(old, b"new")
    assert stat.S_IMODE(old.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    save_bytes(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
def test_a_link_stays_a_link_and_its_target_is_replaced(old, tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to(old)
    save_bytes(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


@posix
def test_a_link_into_another_folder_is_followed(old, tmp_path):
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.txt"
    link.symlink_to("../ATOP5040.txt")
    save_bytes(link, b"new")
    assert old.read_bytes() == b"new"
    assert names_in(link.parent) == ["link.txt"]


@posix
def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path):
    (tmp_path / "link").symlink_to("target")
    save_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "target").read_bytes() == b"new"


@posix
def test_a_link_to_itself_is_refused(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    assert_refused(tmp_path / "loop", tmp_path)


@posix
def test_a_device_is_written_to_and_not_replaced():
    save_bytes(os.devnull, b"data")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's names for open files")
def test_a_pipe_takes_the_data(tmp_path):
    reader, writer = os.pipe()
    save_bytes(f"/dev/fd/{writer}", b"data")
    os.close(writer)
    assert os.read(reader, 10) == b"data"
    os.close(reader)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    error = assert_refused(tmp_path / "none" / "new.txt", tmp_path)
    assert str(tmp_path / "none") in str(error)


def test_a_folder_is_not_replaced_by_a_file(tmp_path):
    (tmp_path / "folder").mkdir()
    assert_refused(tmp_path / "folder", tmp_path)


def test_a_file_in_the_place_of_the_folder_is_refused(old):
    assert_refused(old / "new.txt", old.parent)


@posix
@not_root
def test_a_folder_that_may_not_be_written_to_is_refused(old):
    old.parent.chmod(0o500)
    try:
        assert_refused(old, old.parent)
    finally:
        old.parent.chmod(0o700)
    assert old.read_bytes() == b"old"


def test_a_write_protected_file_is_left_alone(old, monkeypatch):
    monkeypatch.setattr(f"{SAVE}.os.access", lambda *_: False)
    assert "write-protected" in str(assert_refused(old, old.parent))
    assert old.read_bytes() == b"old"


@pytest.mark.parametrize("step", ["fsync", "chown", "replace"])
def test_a_step_that_fails_leaves_the_old_file(old, monkeypatch, step):
    if step == "chown":
        monkeypatch.setattr(f"{SAVE}._take_over", failing)
    elif step == "replace":
        monkeypatch.setattr(f"{SAVE}.Path.replace", failing)
    else:
        monkeypatch.setattr(f"{SAVE}.os.fsync", failing)
    error = assert_refused(old, old.parent)
    assert "no space left on device" in str(error)
    assert old.read_bytes() == b"old"


def test_a_step_that_fails_leaves_no_new_file(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{SAVE}.os.fsync", failing)
    assert_refused(tmp_path / "new", tmp_path)


def test_a_key_press_that_ends_the_program_leaves_the_old_file(old, monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"{SAVE}.os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save_bytes(old, b"new")
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == [old.name]


def test_a_folder_that_cannot_be_flushed_does_no_harm(old, monkeypatch):
    really = os.open

    def not_folders(path, *rest):
        return failing() if Path(path).is_dir() else really(path, *rest)

    monkeypatch.setattr(f"{SAVE}.os.open", not_folders)
    save_bytes(old, b"new")
    assert old.read_bytes() == b"new"
