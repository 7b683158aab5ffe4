"""Reads sheets in Excel files (.xlsx): those that this program wrote exactly, others row by row."""

from collections.abc import Sequence

from atop_coder.errors import AtopError
from atop_coder.reading.alliance_rows import find_headings, read_alliances
from atop_coder.reading.excel.cells import Tab, read_tabs, tab_names
from atop_coder.reading.excel.own import read_own
from atop_coder.reading.package import Package
from atop_coder.reading.paragraphs import Lines, Paragraph, refuse_too_many, with_more
from atop_coder.reading.parts import PartRead, are_apart, as_one, read_apart
from atop_coder.reading.report import Line, Reading
from atop_coder.reading.source import Source
from atop_coder.reading.tables import Table
from atop_coder.reading.text import read_lines

_DATASET = frozenset({"Alliances", "Codebook"})


def read_xlsx(source: Source) -> Reading:
    """The sheet in an Excel file; AtopError if the file is damaged, a dataset, or holds no sheet."""
    package = Package(source.data, source.path)
    if _is_dataset(package):
        raise AtopError("workbook-is-dataset", file=source.path)
    tabs = list(read_tabs(package))
    own = [(tab, reading) for tab in tabs if (reading := read_own(tab, str(source.path)))]
    if own:
        return as_one([PartRead(reading, "sheet", tab.name) for tab, reading in own])
    return _read_any(tabs, str(source.path))


def is_dataset_file(data: bytes, file: object) -> bool:
    """Whether a file is a dataset that this program exported; AtopError if it cannot be opened."""
    return _is_dataset(Package(data, file))


def _is_dataset(package: Package) -> bool:
    return _DATASET.issubset(tab_names(package))


def _read_any(tabs: Sequence[Tab], file: str) -> Reading:
    """What somebody typed into a workbook: a sheet, or one on each tab, or one in each row."""
    found = [(tab, find_headings(list(tab.in_order()))) for tab in tabs]
    read = [
        one
        for tab, headings in found
        if headings
        for one in read_alliances(list(tab.in_order()), headings, file, "xlsx", _before(tab, tabs))
    ]
    return as_one(read) if read else _read_typed(tabs, file)


def _before(tab: Tab, tabs: Sequence[Tab]) -> str:
    return f"{tab.name}, " if len(tabs) > 1 else ""


def _read_typed(tabs: Sequence[Tab], file: str) -> Reading:
    """Prompts beside or above their answers: on all tabs together, or a sheet on each."""
    lines = Lines()
    parts: list[tuple[str, tuple[Line, ...]]] = []
    for tab in tabs:
        start = len(lines.lines)
        _add_rows(lines, tab)
        parts.append((tab.name, tuple(lines.lines[start:])))
    refuse_too_many(lines.lines, file)
    if are_apart([part for _, part in parts]):
        return with_more(read_apart(parts, lambda part: read_lines(part, file, "xlsx")), lines.pieces)
    return with_more(read_lines(lines.lines, file, "xlsx"), lines.pieces)


def _add_rows(lines: Lines, tab: Tab) -> None:
    rows = [
        {column: [Paragraph(text.replace("\r\n", "\n"))] for column, text in row.items()}
        for _, row in tab.in_order()
    ]
    for one in Table().paragraphs(rows):
        lines.add(one)
