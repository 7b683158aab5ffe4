"""Sentences that end a prompt, in any words: "(Yes, No)", "If Yes, describe.", "(List all that apply)"."""

import re

from atop_coder.reading.words import Place, Words

_YES_NO = re.compile(r"[^“”\"]{0,160}?\(\s*yes\s*[,/]?\s*(?:or\s*)?no\s*\)[.:]?", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\(\s*(?:yes|y)\s*[,/]?\s*(?:or\s*)?(?:no|n)\s*\)[.:]?"
    r"|\(?if\s+(?:yes|no|so|any|secret|there)\b[^.?:]{0,170}(?:[.?:]\)?|$)"
    r"|\((?:note|list|check|use|using|include|including|do not|only|answering|that is|may|e\.g)\b[^()]{0,220}"
    r"\)[.:]?)",
    re.IGNORECASE,
)


def has_tail(text: str) -> bool:
    """Whether such a sentence stands in the text."""
    return bool(_TAIL.search(text))


def behind_tail(words: Words, place: Place, stop: int) -> Place:
    """The place behind such sentences, where the prompt's own words did not take them in."""
    while (match := _TAIL.match(words.text_from(place, stop))) and match.end():
        place = words.moved(place, match.end())
    return place


def behind_yes_no(words: Words, place: Place, stop: int, no_questions: bool) -> Place:
    """The place behind "(Yes, No)" where that stands a few words on, with `no_questions` none between."""
    ahead = _YES_NO.match(words.text_from(place, stop))
    if ahead is None or (no_questions and "?" in ahead[0]):
        return place
    return words.moved(place, ahead.end())
