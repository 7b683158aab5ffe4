"""One record of a change, and the history of a sheet that undo and redo walk."""

from dataclasses import dataclass, field

from atop_coder.sheet.sheet import Answer, Sheet


@dataclass(frozen=True)
class Edit:
    """One question's answer before and after: what undo, the recovery journal and the revision log keep."""

    question: int
    before: Answer
    after: Answer

    @property
    def undone(self) -> "Edit":
        return Edit(self.question, self.after, self.before)


@dataclass
class History:
    """A sheet with its past and its future; nothing else changes a sheet.

    A step is one or more edits that are undone together. Edits that carry the same `join` key, one after the
    other and to the same question, become one step (typing in one field).
    """

    sheet: Sheet
    past: list[tuple[Edit, ...]] = field(default_factory=list)
    future: list[tuple[Edit, ...]] = field(default_factory=list)
    _join: object = None

    def apply(self, question: int, after: Answer, join: object = None) -> Edit | None:
        """Changes one answer; None if it is that already."""
        edit = Edit(question, self.sheet[question], after)
        return edit if self.apply_all((edit,), join) else None

    def apply_all(self, edits: tuple[Edit, ...], join: object = None) -> bool:
        """Changes several answers as one step; False if nothing changes."""
        edits = tuple(edit for edit in edits if edit.before != edit.after)
        if not edits:
            return False
        self._put(edits)
        if join is not None and join == self._join and self.past and _same_question(self.past[-1], edits):
            edits = (Edit(edits[0].question, self.past.pop()[0].before, edits[0].after),)
        self.future.clear()
        self._join = join
        if edits[0].before != edits[0].after or len(edits) > 1:
            self.past.append(edits)
        else:  # typed and taken back: what is typed next is no part of the step before
            self.end_joining()
        return True

    def undo(self) -> tuple[Edit, ...]:
        """Takes the last step back; returns the edits made to do so (none at the beginning)."""
        return self._walk(self.past, self.future)

    def redo(self) -> tuple[Edit, ...]:
        """Makes the step that was last undone again; returns its edits (none at the end)."""
        return self._walk(self.future, self.past)

    def end_joining(self) -> None:
        """The next edit begins a step of its own."""
        self._join = None

    def _walk(self, source: list[tuple[Edit, ...]], target: list[tuple[Edit, ...]]) -> tuple[Edit, ...]:
        self.end_joining()
        if not source:
            return ()
        edits = tuple(edit.undone for edit in reversed(source.pop()))
        self._put(edits)
        target.append(edits)
        return edits

    def _put(self, edits: tuple[Edit, ...]) -> None:
        for edit in edits:
            self.sheet = self.sheet.with_answer(edit.question, edit.after)


def _same_question(step: tuple[Edit, ...], edits: tuple[Edit, ...]) -> bool:
    return len(step) == len(edits) == 1 and step[0].question == edits[0].question
