"""What the system's own programs are asked for."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> bool:
    """Opens a file in the program that is for its kind; False if there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_folder(path: Path) -> bool:
    """Opens the folder that a file lies in; False if the system has nothing to open it with."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
