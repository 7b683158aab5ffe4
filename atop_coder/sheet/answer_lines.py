"""An answer as the paragraphs of a normalized sheet, and back.

In this order, each only when there: the value (or N/A, Unknown), one paragraph each for wars, states and
alliances, and the description. `[description]` stands before a description whose beginning could be taken for
one of the former, and before any that stands where a value is missing.
"""

from collections.abc import Iterable
from typing import NamedTuple

from atop_coder.form import Form, Kind, Question, Status, load_form
from atop_coder.sheet.code_names import Names, is_name_of, known_names
from atop_coder.sheet.sheet import BLANK, Answer
from atop_coder.sheet.text import join_paragraphs
from atop_coder.sheet.value_lines import (
    NOTHING,
    NamedCodes,
    codes_alone,
    codes_in_date,
    codes_line,
    read_codes,
    read_value,
    value_lines,
)
from atop_coder.sheet.values import AnyValue, Codes

DESCRIPTION = "[description]"
SHIELD = "\\"  # stands before a name that could be taken for a status or a marker
EXTRAS = {"wars": "Wars: ", "states": "States: ", "alliances": "Alliances: "}

Paragraph = tuple[str, ...]
"""Lines directly under one another."""


class ReadAnswer(NamedTuple):
    """What the paragraphs of an answer said.

    `loose` holds the lines that are not as the program writes them, for a more forgiving reader; `answer`
    holds the rest, which is all of it when there are none.
    """

    answer: Answer
    loose: tuple[str, ...] = ()


# Writing


def head_lines(question: Question, answer: Answer, form: Form, names: Names = known_names) -> Paragraph:
    """The lines of the value, or the words of the status; none for a blank and for text alone."""
    label = form.status_label(answer.status)
    if label or answer.value is None:
        return (label,) if label else ()
    lines = value_lines(question, answer.value, names)
    shielded = question.kind == Kind.PEOPLE and answer.value and is_reserved(lines[0], form)
    return (SHIELD + lines[0],) if shielded else lines


def extra_lines(answer: Answer, names: Names = known_names) -> Paragraph:
    """The lines of the wars, states and alliances that an answer names."""
    codes = {name: getattr(answer, name) for name in EXTRAS}
    return tuple(EXTRAS[name] + codes_line(name, those, names) for name, those in codes.items() if those)


def answer_paragraphs(
    question: Question, answer: Answer, form: Form | None = None, names: Names = known_names
) -> tuple[Paragraph, ...]:
    """All paragraphs of an answer, in order."""
    form = form or load_form()
    head = head_lines(question, answer, form, names)
    mark = (DESCRIPTION,) if _needs_mark(question, answer, form) else ()
    alone = (*extra_lines(answer, names), *mark, *answer.paragraphs)
    return (*((head,) if head else ()), *((line,) for line in alone))


def _needs_mark(question: Question, answer: Answer, form: Form) -> bool:
    if not answer.details:
        return False
    if answer.status == Status.ANSWERED and answer.value is None and question.kind != Kind.TEXT:
        return True
    first = answer.paragraphs[0]
    return is_reserved(first, form) or _is_value(question, first)


def _is_value(question: Question, line: str) -> bool:
    ways = (way for choice in question.choices for way in choice.ways)
    return _plain(line) in ways or read_value(question, (line,)) is not None


def is_reserved(line: str, form: Form) -> bool:
    """Whether a line could be taken for a status, a marker, or the list of wars, states or alliances."""
    words = (way for status in form.statuses for way in (status.label.casefold(), *status.spellings))
    heads = tuple(head.strip().casefold() for head in EXTRAS.values())
    return (
        line.casefold() in (NOTHING, DESCRIPTION)
        or line.casefold().startswith(heads)
        or _plain(line) in words
    )


def _plain(line: str) -> str:
    return line.casefold().rstrip(" .,;")


# Reading


def read_answer(
    question: Question, paragraphs: tuple[Paragraph, ...], form: Form | None = None
) -> ReadAnswer:
    """The answer that these paragraphs say, and the lines in it that the program would not write so."""
    form = form or load_form()
    answer = _read_strictly(question, paragraphs, form)
    return ReadAnswer(answer) if answer else _read_partly(paragraphs)


def _read_strictly(question: Question, paragraphs: tuple[Paragraph, ...], form: Form) -> Answer | None:
    status, value = _read_head(question, paragraphs[:1], form)
    headed = value is not None or status != Status.ANSWERED
    rest = paragraphs[1:] if headed else paragraphs
    extras, rest = _take_extras(rest)
    marked = rest[:1] == ((DESCRIPTION,),)
    details = join_paragraphs(_lines(rest[1:] if marked else rest))
    answer = BLANK.replace(status=status, value=value, details=details, **extras)
    return answer if marked or not _needs_mark(question, answer, form) else None


def _read_head(
    question: Question, first: tuple[Paragraph, ...], form: Form
) -> tuple[Status, AnyValue | None]:
    lines = first[0] if first else ()
    labels: dict[Paragraph, Status] = {(words.label,): words.value for words in form.statuses}
    if not lines or lines in labels:
        return labels.get(lines, Status.ANSWERED), None
    if question.kind == Kind.PEOPLE and lines != (NOTHING,):
        if is_reserved(lines[0], form):
            return Status.ANSWERED, None
        if is_reserved(lines[0].removeprefix(SHIELD), form):
            lines = (lines[0].removeprefix(SHIELD), *lines[1:])
    return Status.ANSWERED, read_value(question, lines)


def _take_extras(paragraphs: tuple[Paragraph, ...]) -> tuple[dict[str, Codes], tuple[Paragraph, ...]]:
    extras = {}
    for name in EXTRAS:
        codes = _read_extra(name, paragraphs[0]) if paragraphs else ()
        if codes:
            extras[name], paragraphs = codes, paragraphs[1:]
    return extras, paragraphs


def _read_extra(name: str, lines: Paragraph) -> Codes:
    head = EXTRAS[name]
    alone = len(lines) == 1 and lines[0].startswith(head)
    return codes_alone(read_codes(lines[0].removeprefix(head))) if alone else ()


def _read_partly(paragraphs: tuple[Paragraph, ...]) -> ReadAnswer:
    """Keeps what is certain, wars, states, alliances and a marked description; all other lines are loose."""
    mark = paragraphs.index((DESCRIPTION,)) if (DESCRIPTION,) in paragraphs else len(paragraphs)
    extras: dict[str, Codes] = {}
    loose = []
    for line in _lines(paragraphs[:mark]):
        found = {name: codes for name in EXTRAS if (codes := _read_extra(name, (line,)))}
        if not found or found.keys() & extras.keys():
            loose.append(line)
        else:
            extras |= found
    details = join_paragraphs(_lines(paragraphs[mark + 1 :]))
    return ReadAnswer(BLANK.replace(status=Status.ANSWERED, details=details, **extras), tuple(loose))


def _lines(paragraphs: Iterable[Paragraph]) -> Paragraph:
    return tuple(line for paragraph in paragraphs for line in paragraph)


def strange_names(line: str) -> tuple[str, ...]:
    """Words beside codes in a line that are no names of theirs, each with its code; no answer holds them."""
    found: dict[str, NamedCodes] = {"states": codes_in_date(line)}
    for name, head in EXTRAS.items():
        if line.startswith(head):
            found[name] = read_codes(line.removeprefix(head)) or ()
    return tuple(
        f"{code} {name}"
        for what, named in found.items()
        for code, name in named
        if name and not is_name_of(what, code, name)
    )
