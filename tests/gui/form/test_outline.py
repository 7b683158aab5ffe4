"""The outline: rows, filters, folding, and walking by keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from atop_coder.gui.form.outline import REFRESH_AFTER, Outline
from atop_coder.gui.form.outline_model import ROW, QuestionRow, SectionRow
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import Filter, to_do
from atop_coder.gui.widgets.theme import Theme
from tests.gui.conftest import FORM, answer


@pytest.fixture
def outline(qtbot: QtBot, theme: Theme, document: Document) -> Outline:
    outline = Outline(theme)
    qtbot.addWidget(outline)
    outline.resize(280, 900)
    outline.set_document(document)
    outline.show()
    return outline


def listed(outline: Outline) -> list[int]:
    return [row.question.number for row in outline.model.rows if isinstance(row, QuestionRow)]


def headings(outline: Outline) -> list[SectionRow]:
    return [row for row in outline.model.rows if isinstance(row, SectionRow)]


def test_all_sections_and_questions_are_there(outline: Outline):
    assert listed(outline) == list(range(1, 62))
    assert [row.section.key for row in headings(outline)] == [section.key for section in FORM.sections]


def test_a_heading_counts_what_is_answered(outline: Outline):
    assert headings(outline)[0].words == "6 of 15"


def test_an_answer_moves_the_counts(qtbot: QtBot, outline: Outline, document: Document):
    document.put(12, answer(12, value="no"))
    qtbot.waitUntil(lambda: headings(outline)[0].words == "7 of 15", timeout=REFRESH_AFTER * 20)
    assert outline.chips[Filter.TO_DO].text() == f"To do {len(to_do(document))}"


def test_a_button_narrows_the_list(qtbot: QtBot, outline: Outline):
    qtbot.mouseClick(outline.chips[Filter.YES], Qt.MouseButton.LeftButton)
    assert listed(outline) == [10, 11]
    assert [row.section.key for row in headings(outline)] == ["formation"]


def test_one_button_is_chosen_at_a_time(qtbot: QtBot, outline: Outline):
    qtbot.mouseClick(outline.chips[Filter.TO_DO], Qt.MouseButton.LeftButton)
    assert [one for one, chip in outline.chips.items() if chip.isChecked()] == [Filter.TO_DO]


def test_the_box_narrows_by_words(qtbot: QtBot, outline: Outline):
    qtbot.keyClicks(outline.box, "kazakhstan")
    assert listed(outline) == [4]
    outline.box.clear()
    assert len(listed(outline)) == 61


def test_a_section_folds_and_unfolds(qtbot: QtBot, outline: Outline):
    outline.view.setCurrentIndex(outline.model.index(0))
    qtbot.keyClick(outline.view, Qt.Key.Key_Left)
    assert listed(outline)[0] == 16
    outline.view.setCurrentIndex(outline.model.index(0))
    qtbot.keyClick(outline.view, Qt.Key.Key_Right)
    assert listed(outline)[0] == 1


def test_a_filter_looks_into_folded_sections(outline: Outline):
    outline.model.toggle_fold("formation")
    outline.choose(Filter.YES)
    assert listed(outline) == [10, 11]


def test_arrow_keys_walk_and_skip_nothing(qtbot: QtBot, outline: Outline):
    walked: list[int] = []
    outline.walked.connect(walked.append)
    outline.view.setCurrentIndex(outline.model.index(1))
    for _ in range(3):
        qtbot.keyClick(outline.view, Qt.Key.Key_Down)
    assert walked == [2, 3, 4]


def test_return_goes_into_the_question(qtbot: QtBot, outline: Outline):
    outline.view.setCurrentIndex(outline.model.index(3))
    with qtbot.waitSignal(outline.entered, timeout=500) as told:
        qtbot.keyClick(outline.view, Qt.Key.Key_Return)
    assert told.args == [3]


def test_a_click_goes_into_the_question(qtbot: QtBot, outline: Outline):
    spot = outline.view.visualRect(outline.model.index(4)).center()
    with qtbot.waitSignal(outline.entered, timeout=500) as told:
        qtbot.mouseClick(outline.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [4]


@pytest.mark.parametrize("row", range(66))
def test_every_row_can_be_heard(outline: Outline, row: int):
    spoken = outline.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(("Question ", "Section "))


def test_a_tip_shows_text_as_text(outline: Outline):
    tip = outline.model.index(4).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>")
    assert "Members of alliance" in tip


def test_the_view_keeps_its_place_when_an_answer_changes(qtbot: QtBot, outline: Outline, document: Document):
    outline.view.setCurrentIndex(outline.model.index(5))
    document.put(12, answer(12, value="no"))
    outline.model.rebuild()
    assert outline.view.currentIndex().row() == 5


def test_the_current_question_is_brought_into_sight(outline: Outline, document: Document):
    document.current = 58
    outline.show_current()
    row = outline.view.currentIndex().data(ROW)
    assert isinstance(row, QuestionRow)
    assert row.question.number == 58
    assert outline.view.viewport().rect().intersects(outline.view.visualRect(outline.view.currentIndex()))


def test_without_a_document_the_list_is_empty(outline: Outline):
    outline.set_document(None)
    assert outline.model.rows == []
