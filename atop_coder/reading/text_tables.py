"""A text in which tabs or bars part the columns of a table: each cell is a line, told by its column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from atop_coder.reading.alliance_rows import find_headings, read_alliances, split_cells
from atop_coder.reading.arranging.labels import have_labels_within
from atop_coder.reading.cells import NUMBER, is_prompt
from atop_coder.reading.column_order import NAME_OF_QUESTION, Order, find_order
from atop_coder.reading.columns import Columns, Role, find_columns
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.parts import as_one
from atop_coder.reading.report import Line, Reading
from atop_coder.reading.tables import HEADINGS, SEVERAL, UNNAMED, are_menu, is_menu, told_why
from atop_coder.reading.text import read_lines

_BAR = re.compile(r"\s*\|?(.*?)\|?\s*", re.DOTALL)
_RULE = re.compile(r"[\s|:+=_-]*[-=_]{2,}[\s|:+=_-]*")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)  # how Markdown breaks lines within a cell
_NEAR = 6  # lines below headings among which a question is looked for
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
    order = find_order([cells_of(line.text, mark) for line in lines if mark in line.text and not line.aside])
    for at, line in enumerate(lines):
        if line.aside or mark not in line.text:
            yield line
            continue
        whole = cells_of(line.text, mark)
        cells = _in_order(whole, order)
        found = find_columns(cells) if len(cells) > 1 else None
        told = found is not None and bool(found.of(Role.QUESTION) or 1 not in found.roles)
        if found is not None and told and _stands_above_questions(lines[at + 1 :], found, mark, order):
            columns, doubted = found, False
            yield replace(line, aside=HEADINGS)
            continue
        if columns is not None:
            yield from _in_columns(line, cells, columns)
        elif order is not None:
            yield from _ordered(line, cells, order)
        else:
            several = doubted and len(_asking(cells)) > 2
            yield replace(line, doubt=SEVERAL) if several else line
        yield from _names(line, whole, order)


def _in_order(cells: Mapping[int, str], order: Order | None) -> Mapping[int, str]:
    """The cells of a row in the order in which they are read, without those that only name a question."""
    if order is None:
        return cells
    placed = {order.place(at): text for at, text in cells.items() if at not in order.names}
    return dict(sorted(placed.items()))


def _ordered(line: Line, cells: Mapping[int, str], order: Order) -> Iterator[Line]:
    """The question and what stands beside it, in doubt where that is more than one cell."""
    columns = Columns(dict.fromkeys(order.asking, Role.QUESTION), {})
    answers = [text for at, text in cells.items() if text and at not in order.asking]
    several = len(answers) > 1 and not all(map(is_menu, answers))
    yield from _in_columns(replace(line, doubt=SEVERAL) if several else line, cells, columns)


def _names(line: Line, cells: Mapping[int, str], order: Order | None) -> Iterator[Line]:
    for column in sorted(order.names) if order else ():
        if text := cells.get(column):
            yield replace(line, text=text, ends=True, marks=(), aside=NAME_OF_QUESTION)


def cells_of(text: str, mark: str) -> Mapping[int, str]:
    """Column -> text of a line's cells, from 1."""
    if mark == "|" and (match := _BAR.fullmatch(text)):
        text = match[1]
    return {column: cell.strip() for column, cell in enumerate(text.split(mark), start=1)}


def _stands_above_questions(lines: Sequence[Line], columns: Columns, mark: str, order: Order | None) -> bool:
    """Whether a question, or its number, follows in its column soon."""
    asking = columns.of(Role.QUESTION) or (1,)
    below = [_in_order(cells_of(line.text, mark), order) for line in lines[:_NEAR] if mark in line.text]
    first = [Paragraph(cells[column]) for cells in below for column in asking if cells.get(column)]
    return any(is_prompt(one) or NUMBER.fullmatch(one.text) for one in first)


def _in_columns(line: Line, cells: Mapping[int, str], columns: Columns) -> Iterator[Line]:
    """The question, and each cell beside it, as lines with the number of the whole."""
    if _RULE.fullmatch(line.text):
        yield replace(line, aside=HEADINGS)
        return
    asking = columns.of(Role.QUESTION) or (1,)
    line = replace(line, doubt=line.doubt or _unnamed(cells, columns))
    question = " ".join(cells[column] for column in asking if cells.get(column))
    if question:
        yield replace(line, text=question, ends=True, marks=())
    final = columns.of(Role.FINAL)
    for column, text in cells.items():
        if not text or column in asking:
            continue
        why = told_why(columns, column)
        coding = columns.names.get(column, "") if columns.role(column) == Role.CODING and not final else ""
        for part in _BREAK.split(text):
            yield replace(line, text=part, ends=True, marks=(), aside=line.aside or why, coding=coding)


def _unnamed(cells: Mapping[int, str], columns: Columns) -> str:
    """Doubt where an answer has something beside it in a column without a heading; "" if it has not."""
    filled = [at for at, text in cells.items() if text]
    texts = [cells[at] for at in filled if columns.role(at) in (Role.ANSWER, Role.FINAL)]
    unnamed = bool(columns.names) and any(at not in columns.roles for at in filled)
    return UNNAMED if unnamed and len(texts) > 1 and not all(map(is_menu, texts)) else ""


def _have_several(lines: Sequence[Line], mark: str) -> bool:
    """Whether most rows with a question have more than one cell that may be its answer."""
    counts = [
        len(_answers(cells))
        for line in lines
        if mark in line.text and _asks(cells := cells_of(line.text, mark))
    ]
    several = sum(count > 1 for count in counts)
    most = several >= _FEWEST and several * 2 > sum(map(bool, counts))
    return most and not have_labels_within(lines)


def _asks(cells: Mapping[int, str]) -> bool:
    first = next((text for text in cells.values() if text), "")
    return bool(NUMBER.fullmatch(first)) or is_prompt(Paragraph(first))


def _answers(cells: Mapping[int, str]) -> list[str]:
    """The cells beside the question's; none for a list of choices."""
    asking, *behind = _asking(cells) or [""]
    return [] if are_menu(asking, behind) else behind


def _asking(cells: Mapping[int, str]) -> list[str]:
    """The question of a row and the cells beside it."""
    filled = [text for text in cells.values() if text]
    return filled[1:] if filled and NUMBER.fullmatch(filled[0]) else filled
