"""PDFs are read in a process of their own: its crash or hang costs one file, and the program nothing."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading import read_sheet
from atop_coder.reading.excel.apart import tabs_apart
from atop_coder.reading.messages import receive, send
from atop_coder.reading.pages import apart
from atop_coder.reading.pages.found import Field, Found, Piece, Remark, as_bytes, from_bytes
from atop_coder.reading.pdf_pages import open_pages
from atop_coder.reading.report import Look, Mark
from tests.conftest import ROOT
from tests.reading.office import FEW, save_pdf

on_posix = pytest.mark.skipif(os.name == "nt", reason="signals of other systems")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return save_pdf(tmp_path, FEW)


@pytest.fixture
def process(pdf: Path) -> "subprocess.Popen[bytes]":
    """The process after its first file."""
    read_sheet(pdf)
    return apart._running[0].process


def failing(path: Path) -> AtopError:
    with pytest.raises(AtopError) as caught:
        read_sheet(path)
    return caught.value


def test_the_library_is_never_loaded_into_this_program(pdf):
    code = (
        "import sys; from pathlib import Path\n"
        "from atop_coder.reading import read_sheet\n"
        "from atop_coder.reading.pdf_pages import page_pictures\n"
        "path = Path(sys.argv[1]); read_sheet(path); next(page_pictures(path))\n"
        "sys.exit('pypdfium2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(pdf)], cwd=ROOT).returncode == 0


def test_one_process_reads_one_file_after_the_other(pdf, process):
    read_sheet(pdf)
    assert apart._running[0].process is process


@on_posix
def test_a_crash_costs_one_file(pdf, process, monkeypatch):
    """It ends while it has the file: that one is refused in words, and the next is read."""
    monkeypatch.setattr(apart._Process, "answer", ending(signal.SIGSEGV))
    error = failing(pdf)
    assert error.code == "pdf-failed"
    assert str(pdf) in str(error)
    monkeypatch.undo()
    assert read_sheet(pdf).sheet[1].value == 5040


def ending(how: int):
    whole = apart._Process.answer

    def answer(process: apart._Process, tell):
        os.kill(process.process.pid, how)
        return whole(process, tell)

    return answer


@on_posix
def test_a_hang_is_ended(pdf, process, monkeypatch):
    monkeypatch.setattr(apart, "_SECONDS", 0.3)
    process.send_signal(signal.SIGSTOP)
    assert "too long" in str(failing(pdf))
    assert process.poll() is not None
    monkeypatch.undo()
    assert read_sheet(pdf).sheet[1].value == 5040


def test_a_process_that_ended_between_two_files_is_started_anew(pdf, process):
    process.kill()
    process.wait()
    assert read_sheet(pdf).sheet[1].value == 5040


def test_reading_can_be_cancelled_and_begun_anew(pdf, process):
    from atop_coder.reading.files import read_source
    from atop_coder.reading.source import Source

    with pytest.raises(AtopError) as caught:
        read_source(Source(pdf, pdf.read_bytes(), on_progress=lambda _: False))
    assert caught.value.code == "cancelled"
    assert process.poll() is not None
    assert read_sheet(pdf).sheet[1].value == 5040


def test_a_page_is_drawn_though_the_process_has_ended_since_the_file_was_opened(pdf, process):
    with open_pages(pdf) as pages:
        process.kill()
        process.wait()
        assert pages.draw(0, 1.0).width > 100


@on_posix
def test_a_page_that_cannot_be_drawn_is_a_white_dot(pdf, process, monkeypatch):
    with open_pages(pdf) as pages:
        monkeypatch.setattr(apart._Process, "answer", ending(signal.SIGKILL))
        assert pages.draw(0, 1.0).pixels == b"\xff\xff\xff\xff"


def test_several_threads_wait_for_their_turn(pdf):
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(read_sheet(pdf).sheet[1].value)) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [5040] * 4


def test_words_on_the_output_that_are_no_answer_end_it(pdf, process, monkeypatch):
    """As an overtaken process might send: whatever it says is taken for an answer only if it is one."""
    monkeypatch.setattr(apart._Process, "answer", lambda *_: ({"done": True}, b"[1, 2"))
    assert failing(pdf).code == "pdf-failed"
    apart.stop()
    monkeypatch.setattr(apart._Process, "answer", lambda *_: ({"error": "no such code", "values": 3}, b""))
    assert failing(pdf).code == "pdf-failed"


def test_a_message_that_is_none_is_refused():
    read, write = os.pipe()
    with os.fdopen(read, "rb", 0) as source, os.fdopen(write, "wb", 0) as target:
        send(target, {"a": 1}, b"b")
        assert receive(source) == ({"a": 1}, b"b")
        target.write(b"\xff" * 8)
        with pytest.raises(ValueError, match="longer"):
            receive(source)
        send(target, [])  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="words"):
            receive(source)
        target.close()
        assert receive(source) is None


def test_all_that_is_found_comes_through_as_it_was():
    part = Piece("a", 1, 0.1, 1e300, float("inf"), 10, 3.3)
    piece = Piece("ü\n\u2028", 1, 1 / 3, 2, 3, 4, 5, True, parts=(part,), marks=(Mark(0, 1, Look.BOLD),))
    found = Found(
        ((piece,), ()),
        (Remark(1, "b", "c", False, 1, 2, 3, 4),),
        (Field(2, ("d",), 1, 2, 3, 4, True, False),),
        True,
        "ATOP",
    )
    assert from_bytes(as_bytes(found)) == found


@pytest.mark.parametrize("name", ["json", "struct", "pypdfium2", "python_calamine", "atop_coder"])
def test_no_code_of_the_folder_that_is_worked_in_is_run(name, pdf, tmp_path, monkeypatch):
    """Or else a module in a folder of sheets that somebody sent would be run by opening one."""
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')", "utf-8")
    apart.stop()
    monkeypatch.chdir(folder)
    assert read_sheet(pdf).sheet[1].value == 5040
    tabs_apart(b"\xd0\xcf\x11\xe0" + bytes(1000), lambda _: None)
    assert not (tmp_path / "run").exists()
