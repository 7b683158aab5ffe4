"""ATOP IDs and war numbers against the published lists."""

from collections.abc import Iterator

from atop_coder.checks.case import Case
from atop_coder.checks.catalogue import make_problem
from atop_coder.checks.problem import Problem
from atop_coder.checks.words import listed

FOUR_DIGITS = range(1000, 10000)


def atop_id_form(case: Case) -> Iterator[Problem]:
    atop_id = case["atop_id"].value
    if isinstance(atop_id, int) and atop_id not in FOUR_DIGITS:
        yield case.problem("atop_id", "atop-id-form", {"atop_id": atop_id})


def atop_id_of_another(case: Case) -> Iterator[Problem]:
    """An ID that the published data give to an alliance of wholly other members is a slip."""
    atop_id = case["atop_id"].value
    published = case.alliances.get(atop_id) if isinstance(atop_id, int) else None
    members = {member.ccode for member in case.members}
    if published and members and members.isdisjoint(published.members):
        names = listed(map(case.state_name, published.members[:4]))
        more = " and others" if len(published.members) > 4 else ""
        yield case.problem("atop_id", "atop-id-of-another", {"atop_id": atop_id}, members=names + more)


def unknown_alliances(case: Case) -> Iterator[Problem]:
    for question, answer in case.answers:
        for alliance in dict.fromkeys(answer.alliances):
            if alliance != case["atop_id"].value and case.alliances.get(alliance) is None:
                yield make_problem(question.number, "unknown-alliance", {"alliance": alliance})


def unknown_wars(case: Case) -> Iterator[Problem]:
    for question, answer in case.answers:
        for war in dict.fromkeys(answer.wars):
            if case.wars.get(war) is None:
                yield make_problem(question.number, "unknown-war", {"war": war})
