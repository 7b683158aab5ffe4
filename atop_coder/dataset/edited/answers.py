"""What an answer becomes when a person has edited some of its cells; the parts they left stay as they are."""

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeGuard

from pydantic import ValidationError

from atop_coder.dataset.column import MISSING_OF, Missing
from atop_coder.dataset.question_columns import column_name
from atop_coder.errors import AtopError
from atop_coder.form import Kind, Question, Status
from atop_coder.reading.report import Sureness
from atop_coder.reading.values import Around, parse_answer
from atop_coder.reference import load_states
from atop_coder.sheet import Answer, Member, PartialDate, make_answer
from atop_coder.sheet.value_lines import IN_EFFECT, codes_alone, read_codes, read_value
from atop_coder.sheet.values import AnyValue

Parts = Mapping[str, str]
"""Settled texts of a question's cells by part: "" is the value; choices; states, wars, alliances; text."""

TEXT = "text"
VALUE = ""
_HAS_CODE = re.compile(r"\d")  # in a name: another code, that nothing has parted from the first
_CODES = "codes parted by semicolons, such as 200; 365"
_TOLD = 160  # letters of a text that a message quotes
_STATUSES = {str(missing).casefold(): status for status, missing in MISSING_OF.items()} | {"": Status.BLANK}
_ISO_LINE = re.compile(r"(\d{4}(?:-\d\d){0,2})(.*)")
_DATED = (Kind.DATES, Kind.DATE, Kind.TERMINATION)
_BARE_CODES = re.compile(r"\d{1,5}(?:[\s,;]+\d{1,5})*[\s,;]*", re.ASCII)
_THOUSANDS = re.compile(r"(?<!\d)\d{1,2},\d{3}(?!\d)", re.ASCII)  # `4,235`: one code, or two?
_HOW = {
    Kind.INTEGER: "a whole number",
    Kind.DATES: "dates such as 2003-12-25, each on a line",
    Kind.MEMBERS: "members such as 703 Kyrgyzstan, each on a line",
    Kind.TERMINATION: f"“{IN_EFFECT}2018-04-14”, or dates such as 2003-12-25, each on a line",
    Kind.DATE: "a date such as 2018-05-23",
    Kind.PEOPLE: "names parted by semicolons",
    Kind.TEXT: "1 where it is described",
    Kind.YES_NO: "1 (Yes), 0 (No)",
}


def question_parts(question: Question) -> tuple[str, ...]:
    """The parts of a question's columns, in their order."""
    choices = tuple(question.labels) if question.kind == Kind.CHOICES else ()
    return (VALUE, *choices, *question.extras, TEXT)


def edited_answer(question: Question, answer: Answer, edited: Parts, around: Around) -> Answer:
    """The answer with these parts edited; AtopError where what they say is not an answer, or two disagree."""
    parts: dict[str, Any] = {name: getattr(answer, name) for name in type(answer).model_fields}
    if TEXT in edited:
        parts["details"] = edited[TEXT]
    parts |= {extra: _codes(question, edited[extra], extra) for extra in question.extras if extra in edited}
    head = _head(question, answer, edited, around)
    if head is not None:
        parts["status"], parts["value"] = head
    return _made(question, parts, edited)


def _made(question: Question, parts: dict[str, Any], edited: Parts) -> Answer:
    """The answer of these parts, whose status follows where words come to a blank or all words go."""
    said = parts["details"] or parts["states"] or parts["wars"] or parts["alliances"]
    if parts["status"] == Status.BLANK and said:
        if question.kind == Kind.TEXT and VALUE in edited:
            raise AtopError("edit-text-stays", column=column_name(question, TEXT))
        parts["status"] = Status.ANSWERED
    if parts["status"] == Status.ANSWERED and parts["value"] is None and not said and edited.get(VALUE):
        how = "the text that goes with it as well, or leave both empty"
        raise _not_understood(question, edited[VALUE], how)
    try:
        return make_answer(question, parts)
    except ValidationError as error:
        raise _not_understood(question, "; ".join(edited.values())) from error


def _head(
    question: Question, answer: Answer, edited: Parts, around: Around
) -> tuple[Status, AnyValue | None] | None:
    """Status and value that the edited cells say; None if none of them was edited."""
    heads = []
    if VALUE in edited:
        heads.append(_read(question, edited[VALUE], around))
    chosen = {part: text for part, text in edited.items() if part in question_parts(question)[1:]}
    chosen = {part: text for part, text in chosen.items() if part in question.labels}
    if chosen:
        heads.append(_chosen(question, answer, chosen))
    if len(heads) == 2 and _unordered(heads[0]) != _unordered(heads[1]):
        raise AtopError("edit-contradicts", question=question.number)
    return heads[0] if heads else None


def _unordered(head: tuple[Status, AnyValue | None]) -> object:
    status, value = head
    return status, frozenset(value) if isinstance(value, tuple) else value


def _chosen(question: Question, answer: Answer, chosen: Parts) -> tuple[Status, AnyValue | None]:
    """What the columns of the single choices make of the answer."""
    said = {text.casefold() for text in chosen.values()}
    if said <= _STATUSES.keys() and len(chosen) == len(question.labels) and len(said) == 1:
        return _status(question, next(iter(chosen.values()))), None
    before = answer.value if isinstance(answer.value, tuple) else ()
    now = {choice: choice in before for choice in question.labels}
    for choice, text in chosen.items():
        if text not in ("0", "1"):
            raise _not_understood(question, text, "1 (chosen) or 0 (not) in the columns of the choices")
        now[choice] = text == "1"
    those = [choice for choice, is_in in now.items() if is_in]
    return Status.ANSWERED, in_sheet_order(question, before, those)


def in_sheet_order(
    question: Question, before: Collection[object], chosen: Collection[str]
) -> tuple[str, ...]:
    """The choices in the order that they had, and behind them the new ones in the order of the form."""
    kept = tuple(str(choice) for choice in before if choice in chosen)
    return (*kept, *(choice for choice in question.labels if choice in chosen and choice not in kept))


def _read(question: Question, text: str, around: Around) -> tuple[Status, AnyValue | None]:
    if text.casefold() in _STATUSES:
        return _status(question, text), None
    if question.kind == Kind.TEXT:
        if text != "1":
            raise _not_understood(question, text)
        return Status.ANSWERED, None
    value = _exactly(question, text)
    if value is None:
        value = _forgivingly(question, text, around)
    return Status.ANSWERED, value


def _status(question: Question, text: str) -> Status:
    status = _STATUSES[text.casefold()]
    if status not in question.statuses:
        raise _not_understood(question, text)
    return status


def _exactly(question: Question, text: str) -> AnyValue | None:
    """The value that the dataset writes so."""
    if question.kind == Kind.YES_NO:
        return {"1": "yes", "0": "no"}.get(text)
    if question.kind == Kind.CHOICE:
        return text if text in question.labels else None
    try:
        lines = tuple(map(_in_words if question.kind in _DATED else str, text.split("\n")))
    except ValueError:  # no such day
        return None
    value = read_value(question, lines)
    if question.kind == Kind.CHOICES and isinstance(value, tuple):
        return tuple(dict.fromkeys(map(str, value)))
    return value


def _in_words(line: str) -> str:
    """A line of the dataset as a normalized sheet has it: dates in words."""
    head = IN_EFFECT if line.startswith(IN_EFFECT) else ""
    match = _ISO_LINE.fullmatch(line.removeprefix(head))
    return f"{head}{PartialDate.from_iso(match[1]).words}{match[2]}" if match else line


def _forgivingly(question: Question, text: str, around: Around) -> AnyValue:
    """The value of an answer as people type it, if all of its words are part of it."""
    if _misleads(question, text):
        raise _not_understood(question, text)
    parsed = parse_answer(question, text.split("\n"), around)
    answer = parsed.answer
    if answer.value is None or answer.details or parsed.sureness == Sureness.UNSURE:
        raise _not_understood(question, text)
    codes = (one.ccode for one in answer.value) if _is_members(answer.value) else ()
    if not all(load_states().get(code) for code in codes):  # digits of a date, or a number of another kind
        raise _not_understood(question, text)
    return answer.value


def _is_members(value: object) -> TypeGuard[tuple[Member, ...]]:
    return isinstance(value, tuple) and all(isinstance(one, Member) for one in value)


def _misleads(question: Question, text: str) -> bool:
    """Whether a cell says something else than it would in a sheet: Python's None, a number with a comma."""
    none = question.kind == Kind.YES_NO and text.strip(" .[]").casefold() == "none"
    return none or (question.kind == Kind.MEMBERS and bool(_THOUSANDS.search(text)))


def _codes(question: Question, text: str, what: str) -> tuple[int, ...]:
    """The codes in a cell, with or without names: `200; 365`, `200 United Kingdom; 365 Russia`."""
    if not text:
        return ()
    if _BARE_CODES.fullmatch(text) and not _THOUSANDS.search(text):
        return tuple(map(int, re.findall(r"\d+", text)))
    named = read_codes("; ".join(text.split("\n")))
    if not named or any(map(_HAS_CODE.search, (name for _, name in named))):
        raise _not_understood(question, text, _CODES)
    if what == "states" and not all(map(_fits, named)):
        raise _not_understood(question, text, _CODES)
    return codes_alone(named)


def _fits(named: tuple[int, str]) -> bool:
    """Whether a state's code goes with the name beside it, as far as both are known."""
    code, name = named
    known = load_states()
    return not name or known.get(code) is None or known.name_fits(code, name)


def _not_understood(question: Question, text: str, how: str = "") -> AtopError:
    told = text if len(text) <= _TOLD else f"{text[:_TOLD]}…"
    return AtopError("edit-not-understood", text=told, question=question.number, how=how or _how(question))


def _how(question: Question) -> str:
    """What a person may write in the cell of the value."""
    ways = _HOW.get(question.kind) or ", ".join(question.labels)
    allowed = (MISSING_OF[one] for one in question.statuses)
    words = [str(word) for word in allowed if word != Missing.WORDS_ONLY]
    return f"{ways}, or {' or '.join(words)}" if words else ways
