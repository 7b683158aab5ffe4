"""Questions that must agree with one another; each rule waits until both are answered.

Where the first calls for the second and the second is blank, a note says so.
"""

import re
from collections.abc import Iterator

from atop_coder.checks.context import Context
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


def limits_of_conditions(context: Context) -> Iterator[Problem]:
    """19 with 20: conditions want their description, and No wants none."""
    limits = context["limits"]
    if conditions := context.choices("contingencies"):
        named = listed(context.label("contingencies", value) for value in conditions)
        if limits.is_blank:
            yield _follow_up(context, "contingencies", "limits", f"lists {named}", "Describe the limits")
        elif _not_applicable(limits):
            number = context.number("contingencies")
            yield context.problem("limits", "limits-not-described", contingencies=number, conditions=named)
    elif context["contingencies"].value == () and limits.details and not _NOTHING.fullmatch(limits.details):
        number = context.number("contingencies")
        yield context.problem("limits", "limits-without-condition", contingencies=number)


def cause_of_end(context: Context) -> Iterator[Problem]:
    """14 with 15: an end has a cause, and an alliance in effect has none."""
    cause, ended = context["termination_cause"], context.termination
    if ended and ended.dates and cause.is_blank:
        says = "gives the end of the alliance"
        yield _follow_up(context, "termination", "termination_cause", says, "Describe what ended it")
    elif ended and ended.dates and _not_applicable(cause):
        number = context.number("termination")
        yield context.problem("termination_cause", "cause-not-described", termination=number)
    elif ended and ended.in_effect_as_of and cause.details and not _GOES_ON.match(cause.details):
        number = context.number("termination")
        yield context.problem("termination_cause", "cause-without-end", termination=number)


def _follow_up(context: Context, because: str, then: str, says: str, do: str) -> Problem:
    number = context.number(because)
    return context.problem(then, "follow-up-blank", {"because": number}, says=says, do=do)


def cow_number_and_type(context: Context) -> Iterator[Problem]:
    """2 with 17: COW has coded the alliance, or it has not."""
    number, cow_type = context["cow_alliance_number"], context["cow_type"]
    if _not_applicable(number) and cow_type.value is not None:
        code = "cow-type-without-number"
    elif number.value is not None and _not_applicable(cow_type):
        code = "cow-number-without-type"
    else:
        return
    yield context.problem("cow_type", code, number=context.number("cow_alliance_number"))


def cow_type_and_types(context: Context) -> Iterator[Problem]:
    """17 with 16: the two data sets define their types differently, so this is no more than a hint."""
    cow_type, types = context["cow_type"].value, context.choices("alliance_type")
    if isinstance(cow_type, str) and types and not set(COW_TYPES.get(cow_type, types)) & set(types):
        yield context.problem(
            "cow_type",
            "cow-type-differs",
            {"cow_type": cow_type, "types": list(types)},
            cow_type=context.label("cow_type", cow_type),
            types=context.number("alliance_type"),
            listed=listed(context.label("alliance_type", value) for value in types),
        )


def secret_articles(context: Context) -> Iterator[Problem]:
    """7: Public, and yet a description of secret articles (the other way round, the form owes one)."""
    answer = context["secrecy"]
    if answer.value == "public" and _SECRET.search(answer.details) and not _DENIED.search(answer.details):
        yield context.problem("secrecy", "secret-articles-mentioned")


def renewals(context: Context) -> Iterator[Problem]:
    """13: the number with the dates and means beside it; automatic renewals do not count."""
    answer = context["times_renewed"]
    dated = any(found.date for found in find_dates(answer.details))
    if isinstance(answer.value, int) and answer.value and not dated:
        said = counted(answer.value, "renewal")
        yield context.problem(
            "times_renewed", "renewals-not-described", {"value": answer.value}, renewals=said
        )
    elif answer.value == 0 and dated and _tells_of_renewal(answer.details):
        yield context.problem("times_renewed", "renewals-described")


def _tells_of_renewal(text: str) -> bool:
    return bool(_RENEWED.search(text)) and not _BY_ITSELF.search(text)
