"""The list of what a sheet lacks before it is complete."""

import pytest
from PySide6.QtCore import Qt

from atop_coder.checks import missing
from atop_coder.checks.problem import Problem, Severity
from atop_coder.form import load_form
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.completion import BLANK, COMPLETE, CompletionSheet, lacking_rows
from atop_coder.sheet import BLANK as BLANK_ANSWER
from atop_coder.sheet import Answer, Sheet, make_answer

FORM = load_form()
ERROR = Problem(4, "made-up", Severity.ERROR, "No state has this code.")
WARNING = Problem(5, "made-up", Severity.WARNING, "A member was at war.")


def full_sheet() -> Sheet:
    """A sheet in which nothing is missing."""
    values = {
        "integer": 5040,
        "dates": [{"date": "2003"}],
        "members": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}],
        "termination": {"in_effect_as_of": "2018"},
        "date": "2018",
        "people": ["A. Coder"],
        "yes_no": "no",
    }
    answers = {}
    for question in FORM.questions:
        value = values.get(question.kind)
        if question.choices and question.kind != "yes_no":
            first = question.choices[0].value
            value = [first] if question.kind == "choices" else first
        data = {"details": "Words."} if question.kind == "text" else {"value": value}
        answers[question.number] = make_answer(question, data)
    return Sheet.of(answers)


@pytest.fixture
def completion(qtbot) -> CompletionSheet:
    sheet = CompletionSheet(Theme(dark=False))
    qtbot.addWidget(sheet)
    sheet.resize(700, 400)
    return sheet


def document_of(sheet: Sheet, *problems: Problem) -> Document:
    return Document(sheet, checker=lambda _sheet: problems)


def test_the_full_sheet_of_these_tests_is_full():
    assert missing(full_sheet()) == ()


def test_a_sheet_that_lacks_nothing_has_no_list(completion):
    assert not completion.open_for(document_of(full_sheet()))
    assert not completion.isVisible()


def test_blank_questions_and_errors_are_listed_in_order(completion):
    document = document_of(full_sheet().with_answer(30, BLANK_ANSWER), ERROR)
    assert completion.open_for(document)
    rows = [(row.head.text().split()[0], row.state, row.texts) for row in completion.rows.rows]
    assert rows == [("4", State.ERROR, (ERROR.message,)), ("30", State.BLANK, (BLANK,))]
    assert completion.title.text() == "2 questions to go"
    assert not completion.complete.isVisible()


def test_an_empty_sheet_lists_every_question_that_wants_an_answer(completion):
    document = document_of(Sheet.empty())
    assert [number for number, *_ in lacking_rows(document)] == list(missing(Sheet.empty()))


def test_open_warnings_are_told_and_do_not_count(completion):
    assert not completion.open_for(document_of(full_sheet(), WARNING))
    assert completion.open_for(document_of(full_sheet(), WARNING, ERROR))
    assert completion.title.text() == "1 question to go"
    assert "1 warning is open" in completion.intro.text()


def test_the_list_takes_the_focus_and_return_goes_to_the_question(completion, qtbot):
    document = document_of(full_sheet(), ERROR)
    with qtbot.waitExposed(completion):
        completion.open_for(document)
    row = completion.rows.rows[0]
    qtbot.waitUntil(row.hasFocus)
    with qtbot.waitSignal(completion.question_wanted) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [4]


def test_the_list_shrinks_as_answers_come_and_then_offers_to_mark(completion, qtbot):
    sheet = full_sheet().with_answer(30, BLANK_ANSWER).with_answer(31, BLANK_ANSWER)
    document = document_of(sheet)
    completion.open_for(document)
    document.put(30, Answer(value="no"))
    completion.refresh()
    assert len(completion.rows.rows) == 1
    document.put(31, Answer(value="no"))
    completion.refresh()
    assert completion.title.text() == COMPLETE
    with qtbot.waitSignal(completion.complete_wanted):
        completion.complete.click()


def test_escape_puts_the_list_away(completion, qtbot):
    completion.open_for(document_of(full_sheet(), ERROR))
    with qtbot.waitSignal(completion.closed):
        qtbot.keyClick(completion, Qt.Key.Key_Escape)
    assert not completion.isVisible()


def test_another_sheet_puts_the_list_away(completion):
    document = document_of(full_sheet(), ERROR)
    completion.open_for(document)
    completion.set_document(document)
    assert completion.isVisible()
    completion.set_document(document_of(full_sheet()))
    assert not completion.isVisible()


def test_listing_is_no_edit(completion):
    document = document_of(Sheet.empty())
    completion.open_for(document)
    assert not document.dirty
