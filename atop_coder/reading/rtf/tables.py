"""What an RTF file lays down at its beginning: fonts, colours, the names of styles."""

from atop_coder.reading.colors import is_colour
from atop_coder.reading.rtf.fonts import Font, Fonts

_PARTS = ("red", "green", "blue")


class Tables:
    """Takes the words and texts of these tables."""

    def __init__(self) -> None:
        self.fonts = Fonts()
        self.styles: dict[int, str] = {}
        self._colours: list[bool] = []
        self._colour = dict.fromkeys(_PARTS, 0)
        self._font = 0

    def take_word(self, name: str, number: int) -> None:
        """A control word in the table of fonts or colours."""
        if name == "f":
            self._font = number
            self.fonts.known[number] = Font()
        elif name == "fcharset" and self._font in self.fonts.known:
            self.fonts.known[self._font].charset = number
        elif name in _PARTS:
            self._colour[name] = max(0, min(number, 255))

    def take_text(self, text: str, *, fonts: bool) -> None:
        """The name of a font, or the mark that ends a colour."""
        if fonts:
            font = self.fonts.known.get(self._font)
            if font is not None and not font.name:
                font.name = text.partition(";")[0].strip()
            return
        for _ in range(text.count(";")):
            self._colours.append(is_colour(*(self._colour[part] for part in _PARTS)))
            self._colour = dict.fromkeys(_PARTS, 0)

    def name_style(self, number: int, name: str) -> None:
        """Says what the paragraph style of that number is called."""
        if name := name.partition(";")[0].strip():
            self.styles.setdefault(number, name)

    def is_colour(self, number: int) -> bool:
        """Whether the colour of that number is neither black nor grey nor white."""
        return 0 <= number < len(self._colours) and self._colours[number]
