"""The last words of a prompt that stand among the rows of its answer, as tables leave them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atop_coder.form import Kind, Question
from atop_coder.reading.likeness import wordings
from atop_coder.reading.numbering import number_end
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row
from atop_coder.reading.tails import has_tail, is_tail
from atop_coder.reading.words import WORD

REST_WHY = "the end of the question"
_LEAST = 6  # words of a wording whose end is told by its words alone
_MOST_ROWS = 4  # over which such an end goes


def without_rest(
    question: Question, prompt: str, rows: Sequence[Row]
) -> tuple[tuple[Row, ...], tuple[Piece, ...]]:
    """The rows of an answer without the end of the prompt, and that; `prompt` is what was found."""
    filled = [at for at, row in enumerate(rows) if not row.blank]
    if not filled:
        return tuple(rows), ()
    rest = _rest(question, prompt, rows, filled) or _tails(prompt, rows, filled[1:])
    kept = tuple(replace(row, text="", marks=()) if at in rest else row for at, row in enumerate(rows))
    return kept, tuple(Piece(rows[at].number, rows[at].text.strip(), REST_WHY) for at in rest)


def _rest(question: Question, prompt: str, rows: Sequence[Row], filled: Sequence[int]) -> list[int]:
    """The rows that hold just the words which the prompt lacks of a wording."""
    begun = _letters(prompt[number_end(prompt) :])
    for rest in _missing(question, begun):
        for start in range(len(filled)):
            for count in range(1, _MOST_ROWS + 1):
                places = filled[start : start + count]
                letters = "".join(_letters(rows[at].text) for at in places)
                if letters == rest:
                    return [] if _is_answer(question, rows[places[0]].text) else list(places)
                if not rest.startswith(letters):
                    break
    return []


def _is_answer(question: Question, text: str) -> bool:
    """Whether a list of choices that ends a prompt may be the answer: one of them may be marked."""
    return question.kind in (Kind.CHOICE, Kind.CHOICES) and opens_with_value(question, text)


def _missing(question: Question, begun: str) -> Iterator[str]:
    """What wordings of the question that begin so have behind that, without the space between words."""
    for wording in wordings(question):
        letters = wording.replace(" ", "")
        if wording.count(" ") >= _LEAST and begun and len(begun) < len(letters) and letters.startswith(begun):
            yield letters[len(begun) :]


def _tails(prompt: str, rows: Sequence[Row], behind: Sequence[int]) -> list[int]:
    """Rows behind an answer's first that are nothing but "If Yes, describe.", where the prompt has none."""
    found = [at for at in behind if is_tail(rows[at].text)]
    return found[:1] if found and not has_tail(prompt) else []


def _letters(text: str) -> str:
    return "".join(WORD.findall(text.casefold()))
