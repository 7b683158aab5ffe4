"""What the checks say of an open sheet, and which of it a person is told while they work."""

from collections.abc import Callable
from datetime import date

from atop_coder.checks.problem import Problem
from atop_coder.sheet import Sheet

Checker = Callable[[Sheet], tuple[Problem, ...]]

# Shown only when the whole question is left: while one is still in it, the description may be on its way.
OWED_LATER = frozenset({"description-owed", "source-owed", "follow-up-blank", "renewals-not-described"})


def check_now(sheet: Sheet) -> tuple[Problem, ...]:
    """All checks; they are imported when the first sheet needs them."""
    from atop_coder.checks import check

    return tuple(check(sheet))


class LastCheck:
    """All checks; asked again on the same day for the very same sheet, it has the answer at hand."""

    def __init__(self) -> None:
        self._asked: tuple[Sheet, date] | None = None
        self._found: tuple[Problem, ...] = ()

    def __call__(self, sheet: Sheet) -> tuple[Problem, ...]:
        day = date.today()
        if self._asked is None or self._asked[0] is not sheet or self._asked[1] != day:
            self._asked, self._found = (sheet, day), check_now(sheet)
        return self._found


class ShownProblems:
    """`problems` are those to be shown. Of the question that is suspended, what is new waits; what is mended
    goes at once. Before the first check (`checked`) nothing is known, not even that nothing is wrong.
    """

    def __init__(self, checker: Checker | None = None) -> None:
        self._check = checker or LastCheck()
        self.problems: tuple[Problem, ...] = ()
        self.suspended: int | None = None
        self.checked = False

    def check(self, sheet: Sheet, field_left: bool = False) -> bool:
        """Runs the checks; returns whether what is to be shown is another now.

        `field_left`: also what is new in the suspended question, but not what may still come there.
        """
        found = self._check(sheet)
        shown = tuple(problem for problem in found if self._may_show(problem, field_left))
        changed = shown != self.problems or not self.checked
        self.problems, self.checked = shown, True
        return changed

    def _may_show(self, problem: Problem, field_left: bool) -> bool:
        if problem.question != self.suspended:
            return True
        if field_left and problem.code not in OWED_LATER:
            return True
        return any(
            shown.question == problem.question and shown.code == problem.code for shown in self.problems
        )

    @property
    def in_suspended(self) -> bool:
        """Whether something is shown of the suspended question."""
        return any(problem.question == self.suspended for problem in self.problems)
