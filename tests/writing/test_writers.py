"""The table of formats that a sheet can be written in."""

import subprocess
import sys

import pytest

from atop_coder.sheet import sheet_from_data
from atop_coder.writing import WRITERS

SHEET = sheet_from_data({"answers": {"1": {"value": 5040}}})


def test_no_format_and_no_suffix_is_there_twice():
    assert len({writer.format for writer in WRITERS}) == len(WRITERS)
    assert len({writer.suffix for writer in WRITERS}) == len(WRITERS)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.format)
def test_every_format_is_named_by_its_suffix(writer):
    assert writer.suffix == f".{writer.format}"


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.format)
def test_every_format_writes_the_same_bytes_again(writer):
    assert writer.write(SHEET, ()) == writer.write(SHEET, ())


@pytest.mark.parametrize(
    "writer", [writer for writer in WRITERS if writer.is_text], ids=lambda writer: writer.format
)
def test_a_text_format_is_utf_8_with_line_feeds(writer):
    text = writer.write(SHEET, ()).decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text


@pytest.mark.parametrize(
    "writer", [writer for writer in WRITERS if not writer.is_text], ids=lambda writer: writer.format
)
def test_any_other_format_is_not_for_a_terminal(writer):
    assert b"\x00" in writer.write(SHEET, ())


def test_text_is_written_without_loading_openpyxl():
    code = (
        "import sys; from atop_coder.sheet import Sheet; from atop_coder.writing import WRITERS;"
        "[writer.write(Sheet.empty(), ()) for writer in WRITERS if writer.is_text];"
        "sys.exit('openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
