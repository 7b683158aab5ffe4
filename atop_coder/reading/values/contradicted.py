"""A remark beside a value that gives another one: `2050 [AL: it is 2051]`, `No; JL says Yes`."""

import re
from collections.abc import Iterator, Sequence

from atop_coder.form import Kind, Question, Status, load_form
from atop_coder.reading.values.words import choice_wordings, spell, status_wordings
from atop_coder.sheet import Answer, find_dates
from atop_coder.sheet.text import in_quotes

_BRACKETS = re.compile(r"\(([^()\[\]]{1,200})\)|\[([^()\[\]]{1,200})\]")
_FAR = 200  # characters of an answer in which a remark speaks of its value
# Who speaks: initials, a name, "coder 2", "the second coder", "reviewer".
_WHO = (
    r"(?:(?-i:[A-Z]{2,4}|[A-Z]\.\s?[A-Z]\.|[A-Z][a-z]{2,15})|(?:the\s+)?(?:(?:first|second|third|other|2nd|1st)\s+)?"
    r"(?:coder|reviewer|checker|ra)(?:\s+\d)?)"
)
_SPEAKS = re.compile(
    rf"\s*(?:but\s+|though\s+|while\s+|and\s+)?{_WHO}\s*(?:,\s*)?"
    r"(?::|=|[–—-](?=\s)|\b(?:sa(?:ys|id)|thinks?|thought|ha[sd]|codes?|coded|puts?|votes?|voted|gives?|gave|reads?"
    r"|believes?|wants?|would\s+(?:say|code|put|have|give)|prefers?|suggests?|claims?)\b)\s*(?:it\s+(?:is|was|as)\s+|that\s+it\s+is\s+|for\s+|as\s+)?"
    r"[\s“\"‘']*",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:(?:is|was|seems|looks|probably|surely)\s+(?:wrong|incorrect|mistaken|an?\s+(?:error|mistake|typo|slip))"
    r"|incorrect(?:ly)?|mistakenly|typo|misprint(?:ed)?|recte|corrected\s+to|chang(?:e|ed)\s+(?:it\s+)?to|recode[ds]?"
    r"|disagree[ds]?|not\s+(?:correct|right))\b",
    re.IGNORECASE,
)
_WRONG_FIRST = re.compile(
    r"\s*(?:(?:this|it|which|that)\s+)?(?:(?:should|ought\s+to|must)\s+(?:be|read|say|have\s+been)\b|wrong\b|error\b|mistake\b"
    r"|correct(?:ion)?\s*(?:is\b|:)|not\s+so\b)",
    re.IGNORECASE,
)
_LEADING_IN = re.compile(
    r"[\s,;:–—-]*(?:(?:but|or|now|it\s+is|it['’]s|this\s+is|is|was|actually|really|rather|in\s+fact|should\s+(?:be|read|have\s+been)|ought\s+to\s+be"
    r"|must\s+be|correct(?:ed)?(?:\s+(?:to|is))?|recte|read|i\.e\.|changed?\s+to|recoded?(?:\s+(?:as|to))?|not|see|perhaps|maybe|probably|possibly)\b[\s:,“\"‘']*)+",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\w/.-])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\w/.-])\d+(?![\w/-])")
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def contradiction(question: Question, answer: Answer, paragraphs: Sequence[str]) -> str:
    """Why a remark beside the value leaves it in doubt; "" if none does.

    Only remarks that speak of the value: in brackets right behind it, or with the name of who says otherwise.
    """
    if question.kind == Kind.TEXT or (answer.value is None and answer.status == Status.ANSWERED):
        return ""
    text = "\n".join(paragraphs)[:_FAR]
    for remark, bracketed in _remarks(question, answer, text):
        if bracketed and _takes_back(remark):
            return f"{in_quotes(remark.strip())} stands beside it"
        if _gives_another(question, answer, remark, bracketed):
            return f"{in_quotes(remark.strip(' .;,'))} gives another value"
    return ""


def _takes_back(remark: str) -> bool:
    """Whether a remark in brackets says that the value is wrong, or asks whether it is."""
    speaks = _SPEAKS.match(remark)
    first = _WRONG_FIRST.match(remark, speaks.end() if speaks else 0)
    return bool(remark.rstrip().endswith("?") or _WRONG.search(remark) or first)


def _remarks(question: Question, answer: Answer, text: str) -> Iterator[tuple[str, bool]]:
    """The remarks of an answer, each with whether it stands in brackets."""
    details = answer.details[:_FAR]
    of_list = question.kind in (Kind.DATES, Kind.TERMINATION, Kind.DATE, Kind.MEMBERS, Kind.PEOPLE)
    for match in _BRACKETS.finditer(text):
        remark = (match[1] or match[2]).strip()
        if not text[: match.start()].strip():
            continue
        beside = _WRONG_FIRST.match(remark) if of_list else details.lstrip().startswith(match[0])
        if beside or _SPEAKS.match(remark):
            yield remark, True
    for part in re.split(r"(?<!\b[A-Z])[;.,](?:\s|$)|\n|\s[–—-]+\s", details):
        if part.strip() and _SPEAKS.match(part):
            yield part, False


def _gives_another(question: Question, answer: Answer, remark: str, bracketed: bool) -> bool:
    """Whether a remark gives another value of the question's kind."""
    speaks = _SPEAKS.match(remark)
    said = remark[speaks.end() :] if speaks else remark
    leading = _LEADING_IN.match(said)
    said = said[leading.end() :] if leading else said
    if question.kind == Kind.INTEGER:
        number = _number(said)
        return number is not None and number != answer.value and _is_like(number, answer)
    if question.kind in (Kind.DATES, Kind.TERMINATION, Kind.DATE):
        return bool(speaks and any(one.start == 0 for one in find_dates(said)))
    if not (speaks or leading or bracketed):
        return False
    if answer.status != Status.ANSWERED or not question.choices:
        return bool(question.choices) and choice_wordings(question).whole(said.strip()) is not None
    return _names_another(question, answer, said)


def _number(said: str) -> int | None:
    """The number that words begin with, in digits or, if it is small, in a word."""
    if match := _NUMBERS.match(said):
        return int(match[0].replace(",", ""))
    word = (spell(said) or ("",))[0]
    return _SMALL.index(word) if word in _SMALL else None


def _is_like(number: int, answer: Answer) -> bool:
    """Whether a number may stand in the place of the answer's: of as many digits, or one fewer or more."""
    return not isinstance(answer.value, int) or abs(len(str(number)) - len(str(answer.value))) <= 1


def _names_another(question: Question, answer: Answer, said: str) -> bool:
    own = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    status = status_wordings(load_form()).opening(said)
    if status is not None and status.parted:
        return True
    opening = choice_wordings(question).opening(said)
    if opening is not None and opening.parted:
        return opening.value not in own
    return bool(own) and spell(said) in (("no",), ("none",))
