"""All keys on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from atop_coder.gui.actions import key_page
from atop_coder.gui.cards import Card, Label
from atop_coder.gui.theme import Role, Theme

COLUMNS = (("File", "Edit", "Help"), ("Go",), ("Sheet", "View"))
FIELD_KEYS = (
    ("Tab", "Go to the next field"),
    ("Arrow keys", "Move between the buttons of an answer"),
    ("Space", "Choose the button that has the focus"),
    ("Esc", "Close a list, the find bar or this page"),
)


class KeysPage(QDialog):
    """The keys of the action table, by menu, and those of the fields."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle("Keys")
        page = dict(key_page())
        page["Go"] = [*page["Go"]]
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(14))
        for names in COLUMNS:
            columns.addLayout(self._column([(name, page[name]) for name in names if name in page]))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(*(theme.px(side) for side in (24, 18, 24, 22)))
        column.addWidget(Label("Keys", theme, Role.HEADING))
        column.addLayout(columns)
        column.addStretch()
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.resize(
            inner.sizeHint().width() + theme.px(20), min(inner.sizeHint().height() + 10, theme.px(760))
        )

    def _column(self, parts: list[tuple[str, list[tuple[str, str]]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(12))
        if parts and parts[0][0] == "Go":
            parts = [*parts, ("In the fields", list(FIELD_KEYS))]
        for name, pairs in parts:
            column.addWidget(self._card(name, pairs))
        column.addStretch()
        return column

    def _card(self, name: str, pairs: list[tuple[str, str]]) -> Card:
        px = self.theme.px
        card = Card(self.theme)
        grid = QGridLayout(card)
        grid.setContentsMargins(px(16), px(12), px(16), px(14))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.addWidget(Label(name, self.theme, Role.STRONG), 0, 0, 1, 2)
        for row, (keys, what) in enumerate(pairs, start=1):
            grid.addWidget(Label(keys, self.theme, Role.LABEL, "accent"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(what, self.theme, Role.SMALL), row, 1)
        grid.setColumnStretch(1, 1)
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.close()
        else:
            super().keyPressEvent(event)
