"""A value as the lines of a normalized sheet, and back: one pair of functions for each kind of question.

Each reader takes only what its writer writes (names of states apart, which come from the reference tables);
for anything else it returns None, and a more forgiving reader can try.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import ValidationError

from atop_coder.form import Kind, Question
from atop_coder.sheet.code_names import Names, no_names
from atop_coder.sheet.dates import MONTHS, PartialDate
from atop_coder.sheet.text import clean_line
from atop_coder.sheet.values import VALUE_TYPES, AnyValue, DateEntry, Member, Termination

NOTHING = "[none]"  # a list with nothing in it, which is not the same as no answer
YES, NO = "Yes.", "No."
IN_EFFECT = "Still in effect as of "

_CODE = "(?:0|[1-9][0-9]{0,4})"
_NAME = r"[^;()\[\]\\]+"
_CODES = rf"{_CODE}(?: {_NAME})?(?:; {_CODE}(?: {_NAME})?)*"
_DATE = rf"(?:(?:{'|'.join(MONTHS[1:])}) (?:[1-9][0-9]?, )?)?[0-9]{{4}}"
_CODES_LINE = re.compile(_CODES)
_WORDS = re.compile(r"(?:([A-Z][a-z]+) (?:([0-9]+), )?)?([0-9]{4})")
_INTEGER = re.compile("0|[1-9][0-9]*")
_DATE_LINE = re.compile(rf"({_DATE})(?: \(({_CODES})\))?(?: \[(.+)\])?")
_MEMBER_LINE = re.compile(rf"({_CODE})(?: ((?:[^\\\[]|\\[\\\[])+?))?(?: \[(.+)\])?")
_PERSON = re.compile(r"(?:[^\\;]|\\.)+")
_TO_ESCAPE = re.compile(r"[\\;]|^\[")
_ESCAPED = re.compile(r"\\(.)")

Lines = tuple[str, ...]
NamedCodes = tuple[tuple[int, str], ...]


# Codes, with the names of what they stand for


def codes_line(what: str, codes: tuple[int, ...], names: Names) -> str:
    """`200 United Kingdom; 365 Russia`: codes of `what` ("states", "wars", "alliances") with their names."""
    return "; ".join(_named(code, names(what, code)) for code in codes)


def _named(code: int, name: str) -> str:
    """The name loses the characters that part one code from the next; it is not read back."""
    name = clean_line(re.sub(r"[;()\[\]\\]", " ", name))
    return f"{code} {name}" if name else str(code)


def read_codes(line: str) -> NamedCodes | None:
    """The code at the head of each part, and the name beside it; None if a part has no code."""
    if not _CODES_LINE.fullmatch(line):
        return None
    parts = (part.partition(" ") for part in line.split("; "))
    return tuple((int(code), name) for code, _, name in parts)


def codes_alone(named: NamedCodes | None) -> tuple[int, ...]:
    """The codes without their names."""
    return tuple(code for code, _ in named or ())


def codes_in_date(line: str) -> NamedCodes:
    """The states that stand in brackets behind a date."""
    match = _DATE_LINE.fullmatch(line)
    return (match and read_codes(match[2] or "")) or ()


# Dates


def read_words(text: str) -> PartialDate | None:
    """The date that `PartialDate.words` writes so; None for any other way of writing one."""
    match = _WORDS.fullmatch(text)
    if not match or (match[1] and match[1] not in MONTHS):
        return None
    try:
        date = PartialDate(int(match[3]), MONTHS.index(match[1] or ""), int(match[2] or 0))
    except ValueError:
        return None
    return date if date.words == text else None


def _date_line(entry: DateEntry, names: Names) -> str:
    states = f" ({codes_line('states', entry.states, names)})" if entry.states else ""
    return f"{entry.date.words}{states}{_bracketed(entry.note)}"


def _read_date_line(line: str) -> DateEntry | None:
    match = _DATE_LINE.fullmatch(line)
    date = match and read_words(match[1])
    if not match or not date:
        return None
    return DateEntry(date=date, states=codes_alone(read_codes(match[2] or "")), note=match[3] or "")


def _date_lines(entries: tuple[DateEntry, ...], names: Names) -> Lines:
    return tuple(_date_line(entry, names) for entry in entries) or (NOTHING,)


def _read_date_lines(lines: Lines) -> tuple[DateEntry, ...] | None:
    return () if lines == (NOTHING,) else _all(map(_read_date_line, lines))


def _termination_lines(value: Termination, names: Names) -> Lines:
    if value.in_effect_as_of:
        return (IN_EFFECT + value.in_effect_as_of.words,)
    return _date_lines(value.dates, names)


def _read_termination(lines: Lines) -> Termination | None:
    if len(lines) == 1 and lines[0].startswith(IN_EFFECT):
        day = read_words(lines[0].removeprefix(IN_EFFECT))
        return Termination(in_effect_as_of=day) if day else None
    dates = _read_date_lines(lines)
    return Termination(dates=dates) if dates else None


# Members and people


def _bracketed(note: str) -> str:
    return f" [{note}]" if note else ""


def _unescape(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


def _member_line(member: Member) -> str:
    name = member.name.replace("\\", r"\\").replace("[", r"\[")
    return f"{member.ccode}{' ' if name else ''}{name}{_bracketed(member.note)}"


def _read_member_line(line: str) -> Member | None:
    match = _MEMBER_LINE.fullmatch(line)
    if not match:
        return None
    member = Member(ccode=int(match[1]), name=_unescape(match[2] or ""), note=match[3] or "")
    return member if _member_line(member) == line else None


def _member_lines(members: tuple[Member, ...], _: Names) -> Lines:
    return tuple(map(_member_line, members)) or (NOTHING,)


def _read_member_lines(lines: Lines) -> tuple[Member, ...] | None:
    return () if lines == (NOTHING,) else _all(map(_read_member_line, lines))


def _people_lines(people: tuple[str, ...], _: Names) -> Lines:
    return ("; ".join(_TO_ESCAPE.sub(r"\\\g<0>", name) for name in people) or NOTHING,)


def _read_people(lines: Lines) -> tuple[str, ...] | None:
    if len(lines) != 1 or lines[0] == NOTHING:
        return () if lines == (NOTHING,) else None
    people = tuple(_unescape(name.removeprefix(" ")) for name in _PERSON.findall(lines[0]))
    return people if all(people) and _people_lines(people, no_names) == lines else None


# Numbers and choices


def _integer_lines(value: int, _: Names) -> Lines:
    return (str(value),)


def _read_integer(lines: Lines) -> int | None:
    return int(lines[0]) if len(lines) == 1 and _INTEGER.fullmatch(lines[0]) else None


def _day_lines(value: PartialDate, _: Names) -> Lines:
    return (value.words,)


def _read_day(lines: Lines) -> PartialDate | None:
    return read_words(lines[0]) if len(lines) == 1 else None


def _all(parts: "map[Any]") -> tuple[Any, ...] | None:
    """All parts, or None if one of them could not be read."""
    read = tuple(parts)
    return None if None in read else read


class _Pair(NamedTuple):
    write: Callable[[Any, Names], Lines]
    read: Callable[[Lines], Any]


_PAIRS = {
    Kind.INTEGER: _Pair(_integer_lines, _read_integer),
    Kind.DATES: _Pair(_date_lines, _read_date_lines),
    Kind.MEMBERS: _Pair(_member_lines, _read_member_lines),
    Kind.TERMINATION: _Pair(_termination_lines, _read_termination),
    Kind.DATE: _Pair(_day_lines, _read_day),
    Kind.PEOPLE: _Pair(_people_lines, _read_people),
}


def _choice_words(question: Question) -> dict[str, str]:
    """Choice value -> how it is written: yes and no with a full stop, all others plain."""
    end = "." if question.kind == Kind.YES_NO else ""
    return {value: label + end for value, label in question.labels.items()}


def value_lines(question: Question, value: AnyValue, names: Names = no_names) -> Lines:
    """The lines that say this value; `names` tells the names that stand beside the codes."""
    if isinstance(value, str):
        return (_choice_words(question)[value],)
    if question.kind == Kind.CHOICES and isinstance(value, tuple):
        words = _choice_words(question)
        return ("; ".join(words[str(one)] for one in value) or NO,)
    return _PAIRS[question.kind].write(value, names)


def read_value(question: Question, lines: Lines) -> AnyValue | None:
    """The value that `value_lines` writes so; None for lines that it never writes."""
    if question.kind == Kind.TEXT:
        return None
    value = _read_choice(question, lines) if question.choices else _PAIRS[question.kind].read(lines)
    if value is None:
        return None
    try:
        VALUE_TYPES[question.kind].validate_python(value)
    except ValidationError:  # a number that is too large
        return None
    return value


def _read_choice(question: Question, lines: Lines) -> AnyValue | None:
    values = {written: value for value, written in _choice_words(question).items()}
    if len(lines) != 1:
        return None
    if question.kind != Kind.CHOICES:
        return values.get(lines[0])
    return () if lines == (NO,) else _all(map(values.get, lines[0].split("; ")))
