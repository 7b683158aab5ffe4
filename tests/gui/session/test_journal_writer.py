"""The window and its journals: what is typed is on disk, what is saved or given up is not kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from atop_coder.errors import AtopError
from atop_coder.files.journal import Journal
from atop_coder.files.recovery import Fit, Left, read_journal
from atop_coder.gui.app import Program
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.journal_writer import EVERY, JournalWriter
from atop_coder.gui.widgets import dialogs
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, Checks, answer

Open = Callable[..., Program]


@pytest.fixture
def normalized(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def program(open_window: Open, normalized: Path) -> Program:
    return open_window(normalized)


def journals(program: Program) -> list[Left]:
    return [read_journal(path) for path in sorted(program.journals.folder.glob("*.journal"))]


def test_opening_and_looking_leaves_no_journal(program: Program):
    program.form_page.go_to(11)
    program.journals.note()
    assert journals(program) == []


def test_a_change_is_in_the_journal_within_a_second(program: Program, normalized: Path, qtbot: QtBot):
    program.form_page.cards[5].editor.choose("yes")
    qtbot.waitUntil(lambda: bool(journals(program)), timeout=1000)
    (left,) = journals(program)
    assert left.path == normalized
    assert left.fit == Fit.SAME
    assert left.lost == {5: answer(5, value="yes")}


def test_it_is_noted_twice_a_second():
    assert EVERY <= 500


def test_words_that_are_being_typed_are_in_the_journal(program: Program, qtbot: QtBot):
    program.form_page.go_to(10)
    (field,) = program.form_page.cards[10].findChildren(QTextEdit)
    qtbot.keyClicks(field, "Hello")
    program.journals.note()
    (left,) = journals(program)
    assert left.sheet[10].details.endswith("Hello")


def test_a_number_that_is_not_taken_over_yet_is_in_the_journal_and_not_in_the_sheet(
    program: Program, qtbot: QtBot
):
    program.form_page.go_to(2)
    field = program.form_page.cards[2].editor.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "3050")
    program.journals.note()
    assert journals(program)[0].sheet[2] == answer(2, value=3050)
    assert program.workspace.document is not None
    assert program.workspace.document.sheet[2].is_blank
    program.form_page.commit()
    assert program.workspace.document.sheet[2] == answer(2, value=3050)


def test_a_save_ends_the_journal(program: Program):
    program.form_page.cards[5].editor.choose("yes")
    program.journals.note()
    assert program.saving.save()
    assert journals(program) == []
    program.form_page.cards[5].editor.choose("no")
    program.journals.note()
    assert journals(program)[0].fit == Fit.SAME


def test_a_save_that_is_refused_does_not(program: Program, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AtopError("not-writable", file="a", reason="the disk is full")

    monkeypatch.setattr("atop_coder.gui.window.controllers.save.save_session", refuse)
    program.form_page.cards[5].editor.choose("yes")
    assert not program.saving.save()
    program.journals.note()
    assert journals(program)[0].lost == {5: answer(5, value="yes")}


def test_a_new_sheet_has_a_journal_before_it_has_a_name(open_window: Open):
    program = open_window()
    program.opening.start_sheet(5041, "Lee")
    program.form_page.go_to(5)
    program.form_page.cards[5].editor.choose("yes")
    program.journals.note()
    (left,) = journals(program)
    assert left.fit == Fit.UNNAMED
    assert left.lost == {5: answer(5, value="yes")}


def test_what_a_person_gives_up_is_not_kept(program: Program, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.DISCARD)
    program.form_page.cards[5].editor.choose("yes")
    program.journals.note()
    program.closing.close_page()
    assert journals(program) == []


def test_closing_the_window_asks_once_for_all_and_leaves_nothing_behind(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    paths = [tmp_path / f"ATOP504{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    program = open_window(*paths)
    for document in program.workspace.documents:
        document.put(5, answer(5, value="yes"))
    program.journals.note()
    asked = []

    def ask(_window: object, names: list[str]) -> dialogs.Closing:
        asked.append(names)
        return dialogs.Closing.DISCARD

    monkeypatch.setattr(dialogs, "ask_closing", ask)
    assert program.window.close()
    assert len(asked) == 1
    assert len(asked[0]) == 3
    assert journals(program) == []
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


def test_a_journal_that_cannot_be_written_is_told_once_and_tried_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keeper = JournalWriter(tmp_path / "journals")
    document = Document(SMALL, checker=Checks())
    keeper.follow(document)
    told: list[str] = []
    keeper.failed.connect(told.append)
    write = Journal._write

    def refuse(*_: object) -> None:
        raise AtopError("journal-not-writable", folder=tmp_path, reason="the disk is full")

    monkeypatch.setattr(Journal, "_write", refuse)
    document.put(5, answer(5, value="yes"))
    keeper.note()
    document.put(9, answer(9, value="yes"))
    keeper.note()
    assert len(told) == 1
    assert "the disk is full" in told[0]
    monkeypatch.setattr(Journal, "_write", write)
    keeper.note()
    assert keeper.journals[document].sheet == document.sheet
    keeper.leave(document)
    keeper.stop()


def test_asking_for_what_is_typed_changes_nothing(program: Program, qtbot: QtBot):
    program.form_page.build_all()
    for number, card in program.form_page.cards.items():
        assert card.editor.draft() == SMALL[number]
    program.form_page.go_to(2)
    field = program.form_page.cards[2].editor.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "12")
    for _ in range(3):
        assert program.form_page.cards[2].editor.draft() == answer(2, value=12)
    qtbot.keyClick(field, Qt.Key.Key_3)
    program.form_page.commit()
    assert program.workspace.document is not None
    assert program.workspace.document.sheet[2] == answer(2, value=123)
