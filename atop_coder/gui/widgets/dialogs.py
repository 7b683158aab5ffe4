"""The few questions that stop a person: which file, which id, and whether to save before closing.

Qt's dialogs are imported when the first is asked for: no start of the window needs them.
"""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.theme import Role, Theme

_TEXT = "*.txt *.text *.md *.markdown *.csv *.tsv *.tab *.json"
_WORD = "*.docx *.docm *.dotx *.dotm *.doc *.dot *.rtf *.odt *.ott *.fodt *.wpd"
_EXCEL = "*.xlsx *.xlsm *.xltx *.xltm *.xlsb *.xls *.ods *.ots *.fods"
_PAGES = "*.html *.htm *.xhtml *.mht *.mhtml *.eml"
_SCANS = "*.pdf *.png *.jpg *.jpeg *.tif *.tiff"
SHEETS = (
    f"Codesheets ({_TEXT} {_WORD} {_EXCEL} {_PAGES} {_SCANS});;Text ({_TEXT})"
    f";;Word, RTF, OpenDocument ({_WORD});;PDF and scans ({_SCANS})"
    f";;Excel and other workbooks ({_EXCEL});;Web pages and mails ({_PAGES})"
    ";;All files (*)"
)
NORMALIZED = "Normalized sheets (*.txt)"
WORKBOOKS = "Excel datasets (*.xlsx)"


class Closing(StrEnum):
    """What becomes of changes when the window closes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """The sheets to open; none if the person thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    names, _ = QFileDialog.getOpenFileNames(parent, "Open sheets", str(folder), SHEETS)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """The folder whose sheets to open."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, "Open the sheets in a folder", str(folder))
    return Path(name) if name else None


def ask_workbook(parent: QWidget, folder: Path) -> Path | None:
    """The edited dataset to take back into the sheets."""
    from PySide6.QtWidgets import QFileDialog

    title = "Apply an edited dataset to the sheets"
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), WORKBOOKS)
    return Path(name) if name else None


def ask_target(parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """Where to write; the file dialog itself asks before it lets a file be replaced.

    It does not for a normalized sheet: who saves one asks (`ask_replace`) once it is known that they may.
    """
    from PySide6.QtWidgets import QFileDialog

    unasked = QFileDialog.Option.DontConfirmOverwrite if kinds == NORMALIZED else QFileDialog.Option(0)
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds, options=unasked)
    return Path(name) if name else None


def ask_replace(parent: QWidget, path: Path) -> bool:
    """Whether a person wants that sheet to be replaced."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Replace a sheet")
    box.setText(f"{path.name} is a sheet already. Replace it?")
    replace = box.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is replace


def ask_closing(parent: QWidget, names: list[str]) -> Closing:
    """Once for all sheets with changes: save, do not save, or stay."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Changes not saved")
    box.setText(f"Save the changes to {_listed(names)}?")
    box.setInformativeText("What is not saved now is lost.")
    save = box.addButton("Save", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("Don't save", QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return Closing.SAVE if clicked is save else Closing.DISCARD if clicked is discard else Closing.CANCEL


def _listed(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} more sheets"
    return f"{', '.join(names[:-1])} and {names[-1]}"


class NewSheet(QDialog):
    """Asks for the id and the coder of a new sheet; both may stay empty."""

    def __init__(self, atop_id: int | None, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New sheet")
        px = theme.px
        column = QVBoxLayout(self)
        theme.space(column, 8, (24, 20, 24, 18))
        column.addWidget(Label("A new sheet", theme, Role.TITLE, parent=self))
        self.id = self._line("ATOP ID, four digits", "" if atop_id is None else str(atop_id), theme, column)
        self.name = self._line("Coder (goes into the last question, with today's date)", name, theme, column)
        row = QHBoxLayout()
        row.addStretch()
        self.cancel = Chip("Cancel", theme, parent=self)
        self.create_button = Chip("Create", theme, primary=True, parent=self)
        self.create_button.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.create_button.clicked.connect(self.accept)
        row.addWidget(self.cancel)
        row.addWidget(self.create_button)
        column.addSpacing(px(8))
        column.addLayout(row)
        self.setMinimumWidth(px(420))
        self.id.setFocus()
        self.id.selectAll()

    def _line(self, label: str, text: str, theme: Theme, column: QVBoxLayout) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setFont(theme.font(Role.ANSWER))
        line.setTextMargins(theme.px(6), theme.px(4), theme.px(6), theme.px(4))
        line.setAccessibleName(label)
        head = Label(label, theme, Role.BODY, "quiet", parent=self)
        head.setBuddy(line)
        column.addWidget(head)
        column.addWidget(line)
        return line

    @property
    def atop_id(self) -> int | None:
        """The number that was typed; None if it is none."""
        text = self.id.text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def ask_new(parent: QWidget, atop_id: int | None, name: str, theme: Theme) -> tuple[int | None, str] | None:
    """Id and coder for a new sheet; None if the person thought better of it."""
    dialog = NewSheet(atop_id, name, theme, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.atop_id, " ".join(dialog.name.text().split())


def tell(parent: QWidget, title: str, text: str) -> None:
    """A text to be read and closed."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.exec()
