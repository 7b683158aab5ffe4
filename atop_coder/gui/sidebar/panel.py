"""What a panel at the right of the window is: a page about the current question of the open sheet."""

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.theme import Theme


class Panel(QWidget):
    """Shows something about a document; made when it is first looked at.

    `title` stands on its tab, followed by `badge()`. It changes nothing itself: it asks the window to go to a
    question (`question_wanted`), to put words or a state where the person is typing (`words_given`,
    `state_given`), and edits only by `Document.put`. A panel connects to its document in `set_document` and
    lets go of the one before.
    """

    title = ""
    question_wanted = Signal(int)
    words_given = Signal(str)
    state_given = Signal(int)
    badge_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.document: Document | None = None

    @classmethod
    def badge(cls, _document: Document | None) -> str:
        """What stands on the tab behind the title, such as a count; the panel need not be made yet."""
        return ""

    def set_document(self, document: Document | None) -> None:
        """Shows that document, or nothing."""
        self.document = document

    def set_question(self, number: int) -> None:
        """The person went to that question."""

    def stop(self) -> None:
        """Ends what it does beside the window's thread: the window is about to go."""


class PanelKind:
    """A kind of panel by the title on its tab; its module is loaded when something of it is first wanted."""

    def __init__(self, title: str, module: str, name: str) -> None:
        self.title, self._module, self._name = title, module, name

    @property
    def panel(self) -> type[Panel]:
        """The class of the panels of this kind."""
        kind: type[Panel] = getattr(import_module(self._module), self._name)
        return kind

    def make(self, theme: Theme, parent: QWidget) -> Panel:
        return self.panel(theme, parent)

    def badge(self, document: Document | None) -> str:
        """What stands on the tab behind the title."""
        return self.panel.badge(document)
