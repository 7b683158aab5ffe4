"""The rows of a table as paragraphs, each answer in its column: no two columns of answers are joined."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from atop_coder.reading.alliance_rows import find_headings
from atop_coder.reading.cells import NUMBER, is_prompt
from atop_coder.reading.choice_cells import print_choices
from atop_coder.reading.column_order import NAME_OF_QUESTION, Order, find_order
from atop_coder.reading.columns import Columns, Role, beside_choices, find_columns, headings_text
from atop_coder.reading.outside import NOT_FINAL, REMARK
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.ticked_columns import TickedColumns, heads_of, stand_above_marks

HEADINGS = "the headings of a table"
UNNAMED = "beside its answer stands something in a column without a heading"
SEVERAL = "its row has several cells beside the question, and no headings say which is the answer"
_NEAR = 4  # rows below headings among which a question is looked for
_FEWEST = 2  # rows with several answers, from which on all are doubted
_MENU = re.compile(r"\W*(?:yes|no|n/?a|unknown|none|x|✓|✔|☒|☐|☑)?\W*", re.IGNORECASE)

Cells = Mapping[int, Sequence[Paragraph]]


class Table:
    """Reads one table after another; the headings of one count in the next with as many columns."""

    def __init__(self) -> None:
        self.columns: Columns | None = None
        self.ticked = TickedColumns()
        self.order: Order | None = None
        self.width = 0

    def paragraphs(self, rows: Sequence[Cells]) -> Iterator[Paragraph]:
        """The paragraphs of all rows of a table."""
        return chain.from_iterable(self.by_row(rows))

    def by_row(self, rows: Sequence[Cells]) -> Iterator[list[Paragraph]]:
        """The paragraphs of each row of a table."""
        if len(rows) > 1 and find_headings(rows_of := [(at, _texts(row)) for at, row in enumerate(rows)]):
            yield from ([_alliance(texts)] for _, texts in rows_of)
            return
        width = max((max(row) for row in rows if row), default=0)
        if width != self.width:
            self.columns, self.ticked, self.order, self.width = None, TickedColumns(), None, width
        self.order = find_order([_texts(row) for row in rows]) or self.order
        ordered = [_in_order(row, self.order) for row in rows]
        most = self.columns is None and _have_several(ordered)
        for at, row in enumerate(ordered):
            names = _names(rows[at], self.order)
            if self.finds_headings(row, ordered[at + 1 :]):
                most = False
                yield [_headings(row), *names]
            elif self.columns is not None:
                yield [*_in_columns(row, self.columns, self.ticked), *names]
            else:
                yield [*_doubted(row, self.ticked, most), *names]

    def finds_headings(self, row: Cells, below: Sequence[Cells]) -> bool:
        """Whether a row holds headings; from then on they count."""
        heads = heads_of(row)
        if heads and stand_above_marks(heads, row, below):
            alone = all(not _text(cell).strip() for at, cell in row.items() if at not in heads)
            self.columns = self.columns if alone else beside_choices(_texts(row), heads)
            self.ticked = TickedColumns(heads)
            return True
        found = find_columns(_texts(row))
        if found is None or not _stand_above_questions(below, found):
            return False
        self.columns = found
        return True


def _in_order(row: Cells, order: Order | None) -> Cells:
    """The cells of a row in the order in which they are read, without those that only name a question."""
    if order is None:
        return row
    return {order.place(column): cell for column, cell in row.items() if column not in order.names}


def _names(row: Cells, order: Order | None) -> list[Paragraph]:
    """The cells of a row that only name a question."""
    columns = sorted(order.names & row.keys()) if order else ()
    return [
        replace(one, aside=NAME_OF_QUESTION) for column in columns for one in row[column] if not one.blank
    ]


def _stand_above_questions(rows: Sequence[Cells], columns: Columns) -> bool:
    """Whether a question, or its number, follows in its column soon."""
    questions = columns.of(Role.QUESTION) or (1,)
    below = [cell for row in rows[:_NEAR] for column in questions for cell in row.get(column, ())[:1]]
    return any(is_prompt(one) or NUMBER.fullmatch(one.shown) for one in below if not one.blank)


def _texts(row: Cells) -> dict[int, str]:
    return {column: _text(cell) for column, cell in row.items()}


def _alliance(texts: dict[int, str]) -> Paragraph:
    """A row of a table with an alliance in each, as one line that knows its cells."""
    return Paragraph(headings_text(texts.values()), cells=texts)


def _text(cell: Sequence[Paragraph]) -> str:
    return "\n".join(one.shown for one in cell)


def _headings(row: Cells) -> Paragraph:
    paragraphs = [one for column in sorted(row) for one in row[column]]
    return Paragraph(
        headings_text(_text(row[column]) for column in sorted(row)),
        notes=[note for one in paragraphs for note in one.notes],
        links=[link for one in paragraphs for link in one.links],
        hidden="".join(one.hidden for one in paragraphs),
        aside=HEADINGS,
    )


def _in_columns(row: Cells, columns: Columns, ticked: TickedColumns) -> Iterator[Paragraph]:
    """The paragraphs of a row: question and answer joined as ever, what is in other columns told apart."""
    final = columns.of(Role.FINAL)
    codings = columns.of(Role.CODING) if not final else ()
    own = [column for column in sorted(row) if _is_own(columns, column, final, codings)]
    joined = ticked.join({column: row[column] for column in own})
    if not joined and own and codings:
        joined = [one for column in own for one in row[column]]
    doubt = UNNAMED if _has_unnamed(row, columns, ticked) else ""
    yield from (replace(one, doubt=doubt) for one in joined) if doubt else joined
    for column in sorted(row):
        for one in row[column] if column not in own else ():
            if column in codings:
                yield replace(one, coding=columns.names[column])
            elif not one.blank:
                yield replace(one, aside=told_why(columns, column))


def _has_unnamed(row: Cells, columns: Columns, ticked: TickedColumns) -> bool:
    """Whether an answer stands in a column with a heading, and something beside it in one without."""
    filled = [at for at, cell in row.items() if _text(cell).strip() and at not in ticked.heads]
    texts = [_text(row[at]) for at in filled if columns.role(at) in (Role.ANSWER, Role.FINAL)]
    unnamed = any(at not in columns.roles for at in filled)
    return unnamed and len(texts) > 1 and not all(map(is_menu, texts))


def told_why(columns: Columns, column: int) -> str:
    """Why a column's cells are in no answer; "" for one of answers."""
    role, name = columns.role(column), columns.names.get(column, "")
    if role == Role.REMARK:
        return REMARK.format(name)
    return NOT_FINAL.format(name) if role == Role.CODING and columns.of(Role.FINAL) else ""


def _is_own(columns: Columns, column: int, final: Sequence[int], codings: Sequence[int]) -> bool:
    role = columns.role(column)
    return role == Role.QUESTION or column in final or (role == Role.ANSWER and column not in codings)


def _have_several(rows: Sequence[Cells]) -> bool:
    """Whether most rows with a question have more than one cell that may be its answer."""
    answers = [_answers(row) for row in rows]
    counts = [len(found) for found in answers if found is not None]
    several = sum(count > 1 for count in counts)
    return several >= _FEWEST and several * 2 > sum(map(bool, counts))


def _answers(row: Cells) -> list[str] | None:
    """The cells beside the question's; none for a list of choices; None for a row without a question."""
    asking, *behind = _asking(row) or [""]
    return None if not asking else [] if are_menu(asking, behind) else behind


def _asking(row: Cells) -> list[str] | None:
    """The question of a row and what the cells beside it hold; None for a row without a question."""
    filled = [column for column in sorted(row) if _text(row[column]).strip()]
    if filled and NUMBER.fullmatch(_text(row[filled[0]])) and len(filled) > 1:
        filled = filled[1:]
    elif not filled or not is_prompt(row[filled[0]][0]):
        return None
    return [_text(row[column]) for column in filled]


def are_menu(asking: str, beside: Sequence[str]) -> bool:
    """Whether the cells beside a question are no answers of several hands, but a list of its choices."""
    return all(map(is_menu, beside)) or print_choices(asking, beside)


def is_menu(text: str) -> bool:
    """Whether a cell holds no more than a choice, a mark or nothing."""
    return bool(_MENU.fullmatch(text))


def _doubted(row: Cells, ticked: TickedColumns, most: bool) -> list[Paragraph]:
    """The paragraphs of a row; in doubt where more than one cell may be the answer, as in `most` rows."""
    joined = ticked.join(row)
    cells = {column: cell for column, cell in row.items() if column not in ticked.heads}
    several = bool((_asking(cells) or [])[1:]) if most else len(_answers(cells) or ()) > 1
    return [replace(one, doubt=SEVERAL) for one in joined] if several else joined
