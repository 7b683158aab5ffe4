"""What a day's work asks of the window beside the form: copies, words, comments, lost files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from atop_coder.checks.words import without_offer
from atop_coder.gui.app import Program
from atop_coder.gui.form.outline_model import ROW, QuestionRow
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import Filter, counts, to_do
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.window.completion import lacking_rows
from atop_coder.reading import read_sheet
from atop_coder.sheet import BLANK, PartialDate
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, answer

Open = Callable[..., Program]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "ATOP5040.txt"
    place.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return place


@pytest.fixture
def program(open_window: Open, path: Path, qtbot: QtBot) -> Program:
    program = open_window(path)
    program.form_page.build_all()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=5000)
    return program


def current(program: Program) -> Document:
    assert program.workspace.document is not None
    return program.workspace.document


def said(program: Program) -> str:
    return program.notices.bar.label.text() if program.notices.bar else ""


# copies


@pytest.mark.parametrize(
    ("act", "ending"), [("word", ".docx"), ("opendocument", ".odt"), ("markdown", ".md")]
)
def test_a_copy_in_another_format_reads_back_as_the_same_sheet(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: str, ending: str
):
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, place, _k: tmp_path / "copies" / place.name)
    (tmp_path / "copies").mkdir()
    program.actions[f"export-{act}"].trigger()
    assert read_sheet(tmp_path / "copies" / f"ATOP5040{ending}").sheet == SMALL


def test_what_was_written_can_be_opened_and_shown(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from atop_coder.gui.window.controllers import export

    asked: list[tuple[str, str]] = []
    for name in ("open_file", "show_folder"):
        monkeypatch.setattr(export, name, lambda place, name=name: asked.append((name, place.name)))
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: tmp_path / "a.md")
    for place in (0, 1):
        program.export.export_markdown()
        program.notices.bar.buttons[place].click()
    assert asked == [("open_file", "a.md"), ("show_folder", "a.md")]


def test_a_duplicate_is_a_new_sheet_without_the_id_and_not_saved(program: Program):
    program.opening.duplicate_sheet()
    copy = current(program)
    assert copy.sheet == SMALL.with_answer(1, BLANK)
    assert (copy.path, copy.dirty) == (None, True)
    copy.undo()
    assert copy.sheet.with_answer(1, SMALL[1]) != SMALL


# words


def test_all_places_are_replaced_as_one_step_of_undo(program: Program):
    program.find.replace_words()
    program.work.find_bar.line.setText("the")
    program.work.find_bar.other.setText("this")
    program.work.find_bar.all.click()
    assert current(program).sheet[10].details == "this treaty is concluded for an indefinite period."
    assert current(program).sheet[11].details.count("this") == 2
    assert "3 places replaced" in program.work.find_bar.result.text()
    program.answers.undo()
    assert current(program).sheet == SMALL


def test_one_place_is_replaced_and_the_next_is_shown(program: Program):
    program.find.replace_words()
    program.work.find_bar.line.setText("agreement")
    program.work.find_bar.other.setText("pact")
    program.work.find_bar.one.click()
    while current(program).sheet == SMALL:
        program.work.find_bar.one.click()
    assert current(program).sheet[11].details == SMALL[11].details.replace("agreement", "pact", 1)
    program.answers.undo()
    assert current(program).sheet == SMALL


def test_today_and_a_citation_are_typed_where_the_cursor_is(program: Program):
    program.form_page.go_to(11)
    program.form_page.cards[11].editor.focus_description()
    field = QApplication.focusWidget()
    assert isinstance(field, QTextEdit)
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    program.answers.insert_citation()
    QTest.keyClicks(field, "7")
    program.answers.insert_today()
    current(program).flush_pending()
    today = date.today()
    words = PartialDate(today.year, today.month, today.day).words
    assert current(program).sheet[11].details.endswith(f"(Art. 7{words})")


# complete


def test_what_is_to_do_is_one_number(program: Program):
    document = current(program)
    document.check()
    assert counts(document)[Filter.TO_DO] == len(to_do(document)) == len(lacking_rows(document))


def test_marking_complete_saves_first(program: Program, path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(program.work.completion, "open_for", lambda _document: False)
    current(program).put(5, answer(5, value="yes", details="So."))
    program.answers.mark_complete()
    assert not current(program).dirty
    assert read_sheet(path).sheet[5].value == "yes"
    assert current(program).session.complete


# files


def test_a_file_that_is_deleted_is_told_at_once_and_made_anew_by_saving(
    program: Program, path: Path, qtbot: QtBot
):
    path.unlink()
    qtbot.waitUntil(lambda: "deleted" in said(program), timeout=5000)
    assert current(program).dirty
    assert "makes it anew" in program.window.status.saved.text()
    assert program.saving.save()
    assert read_sheet(path).sheet == SMALL
    assert not current(program).dirty
    assert said(program) == ""


def test_a_file_that_comes_back_is_no_loss(program: Program, path: Path, qtbot: QtBot):
    text = path.read_bytes()
    path.unlink()
    qtbot.waitUntil(lambda: current(program).dirty, timeout=5000)
    path.write_bytes(text)
    qtbot.waitUntil(lambda: not current(program).dirty, timeout=5000)


@pytest.mark.parametrize("agreed", [True, False])
def test_another_sheet_is_replaced_only_if_a_person_says_so(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agreed: bool
):
    other = tmp_path / "ATOP5041.txt"
    other.write_text(sheet_to_normalized(SMALL.with_answer(5, answer(5, value="yes"))), encoding="utf-8")
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: other)
    monkeypatch.setattr(dialogs, "ask_replace", lambda *_: agreed)
    assert program.saving.save_as() is agreed
    assert (read_sheet(other).sheet == SMALL) is agreed


def test_nobody_is_asked_to_replace_what_is_never_replaced(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = tmp_path / "notes.txt"
    other.write_text("My notes", encoding="utf-8")
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: other)
    assert not program.saving.save_as()  # ask_replace would fail this test
    assert other.read_text(encoding="utf-8") == "My notes"


def test_what_was_open_opens_again_at_its_question(program: Program, path: Path):
    program.form_page.go_to(11)
    program.opening.remember()
    program.workspace.close(program.workspace.pages[0])
    program.opening.open_left_off()
    assert current(program).path == path
    assert current(program).current == 11


# how buttons announce themselves, and what people said


def test_one_of_several_is_a_radio_button_and_any_of_several_a_check_box(program: Program):
    roles = {
        number: QAccessible.queryAccessibleInterface(
            next(iter(program.form_page.cards[number].editor.bar.segments.values()))
        ).role()
        for number in (5, 16)
    }
    assert roles == {5: QAccessible.Role.RadioButton, 16: QAccessible.Role.CheckBox}


def test_a_radio_button_that_is_pressed_again_is_taken_back(program: Program):
    segment = program.form_page.cards[5].editor.bar.segments["no"]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert current(program).sheet[5].is_blank
    assert not segment.isChecked()
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert current(program).sheet[5].value == "no"


def test_comments_are_seen_at_the_card_in_the_outline_and_on_the_tab(program: Program):
    current(program).session.comment(10, "Is that so?")
    card = program.form_page.cards[10]
    assert card.comments is not None
    assert card.comments.text() == "1 comment"
    assert program.form_page.cards[11].comments is None
    assert "1 comment" in program.workspace.pages[0].tab
    model = program.work.outline.model
    spoken = [
        model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        if isinstance(one := model.index(row).data(ROW), QuestionRow) and one.question.number == 10
    ]
    assert spoken[0].endswith("1 comment")
    card.comments.click()
    assert program.work.panels.current == "Review"


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("Check the code, or accept it with a reason.", "Check the code."),
        ("Write Yes, or accept it with a reason if it is only a comment.", "Write Yes."),
        ("Nothing of the kind.", "Nothing of the kind."),
    ],
)
def test_an_accepted_warning_offers_no_acceptance(message: str, left: str):
    assert without_offer(message) == left


def test_the_history_fits_the_screen(program: Program):
    program.theme.set_zoom(200)
    program.history.show_history()
    page = program.history.page
    assert page is not None
    room = page.screen().availableSize()
    assert page.width() <= room.width()
    assert page.height() <= room.height()
    assert page.left.width() <= page.width() // 3
    page.close()


def test_large_text_in_a_small_window_leaves_out_what_the_menu_has(program: Program, qtbot: QtBot):
    header = program.window.header
    program.window.resize(1024, 700)
    assert header.export.isVisible()
    program.theme.set_zoom(200)
    program.window.resize(1024, 700)
    qtbot.waitUntil(lambda: not header.export.isVisible(), timeout=2000)
    assert program.window.width() == 1024
    assert header.save.isVisible()
    assert header.complete.isVisible()
