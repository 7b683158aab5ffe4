"""The rows of a list of changes: sheets, the changes under each, and edits that cannot be applied."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from atop_coder.checks import Severity
from atop_coder.checks.words import capital, counted, listed
from atop_coder.compare.texts import on_one_line
from atop_coder.folder.workbook import Change, Left
from atop_coder.form import Question, load_form
from atop_coder.gui.compare.answer_pair import shown_words
from atop_coder.gui.folder.workbook.change_selection import Kind, SheetSelection
from atop_coder.sheet import Answer

CLASH = "changed in the sheet too"
NEW = {Severity.ERROR: "new error", Severity.WARNING: "new warning"}
NOT_TAKEN = "cannot be applied"
NO_SHEET = "Edits that belong to no sheet"


@dataclass(frozen=True)
class ChangeRow:
    """A change under its sheet."""

    sheet: SheetSelection
    change: Change

    @property
    def question(self) -> Question:
        return load_form().question(self.change.question)

    @cached_property
    def lines(self) -> tuple[str, str]:
        """What the sheet says and what the workbook says, on one line each."""
        before, after = (self.words(one) for one in (self.change.before, self.change.after))
        return on_one_line(before), on_one_line(after)

    def words(self, answer: Answer) -> tuple[str, ...]:
        """The paragraphs of an answer to the question."""
        return shown_words(self.question, answer, load_form())

    @property
    def ticked(self) -> bool:
        return self.change.question in self.sheet.ticked

    @property
    def marks(self) -> tuple[str, ...]:
        """What to know of the change before it is ticked."""
        worst = self.sheet.worst(self.change.question)
        return tuple(mark for mark in (self.change.clash and CLASH, worst and NEW[worst]) if mark)

    @property
    def changes(self) -> tuple["ChangeRow", ...]:
        """The changes that the tick of the row stands for."""
        return (self,)

    @property
    def accessible_text(self) -> str:
        """The row for those who hear the window."""
        before, after = self.lines
        parts = (f"{self.question.number} {self.question.short}", f"{before} becomes {after}", *self.marks)
        return ". ".join(part.rstrip(".") for part in parts)

    @property
    def tip(self) -> str:
        return capital(listed(self.marks))


@dataclass(frozen=True)
class LeftRow:
    """An edit that cannot be applied."""

    left: Left
    changes: ClassVar[tuple[ChangeRow, ...]] = ()

    @property
    def accessible_text(self) -> str:
        return f"{Kind.LEFT}. {self.left.place}. {self.left.message}"

    @property
    def tip(self) -> str:
        return f"{self.left.place}: {self.left.message}"


@dataclass(frozen=True)
class SheetRow:
    """A sheet, or with None for it the edits that belong to none, and what is listed under it."""

    sheet: SheetSelection | None
    rows: tuple[ChangeRow | LeftRow, ...]

    @property
    def name(self) -> str:
        return self.sheet.one.name if self.sheet else NO_SHEET

    @property
    def counted(self) -> str:
        """`3 changes`, `2 of 3 changes`, or how many edits cannot be applied if there is no change."""
        total = len(self.sheet.one.changes) if self.sheet else 0
        ticked = len(self.sheet.ticked) if self.sheet else 0
        if not total:
            return counted(len(self.rows), "edit")
        return counted(total, "change") if ticked == total else f"{ticked} of {counted(total, 'change')}"

    @property
    def aside(self) -> str:
        """What stands beside the name: how many changes, and the file."""
        file = self.sheet.one.path.name if self.sheet else ""
        return f"{self.counted}  ·  {file}" if file not in ("", self.name) else self.counted

    @property
    def changes(self) -> tuple[ChangeRow, ...]:
        return tuple(one for one in self.rows if isinstance(one, ChangeRow))

    @property
    def accessible_text(self) -> str:
        return f"{self.name}, {self.counted}" if self.sheet else f"{self.name}: {len(self.rows)}"

    @property
    def tip(self) -> str:
        return str(self.sheet.one.path) if self.sheet else ""


Row = SheetRow | ChangeRow | LeftRow
