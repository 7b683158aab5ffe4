"""The form as data: 61 questions in five sections."""

from atop_coder.form.load import load_form
from atop_coder.form.model import CHOOSING, Choice, Form, Kind, Question, Section, Status, StatusWords

__all__ = [
    "CHOOSING",
    "Choice",
    "Form",
    "Kind",
    "Question",
    "Section",
    "Status",
    "StatusWords",
    "load_form",
]
