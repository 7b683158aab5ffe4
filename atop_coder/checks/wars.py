"""Question 5 against the COW list of inter-state wars."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from atop_coder.checks.context import Context
from atop_coder.checks.problem import Problem
from atop_coder.checks.words import listed
from atop_coder.form import Status
from atop_coder.reference import War
from atop_coder.reference.wars import LIST_BEGINS, LIST_ENDS
from atop_coder.sheet import Answer, PartialDate

_ALL = re.compile(
    r"\b(?:both|all|each|every)\b(?:\W+\w+){0,2}?"
    r"(?:\s*[.;]|\W*\Z|\W+(?:members?|states?|part(?:y|ies|ners?)|signator\w+|allies|countries|were|was)\b)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
Fighting = dict[War, tuple[int, ...]]


def members_at_war(context: Context) -> Iterator[Problem]:
    """Members that fought on the day on which they signed, where question 5 says No or leaves them out.

    A month or a year as a date counts only if the state fought from its first day to its last.
    """
    answer = context["signed_during_war"]
    if answer.is_blank or (answer.status == Status.ANSWERED and answer.value not in ("yes", "no")):
        return
    fighting = _fighting(context)
    if answer.value == "yes":
        fighting = _without(fighting, _named(context, answer, fighting))
    if fighting:
        wars = [
            {"war": war.number, "name": war.name, "ccodes": list(codes)} for war, codes in fighting.items()
        ]
        yield context.problem(
            "signed_during_war",
            "member-at-war",
            {"wars": wars},
            at_war="; ".join(_fought(context, war, codes) for war, codes in fighting.items()),
            says=_says(context, answer, fighting),
        )


def _fighting(context: Context) -> Fighting:
    """The wars with the members that were in them all the time that their signature date can mean."""
    found: Fighting = {}
    for signed, codes in _signers(context).items():
        for entry in context.wars.on(signed.first(), ccodes=codes):
            throughout = set(entry.ccodes) & set(entry.war.at_war(signed.last()))
            if throughout:
                found[entry.war] = tuple(sorted({*found.get(entry.war, ()), *throughout}))
    return found


def _signers(context: Context) -> dict[PartialDate, set[int]]:
    """The members by the first date on which they signed."""
    signers: dict[PartialDate, set[int]] = defaultdict(set)
    for member in context.members:
        for signed in context.signed_on(member.ccode)[:1]:
            signers[signed].add(member.ccode)
    return signers


def _named(context: Context, answer: Answer, fighting: Fighting) -> set[int]:
    """The members that the answer names in any way."""
    codes = {code for fought in fighting.values() for code in fought}
    if _ALL.search(answer.details):
        return codes
    names = {member.ccode: member.name.casefold() for member in context.members if member.name}
    text = answer.details.casefold()
    in_text = {code for code, name in names.items() if name in text}
    spelled = {int(code) for code in _CODE.findall(text)}
    return codes & {*answer.states, *in_text, *spelled, *_states_named(context, answer)}


def _states_named(context: Context, answer: Answer) -> Collection[int]:
    days = [(signed.first(), signed.last()) for signed in _signers(context)]
    return {state.ccode for on, until in days for state in context.states.named_in(answer.details, on, until)}


def _without(fighting: Fighting, named: Collection[int]) -> Fighting:
    left = {war: tuple(code for code in codes if code not in named) for war, codes in fighting.items()}
    return {war: codes for war, codes in left.items() if codes}


def _fought(context: Context, war: War, codes: tuple[int, ...]) -> str:
    return f"{listed(map(context.state_name, codes))} fought in COW war {war.number} ({war.name})"


def _says(context: Context, answer: Answer, lacking: Fighting) -> str:
    if answer.value == "yes":
        states = dict.fromkeys(code for codes in lacking.values() for code in codes)
        return f"does not name {listed(map(context.state_name, states))}"
    return f"says {context.form.status_label(answer.status) or 'No'}"


def wars_in_cow(context: Context) -> Iterator[Problem]:
    """Yes, where COW knows of no war of a member on that day; it lists wars between states only."""
    answer, signers = context["signed_during_war"], _signers(context)
    if answer.value != "yes" or not signers or any(context.wars.get(war) is None for war in answer.wars):
        return
    covered = all(signed.first() >= LIST_BEGINS and signed.last() <= LIST_ENDS for signed in signers)
    at_war = (context.wars.on(signed.first(), signed.last(), codes) for signed, codes in signers.items())
    if covered and not any(at_war):
        yield context.problem("signed_during_war", "no-war-in-cow")
