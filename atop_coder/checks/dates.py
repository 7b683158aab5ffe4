"""Dates against today, against 1815, and against one another.

A date that is known only to the month or the year passes if any of its days would.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from atop_coder.checks.case import Case
from atop_coder.checks.problem import Problem
from atop_coder.sheet import DateEntry, PartialDate

ATOP_BEGINS = date(1815, 1, 1)


def future_dates(case: Case) -> Iterator[Problem]:
    for key, found in _dates(case):
        if found.first() > case.today:
            yield case.problem(key, "future-date", {"date": found.iso}, date=found.words)


def _dates(case: Case) -> Iterator[tuple[str, PartialDate]]:
    """All dates of the sheet with the keys of their questions, each once in a question."""
    yield from (("signature_dates", found) for found in sorted({entry.date for entry in case.signatures}))
    yield from (("termination", found) for found in sorted({entry.date for entry in case.ends}))
    if case.revised:
        yield "revision_date", case.revised


def early_dates(case: Case) -> Iterator[Problem]:
    """A signature before the data begin is most often a slip in the year."""
    for key, found in _dates(case):
        if key == "signature_dates" and found.last() < ATOP_BEGINS:
            yield case.problem(key, "before-1815", {"date": found.iso}, date=found.words)


def ends_before_signature(case: Case) -> Iterator[Problem]:
    """The end for a state against its own signature, the end of the alliance against the first signature."""
    for entry in case.ends:
        signed = [found for ccode in entry.states for found in case.signed_on(ccode)]
        signed = signed or [signature.date for signature in case.signatures]
        if signed and entry.date.last() < min(signed).first():
            yield case.problem(
                "termination",
                "ended-before-signed",
                {"ended": entry.date.iso, "signed": min(signed).iso},
                ended=entry.date.words,
                signed=min(signed).words,
                signature=case.number("signature_dates"),
            )


def revision_before_signature(case: Case) -> Iterator[Problem]:
    """A sheet cannot have been revised last before a date that it holds was reached: the signature."""
    late = _after_revision(case, case.signatures)
    if case.revised and late:
        yield case.problem(
            "revision_date",
            "revised-before-signed",
            {"revised": case.revised.iso, "signed": max(late).iso},
            revised=case.revised.words,
            signed=max(late).words,
            signature=case.number("signature_dates"),
        )


def revision_before_termination(case: Case) -> Iterator[Problem]:
    """The same for question 14: whoever changed it left the date of revision as it was."""
    late = _after_revision(case, case.ends)
    if case.revised and late and not _after_revision(case, case.signatures):
        yield case.problem(
            "revision_date",
            "revision-out-of-date",
            {"revised": case.revised.iso, "ended": max(late).iso},
            revised=case.revised.words,
            ended=max(late).words,
            termination=case.number("termination"),
        )


def _after_revision(case: Case, entries: Iterable[DateEntry]) -> list[PartialDate]:
    revised = case.revised
    return [entry.date for entry in entries if revised and revised.last() < entry.date.first()]
