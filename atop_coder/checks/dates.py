"""Dates against today, against 1815, and against one another.

A date that is known only to the month or the year passes if any of its days would.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from atop_coder.checks.context import Context
from atop_coder.checks.problem import Problem
from atop_coder.sheet import DateEntry, PartialDate

ATOP_BEGINS = date(1815, 1, 1)


def future_dates(context: Context) -> Iterator[Problem]:
    for key, found in _dates(context):
        if found.first() > context.today:
            yield context.problem(key, "future-date", {"date": found.iso}, date=found.words)


def _dates(context: Context) -> Iterator[tuple[str, PartialDate]]:
    """All dates of the sheet with the keys of their questions, each once in a question."""
    yield from (("signature_dates", found) for found in sorted({entry.date for entry in context.signatures}))
    yield from (("termination", found) for found in sorted({entry.date for entry in context.ends}))
    if context.revised:
        yield "revision_date", context.revised


def early_dates(context: Context) -> Iterator[Problem]:
    """A signature before the data begin is most often a slip in the year."""
    for key, found in _dates(context):
        if key == "signature_dates" and found.last() < ATOP_BEGINS:
            yield context.problem(key, "before-1815", {"date": found.iso}, date=found.words)


def ends_before_signature(context: Context) -> Iterator[Problem]:
    """The end for a state against its own signature, the end of the alliance against the first signature."""
    for entry in context.ends:
        signed = [found for ccode in entry.states for found in context.signed_on(ccode)]
        signed = signed or [signature.date for signature in context.signatures]
        if signed and entry.date.last() < min(signed).first():
            yield context.problem(
                "termination",
                "ended-before-signed",
                {"ended": entry.date.iso, "signed": min(signed).iso},
                ended=entry.date.words,
                signed=min(signed).words,
                signature=context.number("signature_dates"),
            )


def revision_before_signature(context: Context) -> Iterator[Problem]:
    """A sheet cannot have been revised last before a date that it holds was reached: the signature."""
    late = _after_revision(context, context.signatures)
    if context.revised and late:
        yield context.problem(
            "revision_date",
            "revised-before-signed",
            {"revised": context.revised.iso, "signed": max(late).iso},
            revised=context.revised.words,
            signed=max(late).words,
            signature=context.number("signature_dates"),
        )


def revision_before_termination(context: Context) -> Iterator[Problem]:
    """The same for question 14: whoever changed it left the date of revision as it was."""
    late = _after_revision(context, context.ends)
    if context.revised and late and not _after_revision(context, context.signatures):
        yield context.problem(
            "revision_date",
            "revision-out-of-date",
            {"revised": context.revised.iso, "ended": max(late).iso},
            revised=context.revised.words,
            ended=max(late).words,
            termination=context.number("termination"),
        )


def _after_revision(context: Context, entries: Iterable[DateEntry]) -> list[PartialDate]:
    revised = context.revised
    return [entry.date for entry in entries if revised and revised.last() < entry.date.first()]
