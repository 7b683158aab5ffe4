"""ATOP IDs and war numbers against the published lists."""

from collections.abc import Iterator

from atop_coder.checks.catalogue import make_problem
from atop_coder.checks.context import Context
from atop_coder.checks.problem import Problem
from atop_coder.checks.words import listed

FOUR_DIGITS = range(1000, 10000)


def atop_id_form(context: Context) -> Iterator[Problem]:
    atop_id = context["atop_id"].value
    if isinstance(atop_id, int) and atop_id not in FOUR_DIGITS:
        yield context.problem("atop_id", "atop-id-form", {"atop_id": atop_id})


def atop_id_of_another(context: Context) -> Iterator[Problem]:
    """An ID that the published data give to an alliance of wholly other members is a slip."""
    atop_id = context["atop_id"].value
    published = context.alliances.get(atop_id) if isinstance(atop_id, int) else None
    members = {member.ccode for member in context.members}
    if published and members and members.isdisjoint(published.members):
        names = listed(map(context.state_name, published.members[:4]))
        more = " and others" if len(published.members) > 4 else ""
        yield context.problem("atop_id", "atop-id-of-another", {"atop_id": atop_id}, members=names + more)


def unknown_alliances(context: Context) -> Iterator[Problem]:
    for question, answer in context.answers:
        for alliance in dict.fromkeys(answer.alliances):
            if alliance != context["atop_id"].value and context.alliances.get(alliance) is None:
                yield make_problem(question.number, "unknown-alliance", {"alliance": alliance})


def unknown_wars(context: Context) -> Iterator[Problem]:
    for question, answer in context.answers:
        for war in dict.fromkeys(answer.wars):
            if context.wars.get(war) is None:
                yield make_problem(question.number, "unknown-war", {"war": war})
