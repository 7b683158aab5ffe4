"""Whole numbers: ATOP ids, COW alliance numbers, how often an alliance was renewed."""

import re
from collections.abc import Sequence

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.words import after
from atop_coder.sheet import Answer

_NAMED = {
    word: number
    for number, words in enumerate(
        (
            "zero none never no nil cero zéro ninguna ninguno aucune aucun nunca jamais", "one once una une",
            "two twice dos deux", "three thrice tres trois", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
            "seventeen", "eighteen", "nineteen", "twenty",
        )
    )
    for word in words.split()
}  # fmt: skip
_NUMBER = re.compile(
    r"\s*(?:(?:atop|cow)\b\s*)?(?:(?:id|no|number|alliance)\b\.?\s*)*[#:]?\s*(?:renewed\s+)?"
    rf"(?P<number>\d+|(?:{'|'.join(sorted(_NAMED, key=len, reverse=True))})\b)"
    r"(?P<times>\s+(?:times?|renewals?)\b)?",
    re.IGNORECASE,
)
COUNT = 100  # a count of renewals is smaller; a larger number there is a year


def parse_integer(question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """`5040`, `Zero.`, `Two. 1883 and 1902, by protocol`: the number, and what follows as description."""
    text = paragraphs[0]
    match = _NUMBER.match(text)
    if not match or re.match(r"[/.-]?\d|[^\W_]", text[match.end() :]):
        return not_read(paragraphs, "no number was found at its beginning")
    digits = match["number"]
    counts = question.number == 13
    if not counts and not digits.isdecimal():
        return not_read(paragraphs, "no number was found at its beginning")
    number = int(digits[:10]) if digits.isdecimal() else _NAMED[digits.casefold()]
    if number >= (COUNT if counts else 10**9):
        return not_read(paragraphs, "the number at its beginning is too large for what is asked")
    answer = with_details(Answer(value=number), [after(text, match.end()), *paragraphs[1:]])
    if digits.casefold() == "no":
        return Parsed(answer, Sureness.LIKELY, "“No” was read as zero")
    return Parsed(answer)
