"""One sheet as an Excel workbook for a reviewer: a row a question, choices to pick, problems marked.

The columns can be read back: number; answer as the normalized sheet has it, but Yes and No without full stop;
wars, states and alliances as there; description with its paragraphs parted by empty lines. What is too long
for a row goes on in rows with the same number, marked "continued": a question's cells of one column, put end
to end, are the whole text.
"""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from atop_coder.form import Form, load_form
from atop_coder.sheet import Sheet
from atop_coder.writing import look
from atop_coder.writing.cells import cell_at, put_text, workbook_bytes
from atop_coder.writing.finding import SEVERITIES, Finding
from atop_coder.writing.pick_lists import add_pick_lists
from atop_coder.writing.question_rows import COLUMNS, write_question
from atop_coder.writing.title import title_of

TAB = "Codesheet"
HEADER_ROW = 3


def sheet_to_workbook(sheet: Sheet, problems: Iterable[Finding] = ()) -> bytes:
    """The file of the workbook; the same bytes for the same sheet and problems."""
    form = load_form()
    found = sorted(problems, key=lambda problem: SEVERITIES.index(problem.severity))
    workbook = Workbook()
    tab = workbook.worksheets[0]
    tab.title = TAB
    _write_top(tab, sheet, found)
    cells = _write_questions(tab, sheet, found, form)
    add_pick_lists(workbook, form, cells)
    _finish(tab, sheet)
    workbook.properties.creator = "ATOP Coder"
    workbook.properties.title = title_of(sheet)
    return workbook_bytes(workbook)


def subtitle_of(sheet: Sheet, found: Sequence[Finding] = ()) -> str:
    """Members, day of signature and how many problems there are, as far as the sheet has them."""
    members = [member.name or str(member.ccode) for member in sheet.members]
    others = f" and {len(members) - 6} others" if len(members) > 6 else ""
    signed = [f"signed {entry.date.words}" for entry in sheet.signature_dates[:1]]
    counts = [sum(problem.severity == severity for problem in found) for severity in SEVERITIES]
    told = [
        f"{count} {severity}{'s' if count > 1 else ''}"
        for count, severity in zip(counts, SEVERITIES, strict=True)
        if count
    ]
    parts = (
        ", ".join(members[:6]) + others,
        *signed,
        f"{sheet.answered} of {len(sheet.answers)} questions answered",
        ", ".join(told),
    )
    return " · ".join(part for part in parts if part)


def _write_top(tab: Worksheet, sheet: Sheet, found: Sequence[Finding]) -> None:
    for row, text, style in ((1, title_of(sheet), look.TITLE), (2, subtitle_of(sheet, found), look.SUBTITLE)):
        put_text(cell_at(tab, row, 1), text)
        style.put_on(cell_at(tab, row, 1))
    for column, (name, width) in enumerate(COLUMNS.items(), start=1):
        put_text(cell_at(tab, HEADER_ROW, column), name)
        look.HEADER.put_on(cell_at(tab, HEADER_ROW, column))
        tab.column_dimensions[cell_at(tab, HEADER_ROW, column).column_letter].width = width
    for row, points in ((1, 26), (2, 20), (HEADER_ROW, 22)):
        tab.row_dimensions[row].height = points


def _write_questions(tab: Worksheet, sheet: Sheet, found: Sequence[Finding], form: Form) -> dict[int, str]:
    """Question number -> the cell of its answer."""
    cells = {}
    for section in form.sections:
        _write_section(tab, section.heading)
        for question in form.questions_of(section):
            cells[question.number] = f"C{tab.max_row + 1}"
            own = [problem for problem in found if problem.question == question.number]
            write_question(tab, question, sheet[question.number], own, form)
    return cells


def _write_section(tab: Worksheet, heading: str) -> None:
    row = tab.max_row + 1
    put_text(cell_at(tab, row, 1), heading)
    for column in range(1, len(COLUMNS) + 1):
        look.SECTION.put_on(cell_at(tab, row, column))
    tab.row_dimensions[row].height = 20


def _finish(tab: Worksheet, sheet: Sheet) -> None:
    last = f"{get_column_letter(len(COLUMNS))}{tab.max_row}"
    tab.freeze_panes = f"C{HEADER_ROW + 1}"
    tab.auto_filter.ref = f"A{HEADER_ROW}:{last}"
    tab.sheet_view.showGridLines = False
    look.set_up_page(tab, HEADER_ROW, title_of(sheet))
