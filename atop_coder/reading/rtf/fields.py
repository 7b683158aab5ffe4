"""Fields of an RTF file: links, symbols, and the boxes and lists of old forms."""

import re
from dataclasses import dataclass, field

from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX, symbol

_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.IGNORECASE)
_SYMBOL = re.compile(r'\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,6})(?:.*?\\f\s*"?([^"\\]+))?', re.IGNORECASE)
_UNDEFINED = 25  # a form field's result, where it is the default


@dataclass
class Field:
    """A field: its code as written, where the text that it shows begins, and what a form field holds."""

    code: str = ""
    start: int = 0
    numbers: dict[str, int] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it leads; "" if it is no link."""
        match = _ADDRESS.match(self.code)
        return match[1] if match else ""

    @property
    def symbol(self) -> str:
        """The symbol that it shows; "" if it is none."""
        match = _SYMBOL.match(self.code)
        if match is None:
            return ""
        code = int(match[1], 16 if match[1][:2].casefold() == "0x" else 10)
        return symbol((match[2] or "").strip(), code)

    @property
    def shown(self) -> str:
        """What a form field shows that stands in no text: a box, or the entry chosen from a list."""
        result = self.numbers.get("ffres", _UNDEFINED)
        chosen = self.numbers.get("ffdefres", 0) if result == _UNDEFINED else result
        kind = self.numbers.get("fftype", 0)
        if kind == 1 or "FORMCHECKBOX" in self.code:
            return TICKED_BOX if chosen else OPEN_BOX
        if kind == 2 and 0 <= chosen < len(self.entries):
            return self.entries[chosen]
        return ""
