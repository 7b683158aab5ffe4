"""Rules on quotations; how they are read stands in quotations.py."""

from collections.abc import Iterator

from atop_coder.checks.catalogue import make_problem
from atop_coder.checks.context import Context
from atop_coder.checks.problem import Problem
from atop_coder.checks.quotations import read_quotations
from atop_coder.checks.words import excerpt

# Questions that owe no quotation, but whose quotations are of the treaty and want its article.
ALSO_SOURCED = frozenset({"secrecy", "obligations_comments", "institutionalization_comments"})


def unpaired_marks(context: Context) -> Iterator[Problem]:
    """Quotations that open and do not close, or close and do not open: the first of each in an answer."""
    for question, answer in context.answers:
        quotations = read_quotations(answer.details)
        if words := quotations.unclosed:
            yield make_problem(question.number, "quote-not-closed", {"quote": excerpt(words)})
        if words := quotations.unopened:
            yield make_problem(question.number, "quote-not-opened", {"quote": words})


def unsourced_quotations(context: Context) -> Iterator[Problem]:
    """A quotation of the treaty in an answer that names no article or section: the first of an answer."""
    for question, answer in context.answered:
        if question.quotes_owed or question.key in ALSO_SOURCED:
            quotations = read_quotations(answer.details)
            if quotations.long and not quotations.sourced:
                quote = excerpt(quotations.long[0])
                yield make_problem(question.number, "quote-without-source", {"quote": quote})
