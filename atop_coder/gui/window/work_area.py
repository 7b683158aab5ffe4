"""What stands below the tabs while a sheet is open: outline, form and panels, and the bars above the form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from atop_coder.form import Form
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.form.outline import Outline
from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar import PANELS as PANEL_KINDS
from atop_coder.gui.sidebar import REVIEW
from atop_coder.gui.sidebar.panel_bar import PanelBar
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.completion import CompletionSheet
from atop_coder.gui.window.find_bar import FindBar
from atop_coder.gui.window.go_bar import GoBar
from atop_coder.gui.window.splitter_layout import OUTLINE, PANELS, SplitterLayout


class WorkArea(QSplitter):
    """Shows one sheet in all its parts; `question_changed(number)` follows the person through it."""

    question_changed = Signal(int)

    def __init__(self, form: Form, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.document: Document | None = None
        self.outline = Outline(theme)
        self.form_page = FormPage(form, theme)
        self.panels = PanelBar(PANEL_KINDS, theme)
        self.find_bar = FindBar(theme)
        self.go_bar = GoBar(form, theme)
        self.completion = CompletionSheet(theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.outline_area = column(Ground(self.theme, "panel"), self.outline)
        self.panel_area = column(Ground(self.theme, "card"), self.panels)
        bars = (self.find_bar, self.go_bar, self.completion)
        self.middle = column(QWidget(), *bars, self.form_page)
        for widget in (self.outline_area, self.middle, self.panel_area):
            self.addWidget(widget)
        self.setStretchFactor(1, 1)
        self.sides = SplitterLayout(
            self,
            {OUTLINE: self.outline_area, PANELS: self.panel_area},
            {OUTLINE: lambda: self.theme.px(220), PANELS: self.panels.least_width},
            self.theme,
        )

    def _connect(self) -> None:
        page = self.form_page
        page.current_changed.connect(self._question_changed)
        page.whole.connect(self.panels.start)
        page.comments_wanted.connect(self._show_comments)
        self.outline.walked.connect(lambda number: page.go_to(number, focus=False))
        for signal in (self.outline.entered, self.panels.question_wanted, self.completion.question_wanted):
            signal.connect(page.go_to)

    def _show_comments(self, number: int) -> None:
        self.sides.want(PANELS, True)
        self.panels.show_panel(REVIEW)
        self.form_page.go_to(number, focus=False)

    def take_notices(self, notices: Notices) -> None:
        """Puts the notices above the form."""
        insert_before(self.middle, self.completion, notices)
        notices.tab_anchor = self.outline.view

    def show_document(self, document: Document | None) -> None:
        """Shows that sheet, or nothing, in all parts; nothing of it counts as an edit."""
        if self.document is not None:
            self.document.suspend(None)
        self.document = document
        for part in (self.form_page, self.outline, self.panels, self.completion):
            part.set_document(document)
        if document is not None:
            self.form_page.build_first()
            self._question_changed(document.current)

    def _question_changed(self, number: int) -> None:
        self.outline.show_current()
        self.panels.set_question(number)
        self.question_changed.emit(number)


def column(area: QWidget, *widgets: QWidget) -> QWidget:
    """The area with these from top to bottom; the last one takes the room that is left."""
    rows = QVBoxLayout(area)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for widget in widgets:
        rows.addWidget(widget)
    rows.setStretchFactor(widgets[-1], 1)
    return area


def insert_before(area: QWidget, other: QWidget, widget: QWidget) -> None:
    """Puts a widget above another one of a column."""
    rows = area.layout()
    if isinstance(rows, QVBoxLayout) and rows.indexOf(widget) < 0:
        rows.insertWidget(rows.indexOf(other), widget)
