"""How the workbook of one sheet looks, on a screen and on paper."""

from dataclasses import dataclass

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PrintPageSetup
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FONT = "Calibri"
SIZE = 10
LINE = 13.0  # points that a line of SIZE takes
SMALL = 8
SMALL_LINE = 10.5
PADDING = 5.0
LETTERS = 1.2  # letters of running text in a column, for each unit of its width

GREY = "6B7680"
DARK = "24485C"
_RULE = Side(style="thin", color="D5DBE0")
_UNDERLINED = Border(bottom=_RULE)
_TOP = Alignment(vertical="top", wrap_text=True)
_CENTRED = Alignment(vertical="top", horizontal="center")


@dataclass(frozen=True)
class Look:
    """Font, fill and place of a cell's text."""

    font: Font
    alignment: Alignment = _TOP
    fill: PatternFill | None = None
    border: Border | None = _UNDERLINED

    def put_on(self, cell: Cell) -> None:
        """Gives the cell this look."""
        cell.font, cell.alignment = self.font, self.alignment
        if self.fill:
            cell.fill = self.fill
        if self.border:
            cell.border = self.border


def _fill(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=color)


_PLAIN_TEXT = Font(name=FONT, size=SIZE)
TITLE = Look(Font(name=FONT, size=16, bold=True, color=DARK), Alignment(vertical="center"), border=None)
SUBTITLE = Look(Font(name=FONT, size=SIZE, color=GREY), Alignment(vertical="top"), border=None)
HEADER = Look(
    Font(name=FONT, size=SIZE, bold=True, color="FFFFFF"),
    Alignment(vertical="center", wrap_text=True),
    _fill(DARK),
)
SECTION = Look(
    Font(name=FONT, size=SIZE, bold=True, color=DARK), Alignment(vertical="center"), _fill("E3EAEF")
)
NUMBER = Look(Font(name=FONT, size=SIZE, color=GREY), _CENTRED)
TEXT = Look(_PLAIN_TEXT)
ANSWER = Look(
    Font(name=FONT, size=SIZE, bold=True), Alignment(vertical="top", horizontal="left", wrap_text=True)
)
CONTINUED = Look(Font(name=FONT, size=SIZE, italic=True, color=GREY))
MARKS = {"error": _fill("FBE0DD"), "warning": _fill("FFF1CC"), "note": _fill("E4EEFA")}


def set_up_page(tab: Worksheet, header_row: int, title: str) -> None:
    """Landscape, as wide as the page, the header on every page, page numbers below."""
    tab.page_setup = PrintPageSetup(tab, orientation="landscape", fitToWidth=1, fitToHeight=0)
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    tab.print_title_rows = f"{header_row}:{header_row}"
    tab.page_margins.left = tab.page_margins.right = 0.4
    tab.page_margins.top, tab.page_margins.bottom, tab.page_margins.footer = 0.5, 0.7, 0.35
    footer = tab.HeaderFooter.oddFooter = HeaderFooterItem()
    footer.left.text = title.replace("&", "&&")  # a single one begins a code, such as &P
    footer.right.text = "Page &P of &N"
