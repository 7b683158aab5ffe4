"""The columns of the table of sheets, declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from atop_coder.checks.words import capital
from atop_coder.folder.folding import fold
from atop_coder.folder.summary import Summary
from atop_coder.form import load_form
from atop_coder.gui.widgets.symbols import State
from atop_coder.sheet import PartialDate

Key = tuple[bool, int | str]  # whether it is not known, which stands last either way, and what it is


class Work(StrEnum):
    """How far a sheet is: the choices of the filter."""

    ALL = "All"
    TO_DO = "To do"
    PROBLEMS = "Problems"
    COMPLETE = "Complete"


TIPS = {
    Work.ALL: "All sheets of the folder",
    Work.TO_DO: "Sheets that are not marked complete",
    Work.PROBLEMS: "Sheets with errors or warnings that nobody accepted, and files that could not be read",
    Work.COMPLETE: "Sheets that are marked complete and were not changed since",
}


def is_at(summary: Summary, work: Work) -> bool:
    """Whether a sheet is to be listed under that choice."""
    if work == Work.TO_DO:
        return not summary.complete
    if work == Work.PROBLEMS:
        return summary.has_problems
    return work == Work.ALL or summary.complete


def state_of(summary: Summary) -> State:
    """The one symbol of a sheet: the weightiest thing there is to say of it."""
    if summary.message or summary.errors:
        return State.ERROR
    if summary.warnings:
        return State.WARNING
    return State.ANSWERED if summary.complete else State.BLANK


STATE_WORDS = {
    State.ERROR: "has errors",
    State.WARNING: "has warnings",
    State.ANSWERED: "complete",
    State.BLANK: "to do",
}


@dataclass(frozen=True)
class Column:
    """A column: its heading, what it shows of a sheet, by what it sorts, and its width at 100 %."""

    title: str
    text: Callable[[Summary], str]
    key: Callable[[Summary], Key]
    width: int
    right: bool = False
    ink: str = "ink"
    stretch: bool = False


def type_words(summary: Summary) -> str:
    """The labels of the types of alliance, short: `Defense, Consultation`."""
    labels = load_form().by_key["alliance_type"].labels
    return ", ".join(labels.get(word, word).removesuffix(" pact") for word in summary.types)


def date_words(iso: str) -> str:
    """`Dec 25, 2003`: the month cut, because a table has ten columns."""
    words = PartialDate.from_iso(iso).words if iso else ""
    month, _, rest = words.partition(" ")
    return f"{month[:3]} {rest}" if rest else words


def member_words(summary: Summary) -> str:
    """The members' names; of a file that was not read, why, without its name, which stands beside it."""
    why = summary.message.removeprefix(f"{summary.path}: ")
    return capital(why) if why else ", ".join(summary.members)


def _key(value: int | str | None) -> Key:
    return value in (None, ""), value if value is not None else ""


def _counted(number: int) -> str:
    return str(number) if number else ""


def _number(summary: Summary, number: int) -> Key:
    """The count of a sheet; a file that was not read has none."""
    return _key(None if summary.message else number)


def _answered(summary: Summary) -> str:
    return f"{summary.answered} of {summary.questions}" if summary.questions else ""


COLUMNS = (
    Column("ATOP ID", lambda one: str(one.atop_id or ""), lambda one: _key(one.atop_id), 92),
    Column(
        "Members",
        member_words,
        lambda one: _key("" if one.message else fold(", ".join(one.members))),
        210,
        stretch=True,
    ),
    Column("Signed", lambda one: date_words(one.signed), lambda one: _key(one.signed), 118),
    Column("Type", type_words, lambda one: _key(type_words(one)), 150),
    Column("Answered", _answered, lambda one: _key(one.answered if one.questions else None), 108, right=True),
    Column(
        "Errors", lambda one: _counted(one.errors), lambda one: _number(one, one.errors), 86, True, "error"
    ),
    Column(
        "Warnings",
        lambda one: _counted(one.warnings),
        lambda one: _number(one, one.warnings),
        108,
        True,
        "warning",
    ),
    Column("Last revised", lambda one: date_words(one.revised), lambda one: _key(one.revised), 126),
    Column("Coder", lambda one: ", ".join(one.coders), lambda one: _key(fold(", ".join(one.coders))), 130),
    Column("File", lambda one: one.path.name, lambda one: _key(fold(one.path.name)), 150, ink="quiet"),
)


def by_id(summary: Summary) -> tuple[bool, int | str, str]:
    """The order of sheets that are alike otherwise: by ATOP id, those without one last, then by file."""
    return (*COLUMNS[0].key(summary), str(summary.path))
