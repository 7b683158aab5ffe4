"""How a person moves from question to question, and from page to page."""

from PySide6.QtCore import QObject

from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.session.question_status import WEIGHTY
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.go_bar import GoBar


class NavigationController(QObject):
    """The Go menu."""

    def __init__(self, workspace: Workspace, page: FormPage, bar: GoBar, notices: Notices) -> None:
        super().__init__(workspace)
        self.workspace, self.page, self.bar, self.notices = workspace, page, bar, notices
        bar.chosen.connect(self._go_chosen)
        bar.closed.connect(self._close_bar)

    # by number

    def go_to(self) -> None:
        """Asks for the number of a question."""
        self.bar.open()

    def _go_chosen(self, number: int) -> None:
        self.bar.hide()
        self.page.go_to(number)

    def _close_bar(self) -> None:
        self.bar.hide()
        self.page.focus_current()

    # step by step

    def next_question(self) -> None:
        self._step(1)

    def previous_question(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        document = self.workspace.document
        if document is not None and document.current + step in document.form.by_number:
            self.page.go_to(document.current + step)

    def next_unanswered(self) -> None:
        document = self.workspace.document
        if document is not None:
            document.flush_pending()
            self._go(_after(document.session.blanks(), document.current), "Every question is answered.")

    def next_problem(self) -> None:
        self._go_problem(1)

    def previous_problem(self) -> None:
        self._go_problem(-1)

    def _go_problem(self, step: int) -> None:
        document = self.workspace.document
        if document is None:
            return
        document.flush_pending()
        document.check()
        numbers = tuple(
            number
            for number in document.form.by_number
            if not document.session.severities_of(number).isdisjoint(WEIGHTY)
        )
        self._go(_after(numbers, document.current, step), "There is no error and no warning.")

    def _go(self, number: int | None, nothing: str) -> None:
        if number is not None:
            self.page.go_to(number)
        else:
            self.notices.say(State.ANSWERED, nothing, passing=True)

    # from page to page

    def next_page(self) -> None:
        self.workspace.step(1)

    def previous_page(self) -> None:
        self.workspace.step(-1)


def _after(numbers: tuple[int, ...], current: int, step: int = 1) -> int | None:
    """The first of the numbers past the current one, round and round; None if there is none."""
    if not numbers:
        return None
    if step > 0:
        return next((number for number in numbers if number > current), numbers[0])
    return next((number for number in reversed(numbers) if number < current), numbers[-1])
