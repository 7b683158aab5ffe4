"""The answers in one row of a table with an alliance in each: cells are read as answers in a sheet are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from atop_coder.form import Question, load_form
from atop_coder.reading.found import Found
from atop_coder.reading.marked import Marked, Prompt, habit_of, parted_pieces
from atop_coder.reading.placeholders import PENDING, is_pending, without_placeholders
from atop_coder.reading.report import Piece, Placed, Sureness
from atop_coder.reading.rows import Row
from atop_coder.reading.values import Around, Parsed, parse_answer
from atop_coder.sheet import Answer, PartialDate, Sheet

_SIGNED = 3


@dataclass(frozen=True)
class Answers:
    """The answers by question, where they stood, and pieces that are in none: a form's, and people's."""

    answers: Mapping[int, Answer]
    placed: tuple[Placed, ...]
    printed: tuple[Piece, ...]
    unplaced: tuple[Piece, ...]


def read_answers(line: int, rows: Mapping[int, Sequence[Row]]) -> Answers:
    """The answers of a row of that number: of each question the lines of its cells."""
    form = load_form()
    parted = {number: without_placeholders(rows[number]) for number in sorted(rows)}
    habit = cache(partial(habit_of, [(form.question(number), kept) for number, (kept, _) in parted.items()]))
    answers: dict[int, Answer] = {}
    placed: list[Placed] = []
    aside = [piece for _, blanks in parted.values() for piece in blanks]
    left: list[Piece] = []
    around = Around()
    for number, (kept, _) in parted.items():
        question = form.question(number)
        read = partial(_parse, question, around)
        parsed, pieces = Marked(question, _prompt(question), kept, read, _texts, habit).read()
        answers[number] = parsed.answer
        text = "\n".join(row.text for row in rows[number])
        placed.append(Placed(number, line, line, text, *_sureness(parsed, text)))
        left += pieces
        if number == _SIGNED:
            around = _around(parsed.answer)
    printed, unplaced = parted_pieces(left)
    return Answers(answers, tuple(placed), (*aside, *printed), tuple(unplaced))


def _texts(rows: Sequence[Row]) -> list[str]:
    return [row.text for row in rows if not row.blank]


def _parse(question: Question, around: Around, rows: Sequence[Row]) -> Parsed:
    return parse_answer(question, _texts(rows), around)


def _prompt(question: Question) -> Prompt:
    """The question in the form's own words, in which nothing is marked."""
    row = Row(0, question.prompt)
    return Prompt((row,), Found(question.number, 0, 0, len(row.text), 1.0))


def _sureness(parsed: Parsed, text: str) -> tuple[Sureness, str]:
    return (Sureness.UNSURE, PENDING) if is_pending(text) else (parsed.sureness, parsed.why)


def _around(answer: Answer) -> Around:
    dates = Sheet.of({_SIGNED: answer}, load_form()).signature_dates
    return Around(min((one.date for one in dates), key=PartialDate.first, default=None))
