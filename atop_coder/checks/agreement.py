"""Questions that must agree with one another; each rule waits until both are answered.

Where the first calls for the second and the second is blank, a note says so.
"""

import re
from collections.abc import Iterator

from atop_coder.checks.case import Case
from atop_coder.checks.problem import Problem
from atop_coder.checks.words import counted, listed
from atop_coder.form import Status
from atop_coder.sheet import Answer, find_dates

# "None.", "No limits", "Still in effect": words that say as much as N/A.
_NOTHING = re.compile(
    r"\W*(?:no|none|nothing|not|unlimited|unconditional|n/?a)\b(?:\W+\w+){0,3}\W*", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\W*(?:no\b|none\b|not\b|nothing\b|n/?a\b|still\b|has not\b|in (?:effect|force)\b"
    r"|(?:it|(?:the |this )?(?:alliance|treaty|agreement|pact)) (?:is|remains|has not|was not|continues)\b)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"\bsecret\w*\s+(?:\w+\s+)?(?:article|protocol|annex|clause|agreement|convention|provision|supplement|part)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|without|any|never|nor)\b[^.;]{0,80}\bsecret", re.IGNORECASE)
_RENEWED = re.compile(r"\b(?:renew|exten|prolong)", re.IGNORECASE)
_BY_ITSELF = re.compile(r"\b(?:automatic|tacit)", re.IGNORECASE)

# What COW's types are in ATOP's terms; an alliance of the first may be any of the second.
COW_TYPES = {
    "defense": ("defense", "offense"),
    "neutrality": ("neutrality", "nonaggression"),
    "nonaggression": ("nonaggression", "neutrality"),
    "entente": ("consultation",),
}


def _not_applicable(answer: Answer) -> bool:
    return answer.status == Status.NOT_APPLICABLE


def limits_of_conditions(case: Case) -> Iterator[Problem]:
    """19 with 20: conditions want their description, and No wants none."""
    limits = case["limits"]
    if conditions := case.choices("contingencies"):
        named = listed(case.label("contingencies", value) for value in conditions)
        if limits.is_blank:
            yield _follow_up(case, "contingencies", "limits", f"lists {named}", "Describe the limits")
        elif _not_applicable(limits):
            number = case.number("contingencies")
            yield case.problem("limits", "limits-not-described", contingencies=number, conditions=named)
    elif case["contingencies"].value == () and limits.details and not _NOTHING.fullmatch(limits.details):
        number = case.number("contingencies")
        yield case.problem("limits", "limits-without-condition", contingencies=number)


def cause_of_end(case: Case) -> Iterator[Problem]:
    """14 with 15: an end has a cause, and an alliance in effect has none."""
    cause, ended = case["termination_cause"], case.termination
    if ended and ended.dates and cause.is_blank:
        says = "gives the end of the alliance"
        yield _follow_up(case, "termination", "termination_cause", says, "Describe what ended it")
    elif ended and ended.dates and _not_applicable(cause):
        number = case.number("termination")
        yield case.problem("termination_cause", "cause-not-described", termination=number)
    elif ended and ended.in_effect_as_of and cause.details and not _GOES_ON.match(cause.details):
        number = case.number("termination")
        yield case.problem("termination_cause", "cause-without-end", termination=number)


def _follow_up(case: Case, because: str, then: str, says: str, do: str) -> Problem:
    number = case.number(because)
    return case.problem(then, "follow-up-blank", {"because": number}, says=says, do=do)


def cow_number_and_type(case: Case) -> Iterator[Problem]:
    """2 with 17: COW has coded the alliance, or it has not."""
    number, cow_type = case["cow_alliance_number"], case["cow_type"]
    if _not_applicable(number) and cow_type.value is not None:
        code = "cow-type-without-number"
    elif number.value is not None and _not_applicable(cow_type):
        code = "cow-number-without-type"
    else:
        return
    yield case.problem("cow_type", code, number=case.number("cow_alliance_number"))


def cow_type_and_types(case: Case) -> Iterator[Problem]:
    """17 with 16: the two data sets define their types differently, so this is no more than a hint."""
    cow_type, types = case["cow_type"].value, case.choices("alliance_type")
    if isinstance(cow_type, str) and types and not set(COW_TYPES.get(cow_type, types)) & set(types):
        yield case.problem(
            "cow_type",
            "cow-type-differs",
            {"cow_type": cow_type, "types": list(types)},
            cow_type=case.label("cow_type", cow_type),
            types=case.number("alliance_type"),
            listed=listed(case.label("alliance_type", value) for value in types),
        )


def secret_articles(case: Case) -> Iterator[Problem]:
    """7: Public, and yet a description of secret articles (the other way round, the form owes one)."""
    answer = case["secrecy"]
    if answer.value == "public" and _SECRET.search(answer.details) and not _DENIED.search(answer.details):
        yield case.problem("secrecy", "secret-articles-mentioned")


def renewals(case: Case) -> Iterator[Problem]:
    """13: the number with the dates and means beside it; automatic renewals do not count."""
    answer = case["times_renewed"]
    dated = any(found.date for found in find_dates(answer.details))
    if isinstance(answer.value, int) and answer.value and not dated:
        said = counted(answer.value, "renewal")
        yield case.problem("times_renewed", "renewals-not-described", {"value": answer.value}, renewals=said)
    elif answer.value == 0 and dated and _tells_of_renewal(answer.details):
        yield case.problem("times_renewed", "renewals-described")


def _tells_of_renewal(text: str) -> bool:
    return bool(_RENEWED.search(text)) and not _BY_ITSELF.search(text)
