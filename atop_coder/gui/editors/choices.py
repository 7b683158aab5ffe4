"""Any of several choices, or none of them."""

from collections.abc import Mapping

from atop_coder.form import Question
from atop_coder.gui.editors.base import Editor
from atop_coder.sheet import Answer

NONE = "no"  # the key of the button for an empty list


def takes_none(question: Question) -> bool:
    """Whether "No" answers the question: one that asks whether any apply, not which kind it is."""
    return question.prompt.startswith(("Are ", "Is ", "Does ", "Do "))


class ChoicesEditor(Editor):
    """For choices: each button can be chosen beside the others; "No" is the empty list and excludes them."""

    several = True

    def choices(self) -> Mapping[str, str]:
        none = {NONE: "No"} if takes_none(self.question) else {}
        return {**self.question.labels, **none}

    def chosen(self, answer: Answer) -> tuple[str, ...]:
        if answer.value == ():
            return (NONE,)
        return tuple(map(str, answer.value)) if isinstance(answer.value, tuple) else ()

    def pick(self, key: str) -> None:
        value = self.answer().value
        if key == NONE:
            self.change_value(None if value == () else ())
            return
        words = tuple(map(str, value)) if isinstance(value, tuple) else ()
        words = tuple(word for word in words if word != key) if key in words else (*words, key)
        self.change_value(words or None)

    def show_value(self, answer: Answer, _unread: tuple[str, ...]) -> None:
        """An empty list that the question does not offer is shown all the same."""
        if answer.value == () and NONE not in self.bar.segments:
            self.name(self.bar.add_segment(NONE, "No"), "No")
