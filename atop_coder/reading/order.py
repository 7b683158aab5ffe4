"""Whether prompts stand where the order of the questions lets one expect them."""

from collections.abc import Iterable, Sequence

from atop_coder.form import Form
from atop_coder.reading.found import Found

NEIGHBOURS = 3  # how far off by number questions are that tell whether one stands in its place
_FRAME = 4  # how far off by number the neighbours of a prompt without words may be


def is_between(number: int, row: int, found: Sequence[Found]) -> bool:
    """Whether that row lies behind the questions before and ahead of those after; one may be swapped."""
    near = _near(number, found)
    wrong = len(_wrong(number, row, near))
    return wrong == 0 or (wrong == 1 and len(near) >= 4)


def is_swapped(number: int, row: int, found: Sequence[Found]) -> bool:
    """Whether that row has but changed places with the next question, or with the one before."""
    wrong = _wrong(number, row, _near(number, found))
    if len(wrong) != 1 or abs(wrong[0].question - number) != 1:
        return False
    low, high = sorted((wrong[0].row, row))
    return not any(low < one.row < high for one in found)


def is_framed(number: int, row: int, found: Sequence[Found], form: Form) -> bool:
    """Whether the prompts found next before and behind that row are of questions a few numbers off."""
    before = max((one for one in found if one.row < row), key=_row, default=None)
    behind = min((one for one in found if one.row > row), key=_row, default=None)
    low = before.question if before else min(form.by_number) - 1
    high = behind.question if behind else max(form.by_number) + 1
    return 0 < number - low <= _FRAME and 0 < high - number <= _FRAME


def in_place(found: Iterable[Found]) -> list[Found]:
    """The prompts by their place; one that another's words cover is dropped."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.likeness)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def best_of_each(found: Iterable[Found]) -> list[Found]:
    """For each question the most alike, the first of equals."""
    best: dict[int, Found] = {}
    for one in sorted(found, key=lambda one: one.start):
        if one.question not in best or one.likeness > best[one.question].likeness:
            best[one.question] = one
    return list(best.values())


def _near(number: int, found: Sequence[Found]) -> list[Found]:
    return [one for one in found if 0 < abs(one.question - number) <= NEIGHBOURS]


def _wrong(number: int, row: int, near: Sequence[Found]) -> list[Found]:
    """Those that stand on the other side of the row than their number says."""
    return [one for one in near if (one.question < number) != (one.row < row)]


def _row(one: Found) -> int:
    return one.row
