"""`atop-coder convert` to Word, web page and PDF."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from click import Context
from click.testing import CliRunner, Result

from atop_coder.cli.convert import convert
from atop_coder.cli.formats import sheet_writers
from atop_coder.errors import AtopError
from atop_coder.reading import read_sheet
from atop_coder.sheet import sheet_from_data, sheet_to_data
from atop_coder.writing import WRITERS
from atop_coder.writing.paper import Paper

SHEET = sheet_from_data(
    {
        "answers": {
            "1": {"value": 5040},
            "4": {"value": [{"ccode": 999, "name": "Nowhere"}]},
            "10": {"value": "yes", "details": "First.\n\nSecond."},
        }
    }
)
PAPER_FORMATS = [writer.format for writer in sheet_writers() if writer.is_paged]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "5040.json"
    path.write_text(json.dumps(sheet_to_data(SHEET)), encoding="utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(convert, [str(word) for word in words])


@pytest.mark.parametrize("writer", sheet_writers(), ids=lambda writer: writer.format)
def test_every_format_is_written_by_the_ending_of_the_file(writer, source, qapp):
    target = source.with_name(f"out{writer.suffix}")
    done = run(source, "-o", target)
    assert done.exit_code == 0, done.output
    assert target.stat().st_size > 500


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "txt", "json"])
def test_what_is_written_reads_back_exactly(kind, source, qapp):
    target = source.with_name(f"out.{kind}")
    run(source, "-o", target)
    assert read_sheet(target).sheet == SHEET


def test_no_format_is_there_twice():
    formats = [writer.format for writer in sheet_writers()]
    assert formats == [*(writer.format for writer in WRITERS), "pdf"]
    assert len(set(formats)) == len(formats)


@pytest.mark.parametrize("kind", PAPER_FORMATS)
def test_a_file_for_paper_is_not_for_the_terminal(kind, source):
    done = run(source, "--to", kind)
    assert done.exit_code == 2
    assert str(AtopError("needs-output", format=kind)) in done.output


@pytest.mark.parametrize("kind", PAPER_FORMATS)
@pytest.mark.parametrize("paper", Paper)
def test_paper_is_chosen_by_name(kind, paper, source, qapp):
    target = source.with_name(f"out.{kind}")
    assert run(source, "-o", target, "--paper", paper).exit_code == 0
    assert size_of(target) == pytest.approx(paper.size, abs=0.3)


def size_of(path: Path) -> tuple[float, float]:
    """In millimetres."""
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        width, height = document[0].get_size()
        document.close()
        return width / 72 * 25.4, height / 72 * 25.4
    if path.suffix == ".odt":
        styles = zipfile.ZipFile(path).read("styles.xml").decode()
        width, height = (
            re.search(rf'fo:page-{side}="([\d.]+)(\w+)"', styles) for side in ("width", "height")
        )
        assert width
        assert height
        to_mm = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
        return float(width[1]) * to_mm[width[2]], float(height[1]) * to_mm[height[2]]
    section = docx.Document(str(path)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    return section.page_width.mm, section.page_height.mm


def test_other_paper_is_refused(source):
    assert run(source, "-o", source.with_suffix(".pdf"), "--paper", "a5").exit_code == 2


def test_a_web_page_goes_to_standard_output(source):
    done = run(source, "--to", "html")
    assert done.exit_code == 0
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert done.stdout.endswith("</html>\n")


def test_a_web_page_shows_problems_when_asked(source):
    assert "<li " not in run(source, "--to", "html").stdout
    assert '<li class="error">' in run(source, "--to", "html", "--problems").stdout


@pytest.mark.parametrize("kind", PAPER_FORMATS)
def test_what_is_handed_on_shows_no_problems(kind, source, qapp):
    target = source.with_name(f"out.{kind}")
    run(source, "-o", target, "--problems")
    assert read_sheet(target).sheet == SHEET


@pytest.mark.parametrize("kind", [*PAPER_FORMATS, "html"])
def test_a_file_that_is_there_is_not_replaced_unasked(kind, source, qapp):
    target = source.with_name(f"out.{kind}")
    target.write_bytes(b"somebody's work")
    assert run(source, "-o", target).exit_code == 2
    assert target.read_bytes() == b"somebody's work"
    assert run(source, "-o", target, "--force").exit_code == 0
    assert target.read_bytes() != b"somebody's work"


def test_the_help_names_the_papers():
    assert all(paper in convert.get_help(Context(convert)) for paper in Paper)


# In a Python of their own


def start(code: str, *words: object) -> "subprocess.CompletedProcess[str]":
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-c", code, *(str(word) for word in words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_a_pdf_is_written_without_a_display(source):
    code = "from atop_coder.cli import main; main()"
    done = start(code, "convert", source, "-o", source.with_suffix(".pdf"))
    assert done.returncode == 0, done.stderr
    assert read_sheet(source.with_suffix(".pdf")).sheet == SHEET


def test_without_qt_a_pdf_is_refused_in_words(source):
    code = "import sys; sys.modules['PySide6'] = None\nfrom atop_coder.cli import main; main()"
    done = start(code, "convert", source, "-o", source.with_suffix(".pdf"))
    assert done.returncode == 2
    head, _, tail = str(AtopError("pdf-needs-qt", reason="¤")).partition("¤")
    assert head in done.stderr
    assert tail in done.stderr
    assert not source.with_suffix(".pdf").exists()


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_no_other_format_loads_qt(kind, source):
    code = "import sys; sys.modules['PySide6'] = None\nfrom atop_coder.cli import main; main()"
    done = start(code, "convert", source, "-o", source.with_name(f"out.{kind}"))
    assert done.returncode == 0, done.stderr
