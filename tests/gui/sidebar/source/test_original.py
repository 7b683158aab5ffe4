"""The panel with the text that was read."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.source.original import ALL_PLACED, EMPTY, NEW, OriginalPanel
from atop_coder.reading import read_text
from atop_coder.reading.report import Placed, ReadingReport, Sureness
from atop_coder.sheet import Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.sidebar.conftest import SOURCE

STRAY = "This line stands under a heading."


def test_without_a_sheet_the_panel_says_what_will_be_here(show):
    panel = show(OriginalPanel, None)
    assert panel.empty.text() == EMPTY
    assert not panel.view.isVisible()


def test_a_new_sheet_has_an_empty_state_of_its_own(show, make_document):
    panel = show(OriginalPanel, make_document(saved=False))
    assert panel.empty.text() == NEW
    assert not panel.rows.isVisible()


def test_a_new_sheet_takes_the_place_of_no_sheet(show, make_document):
    panel = show(OriginalPanel, None)
    panel.set_document(make_document(saved=False))
    assert panel.empty.text() == NEW


def test_a_file_that_holds_answers_and_no_text_says_so(show, qapp):
    document = Document(Sheet.empty(), Path("a.json"), ReadingReport("a.json", "json"))
    panel = show(OriginalPanel, document)
    assert "a.json" in panel.empty.text()


def test_the_part_of_the_current_question_is_marked_and_its_place_named(show, read):
    panel = show(OriginalPanel, read, 4)
    assert [one.text for one in panel.view.marked][1:] == ["703 Kyrgyzstan", "705 Kazakhstan"]
    assert panel.place.text().endswith("5040.txt · lines 8–10")


def test_another_question_moves_the_mark(show, read):
    panel = show(OriginalPanel, read, 4)
    panel.set_question(11)
    assert {one.question for one in panel.view.marked} == {11}


def test_a_question_that_the_file_does_not_have_is_told(show, read):
    panel = show(OriginalPanel, read, 50)
    assert panel.view.marked == ()
    assert "question 50 is not in the file" in panel.place.text()


def test_the_marked_part_is_scrolled_into_sight(show, real_sheets, tmp_path):
    path = real_sheets[0]
    document = Document.of(read_text(path.read_text(encoding="utf-8"), str(path)), tmp_path / path.name)
    panel = show(OriginalPanel, document, 1)
    assert panel.view.verticalScrollBar().value() == 0
    panel.set_question(60)
    bar, box = panel.view.verticalScrollBar(), panel.view._box()
    assert bar.value() <= box.top()
    assert box.bottom() <= bar.value() + panel.view.viewport().height()


def test_text_that_looks_like_html_is_shown_as_it_is(show, qapp, tmp_path):
    text = SOURCE.replace("No.", "Yes. <b>Art. 5</b>")
    document = Document.of(read_text(text, "a.txt"), tmp_path / "a.txt")
    panel = show(OriginalPanel, document)
    assert "<b>Art. 5</b>" in panel.view.toPlainText()


def test_the_text_cannot_be_changed(show, read, qtbot):
    panel = show(OriginalPanel, read)
    before = panel.view.toPlainText()
    qtbot.keyClicks(panel.view, "abc")
    assert panel.view.toPlainText() == before


def test_return_goes_to_the_question_under_the_cursor(show, read, qtbot):
    panel = show(OriginalPanel, read)
    place = next(at for at, one in enumerate(panel.view._passages) if one.question == 11)
    cursor = QTextCursor(panel.view.document().findBlockByNumber(place))
    panel.view.setTextCursor(cursor)
    with qtbot.waitSignal(panel.question_wanted) as asked:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert asked.args == [11]


# what was not placed


def test_text_without_a_place_is_listed_with_line_and_reason(show, read):
    panel = show(OriginalPanel, read)
    (row,) = panel.piece_rows
    assert row.head.text() == f"Line {row.piece.line}"
    assert row.texts[0] == STRAY
    assert row.piece.why in row.texts[1].casefold() or row.piece.why[1:].rstrip(".") in row.texts[1]
    assert STRAY in row.accessibleName()


def test_a_piece_goes_into_the_current_answer_as_one_step_that_can_be_undone(show, read):
    panel = show(OriginalPanel, read, 11)
    panel.piece_rows[0].chips[0].click()
    assert read.sheet[11].details == STRAY
    assert read.sheet[11].value == "no"
    assert len(read.history.past) == 1
    read.undo()
    assert read.sheet == read.session.opened


def test_return_on_the_row_puts_the_piece_too(show, read, qtbot):
    panel = show(OriginalPanel, read, 11)
    panel.piece_rows[0].setFocus()
    qtbot.keyClick(panel.piece_rows[0], Qt.Key.Key_Return)
    assert read.sheet[11].details == STRAY


def test_a_click_on_the_row_only_shows_the_line(show, read, qtbot):
    panel = show(OriginalPanel, read, 11)
    panel.piece_rows[0].click()
    assert read.sheet == read.session.opened


def test_the_piece_is_appended_behind_what_is_there(show, read):
    panel = show(OriginalPanel, read, 10)
    panel.piece_rows[0].chips[0].click()
    assert read.sheet[10].paragraphs == (*read.session.opened[10].paragraphs, STRAY)


def test_a_piece_that_was_put_somewhere_says_where_until_that_is_undone(show, read):
    panel = show(OriginalPanel, read, 11)
    row = panel.piece_rows[0]
    row.chips[0].click()
    panel.catch_up()
    assert row.texts[-1] == "Put into question 11."
    assert not row.chips[0].isVisible()
    read.undo()
    panel.catch_up()
    assert row.texts[-1] != "Put into question 11."
    assert row.chips[0].isVisible()


def test_the_button_names_the_current_question(show, read):
    panel = show(OriginalPanel, read, 10)
    assert panel.piece_rows[0].chips[0].text() == "Put into question 10"
    read.current = 11
    panel.set_question(11)
    assert panel.piece_rows[0].chips[0].text() == "Put into question 11"


def test_headings_are_listed_folded(show, read, qtbot):
    panel = show(OriginalPanel, read)
    fold = next(one for one in panel.rows.widgets if hasattr(one, "hold"))
    assert not any(row.isVisible() for row in fold.rows)
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Return)
    assert all(row.isVisible() for row in fold.rows)
    assert len(fold.rows) == len(read.session.report.furniture)


def test_a_sheet_whose_words_are_all_placed_says_so(show, qapp, tmp_path):
    text = sheet_to_normalized(Sheet.empty())
    panel = show(OriginalPanel, Document.of(read_text(text, "a.txt"), tmp_path / "a.txt"))
    assert panel.rows.widgets[0].text() == ALL_PLACED


def test_a_doubtful_reading_says_why(show, read):
    placed = Placed(11, 1, 2, "No.", Sureness.UNSURE, "the question was known by its number and place alone")
    read.session.report = ReadingReport("a.txt", "text", lines=read.session.report.lines, placed=(placed,))
    panel = show(OriginalPanel, read, 11)
    assert panel.doubt.isVisible()
    assert placed.why in panel.doubt.label.text()
    panel.set_question(4)
    assert not panel.doubt.isVisible()


def test_looking_is_no_edit(show, read):
    panel = show(OriginalPanel, read)
    for number in read.form.by_number:
        panel.set_question(number)
    panel.set_document(None)
    assert not read.dirty
    assert not read.history.past


def test_everything_can_be_heard(show, read):
    panel = show(OriginalPanel, read)
    assert panel.view.accessibleName()
    assert panel.rows.accessibleName()
    assert all(chip.accessibleName() for row in panel.piece_rows for chip in row.chips)
