"""Whole days: a coder fills in a new sheet by keyboard alone; a reviewer revises the real sheets."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.gui.app import Program
from atop_coder.gui.session.settings import NEVER
from atop_coder.gui.widgets import dialogs
from atop_coder.reading import read_sheet
from atop_coder.sheet import PartialDate, Sheet
from tests.gui.conftest import FORM, answer

Open = Callable[..., Program]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Hands:
    """A person at the keyboard: keys go to what has the focus, and to nothing else."""

    def __init__(self, program: Program) -> None:
        self.window, self.workspace = program.window, program.workspace

    @property
    def field(self) -> QWidget:
        """What has the focus; offscreen, a list of suggestions that closes takes it along for a moment."""
        if QApplication.focusWidget() is None:
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window, 2000)
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def type(self, words: str) -> None:
        for letter in words:
            if letter == "\n":
                self.press(Key.Key_Return)
            elif letter.isascii():
                QTest.keyClicks(self.field, letter)
            else:
                self.press_letter(letter)

    def press_letter(self, letter: str) -> None:
        """A letter that QTest knows no key for, and would end the program at."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.field, event)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.field, key, modifiers)
        QApplication.processEvents()

    def go_to(self, number: int) -> None:
        self.press(Key.Key_G, CTRL)
        self.type(str(number))
        self.press(Key.Key_Return)
        assert self.workspace.document is not None
        assert self.workspace.document.current == number

    def describe(self, words: str) -> None:
        """Tabs on to the description of the current question and types into it."""
        for _ in range(8):
            if isinstance(self.field, QTextEdit):
                break
            self.press(Key.Key_Tab)
        assert isinstance(self.field, QTextEdit)
        self.type(words)


def ready(program: Program, qtbot: QtBot) -> Hands:
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=5000)
    program.form_page.build_all()
    return Hands(program)


def test_a_coder_fills_in_a_new_sheet_saves_reopens_and_exports(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_new", lambda *_: (5041, "Jae-eon Lee"))
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: tmp_path / path.name)
    program = open_window()
    hands = ready(program, qtbot)
    hands.press(Key.Key_N, CTRL)
    assert program.workspace.document is not None

    hands.go_to(3)
    hands.type("12/25/2003")
    hands.go_to(4)
    for state in ("703", "Kazakhstan"):
        hands.type(state)
        hands.press(Key.Key_Return)
    hands.go_to(5)
    hands.press(Key.Key_N, ALT)
    hands.press(Key.Key_Return, CTRL)
    assert program.workspace.document.current == 6
    hands.go_to(10)
    hands.press(Key.Key_Y, ALT)
    hands.describe("“For an indefinite period.” (Art. 4)\nIt begins at once.")
    hands.press(Key.Key_Down, CTRL)
    assert program.workspace.document.current == 11
    hands.press(Key.Key_U, ALT)
    hands.go_to(15)
    hands.press(Key.Key_A, ALT)
    hands.go_to(18)
    hands.describe("To help.")
    hands.press(Key.Key_S, CTRL)

    sheet = read_sheet(tmp_path / "ATOP5041.txt").sheet
    assert sheet.atop_id == 5041
    assert [entry.date for entry in sheet.signature_dates] == [PartialDate(2003, 12, 25)]
    assert [member.ccode for member in sheet.members] == [703, 705]
    assert sheet[5] == answer(5, value="no")
    assert sheet[10] == answer(
        10, value="yes", details="“For an indefinite period.” (Art. 4)\n\nIt begins at once."
    )
    assert sheet[11] == answer(11, status="unknown")
    assert sheet[15] == answer(15, status="not_applicable")
    assert sheet[18] == answer(18, details="To help.")
    assert sheet[61].value == ("Jae-eon Lee",)

    hands.press(Key.Key_W, CTRL)
    assert program.workspace.documents == []
    program.opening.open_paths([tmp_path / "ATOP5041.txt"])
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == sheet
    hands.press(Key.Key_E, CTRL)
    book = openpyxl.load_workbook(tmp_path / "ATOP5041.xlsx")
    words = "\n".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    assert "“For an indefinite period.” (Art. 4)" in words


@pytest.mark.parametrize("place", [0, 1])
def test_a_reviewer_changes_three_answers_undoes_one_and_the_file_differs_in_just_those(
    open_window: Open,
    qtbot: QtBot,
    real_sheets: list[Path],
    place: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    original = tmp_path / "original.txt"
    original.write_bytes(real_sheets[place].read_bytes())
    before = read_sheet(original).sheet
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: path)
    program = open_window(original)
    program.settings.put("stamp", NEVER)
    hands = ready(program, qtbot)
    assert program.workspace.document is not None
    program.workspace.document.check()

    changed = [number for number in (8, 22, 29, 34, 40) if before[number].value == "no"][:3]
    for number in changed:
        hands.go_to(number)
        hands.press(Key.Key_U, ALT)
    hands.press(Key.Key_Z, CTRL)
    assert program.workspace.document.current == changed[2]
    hands.press(Key.Key_S, CTRL)

    saved = tmp_path / f"ATOP{before.atop_id}.txt"
    after = read_sheet(saved).sheet
    assert differing(before, after) == changed[:2]
    assert original.read_bytes() == real_sheets[place].read_bytes()


def differing(one: Sheet, other: Sheet) -> list[int]:
    return [number for number in FORM.by_number if one[number] != other[number]]


def test_a_reviewer_walks_the_flagged_questions_by_f8(open_window: Open, qtbot: QtBot, tmp_path: Path):
    from atop_coder.writing.normalized import sheet_to_normalized

    wrong = Sheet.of({1: answer(1, value=50401), 10: answer(10, value="yes"), 60: answer(60, value="2150")})
    path = tmp_path / "ATOP50401.txt"
    path.write_text(sheet_to_normalized(wrong), encoding="utf-8")
    program = open_window(path)
    hands = ready(program, qtbot)
    assert program.workspace.document is not None
    program.workspace.document.check()
    hands.go_to(2)
    seen = []
    for _ in range(3):
        hands.press(Key.Key_F8)
        seen.append(program.workspace.document.current)
    assert seen == [10, 60, 1]
    hands.press(Key.Key_F8, SHIFT)
    assert program.workspace.document.current == 60


def test_every_question_can_be_reached_by_tab_in_reading_order(
    open_window: Open, qtbot: QtBot, tmp_path: Path
):
    from atop_coder.writing.normalized import sheet_to_normalized

    path = tmp_path / "empty.txt"
    path.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    program = open_window(path)
    hands = ready(program, qtbot)
    assert program.workspace.document is not None
    hands.go_to(1)
    seen = [1]
    for _ in range(400):
        hands.press(Key.Key_Tab)
        if program.workspace.document.current != seen[-1]:
            seen.append(program.workspace.document.current)
        if program.workspace.document.current == 61:
            break
    assert seen == list(range(1, 62))
    assert program.workspace.document.sheet == Sheet.empty()
    assert not program.workspace.document.dirty


def test_typing_is_undone_word_by_word_and_redone(open_window: Open, qtbot: QtBot, tmp_path: Path):
    from atop_coder.writing.normalized import sheet_to_normalized

    path = tmp_path / "empty.txt"
    path.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    program = open_window(path)
    hands = ready(program, qtbot)
    assert program.workspace.document is not None
    hands.go_to(18)
    hands.describe("Some words.")
    hands.press(Key.Key_Z, CTRL)
    assert program.workspace.document.sheet[18].details == "Some"
    hands.press(Key.Key_Z, CTRL)
    assert program.workspace.document.sheet[18].is_blank
    assert program.form_page.cards[18].isAncestorOf(hands.field)
    for _ in range(2):
        hands.press(Key.Key_Z, CTRL | SHIFT)
    assert program.workspace.document.sheet[18].details == "Some words."


def test_a_field_in_error_is_mended_and_the_message_goes_at_once(
    open_window: Open, qtbot: QtBot, tmp_path: Path
):
    from atop_coder.writing.normalized import sheet_to_normalized

    path = tmp_path / "empty.txt"
    path.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    program = open_window(path)
    hands = ready(program, qtbot)
    program.surroundings.load()
    qtbot.waitUntil(lambda: program.surroundings.surroundings is not None, timeout=10000)
    assert program.workspace.document is not None
    hands.go_to(10)
    hands.press(Key.Key_Y, ALT)
    qtbot.wait(400)
    assert program.form_page.cards[10].bars == []
    hands.press(Key.Key_Down, CTRL)
    assert [bar.problem.code for bar in program.form_page.cards[10].bars] == ["description-owed"]
    hands.press(Key.Key_Up, CTRL)
    hands.press(Key.Key_N, ALT)
    qtbot.waitUntil(lambda: program.form_page.cards[10].bars == [], timeout=1000)


def test_a_coder_takes_both_numbers_of_a_published_alliance(open_window: Open, qtbot: QtBot, tmp_path: Path):
    from atop_coder.writing.normalized import sheet_to_normalized

    path = tmp_path / "empty.txt"
    path.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    program = open_window(path)
    hands = ready(program, qtbot)
    program.surroundings.load()
    qtbot.waitUntil(lambda: program.surroundings.surroundings is not None, timeout=10000)
    assert program.workspace.document is not None
    hands.go_to(2)
    hands.press(Key.Key_A, ALT)
    hands.go_to(3)
    hands.type("June 7, 1921")
    hands.go_to(4)
    for state in ("Romania", "345"):
        hands.type(state)
        hands.press(Key.Key_Return)
    assert program.workspace.document.sheet.atop_id is None  # nothing was put in by itself
    assert program.workspace.document.sheet[2] == answer(2, status="not_applicable")

    hands.go_to(1)
    hands.press(Key.Key_Tab)
    assert hands.field.accessibleName().endswith("put in 2085")
    hands.press(Key.Key_Return)
    assert program.workspace.document.sheet.atop_id == 2085
    hands.go_to(2)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    assert hands.field.accessibleName().endswith("put in 3030")
    hands.press(Key.Key_Space)
    assert program.workspace.document.sheet[2] == answer(2, value=3030)
    assert program.form_page.cards[2].isAncestorOf(hands.field)
    hands.press(Key.Key_Z, CTRL)
    assert program.workspace.document.sheet[2] == answer(2, status="not_applicable")
    assert program.workspace.document.sheet.atop_id == 2085
    hands.press(Key.Key_Z, CTRL | SHIFT)
    assert program.workspace.document.sheet[2] == answer(2, value=3030)


def test_what_comes_above_does_not_push_the_current_question_away(
    open_window: Open, qtbot: QtBot, tmp_path: Path
):
    from atop_coder.writing.normalized import sheet_to_normalized

    path = tmp_path / "empty.txt"
    path.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    program = open_window(path)
    hands = ready(program, qtbot)
    program.surroundings.load()
    qtbot.waitUntil(lambda: program.surroundings.surroundings is not None, timeout=10000)
    hands.go_to(3)
    hands.type("June 7, 1921")
    hands.go_to(4)
    hands.type("Romania\n")
    card = program.form_page.cards[4]
    qtbot.wait(50)
    place, inside = card.mapTo(program.window, card.rect().topLeft()), card.y()
    hands.type("345\n")
    qtbot.waitUntil(lambda: card.y() > inside, timeout=1000)
    assert card.mapTo(program.window, card.rect().topLeft()) == place


def test_two_sheets_and_a_typo_by_keyboard(open_window: Open, qtbot: QtBot, tmp_path: Path):
    from atop_coder.writing.normalized import sheet_to_normalized

    two_dates = [{"date": "1941-07-12"}, {"date": "1942-05"}]
    for name, dates in ((5040, two_dates), (5041, two_dates[:1])):
        sheet = Sheet.of({1: answer(1, value=name), 3: answer(3, value=dates)})
        (tmp_path / f"ATOP{name}.txt").write_text(sheet_to_normalized(sheet), encoding="utf-8")
    program = open_window(tmp_path / "ATOP5040.txt", tmp_path / "ATOP5041.txt")
    hands = ready(program, qtbot)
    program.settings.put("stamp", NEVER)

    hands.press(Key.Key_Tab, CTRL)
    hands.go_to(3)
    hands.type("xx")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_PageDown, CTRL)
    hands.go_to(3)
    hands.type("xx")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_S, CTRL)
    typo = read_sheet(tmp_path / "ATOP5041.txt").sheet[3]
    assert "xx" in typo.details
    assert program.workspace.document is not None
    assert program.workspace.document.session.problems_of(3)

    while program.workspace.document.history.past:
        hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_S, CTRL)
    assert read_sheet(tmp_path / "ATOP5041.txt").sheet[3] == answer(3, value=two_dates[:1])
    hands.press(Key.Key_PageUp, CTRL)
    while program.workspace.document.history.past:
        hands.press(Key.Key_Z, CTRL)
    assert program.workspace.document.sheet[3] == answer(3, value=two_dates)
    hands.press(Key.Key_M, CTRL)
    assert program.work.completion.isVisible()
    hands.press(Key.Key_Escape)
    assert not program.work.completion.isVisible()


def test_a_reviewer_accepts_comments_and_marks_complete_without_a_mouse(
    open_window: Open, qtbot: QtBot, real_sheets: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from atop_coder.writing.normalized import sheet_to_normalized

    sheet = read_sheet(real_sheets[0]).sheet.with_answer(31, answer(31, value="yes"))
    path = tmp_path / f"ATOP{sheet.atop_id}.txt"
    path.write_text(sheet_to_normalized(sheet), encoding="utf-8")
    program = open_window(path)
    program.settings.put("stamp", NEVER)
    hands = ready(program, qtbot)
    document = program.workspace.document
    assert document is not None
    document.check()
    hands.press(Key.Key_F8)
    assert document.current == 31
    hands.press(Key.Key_W, ALT)
    hands.type("So it is.\n")
    (warning,) = document.session.problems_of(31)
    assert document.session.reason_for(warning) == "So it is."
    document.session.comment(31, "Seen.")
    hands.go_to(22)
    hands.press(Key.Key_Y, ALT)
    hands.describe("A limit.")
    hands.press(Key.Key_M, CTRL)
    assert document.session.complete
    assert read_sheet(path).sheet[22] == answer(22, value="yes", details="A limit.")


def test_what_is_typed_after_the_sheet_was_changed_goes_to_the_question_that_is_current(
    open_window: Open, qtbot: QtBot, tmp_path: Path
):
    from atop_coder.writing.normalized import sheet_to_normalized

    for name in ("ATOP5040", "ATOP5041"):
        (tmp_path / f"{name}.txt").write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    program = open_window(tmp_path / "ATOP5040.txt", tmp_path / "ATOP5041.txt")
    hands = ready(program, qtbot)
    hands.go_to(2)
    hands.press(Key.Key_PageDown, CTRL)
    document = program.workspace.document
    assert document is not None
    assert program.form_page.cards[document.current].isAncestorOf(hands.field)
    hands.type("17")
    document.flush_pending()
    assert [number for number, one in document.sheet if not one.is_blank] == [document.current]
