"""Reads sheets in Excel files (.xlsx): those that this program wrote exactly, others row by row."""

from collections.abc import Iterable

from atop_coder.errors import AtopError
from atop_coder.reading.columns import Columns
from atop_coder.reading.excel.cells import Tab, read_tabs, tab_names
from atop_coder.reading.excel.own import read_own
from atop_coder.reading.package import Package
from atop_coder.reading.paragraphs import Lines, Paragraph, refuse_too_many, with_more
from atop_coder.reading.report import Mark, Piece, Reading
from atop_coder.reading.source import Source
from atop_coder.reading.text import read_lines
from atop_coder.sheet.text import in_quotes

_MOST_NOTES = 20
_DATASET = frozenset({"Alliances", "Codebook"})


def read_xlsx(source: Source) -> Reading:
    """The sheet in an Excel file; AtopError if the file is damaged, a dataset, or holds no sheet."""
    package = Package(source.data, source.path)
    if _is_dataset(package):
        raise AtopError("workbook-is-dataset", file=source.path)
    tabs = list(read_tabs(package))
    own = (reading for tab in tabs if not tab.hidden and (reading := read_own(tab, str(source.path))))
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
    lines, notes = Lines(), list[str]()
    for tab in tabs:
        if not tab.hidden:
            _add_tab(lines, tab, notes)
    refuse_too_many(lines.lines, file)
    for tab in tabs:
        if tab.hidden:
            hidden = f"the hidden tab {in_quotes(tab.name)}"
            lines.pieces += (Piece(len(lines.lines), _text(tab, row), hidden) for row, _ in tab.in_order())
    return with_more(read_lines(lines.lines, file, "xlsx"), lines.pieces, notes)


def _add_tab(lines: Lines, tab: Tab, notes: list[str]) -> None:
    """Adds what a tab shows as lines, what it hides as pieces, and its comments as notes."""
    columns, places = Columns(), dict[int, int]()
    for number, row in tab.in_order():
        first = places[number] = len(lines.lines) + 1
        shown = {at for at in row if number not in tab.hidden_rows and not tab.hides(at)}
        for one in columns.join({at: [_paragraph(tab, number, at)] for at in sorted(shown)}):
            lines.add(one)
        if hidden := _text(tab, number, set(row) - shown):
            why = "a hidden row" if number in tab.hidden_rows else "a hidden column"
            lines.pieces.append(Piece(max(1, min(first, len(lines.lines))), hidden, why))
    for remark in tab.remarks:
        digits = remark.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        last = int(digits) if digits.isdecimal() and len(digits) < 9 else 0
        line = max((line for at, line in places.items() if at <= last), default=1)
        by = f" by {remark.author}" if remark.author else ""
        notes.append(f"comment{by} on line {min(line, max(1, len(lines.lines)))}: {remark.text}")


def _paragraph(tab: Tab, row: int, column: int) -> Paragraph:
    """The text of a cell, its line ends as they are here, with its marks at their place."""
    text = tab.rows[row][column]
    marks = tab.marks.get((row, column), ())
    if "\r\n" in text:
        marks = tuple(
            Mark(
                one.start - text.count("\r\n", 0, one.start),
                one.end - text.count("\r\n", 0, one.end),
                one.look,
            )
            for one in marks
        )
    return Paragraph(text.replace("\r\n", "\n"), marks=list(marks))


def _text(tab: Tab, row: int, columns: Iterable[int] | None = None) -> str:
    """The texts of a row's cells, or of some of them, in one line."""
    cells = tab.rows[row]
    wanted = cells if columns is None else columns
    return " | ".join(" ".join(cells[at].split()) for at in sorted(wanted))
