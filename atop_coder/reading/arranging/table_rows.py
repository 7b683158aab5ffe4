"""The rows of a table in plain text, whose cells may go on over several lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from atop_coder.reading.arranging.arranged import question_opened, stripped
from atop_coder.reading.report import Line

FEWEST = 8  # rows with a prompt that a table of questions has
FURTHER = "a further column of the table"
HEADINGS = "the headings of a table"
_SHORT = 45  # characters; a shorter cell of few words is a label
_FEW_WORDS = 6
_NUMBER = re.compile(r"[#(]?\s*(?:Q\.?\s*)?(\d{1,2})\s*[.):]?", re.IGNORECASE)
_STARTS_PARAGRAPH = re.compile(r"(?:[•*▪–—-]\s|[\"“‘(\[]*[A-Z0-9])")
_CLOSED = "?:.)"  # marks that what is asked may end with
_FULL = 0.8  # of its column's width a line has at least, of which the next one goes on
_BREAK = re.compile(r"(?:(?<!\s)|(?=<))\s*+(?:<br\s*/?>\s*)+", re.IGNORECASE)
_ENDS = (".", ")", "”", '"')
_ITEM = re.compile(r"[A-Z][\w -]{2,30}:\s")  # "Nonaggression: …" begins a part of an answer
_CODE_AND_NAME = re.compile(r"\s*\d{3}\b|.*\(\d{1,3}\)\s*$")
_HEADS = re.compile(
    r"(?:no\.?|nr\.?|#|number|questions?|items?|prompts?|variables?|answers?|responses?|coding|codes?|values?"
    r"|pregunta|respuesta|question|réponse)\s*[:.]?",
    re.IGNORECASE,
)


_REMARKS = re.compile(
    r"\W*(?:comments?|notes?|remarks?|sources?|pages?|articles?|art\.|checked)\W*", re.IGNORECASE
)


@dataclass(frozen=True)
class TableRow:
    """A row: the lines of its number, of what is asked, of the answer, and of what stands further right."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    number: str = ""
    further: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Found:
    """The rows of a table, and the lines that stand between them over all of its columns.

    `wraps` tells that the lines of a cell may be one that was too long for it, `turned` that the
    answers stand left of what they answer.
    """

    rows: tuple[TableRow | Line, ...]
    note: str
    wraps: bool = True
    turned: bool = False


def emitted(found: Found) -> Iterator[Line]:
    """The lines of a table's rows: what is asked, then what answers it."""
    rows = [row for row in found.rows if isinstance(row, TableRow)]
    width = max((len(line.text) for row in rows for line in row.right), default=0) if found.wraps else 0
    for row in found.rows:
        if isinstance(row, Line):
            yield row
        elif _are_heads(row):
            yield _joined((*row.left, *row.right, *row.further), row.number, aside=HEADINGS)
        else:
            yield from _row_lines(row, width)
            yield from (replace(line, aside=FURTHER) for line in row.further)


def _row_lines(row: TableRow, width: int) -> Iterator[Line]:
    left = [line for line in row.left if line.text.strip()]
    answer = _paragraphs(row.right, width)
    number = _NUMBER.fullmatch(row.number.strip())
    lead = f"{number[1]}. " if number else f"{row.number} ".lstrip()
    if not left and not row.number.strip():
        yield from answer
    elif not left or _is_label(left):
        first = answer[0] if answer else row.right[0] if row.right else left[0]
        label = " ".join(line.text.strip() for line in left)
        told = f"{lead}{label}{':' if label and label[-1] not in ':?' else ''} "
        text = first.text if answer else ""
        yield replace(
            first, text=f"{told}{text}".strip(), marks=tuple(one.moved(len(told)) for one in first.marks)
        )
        yield from answer[1:]
    else:
        yield _joined(left, lead.strip())
        yield from answer


def _is_label(left: Sequence[Line]) -> bool:
    text = " ".join(line.text.strip() for line in left)
    return len(text) <= _SHORT and len(text.split()) <= _FEW_WORDS


def _are_heads(row: TableRow) -> bool:
    cells = [line.text.strip() for line in (*row.left, *row.right) if line.text.strip()]
    return len(cells) >= 2 and all(_HEADS.fullmatch(cell) for cell in cells)


def has_more_answers(found: Found) -> bool:
    """Whether text stands right of the answers that its heading does not tell to be remarks."""
    rows = [row for row in found.rows if isinstance(row, TableRow)]
    heads = next((row.further for row in rows if _are_heads(row)), ())
    told = bool(heads) and all(_REMARKS.fullmatch(line.text) for line in heads)
    return not told and any(row.further for row in rows)


def _joined(lines: Sequence[Line], lead: str = "", aside: str = "") -> Line:
    """Lines of one cell as one line."""
    text = " ".join([lead, *(line.text.strip() for line in lines)]).strip()
    return replace(lines[0], text=text, marks=(), ends=True, aside=aside)


def _paragraphs(lines: Sequence[Line], width: int) -> list[Line]:
    """The paragraphs of an answer's cell: a line goes on where the next word would not have fitted."""
    found: list[Line] = []
    above = ""
    for line in (piece for whole in lines for piece in _broken(whole)):
        text = line.text.strip()
        if text and found and above and _goes_on(above, text, width):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {text}", marks=())
        elif text:
            found.append(stripped(line))
        above = text
    return [replace(line, ends=True) for line in found]


def _broken(line: Line) -> Iterator[Line]:
    """The line, as several where it has the breaks of a web page in it."""
    start = 0
    for match in (*_BREAK.finditer(line.text), None):
        if start:  # what follows a break is a paragraph of its own
            yield replace(line, text="", marks=())
        yield stripped(line, start, match.start() if match else None)
        start = match.end() if match else 0


def _goes_on(above: str, below: str, width: int) -> bool:
    if not width or (above.endswith(_ENDS) and _ITEM.match(below)):
        return False
    first = below.split()[0]
    if len(above) + 1 + len(first) <= width and len(above) < _FULL * width:
        return below[:1].islower() and not above.endswith((".", ":", ";"))
    if _CODE_AND_NAME.match(above) and _CODE_AND_NAME.match(below) and len(above) + 1 + len(first) <= width:
        return False
    return len(above) + 1 + len(first) > width or bool(re.match(r"[a-z(]", below))


def starts_row(text: str, number: str, above: str, last: int, numbered: bool) -> bool:
    """Whether what is asked begins anew with a line: behind question `last`, with `above` in the line above.

    In a table with numbers only a line with the next number does; else one with a question's first words.
    """
    whole = f"{number} {text}".strip()
    told = number_in(text, number)
    opened = question_opened(whole)
    if number.strip():  # in a cell of its own
        return told > last
    if numbered:
        return bool(told and (0 < told - last <= 3 or (opened is not None and opened[1])))
    return opened is not None and whole[:1].isupper() and (not above or above[-1] in _CLOSED)


def are_numbered(texts: Iterable[str]) -> bool:
    """Whether questions stand among these texts with their numbers."""
    return sum(bool(found and found[1]) for text in texts if (found := question_opened(text))) >= FEWEST


def row_number(text: str, number: str, numbered: bool) -> int:
    """The question that a row asks, by its number or by its first words; 0 if neither tells it."""
    opened = question_opened(f"{number} {text}".strip())
    return number_in(text, number) if numbered else opened[0] if opened else 0


def number_in(text: str, number: str) -> int:
    """The number that a row begins with; 0 without one."""
    told = _NUMBER.match(f"{number} {text}".strip())
    return int(told[1]) if told else 0


def is_asking(rows: Sequence[TableRow]) -> bool:
    """Whether enough rows ask a question of the form."""
    opened = {found[0] for row in rows if row.left and (found := question_opened(_asked(row)))}
    return len(opened) >= FEWEST


def _asked(row: TableRow) -> str:
    text = " ".join(line.text.strip() for line in row.left)
    return f"{row.number} {text}{':' if text and text[-1:].isalnum() else ''}".strip()
