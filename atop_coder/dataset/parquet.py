"""A table as Parquet, for programs that take millions of rows; made by polars, of the extra `[years]`."""

import io
from importlib.util import find_spec
from typing import Any

from atop_coder.dataset.column import Column, Type
from atop_coder.dataset.table import Table
from atop_coder.errors import AtopError
from atop_coder.sheet import PartialDate


def require_frames() -> None:
    """AtopError `years-need-extra` if the package that makes rows by year and Parquet is not installed."""
    if find_spec("polars") is None:
        raise AtopError("years-need-extra")


def to_parquet(table: Table) -> bytes:
    """The table with whole numbers as such; a column that has words too, such as N/A, is one of text."""
    import polars

    cells = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    series = [_series(column, own) for column, own in zip(table.columns, cells, strict=True)]
    data = io.BytesIO()
    polars.DataFrame(series).write_parquet(data)
    return data.getvalue()


def _series(column: Column[Any], cells: tuple[Any, ...]) -> Any:
    import polars

    numbers = column.type in (Type.NUMBER, Type.CODE) and all(
        cell is None or isinstance(cell, int) for cell in cells
    )
    if numbers:
        return polars.Series(column.name, cells, dtype=polars.Int64)
    return polars.Series(column.name, [_text(cell) for cell in cells], dtype=polars.String)


def _text(cell: Any) -> str | None:
    if cell is None:
        return None
    return cell.iso if isinstance(cell, PartialDate) else str(cell)
