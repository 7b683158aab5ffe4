"""A sheet in one row: who, when, of which type, how far along, and what is wrong; or why it was not read."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from atop_coder.checks import Problem, Severity
from atop_coder.form import Form
from atop_coder.sheet import Answer, PartialDate, Sheet

NORMALIZED, EXPORTED = "normalized", "exported"


@dataclass(frozen=True)
class Summary:
    """What a table of sheets shows of one of them.

    `content` is the print of the file's bytes, `codes` are the members' COW codes and `members` their names
    in the same order, `signed` the earliest signature date (ISO, whole or cut, "" for none), `types` the
    words chosen as type of alliance, `answered` how many of `questions` have an answer of any kind. `errors`
    and `warnings` leave out what was accepted with a reason; `complete` is the mark that the sheet is done.
    `unsure` answers were read in doubt, and `look` says what of the reading to look at first. `message` says
    why the file could not be read, "" if it could; then all else is empty. `kind` tells a normalized sheet
    and an exported file from all others; `source` is the file that the sheet was made from, as it was then.
    """

    path: Path
    content: str = ""
    atop_id: int | None = None
    codes: tuple[int, ...] = ()
    members: tuple[str, ...] = ()
    signed: str = ""
    types: tuple[str, ...] = ()
    answered: int = 0
    questions: int = 0
    errors: int = 0
    warnings: int = 0
    revised: str = ""
    coders: tuple[str, ...] = ()
    complete: bool = False
    message: str = ""
    unsure: int = 0
    look: str = ""
    kind: str = ""
    source: Path | None = None
    source_print: str = ""

    @property
    def name(self) -> str:
        """`ATOP 5040`, or the file's name where the sheet has no id."""
        return f"ATOP {self.atop_id}" if self.atop_id is not None else self.path.name

    @property
    def year(self) -> int | None:
        """The year of the earliest signature."""
        return int(self.signed[:4]) if self.signed else None

    @property
    def has_problems(self) -> bool:
        """Whether something is wrong that nobody has accepted, or the file could not be read."""
        return bool(self.errors or self.warnings or self.message)


def summarize(path: Path, content: str, sheet: Sheet, problems: Iterable[Problem], form: Form) -> Summary:
    """The row of a sheet, with all its problems counted and no mark."""
    severities = [problem.severity for problem in problems]
    return Summary(
        path,
        content,
        sheet.atop_id,
        tuple(member.ccode for member in sheet.members),
        tuple(member.name or str(member.ccode) for member in sheet.members),
        _earliest(sheet),
        _words(sheet, form, "alliance_type"),
        sheet.answered,
        len(form.questions),
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
        _revised(sheet, form),
        _words(sheet, form, "coders"),
    )


def _earliest(sheet: Sheet) -> str:
    dates = sorted(entry.date for entry in sheet.signature_dates)
    return dates[0].iso if dates else ""


def _answer(sheet: Sheet, form: Form, key: str) -> Answer | None:
    question = form.by_key.get(key)
    return sheet[question.number] if question else None


def _words(sheet: Sheet, form: Form, key: str) -> tuple[str, ...]:
    answer = _answer(sheet, form, key)
    value = answer.value if answer else None
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, tuple) else ()


def _revised(sheet: Sheet, form: Form) -> str:
    answer = _answer(sheet, form, "revision_date")
    return answer.value.iso if answer and isinstance(answer.value, PartialDate) else ""
