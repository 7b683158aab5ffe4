"""The members of an alliance as rows of a table."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from atop_coder.checks.problem import Severity
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.plain import plain_tip
from atop_coder.gui.widgets.symbols import WORDS, State
from atop_coder.sheet import Member, clean_line

CODE, NAME, YEARS, SYMBOL, NOTE = range(5)
HEADINGS = ("code", "name in the sheet", "in the system", "on the signature date", "note")
STATE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class MembersModel(QAbstractTableModel):
    """Members, and what the list of states says of them; `on_edit()` after a person's change of a cell."""

    def __init__(self, on_edit: Callable[[], None]) -> None:
        super().__init__()
        self.members: list[Member] = []
        self.context = EditorContext()
        self.marks: Mapping[int, Severity] = {}
        self.brief = False  # years without the words before them, for a narrow table
        self._on_edit = on_edit

    def show_members(self, members: Iterable[Member]) -> None:
        self.beginResetModel()
        self.members = list(members)
        self.endResetModel()

    def set_context(self, context: EditorContext) -> None:
        self.context = context
        self._all_changed()

    def set_marks(self, marks: Mapping[int, Severity]) -> None:
        """Takes the worst problem of each code."""
        self.marks = marks
        self._all_changed()

    def _all_changed(self) -> None:
        if self.members:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.members) - 1, NOTE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return HEADINGS[section] if orientation == Qt.Orientation.Horizontal else section + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (NAME, NOTE) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        member = self.members[index.row()]
        if role == STATE:
            return self.state_of(member)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(member, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = (
                self._text(member, index.column()) if index.column() != SYMBOL else self._symbol_words(member)
            )
            return f"{HEADINGS[index.column()]}: {text or 'none'}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SYMBOL:
            return plain_tip(self._symbol_words(member))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A person's change of a name or a note."""
        text = clean_line(str(value))
        member = self.members[index.row()]
        changed = member.model_copy(update={"name" if index.column() == NAME else "note": text})
        if role != Qt.ItemDataRole.EditRole or changed == member or index.column() not in (NAME, NOTE):
            return False
        self.members[index.row()] = changed
        self.dataChanged.emit(index, index)
        self._on_edit()
        return True

    def _text(self, member: Member, column: int) -> str:
        if column == CODE:
            return str(member.ccode)
        if column == YEARS:
            state = self.context.states.get(member.ccode)
            words = "" if self.brief else "in the system "
            return f"{words}{state.years()}" if state else "no COW state code"
        return {NAME: member.name, NOTE: member.note}.get(column, "")

    def state_of(self, member: Member) -> State:
        """The symbol: right, wrong, to be looked at, or not known for want of a signature date."""
        if member.ccode in self.marks:
            return State(self.marks[member.ccode])
        state = self.context.states.get(member.ccode)
        if state is None:
            return State.ERROR
        inside = self.context.in_system(state)
        return State.BLANK if inside is None else State.ANSWERED if inside else State.WARNING

    def _symbol_words(self, member: Member) -> str:
        if member.ccode in self.marks:
            return f"{WORDS[State(self.marks[member.ccode])]}: see the message below"
        return {
            State.ANSWERED: "in the system on the signature date",
            State.WARNING: "not in the system on the signature date",
            State.ERROR: "no COW state code",
        }.get(self.state_of(member), "no signature date yet")
