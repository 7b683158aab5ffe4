"""Whether answers as a whole look strange: one question off, or with the same mark before each."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from atop_coder.form import Form, Kind, Question
from atop_coder.reading.openings import opens_with_value

SHIFTED = (
    "the answers seem to be those of the questions next to these, as if they stood before their questions"
)
MARKED = "most answers begin, or end, with the same mark or label, which may be none of theirs"
_UNTOLD = frozenset({Kind.TEXT, Kind.PEOPLE})  # any text may answer these
_START = re.compile(r"[^\w\s]+(?=\s|\w)(?:\w{1,4}[^\w\s]\s)?|\w{1,12}[:>=|~\])]\s?|\d{1,4}\s{2,}")
_NUMBER_LAST = re.compile(r"\s{2,}\d{1,4}$")
_MANY = 12  # answers
_FEWEST = 4  # answers that fit the next question
_TIMES = 2  # … and so many times as often as their own


def strangeness(answers: Mapping[int, str], form: Form) -> str:
    """What is strange about the answers as a whole, so that none is sure; "" for nothing."""
    return SHIFTED if are_shifted(answers, form) else MARKED if are_marked(answers, form) else ""


def are_shifted(answers: Mapping[int, str], form: Form) -> bool:
    """Whether the answers fit the questions next to their own far better.

    Only questions count whose neighbour asks for something else.
    """
    return any(_fit_others(answers, form, by) for by in (1, -1))


def _fit_others(answers: Mapping[int, str], form: Form, by: int) -> bool:
    pairs = [
        (form.question(number), form.question(number + by), text)
        for number, text in answers.items()
        if text.strip() and number + by in form.by_number
    ]
    told = [(_fits(own, text), _fits(other, text)) for own, other, text in pairs if _differ((own, other))]
    owns, others = told.count((True, False)), told.count((False, True))
    return others >= _FEWEST and others > _TIMES * owns


def _differ(questions: Sequence[Question]) -> bool:
    own, other = questions
    return not _UNTOLD & {own.kind, other.kind} and (own.kind, own.choices) != (other.kind, other.choices)


def _fits(question: Question, text: str) -> bool:
    return opens_with_value(question, text.lstrip())


def are_marked(answers: Mapping[int, str], form: Form) -> bool:
    """Whether half of the answers begin with a mark or label that is no value, or end with a bare number."""
    texts = {number: text.strip() for number, text in answers.items() if text.strip()}
    if len(texts) < _MANY:
        return False
    strange = [number for number, text in texts.items() if not opens_with_value(form.question(number), text)]
    starts = Counter(start for number in strange if (start := _start(texts[number])))
    ends = sum(bool(_NUMBER_LAST.search(text)) for text in texts.values())
    most = max(starts.values(), default=0)
    return most >= len(texts) / 2 or ends >= len(texts) / 2


def _start(text: str) -> str:
    """The mark, or the label up to a mark, that a text begins with, its digits alike; "" for a plain word."""
    match = _START.match(text)
    return re.sub(r"\d+", "#", match[0].strip()) if match else ""
