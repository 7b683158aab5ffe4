"""Cells beside a question that together print its choices: a list to mark, no answers of several hands."""

from collections.abc import Sequence

from atop_coder.form import CHOOSING, Question, load_form
from atop_coder.reading.column_order import questions_of
from atop_coder.reading.menus.tokens import choices_of, kit_of

_OTHER = 1  # choices that a list may leave out


def print_choices(asking: str, cells: Sequence[str]) -> bool:
    """Whether cells beside that question hold its choices, each once and hardly one left out."""
    filled = [cell for cell in cells if cell.strip()]
    asked = [load_form().question(number) for number in questions_of(asking)] if len(filled) > 1 else []
    return any(_print_all(question, filled) for question in asked if question.kind in CHOOSING)


def _print_all(question: Question, cells: Sequence[str]) -> bool:
    kit = kit_of(question)
    runs = [(cell, kit.run(cell)) for cell in cells]
    if any(not run or run[-1].end < len(cell.rstrip()) for cell, run in runs):
        return False
    values = [token.value for _, run in runs for token in choices_of(run)]
    listed = set(values) & set(question.labels)
    return len(values) == len(set(values)) and len(listed) >= max(2, len(question.labels) - _OTHER)
