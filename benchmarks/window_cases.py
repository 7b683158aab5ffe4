"""What benchmarks/window.py measures, each in a process of its own; prints one line of JSON.

python benchmarks/window_cases.py bare|keys
python benchmarks/window_cases.py sheet|profile SHEET
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

    from atop_coder.gui.app import Program

EXAMPLE = Path(__file__).resolve().parent.parent / "resources" / "examples" / "ATOP9055.txt"
SIZE = (1440, 900)
LONG = 40  # paragraphs of the description that is typed in
BLOCKS, KEYS = 12, 25  # as many turns of so many keys
QUESTIONS = (18, 47, 4, 61, 30, 16, 1, 55, 23, 14, 38, 60, 9, 50, 3, 27)
TEXT_QUESTION = 18


def peak_memory() -> float:
    """The most memory this process had, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 1024)


def tell(**facts: Any) -> None:
    """Print what was measured, at once: the clock of the one who waits for it stops here."""
    print(json.dumps({"processor": process_time(), **facts}), flush=True)


def bare() -> None:
    """A window with one label."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Painted(QLabel):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, tell)
            QTimer.singleShot(0, app.quit)

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(Painted("ATOP Coder"))
    window.resize(*SIZE)
    window.show()
    app.exec()
    tell(memory=peak_memory())


def sheet() -> None:
    """The program on the sheet named, as `atop-coder SHEET` starts it; then until all of it is there."""
    from atop_coder.__main__ import load_window

    run = load_window()
    from atop_coder.gui.form.question_card import QuestionCard
    from atop_coder.gui.session.settings import Settings
    from atop_coder.gui.widgets.cards import Card

    paint = Card.paintEvent
    painted: list[Card] = []

    def paint_and_tell(card: Card, event: "QPaintEvent") -> None:
        paint(card, event)
        if not painted and isinstance(card, QuestionCard):  # there are other cards, such as the welcome
            painted.append(card)
            later(tell)

    def wait(program: "Program") -> None:
        program.surroundings.found.connect(lambda _: later(lambda: end(program)))

    Card.paintEvent = paint_and_tell  # type: ignore[assignment, method-assign]  # put in its place
    with TemporaryDirectory() as folder:
        run([Path(sys.argv[2])], settings=Settings(Path(folder) / "window.ini"), shown=wait)


def profile() -> None:
    """The program on one sheet as in `sheet`, under Python's profiler until the first paint."""
    import cProfile
    import pstats

    from benchmarks.own_time import print_shares

    watch = cProfile.Profile()
    watch.enable()
    globals()["tell"] = lambda **_: watch.disable()
    sheet()
    print_shares(pstats.Stats(watch))


def later(what: Callable[[], object]) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, what)


def end(program: "Program") -> None:
    """Tell that all questions are built and checked, and close."""
    assert program.workspace.document is not None
    program.workspace.document.check()
    tell(
        whole=len(program.form_page.cards),
        problems=len(program.workspace.document.problems),
        memory=peak_memory(),
    )
    program.window.close()


def keys() -> None:
    """Keys in a long description against a plain field with the same text, and steps between questions."""
    from PySide6.QtWidgets import QPlainTextEdit

    from atop_coder.gui import app
    from atop_coder.gui.session.settings import Settings
    from atop_coder.gui.widgets.style import Style
    from atop_coder.gui.widgets.theme import Theme

    application = app.make_app()
    with TemporaryDirectory() as folder:
        settings, theme = Settings(Path(folder) / "window.ini"), Theme()
        application.setStyle(Style(theme))
        theme.apply_to(application)
        program = app.Program(theme, settings)
        plain = QPlainTextEdit()
        try:
            measure(program, plain)
        finally:
            program.stop_work()
            program.close_unasked()


def measure(program: "Program", plain: "QPlainTextEdit") -> None:
    from atop_coder.gui import app
    from atop_coder.gui.session.opening import read_now

    program.opening.take_reading(EXAMPLE, read_now(EXAMPLE))
    program.window.resize(*SIZE)
    program.window.show()
    app.settle(program)
    field = long_field(program)
    plain.resize(field.size())
    plain.setFont(field.font())
    plain.setPlainText(field.toPlainText())
    plain.show()
    typed = type_in_turn(program, field, plain)
    tell(**typed, check=time_checks(program), steps=time_steps(program), length=len(field.toPlainText()))


def long_field(program: "Program") -> "QTextEdit":
    """The field of question 18 with a long text in it, the cursor in the middle."""
    from PySide6.QtWidgets import QTextEdit

    assert program.workspace.document is not None
    answer = program.workspace.document.sheet[TEXT_QUESTION]
    paragraph = "“If one of the Parties is attacked, the other shall come to its aid at once.” (Art. 1) "
    details = "\n\n".join(f"{number}. {paragraph * 2}".strip() for number in range(1, LONG + 1))
    program.workspace.document.put(TEXT_QUESTION, answer.replace(details=details))
    program.form_page.go_to(TEXT_QUESTION)
    settle()
    return program.form_page.cards[TEXT_QUESTION].editor.findChildren(QTextEdit)[0]


def settle() -> None:
    from PySide6.QtWidgets import QApplication

    for _ in range(4):
        QApplication.processEvents()


def type_in_turn(program: "Program", field: "QTextEdit", plain: "QPlainTextEdit") -> dict[str, list[float]]:
    """Seconds a key, from the press until it is painted: in the form, in the plain field, by turns."""
    seconds: dict[str, list[float]] = {"form": [], "plain": []}
    for _ in range(BLOCKS):
        for name, area, owner in (("plain", plain, plain), ("form", field, program.window)):
            activate(owner, area)
            to_middle(area)
            seconds[name] += [time_key(area, key) for key in "the parties shall consult "[:KEYS]]
    return seconds


def activate(owner: "QWidget", area: "QWidget") -> None:
    owner.raise_()
    owner.activateWindow()
    area.setFocus()
    settle()


def to_middle(area: "QTextEdit | QPlainTextEdit") -> None:
    cursor = area.textCursor()
    cursor.setPosition(len(area.toPlainText()) // 2)
    area.setTextCursor(cursor)
    settle()


def time_key(area: "QWidget", key: str) -> float:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    start = perf_counter()
    QTest.keyClicks(area, key)
    QApplication.processEvents()
    return perf_counter() - start


def time_checks(program: "Program") -> list[float]:
    """Seconds for what comes once after a pause in typing: all checks, and showing what they found."""
    document = program.workspace.document
    assert document is not None
    answer, seconds = document.sheet[TEXT_QUESTION], []
    for turn in range(20):  # of another sheet each time: of the same one the window has the answer at hand
        document.put(TEXT_QUESTION, answer.replace(details=f"{answer.details} {turn}"))
        seconds.append(seconds_for(document.check))
    return seconds


def time_steps(program: "Program") -> list[float]:
    """Seconds to go to another question, until it is painted."""
    return [seconds_for(partial(program.form_page.go_to, number)) for number in QUESTIONS * 2]


def seconds_for(what: Callable[[], object]) -> float:
    from PySide6.QtWidgets import QApplication

    start = perf_counter()
    what()
    QApplication.processEvents()
    return perf_counter() - start


if __name__ == "__main__":
    {"bare": bare, "sheet": sheet, "keys": keys, "profile": profile}[sys.argv[1]]()
