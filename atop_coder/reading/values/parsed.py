"""What a value parser gives back, and what it may know of the rest of the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from atop_coder.reading.characters import is_common, restored, strange_letters
from atop_coder.reading.report import Sureness
from atop_coder.sheet import Answer, DateEntry, PartialDate, join_paragraphs

SIGNED = "signature_dates"  # the question by whose answer the names of states are read


@dataclass(frozen=True)
class Parsed:
    """An answer as it was understood; `why` says what makes it less than sure."""

    answer: Answer
    sureness: Sureness = Sureness.SURE
    why: str = ""


@dataclass(frozen=True)
class Around:
    """What the answers before this one say: the signature date, by which names are understood."""

    on: PartialDate | None = None

    @property
    def first(self) -> date | None:
        return self.on.first() if self.on else None

    @property
    def last(self) -> date | None:
        return self.on.last() if self.on else None


def not_read(paragraphs: Sequence[str], why: str) -> Parsed:
    """An answer whose words fit no value of the question: all of it is kept as description."""
    return Parsed(Answer(details=join_paragraphs(tuple(paragraphs))), Sureness.UNSURE, why)


def with_details(answer: Answer, paragraphs: Sequence[str]) -> Answer:
    """The answer with these paragraphs as its description."""
    details = join_paragraphs(tuple(part for part in paragraphs if part.strip()))
    return answer.replace(details=details) if details or answer.details else answer


def as_kept(parsed: Parsed, source: str) -> Parsed:
    """The answer with its description in the characters of the text that it was read from.

    A value that was read from letters or digits of another script is likely at most.
    """
    if is_common(source.replace("\n", " ")):
        return parsed
    details = restored(parsed.answer.details, source)
    if details != parsed.answer.details:
        parsed = replace(parsed, answer=parsed.answer.replace(details=details))
    if parsed.sureness == Sureness.SURE and strange_letters(source) > strange_letters(details):
        why = "letters or digits of another script were read as those that they look like"
        return replace(parsed, sureness=Sureness.LIKELY, why=why)
    return parsed


def around_of(signed: Answer) -> Around:
    """What a sheet's other answers are read by: the earliest of its signature dates."""
    return Around(min((entry.date for entry in signed.each(DateEntry)), key=PartialDate.first, default=None))
