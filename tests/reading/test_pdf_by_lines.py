"""PDFs whose pages are drawn line by line, over all columns, and tables that a page's end tears."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from atop_coder.reading import read_sheet
from atop_coder.reading.report import Sureness
from tests.reading.several import FORM, GERMANY, POLAND, alone

LONG = {
    **GERMANY,
    8: "Yes. " + " ".join(f"Article {at} lets one more of the neighbours accede." for at in range(2, 9)),
    18: "They consult. " + " ".join(f"The staffs met in Metz in {at}." for at in range(1926, 1936)),
}
LEADING = 12
PAGE = 55  # lines


def wrapped(text: str, width: float) -> list[str]:
    return [line for part in text.split("\n") for line in simpleSplit(part, "Times-Roman", 10, width)]


def cells(answers: Mapping[int, str], short: bool) -> Iterator[tuple[list[str], list[str]]]:
    for one in FORM.questions:
        asked = f"{one.number}. {one.short}:" if short else f"{one.number}. {one.prompt}"
        yield wrapped(asked, 220), wrapped(answers.get(one.number, ""), 220)


def draw_table(path: Path, answers: Mapping[int, str], shift: float = 0, short: bool = False) -> Path:
    """A table drawn line by line; `shift`: how far its shorter cell hangs, as a share of the room."""
    canvas = Canvas(str(path))
    canvas.setFont("Times-Roman", 10)
    at = 0.0
    for row in cells(answers, short):
        height = max(map(len, row))
        hang = [int(shift * (height - len(lines))) for lines in row]
        for place in range(height):
            if at > PAGE:
                canvas.showPage()
                canvas.setFont("Times-Roman", 10)
                at = 0
            for left, lines, low in zip((50, 300), row, hang, strict=True):
                if 0 <= place - low < len(lines):
                    canvas.drawString(left, 780 - LEADING * at, lines[place - low])
            at += 1
        at += 0.4
    canvas.save()
    return path


def draw_columns(path: Path, lines: Sequence[str]) -> Path:
    """Text in two columns, of which each line of the page is drawn before the next."""
    canvas = Canvas(str(path))
    for start in range(0, len(lines), 2 * PAGE):
        canvas.setFont("Times-Roman", 10)
        for place in range(PAGE):
            for left, at in ((50, start + place), (320, start + PAGE + place)):
                if at < len(lines):
                    canvas.drawString(left, 780 - LEADING * place, lines[at])
        canvas.showPage()
    canvas.save()
    return path


def wrong(path: Path, answers: Mapping[int, str]) -> tuple[set[int], set[int]]:
    """The questions that came out otherwise than in a plain text: in silence, and told."""
    reading, wanted = read_sheet(path), alone(answers)
    silent: set[int] = set()
    told: set[int] = set()
    for number in FORM.by_number:
        got, true = reading.sheet[number], wanted[number]
        same = got.value == true.value and got.details.split() == true.details.split()
        placed = reading.report.of(number)
        doubted = placed is not None and placed.sureness == Sureness.UNSURE
        if not same:
            (told if doubted else silent).add(number)
    return silent, told


@pytest.mark.parametrize("short", [False, True])
def test_a_table_drawn_line_by_line_is_read_cell_by_cell(tmp_path, short):
    assert wrong(draw_table(tmp_path / "table.pdf", LONG, short=short), LONG) == (set(), set())


def test_nothing_is_wrong_in_silence_where_answers_of_a_line_tell_of_no_column(tmp_path):
    silent, _ = wrong(draw_table(tmp_path / "table.pdf", POLAND), POLAND)
    assert silent == set()


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("shift", [0.5, 1])
def test_nothing_is_wrong_in_silence_where_cells_hang(tmp_path, shift, short):
    silent, told = wrong(draw_table(tmp_path / "table.pdf", LONG, shift, short), LONG)
    assert silent == set()
    assert len(told) < 6


@pytest.mark.parametrize("answers", [POLAND, LONG], ids=["short answers", "long answers"])
def test_two_running_columns_drawn_line_by_line_are_read_one_after_the_other(tmp_path, answers):
    lines = [line for asked, said in cells(answers, short=False) for line in (*asked, *said, "")]
    assert wrong(draw_columns(tmp_path / "columns.pdf", lines), answers) == (set(), set())
