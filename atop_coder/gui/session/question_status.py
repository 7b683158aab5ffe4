"""What the outline and the filters tell of a question, worked out from a document."""

from enum import StrEnum

from atop_coder.checks.problem import Severity
from atop_coder.form import Question
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.symbols import State

WEIGHTY = (Severity.ERROR, Severity.WARNING)


class Filter(StrEnum):
    """Which questions the outline lists."""

    ALL = "All"
    TO_DO = "To do"
    PROBLEMS = "Problems"
    CHANGED = "Changed"
    YES = "Yes"


def state_of(document: Document, number: int) -> State:
    """The one symbol of a question: the weightiest thing there is to say of it."""
    severities = document.session.severities_of(number)
    if Severity.ERROR in severities:
        return State.ERROR
    if Severity.WARNING in severities:
        return State.WARNING
    if document.session.is_unsure(number):
        return State.UNSURE
    if document.session.changed_since_opened(number):
        return State.CHANGED
    return State.BLANK if document.sheet[number].is_blank else State.ANSWERED


def to_do(document: Document) -> frozenset[int]:
    """The questions that keep a sheet from being complete: those owed and blank, and those with an error."""
    from atop_coder.checks import missing

    wrong = (one.question for one in document.problems if one.severity == Severity.ERROR)
    return frozenset((*missing(document.sheet, document.form), *wrong))


def passes(document: Document, number: int, chosen: Filter) -> bool:
    """Whether a filter button lets a question through."""
    if chosen == Filter.TO_DO:
        return number in to_do(document)
    if chosen == Filter.PROBLEMS:
        return not document.session.severities_of(number).isdisjoint(WEIGHTY)
    if chosen == Filter.CHANGED:
        return document.session.changed_since_opened(number)
    return chosen == Filter.ALL or document.sheet[number].value == "yes"


def counts(document: Document) -> dict[Filter, int]:
    """How many questions each filter button lets through."""
    numbers = tuple(document.form.by_number)
    open_ones = to_do(document)
    return {
        one: len(open_ones)
        if one == Filter.TO_DO
        else sum(passes(document, number, one) for number in numbers)
        for one in Filter
    }


def matches(document: Document, question: Question, words: str) -> bool:
    """Whether number, titles, prompt or answer hold all the words, whatever their case."""
    wanted = words.casefold().split()
    if not wanted:
        return True
    text = _searched(document, question)
    return all(word in text for word in wanted)


def _searched(document: Document, question: Question) -> str:
    answer = document.sheet[question.number]
    parts = (
        str(question.number),
        question.short,
        question.prompt,
        answer.details,
        answer_words(question, answer.value),
    )
    return "\n".join(parts).casefold()


def answer_words(question: Question, value: object) -> str:
    """A value in words to search in: labels, names, codes, dates."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(answer_words(question, one) for one in value)
    if isinstance(value, str):
        return question.labels.get(value, value)
    words = getattr(value, "words", None)
    if isinstance(words, str):
        return words
    fields = getattr(type(value), "model_fields", None)
    if fields is None:
        return str(value)
    return "\n".join(answer_words(question, getattr(value, name)) for name in fields)
