"""The pictures of a folder, in the colours of the window, and the saving of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from atop_coder.errors import AtopError
from atop_coder.folder.entry import Entry
from atop_coder.folder.pictures import PICTURES, SIZE, Look, Picture, draw_pixels, make_figure, save_picture
from atop_coder.gui.folder import targets
from atop_coder.gui.widgets.cards import Card, Chip, Label
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.theme import Role, Theme

LOWEST = 200  # pixels at 100 %: the height of a picture
KINDS = {".png": "PNG picture", ".svg": "SVG drawing", ".pdf": "PDF"}


class PictureArea(QLabel):
    """A picture as large as the room lets it be, drawn for the screen's own pixels."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class PicturesPage(QWidget):
    """One picture at a time; drawn when it is looked at, and anew when sheets or colours have changed."""

    said = Signal(str, bool)

    def __init__(
        self, entries: Callable[[], Sequence[Entry]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._entries = theme, entries
        self.picture: Picture = PICTURES[0]
        self.folder = Path.home()
        self.chips = {picture.key: self._chip(picture) for picture in PICTURES}
        self.save_chip = Chip("Save picture…", theme, role=Role.LABEL, parent=self)
        self.save_chip.setToolTip("Save this picture as PNG, SVG or PDF")
        self.save_chip.clicked.connect(self.save)
        self.trouble = Label("", theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card = Card(theme, self)
        self.area = PictureArea(self.card)
        self.area.resized.connect(self._draw_if_seen)
        self._lay_out()
        theme.follow(self._restyle, at_once=False)

    def _chip(self, picture: Picture) -> Chip:
        chip = Chip(picture.title, self.theme, checkable=True, role=Role.LABEL, parent=self)
        chip.clicked.connect(lambda: self.choose(picture))
        return chip

    def _lay_out(self) -> None:
        self.flow = FlowRow(self.theme, self, gap=8)
        for chip in (*self.chips.values(), self.save_chip):
            self.flow.add(chip)
        inner = QVBoxLayout(self.card)
        inner.addWidget(self.area, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.flow, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.card, 1)
        self.trouble.hide()
        self._respace()

    def _respace(self) -> None:
        self.column.setSpacing(self.theme.px(10))
        self.area.setMinimumHeight(self.theme.px(LOWEST))
        inner = self.card.layout()
        if inner is not None:
            inner.setContentsMargins(*(self.theme.px(14),) * 4)

    def _restyle(self) -> None:
        self._respace()
        self._draw_if_seen()

    def choose(self, picture: Picture) -> None:
        """Shows that picture."""
        self.picture = picture
        self.draw()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent, which Qt passes
        self.draw()

    def _draw_if_seen(self) -> None:
        if self.isVisible():
            self.draw()

    def draw(self) -> None:
        """Draws the picture; without matplotlib, says how to install it."""
        for key, chip in self.chips.items():
            chip.setChecked(key == self.picture.key)
        try:
            image = draw_image(self.picture, self._entries(), look_of(self.theme), self._room())
        except AtopError as error:
            self._show_trouble(str(error))
            return
        self.trouble.hide()
        self.card.show()
        self.save_chip.setEnabled(True)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.area.setPixmap(QPixmap.fromImage(image))
        self.area.setAccessibleName(self.picture.title)

    def _show_trouble(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.show()
        self.card.hide()
        self.save_chip.setEnabled(False)

    def _room(self) -> QSize:
        """The largest size with the picture's sides, in the screen's pixels."""
        room = self.area.size() * self.devicePixelRatioF()
        sides = QSize(*(round(100 * side) for side in SIZE))
        return sides.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def save(self) -> None:
        """Asks where, and writes the picture there, on white."""
        path = targets.ask_target(self, "Save the picture", self.folder / self.picture.key, KINDS)
        if path is None:
            return
        try:
            save_picture(self.picture, self._entries(), path)
        except AtopError as error:
            self.said.emit(str(error), False)
        else:
            self.said.emit(f"Written to {path}.", True)


def look_of(theme: Theme) -> Look:
    """The colours of the window for a picture."""
    colors = theme.colors
    return Look(
        colors.card, colors.ink, colors.quiet, colors.border, colors.accent, colors.error, colors.warning
    )


def draw_image(picture: Picture, entries: Sequence[Entry], look: Look, room: QSize) -> QImage:
    """The picture in that many pixels; AtopError `pictures-need-matplotlib`."""
    pixels, width, height = draw_pixels(make_figure(picture, entries, look), max(room.width(), 400))
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
