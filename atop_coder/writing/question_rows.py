"""The rows of one question in the workbook of a sheet: one, or as many as its longest text needs."""

from collections.abc import Sequence
from itertools import zip_longest

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color
from openpyxl.worksheet.worksheet import Worksheet

from atop_coder.form import Form, Kind, Question
from atop_coder.sheet import Answer
from atop_coder.sheet.answer_lines import extra_lines, head_lines
from atop_coder.writing import look
from atop_coder.writing.cells import AutoRow, cell_at, put_text, split_text
from atop_coder.writing.excel_text import line_count
from atop_coder.writing.finding import Finding

COLUMNS = {
    "No.": 6,
    "Question": 44,
    "Answer": 30,
    "Wars, states, alliances": 24,
    "Description": 84,
    "Problems": 36,
}
LETTERS = tuple(round(width * look.LETTERS) for width in COLUMNS.values())
NUMBER, QUESTION, ANSWER, PROBLEMS = 1, 2, 3, 6  # the columns
TALLEST = 409  # points; Excel shows no more of a row
MOST_LINES = int((TALLEST - look.PADDING) // look.LINE)


def write_question(
    tab: Worksheet, question: Question, answer: Answer, found: Sequence[Finding], form: Form
) -> None:
    """Adds the question's rows below what the tab holds; `found` are its problems, the worst first."""
    texts = (
        answer_text(question, answer, form),
        "\n".join(extra_lines(answer)),
        answer.details,
        "\n".join(f"{problem.severity.capitalize()}: {problem.message}" for problem in found),
    )
    columns = map(_pieces, texts, LETTERS[ANSWER - 1 :])
    first = tab.max_row + 1
    for row, pieces in enumerate(zip_longest(*columns, fillvalue=""), start=first):
        cell_at(tab, row, NUMBER).value = question.number
        _put_prompt(tab, row, question, continued=row > first)
        for column, piece in enumerate(pieces, start=ANSWER):
            put_text(cell_at(tab, row, column), piece)
        _style(tab, row, found)
        points = _height(question, pieces, continued=row > first)
        tab.row_dimensions[row] = AutoRow(tab, index=row, ht=points)
    if question.kind == Kind.INTEGER and isinstance(answer.value, int):
        cell_at(tab, first, ANSWER).value = answer.value  # a number as a number, without Excel's green corner


def answer_text(question: Question, answer: Answer, form: Form) -> str:
    """What the column Answer holds: the lines of the normalized sheet, Yes and No as the lists offer them."""
    text = "\n".join(head_lines(question, answer, form))
    return text.removesuffix(".") if question.choices else text


def _pieces(text: str, letters: int) -> list[str]:
    return split_text(text, letters, MOST_LINES)


def _put_prompt(tab: Worksheet, row: int, question: Question, *, continued: bool) -> None:
    cell = cell_at(tab, row, QUESTION)
    if continued:
        put_text(cell, f"{question.short} (continued)")
        look.CONTINUED.put_on(cell)
        return
    short = TextBlock(InlineFont(rFont=look.FONT, sz=look.SIZE, b=True), question.short + "\n")
    prompt = TextBlock(InlineFont(rFont=look.FONT, sz=look.SMALL, color=Color(look.GREY)), question.prompt)
    cell.value = CellRichText(short, prompt)
    look.TEXT.put_on(cell)


def _style(tab: Worksheet, row: int, found: Sequence[Finding]) -> None:
    look.NUMBER.put_on(cell_at(tab, row, NUMBER))
    for column in range(ANSWER, PROBLEMS + 1):
        (look.ANSWER if column == ANSWER else look.TEXT).put_on(cell_at(tab, row, column))
    if found:
        for column in (ANSWER, PROBLEMS):
            cell_at(tab, row, column).fill = look.MARKS[found[0].severity]


def _height(question: Question, pieces: Sequence[str], *, continued: bool) -> float:
    """The points that the fullest cell needs, as far as Excel goes."""
    lines = max(map(line_count, pieces, LETTERS[ANSWER - 1 :]))
    small = 0 if continued else line_count(question.prompt, LETTERS[QUESTION - 1] * look.SIZE // look.SMALL)
    needed = max(lines * look.LINE, look.LINE + small * look.SMALL_LINE)
    return min(TALLEST, needed + look.PADDING)
