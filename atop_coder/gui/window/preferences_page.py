"""All preferences on one page; each holds as soon as it is chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from atop_coder.gui.editors.segments import SegmentRow
from atop_coder.gui.session.preferences import PREFERENCES, Preference
from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.theme import Role, Theme

Value = Callable[[Preference], str]
Put = Callable[[Preference, str], None]


class PreferenceRow(QWidget):
    """One preference: its title, what it is about, and the field or the buttons for it."""

    def __init__(self, preference: Preference, value: str, put: Put, theme: Theme) -> None:
        super().__init__()
        self.preference, self.theme, self._put = preference, theme, put
        self.title = Label(preference.title, theme, Role.STRONG, wrap=True)
        self.help = Label(preference.help, theme, Role.SMALL, "quiet", wrap=True)
        self.line: QLineEdit | None = None
        self.buttons: SegmentRow | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.help, self._field(value)):
            self.column.addWidget(widget)
        theme.follow(self._restyle)

    def _field(self, value: str) -> QWidget:
        if self.preference.choices:
            self.buttons = SegmentRow(self.theme, self._pick)
            for key, text in self.preference.choices:
                self._name(self.buttons.add_segment(key, text), text)
            self.buttons.show_chosen((value,))
            return self.buttons
        self.line = QLineEdit(value)
        self.line.textEdited.connect(lambda text: self._put(self.preference, " ".join(text.split())))
        self.title.setBuddy(self.line)
        self._name(self.line)
        return self.line

    def _name(self, field: QWidget, part: str = "") -> None:
        field.setAccessibleName(f"{self.preference.title}{': ' if part else ''}{part}")
        field.setAccessibleDescription(self.preference.help)

    def _pick(self, value: str) -> None:
        if self.buttons is not None:
            self.buttons.show_chosen((value,))
        self._put(self.preference, value)

    def _restyle(self) -> None:
        px = self.theme.px
        self.column.setSpacing(px(5))
        if self.line is not None:
            self.line.setFont(self.theme.font(Role.ANSWER))
            self.line.setTextMargins(px(6), px(4), px(6), px(4))
            self.line.setMaximumWidth(px(320))
        if self.buttons is not None:
            for segment in self.buttons.segments.values():
                segment.restyle()
            self.buttons.restyle()


class PreferencesPage(QDialog):
    """`value(preference)` is what holds now, `put(preference, value)` makes another hold."""

    def __init__(self, value: Value, put: Put, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle("Preferences")
        self.rows = {one.name: PreferenceRow(one, value(one), put, theme) for one in PREFERENCES}
        self.done_button = Chip("Done", theme, primary=True)
        self.done_button.clicked.connect(self.accept)
        self.inner = QWidget()
        self.column = QVBoxLayout(self.inner)
        self.column.addWidget(Label("Preferences", theme, Role.HEADING))
        for row in self.rows.values():
            self.column.addWidget(row)
        self.column.addStretch()
        self._lay_out()
        theme.follow(self._respace)
        free = self.screen().availableSize()
        height = self.inner.heightForWidth(theme.px(620)) + theme.px(90)
        self.resize(min(theme.px(640), free.width()), min(height, free.height() - theme.px(60)))

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.inner)
        self.foot = QHBoxLayout()
        self.foot.addStretch()
        self.foot.addWidget(self.done_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        outer.addLayout(self.foot)

    def _respace(self) -> None:
        self.theme.space(self.column, 18, (24, 18, 24, 12))
        self.theme.space(self.foot, 0, (24, 10, 24, 16))
