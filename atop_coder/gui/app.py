"""The one place where the window is put together; starts it, or draws it once into a picture."""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from atop_coder import __version__
from atop_coder.errors import AtopError
from atop_coder.files.log import log, start_log, stop_log
from atop_coder.form import load_form
from atop_coder.gui.compare.comparisons import Comparisons
from atop_coder.gui.session.journal_writer import JournalWriter
from atop_coder.gui.session.opening import Opener, read_now
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.surroundings_loader import SurroundingsLoader
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.style import Style
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.widgets.window_keys import WINDOW_KEYS
from atop_coder.gui.window.actions import ACTIONS, fill_menus, is_window_key, key_page, make_actions
from atop_coder.gui.window.controllers.answer import AnswerController
from atop_coder.gui.window.controllers.autosave import AutosaveController
from atop_coder.gui.window.controllers.close import CloseController
from atop_coder.gui.window.controllers.export import ExportController
from atop_coder.gui.window.controllers.find import FindController
from atop_coder.gui.window.controllers.folder import FolderController
from atop_coder.gui.window.controllers.help import HelpController
from atop_coder.gui.window.controllers.history import HistoryController
from atop_coder.gui.window.controllers.lock import LockController
from atop_coder.gui.window.controllers.navigation import NavigationController
from atop_coder.gui.window.controllers.open import OpenController
from atop_coder.gui.window.controllers.outside import OutsideController
from atop_coder.gui.window.controllers.parts import PartsController
from atop_coder.gui.window.controllers.preferences import SCHEMES, PreferencesController
from atop_coder.gui.window.controllers.reading import ReadingController
from atop_coder.gui.window.controllers.recovery import RecoveryController
from atop_coder.gui.window.controllers.save import SaveController
from atop_coder.gui.window.controllers.view import SIDES, SIZE, ViewController
from atop_coder.gui.window.crash import CrashWatch
from atop_coder.gui.window.main_window import MainWindow
from atop_coder.gui.window.name_bar import NameBar
from atop_coder.gui.window.page_display import ActionStates, PageDisplay
from atop_coder.gui.window.recent_menu import RecentMenu
from atop_coder.gui.window.recovery_bar import RecoveryArea
from atop_coder.gui.window.work_area import WorkArea

Size = tuple[int, int]

STARTED = 3000  # milliseconds after which the window is there with its sheet, whatever the machine


class Program:
    """The window with all that works in it. `traces` are journals and locks: a picture leaves none."""

    def __init__(
        self, theme: Theme, settings: Settings, opener: Opener | None = None, traces: bool = True
    ) -> None:
        self.theme, self.settings = theme, settings
        self.form = load_form()
        self._make_parts(opener)
        self._make_controllers()
        if traces:
            self._leave_traces()
        self._make_menus()
        self._connect_window()
        self._connect_work()
        self.view.restore()
        if settings.set_aside:
            damaged = f"The window's settings were damaged and are set aside as {settings.set_aside.name}."
            self.notices.say(State.NOTE, damaged)

    def _make_parts(self, opener: Opener | None) -> None:
        theme, settings = self.theme, self.settings
        self.work = WorkArea(self.form, theme)
        self.form_page = self.work.form_page
        self.window = MainWindow(theme, self.work)
        self.notices = Notices(theme)
        self.recovery_area = RecoveryArea(theme)
        self.name_bar = NameBar(theme)
        for bar in (self.name_bar, self.recovery_area):
            self.window.put_above(bar)
        self.workspace = Workspace(self.work, lambda: settings.text("name"), self.window)
        PageDisplay(self.workspace, self.window, self.notices, settings, self.form)
        self.opener = opener or Opener()
        self.opener.setParent(self.window)
        self.journals = JournalWriter(settings.state_folder / "journals", self.form_page.draft, self.window)
        self.journals.failed.connect(lambda message: self.notices.say(State.ERROR, message))
        self.comparisons = Comparisons(self.form, theme, self.window)
        self.surroundings = SurroundingsLoader(self.workspace, lambda: settings.choice("date_order"))

    def _make_controllers(self) -> None:
        workspace, notices, settings = self.workspace, self.notices, self.settings
        theme, window, work, page = self.theme, self.window, self.work, self.form_page
        self.opening = OpenController(workspace, self.opener, notices, settings, self.form, theme, window)
        take = self.opening.take_reading
        self.parts = PartsController(workspace, self.opener, notices, take)
        self.reading = ReadingController(self.opener, notices, theme, window)
        self.saving = SaveController(workspace, notices, self.comparisons, settings, window)
        self.autosave = AutosaveController(workspace, notices, settings)
        self.preferences = PreferencesController(
            workspace, self.surroundings, settings, self.name_bar, theme, window
        )
        self.closing = CloseController(workspace, self.saving.save_shown, window)
        self.export = ExportController(workspace, notices, settings, window)
        self.navigation = NavigationController(workspace, page, work.go_bar, notices)
        self.answers = AnswerController(workspace, page, work.completion, notices, self.saving.save)
        self.find = FindController(workspace, page, work.find_bar)
        self.folders = FolderController(workspace, self.opener, settings, theme, window)
        self.history = HistoryController(workspace, settings, theme, window)
        self.view = ViewController(window, settings, theme)
        self.help = HelpController(key_page(), theme, window)
        self.recovery = RecoveryController(
            workspace,
            self.journals,
            notices,
            self.comparisons,
            self.recovery_area,
            take,
            self.form,
        )

    def _leave_traces(self) -> None:
        self.journals.follow_workspace(self.workspace)
        OutsideController(self.workspace, self.notices)
        LockController(self.workspace, self.notices, self.comparisons, self.settings)

    def _make_menus(self) -> None:
        WINDOW_KEYS.use(is_window_key)
        owners = (
            self.opening,
            self.saving,
            self.closing,
            self.export,
            self.navigation,
            self.answers,
            self.find,
            self.folders,
            self.history,
            self.view,
            self.preferences,
            self.help,
        )
        self.actions: dict[str, QAction] = make_actions(self.window, owners)
        self.menus = fill_menus(self.window, self.actions)
        self.recent_menu = RecentMenu(self.settings, self.menus["&File"], self.actions["save"])
        ActionStates(self.workspace, self.form_page, self.actions, {row.id: row.needs for row in ACTIONS})

    def _connect_window(self) -> None:
        window, opening = self.window, self.opening
        window.may_close = self.closing.may_close_all
        window.closed.connect(self.end)
        window.left.connect(self.workspace.flush_pending)
        window.left.connect(self.autosave.window_left)
        window.dropped.connect(opening.open_paths)
        window.header.save_wanted.connect(self.saving.save)
        window.header.export_wanted.connect(self.export.export_excel)
        window.header.complete_wanted.connect(self.answers.mark_complete)
        window.tabs.tabCloseRequested.connect(self.closing.close_at)
        window.welcome.new_wanted.connect(opening.new_sheet)
        window.welcome.open_wanted.connect(opening.open_files)
        window.welcome.folder_wanted.connect(self.folders.open_folder)
        window.welcome.left_off_wanted.connect(opening.open_left_off)
        window.welcome.recent_wanted.connect(lambda path: opening.open_paths([path]))
        self.recent_menu.chosen.connect(opening.open_paths)
        self.notices.left.connect(self.form_page.focus_current)

    def _connect_work(self) -> None:
        work, page = self.work, self.form_page
        page.whole.connect(self.surroundings.load)
        self.opening.question_wanted.connect(page.go_to)
        self.recovery.question_wanted.connect(page.go_to)
        self.opening.folders_wanted.connect(self.folders.open_folders)
        self.folders.sheets_wanted.connect(self.opening.open_paths)
        self.folders.place_wanted.connect(self.find.go_to)
        work.panels.words_given.connect(self.answers.insert_words)
        work.panels.state_given.connect(self.answers.insert_state)
        work.panels.closed.connect(lambda: self.actions["toggle-panels"].setChecked(False))
        work.sides.fitted.connect(self._sides_fitted)

    def _sides_fitted(self) -> None:
        """The menu tells what is seen; the first panel is made as soon as it can be."""
        for side in SIDES:
            action = self.actions[f"toggle-{side}"]
            action.blockSignals(True)
            action.setChecked(self.work.sides.shows(side))
            action.blockSignals(False)
        self.work.panels.wake()

    def stop_work(self) -> None:
        """Waits for what runs beside the window; it may be closed after that."""
        for part in (self.opener, self.work.panels, self.surroundings, self.journals, self.folders):
            part.stop()

    def end(self) -> None:
        """The window is closed: remembers how things stood, leaves the sheets, waits for the threads."""
        self.opening.remember()
        self.view.remember()
        self.workspace.end()
        self.stop_work()

    def close_unasked(self) -> None:
        """Closes the window without a question, whatever was changed in it."""
        self.workspace.show(None)
        self.window.may_close = lambda: True
        self.window.close()


def run(
    paths: Sequence[Path | str] = (),
    screenshot: Path | None = None,
    size: Size | None = None,
    question: int | None = None,
    dark: bool | None = None,
    settings: Settings | None = None,
    shown: Callable[[Program], object] = lambda _program: None,
) -> int:
    """Opens the window on these files and folders and returns when it is closed, with the exit code.

    With `screenshot` it draws the window with the (first) sheet into that PNG file and returns at once;
    `size` in pixels, `question` the one to show. `dark` forces a scheme, None follows the system. `shown` is
    called with all that was put together, once the window is to be seen.
    """
    app = make_app()
    settings = settings or Settings()
    theme = make_theme(app, settings, dark)
    program = Program(theme, settings, traces=screenshot is None)
    if size or screenshot:
        program.window.resize(*(size or SIZE))
    if screenshot:
        return draw(program, [Path(path) for path in paths], screenshot, question)
    log_file = start_log(settings.state_folder / "log")
    log.info("started %s", __version__)
    CrashWatch(program.window, program.journals, log_file, theme).begin()
    if paths:
        open_first(program, [Path(path) for path in paths])
    program.window.show()
    shown(program)
    QTimer.singleShot(0, program.window, program.recovery.offer)
    QTimer.singleShot(0, program.window, program.preferences.ask_name)
    QTimer.singleShot(STARTED, collect_again)
    code = int(app.exec())
    log.info("ended")
    stop_log()
    return code


def make_theme(app: QApplication, settings: Settings, dark: bool | None) -> Theme:
    """The colours and sizes of the whole program: forced, or as the person prefers them."""
    theme = Theme(
        SCHEMES.get(settings.choice("theme")) if dark is None else dark, settings.number("zoom", 100)
    )
    app.setStyle(Style(theme))
    theme.apply_to(app)
    return theme


def open_first(program: Program, paths: list[Path]) -> None:
    """Begins to read; the window stays empty until the first sheet is there, or none is to come."""
    card = program.window.welcome.card
    program.opener.done.connect(card.show)
    program.opening.open_paths(paths)
    card.setHidden(program.opener.reading)


def collect_again() -> None:
    """Looks for garbage again from now on, but not among what was made at the start and stays."""
    gc.freeze()
    gc.enable()


def make_app() -> QApplication:
    """The application; the one there is, if there is one."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("ATOP Coder")
    app.setApplicationDisplayName("ATOP Coder")
    app.setDesktopFileName("atop-coder")
    QGuiApplication.setQuitOnLastWindowClosed(True)
    return app


def draw(program: Program, paths: list[Path], target: Path, question: int | None) -> int:
    """Draws the window with the first of the sheets; 2 if it cannot be read or the picture not be written."""
    try:
        for path in paths[:1]:
            if path.is_dir():
                program.folders.open_folder_at(path).wait()
            else:
                program.opening.take_reading(path, read_now(path))
    except AtopError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    program.window.show()
    settle(program)
    if question is not None and question in program.form.by_number:
        program.form_page.go_to(question)
        settle(program)
    done = program.window.grab().save(str(target), "PNG")
    program.stop_work()
    program.close_unasked()
    if not done:
        refusal = AtopError("not-writable", file=target, reason="the picture could not be saved")
        sys.stderr.write(f"{refusal}\n")
    return 0 if done else 2


def settle(program: Program) -> None:
    """Lets the window finish what it does in idle moments: cards, checks, tables, layout."""
    program.form_page.build_all()
    program.work.panels.make_current()
    loop = QEventLoop()
    QTimer.singleShot(350, loop.quit)
    program.stop_work()
    loop.exec()
    if program.workspace.document:
        program.workspace.document.check()
    for _ in range(5):
        QApplication.processEvents()
