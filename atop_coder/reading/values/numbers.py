"""Whole numbers: ATOP ids, COW alliance numbers, how often an alliance was renewed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.doubt import QUESTION_MARK, doubt_behind
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.words import after
from atop_coder.sheet import Answer, find_dates
from atop_coder.sheet.dates import MONTHS, FoundDate
from atop_coder.sheet.text import in_quotes

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
_WORDS = "|".join(sorted(_NAMED, key=len, reverse=True))
_TENS = "thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen"
_ID = re.compile(
    r"[\s“\"(\[]*+(?:(?:atop|cow)[\s_-]*)?(?:(?:id|no|number|alliance)\b[.\s]*+)*(?:[#:]|[–—-]\s)?\s*"
    r"(?P<number>\d{1,3}(?P<mark>[,'’ ])\d{3}(?!\d)|\d+)(?:\.0+(?!\d))?[”\")\]]*(?!,\d{3})",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"[\s“\"(\[]*+[#:]?\s*(?:renewed\s+)?(?P<number>\d+|(?:{_WORDS})\b)(?P<times>\s+(?:times?|renewals?)\b)?"
    r"(?:[”\")\]](?![”\")\]]))?",
    re.IGNORECASE,
)
# "It was renewed twice: …": the whole text stays.
_SENTENCE = re.compile(
    r"\s*(?:yes\b[\s,.:;–—-]*)?(?:(?:it|the)\s+)?(?:(?:alliance|treaty|pact|agreement)\s+)?"
    r"(?:(?:was|were|has|have|had|been)\s+){0,3}(?:not\s+renewed|(?:re-?newed\s+)?"
    rf"(?P<number>\d{{1,2}}|{_WORDS}))(?:\s+(?:times?|renewals?|renewed))?(?=\s*(?:$|[.,;:(–—]))",
    re.IGNORECASE,
)
_MONTHS = "|".join(name for month in MONTHS if month for name in (month, rf"{month[:3]}\b", r"sept\b"))
# What makes a number a length, a day, a part of another number, or one of several.
_OTHER_THING = re.compile(
    rf"[./-]?\d|[^\W_]|[-–—]\s*[^\W_]|\s*(?:or|to|[-–—/+&])\s*(?:\d|(?:{_WORDS})\b|more|fewer|less|maybe)"
    rf"|\s+(?:{_WORDS}|{_TENS})\b|\s*(?:(?:more|extra|further|consecutive|additional)\s+)?(?:calendar\s+)?"
    r"(?:years?|yrs?|months?|weeks?|days?|decades?|per|an?|every|percent|%|articles?|protocols?)\b"
    rf"|\s+(?:of\s+)?(?:{_MONTHS})|\s+\d{{1,2}}(?!\w)",
    re.IGNORECASE,
)
_REPEATED = re.compile(rf"\s*\((\d{{1,2}}|{_WORDS})\)", re.IGNORECASE)
_FURTHER = re.compile(
    r"\s*[,;]\s*(?:\d{1,2}(?![\w/.]|\s*[^\W\d_])|(?:maybe|perhaps|possibly)\b)", re.IGNORECASE
)
_AGAIN = re.compile(
    r"\b(?:again|once|twice|thrice|another(?:\s+renewal)?|more\s+(?:times|renewals))\b", re.IGNORECASE
)
_HOWEVER = re.compile(r"[\s,;:–—-]*(?:but|except|though|although|however|only)\b", re.IGNORECASE)
_SECOND_ID = re.compile(
    r"\s*(?:[,;/&+=|]|\b(?:or|and|to|also|now|vs)\b|[-–—])\s*#?\s*(?:(?:atop|cow)\s*)?\d{3,}|\s+\d",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:(?<=[\n;.,])|^)\s*\(?(\d{1,2})[.):]\s+(?=\S)")
_SLIPS = re.compile(
    r"[\s#(\[]*(?:(?:atop|cow)[\s_-]*)?(?:id[\s.:#]*)?(?=[\dOoIl|]*\d)([\dOoIl|]{3,9})[\s.)\]]*"
)
_IN_DIGITS = str.maketrans("OoIl|", "00111")
COUNT = 100  # a count of renewals is smaller; a larger number there is a year


def parse_integer(question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """`5040`, `Zero.`, `Two. 1883 and 1902, by protocol`: the number, and what follows as description."""
    return _parse_count(paragraphs) if question.key == "times_renewed" else _parse_id(question, paragraphs)


def _parse_id(question: Question, paragraphs: Sequence[str]) -> Parsed:
    text = paragraphs[0]
    match = _ID.match(text)
    rest = text[match.end() :] if match else ""
    if not match or re.match(r"[/.,'’-]?\d|[/-]?[^\W_]", rest):
        return _with_slips(paragraphs) or not_read(paragraphs, "no number was found at its beginning")
    if _SECOND_ID.match(rest):
        return not_read(paragraphs, "it gives more than one number")
    digits = re.sub(r"\D", "", match["number"])
    if len(digits.lstrip("0")) > 9:
        return not_read(paragraphs, "the number at its beginning is too large for what is asked")
    answer = with_details(Answer(value=int(digits)), [after(text, match.end()), *paragraphs[1:]])
    if len(digits) < 3 and re.search(r"\d{3}", rest[:40]):
        return not_read(paragraphs, "the number at its beginning may be that of a version or a list")
    of_others = "cow" if question.key == "atop_id" else "atop"
    other = of_others in text[: match.end()].casefold() and f"{of_others.upper()} numbers it so"
    if why := doubt_behind(rest) or other:
        return Parsed(answer, Sureness.UNSURE, why)
    if match["mark"] not in (None, ","):
        why = f"{in_quotes(match['number'])} was read as one number"
        return Parsed(answer, Sureness.LIKELY, why)
    return Parsed(answer)


def _with_slips(paragraphs: Sequence[str]) -> Parsed | None:
    """A number in which somebody typed the letters O and l for digits; the whole text stays."""
    match = _SLIPS.fullmatch(paragraphs[0])
    if match is None:
        return None
    answer = with_details(Answer(value=int(match[1].translate(_IN_DIGITS))), paragraphs)
    return Parsed(answer, Sureness.UNSURE, f"{in_quotes(match[1])} has letters among its digits")


def _parse_count(paragraphs: Sequence[str]) -> Parsed:
    if listed := _listed(paragraphs):
        return listed
    text = paragraphs[0]
    match = _COUNT.match(text)
    if not match:
        return _within_sentence(paragraphs)
    digits, rest = match["number"], text[match.end() :]
    if _OTHER_THING.match(rest) or (
        (again := _REPEATED.match(rest)) and _OTHER_THING.match(rest, again.end())
    ):
        return not_read(paragraphs, "the number at its beginning may be none of renewals")
    number = _number(digits)
    if number >= COUNT:
        return not_read(paragraphs, "the number at its beginning is too large for what is asked")
    answer = with_details(Answer(value=number), [_without_renewed(number, text, match), *paragraphs[1:]])
    if why := _doubt(number, rest, paragraphs):
        return Parsed(answer, Sureness.UNSURE, why)
    if digits.casefold() == "no":
        return Parsed(answer, Sureness.LIKELY, "“No” was read as zero")
    return Parsed(answer)


def _number(digits: str) -> int:
    return int(digits[:10]) if digits.isdecimal() else _NAMED[digits.casefold()]


def _without_renewed(number: int, text: str, match: re.Match[str]) -> str:
    """What stands behind the count; "renewed" behind "never" belongs to it."""
    rest = after(text, match.end())
    return re.sub(r"^renewed\b\s*[.,;:]?\s*", "", rest, flags=re.IGNORECASE) if not number else rest


def _doubt(number: int, rest: str, paragraphs: Sequence[str]) -> str:
    """Why the count may be another than the number at its beginning."""
    if why := doubt_behind(rest):
        return why
    again = _REPEATED.match(rest)
    if (again and _number(again[1]) != number) or re.match(r"\s*[+~-]", rest):
        return "another number stands beside it"
    dates = [one for one in find_dates(rest) if one.date]
    if _FURTHER.match(rest) or (_AGAIN.search(rest) and not 0 < len(dates) == number):
        return "it may tell of more renewals than the number at its beginning"
    if _HOWEVER.match(rest) or (not number and re.match(r"\s+(?!renewed\b)[^\W\d_]", rest, re.IGNORECASE)):
        return "the sentence goes on behind the number"
    if dates and number != len(dates) and _is_list_of(dates, rest):
        return f"it counts {number}, and gives {len(dates)} date{'s' if len(dates) > 1 else ''}"
    if number == 0 and len(paragraphs) == 1 and dates and re.search(r"\brenewed\b", rest, re.IGNORECASE):
        return "it counts none, and tells of a renewal"
    return ""


def _is_list_of(dates: Sequence[FoundDate], text: str) -> bool:
    """Whether a text is nothing but those dates."""
    between = [text[one.end : two.start] for one, two in pairwise(dates)]
    around = " ".join((text[: dates[0].start], *between, text[dates[-1].end :]))
    return not re.search(r"[^\W\d_]{3}", re.sub(r"\band\b", "", around))


def _listed(paragraphs: Sequence[str]) -> Parsed | None:
    """The count of a numbered list of renewals; the whole text stays."""
    items = [int(one[1]) for one in _ITEM.finditer("\n".join(paragraphs))]
    if len(items) < 2 or items != list(range(1, len(items) + 1)) or not _ITEM.match(paragraphs[0]):
        return None
    answer = with_details(Answer(value=len(items)), paragraphs)
    return Parsed(answer, Sureness.LIKELY, "the items of the list were counted")


def _within_sentence(paragraphs: Sequence[str]) -> Parsed:
    match = _SENTENCE.match(paragraphs[0])
    if not match:
        why = QUESTION_MARK if "?" in paragraphs[0][:40] else "no number was found at its beginning"
        return not_read(paragraphs, why)
    number = _number(match["number"]) if match["number"] else 0
    answer = with_details(Answer(value=number), paragraphs)
    if why := _doubt(number, paragraphs[0][match.end() :], paragraphs):
        return Parsed(answer, Sureness.UNSURE, why)
    return Parsed(answer, Sureness.LIKELY, "the count was found within a sentence")
