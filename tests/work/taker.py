"""The next start after a crash, in a process of its own: takes what is offered, saves it, and ends.

`python taker.py SHEET FOLDER`; prints what the bar said, and the number of bars that are left.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QTimer

from atop_coder.gui.app import Program, make_app, run
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.window.recovery_bar import TAKE


def take(program: Program) -> None:
    if program.workspace.document is None:
        QTimer.singleShot(20, lambda: take(program))
        return
    for bar in list(program.recovery_area.bars):
        sys.stdout.write(f"{bar.label.text()}\n")
        next(chip for chip in bar.buttons if chip.text() == TAKE).click()
    saved = program.saving.save()
    sys.stdout.write(f"{saved} {len(program.recovery_area.bars)}\n")
    program.window.close()


def main() -> None:
    sheet, folder = sys.argv[1:]
    make_app()

    def begin(program: Program) -> None:
        QTimer.singleShot(200, lambda: take(program))

    run([Path(sheet)], settings=Settings(Path(folder) / "window.ini"), shown=begin)


if __name__ == "__main__":
    main()
