"""Workbooks read by calamine in a process of its own."""

from datetime import date, datetime, time

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading.excel.apart import DAMAGED, shown_text, tabs_apart
from atop_coder.reading.source import Source
from atop_coder.reading.xls import read_xls
from tests.reading.office import FEW, prompt, save_workbook


@pytest.fixture
def workbook(tmp_path):
    return save_workbook(
        tmp_path, [(number, prompt(number), "\n".join(texts)) for number, texts in FEW.items()]
    )


def test_a_workbook_is_read_apart(workbook):
    tabs = tabs_apart(workbook.read_bytes(), lambda _: None)
    assert not isinstance(tabs, str)
    assert tabs[0].rows[1] == {1: "1", 2: "ATOP ID:", 3: "5040"}


def test_the_sheet_in_it_is_read_and_what_is_not_told_is_said(workbook):
    reading = read_xls(Source(workbook, workbook.read_bytes()))
    assert reading.sheet[1].value == 5040
    assert reading.report.format == "xls"
    assert any("struck-out" in note for note in reading.report.notes)


@pytest.mark.parametrize("data", [b"", b"x", b"\xd0\xcf\x11\xe0" + bytes(1000), b"PK\x03\x04" + bytes(100)])
def test_a_damaged_workbook_is_damaged(data):
    assert tabs_apart(data, lambda _: None) == DAMAGED


def test_reading_apart_can_be_cancelled(workbook):
    with pytest.raises(AtopError) as caught:
        read_xls(Source(workbook, workbook.read_bytes(), on_progress=lambda _: False))
    assert caught.value.code == "cancelled"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "TRUE"),
        (5040.0, "5040"),
        (2.5, "2.5"),
        (7, "7"),
        (date(2003, 12, 25), "2003-12-25"),
        (datetime(2003, 12, 25, 10), "2003-12-25"),
        (time(10, 30), "10:30:00"),
        ("so", "so"),
        (None, ""),
    ],
)
def test_a_value_is_shown_as_in_other_workbooks(value, text):
    assert shown_text(value) == text
