"""Question 16 with 18: each type of alliance has its part in the description of the obligations.

Coders name the parts with headings (`Neutrality:`) or tags behind the source (`(Art. 6) [Defense]`).
"""

import re
from collections.abc import Iterator, Mapping

from atop_coder.checks.context import Context
from atop_coder.checks.problem import Problem
from atop_coder.checks.words import listed

_HEADING = re.compile(r"^([^\W\d][\w ,/&-]{2,60}?)\s*(?:[:—–].*)?$", re.MULTILINE)
_TAG = re.compile(r"[\[(]([^\[\]()]{3,60})[\])]")
_AND = re.compile(r"\s*(?:[,;/&]|\band\b)\s*", re.IGNORECASE)


def types_described(context: Context) -> Iterator[Problem]:
    types, text = context.choices("alliance_type"), context["obligations"].details
    if types and context["obligations"].is_blank:
        named = listed(context.label("alliance_type", value) for value in types)
        data = {"because": context.number("alliance_type")}
        do = "Describe the obligations"
        yield context.problem("obligations", "follow-up-blank", data, says=f"lists {named}", do=do)
    elif types and (parts := _parts(context, text)):
        yield from (_problem(context, "type-not-listed", value) for value in parts if value not in types)
        yield from (
            _problem(context, "type-not-described", value)
            for value in dict.fromkeys(types)
            if value not in parts and not _mentioned(context, value, text)
        )


def _problem(context: Context, code: str, value: str) -> Problem:
    words = {"types": context.number("alliance_type"), "type": context.label("alliance_type", value)}
    return context.problem("obligations", code, {"value": value}, **words)


def _parts(context: Context, text: str) -> dict[str, None]:
    """The types that head or tag a part of the description, in its order."""
    ways = _ways(context)
    found = [match[1] for pattern in (_HEADING, _TAG) for match in pattern.finditer(text)]
    words = (word.casefold().strip() for piece in found for word in _AND.split(piece))
    return dict.fromkeys(ways[word] for word in words if word in ways)


def _ways(context: Context) -> Mapping[str, str]:
    choices = context.form.by_key["alliance_type"].choices
    return {way: choice.value for choice in choices for way in choice.ways}


def _mentioned(context: Context, value: str, text: str) -> bool:
    plain = text.casefold()
    return any(way in plain for way, named in _ways(context).items() if named == value)
