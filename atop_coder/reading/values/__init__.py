"""From the paragraphs of an answer to its value, one parser a kind of question."""

import re
from collections.abc import Callable, Mapping, Sequence

from atop_coder.form import Kind, Question, Status, load_form
from atop_coder.reading.characters import deciding
from atop_coder.reading.leads import MARKS, without_leads
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.choices import parse_choice, parse_choices
from atop_coder.reading.values.contradicted import contradiction
from atop_coder.reading.values.dated import find_dated
from atop_coder.reading.values.dates import parse_date_answer, parse_dates
from atop_coder.reading.values.doubt import QUESTION_MARK, doubt_behind
from atop_coder.reading.values.labelled import without_label
from atop_coder.reading.values.members import parse_members
from atop_coder.reading.values.mentions import with_mentions
from atop_coder.reading.values.numbers import parse_integer
from atop_coder.reading.values.own_lines import Parts, is_nothing, part_own_lines, with_parts
from atop_coder.reading.values.parsed import Around, Parsed, as_kept, not_read, with_details
from atop_coder.reading.values.people import parse_people
from atop_coder.reading.values.termination import parse_termination
from atop_coder.reading.values.words import after, choice_wordings, status_wordings
from atop_coder.sheet import BLANK, Answer
from atop_coder.sheet.text import in_quotes

_DATED = frozenset({Kind.DATES, Kind.TERMINATION, Kind.DATE})
_DASH = "a dash may stand for No, for N/A, or for nothing"
_YES_OR_NO = re.compile(r"(?:yes|no)\s*(?:$|[.,;:])", re.IGNORECASE)

Parser = Callable[[Question, Sequence[str], Around], Parsed]


def parse_text(_question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """All of it is description."""
    if not re.search(r"[^\W_]", "".join(paragraphs)) and "?" in "".join(paragraphs):
        return not_read(paragraphs, QUESTION_MARK)
    return Parsed(with_details(Answer(), paragraphs) if any(paragraphs) else BLANK)


PARSERS: Mapping[Kind, Parser] = {
    Kind.INTEGER: parse_integer,
    Kind.DATES: parse_dates,
    Kind.MEMBERS: parse_members,
    Kind.YES_NO: parse_choice,
    Kind.CHOICE: parse_choice,
    Kind.TERMINATION: parse_termination,
    Kind.CHOICES: parse_choices,
    Kind.TEXT: parse_text,
    Kind.DATE: parse_date_answer,
    Kind.PEOPLE: parse_people,
}


def parse_answer(question: Question, paragraphs: Sequence[str], around: Around | None = None) -> Parsed:
    """The answer that some paragraphs give to a question; no paragraphs is blank.

    Every word that is not part of the value is in the description.
    """
    around = around or Around()
    source = "\n".join(paragraphs)
    paragraphs = without_label([text for one in paragraphs if (text := deciding(one).strip()).strip(MARKS)])
    if not paragraphs:
        return Parsed(BLANK, Sureness.UNSURE, _DASH) if _is_dash(source) else Parsed(BLANK)
    parts = part_own_lines(question, paragraphs)
    parsed = _contradicted(question, _parse_head(question, parts, around), parts.head)
    answer = with_mentions(question, with_parts(parsed.answer, parts), around)
    return as_kept(Parsed(answer, parsed.sureness, parsed.why), source)


def _is_dash(text: str) -> bool:
    """Whether a dash is all there is; a longer row of them is a line to write on."""
    return bool(re.fullmatch(r"[\s.:]*[–—-]{1,2}[\s.:]*", text))


def _contradicted(question: Question, parsed: Parsed, paragraphs: Sequence[str]) -> Parsed:
    """The answer, in doubt where a remark beside it gives another."""
    if parsed.sureness == Sureness.UNSURE:
        return parsed
    why = contradiction(question, parsed.answer, paragraphs)
    return Parsed(parsed.answer, Sureness.UNSURE, why) if why else parsed


def _parse_head(question: Question, parts: Parts, around: Around) -> Parsed:
    if not parts.head:
        return Parsed(Answer())
    if is_nothing(question, parts.head):
        return Parsed(Answer(value=()))
    head, remark = without_leads(question, parts.head)
    parsed = _parse_status(question, head)
    if parsed is None and question.kind == Kind.TEXT:
        whole = parse_text(question, parts.head, around)
        return whole if whole.sureness == Sureness.UNSURE else Parsed(whole.answer, *_doubt_of(remark))
    parsed = parsed or PARSERS[question.kind](question, head, around)
    return _with_remark(parsed, remark) if remark else parsed


def _with_remark(parsed: Parsed, remark: str) -> Parsed:
    """The answer with a coder's remark, which stood before it, behind its description."""
    answer = with_details(parsed.answer, [*parsed.answer.paragraphs, remark])
    if parsed.sureness != Sureness.SURE:
        return Parsed(answer, parsed.sureness, parsed.why)
    return Parsed(answer, *_doubt_of(remark))


def _doubt_of(remark: str) -> tuple[Sureness, str]:
    return (Sureness.LIKELY, f"a remark stands before it: {remark}") if remark else (Sureness.SURE, "")


def _with_status(question: Question, status: str, rest: Sequence[str]) -> Parsed:
    """The answer of the dates that stand beside N/A or Unknown; which of the two counts is in doubt."""
    read = PARSERS[question.kind](question, [text for text in rest if text], Around())
    answer = with_details(read.answer, [status.strip(), *read.answer.paragraphs])
    return Parsed(answer, Sureness.UNSURE, f"a date stands beside {in_quotes(status.strip())}")


def is_value(question: Question, text: str) -> bool:
    """Whether the whole of a text is one of the question's choices, or N/A or Unknown."""
    return bool(choice_wordings(question).whole(text) or status_wordings(load_form()).whole(text))


def _parse_status(question: Question, paragraphs: Sequence[str]) -> Parsed | None:
    """N/A and Unknown, alone or parted from a description by a mark."""
    text = paragraphs[0]
    wordings = status_wordings(load_form())
    opening = wordings.opening(text)
    if opening is None or not (opening.parted or wordings.whole(text)):
        return None
    status = Status(opening.value)
    rest = [after(text, opening.end), *paragraphs[1:]]
    if question.kind == Kind.TEXT and any(rest) and opening.words == 1 and status == Status.UNKNOWN:
        return None
    if question.kind in _DATED and any(one.dates for text in rest for one in find_dated(text)):
        return _with_status(question, text[: opening.end], rest)
    answer = with_details(Answer(status=status), rest)
    if text.startswith("#"):
        return Parsed(answer, Sureness.UNSURE, "it may be an error of a spreadsheet")
    if why := _doubt_of_status(question, text[opening.end :], paragraphs[1:]):
        return Parsed(answer, Sureness.UNSURE, why)
    if status not in question.statuses:
        return Parsed(answer, Sureness.LIKELY, "this question does not take it")
    return Parsed(answer)


def _doubt_of_status(question: Question, rest: str, below: Sequence[str]) -> str:
    """Why N/A or Unknown may not be meant: a question mark, or a choice behind it."""
    behind = next((text for text in (rest.strip(" .,;:()–—-"), *below) if text), "")
    if is_value(question, behind) or (question.kind == Kind.YES_NO and _YES_OR_NO.match(behind)):
        return "a choice stands beside it"
    if question.kind == Kind.INTEGER and re.fullmatch(r"\W*\d{2,}\W*", behind):
        return "a number stands beside it"
    return doubt_behind(rest)


__all__ = ["PARSERS", "Around", "Parsed", "is_value", "parse_answer"]
