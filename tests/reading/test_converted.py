"""Old files through LibreOffice: real ones where it is installed, its place and its faults everywhere."""

import io
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from atop_coder.errors import AtopError
from atop_coder.reading import Sureness, converted, read_sheet, read_text
from atop_coder.reading.programs import run
from tests.reading.office import FEW, add_paragraphs, typed
from tests.reading.open_office import html_sheet, saved
from tests.reading.test_all_formats import as_text, differing, excel_typed, word, word_table

OFFICE = converted.find_office()
OLD = b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


def saved_as(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format."""
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "out" / f"{path.stem}.{kind}"


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    return saved(tmp_path, "old.doc", OLD)


# LibreOffice loses the cells of such a table as it writes a .doc, so it is not tried.
MADE = [(word, kind) for kind in ("doc", "rtf", "odt", "html")]
MADE += [(word_table, kind) for kind in ("rtf", "odt", "html")]
MADE += [(excel_typed, kind) for kind in ("xls", "ods", "csv")]


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize(
    ("make", "kind"), MADE, ids=lambda one: one if isinstance(one, str) else one.__name__
)
def test_what_libreoffice_saves_of_a_real_sheet_gives_the_same_answers(real_sheets, make, kind, tmp_path):
    filled = typed(read_sheet(real_sheets[0]).sheet)
    reading = read_sheet(saved_as(make(tmp_path, filled), kind, tmp_path))
    assert differing(read_text(as_text(filled)).sheet, reading.sheet) == {}
    assert reading.report.format == kind
    assert (converted.CONVERTED in reading.report.notes) == (kind == "doc")


@pytest.mark.slow
@needs_office
def test_a_damaged_old_file_is_refused(old_file):
    with pytest.raises(AtopError) as caught:
        read_sheet(old_file)
    assert caught.value.code in {"not-converted", "not-a-codesheet"}


@pytest.mark.slow
@needs_office
def test_converting_ends_when_nobody_wants_it_any_more(old_file):
    with pytest.raises(AtopError) as caught:
        read_sheet(old_file, on_progress=lambda share: share <= 0)
    assert caught.value.code == "cancelled"


def test_without_libreoffice_one_line_says_how_to_save_it(old_file, monkeypatch):
    monkeypatch.setattr(converted, "find_office", lambda: None)
    with pytest.raises(AtopError) as caught:
        read_sheet(old_file)
    assert caught.value.code == "needs-libreoffice"
    assert "an old Word file (.doc)" in str(caught.value)
    assert ".docx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_office_that_does_not_start_is_told(old_file, monkeypatch, tmp_path):
    monkeypatch.setattr(converted, "find_office", lambda: str(tmp_path / "nothing"))
    with pytest.raises(AtopError) as caught:
        read_sheet(old_file)
    assert caught.value.code == "not-converted"


def test_a_conversion_that_lost_most_questions_is_in_doubt(old_file, monkeypatch):
    document, data = docx.Document(), io.BytesIO()
    add_paragraphs(document, FEW)
    document.save(data)
    monkeypatch.setattr(converted, "find_office", lambda: "soffice")
    monkeypatch.setattr(converted, "converted", lambda *_: data.getvalue())
    report = read_sheet(old_file).report
    assert report.format == "doc"
    assert {placed.sureness for placed in report.placed} == {Sureness.UNSURE}


def test_libreoffice_is_found_where_windows_keeps_it(monkeypatch, tmp_path):
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(converted, "_PLACES", {})
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert converted.find_office() == str(program)


def test_a_page_named_doc_needs_no_libreoffice(monkeypatch, tmp_path):
    monkeypatch.setattr(converted, "find_office", lambda: None)
    assert read_sheet(saved(tmp_path, "sheet.doc", html_sheet(FEW))).report.format == "html"


def test_a_program_that_takes_too_long_is_ended():
    assert run([sys.executable, "-c", "import time; time.sleep(60)"], 0.5, lambda _: None).code is None


def test_a_program_gets_all_of_its_input_however_long_it_takes():
    code = "import sys, time; time.sleep(0.6); print(len(sys.stdin.buffer.read()))"
    data = bytes(3_000_000)
    assert run([sys.executable, "-c", code], 30, lambda _: None, data).out.split() == [b"3000000"]
