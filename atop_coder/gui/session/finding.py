"""Finds words in the prompts and answers of a sheet, one place after the other."""

import re
from dataclasses import dataclass

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import answer_words
from atop_coder.sheet import Answer, Sheet


@dataclass(frozen=True)
class Place:
    """A question that has the words; `nth` counts within its description, -1 is prompt or value."""

    question: int
    nth: int


def find_places(document: Document, words: str) -> list[Place]:
    """All places in reading order; case does not matter."""
    wanted = words.casefold().strip()
    if not wanted:
        return []
    places = []
    for number, answer in document.sheet:
        question = document.form.question(number)
        elsewhere = f"{question.prompt}\n{question.short}\n{answer_words(question, answer.value)}"
        if wanted in elsewhere.casefold():
            places.append(Place(number, -1))
        places.extend(Place(number, nth) for nth in range(answer.details.casefold().count(wanted)))
    return places


def replacements(
    sheet: Sheet, words: str, other: str, place: Place | None = None
) -> tuple[dict[int, Answer], int]:
    """The answers whose descriptions have other words instead, there or everywhere, and how often."""
    answers: dict[int, Answer] = {}
    count = 0
    for number, answer in sheet:
        if place is None or place.question == number:
            details, times = replaced(answer.details, words, other, None if place is None else place.nth)
            if times:
                answers[number], count = answer.replace(details=details), count + times
    return answers, count


def replaced(text: str, words: str, other: str, nth: int | None = None) -> tuple[str, int]:
    """The text with the words replaced, each time or the nth time only, and how often that was."""
    places = list(re.finditer(re.escape(words), text, re.IGNORECASE))
    wanted = places if nth is None else places[nth : nth + 1]
    for one in reversed(wanted):
        text = text[: one.start()] + other + text[one.end() :]
    return text, len(wanted)


def next_place(places: list[Place], last: Place | None, current: int, step: int) -> Place | None:
    """The place after (or before) the last one, round and round; from the current question to begin with."""
    if not places:
        return None
    if last in places:
        return places[(places.index(last) + step) % len(places)]
    later = [place for place in places if place.question >= current]
    return (later or places)[0] if step > 0 else places[places.index((later or places)[0]) - 1]
