"""The columns that each question of the form has of its own: q08, q08_text, q05_states, q19_attack, …

One entry for each kind of question says what its value becomes; the states, wars and alliances that a
description names have columns where the form says so, and every question has one for its text.
"""

from collections.abc import Callable
from typing import Any

from atop_coder.dataset.column import MISSING_OF, NO_CODES, YES_NO, Cell, Codes, Column, Missing, Type
from atop_coder.dataset.record import Record
from atop_coder.form import Kind, Question, Status
from atop_coder.sheet import DateEntry, Termination
from atop_coder.sheet.code_names import no_names
from atop_coder.sheet.value_lines import IN_EFFECT, NOTHING, codes_line, value_lines

OfValue = Callable[[Question, Any], Cell]
Made = tuple[Column[Record], ...]
Make = Callable[[Question], Made]

DESCRIBED: Codes = {1: "Described"}
EXTRAS = {"states": "states (COW codes)", "wars": "wars (COW numbers)", "alliances": "alliances (ATOP IDs)"}


def question_columns(question: Question) -> Made:
    """All columns of a question: value, codes named in its description, and text."""
    extras = (_extra_column(question, name) for name in question.extras)
    return (*_VALUE_COLUMNS[question.kind](question), *extras, _text_column(question))


def column_name(question: Question, part: str = "") -> str:
    """`q08`, or `q08_text` for a part."""
    return f"q{question.number:02}{f'_{part}' if part else ''}"


def _label(question: Question, part: str = "") -> str:
    return f"{question.number}. {question.short}{f': {part}' if part else ''}"


def _text_column(question: Question) -> Column[Record]:
    def text(record: Record) -> Cell:
        return record.answer(question.number).details or None

    label = _label(question, "text" if question.kind == Kind.TEXT else "description")
    return Column(column_name(question, "text"), label, Type.LONG_TEXT, text, question.number)


def _extra_column(question: Question, extra: str) -> Column[Record]:
    def codes(record: Record) -> Cell:
        return codes_line(extra, getattr(record.answer(question.number), extra), no_names) or None

    label = _label(question, EXTRAS[extra])
    return Column(column_name(question, extra), label, Type.TEXT, codes, question.number)


def _value_column(
    question: Question,
    type_: Type,
    of_value: OfValue,
    values: Codes = NO_CODES,
    part: str = "",
    said: str = "",
) -> Column[Record]:
    """A column of what `of_value` makes of the value, or of the word for why there is none."""

    def cell(record: Record) -> Cell:
        answer = record.answer(question.number)
        return MISSING_OF[answer.status] if answer.value is None else of_value(question, answer.value)

    name, label = column_name(question, part), _label(question, said)
    return Column(name, label, type_, cell, question.number, values, _missing(question))


def _missing(question: Question) -> tuple[Missing, ...]:
    """The words that the form allows in place of a value, in the order of `Missing`."""
    allowed = {MISSING_OF[status] for status in question.statuses}
    if question.kind == Kind.TEXT:
        allowed.discard(Missing.WORDS_ONLY)
    return tuple(word for word in Missing if word in allowed)


# What a value becomes


def _as_it_is(_: Question, value: Any) -> Cell:
    cell: Cell = value
    return cell


def _one_or_zero(_: Question, value: str) -> Cell:
    return int(value == "yes")


def _lines(question: Question, value: Any) -> Cell:
    """As in a normalized sheet, one a line."""
    return "\n".join(value_lines(question, value))


def _date_lines(_: Question, entries: tuple[DateEntry, ...]) -> str:
    """As in a normalized sheet, but dates in ISO 8601: `1923-06-12 (360; 365) [by protocol]`, one a line."""
    return "\n".join(map(_date_line, entries)) or NOTHING


def _date_line(entry: DateEntry) -> str:
    states = f" ({codes_line('states', entry.states, no_names)})" if entry.states else ""
    return f"{entry.date.iso}{states}{f' [{entry.note}]' if entry.note else ''}"


def _termination_lines(question: Question, value: Termination) -> str:
    return (
        IN_EFFECT + value.in_effect_as_of.iso if value.in_effect_as_of else _date_lines(question, value.dates)
    )


# The columns of a value, for each kind of question


def _one(type_: Type, of_value: OfValue, values: Codes = NO_CODES) -> Make:
    return lambda question: (_value_column(question, type_, of_value, values),)


def _choice(question: Question) -> Made:
    return (_value_column(question, Type.CODE, _as_it_is, dict(question.labels.items())),)


def _choices(question: Question) -> Made:
    """All that was chosen, by its labels, and a column of 1 and 0 for each choice."""
    return (
        _value_column(question, Type.TEXT, _lines),
        *(_chosen(question, choice) for choice in question.labels),
    )


def _chosen(question: Question, choice: str) -> Column[Record]:
    def chosen(_: Question, value: tuple[str, ...]) -> Cell:
        return int(choice in value)

    return _value_column(question, Type.CODE, chosen, YES_NO, choice, question.labels[choice])


def _described(question: Question) -> Made:
    """1 where a question that has no value is answered."""

    def described(record: Record) -> Cell:
        status = record.answer(question.number).status
        return 1 if status == Status.ANSWERED else MISSING_OF[status]

    name, label = column_name(question), _label(question)
    return (Column(name, label, Type.CODE, described, question.number, DESCRIBED, _missing(question)),)


_VALUE_COLUMNS: dict[Kind, Make] = {
    Kind.INTEGER: _one(Type.NUMBER, _as_it_is),
    Kind.DATES: _one(Type.TEXT, _date_lines),
    Kind.MEMBERS: _one(Type.TEXT, _lines),
    Kind.YES_NO: _one(Type.CODE, _one_or_zero, YES_NO),
    Kind.CHOICE: _choice,
    Kind.TERMINATION: _one(Type.TEXT, _termination_lines),
    Kind.CHOICES: _choices,
    Kind.TEXT: _described,
    Kind.DATE: _one(Type.DATE, _as_it_is),
    Kind.PEOPLE: _one(Type.TEXT, _lines),
}
