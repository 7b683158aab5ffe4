"""A person at the real window, in a process of its own: types numbers and saves until somebody kills it.

`python typist.py SHEET FOLDER SEED`; standard output tells each number as soon as its keys are pressed:
`ready`, `typed 17 1763750000.123`, `saving 17`, `saved 17`.
"""

import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from atop_coder.gui.app import make_app, run
from atop_coder.gui.session.settings import NEVER, Settings
from atop_coder.gui.window.main_window import Window

QUESTION = 18  # one that takes text alone


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Typist(QObject):
    """Presses keys from within Qt's own loop, one number at a time."""

    def __init__(self, seed: int) -> None:
        super().__init__(QApplication.instance())
        self.chance = random.Random(seed)
        self.saves = self.chance.choice((0.0, 0.05, 0.5))
        self.count = 0
        self.window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))

    def begin(self) -> None:
        if self.window.document is None:
            QTimer.singleShot(20, self.begin)
            return
        self.window.page.go_to(QUESTION)
        self.field = self.window.page.cards[QUESTION].findChildren(QTextEdit)[0]
        tell("ready")
        self.go_on()

    def go_on(self) -> None:
        self.count += 1
        QTest.keyClicks(self.field, f"{self.count} ")
        tell("typed", self.count, time.time())
        if self.chance.random() < self.saves:
            tell("saving", self.count)
            self.window.save()
            tell("saved", self.count)
        QTimer.singleShot(self.chance.randrange(4, 40), self.go_on)


def main() -> None:
    sheet, folder, seed = sys.argv[1:]
    make_app()
    settings = Settings(Path(folder) / "window.ini")
    settings.put("stamp", NEVER)
    QTimer.singleShot(0, lambda: Typist(int(seed)).begin())
    run([Path(sheet)], settings=settings)


if __name__ == "__main__":
    main()
