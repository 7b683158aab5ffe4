"""Puts up the page of a comparison above a window, one at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder.compare.sheets import Difference
from atop_coder.form import Form
from atop_coder.gui.widgets.theme import Theme

if TYPE_CHECKING:  # loaded when the first is shown
    from atop_coder.gui.compare.compare_page import ComparePage, Wording


class Comparisons(QObject):
    """`page` is the one that is shown, if any."""

    def __init__(self, form: Form, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.form, self.theme, self.window = form, theme, window
        self.page: ComparePage | None = None

    def show(self, wording: "Wording", differences: Sequence[Difference]) -> "ComparePage":
        """Opens the page with both sides above the window; its `decided` tells what a person takes."""
        from atop_coder.gui.compare.compare_page import ComparePage

        self.page = ComparePage(wording, differences, self.form, self.theme, self.window)
        self.page.destroyed.connect(self._forget)
        self.page.open()
        return self.page

    def _forget(self) -> None:
        self.page = None
