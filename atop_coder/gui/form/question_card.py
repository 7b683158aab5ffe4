"""One question on its card: number, official prompt, editor, messages, and help when it is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.checks.problem import Problem
from atop_coder.checks.words import counted
from atop_coder.form import Form, Question, Section
from atop_coder.gui.editors import Editor, make_editor
from atop_coder.gui.form.problem_bar import ProblemBar
from atop_coder.gui.widgets.cards import Card, Chip, Label, MessageBar
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.taborder import focusable_in, tab_after
from atop_coder.gui.widgets.theme import Role, Theme

Shown = tuple[Problem, str]  # a problem, and the reason for which it was accepted ("" while it stands)


class QuestionCard(Card):
    """Built from the question alone; filled by the page.

    `accepted(problem, reason)` and `reopened(problem)` come from the bars under the editor, `comments_wanted`
    from the button that is there while people have said something of the question.
    """

    accepted = Signal(object, str)
    reopened = Signal(object)
    comments_wanted = Signal()

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.question = question
        self.bars: list[ProblemBar] = []
        self.help_bar: MessageBar | None = None
        self.comments: Chip | None = None
        self._shown: tuple[Shown, ...] = ()
        self.setAccessibleName(f"Question {question.number}: {question.short}")
        self.number = Label(str(question.number), theme, Role.NUMBER, "quiet", parent=self)
        self.prompt = Label(question.prompt, theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.help_button = self._make_help_button()
        self.editor: Editor = make_editor(question, theme, self)
        self._build()
        theme.follow(self._respace)

    def _make_help_button(self) -> Chip:
        chip = Chip("?", self.theme, quiet=True, ink="quiet", role=Role.LABEL, parent=self)
        chip.setToolTip("What the question asks for (Shift+F1)")
        chip.setAccessibleName(f"Help for question {self.question.number}")
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key is Shift+F1; 61 more stops for Tab are too many
        chip.clicked.connect(self.toggle_help)
        return chip

    def _build(self) -> None:
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.row = QHBoxLayout(self)
        self.column = QVBoxLayout()
        head = self.head = QHBoxLayout()
        head.addWidget(self.prompt, 1)
        head.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.editor)
        self.row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(self.column, 1)

    def _respace(self) -> None:
        px = self.theme.px
        self.number.setFixedWidth(px(42))
        self.theme.space(self.row, 14, (10, 16, 14, 18))
        self.column.setSpacing(px(10))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.prompt.setContentsMargins(0, px(3), 0, 0)

    def set_current(self, current: bool) -> None:
        if current != self.current:
            self.number.set_ink("accent" if current else "quiet")
        super().set_current(current)

    def set_comments(self, count: int) -> None:
        """Shows how many comments there are on the question; nothing for none."""
        if count and self.comments is None:
            self.comments = Chip("", self.theme, quiet=True, role=Role.LABEL, parent=self)
            self.comments.setToolTip("Show the comments")
            self.comments.clicked.connect(self.comments_wanted)
            self.head.insertWidget(1, self.comments, 0, Qt.AlignmentFlag.AlignTop)
            tab_after(self, self.comments)
        if self.comments is not None:
            self.comments.setText(counted(count, "comment"))
            self.comments.updateGeometry()
            self.comments.setVisible(bool(count))

    def set_problems(self, shown: tuple[Shown, ...]) -> None:
        """Shows these messages under the editor; those that stay keep what is being typed in them."""
        if shown == self._shown:
            return
        self._shown = shown
        kept = {(bar.problem, bar.reason): bar for bar in self.bars}
        self.bars = [kept.pop(one) if one in kept else self._make_bar(*one) for one in shown]
        for bar in kept.values():
            bar.hide()
            bar.deleteLater()
        above: QWidget = [self.editor, *focusable_in(self.editor)][-1]
        for bar in self.bars:
            self.column.addWidget(bar)
            bar.show()
            tab_after(above, bar)
            above = [above, *focusable_in(bar)][-1]
        self.editor.set_problems(problem for problem, reason in shown if not reason)

    def _make_bar(self, problem: Problem, reason: str) -> ProblemBar:
        bar = ProblemBar(problem, reason, self.theme, self)
        bar.accepted.connect(self.accepted)
        bar.reopened.connect(self.reopened)
        return bar

    def toggle_help(self) -> None:
        """Shows or hides what the question asks for, in plain words."""
        if self.help_bar is None:
            self.help_bar = MessageBar(State.NOTE, help_text(self.question), self.theme, parent=self)
            self.column.insertWidget(1, self.help_bar)
            self.help_bar.show()
        else:
            self.help_bar.setVisible(self.help_bar.isHidden())


def help_text(question: Question) -> str:
    """The form's help, with its example."""
    example = f"\n\nExample: {question.example}" if question.example else ""
    return f"{question.help}{example}"


class SectionHead(QWidget):
    """The heading of a section: its title, where it stands in the form, and what it is about."""

    def __init__(self, form: Form, section: Section, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.title = Label(section.title, theme, Role.HEADING, wrap=True, parent=self)
        self.place = Label(_place(form, section), theme, Role.LABEL, "accent", parent=self)
        self.intro = Label(section.intro, theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.column = QVBoxLayout(self)
        for label in (self.place, self.title, self.intro):
            self.column.addWidget(label)
        self.intro.setVisible(bool(section.intro))
        theme.follow(self._respace)

    def _respace(self) -> None:
        self.column.setContentsMargins(0, self.theme.px(10), 0, self.theme.px(6))
        self.column.setSpacing(self.theme.px(4))


def _place(form: Form, section: Section) -> str:
    questions = form.questions_of(section)
    last = form.sections[-1].numeral
    return f"Section {section.numeral} of {last} · questions {questions[0].number} to {questions[-1].number}"
