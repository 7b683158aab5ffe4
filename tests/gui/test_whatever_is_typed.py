"""Whatever is typed into whatever field is in the saved file; fields that come and go harm nobody."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.checks.problem import Severity
from atop_coder.gui.app import Program
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.buttons import QuietButton
from atop_coder.reading import read_sheet
from atop_coder.sheet import Answer, Sheet, make_answer
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import FORM
from tests.strategies import examples

Open = Callable[..., Program]
NONSENSE = "zqxword9x"
QUESTIONS = pytest.mark.parametrize("number", [question.number for question in FORM.questions])
# An answer with which each question shows all the fields that it has.
WIDE: dict[int, dict[str, Any]] = {
    3: {"value": [{"date": "1941-07-12", "states": [200], "note": "here"}, {"date": "1942-05"}]},
    4: {"value": [{"ccode": 200, "name": "UK"}]},
    5: {"value": "yes", "details": "First.", "wars": [139], "states": [200]},
    13: {"value": 7},
    14: {"value": {"dates": [{"date": "1951", "states": [200], "note": "so"}, {"date": "1952"}]}},
    61: {"value": ["Ann Lee"]},
}


def wide(number: int) -> Answer:
    question = FORM.question(number)
    if number in WIDE:
        return make_answer(question, WIDE[number])
    yes = {"value": "yes", "details": "So it is."} if "yes" in question.labels else {}
    return make_answer(question, yes)


def fields(card: QWidget) -> list[QLineEdit | QTextEdit]:
    found: list[QLineEdit | QTextEdit] = [*card.findChildren(QLineEdit), *card.findChildren(QTextEdit)]
    return [field for field in found if field.isEnabled() and not field.isReadOnly()]


def line_of(program: Program, number: int) -> QLineEdit:
    """The line in which answering the question begins."""
    field = next(one for one in fields(program.form_page.cards[number]) if isinstance(one, QLineEdit))
    assert isinstance(field, QLineEdit)
    return field


def opened(open_window: Open, qtbot: QtBot, path: Path, sheet: Sheet) -> Program:
    path.write_text(sheet_to_normalized(sheet, FORM), encoding="utf-8")
    program = open_window()
    program.opening.open_paths([path])
    qtbot.waitUntil(
        lambda: program.workspace.document is not None and program.workspace.document.path == path,
        timeout=10000,
    )
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=5000)
    program.form_page.build_all()
    assert program.workspace.document is not None
    program.workspace.document.start_checks()
    return program


@QUESTIONS
def test_nonsense_in_any_field_is_in_the_file_and_told(
    open_window: Open, qtbot: QtBot, tmp_path: Path, number: int
):
    path = tmp_path / "ATOP9001.txt"
    sheet = Sheet.of({number: wide(number)})
    program = opened(open_window, qtbot, path, sheet)
    count = len(fields(program.form_page.cards[number]))
    for place in range(count):
        program.workspace.document.put(number, wide(number))
        program.form_page.go_to(number)
        field = fields(program.form_page.cards[number])[place]
        if not field.isVisible():
            continue
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.clear() if isinstance(field, QLineEdit) else None
        QTest.keyClicks(field, NONSENSE)
        assert program.saving.save()
        text = path.read_text(encoding="utf-8")
        assert NONSENSE in text, f"field {place} of question {number}"
        assert NONSENSE in sheet_to_normalized(read_sheet(path).sheet, FORM)
        is_free = isinstance(field, QTextEdit) or number == 61 or _is_name_or_note(field)
        told = {problem.severity for problem in program.workspace.document.session.problems_of(number)}
        assert is_free or told & {Severity.ERROR, Severity.WARNING}, f"field {place} of question {number}"


def _is_name_or_note(field: QWidget) -> bool:
    return bool(re.search(r": (?:note|members|name)", field.accessibleName()))


def test_what_is_left_in_the_line_of_members_is_a_change_and_asked_for(
    open_window: Open, qtbot: QtBot, tmp_path: Path
):
    program = opened(open_window, qtbot, tmp_path / "ATOP9001.txt", Sheet.of({4: wide(4)}))
    program.form_page.go_to(4)
    QTest.keyClicks(line_of(program, 4), "999Ruritania")
    program.form_page.commit()
    assert program.workspace.document.dirty
    assert program.workspace.document.sheet[4].details == "999Ruritania"


def test_a_wrong_date_in_the_field_with_the_focus_is_told_at_once_when_it_is_saved(
    open_window: Open, qtbot: QtBot, tmp_path: Path
):
    program = opened(open_window, qtbot, tmp_path / "ATOP9001.txt", Sheet.empty())
    program.form_page.go_to(60)
    QTest.keyClicks(line_of(program, 60), "xDecember 25, 2003")
    QTest.keyClick(line_of(program, 60), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [problem.code for problem in program.workspace.document.session.problems_of(60)] == [
        "no-valid-answer"
    ]


# Fields that come and go

PRESSED = ("+ Another date", "Remove", "+ States or note", "Up", "Down")
_steps = st.lists(
    st.tuples(
        st.sampled_from(("press", "type", "other sheet", "problem", "undo")),
        st.sampled_from((3, 4, 14, 61, 2)),
        st.integers(0, 5),
    ),
    min_size=3,
    max_size=14,
)


@pytest.fixture(scope="module")
def walked(qapp: QApplication) -> tuple[FormPage, list[Document]]:
    from atop_coder.gui.widgets.theme import Theme

    page = FormPage(FORM, Theme())
    page.resize(900, 700)
    page.build_all()
    sheets = [Sheet.of({number: wide(number) for number in WIDE}), Sheet.of({3: wide(3)})]
    return page, [Document(sheet) for sheet in sheets]


def press(page: FormPage, number: int, place: int) -> None:
    buttons = [one for one in page.cards[number].findChildren(QuietButton) if one.text() in PRESSED]
    if buttons and not buttons[place % len(buttons)].isHidden():
        buttons[place % len(buttons)].click()


def type_into(page: FormPage, number: int, place: int) -> None:
    lines = [one for one in page.cards[number].findChildren(QLineEdit) if not one.isHidden()]
    line = lines[place % len(lines)]
    line.insert("xx")
    line.textEdited.emit(line.text())
    page.cards[number].editor.commit()


def act(page: FormPage, documents: list[Document], step: tuple[str, int, int]) -> None:
    what, number, place = step
    document = page.document
    assert document is not None
    acts: dict[str, Callable[[], object]] = {
        "press": lambda: press(page, number, place),
        "type": lambda: type_into(page, number, place),
        "other sheet": lambda: page.set_document(documents[documents.index(document) - 1]),
        "problem": lambda: document.check(field_left=True),
        "undo": document.undo,
    }
    acts[what]()


def take_all_back(documents: list[Document]) -> None:
    for document in documents:
        while document.undo():
            pass


@given(steps=_steps)
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_that_come_and_go_leave_no_field_behind(walked: tuple[FormPage, list[Document]], steps):
    page, documents = walked
    take_all_back(documents)
    page.set_document(documents[0])
    for step in steps:
        act(page, documents, step)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        page.commit()
        assert page.cards[step[1]].editor.answer() == page.document.sheet[step[1]]
    take_all_back(documents)
    assert not any(document.dirty for document in documents)
