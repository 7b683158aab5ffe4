"""The window: opening, saving, moving, answering by keys, closing."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from atop_coder.form import Status
from atop_coder.gui.app import Program
from atop_coder.gui.session.opening import MAX_SHEETS
from atop_coder.gui.session.settings import ALWAYS, NEVER
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.theme import ZOOMS, Theme
from atop_coder.gui.window.controllers.save import PUT_IN
from atop_coder.gui.window.splitter_layout import PANELS
from atop_coder.reading import read_sheet
from atop_coder.sheet import PartialDate, Sheet, sheet_to_data
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import FORM, SMALL, answer

Open = Callable[..., Program]


@pytest.fixture
def normalized(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def as_json(tmp_path: Path) -> Path:
    path = tmp_path / "5040.json"
    path.write_text(json.dumps(sheet_to_data(SMALL)), encoding="utf-8")
    return path


def said(program: Program) -> str:
    return program.notices.bar.label.text() if program.notices.bar else ""


def press(program: Program, button: str) -> None:
    assert program.notices.bar is not None
    next(chip for chip in program.notices.bar.buttons if chip.text() == button).click()


def trigger(program: Program, name: str) -> None:
    assert program.actions[name].isEnabled()
    program.actions[name].trigger()


# opening


def test_an_empty_window_offers_to_open_something(open_window: Open):
    program = open_window()
    assert program.window.stack.currentWidget() is program.window.welcome
    assert program.window.windowTitle().startswith("ATOP Coder")


def test_a_sheet_is_shown_with_its_title_and_counts(open_window: Open, normalized: Path):
    program = open_window(normalized)
    assert program.window.header.title.text() == "ATOP 5040"
    assert program.window.header.summary.text() == "Kyrgyzstan – Kazakhstan · 25 December 2003 · defense pact"
    assert program.window.status.answered.text().startswith("7 of 61 answered")
    assert program.window.status.saved.text() == "No changes"
    assert not program.window.tabs.isVisible()


def test_opening_and_closing_leaves_the_file_as_it_was(open_window: Open, normalized: Path):
    before = normalized.read_bytes(), normalized.stat().st_mtime_ns
    program = open_window(normalized)
    for number in (1, 4, 18, 61):
        program.form_page.go_to(number)
    program.window.close()
    assert (normalized.read_bytes(), normalized.stat().st_mtime_ns) == before


def test_a_file_that_is_no_sheet_is_told_and_nothing_opens(open_window: Open, tmp_path: Path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague, here is nothing to code.")
    program = open_window()
    program.opening.open_paths([letter])
    assert "letter.txt" in said(program)
    assert program.workspace.documents == []


def test_several_sheets_stand_in_tabs(open_window: Open, normalized: Path, as_json: Path):
    program = open_window(normalized, as_json)
    assert [program.window.tabs.tabText(place) for place in range(program.window.tabs.count())] == [
        "ATOP 5040 · ATOP5040.txt",
        "ATOP 5040 · 5040.json",
    ]
    assert program.window.tabs.isVisible()
    assert program.workspace.document is program.workspace.documents[1]


def test_a_sheet_that_is_open_is_shown_and_not_opened_twice(
    open_window: Open, normalized: Path, as_json: Path
):
    program = open_window(normalized, as_json)
    program.opening.open_paths([normalized])
    assert len(program.workspace.documents) == 2
    assert program.workspace.document is program.workspace.documents[0]


def test_switching_tabs_is_no_edit_and_keeps_each_place(open_window: Open, normalized: Path, as_json: Path):
    program = open_window(normalized, as_json)
    program.form_page.go_to(20)
    trigger(program, "previous-page")
    program.form_page.go_to(7)
    trigger(program, "next-page")
    assert program.workspace.document is program.workspace.documents[1]
    assert program.workspace.document.current == 20
    assert not any(document.dirty for document in program.workspace.documents)


def test_too_many_sheets_at_once_are_told(open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened: list[Path] = []
    program = open_window()
    monkeypatch.setattr(program.opener, "open", opened.extend)
    program.opening.open_paths([tmp_path / f"{number}.txt" for number in range(MAX_SHEETS + 3)])
    assert len(opened) == MAX_SHEETS
    assert str(MAX_SHEETS + 3) in said(program)


def test_files_can_be_dropped(open_window: Open, normalized: Path):
    program = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(normalized))])
    drop = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    program.window.dropEvent(drop)
    assert program.window.header.title.text() == "ATOP 5040"


def test_what_was_opened_is_among_the_recent_files(open_window: Open, normalized: Path):
    program = open_window(normalized)
    assert program.settings.recent == (normalized,)
    program.menus["&File"].aboutToShow.emit()
    assert [action.text() for action in program.recent_menu.actions()] == [str(normalized)]


def test_open_asks_for_files(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_files", lambda *_: [normalized])
    program = open_window()
    trigger(program, "open-files")
    assert program.workspace.documents


# new


def test_a_new_sheet_has_id_coder_and_today(open_window: Open, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_new", lambda *_: (5041, "Lee"))
    program = open_window()
    trigger(program, "new-sheet")
    assert program.workspace.document is not None
    now = date.today()
    assert program.workspace.document.sheet.atop_id == 5041
    assert program.workspace.document.sheet[60].value == PartialDate(now.year, now.month, now.day)
    assert program.workspace.document.sheet[61].value == ("Lee",)
    assert program.settings.text("name") == "Lee"


def test_the_next_id_is_offered(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "ask_new", lambda _window, number, *_: asked.append(number))
    program = open_window(normalized)
    trigger(program, "new-sheet")
    assert asked == [5041]
    assert len(program.workspace.documents) == 1


# saving


def test_save_writes_a_normalized_sheet_over_itself(open_window: Open, normalized: Path):
    program = open_window(normalized)
    program.form_page.cards[5].editor.choose("yes")
    assert program.window.status.saved.text() == "Changes not saved"
    program.settings.put("stamp", NEVER)
    trigger(program, "save")
    assert read_sheet(normalized).sheet[5].value == "yes"
    assert program.window.status.saved.text().startswith("Saved ")


def test_what_was_not_normalized_is_never_overwritten(
    open_window: Open, as_json: Path, monkeypatch: pytest.MonkeyPatch
):
    proposed: list[Path] = []
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: proposed.append(path) or path)
    before = as_json.read_bytes()
    program = open_window(as_json)
    trigger(program, "save")
    assert proposed == [as_json.with_name("ATOP5040.txt")]
    assert as_json.read_bytes() == before
    assert read_sheet(proposed[0]).sheet == SMALL
    assert program.workspace.document is not None
    assert program.workspace.document.path == proposed[0]


def test_a_file_of_another_kind_is_not_saved_over(
    open_window: Open, normalized: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague,")
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: letter)
    program = open_window(normalized)
    trigger(program, "save-as")
    assert letter.read_text() == "Dear colleague,"
    assert "letter.txt" in said(program)


def test_a_file_that_another_program_changed_is_not_saved_over(open_window: Open, normalized: Path):
    program = open_window(normalized)
    program.form_page.cards[5].editor.choose("yes")
    other = sheet_to_normalized(SMALL.with_answer(5, answer(5, value="no", details="By another hand.")))
    normalized.write_text(other, encoding="utf-8")
    trigger(program, "save")
    assert normalized.read_text(encoding="utf-8") == other
    assert program.comparisons.page is not None
    assert program.workspace.document is not None
    assert program.workspace.document.dirty
    program.comparisons.page.reject()


def test_giving_up_the_file_dialog_saves_nothing(
    open_window: Open, as_json: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: None)
    program = open_window(as_json)
    program.form_page.cards[5].editor.choose("yes")
    assert not program.saving.save()
    assert program.workspace.document is not None
    assert program.workspace.document.dirty


def test_revert_takes_all_changes_back_and_can_be_undone(open_window: Open, normalized: Path):
    program = open_window(normalized)
    program.form_page.cards[5].editor.choose("yes")
    trigger(program, "revert")
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == SMALL
    trigger(program, "undo")
    assert program.workspace.document.sheet[5].value == "yes"


def test_saving_a_revised_sheet_offers_date_and_name(open_window: Open, normalized: Path):
    program = open_window(normalized)
    program.settings.put("name", "Lee")
    program.form_page.cards[5].editor.choose("yes")
    trigger(program, "save")
    assert read_sheet(normalized).sheet[60].is_blank
    press(program, PUT_IN)
    saved = read_sheet(normalized).sheet
    assert saved[61].value == ("Lee",)
    assert not saved[60].is_blank


def test_the_offer_is_made_once(open_window: Open, normalized: Path):
    program = open_window(normalized)
    program.form_page.cards[5].editor.choose("yes")
    trigger(program, "save")
    press(program, "Not now")
    program.form_page.cards[5].editor.choose("no")
    trigger(program, "save")
    assert said(program) == ""


def test_always_puts_date_and_name_in_without_asking(open_window: Open, normalized: Path):
    program = open_window(normalized)
    program.settings.put("name", "Lee")
    program.settings.put("stamp", ALWAYS)
    program.form_page.cards[5].editor.choose("yes")
    trigger(program, "save")
    assert read_sheet(normalized).sheet[61].value == ("Lee",)


def test_an_unchanged_sheet_gets_no_date(open_window: Open, normalized: Path):
    program = open_window(normalized)
    program.settings.put("stamp", ALWAYS)
    before = normalized.read_bytes()
    trigger(program, "save")
    assert normalized.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "ending", "magic"), [("export-excel", ".xlsx", b"PK"), ("export-pdf", ".pdf", b"%PDF")]
)
def test_a_sheet_is_written_in_other_forms(
    open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch, name: str, ending: str, magic: bytes
):
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: path)
    program = open_window(normalized)
    trigger(program, name)
    assert normalized.with_suffix(ending).read_bytes().startswith(magic)
    assert program.workspace.document is not None
    assert program.workspace.document.path == normalized


# closing


def test_closing_asks_once_for_all_changed_sheets(
    open_window: Open, normalized: Path, as_json: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[list[str]] = []
    monkeypatch.setattr(
        dialogs, "ask_closing", lambda _w, names: asked.append(names) or dialogs.Closing.CANCEL
    )
    program = open_window(normalized, as_json)
    for place in (0, 1):
        program.workspace.show_at(place)
        program.form_page.cards[5].editor.choose("yes")
    program.window.close()
    assert asked == [["ATOP 5040", "ATOP 5040"]]
    assert program.window.isVisible()


def test_closing_can_save_first(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.SAVE)
    program = open_window(normalized)
    program.form_page.cards[5].editor.choose("yes")
    assert program.window.close()
    assert read_sheet(normalized).sheet[5].value == "yes"


def test_closing_can_leave_the_changes(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.DISCARD)
    before = normalized.read_bytes()
    program = open_window(normalized)
    program.form_page.cards[5].editor.choose("yes")
    assert program.window.close()
    assert normalized.read_bytes() == before


def test_closing_an_unchanged_window_asks_nothing(open_window: Open, normalized: Path):
    assert open_window(normalized).window.close()


def test_closing_the_last_sheet_shows_the_welcome_page(open_window: Open, normalized: Path):
    program = open_window(normalized)
    trigger(program, "close-page")
    assert program.workspace.documents == []
    assert program.window.stack.currentWidget() is program.window.welcome


def test_the_window_comes_back_as_it_was(open_window: Open, theme: Theme, normalized: Path):
    first = open_window(normalized)
    first.window.resize(1111, 777)
    trigger(first, "toggle-outline")
    trigger(first, "zoom-in")
    first.window.close()
    second = open_window()
    assert not second.work.outline_area.isVisibleTo(second.window)
    assert second.settings.number("zoom", 100) == 110
    assert second.settings.picture("window").size() > 0


# moving and answering


@pytest.fixture
def program(open_window: Open, normalized: Path, qtbot: QtBot) -> Program:
    program = open_window(normalized)
    qtbot.waitUntil(program.window.isActiveWindow, timeout=2000)
    return program


def current(program: Program) -> int:
    assert program.workspace.document is not None
    return program.workspace.document.current


def test_next_and_previous_question(program: Program):
    program.form_page.go_to(5)
    trigger(program, "next-question")
    assert current(program) == 6
    trigger(program, "previous-question")
    trigger(program, "previous-question")
    assert current(program) == 4


def test_the_first_and_last_question_are_ends(program: Program):
    program.form_page.go_to(1)
    trigger(program, "previous-question")
    assert current(program) == 1
    program.form_page.go_to(61)
    trigger(program, "next-question")
    assert current(program) == 61


def test_next_unanswered_goes_round(program: Program):
    program.form_page.go_to(3)
    trigger(program, "next-unanswered")
    assert current(program) == 6
    program.form_page.go_to(61)
    trigger(program, "next-unanswered")
    assert current(program) == 2


def test_problems_are_walked_both_ways(program: Program):
    program.form_page.go_to(1)
    trigger(program, "next-problem")
    first = current(program)
    trigger(program, "next-problem")
    trigger(program, "previous-problem")
    assert current(program) == first


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("answer-yes", {"value": "yes"}),
        ("answer-no", {"value": "no"}),
        ("answer-na", {"status": "not_applicable"}),
        ("answer-unknown", {"status": "unknown"}),
    ],
)
def test_keys_answer_the_current_question(program: Program, name: str, wanted: dict[str, object]):
    program.form_page.go_to(12)
    trigger(program, name)
    assert program.workspace.document is not None
    assert program.workspace.document.sheet[12] == answer(12, **wanted)


def test_an_answer_can_be_cleared(program: Program):
    program.form_page.go_to(5)
    trigger(program, "clear-answer")
    assert program.workspace.document is not None
    assert program.workspace.document.sheet[5].status == Status.BLANK


def test_an_answer_that_the_form_does_not_allow_is_refused_in_words(program: Program):
    program.form_page.go_to(1)
    trigger(program, "answer-yes")
    assert "Question 1" in said(program)
    assert program.workspace.document is not None
    assert program.workspace.document.sheet == SMALL


def test_undo_goes_back_to_where_the_change_was(program: Program):
    program.form_page.go_to(12)
    trigger(program, "answer-yes")
    program.form_page.go_to(40)
    trigger(program, "undo")
    assert current(program) == 12
    assert program.form_page.cards[12].isAncestorOf(program.window.focusWidget())


def test_undo_is_grey_when_there_is_nothing_to_undo(program: Program):
    assert not program.actions["undo"].isEnabled()
    program.form_page.cards[12].editor.choose("yes")
    assert program.actions["undo"].isEnabled()


@pytest.mark.parametrize(("typed", "number"), [("44", 44), ("q7", 7), ("renun", 11), ("58.", 58)])
def test_a_question_is_reached_by_number_or_word(qtbot: QtBot, program: Program, typed: str, number: int):
    trigger(program, "go-to")
    qtbot.keyClicks(program.work.go_bar.line, typed)
    qtbot.keyClick(program.work.go_bar.line, Qt.Key.Key_Return)
    assert current(program) == number
    assert program.work.go_bar.isHidden()


def test_a_number_that_is_no_question_stays_to_be_mended(qtbot: QtBot, program: Program):
    trigger(program, "go-to")
    qtbot.keyClicks(program.work.go_bar.line, "62")
    qtbot.keyClick(program.work.go_bar.line, Qt.Key.Key_Return)
    assert not program.work.go_bar.isHidden()
    assert program.work.go_bar.found.text()


def test_find_walks_through_the_places(qtbot: QtBot, program: Program):
    trigger(program, "find-words")
    qtbot.keyClicks(program.work.find_bar.line, "the agreement")
    qtbot.keyClick(program.work.find_bar.line, Qt.Key.Key_Return)
    seen = [current(program)]
    for _ in range(2):
        qtbot.keyClick(program.work.find_bar.line, Qt.Key.Key_Return)
        seen.append(current(program))
    assert 11 in seen
    assert program.work.find_bar.line.hasFocus()
    qtbot.keyClick(program.work.find_bar.line, Qt.Key.Key_Escape)
    assert program.work.find_bar.isHidden()


def test_closing_find_leaves_the_cursor_at_what_was_found(qtbot: QtBot, program: Program):
    from PySide6.QtWidgets import QTextEdit

    trigger(program, "find-words")
    qtbot.keyClicks(program.work.find_bar.line, "indefinite")
    qtbot.keyClick(program.work.find_bar.line, Qt.Key.Key_Return)
    qtbot.keyClick(program.work.find_bar.line, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QTextEdit)
    assert focus.textCursor().selectedText() == "indefinite"


def test_every_tab_of_the_panels_is_read_in_full(program: Program):
    for _ in range(len(ZOOMS)):
        trigger(program, "zoom-in")
        trigger(program, "toggle-panels")
        if not program.work.sides.shows(PANELS):
            trigger(program, "toggle-panels")
        QApplication.processEvents()
        for tab in program.work.panels.tabs.values():
            assert tab.width() >= tab.sizeHint().width(), (program.theme.zoom, tab.title)


def test_a_line_that_was_not_left_is_saved(qtbot: QtBot, program: Program, normalized: Path):
    program.form_page.go_to(4)
    qtbot.keyClicks(QApplication.focusWidget(), "704")
    trigger(program, "save")
    assert [member.ccode for member in read_sheet(normalized).sheet.members] == [703, 705, 704]


def test_the_welcome_is_not_cut_off(open_window: Open):
    program = open_window()
    for zoom in ZOOMS:
        program.theme.set_zoom(zoom)
        QApplication.processEvents()
        for label in program.window.welcome.card.findChildren(Label):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), zoom


def test_what_is_found_in_a_description_is_selected(qtbot: QtBot, program: Program):
    from PySide6.QtWidgets import QTextEdit

    trigger(program, "find-words")
    qtbot.keyClicks(program.work.find_bar.line, "indefinite")
    qtbot.keyClick(program.work.find_bar.line, Qt.Key.Key_Return)
    fields = program.form_page.cards[10].findChildren(QTextEdit)
    assert [field.textCursor().selectedText() for field in fields] == ["indefinite"]


def test_words_that_are_nowhere_are_told(qtbot: QtBot, program: Program):
    trigger(program, "find-words")
    qtbot.keyClicks(program.work.find_bar.line, "xyzzy")
    assert program.work.find_bar.result.text() == "Not found"


def test_f6_goes_round_the_areas(program: Program):
    program.form_page.go_to(3)
    seen = []
    for _ in range(2):
        trigger(program, "next-area")
        focus = program.window.focusWidget()
        seen.append(
            next(
                i
                for i, area in enumerate((program.work.outline, program.form_page, program.work.panels))
                if area.isAncestorOf(focus)
            )
        )
    assert set(seen) >= {0} or 1 in seen


def test_mark_complete_says_what_is_missing_and_goes_there(program: Program):
    trigger(program, "mark-complete")
    assert program.work.completion.isVisible()
    program.work.completion.rows.rows[0].click()
    assert current(program) == 2
    assert program.workspace.document is not None
    assert not program.workspace.document.session.complete


def test_a_sheet_without_blanks_and_errors_is_saved_and_marked_complete(
    open_window: Open, real_sheets: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: path)
    copy = tmp_path / "sheet.txt"
    copy.write_bytes(real_sheets[0].read_bytes())
    program = open_window(copy)
    assert program.workspace.document is not None
    blanks = {
        number: answer(number, details="None.")
        if FORM.question(number).kind == "text"
        else answer(number, value="no")
        for number in program.workspace.document.session.blanks()
    }
    program.workspace.document.put_all(blanks)
    trigger(program, "mark-complete")
    assert program.workspace.document.session.complete, said(program)
    assert "✓" in program.window.header.complete.text()


def test_help_for_the_question_is_shown_and_hidden(program: Program):
    program.form_page.go_to(4)
    trigger(program, "question-help")
    bar = program.form_page.cards[4].help_bar
    assert bar is not None
    assert not bar.isHidden()
    trigger(program, "question-help")
    assert bar.isHidden()


def test_zooming_makes_cards_and_outline_wider(program: Program):
    before = program.work.outline_area.width()
    for _ in range(4):
        trigger(program, "zoom-in")
    assert program.work.outline_area.width() > before
    trigger(program, "zoom-reset")
    assert program.theme.zoom == 100


def test_the_status_line_tells_what_the_question_wants(program: Program):
    program.form_page.go_to(11)
    assert "Question 11" in program.window.status.hint.text()
    assert "Alt+Y" in program.window.status.hint.text()


def test_a_notice_can_be_closed(program: Program):
    program.opening.refuse_file(Path("a"), "a: nothing")
    press(program, "Close")
    assert program.notices.isHidden()


def test_an_empty_sheet_opens_without_a_complaint_on_its_cards(
    open_window: Open, tmp_path: Path, qtbot: QtBot
):
    path = tmp_path / "empty.txt"
    path.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    program = open_window(path)
    assert program.workspace.document is not None
    program.workspace.document.check()
    assert [number for number, card in program.form_page.cards.items() if card.bars] == []


class WatchForWindows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.window)
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_of_the_window_flashes_up_as_a_window_of_its_own(
    open_window: Open, normalized: Path, qapp: QApplication
):
    program = open_window()
    watch = WatchForWindows(program)
    qapp.installEventFilter(watch)
    try:
        program.opening.open_paths([normalized])
        program.form_page.build_all()
        for title in program.work.panels.kinds:
            program.work.panels.show_panel(title)
        for name in ("mark-complete", "find-words", "go-to", "question-help", "accept-warning"):
            trigger(program, name)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_tab_goes_from_a_panel_s_tab_into_the_panel_and_back(qtbot: QtBot, program: Program):
    program.window.resize(1440, 800)
    program.work.panels.show_panel("Reference")
    program.work.panels.start()
    tab = program.work.panels.tabs["Reference"]
    tab.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[0] is program.work.panels.close_button
    assert all(one and program.work.panels.panels["Reference"].isAncestorOf(one) for one in seen[1:])
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is tab
