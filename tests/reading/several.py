"""Whole sheets of two alliances for tests, and files that hold both, laid out in many ways."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import docx
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Paragraph as Set
from reportlab.platypus import SimpleDocTemplate, Table

from atop_coder.form import load_form
from atop_coder.reading import Reading, read_sheet, read_text
from atop_coder.sheet import Sheet
from tests.reading.office import BODY, escaped

FORM = load_form()
Answers = Mapping[int, str]
Rows = Sequence[Sequence[str]]
POLAND: Answers = {
    1: "3005",
    2: "N/A",
    3: "May 3, 1921",
    4: "290 Poland\n365 Russia",
    5: "No",
    6: "Treaty",
    7: "Public",
    8: "No",
    9: "No",
    10: "Yes. Five years.",
    12: "No",
    13: "Zero",
    14: "In effect as of May 4, 2018",
    18: "They help each other.",
    21: "No",
    60: "May 23, 2018",
    61: "Ann Lee",
}
GERMANY: Answers = {
    1: "3010",
    2: "N/A",
    3: "June 7, 1925",
    4: "255 Germany\n220 France",
    5: "Yes. World war.",
    6: "Treaty",
    7: "Secret",
    8: "Yes. Art. 2",
    9: "No",
    10: "No.",
    11: "Yes. After a year.",
    12: "Yes. Art. 3.",
    13: "Two",
    14: "June 9, 1930",
    18: "They consult.",
    21: "Yes. Loans",
    43: "A word more.",
    60: "May 24, 2019",
    61: "Bob Day",
}


def typed(
    answers: Answers,
    number: str = "{}. ",
    between: str = "\n",
    gap: str = "\n\n",
    only: Collection[int] = tuple(FORM.by_number),
    short: bool = False,
) -> str:
    """A sheet with the questions `only`, as somebody types it."""
    asked = [FORM.question(one) for one in only]
    prompts = [f"{number.format(one.number)}{f'{one.short}:' if short else one.prompt}" for one in asked]
    return (
        gap.join(
            f"{prompt}{between}{answers.get(one.number, '')}"
            for prompt, one in zip(prompts, asked, strict=True)
        )
        + "\n"
    )


def alone(answers: Answers) -> Sheet:
    """What is read of a sheet that stands alone in its file."""
    return read_text(typed(answers)).sheet


def table(headings: Sequence[str], cells: Callable[[int], Sequence[str]], numbers: bool = False) -> Rows:
    """A row for each question with these cells behind it."""
    first = (lambda one: [f"{one}.", FORM.question(one).prompt]) if numbers else _numbered
    return [list(headings), *([*first(one), *cells(one)] for one in FORM.by_number)]


def _numbered(one: int) -> list[str]:
    return [f"{one}. {FORM.question(one).prompt}"]


def of(*sheets: Answers) -> Callable[[int], list[str]]:
    """The cells of a question: the answer of each sheet."""
    return lambda number: [answers.get(number, "") for answers in sheets]


# The same table in each format


def as_text(rows: Rows, folder: Path) -> Path:
    path = folder / "table.txt"
    path.write_text("\n".join("\t".join(cell.replace("\n", "; ") for cell in row) for row in rows), "utf-8")
    return path


def as_word(rows: Rows, folder: Path) -> Path:
    document = docx.Document()
    grid = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    path = folder / "table.docx"
    document.save(str(path))
    return path


def as_excel(rows: Rows, folder: Path) -> Path:
    return as_tabs({"Coding": rows}, folder)


def as_tabs(tabs: Mapping[str, Rows], folder: Path) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in tabs.items():
        tab = workbook.create_sheet(name)
        for row in rows:
            tab.append(list(row))
    path = folder / "table.xlsx"
    workbook.save(path)
    return path


def as_pdf(rows: Rows, folder: Path) -> Path:
    """The table with its headings on each page."""
    count = len(rows[0])
    narrow = rows[0][0] == "No."
    widths = (
        [30, 220, *[400 / (count - 2)] * (count - 2)] if narrow else [220, *[400 / (count - 1)] * (count - 1)]
    )
    cells = [[Set(escaped(cell).replace("\n", "<br/>"), BODY) for cell in row] for row in rows]
    path = folder / "table.pdf"
    grid = Table(cells, colWidths=widths, repeatRows=1, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build([grid])
    return path


FORMATS = {"text": as_text, "Word": as_word, "Excel": as_excel, "PDF": as_pdf}


def read(path: Path) -> tuple[Reading, ...]:
    first = read_sheet(path)
    return (first, *first.others)


def same(sheet: Sheet, answers: Answers) -> bool:
    """Whether a sheet says what these answers say where they stand alone."""
    wanted = alone(answers)
    return all(
        (sheet[one].value, sheet[one].details) == (wanted[one].value, wanted[one].details)
        for one in FORM.by_number
    )
