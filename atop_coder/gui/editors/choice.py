"""One of several choices, Yes and No among them, as a row of buttons."""

from collections.abc import Mapping

from atop_coder.gui.editors.base import Editor
from atop_coder.sheet import Answer


class ChoiceEditor(Editor):
    """For yes_no and choice: the form's labels; the chosen one, pressed again, is taken back."""

    def choices(self) -> Mapping[str, str]:
        return self.question.labels

    def chosen(self, answer: Answer) -> tuple[str, ...]:
        return (answer.value,) if isinstance(answer.value, str) else ()

    def pick(self, key: str) -> None:
        self.change_value(None if self.answer().value == key else key)
