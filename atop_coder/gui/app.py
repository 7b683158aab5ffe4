"""Starts the window; or draws it once into a picture."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atop_coder import __version__
from atop_coder.errors import AtopError
from atop_coder.files.log import log, start_log, stop_log
from atop_coder.gui.session.opening import read_now
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.widgets.style import Style
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.crash import CrashWatch
from atop_coder.gui.window.main_window import SIZE, Window

Size = tuple[int, int]

STARTED = 3000  # milliseconds after which the window is there with its sheet, whatever the machine


def run(
    paths: Sequence[Path | str] = (),
    screenshot: Path | None = None,
    size: Size | None = None,
    question: int | None = None,
    dark: bool | None = None,
    settings: Settings | None = None,
) -> int:
    """Opens the window on these files and folders and returns when it is closed, with the exit code.

    With `screenshot` it draws the window with the (first) sheet into that PNG file and returns at once;
    `size` in pixels, `question` the one to show. `dark` forces a scheme, None follows the system.
    """
    app = make_app()
    settings = settings or Settings()
    theme = Theme(dark, settings.number("zoom", 100))
    app.setStyle(Style(theme))
    theme.apply_to(app)
    window = Window(theme, settings)
    if size or screenshot:
        window.resize(*(size or SIZE))
    if screenshot:
        return draw(window, [Path(path) for path in paths], screenshot, question)
    log_file = start_log(settings.state_folder / "log")
    log.info("started %s", __version__)
    CrashWatch(window, window.keeper, log_file, theme).begin()
    if paths:
        open_first(window, [Path(path) for path in paths])
    window.show()
    QTimer.singleShot(0, window, window.offer_recovery)
    QTimer.singleShot(STARTED, collect_again)
    code = int(app.exec())
    log.info("ended")
    stop_log()
    return code


def open_first(window: Window, paths: list[Path]) -> None:
    """Begins to read; the window stays empty until the first sheet is there, or none is to come."""
    window.opener.done.connect(window.welcome.card.show)
    window.open_paths(paths)
    window.welcome.card.setHidden(window.opener.reading)


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


def draw(window: Window, paths: list[Path], target: Path, question: int | None) -> int:
    """Draws the window with the first of the sheets; 2 if it cannot be read or the picture not be written."""
    window.leaves_traces = False
    try:
        for path in paths[:1]:
            if path.is_dir():
                window.open_folder_at(path).wait()
            else:
                window.take_reading(path, read_now(path))
    except AtopError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    window.show()
    settle(window)
    if question is not None and question in window.form.by_number:
        window.page.go_to(question)
        settle(window)
    done = window.grab().save(str(target), "PNG")
    window.stop_work()
    window.show_document(None)
    window.documents.clear()
    window.close()
    if not done:
        refusal = AtopError("not-writable", file=target, reason="the picture could not be saved")
        sys.stderr.write(f"{refusal}\n")
    return 0 if done else 2


def settle(window: Window) -> None:
    """Lets the window finish what it does in idle moments: cards, checks, tables, layout."""
    window.page.build_all()
    window.panels.make_current()
    loop = QEventLoop()
    QTimer.singleShot(350, loop.quit)
    window.stop_work()
    loop.exec()
    if window.document:
        window.document.check()
    for _ in range(5):
        QApplication.processEvents()
