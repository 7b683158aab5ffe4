"""Whether a text begins like an answer to a question: used to tell where a prompt ends."""

import re
from functools import cache

from atop_coder.form import Kind, Question, load_form
from atop_coder.reading.boxes import behind_boxes
from atop_coder.reading.leads import value_start

_DATE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|[12]\d{3}\b|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_BY_KIND = {
    Kind.INTEGER: re.compile(
        r"(?:atop|cow)?\s*+#?\s*+\d|(?:zero|none|never|once|twice|one|two|three|four|five|six)\b", re.I
    ),
    Kind.DATES: _DATE,
    Kind.DATE: _DATE,
    Kind.TERMINATION: re.compile(
        rf"{_DATE.pattern}|(?:still )?in (?:effect|force)|still|remains|terminated|ended", re.I
    ),
    Kind.MEMBERS: re.compile(r"0{0,2}\d{1,3}\b|[A-Z][\w .'-]+\(?\s*0{0,2}\d{1,3}\)?"),
    Kind.PEOPLE: re.compile(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]*)+(?:$|,|;| and| &|\s*$)"),
}


@cache
def _words_of(question: Question) -> re.Pattern[str]:
    """The spellings of its choices and statuses, the longest first, each up to the end of a word."""
    ways = {way for choice in question.choices for way in choice.ways}
    if question.kind == Kind.CHOICES:
        ways |= {"no", "none", "yes"}
    for words in load_form().statuses:
        ways |= {words.label.casefold(), *(spelling.casefold() for spelling in words.spellings)}
    by_length = sorted((way for way in ways if way), key=len, reverse=True)
    wordings = "|".join(re.escape(way) for way in by_length)
    return re.compile(rf"(?i:{wordings})(?![\w/])(?!\s+(?!and\b|or\b)[a-z])")


def opens_with_value(question: Question, text: str) -> bool:
    """Whether the text begins with something that the question takes as an answer."""
    text = behind_boxes(text.lstrip(" \t.:–—-?"))
    text = text[value_start(question, text) :]
    match = _words_of(question).match(text)
    if match:
        return not re.match(r"(?:\s*,\s*No)?\s*\)", text[match.end() :])
    if question.key == "times_renewed" and re.match(r"\d{3}", text):
        return False
    pattern = _BY_KIND.get(question.kind)
    return bool(pattern and pattern.match(text))
