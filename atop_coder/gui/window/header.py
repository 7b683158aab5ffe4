"""The bar at the top of the window."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.cards import Chip, Label, OneLine
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.plain import set_tip
from atop_coder.gui.widgets.theme import Role, Theme


class HeaderBar(Ground):
    """Which sheet this is, and what is done with it most."""

    save_wanted = Signal()
    export_wanted = Signal()
    complete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "card", "bottom", parent)
        self.title = Label("", theme, Role.TITLE, parent=self)
        self.file = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.summary = OneLine("", theme, Role.BODY, "quiet", parent=self)
        self.save = Chip("Save", theme, parent=self)
        self.save.setToolTip("Save as a normalized sheet (Ctrl+S)")
        self.export = Chip("Export to Excel", theme, parent=self)
        self.complete = Chip("Mark complete", theme, primary=True, parent=self)
        self.save.clicked.connect(self.save_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.complete.clicked.connect(self.complete_wanted)
        self._is_open = False
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.title)
        self.row.addWidget(self.file)
        self.row.addWidget(self.summary, 1)
        self.row.addWidget(self.save)
        self.row.addWidget(self.export)
        self.row.addWidget(self.complete)
        theme.follow(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.row, 14, (18, 9, 16, 10))
        self.setFixedHeight(self.complete.sizeHint().height() + px(20))

    def show_document(self, document: Document | None, file: str = "") -> None:
        """Shows that sheet; `file` tells which file it is, where its name does not."""
        self.file.setText(file)
        for label in (self.title, self.file):
            set_tip(label, str(document.path or "") if document else "")
        self.title.setText(document.name if document else "ATOP Coder")
        self.summary.setText(document.session.summary if document else "")
        done = document is not None and document.session.complete
        self.complete.setText("Complete ✓" if done else "Mark complete")
        self.complete.updateGeometry()
        for chip in (self.save, self.complete):
            chip.setVisible(document is not None)
        self.save.setEnabled(document is not None and (document.dirty or not document.session.normalized))
        self._is_open = document is not None
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, what the menu and the tab tell too is left out."""
        extra = ((self.file, bool(self.file.text())), (self.export, self._is_open))
        for part, wanted in extra:
            part.setVisible(wanted)
        for part, _ in extra:
            if self.row.totalMinimumSize().width() > self.width():
                part.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What cannot be left out."""
        hint = super().minimumSizeHint()
        shown = (part for part in (self.file, self.export) if not part.isHidden())
        left_out = sum(part.minimumSizeHint().width() + self.row.spacing() for part in shown)
        return QSize(hint.width() - left_out, hint.height())
