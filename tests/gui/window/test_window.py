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
from atop_coder.gui.session.opening import SHEET_LIMIT
from atop_coder.gui.session.settings import ALWAYS, NEVER
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.theme import ZOOMS, Theme
from atop_coder.gui.window.main_window import Window
from atop_coder.gui.window.splitter_layout import PANELS
from atop_coder.gui.window.window_files import PUT_IN
from atop_coder.reading import read_sheet
from atop_coder.sheet import PartialDate, Sheet, sheet_to_data
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import FORM, SMALL, answer

Open = Callable[..., Window]


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


def said(window: Window) -> str:
    return window.notices.bar.label.text() if window.notices.bar else ""


def press(window: Window, button: str) -> None:
    assert window.notices.bar is not None
    next(chip for chip in window.notices.bar.buttons if chip.text() == button).click()


def trigger(window: Window, name: str) -> None:
    assert window.actions_by_id[name].isEnabled()
    window.actions_by_id[name].trigger()


# opening


def test_an_empty_window_offers_to_open_something(open_window: Open):
    window = open_window()
    assert window.stack.currentWidget() is window.welcome
    assert window.windowTitle().startswith("ATOP Coder")


def test_a_sheet_is_shown_with_its_title_and_counts(open_window: Open, normalized: Path):
    window = open_window(normalized)
    assert window.header.title.text() == "ATOP 5040"
    assert window.header.summary.text() == "Kyrgyzstan – Kazakhstan · 25 December 2003 · defense pact"
    assert window.status.answered.text() == "7 of 61 answered"
    assert window.status.saved.text() == "No changes"
    assert not window.tabs.isVisible()


def test_opening_and_closing_leaves_the_file_as_it_was(open_window: Open, normalized: Path):
    before = normalized.read_bytes(), normalized.stat().st_mtime_ns
    window = open_window(normalized)
    for number in (1, 4, 18, 61):
        window.page.go_to(number)
    window.close()
    assert (normalized.read_bytes(), normalized.stat().st_mtime_ns) == before


def test_a_file_that_is_no_sheet_is_told_and_nothing_opens(open_window: Open, tmp_path: Path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague, here is nothing to code.")
    window = open_window()
    window.open_paths([letter])
    assert "letter.txt" in said(window)
    assert window.documents == []


def test_several_sheets_stand_in_tabs(open_window: Open, normalized: Path, as_json: Path):
    window = open_window(normalized, as_json)
    assert [window.tabs.tabText(place) for place in range(window.tabs.count())] == ["ATOP 5040", "ATOP 5040"]
    assert window.tabs.isVisible()
    assert window.document is window.documents[1]


def test_a_sheet_that_is_open_is_shown_and_not_opened_twice(
    open_window: Open, normalized: Path, as_json: Path
):
    window = open_window(normalized, as_json)
    window.open_paths([normalized])
    assert len(window.documents) == 2
    assert window.document is window.documents[0]


def test_switching_tabs_is_no_edit_and_keeps_each_place(open_window: Open, normalized: Path, as_json: Path):
    window = open_window(normalized, as_json)
    window.page.go_to(20)
    trigger(window, "previous-sheet")
    window.page.go_to(7)
    trigger(window, "next-sheet")
    assert window.document is window.documents[1]
    assert window.document.current == 20
    assert not any(document.dirty for document in window.documents)


def test_too_many_sheets_at_once_are_told(open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened: list[Path] = []
    window = open_window()
    monkeypatch.setattr(window.opener, "open", opened.extend)
    window.open_paths([tmp_path / f"{number}.txt" for number in range(SHEET_LIMIT + 3)])
    assert len(opened) == SHEET_LIMIT
    assert str(SHEET_LIMIT + 3) in said(window)


def test_files_can_be_dropped(open_window: Open, normalized: Path):
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(normalized))])
    drop = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    assert window.header.title.text() == "ATOP 5040"


def test_what_was_opened_is_among_the_recent_files(open_window: Open, normalized: Path):
    window = open_window(normalized)
    assert window.settings.recent == (normalized,)
    assert window.recent_menu is not None
    assert [action.text() for action in window.recent_menu.actions()] == [str(normalized)]


def test_open_asks_for_files(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_files", lambda *_: [normalized])
    window = open_window()
    trigger(window, "open")
    assert window.documents


# new


def test_a_new_sheet_has_id_coder_and_today(open_window: Open, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_new", lambda *_: (5041, "Lee"))
    window = open_window()
    trigger(window, "new")
    assert window.document is not None
    now = date.today()
    assert window.document.sheet.atop_id == 5041
    assert window.document.sheet[60].value == PartialDate(now.year, now.month, now.day)
    assert window.document.sheet[61].value == ("Lee",)
    assert window.settings.text("name") == "Lee"


def test_the_next_id_is_offered(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "ask_new", lambda _window, number, *_: asked.append(number))
    window = open_window(normalized)
    trigger(window, "new")
    assert asked == [5041]
    assert len(window.documents) == 1


# saving


def test_save_writes_a_normalized_sheet_over_itself(open_window: Open, normalized: Path):
    window = open_window(normalized)
    window.page.cards[5].editor.choose("yes")
    assert window.status.saved.text() == "Changes not saved"
    window.settings.put("stamp", NEVER)
    trigger(window, "save")
    assert read_sheet(normalized).sheet[5].value == "yes"
    assert window.status.saved.text().startswith("Saved ")


def test_what_was_not_normalized_is_never_overwritten(
    open_window: Open, as_json: Path, monkeypatch: pytest.MonkeyPatch
):
    proposed: list[Path] = []
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: proposed.append(path) or path)
    before = as_json.read_bytes()
    window = open_window(as_json)
    trigger(window, "save")
    assert proposed == [as_json.with_name("ATOP5040.txt")]
    assert as_json.read_bytes() == before
    assert read_sheet(proposed[0]).sheet == SMALL
    assert window.document is not None
    assert window.document.path == proposed[0]


def test_a_file_of_another_kind_is_not_saved_over(
    open_window: Open, normalized: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague,")
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: letter)
    window = open_window(normalized)
    trigger(window, "save-as")
    assert letter.read_text() == "Dear colleague,"
    assert "letter.txt" in said(window)


def test_a_file_that_another_program_changed_is_not_saved_over(open_window: Open, normalized: Path):
    window = open_window(normalized)
    window.page.cards[5].editor.choose("yes")
    other = sheet_to_normalized(SMALL.with_answer(5, answer(5, value="no", details="By another hand.")))
    normalized.write_text(other, encoding="utf-8")
    trigger(window, "save")
    assert normalized.read_text(encoding="utf-8") == other
    assert window.comparison is not None
    assert window.document is not None
    assert window.document.dirty
    window.comparison.reject()


def test_giving_up_the_file_dialog_saves_nothing(
    open_window: Open, as_json: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_target", lambda *_: None)
    window = open_window(as_json)
    window.page.cards[5].editor.choose("yes")
    assert not window.save()
    assert window.document is not None
    assert window.document.dirty


def test_revert_takes_all_changes_back_and_can_be_undone(open_window: Open, normalized: Path):
    window = open_window(normalized)
    window.page.cards[5].editor.choose("yes")
    trigger(window, "revert")
    assert window.document is not None
    assert window.document.sheet == SMALL
    trigger(window, "undo")
    assert window.document.sheet[5].value == "yes"


def test_saving_a_revised_sheet_offers_date_and_name(open_window: Open, normalized: Path):
    window = open_window(normalized)
    window.settings.put("name", "Lee")
    window.page.cards[5].editor.choose("yes")
    trigger(window, "save")
    assert read_sheet(normalized).sheet[60].is_blank
    press(window, PUT_IN)
    saved = read_sheet(normalized).sheet
    assert saved[61].value == ("Lee",)
    assert not saved[60].is_blank


def test_the_offer_is_made_once(open_window: Open, normalized: Path):
    window = open_window(normalized)
    window.page.cards[5].editor.choose("yes")
    trigger(window, "save")
    press(window, "Not now")
    window.page.cards[5].editor.choose("no")
    trigger(window, "save")
    assert said(window) == ""


def test_always_puts_date_and_name_in_without_asking(open_window: Open, normalized: Path):
    window = open_window(normalized)
    window.settings.put("name", "Lee")
    window.settings.put("stamp", ALWAYS)
    window.page.cards[5].editor.choose("yes")
    trigger(window, "save")
    assert read_sheet(normalized).sheet[61].value == ("Lee",)


def test_an_unchanged_sheet_gets_no_date(open_window: Open, normalized: Path):
    window = open_window(normalized)
    window.settings.put("stamp", ALWAYS)
    before = normalized.read_bytes()
    trigger(window, "save")
    assert normalized.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "ending", "magic"), [("export-excel", ".xlsx", b"PK"), ("export-pdf", ".pdf", b"%PDF")]
)
def test_a_sheet_is_written_in_other_forms(
    open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch, name: str, ending: str, magic: bytes
):
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: path)
    window = open_window(normalized)
    trigger(window, name)
    assert normalized.with_suffix(ending).read_bytes().startswith(magic)
    assert window.document is not None
    assert window.document.path == normalized


# closing


def test_closing_asks_once_for_all_changed_sheets(
    open_window: Open, normalized: Path, as_json: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[list[str]] = []
    monkeypatch.setattr(
        dialogs, "ask_closing", lambda _w, names: asked.append(names) or dialogs.Closing.CANCEL
    )
    window = open_window(normalized, as_json)
    for place in (0, 1):
        window.show_sheet(place)
        window.page.cards[5].editor.choose("yes")
    window.close()
    assert asked == [["ATOP 5040", "ATOP 5040"]]
    assert window.isVisible()


def test_closing_can_save_first(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.SAVE)
    window = open_window(normalized)
    window.page.cards[5].editor.choose("yes")
    assert window.close()
    assert read_sheet(normalized).sheet[5].value == "yes"


def test_closing_can_leave_the_changes(open_window: Open, normalized: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.DISCARD)
    before = normalized.read_bytes()
    window = open_window(normalized)
    window.page.cards[5].editor.choose("yes")
    assert window.close()
    assert normalized.read_bytes() == before


def test_closing_an_unchanged_window_asks_nothing(open_window: Open, normalized: Path):
    assert open_window(normalized).close()


def test_closing_the_last_sheet_shows_the_welcome_page(open_window: Open, normalized: Path):
    window = open_window(normalized)
    trigger(window, "close")
    assert window.documents == []
    assert window.stack.currentWidget() is window.welcome


def test_the_window_comes_back_as_it_was(open_window: Open, theme: Theme, normalized: Path):
    first = open_window(normalized)
    first.resize(1111, 777)
    trigger(first, "toggle-outline")
    trigger(first, "zoom-in")
    first.close()
    second = open_window()
    assert not second.outline_area.isVisibleTo(second)
    assert second.settings.number("zoom", 100) == 110
    assert second.settings.picture("window").size() > 0


# moving and answering


@pytest.fixture
def window(open_window: Open, normalized: Path, qtbot: QtBot) -> Window:
    window = open_window(normalized)
    qtbot.waitUntil(window.isActiveWindow, timeout=2000)
    return window


def current(window: Window) -> int:
    assert window.document is not None
    return window.document.current


def test_next_and_previous_question(window: Window):
    window.page.go_to(5)
    trigger(window, "next-question")
    assert current(window) == 6
    trigger(window, "previous-question")
    trigger(window, "previous-question")
    assert current(window) == 4


def test_the_first_and_last_question_are_ends(window: Window):
    window.page.go_to(1)
    trigger(window, "previous-question")
    assert current(window) == 1
    window.page.go_to(61)
    trigger(window, "next-question")
    assert current(window) == 61


def test_next_unanswered_goes_round(window: Window):
    window.page.go_to(3)
    trigger(window, "next-unanswered")
    assert current(window) == 6
    window.page.go_to(61)
    trigger(window, "next-unanswered")
    assert current(window) == 2


def test_problems_are_walked_both_ways(window: Window):
    window.page.go_to(1)
    trigger(window, "next-problem")
    first = current(window)
    trigger(window, "next-problem")
    trigger(window, "previous-problem")
    assert current(window) == first


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("answer-yes", {"value": "yes"}),
        ("answer-no", {"value": "no"}),
        ("answer-na", {"status": "not_applicable"}),
        ("answer-unknown", {"status": "unknown"}),
    ],
)
def test_keys_answer_the_current_question(window: Window, name: str, wanted: dict[str, object]):
    window.page.go_to(12)
    trigger(window, name)
    assert window.document is not None
    assert window.document.sheet[12] == answer(12, **wanted)


def test_an_answer_can_be_cleared(window: Window):
    window.page.go_to(5)
    trigger(window, "clear-answer")
    assert window.document is not None
    assert window.document.sheet[5].status == Status.BLANK


def test_an_answer_that_the_form_does_not_allow_is_refused_in_words(window: Window):
    window.page.go_to(1)
    trigger(window, "answer-yes")
    assert "Question 1" in said(window)
    assert window.document is not None
    assert window.document.sheet == SMALL


def test_undo_goes_back_to_where_the_change_was(window: Window):
    window.page.go_to(12)
    trigger(window, "answer-yes")
    window.page.go_to(40)
    trigger(window, "undo")
    assert current(window) == 12
    assert window.page.cards[12].isAncestorOf(window.focusWidget())


def test_undo_is_grey_when_there_is_nothing_to_undo(window: Window):
    assert not window.actions_by_id["undo"].isEnabled()
    window.page.cards[12].editor.choose("yes")
    assert window.actions_by_id["undo"].isEnabled()


@pytest.mark.parametrize(("typed", "number"), [("44", 44), ("q7", 7), ("renun", 11), ("58.", 58)])
def test_a_question_is_reached_by_number_or_word(qtbot: QtBot, window: Window, typed: str, number: int):
    trigger(window, "go-to")
    qtbot.keyClicks(window.go_bar.line, typed)
    qtbot.keyClick(window.go_bar.line, Qt.Key.Key_Return)
    assert current(window) == number
    assert window.go_bar.isHidden()


def test_a_number_that_is_no_question_stays_to_be_mended(qtbot: QtBot, window: Window):
    trigger(window, "go-to")
    qtbot.keyClicks(window.go_bar.line, "62")
    qtbot.keyClick(window.go_bar.line, Qt.Key.Key_Return)
    assert not window.go_bar.isHidden()
    assert window.go_bar.found.text()


def test_find_walks_through_the_places(qtbot: QtBot, window: Window):
    trigger(window, "find")
    qtbot.keyClicks(window.find_bar.line, "the agreement")
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    seen = [current(window)]
    for _ in range(2):
        qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Return)
        seen.append(current(window))
    assert 11 in seen
    assert window.find_bar.line.hasFocus()
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)
    assert window.find_bar.isHidden()


def test_closing_find_leaves_the_cursor_at_what_was_found(qtbot: QtBot, window: Window):
    from PySide6.QtWidgets import QTextEdit

    trigger(window, "find")
    qtbot.keyClicks(window.find_bar.line, "indefinite")
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QTextEdit)
    assert focus.textCursor().selectedText() == "indefinite"


def test_every_tab_of_the_panels_is_read_in_full(window: Window):
    for _ in range(len(ZOOMS)):
        trigger(window, "zoom-in")
        trigger(window, "toggle-panels")
        if not window.room.shows(PANELS):
            trigger(window, "toggle-panels")
        QApplication.processEvents()
        for tab in window.panels.tabs.values():
            assert tab.width() >= tab.sizeHint().width(), (window.theme.zoom, tab.title)


def test_a_line_that_was_not_left_is_saved(qtbot: QtBot, window: Window, normalized: Path):
    window.page.go_to(4)
    qtbot.keyClicks(QApplication.focusWidget(), "704")
    trigger(window, "save")
    assert [member.ccode for member in read_sheet(normalized).sheet.members] == [703, 705, 704]


def test_the_welcome_is_not_cut_off(open_window: Open):
    window = open_window()
    for zoom in ZOOMS:
        window.theme.set_zoom(zoom)
        QApplication.processEvents()
        for label in window.welcome.card.findChildren(Label):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), zoom


def test_what_is_found_in_a_description_is_selected(qtbot: QtBot, window: Window):
    from PySide6.QtWidgets import QTextEdit

    trigger(window, "find")
    qtbot.keyClicks(window.find_bar.line, "indefinite")
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    fields = window.page.cards[10].findChildren(QTextEdit)
    assert [field.textCursor().selectedText() for field in fields] == ["indefinite"]


def test_words_that_are_nowhere_are_told(qtbot: QtBot, window: Window):
    trigger(window, "find")
    qtbot.keyClicks(window.find_bar.line, "xyzzy")
    assert window.find_bar.result.text() == "Not found"


def test_f6_goes_round_the_areas(window: Window):
    window.page.go_to(3)
    seen = []
    for _ in range(2):
        trigger(window, "next-area")
        focus = window.focusWidget()
        seen.append(
            next(
                i
                for i, area in enumerate((window.outline, window.page, window.panels))
                if area.isAncestorOf(focus)
            )
        )
    assert set(seen) >= {0} or 1 in seen


def test_mark_complete_says_what_is_missing_and_goes_there(window: Window):
    trigger(window, "mark-complete")
    assert window.completion.isVisible()
    window.completion.rows.rows[0].click()
    assert current(window) == 2
    assert window.document is not None
    assert not window.document.complete


def test_a_sheet_without_blanks_and_errors_is_marked_complete(
    open_window: Open, real_sheets: list[Path], tmp_path: Path
):
    copy = tmp_path / "sheet.txt"
    copy.write_bytes(real_sheets[0].read_bytes())
    window = open_window(copy)
    assert window.document is not None
    blanks = {
        number: answer(number, details="None.")
        if FORM.question(number).kind == "text"
        else answer(number, value="no")
        for number in window.document.blanks()
    }
    window.document.put_all(blanks)
    trigger(window, "mark-complete")
    assert window.document.complete, said(window)
    assert "✓" in window.header.complete.text()


def test_help_for_the_question_is_shown_and_hidden(window: Window):
    window.page.go_to(4)
    trigger(window, "question-help")
    bar = window.page.cards[4].help_bar
    assert bar is not None
    assert not bar.isHidden()
    trigger(window, "question-help")
    assert bar.isHidden()


def test_zooming_makes_cards_and_outline_wider(window: Window):
    before = window.outline_area.width()
    for _ in range(4):
        trigger(window, "zoom-in")
    assert window.outline_area.width() > before
    trigger(window, "zoom-reset")
    assert window.theme.zoom == 100


def test_the_status_line_tells_what_the_question_wants(window: Window):
    window.page.go_to(11)
    assert "Question 11" in window.status.hint.text()
    assert "Alt+Y" in window.status.hint.text()


def test_a_notice_can_be_closed(window: Window):
    window.refuse_file(Path("a"), "a: nothing")
    press(window, "Close")
    assert window.notices.isHidden()


def test_an_empty_sheet_opens_without_a_complaint_on_its_cards(
    open_window: Open, tmp_path: Path, qtbot: QtBot
):
    path = tmp_path / "empty.txt"
    path.write_text(sheet_to_normalized(Sheet.empty()), encoding="utf-8")
    window = open_window(path)
    assert window.document is not None
    window.document.check()
    assert [number for number, card in window.page.cards.items() if card.bars] == []


class WatchForWindows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_of_the_window_flashes_up_as_a_window_of_its_own(
    open_window: Open, normalized: Path, qapp: QApplication
):
    window = open_window()
    watch = WatchForWindows(window)
    qapp.installEventFilter(watch)
    try:
        window.open_paths([normalized])
        window.page.build_all()
        for title in window.panels.kinds:
            window.panels.show_panel(title)
        for name in ("mark-complete", "find", "go-to", "question-help", "accept-warning"):
            trigger(window, name)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_tab_goes_from_a_panel_s_tab_into_the_panel_and_back(qtbot: QtBot, window: Window):
    window.resize(1440, 800)
    window.panels.show_panel("Reference")
    window.panels.start()
    tab = window.panels.tabs["Reference"]
    tab.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[0] is window.panels.close_button
    assert all(one and window.panels.panels["Reference"].isAncestorOf(one) for one in seen[1:])
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is tab
