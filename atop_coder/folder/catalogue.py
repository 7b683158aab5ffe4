"""What the rules over many sheets can find: code, severity, and the message with places for the facts.

As in `atop_coder/checks/catalogue.py`: a code is never renamed, and a message says what is wrong, where, and
what to do. None is an error: each may be right, and only a person who knows the sheets can tell.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from atop_coder.checks import Problem, Severity

WARNINGS = {
    "atop-id-twice": "ATOP ID {atop_id} (question {question}) also stands in {others}. Correct one of them;"
    " if one is an older version of the same sheet, move it to another folder.",
    "alliance-under-two-ids": "{others} has the same members and the same signature date as this sheet, under"
    " ATOP ID {other_ids}. Check whether the two are one alliance (question {question}).",
    "alliance-not-found": "Question {question} refers to ATOP ID {alliance}, which is neither among these"
    " sheets nor in the published data. Check the number.",
    "cow-number-of-another": "In the published data, COW alliance {cow} is {owners}, not this alliance."
    " Check question {question}.",
}

NOTES = {
    "sheet-twice": "This sheet holds the same answers as {other}. If you need only one of the two, move"
    " the other to another folder.",
    "cow-number-known": "The published data have an alliance with these members and this signature date,"
    " ATOP {atop_id}, and its COW number is {number}. Question {question} {says}.",
}

CATALOGUE: Mapping[str, tuple[Severity, str]] = MappingProxyType(
    {code: (Severity.WARNING, template) for code, template in WARNINGS.items()}
    | {code: (Severity.NOTE, template) for code, template in NOTES.items()}
)


def make_problem(question: int, code: str, data: Mapping[str, Any], **words: object) -> Problem:
    """The problem of that code, its message filled with `data` and `words`; KeyError if one of them lacks."""
    severity, template = CATALOGUE[code]
    message = template.format(**{"question": question, **data, **words})
    return Problem(question, code, severity, message, MappingProxyType(dict(data)))
