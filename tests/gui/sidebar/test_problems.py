"""The panel that lists what the checks found."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from atop_coder.checks import Severity
from atop_coder.gui.sidebar.problems import EMPTY, HEADINGS, NOTHING, ProblemsPanel
from atop_coder.gui.widgets.symbols import State
from tests.gui.sidebar.conftest import problem

ERROR = problem(4, Severity.ERROR, "No state has this code.", ccode=999)
WARNING = problem(5, Severity.WARNING, "A member was at war.", wars=[139])
OTHER = problem(11, Severity.WARNING, "A quotation does not close.")
NOTE = problem(30, Severity.NOTE, "Three questions are blank.")
ALL = (ERROR, WARNING, OTHER, NOTE)


def texts(panel):
    return [row.texts[0] for row in panel.rows.rows if row.isVisible()]


def row_of(panel, wanted):
    return next(row for row in panel.rows.rows if row.problem == wanted)


def test_problems_stand_by_weight_in_the_words_beside_the_field(show, make_document):
    panel = show(ProblemsPanel, make_document(NOTE, WARNING, ERROR, OTHER))
    assert texts(panel) == [ERROR.message, WARNING.message, OTHER.message, NOTE.message]
    headings = [widget.text() for widget in panel.rows.widgets if widget not in panel.rows.rows]
    assert headings == [f"{HEADINGS[one]} {count}" for one, count in zip(Severity, (1, 2, 1), strict=True)]


def test_a_row_tells_number_title_and_weight_without_colour(show, make_document):
    row = row_of(show(ProblemsPanel, make_document(*ALL)), ERROR)
    assert row.head.text().startswith("4  ")
    assert row.accessibleName().startswith("error. 4  ")
    assert ERROR.message.rstrip(".") in row.accessibleName()


def test_nothing_wrong_is_said(show, make_document):
    assert show(ProblemsPanel, make_document()).rows.widgets[0].text() == NOTHING


def test_no_sheet_is_said(show):
    assert show(ProblemsPanel, None).rows.widgets[0].text() == EMPTY


@pytest.mark.parametrize("how", ["click", "return"])
def test_a_row_leads_to_its_question(show, make_document, qtbot, how):
    panel = show(ProblemsPanel, make_document(*ALL))
    row = row_of(panel, OTHER)
    row.setFocus()
    with qtbot.waitSignal(panel.question_wanted) as asked:
        if how == "click":
            qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(row, Qt.Key.Key_Return)
    assert asked.args == [11]


def test_arrow_keys_walk_the_rows(show, make_document, qtbot):
    panel = show(ProblemsPanel, make_document(*ALL))
    rows = panel.rows.rows
    rows[0].setFocus()
    for row, following in pairwise(rows):
        qtbot.keyClick(row, Qt.Key.Key_Down)
        assert following.hasFocus()
    qtbot.keyClick(rows[-1], Qt.Key.Key_Down)
    assert rows[-1].hasFocus()
    qtbot.keyClick(rows[-1], Qt.Key.Key_Up)
    assert rows[-2].hasFocus()


def test_the_badge_counts_errors_and_open_warnings(make_document):
    document = make_document(*ALL)
    assert ProblemsPanel.badge(document) == "3"
    document.session.accept(WARNING, "It was a civil war.")
    assert ProblemsPanel.badge(document) == "2"
    assert ProblemsPanel.badge(make_document(NOTE)) == ""
    assert ProblemsPanel.badge(None) == ""


def test_the_rows_of_the_current_question_are_marked(show, make_document):
    panel = show(ProblemsPanel, make_document(*ALL), 5)
    assert [row.problem for row in panel.rows.rows if row.chosen] == [WARNING]
    panel.set_question(4)
    assert [row.problem for row in panel.rows.rows if row.chosen] == [ERROR]


# accepting


def test_only_a_warning_can_be_accepted(show, make_document):
    panel = show(ProblemsPanel, make_document(*ALL))
    assert [bool(row_of(panel, one).chips) for one in ALL] == [False, True, True, False]


def test_a_warning_is_accepted_with_a_reason_by_keyboard_alone(show, make_document, qtbot):
    document = make_document(*ALL)
    panel = show(ProblemsPanel, document)
    row = row_of(panel, WARNING)
    row.chips[0].setFocus()
    qtbot.keyClick(row.chips[0], Qt.Key.Key_Space)
    assert row.reason_row.line.hasFocus()
    qtbot.keyClicks(row.reason_row.line, "It was a civil war.")
    with qtbot.assertNotEmitted(panel.question_wanted):
        qtbot.keyClick(row.reason_row.line, Qt.Key.Key_Return)
    assert document.session.reason_for(WARNING) == "It was a civil war."
    panel.catch_up()
    assert WARNING.message not in texts(panel)


def test_without_a_reason_nothing_is_accepted(show, make_document, qtbot):
    document = make_document(*ALL)
    row = row_of(show(ProblemsPanel, document), WARNING)
    row.chips[0].click()
    qtbot.keyClicks(row.reason_row.line, "   ")
    qtbot.keyClick(row.reason_row.line, Qt.Key.Key_Return)
    assert document.session.reason_for(WARNING) == ""
    qtbot.keyClick(row.reason_row.line, Qt.Key.Key_Escape)
    assert row.reason_row is None
    assert row.hasFocus()


def test_what_is_being_typed_survives_another_problem_coming_and_going(show, make_document, qtbot):
    document = make_document(*ALL)
    panel = show(ProblemsPanel, document)
    row = row_of(panel, WARNING)
    row.chips[0].click()
    qtbot.keyClicks(row.reason_row.line, "It was")
    document.session.shown.problems = (WARNING,)
    document.problems_changed.emit()
    panel.catch_up()
    assert row_of(panel, WARNING) is row
    assert row.reason_row.line.text() == "It was"
    assert row.reason_row.line.hasFocus()


def test_accepted_warnings_stand_folded_with_reason_and_name(show, make_document):
    document = make_document(*ALL)
    document.session.accept(WARNING, "It was a civil war.")
    panel = show(ProblemsPanel, document)
    row = row_of(panel, WARNING)
    assert not row.isVisible()
    panel._fold.click()
    assert row.isVisible()
    assert row.state == State.ACCEPTED
    assert "It was a civil war." in row.texts[1]
    assert "A. Coder" in row.texts[1]


def test_an_accepted_warning_can_be_opened_again(show, make_document):
    document = make_document(*ALL)
    document.session.accept(WARNING, "It was a civil war.")
    panel = show(ProblemsPanel, document)
    row_of(panel, WARNING).chips[0].click()
    panel.catch_up()
    assert document.session.reason_for(WARNING) == ""
    assert WARNING.message in texts(panel)


def test_the_focus_stays_at_its_place_when_its_row_goes(show, make_document):
    document = make_document(*ALL)
    panel = show(ProblemsPanel, document)
    row_of(panel, WARNING).setFocus()
    document.session.shown.problems = (ERROR, OTHER, NOTE)
    document.problems_changed.emit()
    panel.catch_up()
    assert row_of(panel, OTHER).hasFocus()


def test_a_hidden_panel_does_no_work_and_catches_up(show, make_document):
    document = make_document(*ALL)
    panel = show(ProblemsPanel, document)
    panel.hide()
    document.session.shown.problems = (NOTE,)
    document.problems_changed.emit()
    assert len(panel.rows.rows) == 4
    panel.show()
    assert texts(panel) == [NOTE.message]


def test_another_sheet_takes_the_place_of_the_one_before(show, make_document):
    first, second = make_document(*ALL), make_document(NOTE)
    panel = show(ProblemsPanel, first)
    panel.set_document(second)
    assert texts(panel) == [NOTE.message]
    first.session.shown.problems = ()
    first.problems_changed.emit()
    assert not panel._stale
