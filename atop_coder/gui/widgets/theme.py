"""The look of the window in one place: colours that follow the system, fonts and spaces that follow zoom."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QLayout

from atop_coder.gui.widgets.colors import DARK, LIGHT, Colors
from atop_coder.gui.widgets.symbols import State, paint_symbol

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
SMALLEST_BODY = 13.0  # pixels at 100 %: some systems' own font is smaller than one reads in for hours


class Role(StrEnum):
    """What a text is for; the theme knows its size and weight."""

    HEADING = "heading"  # the title of a section
    TITLE = "title"  # the sheet in the header bar
    NUMBER = "number"  # a question's number
    ANSWER = "answer"  # what a coder types
    BODY = "body"  # prompts, messages, lists, buttons
    STRONG = "strong"  # a chosen button, a heading in a list
    SMALL = "small"  # status line, counts
    LABEL = "label"  # small buttons, headings in panels


_SIZES: dict[Role, tuple[float, QFont.Weight]] = {
    Role.HEADING: (1.7, QFont.Weight.DemiBold),
    Role.TITLE: (1.16, QFont.Weight.Bold),
    Role.NUMBER: (1.46, QFont.Weight.DemiBold),
    Role.ANSWER: (1.08, QFont.Weight.Normal),
    Role.BODY: (1.0, QFont.Weight.Normal),
    Role.STRONG: (1.0, QFont.Weight.DemiBold),
    Role.SMALL: (0.93, QFont.Weight.Normal),
    Role.LABEL: (0.93, QFont.Weight.DemiBold),
}


class Theme(QObject):
    """Colours, fonts, spaces and icons; `changed` says that all of them are to be asked for again.

    Without `dark` it follows the system. `zoom` is in per cent and works on top of the system's font and the
    screen's own scale. Nothing is kept outside the object: whoever draws is handed a theme.
    """

    changed = Signal()

    def __init__(self, dark: bool | None = None, zoom: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forced = dark
        self._zoom = zoom
        self._icons: dict[tuple[State, str], QIcon] = {}
        # Not the application's font: that is the one this object sets, grown by the zoom.
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._base = max(SMALLEST_BODY, float(QFontInfo(self._system_font).pixelSize()))
        self._fonts: dict[Role, QFont] = {}
        self.colors = self._scheme()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def dark(self) -> bool:
        return self.colors is DARK

    @property
    def zoom(self) -> int:
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Takes the nearest of `ZOOMS`."""
        self._zoom = min(ZOOMS, key=lambda step: abs(step - percent))
        self._refresh()

    def zoom_in(self) -> None:
        self.set_zoom(next((step for step in ZOOMS if step > self._zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom), ZOOMS[0]))

    def set_dark(self, dark: bool | None) -> None:
        """Forces a scheme; None follows the system again."""
        self._forced = dark
        self._refresh()

    def px(self, pixels: float) -> int:
        """A length given for 100 % and a body of 13 pixels, at the present size."""
        return max(1, round(pixels * self._zoom / 100 * self._base / SMALLEST_BODY)) if pixels else 0

    def font(self, role: Role) -> QFont:
        """The system's font in the size and weight of a role."""
        if role not in self._fonts:
            self._fonts[role] = self._make_font(role)
        return self._fonts[role]

    def color(self, role: str) -> QColor:
        """The colour of a role of `Colors`, by name."""
        return QColor(str(getattr(self.colors, role)))

    def icon(self, state: State, ground: str = "") -> QIcon:
        """The symbol of a state as an icon; `ground` as in `paint_symbol`."""
        key = (state, ground)
        if key not in self._icons:
            self._icons[key] = self._make_icon(state, ground)
        return self._icons[key]

    def paint_state(self, painter: QPainter, rect: QRectF, state: State, ground: str = "") -> None:
        """Paints the symbol of a state, without a picture in between."""
        paint_symbol(painter, rect, state, self.colors, ground)

    def follow(self, respace: Callable[[], object], at_once: bool = True) -> None:
        """Calls what lays a widget out by this theme: now, and whenever the theme is another one.

        It has to be a method of the widget: it is forgotten with it.
        """
        if at_once:
            respace()
        self.changed.connect(respace)

    def space(self, layout: QLayout, gap: int, margins: tuple[int, int, int, int]) -> None:
        """Sets gaps and margins of a layout, given in pixels at 100 %."""
        layout.setSpacing(self.px(gap))
        layout.setContentsMargins(*(self.px(margin) for margin in margins))

    def apply_to(self, app: QApplication) -> None:
        """Gives the application this palette and body font; called again at each change."""
        app.setPalette(self.palette())
        app.setFont(self.font(Role.BODY))

    def palette(self) -> QPalette:
        """The scheme as Qt's palette, for all that is not painted by hand."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._faded())
        return palette

    def _faded(self) -> QColor:
        quiet = self.color("quiet")
        quiet.setAlpha(140)
        return quiet

    def _scheme(self) -> Colors:
        system = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if (system if self._forced is None else self._forced) else LIGHT

    def _follow_system(self) -> None:
        if self._scheme() is not self.colors:
            self._refresh()

    def _refresh(self) -> None:
        self.colors = self._scheme()
        self._fonts.clear()
        self._icons.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply_to(app)
        self.changed.emit()

    def _make_font(self, role: Role) -> QFont:
        factor, weight = _SIZES[role]
        font = QFont(self._system_font)
        font.setPixelSize(max(9, round(self._base * factor * self._zoom / 100)))
        font.setWeight(weight)
        return font

    def _make_icon(self, state: State, ground: str) -> QIcon:
        icon = QIcon()
        for scale in (1.0, 2.0, 3.0):
            side = round(self.px(16) * scale)
            picture = QPixmap(QSize(side, side))
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self.paint_state(painter, QRectF(QPointF(0, 0), picture.deviceIndependentSize()), state, ground)
            painter.end()
            icon.addPixmap(picture)
        return icon


_PALETTE = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "border",
}
