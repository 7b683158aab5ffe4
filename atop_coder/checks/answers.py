"""Each answer against what its question allows."""

import re
from collections import Counter
from collections.abc import Iterator

from atop_coder.checks.catalogue import make_problem
from atop_coder.checks.context import Context, is_missing, is_open
from atop_coder.checks.problem import Problem
from atop_coder.checks.quotations import names_source, read_quotations
from atop_coder.checks.words import capital, excerpt, listed, ranges
from atop_coder.form import Form, Kind, Question, Status
from atop_coder.sheet import Answer, find_dates
from atop_coder.sheet.unread import part_unread
from atop_coder.sheet.unread import unread_dates as _unread_dates

# What to write where the form has no labels for it.
ALLOWED = {
    Kind.INTEGER: "a number",
    Kind.DATES: "dates such as December 25, 2003",
    Kind.MEMBERS: "the members, such as 703 Kyrgyzstan",
    Kind.TERMINATION: "the date of the end, or “Still in effect as of” and a date",
    Kind.DATE: "a date such as December 25, 2003",
    Kind.PEOPLE: "the names",
    Kind.TEXT: "a description",
}
# The kinds whose answer is all value: a description beside it is what the reader could not read.
ALL_VALUE = frozenset({Kind.INTEGER, Kind.DATES, Kind.MEMBERS, Kind.CHOICES, Kind.DATE, Kind.PEOPLE})
DATED = frozenset({Kind.DATES, Kind.TERMINATION, Kind.DATE})
FRAGMENT = 5  # words: what is longer is a comment rather than an answer that was not understood
FRAGMENTS = {
    Kind.CHOICES: "no-such-choice",
    Kind.MEMBERS: "no-such-state",
    Kind.DATES: "no-such-day",
    Kind.DATE: "no-such-day",
}
# What the codes of a list are numbers of.
CODED = {
    "states": "state of the COW list. Write its code or its name",
    "wars": "war number of the COW list. Write the number",
    "alliances": "ATOP number. Write its four digits",
}


def allowed(form: Form, question: Question) -> str:
    """What may be written: `Yes, No, N/A or Unknown`."""
    parts = [*question.labels.values()] or [ALLOWED[question.kind]]
    if question.key == "contingencies":
        parts.append("No")
    return listed((*parts, *filter(None, map(form.status_label, question.statuses))), "or")


def blank_answers(context: Context) -> Iterator[Problem]:
    """One note for all questions that still want an answer, at the first of them."""
    blank = [question.number for question, answer in context.answers if _is_wanted(question, answer)]
    if blank:
        one = len(blank) == 1
        questions = f"{'Question' if one else 'Questions'} {ranges(blank)} {'is' if one else 'are'}"
        yield make_problem(
            blank[0], "blank", {"questions": blank}, questions=questions, them="it" if one else "them"
        )


def _is_wanted(question: Question, answer: Answer) -> bool:
    return question.required and is_missing(question, answer)


def statuses(context: Context) -> Iterator[Problem]:
    """N/A and Unknown only where the form takes them; the one where it takes the other can be accepted."""
    for question, answer in context.answers:
        if answer.status not in question.statuses:
            takes_either = {Status.NOT_APPLICABLE, Status.UNKNOWN} & {*question.statuses}
            yield make_problem(
                question.number,
                "status-unusual" if takes_either else "status-not-allowed",
                {"status": str(answer.status)},
                label=context.form.status_label(answer.status),
                allowed=allowed(context.form, question),
            )


def unread_answers(context: Context) -> Iterator[Problem]:
    """Words that are no number, no date, no choice of the question."""
    for question, answer in context.answered:
        words = _unread(question, answer)
        if words is None:
            continue
        if question.kind in DATED and (impossible := list(_impossible_dates(question, answer))):
            yield from impossible
        else:
            yield make_problem(
                question.number, "no-valid-answer", {"words": words}, allowed=allowed(context.form, question)
            )


def _unread(question: Question, answer: Answer) -> str | None:
    if is_open(question, answer):
        return excerpt(answer.details) or listed(map(str, answer.states + answer.wars + answer.alliances))
    words = (answer.value,) if isinstance(answer.value, str) else answer.value
    if question.choices and isinstance(words, tuple):
        return next((str(word) for word in words if word not in question.labels), None)
    return None


def _impossible_dates(question: Question, answer: Answer) -> Iterator[Problem]:
    for found in find_dates(answer.details):
        if found.problem:
            words = answer.details[found.start : found.end]
            reason = capital(found.problem)
            yield make_problem(question.number, "no-such-date", {"words": words}, reason=reason)


def unread_codes(context: Context) -> Iterator[Problem]:
    """Words that stand where states, wars or alliances are named, and are none."""
    for question, answer in context.answered:
        for name, words in part_unread(question, answer)[0].items():
            data = {"list": name, "words": words}
            yield make_problem(question.number, "no-such-code", data, one=CODED[name])


def unread_dates(context: Context) -> Iterator[Problem]:
    """Words typed where the parts of a date belong, and kept before the description."""
    for question, answer in context.answered:
        if question.kind in DATED and answer.value is not None:
            for words in _unread_dates(answer):
                may = allowed(context.form, question)
                yield make_problem(question.number, "no-such-day", {"words": words}, allowed=may)


def left_over_words(context: Context) -> Iterator[Problem]:
    """Words beside a value that is all that its question takes."""
    for question, answer in context.answered:
        if answer.value in (None, ()) or not answer.details:
            continue
        if question.kind not in ALL_VALUE or question.key == "times_renewed" or _unread_dates(answer):
            continue
        yield from _left_over(context.form, question, answer)


def _left_over(form: Form, question: Question, answer: Answer) -> Iterator[Problem]:
    if question.kind in DATED and (impossible := list(_impossible_dates(question, answer))):
        yield from impossible
        return
    words = excerpt(answer.details)
    fragment = len(answer.details.split()) <= FRAGMENT and not names_source(answer.details)
    code = FRAGMENTS.get(question.kind) if fragment else None
    if code and (question.kind not in DATED or any(char.isdigit() for char in words)):
        yield make_problem(question.number, code, {"words": words}, allowed=allowed(form, question))
    else:
        yield make_problem(question.number, "words-left-over", {"words": words})


def repeated_choices(context: Context) -> Iterator[Problem]:
    for question, answer in context.answered:
        if question.kind == Kind.CHOICES and isinstance(answer.value, tuple):
            for word, times in Counter(map(str, answer.value)).items():
                if times > 1:
                    choice = question.labels.get(word, word)
                    yield make_problem(question.number, "same-choice-twice", {"value": word}, choice=choice)


def types_listed(context: Context) -> Iterator[Problem]:
    """Every alliance of the ATOP data has at least one of the five types."""
    if context["alliance_type"].value == ():
        yield context.problem("alliance_type", "no-type-listed")


def descriptions_owed(context: Context) -> Iterator[Problem]:
    """`If Yes, describe` with nothing described; the form says for which answers a description is owed."""
    for question, answer in context.answered:
        if answer.value is None or _describes(answer):
            continue
        if isinstance(answer.value, str) and answer.value in question.details_owed:
            label = question.labels.get(answer.value, answer.value)
            data = {"value": answer.value}
            yield make_problem(question.number, "description-owed", data, answer=label)
        elif question.kind == Kind.TERMINATION and Status.ANSWERED in question.details_owed:
            yield make_problem(question.number, "source-owed")


def _describes(answer: Answer) -> bool:
    named = answer.states or answer.wars or answer.alliances
    return bool(named or re.search(r"\w", answer.details))


def quotations_under_no(context: Context) -> Iterator[Problem]:
    """A No that stands over a quotation, where only Yes wants one."""
    for question, answer in context.answered:
        if answer.value == "no" and question.details_owed == ("yes",):
            for quote in read_quotations(answer.details).long[:1]:
                yield make_problem(question.number, "no-with-quotation", {"quote": excerpt(quote)})
