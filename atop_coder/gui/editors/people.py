"""Names of people: one chip each, and a line that knows the names used before."""

import re
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from atop_coder.gui.editors.base import Editor, Slot
from atop_coder.gui.widgets.buttons import PaintedButton
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.suggest import SuggestField
from atop_coder.gui.widgets.suggestion_list import Suggestion
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.sheet import Answer, AnyValue, clean_line

REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class NameChip(PaintedButton):
    """A name; pressed, it goes back into the line to be changed, and Delete or its cross takes it out."""

    padding = 18

    def __init__(self, name: str, theme: Theme, on_remove: Callable[[], None]) -> None:
        super().__init__(name, theme)
        self._on_remove = on_remove
        self.setToolTip("Enter or click: change · Delete or ×: remove")

    def cross(self) -> QRect:
        """Where the cross is."""
        side = self.theme.px(22)
        return QRect(self.width() - side, 0, side, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in REMOVING:
            self._on_remove()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() and self.cross().contains(event.position().toPoint()):
            self.setDown(False)
            self._on_remove()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_body(painter, "hover", "border")
        self.paint_text(painter, Role.BODY, "ink", -self.theme.px(6))
        middle, arm = QRectF(self.cross()).center(), self.theme.px(35) / 10
        painter.setPen(QPen(self.theme.color("quiet"), self.theme.px(14) / 10))
        painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))


class PeopleEditor(Editor):
    """For people. Names are typed one by one, or several parted by semicolons."""

    bar_place = Slot.FOOT

    def takes_description(self) -> bool:
        return False

    def build(self) -> None:
        self.names: list[str] = []
        self._place: int | None = None
        self.row = FlowRow(self.theme)
        self.field = SuggestField(
            self.theme, self.suggestions, lambda name: self.enter(str(name)), self.enter, self.enter, 240
        )
        self.field.setPlaceholderText("Add a name")
        self.field.editingFinished.connect(self._leave)
        self.name(self.field, "add a name")
        self.row.add(self.field)
        self.put(self.row, Slot.VALUE)

    def show_value(self, answer: Answer, _unread: tuple[str, ...]) -> None:
        self._show_names(tuple(map(str, answer.value)) if isinstance(answer.value, tuple) else ())

    def read_value(self) -> tuple[AnyValue | None, tuple[str, ...]]:
        return tuple(self.names) or None, ()

    def take_typed(self) -> None:
        super().take_typed()
        self.field.finish()

    def focus_first(self) -> None:
        self.field.setFocus()

    def suggestions(self, text: str) -> list[Suggestion]:
        """Names used before that hold the words, those that begin with them first; none already here."""
        wanted = clean_line(text).casefold()
        known = [name for name in self.context.people if wanted in name.casefold() and name not in self.names]
        known.sort(key=lambda name: (not name.casefold().startswith(wanted), name.casefold()))
        return [Suggestion(name, name) for name in known[:12]]

    def enter(self, text: str) -> None:
        """A person adds names, or changes the one that was taken into the line."""
        place = len(self.names) if self._place is None else self._place
        before, after = self.names[:place], self.names[place + 1 :]
        typed = dict.fromkeys(filter(None, map(clean_line, re.split(r"[;\n]", text))))
        self._place = None
        self.field.clear()
        self._set_names((*before, *(name for name in typed if name not in {*before, *after}), *after))

    def remove(self, place: int) -> None:
        """A person takes a name out; the focus goes to the next, or to the line."""
        self._set_names(name for number, name in enumerate(self.names) if number != place)
        self.row.items[min(place, len(self.names))].setFocus()

    def change_name(self, place: int, _checked: bool = False) -> None:
        """Takes a name into the line; the answer keeps it until Enter, or until the line is left."""
        self.field.setFocus()
        self._place = place
        self.row.items[place].hide()
        self.row.rearrange()
        self.field.setText(self.names[place])
        self.field.selectAll()

    def _leave(self) -> None:
        """A line that was emptied gives the name back."""
        if self._place is not None and not self.field.text().strip():
            self.row.items[self._place].show()
            self._place = None
            self.row.rearrange()

    def _set_names(self, names: Iterable[str]) -> None:
        self._show_names(tuple(names))
        self.value_typed()
        self.commit()

    def _show_names(self, names: tuple[str, ...]) -> None:
        if list(names) == self.names and not any(chip.isHidden() for chip in self.row.items):
            return
        self.names = list(names)
        self.row.clear(keep=1)
        for place, name in enumerate(names):
            chip = NameChip(name, self.theme, partial(self.remove, place))
            chip.clicked.connect(partial(self.change_name, place))
            self.name(chip, name)
            self.row.insert(place, chip)
            chip.show()
        self.row.rearrange()
