"""All keys on one page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from atop_coder.gui.widgets.cards import Card, Label, SymbolMark
from atop_coder.gui.widgets.symbols import WORDS
from atop_coder.gui.widgets.theme import Role, Theme

KeysOfMenus = Sequence[tuple[str, Sequence[tuple[str, str]]]]
Layout = tuple[tuple[str, ...], ...]
FIELDS = "In the fields"
# The first that fits on the screen is taken.
LAYOUTS: tuple[Layout, ...] = (
    (("File", "Edit", "Help"), ("Go", FIELDS), ("Sheet", "View")),
    (("File", "Edit", "Help", FIELDS), ("Go", "Sheet", "View")),
    (("File", "Edit", "Go", "Sheet", "View", "Help", FIELDS),),
)
FIELD_KEYS = (
    ("Tab", "Go to the next field"),
    ("Arrow keys", "Move between the buttons of an answer"),
    ("Space", "Choose the button that has the focus"),
    ("Esc", "Close a list, the find bar or this page"),
)


class KeysPage(QDialog):
    """The keys of the action table, by menu, and those of the fields."""

    def __init__(self, keys: KeysOfMenus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle("Keys")
        cards = {name: self._card(name, pairs) for name, pairs in (*keys, (FIELDS, FIELD_KEYS))}
        free = self.screen().availableSize()
        side, between, bar = theme.px(24), theme.px(14), theme.px(20)

        def width(layout: Layout) -> int:
            widths = (max(cards[name].sizeHint().width() for name in names) for names in layout)
            return sum(widths) + between * (len(layout) - 1) + 2 * side + bar

        layout = next((one for one in LAYOUTS if width(one) <= free.width()), LAYOUTS[-1])
        columns = QHBoxLayout()
        columns.setSpacing(between)
        for names in layout:
            columns.addLayout(self._column([cards[name] for name in names]))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(side, theme.px(18), side, theme.px(22))
        column.addWidget(Label("Keys", theme, Role.HEADING))
        column.addLayout(self._symbols())
        column.addLayout(columns)
        column.addStretch()
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inner)
        self.area.setFocus()  # so that the arrow keys scroll it
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.resize(
            min(width(layout), free.width()),
            min(inner.sizeHint().height() + 10, free.height() - theme.px(60)),
        )

    def _column(self, cards: list[Card]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(12))
        for card in cards:
            column.addWidget(card)
        column.addStretch()
        return column

    def _card(self, name: str, pairs: Sequence[tuple[str, str]]) -> Card:
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

    def _symbols(self) -> QHBoxLayout:
        """What each symbol of the outline and the panels tells."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(6))
        for state, words in WORDS.items():
            row.addWidget(SymbolMark(state, self.theme, "page"))
            row.addWidget(Label(words, self.theme, Role.SMALL))
            row.addSpacing(self.theme.px(8))
        row.addStretch()
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.close()
        else:
            super().keyPressEvent(event)
