"""Lines that end at a space: who reads a PDF then knows that the words had one between them."""

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextOption,
)

MAX_CHARS = 200  # letters; no line holds more
_WORD = re.compile(r"[^ \t]+")


def keep_words_whole(document: QTextDocument) -> None:
    """Begins a new line before an address or a hyphened word that would be parted, if a line can hold it."""
    document.size()  # lays it out
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        for place in reversed(list(_before_parted_words(block))):
            cursor.setPosition(block.position() + place)
            cursor.insertText("\u2028")
        block = block.next()
    cursor.endEditBlock()


def _before_parted_words(block: QTextBlock) -> Iterator[int]:
    """Where in the block such a word begins."""
    laid_out = block.layout()
    if laid_out.lineCount() > 1:
        yield from break_places(block.text(), block.charFormat().font(), laid_out.lineAt(0).width())


def break_places(text: str, font: QFont, width: float) -> Iterator[int]:
    """Where lines of that width must begin so that no word is parted that one line can hold."""
    layout, measure = _layout(text, font), QFontMetricsF(font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        word = _word_around(text, end)
        if word and word.start() > start and measure.horizontalAdvance(word[0]) < width:
            line.setNumColumns(word.start() - start)
            yield word.start()
    layout.endLayout()


def _layout(text: str, font: QFont) -> QTextLayout:
    layout, option = QTextLayout(text, font), QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def _word_around(text: str, place: int) -> "re.Match[str] | None":
    """The word that stands on both sides of the place; None if there is none that a line could hold."""
    from_here = max(0, place - MAX_CHARS)
    for word in _WORD.finditer(text, from_here, place + MAX_CHARS):
        if word.start() < place < word.end():
            return word if len(word[0]) < MAX_CHARS else None
    return None
