"""From the paragraphs of an answer to its value, one parser a kind of question."""

from collections.abc import Callable, Mapping, Sequence

from atop_coder.form import Kind, Question, Status, load_form
from atop_coder.reading.leads import MARKS, without_leads
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.choices import parse_choice, parse_choices
from atop_coder.reading.values.dates import parse_date_answer, parse_dates, parse_termination
from atop_coder.reading.values.mentions import with_mentions
from atop_coder.reading.values.numbers import parse_integer
from atop_coder.reading.values.own_lines import Parts, is_nothing, part_own_lines, with_parts
from atop_coder.reading.values.parsed import Around, Parsed, with_details
from atop_coder.reading.values.people import parse_people
from atop_coder.reading.values.states import parse_members
from atop_coder.reading.values.words import after, choice_wordings, status_wordings
from atop_coder.sheet import BLANK, Answer

Parser = Callable[[Question, Sequence[str], Around], Parsed]


def parse_text(_question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """All of it is description."""
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
    paragraphs = [text for text in (paragraph.strip() for paragraph in paragraphs) if text.strip(MARKS)]
    if not paragraphs:
        return Parsed(BLANK)
    parts = part_own_lines(question, paragraphs)
    parsed = _parse_head(question, parts, around)
    answer = with_mentions(question, with_parts(parsed.answer, parts), around)
    return Parsed(answer, parsed.sureness, parsed.why)


def _parse_head(question: Question, parts: Parts, around: Around) -> Parsed:
    if not parts.head:
        return Parsed(Answer())
    if is_nothing(question, parts.head):
        return Parsed(Answer(value=()))
    head, remark = without_leads(question, parts.head)
    parsed = _parse_status(question, head)
    if parsed is None and question.kind == Kind.TEXT:
        return Parsed(parse_text(question, parts.head, around).answer, *_doubt_of(remark))
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


def is_value(question: Question, text: str) -> bool:
    """Whether the whole of a text is one of the question's choices, or N/A or Unknown."""
    return bool(choice_wordings(question).whole(text) or status_wordings(load_form()).whole(text))


def _parse_status(question: Question, paragraphs: Sequence[str]) -> Parsed | None:
    """N/A and Unknown, alone or parted from a description by a mark."""
    text = paragraphs[0]
    opening = status_wordings(load_form()).opening(text)
    if opening is None or not opening.parted:
        return None
    status = Status(opening.value)
    rest = [after(text, opening.end), *paragraphs[1:]]
    if question.kind == Kind.TEXT and any(rest) and opening.words == 1 and status == Status.UNKNOWN:
        return None
    answer = with_details(Answer(status=status), rest)
    if status not in question.statuses:
        return Parsed(answer, Sureness.LIKELY, "this question does not take it")
    return Parsed(answer)


__all__ = ["PARSERS", "Around", "Parsed", "is_value", "parse_answer"]
