"""Reads sheets in Excel files (.xlsx): those that this program wrote exactly, others row by row."""

from collections.abc import Iterable, Sequence

from atop_coder.errors import AtopError
from atop_coder.reading.cells import join_row
from atop_coder.reading.excel.cells import Tab, read_tabs, tab_names
from atop_coder.reading.excel.own import read_own
from atop_coder.reading.package import Package
from atop_coder.reading.paragraphs import Lines, Paragraph, refuse_too_many, with_more
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source
from atop_coder.reading.text import read_lines

_DATASET = frozenset({"Alliances", "Codebook"})


def read_xlsx(source: Source) -> Reading:
    """The sheet in an Excel file; AtopError if the file is damaged, a dataset, or holds no sheet."""
    package = Package(source.data, source.path)
    refuse_dataset(tab_names(package), source.path)
    return sheet_in(list(read_tabs(package)), str(source.path), "xlsx")


def sheet_in(tabs: Sequence[Tab], file: str, kind: str) -> Reading:
    """The sheet in the tabs of any workbook; `kind` is what the report calls the format."""
    own = (reading for tab in tabs if (reading := read_own(tab, file, kind)))
    return next(own, None) or _read_any(tabs, file, kind)


def refuse_dataset(names: Iterable[str], file: object) -> None:
    """AtopError `workbook-is-dataset` for a workbook with the tabs of an exported dataset."""
    if _DATASET.issubset(names):
        raise AtopError("workbook-is-dataset", file=file)


def is_dataset_file(data: bytes, file: object) -> bool:
    """Whether a file is a dataset that this program exported; AtopError if it cannot be opened."""
    return _DATASET.issubset(tab_names(Package(data, file)))


def _read_any(tabs: Sequence[Tab], file: str, kind: str) -> Reading:
    """A sheet that somebody typed into a workbook: prompts beside or above their answers."""
    lines = Lines()
    for tab in tabs:
        for _, row in tab.in_order():
            cells = [[Paragraph(row[column].replace("\r\n", "\n"))] for column in sorted(row)]
            for one in join_row(cells):
                lines.add(one)
    refuse_too_many(lines.lines, file)
    return with_more(read_lines(lines.lines, file, kind), lines.pieces)
