"""What of a workbook's changes is chosen, by sheet and question, and the problems that come with it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from atop_coder.checks import Problem, Severity
from atop_coder.folder.workbook import Change, Chosen, Left, Preview, SheetChanges

GRAVE = (Severity.ERROR, Severity.WARNING)


class Kind(StrEnum):
    """The choices of the filter."""

    ALL = "All"
    CLASHES = "Clashes"
    PROBLEMS = "With new problems"
    LEFT = "Cannot be applied"


@dataclass
class SheetSelection:
    """The ticks of one sheet.

    `ticked` are the questions whose change is wanted, `brought` the problems that all its changes together
    bring; `proposed` is what is ticked to begin with.
    """

    one: SheetChanges
    proposed: frozenset[int] = frozenset()
    brought: tuple[Problem, ...] = ()
    ticked: set[int] = field(default_factory=set)
    _found: dict[frozenset[int], tuple[Problem, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ticked = set(self.proposed)
        self._found = {frozenset(): (), frozenset(self.one.questions): self.brought}

    def problems(self, more: int | None = None) -> tuple[Problem, ...]:
        """What the checks find new with what is ticked, and with one more question."""
        chosen = frozenset(self.ticked if more is None else self.ticked | {more})
        if chosen not in self._found:
            self._found[chosen] = self.one.new_problems(chosen)
        return self._found[chosen]

    def count(self, severity: Severity) -> int:
        """How many new problems of that weight there are with what is ticked."""
        return sum(problem.severity == severity for problem in self.problems())

    def worst(self, question: int) -> Severity | None:
        """How grave the worst is that all changes together bring at that question; notes do not count."""
        found = {problem.severity for problem in self.brought if problem.question == question}
        return next((severity for severity in GRAVE if severity in found), None)

    def may_bring(self, change: Change) -> bool:
        """Whether a change may be why there is a new error or warning: at its question, or at one that the
        workbook leaves as it is."""
        grave = {problem.question for problem in self.brought if problem.severity in GRAVE}
        return change.question in grave or bool(grave - set(self.one.questions))

    def changes(self, kind: Kind) -> tuple[Change, ...]:
        """The changes that the filter lets through."""
        return tuple(one for one in self.one.changes if self._is(one, kind))

    def _is(self, change: Change, kind: Kind) -> bool:
        if kind == Kind.PROBLEMS:
            return self.may_bring(change)
        return kind == Kind.ALL or (kind == Kind.CLASHES and change.clash)

    def left(self, kind: Kind) -> tuple[Left, ...]:
        """The edits that cannot be taken over, where the filter lets them through."""
        return self.one.left if kind in (Kind.ALL, Kind.LEFT) else ()


@dataclass
class ChangeSelection:
    """All sheets of a preview with their ticks."""

    preview: Preview
    sheets: tuple[SheetSelection, ...]

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """The sheets with something ticked, each with its questions."""
        return tuple((one.one, frozenset(one.ticked)) for one in self.sheets if one.ticked)

    @property
    def left(self) -> int:
        """How many edits cannot be taken over."""
        return len(self.preview.left) + sum(len(one.one.left) for one in self.sheets)

    @property
    def empty(self) -> bool:
        """Whether the workbook says the same as the sheets."""
        return not self.preview.count and not self.left

    def count(self) -> Counter[Kind]:
        """How many rows each choice of the filter shows."""
        found: Counter[Kind] = Counter({Kind.LEFT: self.left})
        for one in self.sheets:
            for kind in (Kind.ALL, Kind.CLASHES, Kind.PROBLEMS):
                found[kind] += len(one.changes(kind))
        found[Kind.ALL] += self.left
        return found


def look_through(
    preview: Preview,
    stop: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ChangeSelection:
    """Checks each sheet with its changes and ticks what can be taken without a second look.

    It takes some milliseconds a sheet, and belongs away from the window's thread.
    """
    return ChangeSelection(preview, tuple(_looked(preview, stop, on_progress)))


def _looked(
    preview: Preview, stop: Callable[[], bool], on_progress: Callable[[int, int], None]
) -> Iterator[SheetSelection]:
    for done, one in enumerate(preview.sheets, 1):
        if stop():
            return
        yield SheetSelection(
            one, preview.proposed(one), one.new_problems(one.questions) if one.changes else ()
        )
        on_progress(done, len(preview.sheets))
