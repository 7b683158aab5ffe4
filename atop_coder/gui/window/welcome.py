"""What the window shows while no sheet is open."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atop_coder.gui.widgets.cards import Card, Chip, Label
from atop_coder.gui.widgets.plain import set_tip
from atop_coder.gui.widgets.theme import Role, Theme


class RecentRow(Chip):
    """A file opened before, by its name and folder."""

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_short(path).replace("&", "&&"), theme, quiet=True, role=Role.BODY, parent=parent)
        set_tip(self, str(path))


class Welcome(QWidget):
    """New, open, and the files opened last."""

    new_wanted = Signal()
    open_wanted = Signal()
    folder_wanted = Signal()
    recent_wanted = Signal(Path)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        px = theme.px
        self.card = Card(theme, self)
        self.card.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self.card)
        self.theme.space(column, 8, (36, 30, 36, 30))
        column.addWidget(Label("ATOP Coder", theme, Role.HEADING))
        intro = "Open a codesheet, start a new one, or drop files and folders here."
        column.addWidget(Label(intro, theme, Role.BODY, "quiet", wrap=True))
        column.addSpacing(px(8))
        column.addLayout(self._buttons())
        self.recent_head = Label("Opened last", theme, Role.LABEL, "quiet")
        column.addSpacing(px(10))
        column.addWidget(self.recent_head)
        self.recent = QVBoxLayout()
        self.recent.setSpacing(px(2))
        column.addLayout(self.recent)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()  # and not an alignment: that gives a wrapped text the height of one line
        middle.addStretch()
        middle.addWidget(self.card)
        middle.addStretch()
        outer.addLayout(middle)
        outer.addStretch(3)
        theme.follow(self._respace)

    def _respace(self) -> None:
        self.card.setMinimumWidth(self.theme.px(480))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        entries = (
            ("Open…", self.open_wanted, True),
            ("Open folder…", self.folder_wanted, False),
            ("New sheet…", self.new_wanted, False),
        )
        for text, signal, primary in entries:
            chip = Chip(text, self.theme, primary=primary)
            chip.clicked.connect(signal)
            row.addWidget(chip)
        row.addStretch()
        return row

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Lists these files."""
        for button in self.card.findChildren(QPushButton):
            if isinstance(button, RecentRow):
                button.hide()
                button.deleteLater()
        self.recent_head.setVisible(bool(paths))
        for path in paths:
            row = RecentRow(path, self.theme)
            row.clicked.connect(lambda _on=False, path=path: self.recent_wanted.emit(path))
            self.recent.addWidget(row)


def _short(path: Path) -> str:
    folder = path.parent.name
    return f"{path.name}   in {folder}" if folder else path.name
