"""A table with an alliance in each row: headings name the questions, and each row is a sheet of its own."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from atop_coder.form import load_form
from atop_coder.reading.alliance_answers import read_answers
from atop_coder.reading.likeness import begin_alike, is_wording, wordings
from atop_coder.reading.numbering import number_end, number_of
from atop_coder.reading.outside import REMARK
from atop_coder.reading.parts import OUTSIDE, PartRead, as_one, with_left
from atop_coder.reading.report import Line, Mark, Piece, Reading, ReadingReport, marks_within
from atop_coder.reading.rows import Row
from atop_coder.reading.words import plain
from atop_coder.sheet import Sheet

_FEWEST = 4  # questions that headings must name
_SHARE = 0.5  # of the headings with text that must name one
_LAST_TOP = 12  # rows among which the headings are looked for
_LEAST_FILLED = 2  # answers that a row must have to be an alliance's
_BARE = re.compile(r"\s*(?:question|ques|q|item|no|nr|#)?[\s._#-]*(\d{1,2})\s*[.):]?\s*", re.IGNORECASE)
_DETAILS = re.compile(
    r"[\W_]*(?:descriptions?|details?|text|explanations?|specify|if yes.*)[\W_]*$", re.IGNORECASE
)
_DELIMITERS = "\t|;,"  # the likeliest first: prose has the last ones, too
NO_ALLIANCE = "its row is no alliance's"
NO_COLUMN = "the row has more cells than there are headings"

Cells = Mapping[int, str]
Marks = Mapping[tuple[int, int], Sequence[Mark]]  # by row and column
NO_MARKS: Marks = {}


@dataclass(frozen=True)
class Headings:
    """The row of headings: its number, the question of each column that names one, and all their texts."""

    row: int
    questions: Mapping[int, int]
    names: Cells


def find_headings(rows: Sequence[tuple[int, Cells]]) -> Headings | None:
    """The headings of a table with an alliance in each row; None if it is no such table."""
    for at, (number, cells) in enumerate(rows[:_LAST_TOP]):
        questions = _headed(cells)
        below = [row for _, row in rows[at + 1 :]]
        if questions and _go_on(questions, below[:_LAST_TOP]):
            return None
        if questions and any(_is_alliance(row, questions) for row in below):
            return Headings(number, questions, cells)
    return None


def _headed(cells: Cells) -> Mapping[int, int]:
    """Column -> question, of a row with cells enough for headings."""
    return _questions(cells) if len(cells) >= _FEWEST else {}


def _go_on(questions: Mapping[int, int], below: Iterable[Cells]) -> bool:
    """Whether a row below asks further questions, so that each row answers the one above it alone."""
    asked = set(questions.values())
    return any(more and asked.isdisjoint(more) for row in below if (more := set(_questions(row).values())))


def _questions(cells: Cells) -> Mapping[int, int]:
    """Column -> question, if so many of these cells name one that they can be nothing but headings."""
    filled = {column: text for column, text in cells.items() if text.strip()}
    numbers = {column: number for column, text in filled.items() if (number := _bare_number(text))}
    if len(numbers) * 2 > len(filled):
        ascending = list(numbers.values()) == sorted(set(numbers.values()))
        named = numbers if ascending and len(numbers) >= 2 * _FEWEST else {}
    else:
        named = {column: one for column, text in filled.items() if (one := _named(text))}
    enough = len(set(named.values())) >= _FEWEST and len(named) >= _SHARE * len(filled)
    return named if enough else {}


def _bare_number(text: str) -> int:
    match = _BARE.fullmatch(text)
    return int(match[1]) if match and int(match[1]) in load_form().by_number else 0


def _named(text: str) -> int:
    """The question that a heading names, by its number and first words, a wording or its key; 0 for none."""
    words = plain(text)
    if words in _names():
        return _names()[words]
    bare = plain(_DETAILS.sub("", text))
    if bare in _names():
        return _names()[bare]
    rest = plain(text[number_end(text) :])
    number = number_of(text)
    alike = begin_alike(load_form(), rest[:60]) if rest else frozenset()
    if number in alike or (number is None and rest in _names()):
        return number or _names()[rest]
    whole = [one for one in alike if is_wording(load_form().question(one), rest)]
    return whole[0] if len(whole) == 1 else 0


@cache
def _names() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for question in load_form().questions:
        for way in (
            *wordings(question),
            plain(question.key.replace("_", " ")),
            f"question {question.number}",
        ):
            found.setdefault(way, question.number)
    return found


def _is_alliance(row: Cells, questions: Mapping[int, int]) -> bool:
    return sum(bool(row.get(column, "").strip()) for column in questions) >= _LEAST_FILLED


def read_alliances(
    rows: Sequence[tuple[int, Cells]],
    headings: Headings,
    file: str,
    kind: str,
    name: str = "",
    marks: Marks = NO_MARKS,
) -> list[PartRead]:
    """The sheet of each row below the headings; what stands in other rows is told in the first's report."""
    of_alliances = [(number, cells) for number, cells in rows if _is_below(number, cells, headings)]
    sheets = [
        PartRead(_read_row(number, cells, headings, file, kind, marks), "sheet", f"{name}row {number}")
        for number, cells in of_alliances
    ]
    numbers = {headings.row, *(number for number, _ in of_alliances)}
    others = [(number, cells) for number, cells in rows if number not in numbers]
    return [_with_rows(sheets[0], others), *sheets[1:]]


def read_rows(lines: Sequence[Line], rows: Mapping[int, Cells], file: str, kind: str) -> Reading | None:
    """The first of the sheets in these rows (line number -> cells), the others beside it, other lines told.

    None if they are no table with an alliance in each row.
    """
    table = sorted(rows.items())
    headings = find_headings(table)
    if headings is None:
        return None
    others = [line for line in lines if line.number not in rows and not line.aside]
    return with_left(as_one(read_alliances(table, headings, file, kind)), [(others, OUTSIDE)])


def _is_below(number: int, cells: Cells, headings: Headings) -> bool:
    return number > headings.row and _is_alliance(cells, headings.questions)


def _read_row(number: int, cells: Cells, headings: Headings, file: str, kind: str, marks: Marks) -> Reading:
    rows: dict[int, list[Row]] = {}
    unplaced: list[Piece] = []
    for column, text in sorted(cells.items()):
        question = headings.questions.get(column)
        if question:
            rows.setdefault(question, []).extend(_cell_rows(number, text, marks.get((number, column), ())))
        elif text.strip():
            name = " ".join(headings.names.get(column, "").split())
            unplaced.append(Piece(number, " ".join(text.split()), REMARK.format(name) if name else NO_COLUMN))
    answers = read_answers(number, rows)
    report = ReadingReport(
        file,
        kind,
        lines=_lines(number, cells, headings),
        placed=answers.placed,
        unplaced=(*unplaced, *answers.unplaced),
        furniture=answers.printed,
    )
    return Reading(Sheet.of(answers.answers, load_form()), report)


def _cell_rows(number: int, text: str, marks: Sequence[Mark]) -> Iterator[Row]:
    """The lines of a cell, without the space at their ends."""
    start = 0
    for line in text.split("\n"):
        left = start + len(line) - len(line.lstrip())
        if bare := line.strip():
            yield Row(number, bare, marks=tuple(marks_within(marks, left, left + len(bare))))
        start += len(line) + 1


def _lines(number: int, cells: Cells, headings: Headings) -> tuple[Line, ...]:
    """The headings and the row, as the source of its sheet."""
    return _line(headings.row, headings.names), _line(number, cells)


def _line(number: int, cells: Cells) -> Line:
    return Line(number, " | ".join(" ".join(cells[column].split()) for column in sorted(cells)), ends=True)


def _with_rows(sheet: PartRead, rows: Sequence[tuple[int, Cells]]) -> PartRead:
    """The first sheet, with rows of the table that are no alliance's told in its report."""
    left = [line for number, cells in rows if (line := _line(number, cells)).text.strip(" |")]
    return sheet._replace(reading=with_left(sheet.reading, [(left, NO_ALLIANCE)]))


def split_cells(lines: Sequence[Line]) -> list[tuple[int, Cells]]:
    """The cells of a text whose lines are rows: number and cells, column -> text; empty for another text.

    Of a text that has no row of headings among its first, only these.

    A cell in quotation marks may go on in the next lines.
    """
    filled = [line.text for line in lines if line.text.strip()][:_LAST_TOP]
    mark = next((one for one in _DELIMITERS if any(text.count(one) >= _FEWEST - 1 for text in filled)), "")
    if not mark:
        return []
    reader = csv.reader((f"{line.text}\n" for line in lines), delimiter=mark)
    rows = _rows(reader, lines)
    try:
        first = list(islice(rows, _LAST_TOP))
        return first + list(rows) if any(_headed(cells) for _, cells in first) else first
    except csv.Error:
        return []


def _rows(reader: Iterator[list[str]], lines: Sequence[Line]) -> Iterator[tuple[int, Cells]]:
    begun = 0
    for cells in reader:
        number = lines[begun].number
        begun = reader.line_num  # type: ignore[attr-defined]
        if any(cell.strip() for cell in cells):
            yield number, {column: cell.strip() for column, cell in enumerate(cells, start=1)}
