"""Reads sheets in Excel files (.xlsx): those that this program wrote exactly, others row by row."""

from atop_coder.errors import AtopError
from atop_coder.reading.cells import join_row
from atop_coder.reading.excel.cells import Tab, read_tabs, tab_names
from atop_coder.reading.excel.own import read_own
from atop_coder.reading.package import Package
from atop_coder.reading.paragraphs import Lines, Paragraph, refuse_too_many, with_more
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source
from atop_coder.reading.text import read_lines

_MOST_NOTES = 20
_DATASET = frozenset({"Alliances", "Codebook"})


def read_xlsx(source: Source) -> Reading:
    """The sheet in an Excel file; AtopError if the file is damaged, a dataset, or holds no sheet."""
    package = Package(source.data, source.path)
    if _is_dataset(package):
        raise AtopError("workbook-is-dataset", file=source.path)
    tabs = list(read_tabs(package))
    own = (reading for tab in tabs if (reading := read_own(tab, str(source.path))))
    reading = next(own, None) or _read_any(tabs, str(source.path))
    notes = [f"{note} (tab {tab.name})" if len(tabs) > 1 else note for tab in tabs for note in tab.notes]
    return with_more(reading, (), _shortened(notes))


def _shortened(notes: list[str]) -> list[str]:
    """The notes, of very many the first."""
    more = len(notes) - _MOST_NOTES
    return notes if more <= 0 else [*notes[:_MOST_NOTES], f"and {more} further cells like these"]


def is_dataset_file(data: bytes, file: object) -> bool:
    """Whether a file is a dataset that this program exported; AtopError if it cannot be opened."""
    return _is_dataset(Package(data, file))


def _is_dataset(package: Package) -> bool:
    return _DATASET.issubset(tab_names(package))


def _read_any(tabs: list[Tab], file: str) -> Reading:
    """A sheet that somebody typed into a workbook: prompts beside or above their answers."""
    lines = Lines()
    for tab in tabs:
        for _, row in tab.in_order():
            cells = [[Paragraph(row[column].replace("\r\n", "\n"))] for column in sorted(row)]
            for one in join_row(cells):
                lines.add(one)
    refuse_too_many(lines.lines, file)
    return with_more(read_lines(lines.lines, file, "xlsx"), lines.pieces)
