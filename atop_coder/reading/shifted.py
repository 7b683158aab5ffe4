"""Whether answers stand one question off: before their prompts, or numbered otherwise than the form."""

from collections.abc import Mapping, Sequence

from atop_coder.form import Form, Kind, Question
from atop_coder.reading.openings import opens_with_value

SHIFTED = (
    "the answers seem to be those of the questions next to these, as if they stood before their questions"
)
_UNTOLD = frozenset({Kind.TEXT, Kind.PEOPLE})  # any text may answer these
_FEWEST = 4  # answers that fit the next question
_TIMES = 2  # … and so many times as often as their own


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
    told = [(own, other, text) for own, other, text in pairs if _differ((own, other))]
    others = sum(_fits(other, text) and not _fits(own, text) for own, other, text in told)
    owns = sum(_fits(own, text) and not _fits(other, text) for own, other, text in told)
    return others >= _FEWEST and others > _TIMES * owns


def _differ(questions: Sequence[Question]) -> bool:
    own, other = questions
    return not _UNTOLD & {own.kind, other.kind} and (own.kind, own.choices) != (other.kind, other.choices)


def _fits(question: Question, text: str) -> bool:
    return opens_with_value(question, text.lstrip())
