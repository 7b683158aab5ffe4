"""The real sheets: nothing is said of them that a reviewer would not want to hear."""

from atop_coder.checks import check, missing
from atop_coder.reading import read_sheet
from tests.checks.examples import TODAY


def test_the_real_sheets_have_neither_error_nor_warning_nor_note(real_sheets):
    for path in real_sheets:
        assert check(read_sheet(path).sheet, TODAY) == (), path.name


def test_nothing_is_missing_in_the_real_sheets(real_sheets):
    for path in real_sheets:
        assert missing(read_sheet(path).sheet) == (), path.name
