"""The Stata script (.do) beside a CSV: it loads the file and gives it the labels that a .dta file has."""

from collections.abc import Iterator
from typing import Any

from atop_coder.dataset.column import Column
from atop_coder.dataset.stata_codes import LETTERS, check_columns, is_number, labels_of, numbers_of
from atop_coder.dataset.table import Table

CLOSING, SPLIT = "\"'", "\" '"  # the end of a quotation, and the same where it is to be none
MARK = "* Written by ATOP Coder."
"""The first line; a script without it is somebody else's."""

_OPENING = """\
{mark}
* Loads {shown} and labels its variables, its codes, and the reasons why a value is missing.
* Run it in the folder of that file (Stata 14 or newer). Each export of the dataset writes it again.
version 14
import delimited using {quoted}, clear delimiters(",") varnames(1) case(preserve) ///
    stringcols(_all) bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8")

* Makes a numeric variable of one in words; .a to .d say why a value is missing.
capture program drop atop_number
program define atop_number
    args name
    tempvar number
    generate double `number' = real(`name')
{letters}
    order `number', after(`name')
    drop `name'
    rename `number' `name'
end

quietly {{
"""
_LETTER = "    replace `number' = .{letter} if `name' == \"{word}\""
_UNSHIELD = """\

* The CSV has an apostrophe before text that a spreadsheet would take for a formula.
quietly ds, has(type string)
foreach name in `r(varlist)' {
    quietly replace `name' = substr(`name', 2, .) if ustrregexm(`name', "^'+[-=+@]")
}
quietly compress
program drop atop_number
"""


def to_script(table: Table, file: str) -> bytes:
    """The script for the table, as `to_csv` writes it, in a file of that name beside the script."""
    check_columns(table)
    letters = "\n".join(_LETTER.format(letter=letter, word=word) for word, letter in LETTERS.items())
    opening = _OPENING.format(mark=MARK, shown=one_line(file), quoted=quoted(file), letters=letters)
    lines = (f"    {line}\n" for column in table.columns for line in _lines(column))
    return "".join((opening, *lines, "}\n", _UNSHIELD)).encode("utf-8", errors="replace")


def _lines(column: Column[Any]) -> Iterator[str]:
    name = column.name
    for code, number in numbers_of(column).items():
        if isinstance(code, str):
            yield f'replace {name} = "{number}" if {name} == {quoted(code)}'
    if is_number(column):
        yield f"atop_number {name}"
    yield f"label variable {name} {quoted(column.label)}"
    if labels := labels_of(column):
        pairs = (f"{_value(number)} {quoted(label)}" for number, label in labels.items())
        yield f"label define {name} {' '.join(pairs)}, replace"
        yield f"label values {name} {name}"


def _value(number: int | str) -> str:
    return f".{number}" if isinstance(number, str) else str(number)


def quoted(text: str) -> str:
    """The text in Stata's compound quotes, on one line; a macro sign in it stands for itself."""
    shown = one_line(text).replace("\\", "/").replace("`", "'").replace("$", "\\$")
    return f'`"{shown.replace(CLOSING, SPLIT)}"\''


def one_line(text: str) -> str:
    """The text without line breaks, which would end a command: a file's name may hold some."""
    return "".join(" " if letter in "\r\n" else letter for letter in text)
