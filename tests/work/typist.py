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

from atop_coder.gui.app import Program, make_app, run
from atop_coder.gui.session.settings import NEVER, Settings

QUESTION = 18  # one that takes text alone


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Typist(QObject):
    """Presses keys from within Qt's own loop, one number at a time."""

    def __init__(self, seed: int, program: Program) -> None:
        super().__init__(QApplication.instance())
        self.chance = random.Random(seed)
        self.saves = self.chance.choice((0.0, 0.05, 0.5))
        self.count = 0
        self.program = program

    def begin(self) -> None:
        if self.program.workspace.document is None:
            QTimer.singleShot(20, self.begin)
            return
        self.program.form_page.go_to(QUESTION)
        self.field = self.program.form_page.cards[QUESTION].findChildren(QTextEdit)[0]
        tell("ready")
        self.go_on()

    def go_on(self) -> None:
        self.count += 1
        QTest.keyClicks(self.field, f"{self.count} ")
        tell("typed", self.count, time.time())
        if self.chance.random() < self.saves:
            tell("saving", self.count)
            self.program.saving.save()
            tell("saved", self.count)
        QTimer.singleShot(self.chance.randrange(4, 40), self.go_on)


def main() -> None:
    sheet, folder, seed = sys.argv[1:]
    make_app()
    settings = Settings(Path(folder) / "window.ini")
    settings.put("stamp", NEVER)
    run([Path(sheet)], settings=settings, shown=lambda program: Typist(int(seed), program).begin())


if __name__ == "__main__":
    main()
