"""The Alliances table as a Stata file (.dta, format 118: Stata 14 and newer).

Written by pyreadstat from a pandas frame, which the extra `[stata]` installs and only this module imports.
Text over 2,045 bytes becomes strL. The same table gives the same bytes.
"""

import re
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from atop_coder.dataset.column import Column
from atop_coder.dataset.stata_codes import LETTERS, check_columns, is_number, labels_of, to_number, to_text
from atop_coder.dataset.table import Table
from atop_coder.errors import AtopError

PACKAGES = ("pandas", "pyreadstat")
STATA_14 = 14  # writes format 118; 15 would write 119, which is meant for over 32,767 columns
WHEN = b"01 Jan 2000 00:00"  # any fixed time: the file's own would make every export another file

_TIME = re.compile(rb"(?<=<timestamp>\x11).{17}(?=</timestamp>)", re.DOTALL)


def require_stata() -> None:
    """AtopError `stata-needs-extra` if the packages that write the file are not installed."""
    if not all(map(find_spec, PACKAGES)):
        raise AtopError("stata-needs-extra")


def to_dta(table: Table) -> bytes:
    """The table with labels for its columns and codes, and .a to .d for values that are missing."""
    import pyreadstat

    check_columns(table)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.dta"  # pyreadstat writes to a path and to nothing else
        pyreadstat.write_dta(
            _frame(table),
            path,
            file_label="ATOP dataset",
            column_labels=[column.label for column in table.columns],
            version=STATA_14,
            variable_value_labels=_value_labels(table),
            missing_user_values={
                column.name: list(LETTERS.values()) for column in table.columns if column.missing
            },
            variable_format={column.name: "%10.0g" for column in table.columns if is_number(column)},
        )
        return _TIME.sub(WHEN, path.read_bytes(), count=1)


def _value_labels(table: Table) -> Any:
    """Column -> labels; pyreadstat takes letters among the numbers, though its types do not say so."""
    return {column.name: labels for column in table.columns if (labels := labels_of(column))}


def _frame(table: Table) -> Any:
    import pandas

    cells = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    series = (_series(column, own) for column, own in zip(table.columns, cells, strict=True))
    return pandas.DataFrame(dict(zip(table.names, series, strict=True)))


def _series(column: Column[Any], cells: tuple[Any, ...]) -> Any:
    """A column for pyreadstat, which takes one that holds nothing for text unless its type says otherwise."""
    import pandas

    if not is_number(column):
        return pandas.Series([to_text(cell) for cell in cells], dtype=object)
    numbers = [to_number(column, cell) for cell in cells]
    has_letters = any(isinstance(number, str) for number in numbers)
    return pandas.Series(numbers, dtype=object if has_letters else "float64")
