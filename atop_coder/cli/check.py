"""`atop-coder check`: what is wrong in sheets, or wants a second look."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from atop_coder.cli.console import columns, say, say_json
from atop_coder.cli.many import find_each, with_format, with_progress
from atop_coder.errors import AtopError

if TYPE_CHECKING:
    from atop_coder.checks import Problem
    from atop_coder.folder.aside import Candidate
    from atop_coder.folder.facts import Facts
    from atop_coder.reading import Placed, Reading, ReadingReport
    from atop_coder.sheet import Sheet


class Checked(NamedTuple):
    """A file with its problems and how it was read, or with the line that says why it was not.

    `facts` are what other sheets can contradict, `across` the problems that do.
    """

    file: Path
    problems: "tuple[Problem, ...]" = ()
    report: "ReadingReport | None" = None
    message: str = ""
    facts: "Facts | None" = None
    across: "tuple[Problem, ...]" = ()

    @property
    def all_problems(self) -> "tuple[Problem, ...]":
        return self.problems + self.across

    @property
    def doubted(self) -> "tuple[Placed, ...]":
        """The answers that were read in doubt."""
        return self.report.unsure if self.report else ()


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@with_format
@click.option("--password", metavar="WORD", help="The password of those that are PDFs and have one.")
def check(paths: tuple[Path, ...], shape: str, password: str | None) -> None:
    """Check sheets, and all sheets in folders; several sheets are held against one another, too.

    A file that holds several sheets counts as so many. Answers that were read in doubt are counted beside
    the problems.

    Ends with 0 if no sheet has an error, with 1 if one has, and with 2 if a file could not be read. Warnings
    and notes do not change that.
    """
    results = _with_across(_check_all(paths, password))
    for result in results:
        if result.message:
            say(result.message, err=True)
    if shape == "json":
        _say_json(results)
    else:
        _say_text(results)
    raise SystemExit(_exit_code(results))


def _check_all(paths: Iterable[Path], password: str | None) -> list[Checked]:
    with with_progress(list(find_each(paths)), "Checking") as found:
        return [
            checked
            for file, message in found
            for checked in ([Checked(file, message=message)] if message else _check_file(file, password))
        ]


def _check_file(file: Path, password: str | None) -> list[Checked]:
    """The sheet in a file, or each of several, under a path that names the part."""
    from atop_coder.reading import read_sheets

    try:
        return [_check_one(file, reading) for reading in read_sheets(file, password)]
    except AtopError as error:
        return [Checked(file, message=str(error))]
    except Exception as error:  # an edge of the program: a fault on one file must not cost the others
        reason = f"{type(error).__name__}: {error}"
        return [Checked(file, message=str(AtopError("program-failed", file=file, reason=reason)))]


def _check_one(file: Path, reading: "Reading") -> Checked:
    from atop_coder.checks import check as problems_of
    from atop_coder.reading import path_in

    sheet = reading.sheet
    return Checked(path_in(file, reading.report), problems_of(sheet), reading.report, facts=_facts(sheet))


def _facts(sheet: "Sheet") -> "Facts":
    from atop_coder.files.remark import sheet_print
    from atop_coder.folder.facts import facts_of
    from atop_coder.form import load_form

    return facts_of(sheet, load_form(), sheet_print(sheet))


def _candidate(result: Checked) -> "Candidate":
    from atop_coder.folder.aside import Candidate, made_from
    from atop_coder.folder.entry import content_of, kind_of

    assert result.facts is not None
    assert result.report is not None
    path, facts, kind = result.file, result.facts, kind_of(result.report)
    return Candidate(path, content_of(path), facts.atop_id, facts.answers, kind, *made_from(path))


def _with_across(results: list[Checked]) -> list[Checked]:
    """The same, with what several sheets say against one another; one alone is left as it is."""
    if sum(result.facts is not None for result in results) < 2:
        return results
    from atop_coder.folder.across import check_across
    from atop_coder.folder.aside import leave_aside

    aside = leave_aside(_candidate(result) for result in results if result.facts)
    facts = [(one.file, one.facts) for one in results if one.facts and one.file not in aside]
    found: dict[Path, list[Problem]] = {}
    for path, problem in check_across(facts):
        found.setdefault(path, []).append(problem)
    return [result._replace(across=tuple(found.get(result.file, ()))) for result in results]


def _exit_code(results: Iterable[Checked]) -> int:
    if any(result.message for result in results):
        return 2
    return int(any(problem.severity == "error" for result in results for problem in result.all_problems))


def _say_json(results: list[Checked]) -> None:
    say_json(
        {
            "sheets": sum(not result.message for result in results),
            "unread": [
                {"file": str(result.file), "message": result.message} for result in results if result.message
            ],
            "problems": [
                _problem_data(result.file, problem) for result in results for problem in result.all_problems
            ],
            "doubt": [
                {"file": str(result.file), "question": placed.question, "why": placed.why}
                for result in results
                for placed in result.doubted
            ],
        }
    )


def _problem_data(file: Path, problem: "Problem") -> dict[str, Any]:
    return {
        "file": str(file),
        "question": problem.question,
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "data": dict(problem.data),
    }


def _say_text(results: list[Checked]) -> None:
    from atop_coder.checks.words import counted
    from atop_coder.cli.problem_lines import tally

    read = [result for result in results if not result.message]
    for result in read:
        for line in _lines(result):
            say(line)
    for line in _across_lines(read):
        say(line)
    doubted = sum(len(result.doubted) for result in read)
    total = f"{counted(len(read), 'sheet')}: {tally((p for one in read for p in one.problems), doubted)}"
    unread = len(results) - len(read)
    tail = f"; {counted(unread, 'file')} could not be read" if unread else ""
    say(f"{total if read else 'No sheet was read'}{tail}.")


def _lines(result: Checked) -> Iterator[str]:
    from atop_coder.cli.problem_lines import problem_lines, reading_lines, tally

    yield f"{result.file}: {tally(result.problems, len(result.doubted))}"
    yield from problem_lines(result.problems, columns())
    if result.report:
        yield from reading_lines(result.report)


def _across_lines(results: list[Checked]) -> Iterator[str]:
    """What the sheets say against one another, as a section of its own."""
    from atop_coder.cli.problem_lines import problem_lines, tally

    told = [result for result in results if result.across]
    if told:
        yield f"Across the sheets: {tally(problem for result in told for problem in result.across)}"
    for result in told:
        yield f" {result.file}"
        yield from problem_lines(result.across, columns())
