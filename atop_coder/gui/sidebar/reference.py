"""States, wars and published alliances: looked up by name or code, and put into the current answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.insertions import put_alone, with_code, with_state
from atop_coder.gui.sidebar.live_panel import LivePanel
from atop_coder.gui.sidebar.lookup import EXTRAS, Found, goes_as_words, goes_into, look_up
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.row_list import Row, Rows
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.reference import load_states
from atop_coder.sheet import Answer, Sheet

HINT = "State or war, by name or code"
NOTHING_YET = (
    "Type the name of a state or war, or its COW number. Once the sheet has members and a signature date,"
    " what the tables know of them stands here."
)
NO_WARS = "None in the COW data."
SYMBOLS = {True: State.ANSWERED, False: State.WARNING, None: State.NOTE}


class QueryLine(QLineEdit):
    """Down goes into the list, Escape empties the line."""

    def __init__(self, panel: "ReferencePanel") -> None:
        super().__init__(panel)
        self.panel = panel
        self.setPlaceholderText(HINT)
        self.setMaxLength(200)
        self.setAccessibleName("Look up states and wars")
        self.setAccessibleDescription(
            "Return puts the first that is found into the current answer; Down goes into the list."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.panel.catch_up()
        if event.key() == Qt.Key.Key_Down and self.panel.rows.rows:
            self.panel.rows.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.panel.query_changed()
        else:
            super().keyPressEvent(event)


class ReferencePanel(LivePanel):
    """A line to type in, and what the tables know; without a query, what they know of this alliance."""

    title = "Reference"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.line = QueryLine(self)
        self.said = Label("", theme, Role.BODY, "ok", wrap=True, parent=self)
        self.rows = Rows(theme, "What the tables know", self)
        self._looked_up: tuple[object, ...] = ()
        self._found: dict[Row, Found] = {}
        self._kept: dict[Found, Row] = {}
        self.line.textEdited.connect(self.query_changed)
        self.line.returnPressed.connect(self._put_first)
        self.column = QVBoxLayout(self)
        self.head = QVBoxLayout()
        self.head.addWidget(self.line)
        self.head.addWidget(self.said)
        self.column.addLayout(self.head)
        self.column.addWidget(self.rows, 1)
        self.said.hide()
        theme.follow(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.line.setFont(self.theme.font(Role.ANSWER))
        self.line.setTextMargins(px(6), px(4), px(6), px(4))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.theme.space(self.head, 6, (14, 12, 14, 4))

    def query_changed(self) -> None:
        """A person typed: what was said of the last step is old, and the list follows in a moment."""
        self.said.hide()
        self.refresh_later()

    def refresh(self) -> None:
        sheet = self.document.sheet if self.document else Sheet.empty()
        key = (self.line.text(), sheet.atop_id, sheet.signature_dates, sheet.members)
        if key != self._looked_up:
            self._looked_up = key
            self._show(sheet)
        self._offer()

    def _show(self, sheet: Sheet) -> None:
        answered = look_up(self.line.text(), sheet)
        self._kept = {found: row for row, found in self._found.items()}
        self._found = {}
        widgets: list[QWidget] = [self.rows.line(answered.nothing, "ink")] if answered.nothing else []
        for heading, things in answered.groups:
            widgets.append(self.rows.heading(heading))
            widgets.extend(self._row(found) for found in things)
            if not things:
                widgets.append(self.rows.line(NO_WARS))
        self.rows.put(widgets or [self.rows.line(NOTHING_YET)])
        self.rows.verticalScrollBar().setValue(0)

    def _row(self, found: Found) -> Row:
        if found in self._kept:
            row = self._kept.pop(found)
            self._found[row] = found
            return row
        chips = ["Put into question"]
        if found.number is not None:
            chips.append("COW number")
        row = Row(
            self.theme, found.head, found.lines, SYMBOLS[found.good], chips, self.rows.body, quiet_chips=True
        )
        row.chips[0].clicked.connect(lambda: self._put(found))
        row.enter_presses = row.chips[0]
        row.unsetCursor()
        if found.number is not None:
            row.chips[1].clicked.connect(lambda: self._put_number(found.number))
        self._found[row] = found
        return row

    # into the answer

    def _offer(self) -> None:
        """The buttons name the question that they would change; a thing with no place in it goes as words."""
        if self.document is None:
            for row in self._found:
                for chip in row.chips:
                    chip.hide()
                row.rearrange()
            return
        question = self.document.form.question(self.document.current)
        for place, (row, found) in enumerate(self._found.items()):
            first = row.chips[0]
            how = f"Put into question {question.number}"
            first.setText(how if goes_into(found, question) else f"Write into question {question.number}")
            first.setAccessibleName(f"{first.text()}: {found.head}")
            first.setHidden(not self._may_put(found, self.document))
            row.set_chosen(place == 0 and bool(self.line.text().strip()))
            if found.number is not None:
                self._offer_number(row, found.number, self.document)
            row.rearrange()

    def _may_put(self, found: Found, document: Document) -> bool:
        """Whether the current answer has a place for it and lacks it; as words only what was looked up."""
        question = document.form.question(document.current)
        if goes_into(found, question):
            return self._with(found, document) != document.sheet[document.current]
        return goes_as_words(found, question) and bool(self.line.text().strip())

    def _offer_number(self, row: Row, number: int, document: Document) -> None:
        chip, question = row.chips[1], number_question(document)
        chip.setText(f"Put {number} into question {question}")
        chip.setAccessibleName(chip.text())
        chip.setVisible(document.sheet[question].value != number)

    def _put_first(self) -> None:
        self.catch_up()
        if self._found and self.line.text().strip() and self._sure():
            self._put(next(iter(self._found.values())))

    def _sure(self) -> bool:
        """Whether the list is an answer to what was typed, and not only near to it."""
        return not look_up(self.line.text(), Sheet.empty()).nothing

    def _put(self, found: Found) -> None:
        if self.document is None:
            return
        number = self.document.current
        question = self.document.form.question(number)
        if not goes_into(found, question):
            if not goes_as_words(found, question):
                self._say(f"Question {number} has no place for {plain_name(found)}.")
                return
            self.words_given.emit(plain_name(found))
            self._say(f"{plain_name(found)} was written into question {number}.")
            return
        answer = self._with(found, self.document)
        if put_alone(self.document, number, answer):
            self._say(f"{plain_name(found)} was put into question {number}. Ctrl+Z takes it back.")
        else:
            self._say(f"{plain_name(found)} is in question {number} already.")

    def _with(self, found: Found, document: Document) -> Answer:
        question, answer = document.form.question(document.current), document.sheet[document.current]
        if found.kind != "state":
            return with_code(answer, EXTRAS[found.kind], found.code)
        state = load_states().get(found.code)
        return with_state(question, answer, state) if state else answer

    def _put_number(self, number: int) -> None:
        if self.document is not None:
            question = number_question(self.document)
            answer = self.document.sheet[question]
            put_alone(self.document, question, Answer(value=number, details=answer.details))
            self._say(f"{number} was put into question {question}. Ctrl+Z takes it back.")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()

    def set_question(self, _number: int) -> None:
        self.said.hide()
        if not self._stale:
            self._offer()


def number_question(document: Document) -> int:
    """The question for the COW alliance number."""
    return document.form.by_key["cow_alliance_number"].number


def plain_name(found: Found) -> str:
    """Code and name, as a sheet writes them: `255 Germany`."""
    if found.kind == "state":
        state = load_states().get(found.code)
        return f"{found.code} {state.name}" if state else str(found.code)
    return " ".join(found.head.split("  ")[:2])
