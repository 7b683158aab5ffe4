"""Word files, PDFs and protected ones in the window: opened with progress, and shown by their own pages."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from atop_coder.errors import AtopError
from atop_coder.gui.app import Program
from atop_coder.gui.session.opening import Opener, Read, read_now
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.sidebar.source.original import OriginalPanel
from atop_coder.gui.sidebar.source.page_places import Mark, marks_of, question_at
from atop_coder.gui.sidebar.source.page_view import KEPT, PageView
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.controllers.reading import CANCELLED, LEFT
from atop_coder.reading import Line, Placed, ReadingReport, read_sheet
from atop_coder.reading.files import SUFFIXES
from atop_coder.writing.docx import sheet_to_docx
from tests.gui.conftest import FORM, SMALL
from tests.reading.office import FEW, draw_lines, draw_pdf, numbered, save_pdf

LONG = {question.number: FEW.get(question.number, ("No.",)) for question in FORM.questions}


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return save_pdf(tmp_path, LONG)


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    lines = [line for number, texts in FEW.items() for line in (numbered(number), *texts)]
    return draw_pdf(tmp_path, lambda canvas: draw_lines(canvas, lines), encrypt="secret")


@pytest.fixture
def make_window(
    qtbot: QtBot, theme: Theme, tmp_path: Path, no_questions: None
) -> Iterator[Callable[..., Program]]:
    """Opens a window that reads beside its thread, as the program does."""
    windows: list[Program] = []

    def make(read: Read = read_now) -> Program:
        program = Program(theme, Settings(tmp_path / "config" / "window.ini"), Opener(read))
        windows.append(program)
        program.window.resize(1200, 800)
        program.window.show()
        program.window.activateWindow()
        return program

    yield make
    for program in windows:
        program.stop_work()
        program.close_unasked()
        program.window.deleteLater()


def said(program: Program) -> str:
    return program.notices.bar.label.text() if program.notices.bar else ""


class SlowReader:
    """Tells of one half, and waits until a test lets it go on or nobody wants it any more."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.asked: list[Path] = []

    def __call__(self, path: Path, password: str | None, tell: Callable[[float], bool]) -> object:
        self.asked.append(path)
        while not self.go_on.wait(0.01):
            if not tell(0.5):
                raise AtopError("cancelled", file=path)
        return read_now(path, password)


# passwords


def test_a_protected_file_is_opened_with_the_password_that_was_typed(make_window, qtbot, protected):
    program = make_window()
    program.opening.open_paths([protected])
    qtbot.waitUntil(lambda: program.reading.password_bar.isVisible())
    assert protected.name in program.reading.password_bar.label.text()
    qtbot.keyClicks(program.reading.password_bar.line, "secret")
    qtbot.keyClick(program.reading.password_bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.workspace.document is not None)
    assert program.workspace.document.sheet[1].value == 5040
    assert program.workspace.document.session.password == "secret"
    assert not program.reading.password_bar.isVisible()
    assert program.reading.password_bar.line.text() == ""


def test_a_wrong_password_is_asked_for_again(make_window, qtbot, protected):
    program = make_window()
    program.opening.open_paths([protected])
    qtbot.waitUntil(lambda: program.reading.password_bar.isVisible())
    first = program.reading.password_bar.label.text()
    program.reading.password_bar.line.setText("Secret")
    program.reading.password_bar.open.click()
    qtbot.waitUntil(lambda: program.reading.password_bar.isVisible())
    assert program.workspace.document is None
    assert program.reading.password_bar.label.text() != first
    program.reading.password_bar.line.setText("secret")
    program.reading.password_bar.open.click()
    qtbot.waitUntil(lambda: program.workspace.document is not None)


def test_without_its_password_a_file_stays_closed_and_that_is_said(make_window, qtbot, protected):
    program = make_window()
    program.opening.open_paths([protected])
    qtbot.waitUntil(lambda: program.reading.password_bar.isVisible())
    qtbot.keyClick(program.reading.password_bar.line, Qt.Key.Key_Escape)
    assert program.workspace.document is None
    assert said(program) == LEFT.format(name=protected.name)
    assert program.notices.isVisible()
    assert not program.reading.password_bar.isVisible()


def test_passwords_are_asked_for_one_file_after_the_other(make_window, qtbot, protected, tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes(protected.read_bytes())
    program = make_window()
    program.opening.open_paths([protected, other])
    qtbot.waitUntil(lambda: program.reading.password_bar.isVisible() and not program.opener.reading)
    qtbot.waitUntil(lambda: bool(program.reading.protected))
    assert program.reading.password_bar.path == protected
    program.reading.password_bar.cancel.click()
    assert program.reading.password_bar.path == other
    assert program.reading.password_bar.isVisible()


def test_what_is_typed_shows_as_dots_and_nothing_is_sent_while_it_is_empty(make_window, qtbot, protected):
    program = make_window()
    program.opening.open_paths([protected])
    qtbot.waitUntil(lambda: program.reading.password_bar.isVisible())
    bar = program.reading.password_bar
    assert not bar.open.isEnabled()
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.isVisible()
    bar.line.setText("secret")
    assert "secret" not in bar.line.displayText()


# progress


def test_a_long_reading_shows_how_far_it_is_and_the_window_stays_alive(make_window, qtbot, pdf):
    reader = SlowReader()
    program = make_window(reader)
    program.opening.open_paths([pdf])
    qtbot.waitUntil(lambda: program.reading.shown is not None and program.reading.shown.isVisible())
    qtbot.waitUntil(
        lambda: (
            program.reading.reading_bar.progress.value() * 2 == program.reading.reading_bar.progress.maximum()
        )
    )
    assert pdf.name in program.reading.reading_bar.label.text()
    program.opening.start_sheet(5041, "")
    assert program.workspace.document is not None
    reader.go_on.set()
    qtbot.waitUntil(lambda: len(program.workspace.documents) == 2)
    qtbot.waitUntil(lambda: not program.reading.reading_bar.isVisible())


def test_a_short_reading_shows_no_bar(make_window, qtbot, pdf):
    program = make_window()
    program.reading.long.setInterval(60_000)  # so long that no machine is too slow
    program.opening.open_paths([pdf])
    qtbot.waitUntil(lambda: program.workspace.document is not None)
    assert program.reading.shown is None
    qtbot.waitUntil(lambda: not program.reading.long.isActive())


def test_cancel_leaves_the_file_and_those_after_it(make_window, qtbot, pdf, tmp_path):
    reader = SlowReader()
    program = make_window(reader)
    program.opening.open_paths([pdf, tmp_path / "second.pdf"])
    qtbot.waitUntil(lambda: program.reading.shown is not None and program.reading.shown.isVisible())
    program.reading.reading_bar.cancel.click()
    assert not program.reading.reading_bar.isVisible()
    qtbot.waitUntil(lambda: not program.opener.reading)
    qtbot.waitUntil(lambda: bool(said(program)))
    assert said(program) == CANCELLED.format(name=pdf.name)
    assert reader.asked == [pdf]
    assert program.workspace.document is None


def test_after_a_cancelled_file_another_opens(make_window, qtbot, pdf):
    reader = SlowReader()
    program = make_window(reader)
    program.opening.open_paths([pdf])
    program.reading.cancel()
    reader.go_on.set()
    program.opening.open_paths([pdf])
    qtbot.waitUntil(lambda: program.workspace.document is not None)


def test_a_reader_that_never_asks_is_cancelled_too(make_window, qtbot, pdf):
    go_on = threading.Event()

    def read(path: Path, password: str | None, _tell: object) -> object:
        go_on.wait(20)
        return read_now(path, password)

    program = make_window(read)
    program.opening.open_paths([pdf])
    qtbot.waitUntil(lambda: program.reading.being_read is not None)
    program.reading.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(said(program)))
    assert program.workspace.document is None


# what may be opened


def test_the_dialog_offers_every_kind_that_is_read():
    assert all(f"*{suffix}" in dialogs.SHEETS for suffix in SUFFIXES)
    assert all(kind in dialogs.SHEETS for kind in ("Word", "PDF", "Excel", "Text"))


def test_word_and_pdf_files_are_dropped_into_the_window(make_window, qtbot, pdf, tmp_path):
    word = tmp_path / "small.docx"
    word.write_bytes(sheet_to_docx(SMALL))
    program = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (word, pdf)])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), actions, data, button, Qt.KeyboardModifier.NoModifier)
    program.window.dropEvent(event)
    qtbot.waitUntil(lambda: len(program.workspace.documents) == 2)
    assert [one.session.report.format for one in program.workspace.documents] == ["docx", "pdf"]


# the places of questions


def pages_of_lines() -> ReadingReport:
    """Question 5 on two pages with a footer between, question 6 after a gap on the second."""
    lines = (
        Line(1, "5. Prompt", 1, top=700, bottom=712),
        Line(2, "No.", 1, top=714, bottom=726),
        Line(3, "Page 1", 1, aside="a page footer", top=780, bottom=790),
        Line(4, "More.", 2, top=70, bottom=82),
        Line(5, "6. Prompt", 2, top=120, bottom=132),
    )
    return ReadingReport("a.pdf", "pdf", lines=lines, placed=(Placed(5, 1, 4, "No."), Placed(6, 5, 5, "")))


def test_an_answer_over_two_pages_has_a_mark_on_each_without_the_footer():
    assert marks_of(pages_of_lines(), 5) == (Mark(0, 700, 726), Mark(1, 70, 82))


def test_a_question_that_is_not_in_the_file_has_no_mark():
    assert marks_of(pages_of_lines(), 50) == ()


@pytest.mark.parametrize(
    ("page", "height", "question"), [(0, 705, 5), (0, 720, 5), (1, 75, 5), (1, 125, 6), (0, 20, None)]
)
def test_a_place_on_a_page_belongs_to_the_question_above_it(page, height, question):
    assert question_at(pages_of_lines(), page, height) == question


# pages


@pytest.fixture
def program(make_window: Callable[..., Program]) -> Program:
    """A window that reads beside its thread."""
    return make_window()


@pytest.fixture
def shown(program, qtbot, pdf) -> OriginalPanel:
    """The panel of a window with a PDF of several pages."""
    program.opening.open_paths([pdf])
    qtbot.waitUntil(lambda: program.workspace.document is not None)
    program.work.panels.start()
    program.work.panels.show_panel(OriginalPanel.title)
    panel = program.work.panels.panels[OriginalPanel.title]
    assert isinstance(panel, OriginalPanel)
    qtbot.waitUntil(lambda: panel.pages is not None and bool(panel.pages.images))
    return panel


def view_of(panel: OriginalPanel) -> PageView:
    assert panel.pages is not None
    return panel.pages


def is_seen(view: PageView, mark: Mark) -> bool:
    box, top = view.mark_box(mark), view.verticalScrollBar().value()
    return top <= box.top() and box.bottom() <= top + view.viewport().height()


def test_a_pdf_is_shown_by_its_own_pages(shown):
    view = view_of(shown)
    assert view.isVisible()
    assert not shown.view.isVisible()
    image = view.images[0][1]
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()) for y in range(200))
    assert dark > 50, "there is no ink on the page"


def test_only_pages_in_sight_are_drawn(shown):
    view = view_of(shown)
    assert len(view._sizes) > 3
    assert set(view.images) <= {0, 1, 2}


def test_the_current_question_is_marked_and_scrolled_to(shown, qtbot):
    view = view_of(shown)
    shown.set_question(60)
    assert view.marks == marks_of(shown.document.session.report, 60)
    assert view.marks[0].page > 0
    assert is_seen(view, view.marks[0])
    qtbot.waitUntil(lambda: view.marks[0].page in view.images)
    shown.set_question(1)
    assert view.verticalScrollBar().value() < view.viewport().height()


def test_the_mark_is_seen_on_the_page(shown, qtbot):
    view = view_of(shown)
    shown.set_question(5)
    qtbot.waitUntil(lambda: is_seen(view, view.marks[0]))
    picture = view.viewport().grab().toImage()
    box = view.mark_box(view.marks[0])
    top = view.verticalScrollBar().value()
    left = view.horizontalScrollBar().value()
    at = QPoint(round(box.right()) - left - 4, round(box.center().y()) - top)
    other = QPoint(at.x(), max(round(view.page_box(0).top()) - top, 0) + 3)  # the page may be scrolled
    assert picture.pixelColor(other).name() == "#ffffff"
    assert picture.pixelColor(at).name() != "#ffffff"


def test_the_switch_shows_the_text_and_the_pages_again(shown, qtbot):
    shown.switch.text.click()
    assert shown.view.isVisible()
    assert not view_of(shown).isVisible()
    assert shown.view.marked
    shown.switch.pages.click()
    assert view_of(shown).isVisible()
    assert not shown.view.isVisible()
    qtbot.waitUntil(lambda: bool(view_of(shown).images))


def test_zoom_makes_the_pages_larger_and_draws_them_anew(shown, theme, qtbot):
    shown.window().resize(2400, 900)  # else text of that size pushes the panels out
    view = view_of(shown)
    qtbot.waitUntil(lambda: view.images[0][0] == view.scale * view.devicePixelRatioF())
    before, sharp = view.scale, view.images[0][0]
    theme.set_zoom(150)
    assert view.scale > before * 1.2
    qtbot.waitUntil(lambda: view.images[0][0] > sharp * 1.2)


def test_plus_and_minus_change_the_size(shown, qtbot):
    view = view_of(shown)
    before = view.scale
    qtbot.keyClicks(view, "+")
    assert view.scale > before
    assert view.horizontalScrollBar().maximum() > 0
    qtbot.keyClicks(view, "-")
    assert view.scale == pytest.approx(before)


def test_a_double_click_asks_for_the_question_under_it(shown, qtbot):
    view = view_of(shown)
    shown.set_question(4)
    box = view.mark_box(view.marks[0])
    corner = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    at = box.center().toPoint() - corner
    with qtbot.waitSignal(shown.question_wanted) as asked:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [4]


def test_few_pictures_are_kept(shown, qtbot):
    view = view_of(shown)
    bar = view.verticalScrollBar()
    for step in range(11):
        bar.setValue(round(bar.maximum() * step / 10))
        qtbot.waitUntil(lambda: all(at in view.images for at in view._seen()))
    assert len(view.images) <= KEPT


def test_pages_of_a_protected_file_are_drawn_with_its_password(make_window, qtbot, protected):
    program = make_window()
    program.opening.open_paths([protected])
    qtbot.waitUntil(lambda: program.reading.password_bar.isVisible())
    program.reading.password_bar.line.setText("secret")
    program.reading.password_bar.open.click()
    qtbot.waitUntil(lambda: program.workspace.document is not None)
    program.work.panels.start()
    program.work.panels.show_panel(OriginalPanel.title)
    panel = program.work.panels.panels[OriginalPanel.title]
    qtbot.waitUntil(lambda: bool(panel.pages.images))


def test_a_file_that_went_away_is_told_and_its_text_stays(make_window, qtbot, pdf):
    program = make_window()
    program.opening.open_paths([pdf])
    qtbot.waitUntil(lambda: program.workspace.document is not None)
    pdf.unlink()
    view = PageView(program.theme)
    qtbot.addWidget(view)
    view.show_report(program.workspace.document.session.report)
    qtbot.waitUntil(lambda: str(AtopError("file-not-found", file=pdf)) == view.words)
    view.drawer.stop()


def test_another_sheet_takes_the_pages_away_and_leaves_no_switch(program, shown, qtbot, tmp_path):
    word = tmp_path / "small.docx"
    word.write_bytes(sheet_to_docx(SMALL))
    program.opening.open_paths([word])
    qtbot.waitUntil(lambda: len(program.workspace.documents) == 2)
    qtbot.waitUntil(lambda: shown.view.isVisible())
    assert not view_of(shown).isVisible()
    assert not shown.switch.isVisible()
    program.workspace.show_at(0)
    qtbot.waitUntil(lambda: view_of(shown).isVisible() and bool(view_of(shown).images))


def test_every_question_of_a_printed_sheet_has_a_mark(pdf):
    report = read_sheet(pdf).report
    assert [question.number for question in FORM.questions if not marks_of(report, question.number)] == []


def test_what_draws_pages_is_loaded_for_a_pdf_only():
    words = (
        "import sys, atop_coder.gui.window.main_window, atop_coder.gui.sidebar.source.original;"
        "late = {'pypdfium2', 'docx', 'atop_coder.gui.sidebar.source.page_view',"
        " 'atop_coder.gui.window.opening_bars'};"
        "print(*late.intersection(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
