"""Tables with a column for Yes and one for No: a mark in one of them belongs to the head of its column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from atop_coder.form import Status, load_form
from atop_coder.reading.boxes import is_open, is_ticked
from atop_coder.reading.cells import is_prompt, join_row
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX
from atop_coder.reading.values.words import spell

_YES_NO: Mapping[tuple[str, ...], str] = {("yes",): "yes", ("y",): "yes", ("no",): "no", ("n",): "no"}
_LONGEST = 30  # characters of another heading
Cells = Mapping[int, Sequence[Paragraph]]


@dataclass
class TickedColumns:
    """The rows of one table, from the top; `heads` are its columns for choices."""

    heads: dict[int, str] = field(default_factory=dict)

    def join(self, cells: Cells) -> list[Paragraph]:
        """The paragraphs of a row in order; its marks in the columns for choices become a list with boxes."""
        kept = _with_menu(self.with_list(cells))
        return join_row([kept[at] for at in sorted(kept)])

    def with_list(self, cells: Cells) -> Cells:
        """The cells with those below the heads as one, if nothing but marks stands in them."""
        signs = _signs(cells, self.heads)
        plain = all(not text or is_ticked(text) or is_open(text) for text in signs.values())
        if not any(signs.values()) or not plain:
            return cells
        text = "  ".join(
            f"{head} {TICKED_BOX if is_ticked(signs[at]) else OPEN_BOX}" for at, head in self.heads.items()
        )
        others = {at: cell for at, cell in cells.items() if at not in self.heads}
        beside = [one for at in self.heads for one in cells.get(at, ())]
        return {**others, min(self.heads): [_one(beside, text)]}


def stand_above_marks(heads: Mapping[int, str], row: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row with choices is one of headings: it names other columns, too, or marks stand below it.

    Where it comes again before there are any, it is a list of choices printed below each question.
    """
    if any(not one.blank for at, cell in row.items() if at not in heads for one in cell):
        return True
    for cells in below:
        if heads_of(cells):
            return False
        if any(is_ticked(sign) for sign in _signs(cells, heads).values()):
            return True
    return False


def _signs(cells: Cells, heads: Mapping[int, str]) -> dict[int, str]:
    return {at: _sign(" ".join(one.text for one in cells.get(at, ())), head) for at, head in heads.items()}


def _sign(text: str, head: str) -> str:
    """What stands below a head; a box where it is 1 or 0, or says the head again."""
    text = text.strip()
    says_head = text and _value(text) == _value(head)
    return TICKED_BOX if text == "1" or says_head else OPEN_BOX if text == "0" else text


def _with_menu(cells: Cells) -> Cells:
    """The cells of a row with choices and marks in cells of their own, as "Yes", "X", "No", as one list."""
    texts = {at: " ".join(one.text for one in cell).strip() for at, cell in cells.items()}
    signs = {at: text for at, text in texts.items() if _value(text) or _is_box(text)}
    choices = [at for at, text in signs.items() if _value(text)]
    if len(choices) < 2 or not any(map(is_ticked, signs.values())):
        return cells
    places = range(min(signs), max(signs) + 1)
    if any(texts.get(at) and at not in signs for at in places):
        return cells
    shown = {at: text if at in choices else _box(text) for at, text in signs.items()}
    for at in choices if len(signs) < 2 * len(choices) else ():
        shown.setdefault(at + _side(texts, choices), OPEN_BOX)
    others = {at: cell for at, cell in cells.items() if at not in places}
    text = "  ".join(shown[at] for at in sorted(shown))
    return {**others, min(places): [_one([one for at in places for one in cells.get(at, ())], text)]}


def _is_box(text: str) -> bool:
    return is_ticked(text) or is_open(text)


def _box(text: str) -> str:
    return TICKED_BOX if is_ticked(text) else OPEN_BOX


def _side(texts: Mapping[int, str], choices: Sequence[int]) -> int:
    """Where the cells for marks are: 1 behind their choices, -1 before them, 0 if both could be."""
    sparse = all(texts.values())  # a workbook leaves empty cells out
    first, last = min(choices) - 1, max(choices) + 1
    before = (
        not _value(texts[first]) and len(texts[first]) < 2
        if first in texts
        else sparse and first > min(texts)
    )
    behind = last in texts or sparse
    return 0 if before == behind else 1 if behind else -1


def _one(beside: Sequence[Paragraph], text: str) -> Paragraph:
    """A paragraph of that text with what hangs on some others."""
    return Paragraph(
        text,
        notes=[note for one in beside for note in one.notes],
        hidden="".join(one.hidden for one in beside),
        gone=[words for one in beside for words in one.gone],
    )


def heads_of(cells: Cells) -> dict[int, str]:
    """The columns for Yes and No, and for N/A and Unknown, of a row that holds only headings."""
    texts = {at: " ".join(one.text for one in cell).strip() for at, cell in cells.items()}
    values = {at: value for at, text in texts.items() if (value := _value(text))}
    if not {"yes", "no"} <= set(values.values()) or len(set(values.values())) < len(values):
        return {}
    others = [cell for at, cell in cells.items() if at not in values and texts[at]]
    if any(len(cell) > 1 or len(cell[0].text) > _LONGEST or _asks(cell[0]) for cell in others):
        return {}
    if any(_is_box(text) for text in texts.values()):
        return {}
    looks = {frozenset(mark.look for one in cells[at] for mark in one.marks) for at in values}
    return {at: texts[at].strip(" :.()") for at in sorted(values)} if len(looks) == 1 else {}


def _asks(one: Paragraph) -> bool:
    return is_prompt(one) and not one.text.strip().endswith(":")


def _value(text: str) -> str:
    words = spell(text)
    return _YES_NO.get(words) or _statuses().get(words, "") if len(text) <= _LONGEST else ""


@cache
def _statuses() -> Mapping[tuple[str, ...], str]:
    return {
        spell(way): words.value
        for words in load_form().statuses
        if words.value in (Status.NOT_APPLICABLE, Status.UNKNOWN)
        for way in (words.label, *words.spellings)
    }
