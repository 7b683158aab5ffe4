"""The editors: one for each kind of question, all with the same face to the page."""

from PySide6.QtWidgets import QWidget

from atop_coder.form import Kind, Question
from atop_coder.gui.editors.base import Editor
from atop_coder.gui.editors.choice import ChoiceEditor
from atop_coder.gui.editors.choices import ChoicesEditor
from atop_coder.gui.editors.date import DateEditor
from atop_coder.gui.editors.dates import DatesEditor
from atop_coder.gui.editors.integer import IntegerEditor
from atop_coder.gui.editors.members import MembersEditor
from atop_coder.gui.editors.people import PeopleEditor
from atop_coder.gui.editors.termination import TerminationEditor
from atop_coder.gui.editors.text import TextEditor
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.theme import Theme

EDITORS: dict[Kind, type[Editor]] = {
    Kind.INTEGER: IntegerEditor,
    Kind.DATES: DatesEditor,
    Kind.MEMBERS: MembersEditor,
    Kind.YES_NO: ChoiceEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.TERMINATION: TerminationEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.TEXT: TextEditor,
    Kind.DATE: DateEditor,
    Kind.PEOPLE: PeopleEditor,
}


def make_editor(question: Question, theme: Theme, parent: QWidget | None = None) -> Editor:
    """The editor for that question, blank."""
    return EDITORS[question.kind](question, theme, parent)


__all__ = ["EDITORS", "Editor", "EditorContext", "make_editor"]
