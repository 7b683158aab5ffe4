"""The next start after a crash, in a process of its own: takes what is offered, saves it, and ends.

`python taker.py SHEET FOLDER`; prints what the bar said, and the number of bars that are left.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from atop_coder.gui.app import make_app, run
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.window.main_window import Window
from atop_coder.gui.window.recovery_bar import TAKE


def take() -> None:
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    if window.document is None:
        QTimer.singleShot(20, take)
        return
    for bar in list(window.recovery.bars):
        sys.stdout.write(f"{bar.label.text()}\n")
        next(chip for chip in bar.buttons if chip.text() == TAKE).click()
    saved = window.save()
    sys.stdout.write(f"{saved} {len(window.recovery.bars)}\n")
    window.close()


def main() -> None:
    sheet, folder = sys.argv[1:]
    make_app()
    QTimer.singleShot(200, take)
    run([Path(sheet)], settings=Settings(Path(folder) / "window.ini"))


if __name__ == "__main__":
    main()
