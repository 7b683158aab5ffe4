"""What still keeps a sheet from being complete."""

from dataclasses import dataclass

from atop_coder.checks.problem import Severity
from atop_coder.gui.document import Document


@dataclass(frozen=True)
class Lacking:
    """The questions that want an answer, and those with an error."""

    blank: tuple[int, ...]
    wrong: tuple[int, ...]

    @property
    def first(self) -> int | None:
        """The first question to go to."""
        return min((*self.blank, *self.wrong), default=None)

    @property
    def words(self) -> str:
        """All of it in a sentence, "" for nothing."""
        parts = []
        if self.blank:
            parts.append(f"{_questions(self.blank)} still blank")
        if self.wrong:
            parts.append(f"{_questions(self.wrong)} in error")
        return f"Not complete yet: {' and '.join(parts)}." if parts else ""


def lacking(document: Document) -> Lacking:
    """Checks the sheet and tells what it lacks."""
    from atop_coder.checks import missing

    document.hold(None)
    document.check()
    wrong = {problem.question for problem in document.problems if problem.severity == Severity.ERROR}
    return Lacking(tuple(missing(document.sheet, document.form)), tuple(sorted(wrong)))


def _questions(numbers: tuple[int, ...]) -> str:
    many = len(numbers) > 1
    shown = ", ".join(str(number) for number in numbers[:8]) + (" …" if len(numbers) > 8 else "")
    return f"{'questions' if many else 'question'} {shown} {'are' if many else 'is'}"
