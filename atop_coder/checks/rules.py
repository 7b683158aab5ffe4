"""All rules, and the check that runs them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from atop_coder.checks import agreement, answers, dates, members, numbers, obligations, quotes, wars
from atop_coder.checks.context import Context, is_missing
from atop_coder.checks.problem import Problem, Severity
from atop_coder.form import Form
from atop_coder.sheet import Sheet

Rule = Callable[[Context], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    answers.blank_answers,
    answers.statuses,
    answers.unread_answers,
    answers.unread_codes,
    answers.unread_dates,
    answers.left_over_words,
    answers.repeated_choices,
    answers.types_listed,
    answers.descriptions_owed,
    answers.quotations_under_no,
    numbers.atop_id_form,
    numbers.atop_id_of_another,
    numbers.unknown_alliances,
    numbers.unknown_wars,
    members.too_few_members,
    members.repeated_members,
    members.unknown_codes,
    members.names_of_codes,
    members.system_membership,
    members.states_of_dates,
    members.members_without_date,
    wars.members_at_war,
    wars.wars_in_cow,
    dates.future_dates,
    dates.early_dates,
    dates.ends_before_signature,
    dates.revision_before_signature,
    dates.revision_before_termination,
    agreement.limits_of_conditions,
    agreement.cause_of_end,
    agreement.cow_number_and_type,
    agreement.cow_type_and_types,
    agreement.secret_articles,
    agreement.renewals,
    obligations.types_described,
    quotes.unpaired_marks,
    quotes.unsourced_quotations,
)
_WEIGHT = {severity: place for place, severity in enumerate(Severity)}


def check(sheet: Sheet, today: date | None = None, form: Form | None = None) -> tuple[Problem, ...]:
    """All problems of a sheet, by question, the gravest first; a date after `today` is in the future."""
    context = Context(sheet, form or sheet.codesheet, today or date.today())
    found = (problem for rule in RULES for problem in rule(context))
    return tuple(sorted(found, key=lambda problem: (problem.question, _WEIGHT[problem.severity])))


def count(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity, the gravest first; all three are there."""
    counts = Counter(problem.severity for problem in problems)
    return {severity: counts[severity] for severity in Severity}


def missing(sheet: Sheet, form: Form | None = None) -> tuple[int, ...]:
    """The numbers of the questions that want an answer before a sheet can be complete."""
    context = Context(sheet, form or sheet.codesheet, date.max)
    required = ((question, answer) for question, answer in context.answers if question.required)
    return tuple(question.number for question, answer in required if is_missing(question, answer))
