"""The cells of an Excel file as text: strings decoded, whole numbers without ".0", dates as ISO 8601."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from atop_coder.reading.excel.formats import BUILT_IN, day_shown, is_date_format, may_be_a_year, number_shown
from atop_coder.reading.excel.looks import (
    Rich,
    Style,
    cell_styles,
    font_looks,
    hidden_columns,
    is_hidden,
    marks_of,
)
from atop_coder.reading.excel.remarks import Remark, authors, tab_remarks
from atop_coder.reading.package import Package, attribute, child, inside, local
from atop_coder.reading.report import Mark

MOST_CELLS = 50_000  # of one tab
MOST_TABS = 20
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[\d:.]*Z?)?")


@dataclass
class Tab:
    """One sheet of a workbook: row number -> column number -> text, both from 1, empty cells left out.

    `marks` are the looks of words of a cell, by its row and column; `hidden` tells of a tab that is not
    shown, as `hidden_rows` and `hidden_columns` do of its parts; `remarks` are comments on cells, `notes`
    tell of cells that do not say what they seem to.
    """

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    marks: dict[tuple[int, int], tuple[Mark, ...]] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: tuple[range, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: list[str] = field(default_factory=list)

    def in_order(self) -> Iterator[tuple[int, Mapping[int, str]]]:
        """The rows with their numbers, from the top."""
        yield from sorted(self.rows.items())

    def hides(self, column: int) -> bool:
        """Whether a column is not shown."""
        return any(column in columns for columns in self.hidden_columns)


def tab_names(package: Package) -> tuple[str, ...]:
    """The names of the workbook's sheets, in order."""
    return tuple(name for name, _, hidden in _tabs(package)[1] if not hidden)


def read_tabs(package: Package) -> Iterator[Tab]:
    """The workbook's sheets in order, then those that are hidden."""
    root, tabs = _tabs(package)
    macintosh = attribute(child(root, "workbookPr"), "date1904", "0") in ("1", "true")
    texts = _shared_texts(package.xml(_main_folder(package) + "sharedStrings.xml"))
    styles = package.xml(_main_folder(package) + "styles.xml")
    formats, looks = _formats(styles), cell_styles(styles)
    people = authors(package, package.main_part("xl/workbook.xml"))
    shown = [tab for tab in tabs if not tab[2]][:MOST_TABS]
    for name, part, hidden in [*shown, *[tab for tab in tabs if tab[2]][:MOST_TABS]]:
        sheet = package.xml(part)
        reader = _Reader(texts, formats, macintosh, package, looks)
        tab = reader.read(name, sheet if sheet is not None else ())
        tab.hidden = hidden
        tab.remarks = tuple(tab_remarks(package, part, people))
        yield tab


def _main_folder(package: Package) -> str:
    return package.main_part("xl/workbook.xml").rpartition("/")[0] + "/"


def _tabs(package: Package) -> tuple[Element, list[tuple[str, str, bool]]]:
    """The workbook's root, and name and part of each sheet, and whether it is hidden."""
    main = package.main_part("xl/workbook.xml")
    root = package.xml(main)
    if root is None:
        raise package.damaged("it holds no workbook")
    relations = package.relations(main)
    found = []
    for one in inside(root, "sheets"):
        relation = relations.get(attribute(one, "id"))
        if relation and relation.kind == "worksheet":
            hidden = attribute(one, "state", "visible") != "visible"
            found.append((attribute(one, "name"), relation.target, hidden))
    return root, found


def _shared_texts(root: Element | None) -> list[Rich]:
    return [_text_of(one) for one in root if local(one) == "si"] if root is not None else []


def raw_text(element: Element) -> str:
    """The text of a string item as it is stored, its runs put together, without readings of Japanese."""
    return "".join(text for text, _ in _runs_of(element))


def _runs_of(element: Element) -> Iterator[tuple[str, Element | None]]:
    """The pieces of a string item as they are stored, each with the look that it has of its own."""
    for one in element:
        if local(one) == "t":
            yield one.text or "", None
        elif local(one) == "r":
            yield "".join(part.text or "" for part in one if local(part) == "t"), child(one, "rPr")


def _text_of(element: Element) -> Rich:
    """The text of a string item with the looks of its runs."""
    text, runs = "", []
    for piece, look in _runs_of(element):
        start = len(text)
        text += decoded(piece)
        runs += [(start, len(text), font_looks(look))] if look is not None else []
    return Rich(text, tuple(runs))


def decoded(text: str) -> str:
    """The text without Excel's escapes: `_x000D_` is a line end, `_x005F_x000D_` the letters "_x000D_"."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _formats(root: Element | None) -> list[str]:
    """The number format of each cell style; "" for a common one."""
    own = {attribute(one, "numFmtId"): attribute(one, "formatCode") for one in inside(root, "numFmts")}
    numbers = (attribute(one, "numFmtId") for one in inside(root, "cellXfs"))
    return [own.get(number) or BUILT_IN.get(_whole(number, 0), "") for number in numbers]


@dataclass
class _Reader:
    """Reads the cells of one sheet."""

    texts: list[Rich]
    formats: list[str]
    macintosh: bool
    package: Package
    looks: list[Style]
    cells: int = 0
    notes: list[str] = field(default_factory=list)

    def read(self, name: str, root: Iterable[Element]) -> Tab:
        tab = Tab(name, hidden_columns=tuple(hidden_columns(root)))
        data = next((one for one in root if local(one) == "sheetData"), None)
        for place, row in enumerate(data if data is not None else (), start=1):
            number = min(_whole(attribute(row, "r"), place), _LAST_ROW)
            if is_hidden(row, "ht"):
                tab.hidden_rows.add(number)
            for column, rich, style in self.row(row, number):
                tab.rows.setdefault(number, {})[column] = rich.text
                if marks := marks_of(rich, style):
                    tab.marks[number, column] = marks
        tab.notes = self.notes
        return tab

    def row(self, row: Element, number: int) -> Iterator[tuple[int, Rich, Style]]:
        column = 0
        for cell in row:
            column = column_of(attribute(cell, "r")) or column + 1
            self.cells += 1
            if self.cells > MOST_CELLS:
                raise self.package.too_large()
            if column > _LAST_COLUMN:
                continue
            rich = self.rich(cell)
            if told := self.strange(cell, rich.text):
                self.notes.append(f"cell {letters_of(column)}{number} {told}")
            if rich.text:
                at = _whole(attribute(cell, "s"), 0)
                yield column, rich, self.looks[at] if at < len(self.looks) else Style()

    def rich(self, cell: Element) -> Rich:
        """The text of a cell with its runs."""
        kind = attribute(cell, "t", "n")
        if kind == "inlineStr":
            inside = child(cell, "is")
            return _text_of(inside) if inside is not None else Rich("")
        if kind == "s":
            value = child(cell, "v")
            at = _whole((value.text or "") if value is not None else "", -1)
            return self.texts[at] if 0 <= at < len(self.texts) else Rich("")
        return Rich(self.cell(cell))

    def cell(self, cell: Element) -> str:
        kind = attribute(cell, "t", "n")
        value = child(cell, "v")
        text = (value.text or "") if value is not None else ""
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        number_format = self.format(cell)
        if kind == "d" and (day := _DAY.fullmatch(text)):
            return self.day(day[1], number_format)
        if kind == "n":
            return number_shown(text, number_format, self.macintosh)
        return decoded(text)

    def format(self, cell: Element) -> str:
        at = _whole(attribute(cell, "s"), 0)
        return self.formats[at] if at < len(self.formats) else ""

    def day(self, iso: str, number_format: str) -> str:
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        return day_shown(day, number_format) if is_date_format(number_format) else iso

    def strange(self, cell: Element, text: str) -> str:
        """In words, that a cell has no result, an error, or a year that is shown as a day; "" for others."""
        kind = attribute(cell, "t", "n")
        formula, value = child(cell, "f"), child(cell, "v")
        stored = (value.text or "") if value is not None else ""
        if kind == "e":
            return f"holds the error {stored}"
        if formula is not None and not stored and kind != "inlineStr":
            return f"holds a formula without its result: ={formula.text or ''}"
        if kind == "n" and may_be_a_year(stored, self.format(cell)):
            return f"shows {text}; it may be the year {stored}"
        return ""


def column_of(place: str) -> int:
    """The column of a cell such as "C8", from 1; 0 if that names none."""
    letters = re.match("[A-Z]{1,3}", place)
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(column: int) -> str:
    """The letters of a column: "C" for 3."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else otherwise
