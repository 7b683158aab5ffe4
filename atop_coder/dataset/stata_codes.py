"""How Stata holds the cells of the dataset: numbers with labels, and a letter for why a value is missing.

Limits are those of Stata 14 and newer (`help limits`, `help missing`, `help label`).
"""

from typing import Any

from atop_coder.dataset.column import MAX_LABEL, MAX_NAME, Cell, Column, Missing, Type
from atop_coder.dataset.table import Table
from atop_coder.sheet import PartialDate

LETTERS = {Missing.BLANK: "a", Missing.NOT_APPLICABLE: "b", Missing.UNKNOWN: "c", Missing.WORDS_ONLY: "d"}
COUNTER = 3  # pyreadstat names the labels of a column by its name and a number of up to three digits
MOST_EXACT = 2**53  # whole numbers beyond it are not exact in a double

NumberLabels = dict[int | str, str]
"""Number, or the letter of a missing value -> label."""


def is_number(column: Column[Any]) -> bool:
    """Whether the column is numeric in Stata; dates, which may lack a part, stay text in ISO 8601."""
    return column.type in (Type.NUMBER, Type.CODE)


def numbers_of(column: Column[Any]) -> dict[int | str, int]:
    """Code -> its number: itself, or its place (from 1) in a list of codes that are words."""
    codes = tuple(column.values)
    return {code: code if isinstance(code, int) else place for place, code in enumerate(codes, start=1)}


def labels_of(column: Column[Any]) -> NumberLabels:
    """The labels of the codes and, in a question's column, of the letters; none for text."""
    if not is_number(column):
        return {}
    labels: NumberLabels = {number: column.values[code] for code, number in numbers_of(column).items()}
    return labels | ({letter: str(word) for word, letter in LETTERS.items()} if column.missing else {})


def to_number(column: Column[Any], cell: Cell) -> float | str | None:
    """The number of a cell, the letter of a missing value, or None: empty, or more than Stata counts to."""
    if isinstance(cell, Missing):
        return LETTERS[cell]
    if isinstance(cell, (int, str)) and (number := numbers_of(column).get(cell, cell)) is not None:
        return float(number) if isinstance(number, int) and abs(number) <= MOST_EXACT else None
    return None


def to_text(cell: Cell) -> str:
    """The text of a cell; U+FFFD for a null character, which would end it, and ? for half a character."""
    if cell is None:
        return ""
    text = cell.iso if isinstance(cell, PartialDate) else str(cell)
    return text.replace("\0", "\ufffd").encode("utf-8", errors="replace").decode("utf-8")


def check_columns(table: Table) -> None:
    """ValueError if a name or a label of the table is none that Stata takes."""
    names = [column.name for column in table.columns]
    for column in table.columns:
        room = MAX_NAME - (COUNTER if labels_of(column) else 0)
        if not column.name.isidentifier() or len(column.name) > room or len(column.label) > MAX_LABEL:
            raise ValueError(f"{table.name}: Stata takes no column {column.name!r} ({column.label!r})")
    if len({name.casefold() for name in names}) < len(names):
        raise ValueError(f"{table.name}: two columns differ by case alone or not at all")
