"""What a screen reader is told of each field: one builder, from the question as the form has it."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtWidgets import QWidget

from atop_coder.form import Question


def field_name(question: Question, part: str = "") -> str:
    """Number and short title, with the part of the answer that the field is for: `11 Renunciation: Yes`."""
    whole = f"{question.number} {question.short}"
    return f"{whole}: {part}" if part else whole


@lru_cache(maxsize=256)
def field_description(question: Question) -> str:
    """The prompt and the help, on one line."""
    return " ".join(f"{question.prompt} {question.help}".split())


def name_field(widget: QWidget, question: Question, part: str = "") -> None:
    """Gives the field its accessible name and description."""
    widget.setAccessibleName(field_name(question, part))
    widget.setAccessibleDescription(field_description(question))


def describe_with_problems(widget: QWidget, question: Question, messages: Iterable[str]) -> None:
    """Puts the messages before the field's description, so that they are heard first."""
    widget.setAccessibleDescription(" ".join((*messages, field_description(question))))
