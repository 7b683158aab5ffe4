"""Which colours set words off: those that are neither black nor grey nor white."""

import re

_LEAST = 40  # of 255: by how much the parts of a colour must differ
_NAMED = {"red": "ff0000", "green": "008000", "blue": "0000ff", "yellow": "ffff00", "lime": "00ff00"}
_NAMED |= {"purple": "800080", "magenta": "ff00ff", "fuchsia": "ff00ff", "cyan": "00ffff", "aqua": "00ffff"}
_NAMED |= {"orange": "ffa500", "maroon": "800000", "navy": "000080", "teal": "008080", "olive": "808000"}
_NAMED |= {"darkred": "8b0000", "darkblue": "00008b", "darkgreen": "006400", "brown": "a52a2a"}
_NAMED |= {"crimson": "dc143c", "pink": "ffc0cb", "violet": "ee82ee", "gold": "ffd700"}
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})\b")
_PARTS = re.compile(r"rgba?\(\s*(\d{1,3})\D+(\d{1,3})\D+(\d{1,3})")


def is_colour(red: int, green: int, blue: int) -> bool:
    """Whether a colour is seen as one."""
    return max(red, green, blue) - min(red, green, blue) >= _LEAST


def is_colour_name(text: str) -> bool:
    """The same of a colour as web pages and OpenDocument files write it: "#c00", "rgb(204, 0, 0)", "red"."""
    text = text.strip().casefold()
    if parts := _PARTS.match(text):
        return is_colour(*(int(part) for part in parts.groups()))
    if match := _HEX.fullmatch(_NAMED.get(text, text)):
        code = match[1] if len(match[1]) == 6 else "".join(char * 2 for char in match[1])
        return is_colour(*(int(code[at : at + 2], 16) for at in (0, 2, 4)))
    return False
