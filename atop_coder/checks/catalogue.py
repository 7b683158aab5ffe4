"""Every problem a check can find: its code, its severity, and the message with places for the facts.

A code is never renamed: accepted warnings and people's scripts hold on to it. A message says what is wrong,
where, and what to do. `{question}` is the number of the question; the other places are filled by the rule.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from atop_coder.checks.problem import Problem, Severity
from atop_coder.sheet.text import nested_quotes

ERRORS = {
    # an answer against its question
    "status-not-allowed": "Question {question} cannot be answered with {label}. Write {allowed}.",
    "no-valid-answer": "“{words}” is not a valid answer to question {question}. Write {allowed}.",
    "no-such-date": "{reason} (“{words}” in question {question}). Correct it, or write only the month"
    " or the year.",
    "no-such-code": "“{words}” in question {question} is no {one}, or take the words out.",
    "no-such-state": "“{words}” in question {question} is no state of the COW list. Choose the state that is"
    " meant, or take the words out.",
    # numbers
    "atop-id-form": "{atop_id} is no ATOP ID: an ATOP ID has four digits, like 5040. Correct it in"
    " question {question}.",
    # states
    "unknown-ccode": "No state has the COW code {ccode} (question {question}). {suggestion}.",
    "too-few-members": "Question {question} lists {members}, and an alliance has at least two. Add the"
    " others with their COW codes.",
    "member-twice": "{state} stands {times} in question {question}. Keep it once.",
    # dates
    "future-date": "{date} is in the future (question {question}). Correct the date.",
    "ended-before-signed": "The date in question {question}, {ended}, is before the signature date of"
    " {signed} in question {signature}. Correct one of the two.",
    "revised-before-signed": "The date of the last revision, {revised} (question {question}), is before the"
    " signature date of {signed} in question {signature}. Correct one of the two.",
}

WARNINGS = {
    # an answer against its question
    "status-unusual": "Question {question} is answered with {label}, which the form does not have for it."
    " Write {allowed}, or accept it with a reason.",
    "no-such-choice": "“{words}” is none of the choices of question {question}. Write {allowed}, or accept"
    " it with a reason if it is only a comment.",
    "no-such-day": "“{words}” in question {question} was not read as a date. Correct it, or accept it with a"
    " reason if it is only a remark.",
    "same-choice-twice": "{choice} stands more than once in question {question}. Keep it once.",
    "no-type-listed": "Question {question} lists no type of alliance. Choose at least one, or accept it"
    " with a reason.",
    "description-owed": "Question {question} is answered “{answer}” without the description that it asks"
    " for. Add it, or accept it with a reason.",
    # numbers
    "atop-id-of-another": "In the published data, ATOP ID {atop_id} is the alliance of {members}, none of"
    " them a member here. Check the ATOP ID, or accept it with a reason.",
    "unknown-war": "COW has no inter-state war {war} (question {question}). Check the number, or accept it"
    " with a reason if the war is of another kind.",
    # states
    "not-system-member": "{state} {was_out}. Check the code, or accept it with a reason.",
    "name-code-mismatch": "COW code {ccode} is {owner}, and question {question} calls it “{name}”{other}."
    " Correct the code or the name.",
    "date-of-no-member": "Question {question} gives a date for {state}, which is not among the members in"
    " question {members}. Correct the code, or add the member.",
    # wars
    "member-at-war": "By the COW data, {at_war} when the alliance was signed, but question {question} {says}."
    " Correct it, or accept it with a reason.",
    # dates
    "before-1815": "{date} is before 1815, where the ATOP data begin (question {question}). Check the"
    " year, or accept it with a reason.",
    "revision-out-of-date": "The date of the last revision, {revised}, is before the date of {ended} in"
    " question {termination}. Bring question {question} up to date, or accept it with a reason.",
    # questions that must agree
    "limits-not-described": "Question {contingencies} lists {conditions}, but question {question} says"
    " N/A. Describe the limits here, or answer question {contingencies} with No.",
    "limits-without-condition": "Question {contingencies} says No, but question {question} describes"
    " limits. Choose the conditions in question {contingencies}, or write N/A here.",
    "cause-not-described": "Question {termination} gives the date on which the alliance ended, but"
    " question {question} says N/A. Describe what ended it, or write Unknown.",
    "cause-without-end": "Question {termination} says that the alliance is still in effect, but question"
    " {question} describes why it ended. Correct one of the two.",
    "cow-type-without-number": "Question {question} gives a type of COW's, but question {number} says that"
    " COW has no such alliance. Correct one of the two.",
    "cow-number-without-type": "Question {number} gives a COW alliance number, but question {question}"
    " says N/A. Write the type of COW's, or correct question {number}.",
    "secret-articles-mentioned": "Question {question} says Public, but its description speaks of secret"
    " articles. Check which is right, or accept it with a reason.",
    "renewals-not-described": "Question {question} counts {renewals} but gives no date. Add when and by"
    " what means the alliance was renewed, or accept it with a reason.",
    # quotations
    "quote-not-closed": "A quotation in question {question} opens and does not close: “{quote}”. Put the"
    " missing quotation mark where it ends.",
    "quote-not-opened": "A quotation in question {question} closes and does not open: “{quote}”. Put the"
    " missing quotation mark where it begins.",
}

NOTES = {
    # an answer against its question
    "blank": "{questions} still blank. Answer {them}, or say N/A or Unknown where the form allows it.",
    "words-left-over": "“{words}” was not read as part of the answer to question {question}, and is kept"
    " as its description. Check that the answer is complete.",
    "source-owed": "Question {question} gives a date without its source. Name the source.",
    "no-with-quotation": "Question {question} is answered “No” and quotes “{quote}”. Check whether the"
    " answer is Yes.",
    # numbers
    "unknown-alliance": "The published ATOP data have no alliance {alliance} (question {question}). Check"
    " the number; leave it if the alliance is not published yet.",
    # states
    "member-without-date": "Question {question} gives signature dates by state, but none for {states}. Add"
    " the missing dates.",
    # wars
    "no-war-in-cow": "Question {question} says Yes, but COW has no inter-state war of a member on the"
    " signature date. Check it; leave it if the war was of another kind, such as a civil war.",
    # questions that must agree
    "follow-up-blank": "Question {because} {says}, and question {question} is blank. {do}.",
    "cow-type-differs": "COW's type is {cow_type} (question {question}), but question {types} lists only"
    " {listed}. The two data sets may differ; check that both are as meant.",
    "type-not-described": "Question {types} lists {type}, but question {question} has no part on it. Add"
    " the obligation, or take the type away.",
    "type-not-listed": "Question {question} has a part on {type}, which question {types} does not list."
    " Add the type, or correct the heading.",
    "renewals-described": "Question {question} says Zero, but its description gives a date. Check the"
    " number; automatic renewals do not count.",
    # quotations
    "quote-without-source": "Question {question} quotes “{quote}” and names no article or section. Add"
    " where it stands, as (Art. 6).",
}

# Marks in a sheet's text that would turn the rest of the line round on a screen.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F))

_QUOTED = re.compile(r"“\{(\w+)\}”")

CATALOGUE: Mapping[str, tuple[Severity, str]] = MappingProxyType(
    {code: (Severity.ERROR, template) for code, template in ERRORS.items()}
    | {code: (Severity.WARNING, template) for code, template in WARNINGS.items()}
    | {code: (Severity.NOTE, template) for code, template in NOTES.items()}
)


def make_problem(question: int, code: str, data: Mapping[str, Any] | None = None, **words: object) -> Problem:
    """The problem of that code, its message filled with `data` and `words`; KeyError if one of them lacks."""
    data = data or {}
    severity, template = CATALOGUE[code]
    parts = {"question": question, **data, **words}
    quoted = {name: nested_quotes(str(parts[name])) for name in _QUOTED.findall(template)}
    message = template.format(**(parts | quoted)).translate(_TURNING)
    return Problem(question, code, severity, message, MappingProxyType(dict(data)))
