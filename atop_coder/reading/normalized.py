"""Reads the normalized sheet exactly, and says where a person's hand has changed it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from atop_coder.form import Form, Question, load_form
from atop_coder.reading.report import Piece, Placed, Sureness
from atop_coder.sheet import Answer, Sheet, join_paragraphs
from atop_coder.sheet.answer_lines import Paragraph, ReadAnswer, answer_paragraphs, read_answer, strange_names
from atop_coder.sheet.frame import frame_lines, has_title, title_line
from atop_coder.sheet.text import without_unseen

CHANGED = "This answer was changed outside the program: it was read by likeness."
RESPELT = (
    "Names beside codes, or empty lines, differ from what the program writes: the codes and words were taken."
)
STRANGE = "This is not the name that goes with the code; the code was taken."


@dataclass(frozen=True)
class NormalizedReading:
    """A sheet, where its answers stood, and what is not as the program writes it.

    `not_strict` holds, by question, the paragraphs that need a forgiving reader; the sheet's answer then
    holds what is certain beside them: `add_certain` joins the two. `unplaced` holds words beside the codes of
    states and wars that are no names of theirs. Both are empty for an unchanged sheet.
    """

    sheet: Sheet
    placed: tuple[Placed, ...]
    not_strict: Mapping[int, tuple[str, ...]]
    unplaced: tuple[Piece, ...] = ()


def is_normalized(text: str) -> bool:
    """Whether the first line is that of a normalized sheet, of whatever form and layout."""
    return has_title(text)


def read_normalized(text: str, form: Form | None = None) -> NormalizedReading | None:
    """The sheet in this text; None if prompts or headings are missing, repeated, moved or reworded.

    All text under a prompt is in the answer or in `not_strict`. Line ends of any kind, a byte-order mark and
    other indentation than the program's do not matter.
    """
    form = form or load_form()
    lines = without_unseen(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks = _split(("", *lines[1:]), form) if lines[0].rstrip() == title_line(form) else None
    if blocks is None:
        return None
    answers, placed, not_strict = {}, [], {}
    unplaced: list[Piece] = []
    for question, block in zip(form.questions, blocks, strict=True):
        read = read_answer(question, block.paragraphs, form)
        answers[question.number] = read.answer
        placed.append(_placed(question, block, read, form))
        unplaced += _strange_pieces(block, read) if placed[-1].why else ()
        if read.loose:
            not_strict[question.number] = read.loose
    return NormalizedReading(Sheet.of(answers, form), tuple(placed), not_strict, tuple(unplaced))


def add_certain(answer: Answer, certain: Answer) -> Answer:
    """The answer of the forgiving reader with what the exact reader was certain of."""
    return Answer(
        status=answer.status if not answer.is_blank else certain.status,
        value=answer.value,
        details=join_paragraphs((*answer.paragraphs, *certain.paragraphs)),
        states=_joined(answer.states, certain.states),
        wars=_joined(answer.wars, certain.wars),
        alliances=_joined(answer.alliances, certain.alliances),
    )


def _joined(codes: tuple[int, ...], more: tuple[int, ...]) -> tuple[int, ...]:
    """The certain codes as they stand, then those that only the forgiving reader found."""
    return (*more, *(code for code in dict.fromkeys(codes) if code not in more))


def _placed(question: Question, block: "_Block", read: ReadAnswer, form: Form) -> Placed:
    lines = block.trimmed
    why = ""
    if read.loose:
        why = CHANGED
    elif block.paragraphs != answer_paragraphs(question, read.answer, form):
        why = RESPELT
    sureness = Sureness.LIKELY if why else Sureness.SURE
    last = block.first + max(0, len(lines) - 1)
    return Placed(question.number, block.first, last, "\n".join(lines).strip("\n"), sureness, why)


def _strange_pieces(block: "_Block", read: ReadAnswer) -> Iterator[Piece]:
    elsewhere = Counter([*read.answer.paragraphs, *read.loose])
    for number, line in enumerate(block.lines, start=block.first):
        if elsewhere[line]:
            elsewhere[line] -= 1
        else:
            yield from (Piece(number, text, STRANGE) for text in strange_names(line))


@dataclass
class _Block:
    """The lines of one answer without indentation, from the prompt's own line (number `first`) on."""

    first: int
    lines: list[str]

    @property
    def trimmed(self) -> list[str]:
        """The lines without the empty ones at the end."""
        end = len(self.lines)
        while end and not self.lines[end - 1]:
            end -= 1
        return self.lines[:end]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines, grouped as they stand directly under one another."""
        return tuple(tuple(group) for filled, group in groupby(self.lines, key=bool) if filled)


def _split(lines: Iterable[str], form: Form) -> list[_Block] | None:
    """One block a question; None if the frame is broken."""
    expected = list(reversed(frame_lines(form)))
    known = tuple(line for _, line in expected)
    blocks: list[_Block] = []
    number = 0
    for place, line in enumerate(lines, start=1):
        if line.startswith(known):
            number, prompt = expected.pop() if expected else (0, "nothing more")
            rest = line.removeprefix(prompt).strip()
            if not line.startswith(prompt) or (rest and not number):
                return None
            if number:
                blocks.append(_Block(place, [rest]))
        elif number:
            blocks[-1].lines.append(line.strip())
        elif line.strip():
            return None
    return None if expected else blocks
