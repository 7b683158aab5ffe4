"""A state is told by its shape, and not by its colour alone."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from atop_coder.gui.widgets.colors import DARK, LIGHT
from atop_coder.gui.widgets.symbols import WORDS, State, paint_symbol


def shape(state: State, side: int = 32) -> bytes:
    """Where the symbol has colour, whatever the colour: marks cut out of it are left clear."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_symbol(painter, QRectF(0, 0, side, side), state, LIGHT, "#ffffff")
    painter.end()
    return bytes(int(image.pixelColor(x, y).lightness() < 200) for y in range(side) for x in range(side))


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("side", [12, 16, 48])
def test_every_symbol_is_seen_at_every_size(qapp: QApplication, state: State, side: int):
    assert sum(shape(state, side)) > side


@pytest.mark.parametrize(("one", "other"), list(combinations(State, 2)))
def test_no_two_symbols_have_one_shape(qapp: QApplication, one: State, other: State):
    pairs = zip(shape(one), shape(other), strict=True)
    assert sum(a != b for a, b in pairs) > 20


@pytest.mark.parametrize("state", State)
def test_every_state_has_words(state: State):
    assert WORDS[state]


def test_painting_leaves_the_painter_as_it_was(qapp: QApplication):
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = painter.transform()
    paint_symbol(painter, QRectF(3, 3, 16, 16), State.WARNING, DARK)
    assert painter.transform() == before
    painter.end()
