"""What is typed is in the sheet a moment after the key, and before anybody sees or changes the sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from atop_coder.files.recovery import read_journal
from atop_coder.gui.app import Program
from atop_coder.gui.form.form_page import TAKEN_OVER
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import read_now
from atop_coder.gui.widgets import dialogs
from atop_coder.sheet import Edit
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, Checks, answer

QUESTION = 18
WORDS = "Consult-at-once."  # one word: with the next another step would begin
Open = Callable[..., Program]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def program(open_window: Open, file: Path) -> Program:
    return open_window(file)


def typed(program: Program, words: str = WORDS, number: int = QUESTION) -> Document:
    """Types into the description of a question, and does not wait; returns the document."""
    program.form_page.go_to(number)
    program.form_page.cards[number].editor.focus_description()
    field = program.form_page.cards[number].editor.findChildren(QTextEdit)[0]
    QTest.keyClicks(field, words)
    assert program.workspace.document is not None
    return program.workspace.document


def raw(document: Document) -> str:
    """What the sheet holds, without asking for what is being typed."""
    return document.sheet[QUESTION].details


# The moment


def test_a_key_waits_a_moment_for_the_sheet(program: Program):
    assert raw(typed(program)) == ""


def test_after_a_moment_the_sheet_has_it_unasked(program: Program, qtbot: QtBot):
    document = typed(program)
    qtbot.waitUntil(lambda: raw(document) == WORDS, timeout=1000)


def test_the_moment_is_one_that_nobody_notices():
    assert TAKEN_OVER <= 100


def test_one_who_types_on_and_on_does_not_put_it_off(program: Program, qtbot: QtBot):
    document = typed(program, "a")
    field = program.form_page.text_field()
    assert isinstance(field, QTextEdit)
    for _ in range(20):
        qtbot.wait(TAKEN_OVER // 4)
        QTest.keyClicks(field, "a")
    assert len(raw(document)) > 10


def test_several_keys_are_one_change(program: Program):
    document = typed(program)
    changes: list[Edit] = []
    document.edit_applied.connect(changes.append)
    document.flush()
    assert changes == [Edit(QUESTION, SMALL[QUESTION], answer(QUESTION, details=WORDS))]


# Before anybody needs it


def test_to_look_at_the_sheet_takes_nothing_over(program: Program):
    document = typed(program)
    assert document.sheet[QUESTION].details == ""
    assert document.name == "ATOP 5040"
    assert raw(document) == ""


def test_whoever_asks_for_all_of_it_finds_it_in_the_sheet(program: Program):
    document = typed(program)
    document.flush_pending()
    assert document.sheet[QUESTION].details == WORDS


def test_an_edit_from_elsewhere_comes_after_it_and_loses_none_of_it(program: Program):
    document = typed(program)
    changes: list[int] = []
    document.edit_applied.connect(lambda edit: changes.append(edit.question))
    document.put(5, answer(5, value="yes"))
    assert changes == [QUESTION, 5]
    assert document.sheet[QUESTION].details == WORDS


def test_a_sheet_with_a_key_just_typed_is_not_saved(program: Program):
    assert typed(program, "x").dirty


def test_saving_writes_it(program: Program, file: Path):
    typed(program)
    assert program.saving.save()
    assert read_now(file).sheet[QUESTION].details == WORDS


def test_saving_under_another_name_writes_it(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: tmp_path / "other.txt")
    typed(program)
    assert program.saving.save_as()
    assert read_now(tmp_path / "other.txt").sheet[QUESTION].details == WORDS


def test_closing_the_sheet_asks_for_it(program: Program, file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.SAVE)
    typed(program)
    program.closing.close_page()
    assert read_now(file).sheet[QUESTION].details == WORDS


def test_closing_the_window_asks_for_it(program: Program, file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.SAVE)
    typed(program)
    program.window.close()
    assert read_now(file).sheet[QUESTION].details == WORDS


def test_another_tab_leaves_it_in_its_own_sheet(program: Program):
    first = typed(program)
    program.opening.start_sheet(5041, "Lee")
    assert raw(first) == WORDS
    assert program.workspace.document is not None
    assert program.workspace.document is not first
    assert program.workspace.document.sheet[QUESTION].is_blank


def test_leaving_the_field_takes_it_over(program: Program):
    document = typed(program)
    program.form_page.cards[5].editor.focus_first()
    assert raw(document) == WORDS


def test_going_to_another_question_without_the_cursor_takes_it_over(program: Program):
    document = typed(program)
    program.form_page.go_to(5, focus=False)
    assert raw(document) == WORDS


def test_reverting_takes_it_back_and_undo_brings_it_again(program: Program):
    document = typed(program)
    program.saving.revert()
    assert document.sheet[QUESTION].details == ""
    program.answers.undo()
    assert document.sheet[QUESTION].details == WORDS


def test_the_journal_has_it_within_a_second(program: Program, qtbot: QtBot):
    typed(program)
    folder = program.journals.folder
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.journal"))), timeout=1000)
    (left,) = map(read_journal, folder.glob("*.journal"))
    assert left.lost == {QUESTION: answer(QUESTION, details=WORDS)}


def test_a_crash_in_the_moment_keeps_it(program: Program):
    typed(program)
    program.journals.sync()
    (left,) = map(read_journal, program.journals.folder.glob("*.journal"))
    assert left.lost == {QUESTION: answer(QUESTION, details=WORDS)}


# Undo


def test_undo_can_be_had_from_the_first_key_on(program: Program):
    typed(program, "x")
    assert program.actions["undo"].isEnabled()


def test_undo_in_the_moment_takes_back_what_is_typed(program: Program):
    document = typed(program)
    program.answers.undo()
    assert document.sheet[QUESTION].details == ""


def test_redo_after_it_brings_all_of_it(program: Program):
    document = typed(program)
    program.answers.undo()
    program.answers.redo()
    assert document.sheet[QUESTION].details == WORDS


def test_words_taken_over_by_leaving_are_one_step_with_those_before(program: Program):
    document = typed(program, "Consult-")
    document.flush()
    typed(program, "at-once.")
    program.form_page.cards[5].editor.focus_first()
    assert document.sheet[QUESTION].details == WORDS
    program.answers.undo()
    assert document.sheet[QUESTION].details == ""


def test_a_choice_in_the_moment_is_a_step_of_its_own(program: Program):
    document = typed(program, "Words.", 12)
    program.answers.answer_yes()
    assert document.sheet[12] == answer(12, value="yes", details="Words.")
    program.answers.undo()
    assert document.sheet[12] == answer(12, details="Words.")


# Sheets that only can be read


def test_a_sheet_that_another_has_takes_no_key(program: Program):
    assert program.workspace.document is not None
    program.workspace.document.session.reading_only = True
    document = typed(program)
    assert program.form_page.cards[QUESTION].editor.answer().is_blank
    assert document.sheet[QUESTION].is_blank


# The document alone


def test_what_is_deferred_is_fetched_once(qapp: object):
    document = Document(SMALL, checker=Checks())
    asked: list[bool] = []
    document.defer(lambda: asked.append(True))
    document.defer(lambda: asked.append(False))
    document.flush()
    document.flush()
    assert asked == [True]


def test_a_new_one_is_told(qapp: object, qtbot: QtBot):
    document = Document(SMALL, checker=Checks())
    with qtbot.waitSignal(document.typing, timeout=500):
        document.defer(lambda: None)


def test_keys_of_the_window_see_it_too(program: Program, file: Path):
    typed(program)
    field = program.form_page.text_field()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert read_now(file).sheet[QUESTION].details == WORDS
