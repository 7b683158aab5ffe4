"""Where to write a file that may be of one of several kinds: the name's ending follows the kind."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # loaded when the first file is to be written
    from PySide6.QtWidgets import QFileDialog


def ask_target(parent: QWidget, title: str, proposed: Path, kinds: Mapping[str, str]) -> Path | None:
    """The name that the person chooses; `kinds` are words by the ending, the first one is proposed.

    The dialog itself asks before it lets a file be replaced.
    """
    dialog = make_dialog(parent, title, proposed, kinds)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() and dialog.selectedFiles() else None


def make_dialog(parent: QWidget, title: str, proposed: Path, kinds: Mapping[str, str]) -> "QFileDialog":
    """The dialog; choosing a kind changes the ending of the name, and a name without one gets it."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    endings = {f"{words} (*{ending})": ending for ending, words in kinds.items()}
    dialog.setNameFilters(list(endings))
    first = next(iter(kinds))
    dialog.setDefaultSuffix(first)
    dialog.selectFile(f"{proposed.name}{first}")
    dialog.filterSelected.connect(lambda chosen: _take_ending(dialog, endings[chosen], tuple(kinds)))
    return dialog


def _take_ending(dialog: "QFileDialog", ending: str, known: tuple[str, ...]) -> None:
    """Gives the name that ending in place of that of another kind; dots within a name stay."""
    dialog.setDefaultSuffix(ending)
    named = [Path(name) for name in dialog.selectedFiles()]
    if named and not named[0].is_dir():
        path = named[0].with_suffix("") if named[0].suffix.lower() in known else named[0]
        dialog.selectFile(str(path.with_name(f"{path.name}{ending}")))
