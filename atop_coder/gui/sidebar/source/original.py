"""The text or the pages that were read, where the current answer came from, and what found no place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.checks.words import capital
from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.insertions import put_alone, question_with, with_words
from atop_coder.gui.sidebar.live_panel import LivePanel
from atop_coder.gui.sidebar.source.page_places import has_places
from atop_coder.gui.sidebar.source.source import join_pieces, passages, place_words
from atop_coder.gui.sidebar.source.source_view import SourceView
from atop_coder.gui.widgets.cards import Chip, Hairline, Label, MessageBar
from atop_coder.gui.widgets.row_list import Fold, Padded, Row, Rows
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.reading.kept import words_not_kept
from atop_coder.reading.look_first import look_first
from atop_coder.reading.report import Piece, Reading, ReadingReport, Sureness
from atop_coder.sheet import Sheet

if TYPE_CHECKING:
    from atop_coder.gui.sidebar.source.page_view import PageView

HERE = (
    "stands here, with the part of the current question marked, and all that found no place in an answer is"
    " listed below it."
)
EMPTY = f"Open a sheet, and the text that was read {HERE}"
NEW = (
    "This sheet was begun here, so there is no text that it was read from.\n\n"
    f"For a sheet that is opened from a file, its text {HERE}"
)
NO_LINES = "{file} holds the answers themselves and not the text of a sheet, so there is nothing to compare."
ALL_PLACED = "Every word of the file is in an answer."
ALL_OF_PART = "Every word of this sheet is in an answer."
NOT_IN_FILE = "question {question} is not in the file"
LARGEST_SHARE = 0.42  # of the panel: the list below the text


class PieceRow(Row):
    """Text that is in no answer, and the button that puts it into the current one."""

    def __init__(self, piece: Piece, theme: Theme, parent: QWidget) -> None:
        texts = ((piece.text, "ink"), (_why(piece), "quiet"))
        super().__init__(theme, f"Line {piece.line}", texts, State.NOTE, ("Put into question",), parent)
        self.piece = piece
        self.enter_presses = self.chips[0]

    def show_place(self, placed: int | None, current: int) -> None:
        """Says where the piece was put, or offers to put it into the current question."""
        chip = self.chips[0]
        chip.setVisible(placed is None)
        chip.setText(f"Put into question {current}")
        chip.setAccessibleName(f"Put line {self.piece.line} into question {current}")
        self.rearrange()
        self.labels[-1].setText(f"Put into question {placed}." if placed else _why(self.piece))
        self.enter_presses = self if placed else chip
        if self.mark:
            self.mark.set_state(State.ANSWERED if placed else State.NOTE)
        self.setAccessibleName(f"Line {self.piece.line}. {self.piece.text}. {self.labels[-1].text()}")


def _why(piece: Piece) -> str:
    return f"{capital(piece.why).rstrip('.')}."


class Switch(QWidget):
    """Text or pages; there only for a file that has both."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Chip("Text", theme, checkable=True, role=Role.LABEL, parent=self)
        self.pages = Chip("Pages", theme, checkable=True, role=Role.LABEL, parent=self)
        self.text.setAutoExclusive(True)
        self.pages.setAutoExclusive(True)
        self.pages.setChecked(True)
        self.text.setAccessibleDescription("Shows the text that was read")
        self.pages.setAccessibleDescription("Shows the file's own pages")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.text)
        row.addWidget(self.pages)
        row.addStretch(1)


class OriginalPanel(LivePanel):
    """The source on top, the list of what was not placed below it."""

    title = "Original"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.place = Label("", theme, Role.SMALL, "quiet", wrap=True, parent=self)
        self.empty = Label("", theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.doubt = MessageBar(State.UNSURE, "", theme, parent=self)
        self.view = SourceView(theme, self)
        self.line = Hairline(theme, parent=self)
        self.rows = Rows(theme, "Not placed in any answer", self)
        self.piece_rows: list[PieceRow] = []
        self._shown: tuple[object, ...] = ()
        self.view.asked.connect(self.question_wanted)
        self.pages: PageView | None = None
        self.switch = Switch(theme, self)
        self.switch.pages.toggled.connect(self._show_pages_or_text)
        self.column = QVBoxLayout(self)
        self.tops = (
            Padded(self.place, theme, (18, 10, 16, 6), self),
            Padded(self.empty, theme, (18, 18, 18, 18), self),
            Padded(self.doubt, theme, (14, 0, 12, 8), self),
            Padded(self.switch, theme, (18, 0, 16, 8), self),
        )
        for widget in self.tops:
            self.column.addWidget(widget)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.line)
        self.column.addWidget(self.rows)
        self.column.addStretch(0)
        theme.follow(self._respace)

    @classmethod
    def badge(cls, _document: Document | None) -> str:
        """None: what was not placed is told where it stands."""
        return ""

    def _respace(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        QTimer.singleShot(0, self, self._fit_list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        """The list takes the room that it needs, up to its share of the panel."""
        self.rows.setFixedHeight(max(1, min(self.rows.needed + 2, round(self.height() * LARGEST_SHARE))))

    def refresh(self) -> None:
        report = self.document.session.report if self.document else None
        read = self.document.session.opened if self.document else None
        key = (self.document is None, report, read)
        if key != self._shown:
            self._shown = key
            self._show_source(report, read)
        self._show_places()

    def _show_source(self, report: ReadingReport | None, read: Sheet | None) -> None:
        has_text = report is not None and bool(report.lines)
        self.empty.setText(self._empty_words(report))
        self.tops[1].setVisible(not has_text)
        for widget in (self.line, self.rows, self.tops[0]):
            widget.setVisible(has_text)
        self._show_pages_or_text()
        self.view.show_passages(passages(report, read) if report and read and has_text else ())
        self._list_pieces(report, read)
        if self.document is not None:
            self.set_question(self.document.current)
        QTimer.singleShot(0, self, self._fit_list)

    def _show_pages_or_text(self) -> None:
        report = self.document.session.report if self.document else None
        paged = has_places(report)
        in_pages = paged and self.switch.pages.isChecked()
        self.tops[3].setVisible(paged)
        self.view.setVisible(report is not None and bool(report.lines) and not in_pages)
        if in_pages:
            self._make_pages().setVisible(True)
        elif self.pages is not None:
            self.pages.setVisible(False)
        self._fill_pages(report if in_pages else None)

    def _make_pages(self) -> "PageView":
        """The view of pages, with PDFium, is loaded for the first PDF."""
        from atop_coder.gui.sidebar.source.page_view import PageView

        if self.pages is None:
            self.pages = PageView(self.theme, self)
            self.pages.asked.connect(self.question_wanted)
            self.column.insertWidget(self.column.indexOf(self.view) + 1, self.pages, 1)
        return self.pages

    def _fill_pages(self, report: ReadingReport | None) -> None:
        """Opens the file once for each reading; back in the text, it is let go."""
        if self.pages is not None and self.pages.report is not report:
            self.pages.show_report(report, self.document.session.password if self.document else None)
            if self.document is not None:
                self.pages.show_question(self.document.current)

    def stop(self) -> None:
        if self.pages is not None:
            self.pages.drawer.stop()

    def _empty_words(self, report: ReadingReport | None) -> str:
        if self.document is None:
            return EMPTY
        return NO_LINES.format(file=Path(report.file).name) if report else NEW

    def _list_pieces(self, report: ReadingReport | None, read: Sheet | None) -> None:
        lost = words_not_kept(Reading(read, report)) if report and read else ()
        pieces = join_pieces((*report.unplaced, *lost)) if report else ()
        self.piece_rows = [self._piece_row(piece) for piece in pieces]
        placed = ALL_OF_PART if report and report.part else ALL_PLACED
        heading = self.rows.heading("Not placed in any answer") if pieces else self.rows.line(placed)
        first = look_first(report) if report else ""
        widgets: list[QWidget] = [
            *([self.rows.line(first)] if first else []),
            heading,
            *self.piece_rows,
            *self._notes(report),
            *self._furniture(report),
        ]
        self.rows.put(widgets)
        for fold in widgets:
            if isinstance(fold, Fold):
                fold.hold(fold.rows)

    def _piece_row(self, piece: Piece) -> PieceRow:
        row = PieceRow(piece, self.theme, self.rows.body)
        row.clicked.connect(lambda: self._show_line(piece.line))
        row.acted.connect(lambda: self._put(piece))
        return row

    def _show_line(self, number: int) -> None:
        self.view.show_line(number)
        if self.pages is not None:
            self.pages.show_line(number)

    def _notes(self, report: ReadingReport | None) -> list[QWidget]:
        notes = report.notes if report else ()
        return [self.rows.line(f"{capital(note)}.") for note in notes]

    def _furniture(self, report: ReadingReport | None) -> list[QWidget]:
        pieces = report.furniture if report else ()
        if not pieces:
            return []
        fold = Fold(f"Headings and page headers {len(pieces)}", self.theme, self.rows.body)
        fold.rows = [self.rows.line(f"Line {one.line}: {one.text.strip()} ({one.why})") for one in pieces]
        fold.toggled.connect(lambda: QTimer.singleShot(0, self, self._fit_list))
        return [fold, *fold.rows]

    def _put(self, piece: Piece) -> None:
        """Appends the piece to the current answer's description, as one step."""
        if self.document is not None:
            number = self.document.current
            put_alone(self.document, number, with_words(self.document.sheet[number], piece.text))

    def _show_places(self) -> None:
        if self.document is not None:
            for row in self.piece_rows:
                row.show_place(question_with(self.document, row.piece.text), self.document.current)

    def set_question(self, number: int) -> None:
        report = self.document.session.report if self.document else None
        if report is None or not report.lines:
            self.tops[2].hide()
            return
        self.view.show_question(number)
        if self.pages is not None:
            self.pages.show_question(number)
        place = place_words(report, number) or NOT_IN_FILE.format(question=number)
        self.place.setText(f"{Path(report.title).name} · {place}")
        self._show_doubt(report, number)
        self._show_places()

    def _show_doubt(self, report: ReadingReport, number: int) -> None:
        """Why the reader wants a person's eye on the answer, if it does."""
        placed = report.of(number)
        doubtful = placed is not None and placed.sureness != Sureness.SURE and bool(placed.why)
        if placed is not None and doubtful:
            state = State.UNSURE if placed.sureness == Sureness.UNSURE else State.NOTE
            lead = "Reading not sure" if placed.sureness == Sureness.UNSURE else "Read by likeness"
            self.doubt.set_message(state, f"{lead}: {placed.why.rstrip('.')}.")
        self.tops[2].setVisible(doubtful)
