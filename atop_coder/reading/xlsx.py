"""Reads sheets in Excel files (.xlsx): those that this program wrote exactly, others row by row."""

from collections.abc import Iterable, Sequence

from atop_coder.errors import AtopError
from atop_coder.reading.alliance_rows import find_headings, read_alliances
from atop_coder.reading.excel.cells import Tab, read_tabs, tab_names
from atop_coder.reading.excel.own import read_own
from atop_coder.reading.package import Package
from atop_coder.reading.paragraphs import Lines, Paragraph, refuse_too_many, with_more
from atop_coder.reading.parts import PartRead, are_apart, as_one, read_apart
from atop_coder.reading.report import Line, Mark, Piece, Reading
from atop_coder.reading.source import Source
from atop_coder.reading.tables import Table
from atop_coder.reading.text import read_lines
from atop_coder.sheet.text import in_quotes

_MOST_NOTES = 20
_DATASET = frozenset({"Alliances", "Codebook"})


def read_xlsx(source: Source) -> Reading:
    """The sheet in an Excel file; AtopError if the file is damaged, a dataset, or holds no sheet."""
    package = Package(source.data, source.path)
    refuse_dataset(tab_names(package), source.path)
    return sheet_in(list(read_tabs(package)), str(source.path), "xlsx")


def sheet_in(tabs: Sequence[Tab], file: str, kind: str) -> Reading:
    """The sheet in the tabs of any workbook; `kind` is what the report calls the format."""
    shown = [tab for tab in tabs if not tab.hidden]
    own = [(tab, reading) for tab in shown if (reading := read_own(tab, file, kind))]
    parts = [PartRead(reading, "sheet", tab.name) for tab, reading in own]
    reading = as_one(parts) if parts else _read_any(tabs, file, kind)
    notes = [f"{note} (tab {tab.name})" if len(tabs) > 1 else note for tab in tabs for note in tab.notes]
    return with_more(reading, (), _shortened(notes))


def _shortened(notes: list[str]) -> list[str]:
    """The notes, of very many the first."""
    more = len(notes) - _MOST_NOTES
    return notes if more <= 0 else [*notes[:_MOST_NOTES], f"and {more} further cells like these"]


def refuse_dataset(names: Iterable[str], file: object) -> None:
    """AtopError `workbook-is-dataset` for a workbook with the tabs of an exported dataset."""
    if _DATASET.issubset(names):
        raise AtopError("workbook-is-dataset", file=file)


def is_dataset_file(data: bytes, file: object) -> bool:
    """Whether a file is a dataset that this program exported; AtopError if it cannot be opened."""
    return _DATASET.issubset(tab_names(Package(data, file)))


def _read_any(tabs: Sequence[Tab], file: str, kind: str) -> Reading:
    """What somebody typed into a workbook: a sheet, or one on each tab, or one in each row."""
    shown = [tab for tab in tabs if not tab.hidden]
    rows = [(tab, [(number, _shown(tab, number)) for number, _ in tab.in_order()]) for tab in shown]
    read = [
        one
        for tab, those in rows
        if (headings := find_headings(those))
        for one in read_alliances(
            those, headings, file, kind, f"{tab.name}, " if len(shown) > 1 else "", tab.marks
        )
    ]
    if not read:
        return _read_typed(tabs, file, kind)
    left_out = [piece for tab in tabs for piece in _hidden_pieces(tab, {})]
    return with_more(as_one(read), left_out, [note for tab in shown for note in _remarks(tab, {})])


def _shown(tab: Tab, number: int) -> dict[int, str]:
    """The cells of a row that are not hidden."""
    row = tab.rows[number] if number not in tab.hidden_rows else {}
    return {at: text for at, text in row.items() if not tab.hides(at)}


def _read_typed(tabs: Sequence[Tab], file: str, kind: str) -> Reading:
    """Prompts beside or above their answers: on all tabs together, or a sheet on each."""
    lines, notes = Lines(), list[str]()
    parts: list[tuple[str, tuple[Line, ...]]] = []
    for tab in (tab for tab in tabs if not tab.hidden):
        start = len(lines.lines)
        places = _add_rows(lines, tab)
        lines.pieces += _hidden_pieces(tab, places)
        notes += _remarks(tab, places)
        parts.append((tab.name, tuple(lines.lines[start:])))
    refuse_too_many(lines.lines, file)
    for tab in (tab for tab in tabs if tab.hidden):
        lines.pieces += _hidden_pieces(tab, {}, len(lines.lines))
    if are_apart([part for _, part in parts]):
        reading = read_apart(parts, lambda part: read_lines(part, file, kind))
    else:
        reading = read_lines(lines.lines, file, kind)
    return with_more(reading, lines.pieces, notes)


def _add_rows(lines: Lines, tab: Tab) -> dict[int, int]:
    """Adds what a tab shows as lines; its row -> the line where that begins."""
    numbers = [number for number, _ in tab.in_order()]
    rows = [{at: [_paragraph(tab, number, at)] for at in sorted(_shown(tab, number))} for number in numbers]
    places: dict[int, int] = {}
    for number, paragraphs in zip(numbers, Table().by_row(rows), strict=True):
        places[number] = len(lines.lines) + 1
        for one in paragraphs:
            lines.add(one)
    return {number: max(1, min(line, len(lines.lines))) for number, line in places.items()}


def _hidden_pieces(tab: Tab, places: dict[int, int], otherwise: int = 1) -> list[Piece]:
    """What a tab hides, at the lines where its rows are."""
    pieces = []
    for number, row in tab.in_order():
        left = row.keys() - _shown(tab, number).keys() if not tab.hidden else row.keys()
        if text := _text(tab, number, left):
            why = "a hidden row" if number in tab.hidden_rows else "a hidden column"
            why = f"the hidden tab {in_quotes(tab.name)}" if tab.hidden else why
            pieces.append(Piece(places.get(number, otherwise), text, why))
    return pieces


def _remarks(tab: Tab, places: dict[int, int]) -> list[str]:
    """The comments on a tab's cells, each told with its line, or its cell where no line is known."""
    notes = []
    for remark in tab.remarks:
        digits = remark.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        last = int(digits) if digits.isdecimal() and len(digits) < 9 else 0
        line = max((line for at, line in places.items() if at <= last), default=0)
        by = f" by {remark.author}" if remark.author else ""
        where = f"line {line}" if line else f"cell {remark.cell}"
        notes.append(f"comment{by} on {where}: {remark.text}")
    return notes


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


def _text(tab: Tab, row: int, columns: Iterable[int]) -> str:
    """The texts of some of a row's cells in one line."""
    cells = tab.rows[row]
    return " | ".join(" ".join(cells[at].split()) for at in sorted(columns))
