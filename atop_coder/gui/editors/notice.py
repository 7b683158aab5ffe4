"""Short texts beside a field: how it was read, and why it cannot be read. Always plain text."""

from PySide6.QtWidgets import QWidget

from atop_coder.gui.cards import Label
from atop_coder.gui.theme import Role, Theme


class Words(Label):
    """A label that hides while it has nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, role: Role = Role.BODY) -> None:
        super().__init__("", theme, role, "quiet", parent=parent)
        self.hide()

    def say(self, text: str, ink: str = "quiet") -> None:
        """Shows the text in that ink."""
        if ink != self.ink:
            self.set_ink(ink)
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))
