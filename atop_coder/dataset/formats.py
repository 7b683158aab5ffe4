"""The formats that a dataset is written in, by the ending of the file's name."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from atop_coder.dataset.csv_text import to_csv
from atop_coder.dataset.parquet import require_frames, to_parquet
from atop_coder.dataset.stata import require_stata, to_dta
from atop_coder.dataset.stata_script import MARK, to_script
from atop_coder.dataset.table import CODEBOOK, Table
from atop_coder.errors import AtopError

Tables = tuple[Table, ...]
Files = Mapping[Path, bytes]
Writer = Callable[[Tables, Path], Files]


def make_files(tables: Tables, path: Path) -> Files:
    """The files that make up the dataset of that name, with their content; AtopError as for `writer_of`."""
    return writer_of(path)(tables, path)


def writer_of(path: Path) -> Writer:
    """What writes a dataset of that name; AtopError `dataset-format-unknown` if nothing does.

    AtopError `stata-needs-extra`, `years-need-extra` where what writes that format is not installed.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise AtopError("dataset-format-unknown", file=path, formats=_SPOKEN)
    if writer is _stata:
        require_stata()
    if writer is _parquet:
        require_frames()
    return writer


def _workbook(tables: Tables, path: Path) -> Files:
    from atop_coder.dataset.workbook import write_workbook

    data = io.BytesIO()
    write_workbook(tables, data)
    return {path: data.getvalue()}


def _csv(tables: Tables, path: Path) -> Files:
    """The first table, its codebook and its Stata script: DATA.csv, DATA.codebook.csv and DATA.do.

    AtopError `script-of-others` if there is such a script that was not written here.
    """
    main, codebook = tables[0], next(table for table in tables if table.name == CODEBOOK)
    own = Table(CODEBOOK, codebook.columns, tuple(row for row in codebook.rows if row[0] == main.name))
    beside = path.with_name(f"{path.stem}.codebook{path.suffix}")
    script = path.with_name(f"{path.stem}.do")
    _spare_script(script)
    return {path: to_csv(main), beside: to_csv(own), script: to_script(main, path.name)}


def _spare_script(path: Path) -> None:
    """Keeps a researcher's own script from being written over."""
    try:
        with path.open("rb") as file:
            written_here = file.read(len(MARK)) == MARK.encode()
    except OSError:
        return  # there is none, or it will be said that it cannot be written
    if not written_here:
        raise AtopError("script-of-others", file=path)


def _stata(tables: Tables, path: Path) -> Files:
    return {path: to_dta(tables[0])}


def _parquet(tables: Tables, path: Path) -> Files:
    return {path: to_parquet(tables[0])}


_WRITERS: Mapping[str, Writer] = {".xlsx": _workbook, ".csv": _csv, ".dta": _stata, ".parquet": _parquet}
SUFFIXES = tuple(_WRITERS)
_SPOKEN = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
