"""Printed lists of choices: of "☐ Yes ☒ No", "*Yes* / No" or "Defense: Yes  Offense: No" the marked one."""

from atop_coder.reading.menus.answers import Menu, read_menu, read_prompt_menu, side_of
from atop_coder.reading.menus.binding import Side
from atop_coder.reading.menus.cut import PRINTED_WHY
from atop_coder.reading.menus.printed import without_printed
from atop_coder.reading.menus.struck import without_struck
from atop_coder.reading.menus.tokens import NONE

__all__ = [
    "NONE",
    "PRINTED_WHY",
    "Menu",
    "Side",
    "read_menu",
    "read_prompt_menu",
    "side_of",
    "without_printed",
    "without_struck",
]
