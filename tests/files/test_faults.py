"""A disk that fails at any step of a save: the old file whole, the right message, nothing left about."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.files.save import WINDOWS_WORDS, WORDS, Disk, name_on_disk, reason_of, save_bytes
from atop_coder.files.sheet_file import save_over
from atop_coder.files.versions import Versions

STEPS = ("create", "write", "flush", "take_over", "replace")
FAULTS = (errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ENAMETOOLONG, errno.EBUSY)


class Failing(Disk):
    """Fails at one step, as the system would."""

    def __init__(self, step: str, fault: int) -> None:
        self.fault = fault
        setattr(self, step, self._fail)

    def _fail(self, *_: object) -> None:
        raise OSError(self.fault, os.strerror(self.fault))


class HalfWritten(Disk):
    """A disk that is full in the middle of the data."""

    def write(self, file, data):
        file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_bytes(b"old")
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("fault", FAULTS, ids=errno.errorcode.get)
@pytest.mark.parametrize("step", STEPS)
def test_a_fault_at_any_step_leaves_the_old_file_and_says_why(old, step, fault):
    with pytest.raises(AtopError) as refused:
        save_bytes(old, b"new", Failing(step, fault))
    assert refused.value.code == "not-writable"
    assert os.strerror(fault).lower() in str(refused.value)
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == [old.name]


@pytest.mark.parametrize("step", [step for step in STEPS if step != "take_over"])
def test_a_fault_at_any_step_leaves_no_new_file(tmp_path, step):
    with pytest.raises(AtopError):
        save_bytes(tmp_path / "new.txt", b"new", Failing(step, errno.ENOSPC))
    assert names_in(tmp_path) == []


def test_a_disk_that_is_full_in_the_middle_leaves_the_old_file(old):
    with pytest.raises(AtopError) as refused:
        save_bytes(old, b"new" * 1000, HalfWritten())
    assert WORDS[errno.ENOSPC] in str(refused.value)
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == [old.name]


def test_a_folder_that_cannot_be_flushed_is_no_reason_to_say_that_nothing_was_saved(old):
    save_bytes(old, b"new", Failing("flush_folder", errno.EIO))
    assert old.read_bytes() == b"new"


@pytest.mark.parametrize("step", STEPS)
def test_a_refused_save_over_leaves_file_and_versions_readable(old, step):
    with pytest.raises(AtopError) as refused:
        save_over(old, b"new", None, Versions(), disk=Failing(step, errno.ENOSPC))
    assert refused.value.code == "not-writable"
    assert old.read_bytes() == b"old"
    assert [one.path.read_bytes() for one in Versions().of(old)] == [b"old"]
    assert names_in(old.parent) == [".atop-history", old.name]


def test_every_message_tells_what_to_do(old):
    with pytest.raises(AtopError) as refused:
        save_bytes(old, b"new", Failing("replace", errno.EACCES))
    assert "Choose another folder or name." in str(refused.value)


@pytest.mark.parametrize(("number", "words"), WINDOWS_WORDS.items())
def test_what_windows_says_is_told_in_plain_words(number, words):
    error = OSError(errno.EACCES, "as the system says it")
    vars(error)["winerror"] = number
    assert words in reason_of(Path("a.txt"), error)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a limit on the size of files")
def test_a_real_limit_on_the_size_of_files_leaves_the_old_one(old):
    run = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "from atop_coder.files import save_bytes; save_bytes(sys.argv[1], b'n' * 5000)"
    )
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", run, str(old)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert "AtopError" in done.stderr
    assert old.read_bytes() == b"old"
    assert names_in(old.parent) == [old.name]


def test_the_name_as_it_stands_in_the_folder_is_kept(old, monkeypatch):
    """A disk that takes atop5040.TXT for ATOP5040.txt, as those of Windows and macOS do."""
    other = old.with_name("atop5040.TXT")
    monkeypatch.setattr(Path, "samefile", lambda *_: True)
    assert name_on_disk(other) == old.parent.resolve() / old.name


def test_another_file_that_differs_in_case_alone_is_another_file(old):
    other = old.with_name("atop5040.txt")
    other.write_bytes(b"other")
    if other.samefile(old):
        pytest.skip("this disk does not tell the two apart")
    save_bytes(other, b"new")
    assert old.read_bytes() == b"old"
