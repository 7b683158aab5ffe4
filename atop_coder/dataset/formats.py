"""The formats that a dataset is written in, by the ending of the file's name."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from atop_coder.dataset.csv_text import to_csv
from atop_coder.dataset.table import ALLIANCES, CODEBOOK, Table
from atop_coder.errors import AtopError

Tables = tuple[Table, ...]
Files = Mapping[Path, bytes]
Writer = Callable[[Tables, Path], Files]


def make_files(tables: Tables, path: Path) -> Files:
    """The files that make up the dataset of that name, with their content; AtopError as for `writer_of`."""
    return writer_of(path)(tables, path)


def writer_of(path: Path) -> Writer:
    """What writes a dataset of that name; AtopError `dataset-format-unknown` if nothing does."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise AtopError("dataset-format-unknown", file=path, formats=" or ".join(SUFFIXES))
    return writer


def _workbook(tables: Tables, path: Path) -> Files:
    from atop_coder.dataset.workbook import write_workbook

    data = io.BytesIO()
    write_workbook(tables, data)
    return {path: data.getvalue()}


def _csv(tables: Tables, path: Path) -> Files:
    """The Alliances table, and the codebook of its columns beside it: DATA.csv and DATA.codebook.csv."""
    named = {table.name: table for table in tables}
    codebook = named[CODEBOOK]
    own = Table(CODEBOOK, codebook.columns, tuple(row for row in codebook.rows if row[0] == ALLIANCES))
    beside = path.with_name(f"{path.stem}.codebook{path.suffix}")
    return {path: to_csv(named[ALLIANCES]), beside: to_csv(own)}


_WRITERS: Mapping[str, Writer] = {".xlsx": _workbook, ".csv": _csv}
SUFFIXES = tuple(_WRITERS)
