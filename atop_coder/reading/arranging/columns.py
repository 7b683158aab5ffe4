"""Prompts left and answers right, in plain text: parted by bars, by the cells of a CSV file, or by spaces."""

from collections.abc import Callable, Sequence

from atop_coder.form import load_form
from atop_coder.reading.arranging.arranged import Arranged, Doubt
from atop_coder.reading.arranging.bars import rows_by_bars
from atop_coder.reading.arranging.csv_cells import rows_of_csv
from atop_coder.reading.arranging.gutter import rows_by_gutter
from atop_coder.reading.arranging.labels import have_labels_within
from atop_coder.reading.arranging.table_rows import Found, emitted, has_more_answers
from atop_coder.reading.report import Line, Sureness

_READERS: Sequence[Callable[[Sequence[Line]], Found | None]] = (rows_by_bars, rows_of_csv, rows_by_gutter)
TURNED = "the answers seem to stand left of their questions"
SEVERAL = "the table has more than one column that may hold answers; the first one was taken"


def in_one_column(arranged: Arranged) -> Arranged:
    """The lines with each answer below its prompt, where they stand side by side.

    Only one column is taken for the answers; what stands further right is listed, and if it may be answers
    too, all are in doubt.
    """
    inside = [line for line in arranged.lines if not line.aside]
    for read in _READERS:
        found = read(inside)
        if found is not None and have_labels_within(inside):
            return arranged
        if found is not None:
            aside = [line for line in arranged.lines if line.aside]
            lines = sorted([*aside, *emitted(found)], key=lambda line: line.number)
            return arranged.then(lines, found.note, _doubts(found))
    return arranged


def _doubts(found: Found) -> dict[int, Doubt]:
    if not found.turned and not has_more_answers(found):
        return {}
    why = TURNED if found.turned else SEVERAL
    return {number: Doubt(Sureness.UNSURE, why) for number in load_form().by_number}
