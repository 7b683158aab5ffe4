"""Problems as lines for people: a heading a file, a line a problem, long messages wrapped neatly."""

from collections.abc import Iterable, Iterator, Sequence

import click

from atop_coder.checks import Problem, Severity, count
from atop_coder.checks.words import counted, ranges
from atop_coder.cli.console import fold
from atop_coder.reading import ReadingReport

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
NARROW = 30  # columns: a message that has fewer stands on lines of its own


def tally(problems: Iterable[Problem], doubted: int = 0) -> str:
    """`1 error, 2 warnings, 3 answers read in doubt`; `no problems` for none."""
    parts = [counted(number, severity) for severity, number in count(problems).items() if number]
    doubt = [f"{counted(doubted, 'answer')} read in doubt"] if doubted else []
    return ", ".join((*(parts or ["no problems"]), *doubt))


def problem_lines(problems: Sequence[Problem], width: int | None) -> Iterator[str]:
    """The lines for the problems of one sheet, at most `width` wide if that is given."""
    longest = max((len(problem.code) for problem in problems), default=0)
    for problem in problems:
        severity = click.style(f"{problem.severity:<7}", fg=COLORS[problem.severity])
        head = f"{problem.question:>4}  {severity}  {problem.code:<{longest}}"
        yield from _wrapped(head, problem.message, 4 + 2 + 7 + 2 + longest + 2, width)


def _wrapped(head: str, message: str, indent: int, width: int | None) -> Iterator[str]:
    if width is None:
        yield f"{head}  {message}"
    elif width - indent < NARROW:
        yield head.rstrip()
        yield from fold(message, 6, width)
    else:
        first, *others = fold(message, indent, width)
        yield f"{head}  {first.lstrip()}"
        yield from others


def reading_lines(report: ReadingReport) -> Iterator[str]:
    """What of the reading wants a person's eye: answers read with doubt, and text in no answer."""
    unsure = sorted({placed.question for placed in report.unsure})
    if unsure:
        questions = f"question{'' if len(unsure) == 1 else 's'} {ranges(unsure)}"
        were = "answer was" if len(unsure) == 1 else "answers were"
        yield f"  {len(unsure)} {were} read with doubt: {questions} (see 'atop-coder convert')."
    if report.unplaced:
        were = "line is" if len(report.unplaced) == 1 else "lines are"
        yield f"  {len(report.unplaced)} {were} in no answer (see 'atop-coder convert')."
