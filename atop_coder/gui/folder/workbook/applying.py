"""The changes of a workbook that were chosen: into sheets that are open, and what became of all of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from atop_coder.checks.words import counted
from atop_coder.errors import AtopError
from atop_coder.files.compare import questions_in_words
from atop_coder.files.lock import held_by
from atop_coder.folder.applying import Applied
from atop_coder.folder.changes import Chosen, SheetChanges
from atop_coder.gui.session.document import Document
from atop_coder.sheet import Answer, Edit

MAX_REASONS = 3  # reasons that one notice gives


@dataclass(frozen=True)
class PutIn:
    """Changes that were put into an open sheet, as the step that undoes them."""

    document: Document
    step: tuple[Edit, ...]

    @property
    def last(self) -> bool:
        """Whether the sheet was not changed since."""
        self.document.flush()
        return self.document.history.past[-1:] == [self.step]


@dataclass
class Outcome:
    """What became of the changes: `written` into files, `put` into open sheets, and why others were left.

    `stopped` is the number of sheets that were not come to, `not_chosen` that of edits that nobody wanted.
    """

    written: tuple[Applied, ...] = ()
    put: list[PutIn] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    stopped: int = 0
    not_chosen: int = 0

    def take(self, applied: Sequence[Applied], wanted: int) -> None:
        """Adds what became of files, of which so many were to be written."""
        self.written = tuple(one for one in applied if one.target is not None)
        self.left.extend(one.message for one in applied if one.message)
        self.stopped = wanted - len(applied)

    @property
    def done(self) -> bool:
        """Whether anything was changed."""
        return bool(self.written or self.put)


def put_into_tabs(
    chosen: Iterable[Chosen], documents: Iterable[Document], were_open: frozenset[Path], outcome: Outcome
) -> list[Chosen]:
    """Changes the sheets that are open, each in one step; returns those that are to be written into files.

    A sheet that was open when the workbook was looked at and is not any more is left: what was shown of it
    may never have been saved.
    """
    tabs = {one.path.resolve(): one for one in documents if one.path is not None}
    files = []
    for changes, questions in chosen:
        document = tabs.get(changes.path.resolve())
        if document is not None:
            _put(document, changes, questions, outcome)
        elif changes.path in were_open:
            outcome.left.append(str(AtopError("edit-sheet-changed", file=changes.path)))
        else:
            files.append((changes, questions))
    return files


def _put(document: Document, changes: SheetChanges, questions: Collection[int], outcome: Outcome) -> None:
    if document.session.reading_only:
        owner = held_by(changes.path)
        who = owner.name if owner else "Somebody else"
        outcome.left.append(str(AtopError("edit-held", file=changes.path, who=who)))
        return
    fitting, others = _fitting(document, changes, questions)
    if others:
        outcome.left.append(
            f"{document.name}: {questions_in_words(others)} was answered otherwise in its tab meanwhile, so"
            " that answer was left as it is."
        )
    if document.put_all(fitting):
        outcome.put.append(PutIn(document, document.history.past[-1]))


def _fitting(
    document: Document, changes: SheetChanges, questions: Collection[int]
) -> tuple[dict[int, Answer], list[int]]:
    """The answers whose question still says what was shown, and the questions that say something else."""
    sheet, wanted = document.sheet, changes.answers(questions)
    shown = {one.question: one.before for one in changes.changes}
    fitting = {number: answer for number, answer in wanted.items() if sheet[number] == shown[number]}
    others = [number for number in wanted if number not in fitting and sheet[number] != wanted[number]]
    return fitting, others


def outcome_words(outcome: Outcome) -> str:
    """`12 changes in 4 sheets saved; 3 changes in 1 open sheet, not saved yet.`, and why others were left."""
    saved, put = outcome.written, outcome.put
    changes, put_changes = sum(one.count for one in saved), sum(len(one.step) for one in put)
    parts = (
        f"{counted(changes, 'change')} in {counted(len(saved), 'sheet')} saved" if saved else "",
        f"{counted(put_changes, 'change')} in {counted(len(put), 'open sheet')}, not saved yet"
        if put
        else "",
        _stopped(outcome.stopped),
        f"{counted(outcome.not_chosen, 'edit')} not applied: not chosen" if outcome.not_chosen else "",
    )
    told = "; ".join(filter(None, parts)) or "No sheet was changed"
    return " ".join((f"{told}.", *_why(outcome.left)))


def taken_back_words(
    undone: Sequence[PutIn], back: Sequence[Applied], left: Sequence[str], missing: int
) -> str:
    """How many sheets say again what they said before, and why others do not."""
    told = f"Taken back in {counted(len(undone) + len(back), 'sheet')}"
    parts = [part for part in (told, _stopped(missing)) if part]
    return " ".join((f"{'; '.join(parts)}.", *_why(left)))


def _stopped(number: int) -> str:
    return f"{counted(number, 'sheet')} left as {'it is' if number == 1 else 'they are'}" if number else ""


def _why(messages: Sequence[str]) -> tuple[str, ...]:
    more = len(messages) - MAX_REASONS
    rest = (f"And {counted(more, 'message')} more.",) if more > 0 else ()
    return (*messages[:MAX_REASONS], *rest)


def undo_in_tabs(put: Iterable[PutIn], documents: Sequence[Document], left: list[str]) -> list[PutIn]:
    """Undoes the changes in open sheets where they are the last step; `left` is told why others stay."""
    undone = []
    for one in put:
        document = one.document
        if document not in documents:
            left.append("A sheet that was changed in its tab is closed now, so its changes stay.")
        elif not one.last or document.undo() is None:
            left.append(f"{document.name} was changed since, so its changes stay. Undo them in its tab.")
        else:
            undone.append(one)
    return undone
