"""The panel of what was said and changed, and the document that says it into the file beside the sheet."""

from PySide6.QtCore import Qt

from atop_coder.checks import Severity
from atop_coder.files.review import read_review, review_path
from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.review import (
    CHANGED_SINCE,
    LAPSED,
    NEW,
    NO_CHANGES,
    NOT_COMPLETE,
    SETTLED,
    ReviewPanel,
)
from atop_coder.sheet import Answer
from tests.gui.sidebar.conftest import problem, treaty_sheet

WARNING = problem(5, Severity.WARNING, "A member was at war.", wars=[139])
OTHER_FACTS = problem(5, Severity.WARNING, "Two members were at war.", wars=[139, 130])


def said(panel):
    """Everything that the panel shows."""
    found: list[str] = []
    for widget in panel.rows.widgets:
        found.extend((widget.head.text(), *widget.texts) if hasattr(widget, "head") else (widget.text(),))
    return found


def row_of(panel, head):
    return next(row for row in panel.rows.rows if row.head.text().startswith(head))


# the document


def test_an_accepted_warning_stands_in_the_file_beside_the_sheet(make_document):
    document = make_document(WARNING)
    document.session.accept(WARNING, "A civil war.")
    (remark,) = read_review(review_path(document.path)).remarks
    assert (remark.kind, remark.question, remark.code) == ("warning-accepted", 5, WARNING.code)
    assert (remark.who, remark.reason) == ("A. Coder", "A civil war.")
    assert remark.data["wars"] == [139]


def test_an_acceptance_is_there_when_the_sheet_is_opened_again(make_document):
    make_document(WARNING).session.accept(WARNING, "A civil war.")
    assert make_document(WARNING).session.reason_for(WARNING) == "A civil war."


def test_accepting_is_no_change_of_the_sheet(make_document):
    document = make_document(WARNING)
    document.session.accept(WARNING, "A civil war.")
    assert not document.dirty
    assert document.session.open_problems == ()


def test_a_changed_answer_opens_the_warning_again(make_document):
    document = make_document(WARNING)
    document.session.accept(WARNING, "A civil war.")
    document.put(5, Answer(value="yes"))
    assert document.session.reason_for(WARNING) == ""
    document.undo()
    assert document.session.reason_for(WARNING) == "A civil war."


def test_other_facts_open_the_warning_again(make_document):
    document = make_document(WARNING)
    document.session.accept(WARNING, "A civil war.")
    assert document.session.reason_for(OTHER_FACTS) == ""


def test_what_is_said_of_a_new_sheet_is_written_when_it_is_saved(make_document, tmp_path):
    from datetime import datetime

    document = make_document(WARNING, saved=False)
    document.session.accept(WARNING, "A civil war.")
    assert list(tmp_path.iterdir()) == []
    document.session.mark_saved(tmp_path / "ATOP5040.txt", datetime.now())
    assert len(read_review(tmp_path / "ATOP5040.review.jsonl").remarks) == 1


def test_a_review_that_cannot_be_written_is_told_and_kept(qtbot, tmp_path):
    document = Document(treaty_sheet(), tmp_path / "gone" / "a.txt", checker=lambda _sheet: (WARNING,))
    document.check()
    with qtbot.waitSignal(document.review_failed) as failed:
        document.session.accept(WARNING, "A civil war.")
    assert "a.review.jsonl" in failed.args[0]
    assert document.session.reason_for(WARNING) == "A civil war."


def test_a_sheet_is_complete_until_an_answer_changes(make_document):
    document = make_document()
    assert not document.session.complete
    document.session.mark_complete()
    assert document.session.complete
    assert make_document().session.complete
    document.put(11, Answer(value="no"))
    assert not document.session.complete


# the panel


def test_a_sheet_that_nobody_marked_says_how_to(show, make_document):
    assert NOT_COMPLETE in said(show(ReviewPanel, make_document()))


def test_marked_complete_tells_by_whom_and_can_be_taken_back(show, make_document):
    document = make_document()
    document.session.mark_complete()
    panel = show(ReviewPanel, document)
    row = row_of(panel, "Marked complete")
    assert row.texts[0].startswith("A. Coder, ")
    row.chips[0].click()
    panel.catch_up()
    assert NOT_COMPLETE in said(panel)
    assert len(document.session.review.review.remarks) == 2


def test_a_change_after_completion_is_told(show, make_document):
    document = make_document()
    document.session.mark_complete()
    panel = show(ReviewPanel, document)
    document.put(11, Answer(value="no"))
    panel.catch_up()
    assert CHANGED_SINCE in row_of(panel, "Marked complete").texts


def test_changes_are_told_by_question_before_and_after(show, make_document, qtbot):
    document = make_document()
    panel = show(ReviewPanel, document)
    assert NO_CHANGES in said(panel)
    document.put(5, Answer(value="yes"))
    panel.catch_up()
    row = row_of(panel, "5  ")
    assert row.texts == ("No. → Yes.",)
    with qtbot.waitSignal(panel.question_wanted) as asked:
        row.click()
    assert asked.args == [5]
    document.undo()
    panel.catch_up()
    assert NO_CHANGES in said(panel)


def test_a_new_sheet_has_no_changes_to_tell(show, make_document):
    assert NEW in said(show(ReviewPanel, make_document(saved=False)))


def test_an_accepted_warning_is_told_with_reason_and_can_be_reopened(show, make_document):
    document = make_document(WARNING)
    document.session.accept(WARNING, "A civil war.")
    panel = show(ReviewPanel, document)
    row = row_of(panel, "5  ")
    assert row.texts[:2] == (WARNING.message, "“A civil war.”")
    row.chips[0].click()
    assert document.session.reason_for(WARNING) == ""


def test_an_acceptance_that_does_not_hold_any_more_says_so(show, make_document):
    document = make_document(WARNING)
    document.session.accept(WARNING, "A civil war.")
    panel = show(ReviewPanel, document)
    document.put(5, Answer(value="yes"))
    panel.catch_up()
    assert LAPSED in said(panel)
    document.session.shown.problems = ()
    document.problems_changed.emit()
    panel.catch_up()
    assert SETTLED in said(panel)


def test_a_comment_is_added_by_keyboard_and_kept_beside_the_sheet(show, make_document, qtbot):
    document = make_document()
    panel = show(ReviewPanel, document, 11)
    qtbot.keyClicks(panel.comment.line, "Ask about <b>Article 3</b>")
    qtbot.keyClick(panel.comment.line, Qt.Key.Key_Return)
    panel.catch_up()
    assert row_of(panel, "11  ").texts[0] == "Ask about <b>Article 3</b>"
    assert panel.comment.line.text() == ""
    assert read_review(review_path(document.path)).comments[0].question == 11


def test_an_empty_comment_is_none(show, make_document, qtbot):
    document = make_document()
    panel = show(ReviewPanel, document)
    qtbot.keyClicks(panel.comment.line, "  ")
    qtbot.keyClick(panel.comment.line, Qt.Key.Key_Return)
    assert document.session.review.review.comments == ()


def test_lines_that_could_not_be_read_are_told(show, make_document, tmp_path):
    (tmp_path / "ATOP5040.review.jsonl").write_text("<<<<<<< mine\n", encoding="utf-8")
    panel = show(ReviewPanel, make_document())
    assert any("<<<<<<< mine" in line for line in said(panel))


def test_a_remark_on_a_question_that_the_form_does_not_have_is_shown(show, make_document, tmp_path):
    line = '{"id":"a","when":"2026-11-21T14:03:00Z","kind":"comment","question":99,"reason":"Old form"}'
    (tmp_path / "ATOP5040.review.jsonl").write_text(line, encoding="utf-8")
    assert row_of(show(ReviewPanel, make_document()), "Question 99").texts[0] == "Old form"


def test_without_a_sheet_nothing_can_be_said(show):
    panel = show(ReviewPanel, None)
    assert not panel.comment.isVisible()
