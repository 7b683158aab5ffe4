"""A monkey at the window: random keys, clicks and pastes over open sheets, and what must hold after each."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from atop_coder.gui.app import Program
from atop_coder.gui.editors import Editor
from atop_coder.gui.session.document import Document
from atop_coder.sheet import Answer, Sheet, clean_details

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, ALT, SHIFT = Mod.NoModifier, Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
LETTERS = "aeinorst 0123456789/,;.-x"
KEYS = (
    *((key, NONE) for key in (Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Space, Key.Key_Escape)),
    *((key, NONE) for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home)),
    *((key, NONE) for key in (Key.Key_End, Key.Key_Backspace, Key.Key_Delete, Key.Key_F8, Key.Key_F6)),
    *((key, NONE) for key in (Key.Key_F3, Key.Key_F9, Key.Key_F10)),
    *((key, CTRL) for key in (Key.Key_Z, Key.Key_Y, Key.Key_A, Key.Key_V, Key.Key_X, Key.Key_Down)),
    *((key, CTRL) for key in (Key.Key_Up, Key.Key_Return, Key.Key_PageDown, Key.Key_PageUp, Key.Key_S)),
    *((key, CTRL) for key in (Key.Key_F, Key.Key_G, Key.Key_M, Key.Key_L)),
    *((key, ALT) for key in (Key.Key_Y, Key.Key_N, Key.Key_A, Key.Key_U, Key.Key_Backspace, Key.Key_W)),
    (Key.Key_F8, SHIFT),
)
PASTES = (
    "12/25/2003",
    "200 United Kingdom; 365 Russia, Ruritania",
    "Yes. “The parties shall con-\nsult.” (Art. 4)\n\nAnd more.",
    "139, World War II",
    "2 of May 1955 – 2 of June 1956",
    "\u200b\u00ad\u202e\x00 odd",
    "漢字 Жук é",
    "",
)


class Monkey:
    """Acts on one window from a seed; `act` does one thing, and `look` tells what does not hold."""

    def __init__(self, program: Program, seed: int) -> None:
        self.program, self.dice = program, random.Random(seed)
        self.done: list[str] = []
        self.starts = {document: document.sheet for document in program.workspace.documents}

    def act(self) -> None:
        """Does one thing that a person may do."""
        acts: tuple[Callable[[], str], ...] = (self.type, self.press, self.click, self.paste)
        self.done.append(self.dice.choices(acts, (4, 5, 3, 1))[0]())
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    @property
    def field(self) -> QWidget:
        return QApplication.focusWidget() or self.program.window

    def type(self) -> str:
        words = "".join(self.dice.choices(LETTERS, k=self.dice.randint(1, 6)))
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.field, QKeyEvent(kind, Key.Key_unknown, NONE, letter))
        return f"type {words!r}"

    def press(self) -> str:
        key, modifiers = self.dice.choice(KEYS)
        QTest.keyClick(self.field, key, modifiers)
        return f"press {modifiers.name} {key.name}"

    def click(self) -> str:
        """Somewhere in the work, be it on a button or beside one; not in menus and on tabs' crosses."""
        work = self.program.work
        spot = QPoint(self.dice.randrange(work.width()), self.dice.randrange(work.height()))
        target = work.childAt(spot) or work
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, target.mapFrom(work, spot))
        return f"click {type(target).__name__} at {spot.x()},{spot.y()}"

    def paste(self) -> str:
        words, mime = self.dice.choice(PASTES), QMimeData()
        mime.setText(words)
        QApplication.clipboard().setMimeData(mime)
        QTest.keyClick(self.field, Key.Key_V, CTRL)
        return f"paste {words!r}"

    def look(self) -> Iterator[str]:
        """What is shown is what is in the sheet, once what is being typed is taken over."""
        document = self.program.workspace.document
        if document is None:
            return
        document.flush_pending()
        for number, card in self.program.form_page.cards.items():
            yield from untrue(card.editor, document.sheet[number])

    def take_all_back(self) -> Iterator[str]:
        """Undo leads to where each sheet began."""
        self.program.workspace.flush_pending()
        for document, start in self.starts.items():
            yield from taken_back(document, start)


def untrue(editor: Editor, answer: Answer) -> Iterator[str]:
    """What a card shows that is not in the sheet."""
    number = editor.question.number
    if editor.answer() != answer:
        yield f"{number}: the editor holds {editor.answer()} and the sheet {answer}"
    chosen = {f":{answer.status}", *editor.chosen(answer)} & set(editor.bar.segments)
    if set(editor.bar.chosen) != chosen:
        yield f"{number}: chosen is {editor.bar.chosen}, and the answer {answer}"
    value, unread = editor.read_value()
    if type(editor).read_value is not Editor.read_value and value != answer.value:
        yield f"{number}: the fields say {value} and {unread}, and the answer {answer}"
    for field in editor.findChildren(QTextEdit):
        words = " ".join(
            clean_details(field.toPlainText()).split()
        )  # characters that no sheet holds are gone
        if not field.isHidden() and words not in " ".join(answer.details.split()):
            yield f"{number}: “{words}” is not in {answer}"


def taken_back(document: Document, start: Sheet) -> Iterator[str]:
    """Whether undo leads back to the start."""
    while document.history.past:
        document.undo()
    for number in document.form.by_number:
        if document.sheet[number] != start[number]:
            yield f"{number} of {document.name}: {document.sheet[number]} and not {start[number]}"


def follow(program: Program, seed: int, times: int, caught: Callable[[], object]) -> list[str]:
    """Lets a monkey act so often; what went wrong, with what it did last. `caught` tells of exceptions."""
    monkey = Monkey(program, seed)
    for _ in range(times):
        monkey.act()
        wrong = [*monkey.look()]
        if wrong or caught():
            return [*wrong, str(caught()), f"seed {seed}, act {len(monkey.done)}", *monkey.done[-12:]]
    wrong = [*monkey.take_all_back()]
    return [*wrong, f"seed {seed}, at the end"] if wrong else []


def sheets_for(folder: Path, sources: list[Path]) -> list[Path]:
    """Copies of these in the folder, for the monkey to spoil."""
    copies = [folder / source.name for source in sources]
    for source, copy in zip(sources, copies, strict=True):
        copy.write_bytes(source.read_bytes())
    return copies
