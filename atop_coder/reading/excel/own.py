"""The workbook of one sheet that this program writes, read back: also edited, sorted, and saved elsewhere.

A question's rows have its number; the cells of one column, put end to end, are the whole text. The columns
are known by their names, wherever they stand.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from atop_coder.form import Form, Question, load_form
from atop_coder.reading.cells import NUMBER
from atop_coder.reading.excel.cells import Tab
from atop_coder.reading.normalized import CHANGED, add_certain
from atop_coder.reading.report import Line, Piece, Placed, Reading, ReadingReport, Sureness
from atop_coder.reading.text import around_of
from atop_coder.reading.values import Around, parse_answer
from atop_coder.sheet import BLANK, Answer, Sheet, join_paragraphs
from atop_coder.sheet.answer_lines import Paragraph, ReadAnswer, read_answer
from atop_coder.sheet.text import paragraphs

COLUMNS = ("No.", "Question", "Answer", "Wars, states, alliances", "Description")
_NUMBER, _QUESTION, _ANSWER, _EXTRAS, _DETAILS = COLUMNS
CONTINUED = "(continued)"
MIXED = "the rows of this answer are out of order, so its parts may be too"
_LAST_TOP = 30  # rows among which the column names are looked for


@dataclass
class _Rows:
    """The rows of one question: their numbers, and their cells by the name of the column."""

    numbers: list[int] = field(default_factory=list)
    cells: list[Mapping[str, str]] = field(default_factory=list)

    @property
    def mixed(self) -> bool:
        """Whether other rows stand between several rows of a text: their order may have been changed too."""
        return len(self.numbers) > 2 and self.numbers[-1] - self.numbers[0] >= len(self.numbers)

    def whole(self, column: str) -> str:
        """The text of a column, its pieces end to end; on lines of their own where the order is in doubt."""
        return ("\n" if self.mixed else "").join(row.get(column, "") for row in self.cells)


@dataclass(frozen=True)
class _Read:
    """An answer with how sure it is."""

    answer: Answer
    sureness: Sureness = Sureness.SURE
    why: str = ""


def find_columns(tab: Tab) -> tuple[int, dict[int, str]] | None:
    """The row with the column names, and column -> name; None if the tab is not of this program's making."""
    for number, row in tab.in_order():
        names = {column: text.strip() for column, text in row.items() if text.strip() in COLUMNS}
        if number <= _LAST_TOP and {_NUMBER, _ANSWER, _DETAILS} <= set(names.values()):
            return number, names
    return None


def read_own(tab: Tab, file: str, kind: str = "xlsx") -> Reading | None:
    """The sheet in a tab that this program wrote; None if it is none."""
    form = load_form()
    columns = find_columns(tab)
    if columns is None:
        return None
    questions, unplaced = _by_question(tab, *columns, form)
    if not questions:
        return None
    answers, placed = _answers(questions, form)
    missing = [str(number) for number in form.by_number if number not in questions]
    notes = (f"not found in the sheet: question{'s' if len(missing) > 1 else ''} {', '.join(missing)}",)
    report = ReadingReport(
        file,
        kind,
        lines=_lines(tab),
        placed=placed,
        unplaced=unplaced,
        notes=notes if missing else (),
        exported=True,
    )
    return Reading(Sheet.of(answers, form), report)


def _lines(tab: Tab) -> tuple[Line, ...]:
    """The rows as lines, each of their cells' lines in one."""
    return tuple(
        Line(number, " | ".join(" ".join(row[at].split()) for at in sorted(row)), ends=True)
        for number, row in tab.in_order()
    )


def _by_question(
    tab: Tab, top: int, names: Mapping[int, str], form: Form
) -> tuple[dict[int, _Rows], tuple[Piece, ...]]:
    """The rows of each question in the order they are put together; text of other rows is unplaced."""
    headings = {section.heading for section in form.sections}
    found: dict[int, _Rows] = defaultdict(_Rows)
    unplaced: list[Piece] = []
    for number, row in tab.in_order():
        cells = {name: row.get(column, "") for column, name in names.items()}
        question = _question_of(cells[_NUMBER], form)
        if number > top and question:
            found[question].numbers.append(number)
            found[question].cells.append(cells)
        elif (
            number > top
            and (text := " | ".join(text.strip() for _, text in sorted(row.items()))) not in headings
        ):
            unplaced.append(Piece(number, text, "its row has no question's number"))
    for rows in found.values():
        rows.cells.sort(key=lambda cells: cells.get(_QUESTION, "").rstrip().endswith(CONTINUED))
    return dict(sorted(found.items())), tuple(piece for piece in unplaced if piece.text)


def _question_of(text: str, form: Form) -> int:
    match = NUMBER.fullmatch(text)
    return int(match[1]) if match and int(match[1]) in form.by_number else 0


def _answers(questions: Mapping[int, _Rows], form: Form) -> tuple[dict[int, Answer], tuple[Placed, ...]]:
    answers: dict[int, Answer] = {}
    placed: list[Placed] = []
    around = Around()
    for number, rows in questions.items():
        read = _read(form.question(number), rows, around, form)
        answers[number] = read.answer
        text = "\n".join(filter(None, (rows.whole(name) for name in (_ANSWER, _EXTRAS, _DETAILS))))
        first, last = min(rows.numbers), max(rows.numbers)
        placed.append(Placed(number, first, last, text, read.sureness, read.why))
        if number == 3:
            around = around_of(Sheet.of({3: read.answer}, form))
    return answers, tuple(placed)


def _read(question: Question, rows: _Rows, around: Around, form: Form) -> _Read:
    """The answer exactly as it was written, or forgivingly where a person has changed a cell."""
    head = paragraphs(rows.whole(_ANSWER))
    extras = tuple((line,) for line in paragraphs(rows.whole(_EXTRAS)))
    details = paragraphs(rows.whole(_DETAILS))
    read = _read_exactly(question, head, extras, form)
    certain = _with_details(read.answer, details)
    if not read.loose:
        return _Read(certain, Sureness.UNSURE, MIXED) if rows.mixed else _Read(certain)
    parsed = parse_answer(question, read.loose, around)
    answer = add_certain(parsed.answer, certain)
    sureness = Sureness.UNSURE if rows.mixed or parsed.sureness == Sureness.UNSURE else Sureness.LIKELY
    return _Read(answer, sureness, MIXED if rows.mixed else parsed.why or CHANGED)


def _read_exactly(question: Question, head: Paragraph, extras: Sequence[Paragraph], form: Form) -> ReadAnswer:
    """What the columns beside the description say; choices stand in the list without their full stop."""
    with_stop = (*head[:-1], f"{head[-1]}.") if head else head
    reads = [
        read_answer(question, (*((lines,) if lines else ()), *extras), form) for lines in (head, with_stop)
    ]
    exact = (read for read in reads if not read.loose and not read.answer.details)
    first = reads[0]
    if first.loose:
        return next(exact, first)
    return next(exact, ReadAnswer(first.answer.replace(details=""), first.answer.paragraphs))


def _with_details(answer: Answer, details: Sequence[str]) -> Answer:
    if not details:
        return answer
    base = answer if not answer.is_blank else BLANK.replace(status="answered")
    return base.replace(details=join_paragraphs((*base.paragraphs, *details)))
