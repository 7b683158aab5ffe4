"""Finds words in the prompts and answers of a sheet, one place after the other."""

from dataclasses import dataclass

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import answer_words


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


def next_place(places: list[Place], last: Place | None, current: int, step: int) -> Place | None:
    """The place after (or before) the last one, round and round; from the current question to begin with."""
    if not places:
        return None
    if last in places:
        return places[(places.index(last) + step) % len(places)]
    later = [place for place in places if place.question >= current]
    return (later or places)[0] if step > 0 else places[places.index((later or places)[0]) - 1]
