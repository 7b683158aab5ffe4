"""A text in which tabs or bars part the columns of a table: each cell is a line, told by its column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from atop_coder.reading.alliance_rows import find_headings, read_alliances, split_cells
from atop_coder.reading.cells import NUMBER, is_prompt
from atop_coder.reading.columns import Columns, Role, find_columns
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.parts import as_one
from atop_coder.reading.report import Line, Reading
from atop_coder.reading.tables import HEADINGS, SEVERAL, is_menu, told_why
from atop_coder.reading.text import read_lines

_BAR = re.compile(r"\s*\|?(.*?)\|?\s*", re.DOTALL)
_RULE = re.compile(r"[\s|:+=_-]*[-=_]{2,}[\s|:+=_-]*")
_BREAK = re.compile(r"\s*(?:<br\s*/?>\s*)+", re.IGNORECASE)
_FEWEST = 2  # rows with several answers, from which on they are doubted


def read_table_text(lines: tuple[Line, ...], file: str, encoding: str = "utf-8") -> Reading:
    """The sheet in a text, of however many columns; the first of several."""
    rows = split_cells(lines)
    headings = find_headings(rows) if rows else None
    if headings:
        return as_one(read_alliances(rows, headings, file, "text"))
    return read_lines(in_columns(lines), file, encoding=encoding)


def in_columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines; where headings name columns, the cells of each row on lines of their own."""
    for mark in ("\t", "|"):
        if sum(mark in line.text for line in lines) > 1:
            lines = tuple(_parted(lines, mark))
    return tuple(lines)


def _parted(lines: Sequence[Line], mark: str) -> Iterator[Line]:
    columns: Columns | None = None
    doubted = _have_several(lines, mark)
    for line in lines:
        cells = cells_of(line.text, mark)
        found = find_columns(cells) if len(cells) > 1 and not line.aside else None
        if found is not None and (found.of(Role.QUESTION) or 1 not in found.roles):
            columns, doubted = found, False
            yield replace(line, aside=HEADINGS)
        elif columns is not None and mark in line.text and not line.aside:
            yield from _in_columns(line, cells, columns)
        else:
            several = doubted and len(_beside(cells)) > 1
            yield replace(line, doubt=SEVERAL) if several else line


def cells_of(text: str, mark: str) -> Mapping[int, str]:
    """Column -> text of a line's cells, from 1."""
    if mark == "|" and (match := _BAR.fullmatch(text)):
        text = match[1]
    return {column: cell.strip() for column, cell in enumerate(text.split(mark), start=1)}


def _in_columns(line: Line, cells: Mapping[int, str], columns: Columns) -> Iterator[Line]:
    """The question, and each cell beside it, as lines with the number of the whole."""
    if _RULE.fullmatch(line.text):
        yield replace(line, aside=HEADINGS)
        return
    asking = columns.of(Role.QUESTION) or (1,)
    question = " ".join(cells[column] for column in asking if cells.get(column))
    if question:
        yield replace(line, text=question, ends=True, marks=())
    final = columns.of(Role.FINAL)
    for column, text in cells.items():
        if not text or column in asking:
            continue
        why = told_why(columns, column)
        coding = columns.names.get(column, "") if columns.role(column) == Role.CODING and not final else ""
        cell = replace(line, text=text, ends=True, marks=(), aside=line.aside or why, coding=coding)
        yield from _broken(cell)


def _broken(cell: Line) -> Iterator[Line]:
    """A cell as a line, as several where it has the breaks of a web page in it: each begins a paragraph."""
    for at, text in enumerate(_BREAK.split(cell.text)):
        if at:
            yield replace(cell, text="")
        yield replace(cell, text=text)


def _have_several(lines: Sequence[Line], mark: str) -> bool:
    """Whether most rows with a question have more than one cell that may be its answer."""
    counts = [
        len(_answers(cells))
        for line in lines
        if mark in line.text and _asks(cells := cells_of(line.text, mark))
    ]
    several = sum(count > 1 for count in counts)
    return several >= _FEWEST and several * 2 > sum(map(bool, counts))


def _asks(cells: Mapping[int, str]) -> bool:
    first = next((text for text in cells.values() if text), "")
    return bool(NUMBER.fullmatch(first)) or is_prompt(Paragraph(first))


def _answers(cells: Mapping[int, str]) -> list[str]:
    """The cells beside the question's; none for a list of choices."""
    behind = _beside(cells)
    return [] if all(map(is_menu, behind)) else behind


def _beside(cells: Mapping[int, str]) -> list[str]:
    filled = [text for text in cells.values() if text]
    return filled[2:] if filled and NUMBER.fullmatch(filled[0]) else filled[1:]
