"""Old Excel files (.xls, .xlsb) as tabs, read by calamine in a process of its own.

A damaged file can make calamine ask for more memory than there is, and that ends the process it runs in:
found by mangling one byte. So it runs in another, with a limit of memory where the system knows one.
"""

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from atop_coder.reading.excel.cells import MOST_CELLS, MOST_TABS, Tab
from atop_coder.reading.programs import our_code, run

_SECONDS = 20
_MEMORY = 1_500 * 2**20
_MOST_ROWS = 100_000
DAMAGED, PASSWORD, TOO_LARGE = "damaged", "password", "too large"

Rows = dict[int, dict[int, str]]
Told = str | list[tuple[str, Rows]]


def tabs_apart(data: bytes, tell: Callable[[float], None]) -> list[Tab] | str:
    """The tabs that are shown, or why there are none: DAMAGED, PASSWORD or TOO_LARGE."""
    # -P: or else what lies in the folder that is worked in, such as a json.py, would be run as our code.
    ran = run([sys.executable, "-P", "-m", __name__], _SECONDS, tell, data, our_code())
    if ran.code is None:
        return TOO_LARGE
    try:
        told = json.loads(ran.out)
    except ValueError:  # it came to its end before it could answer
        return DAMAGED
    return told if isinstance(told, str) else [Tab(name, _numbered(rows)) for name, rows in told]


def _numbered(rows: dict[str, dict[str, str]]) -> Rows:
    """The rows with numbers for keys, which JSON writes as text."""
    return {int(row): {int(column): text for column, text in cells.items()} for row, cells in rows.items()}


def answer() -> None:
    """What the other process does: reads the file from its input, and writes the tabs as JSON."""
    _limit()
    sys.stdout.buffer.write(json.dumps(read_apart(sys.stdin.buffer.read())).encode())


def _limit() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):  # not on Windows
        return


def read_apart(data: bytes) -> Told:
    """The tabs of a file, or why there are none; whatever calamine does."""
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            one.name
            for one in workbook.sheets_metadata
            if one.visible == python_calamine.SheetVisibleEnum.Visible
            and one.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        return [(name, _rows(workbook.get_sheet_by_name(name))) for name in shown[:MOST_TABS]]
    except python_calamine.PasswordError:
        return PASSWORD
    except OverflowError:
        return TOO_LARGE
    except BaseException:  # a fault within calamine is not even an Exception
        return DAMAGED


def _rows(sheet: object) -> Rows:
    import python_calamine

    assert isinstance(sheet, python_calamine.CalamineSheet)
    rows: Rows = {}
    cells = 0
    first = (sheet.start or (0, 0))[0] + 1
    for number, row in enumerate(sheet.iter_rows(), start=first):
        if number - first > _MOST_ROWS:
            raise OverflowError
        filled = dict(_filled(row))
        cells += len(filled)
        if cells > MOST_CELLS:
            raise OverflowError
        if filled:
            rows[number] = filled
    return rows


def _filled(row: Sequence[object]) -> Iterator[tuple[int, str]]:
    for column, value in enumerate(row, start=1):
        if text := shown_text(value):
            yield column, text


def shown_text(value: object) -> str:
    """A cell's value as text: whole numbers without ".0", dates as ISO 8601."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, str | int | float | timedelta) else ""


if __name__ == "__main__":
    answer()
