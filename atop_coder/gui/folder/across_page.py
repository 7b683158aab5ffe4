"""What the sheets of a folder say against one another, and against the published list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.checks import Severity
from atop_coder.checks.words import counted
from atop_coder.folder.across import Found, check_across
from atop_coder.folder.entry import Entry
from atop_coder.folder.short_names import short_names
from atop_coder.gui.folder.columns import by_id
from atop_coder.gui.folder.results_list import Item, ResultsList
from atop_coder.gui.form.problem_bar import STATES
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.theme import Role, Theme

NOTHING = "The sheets do not contradict one another, nor the published list."
ORDER = {severity: place for place, severity in enumerate(Severity)}


class AcrossPage(QWidget):
    """`wanted(item)` says that the person wants to see a place."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.found: tuple[Found, ...] = ()
        self.count = Label("", theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.list = ResultsList(theme, "Problems across the sheets", self)
        self.list.wanted.connect(self.wanted)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(self.count)
        self.column.addWidget(self.list, 1)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Checks these sheets against one another and lists what is found, the gravest first."""
        read = [entry for entry in entries if not entry.summary.message]
        summaries = {entry.path: entry.summary for entry in read}
        files = short_names(summaries)
        found = check_across((entry.path, entry.facts) for entry in read)
        self.found = tuple(
            sorted(found, key=lambda one: (ORDER[one.problem.severity], by_id(summaries[one.path])))
        )
        items = [_item(one, summaries[one.path].name, files[one.path]) for one in self.found]
        self.list.put(items, stay=True)
        told = f"{counted(len(self.found), 'place')} to look at, in {counted(len(read), 'sheet')}."
        self.count.setText(told if self.found else NOTHING)


def _item(found: Found, name: str, file: str) -> Item:
    problem = found.problem
    return Item(name, file, problem.message, found.path, problem.question, state=STATES[problem.severity])
