"""Short texts beside a field: how it was read, and why it cannot be read. Always plain text."""

from PySide6.QtWidgets import QWidget

from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.theme import Role, Theme


class FieldNotice(Label):
    """A label that hides while it has nothing to say.

    `echo` is for one whose errors the checks tell too, in a bar of their own: it is hushed while they do.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, role: Role = Role.BODY, echo: bool = False
    ) -> None:
        super().__init__("", theme, role, "quiet", parent=parent)
        self._echo, self._hushed = echo, False
        self.hide()

    def say(self, text: str, ink: str = "quiet") -> None:
        """Shows the text in that ink."""
        if ink != self.ink:
            self.set_ink(ink)
        if text != self.text():
            self.setText(text)
        self._show()

    def hush(self, hushed: bool) -> None:
        """Whether a bar below tells the errors."""
        self._hushed = hushed
        self._show()

    def _show(self) -> None:
        told = self._echo and self._hushed and self.ink == "error"
        self.setVisible(bool(self.text()) and not told)
