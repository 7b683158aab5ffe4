"""What a sheet, a name or a person says is shown as it is: never as a page with pictures and links."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from atop_coder.folder.entry import Entry
from atop_coder.folder.summary import Summary
from atop_coder.gui.folder.columns import COLUMNS
from atop_coder.gui.folder.model import _tip
from atop_coder.gui.widgets.cards import OneLine
from atop_coder.gui.widgets.plain import plain_tip, set_tip
from atop_coder.gui.widgets.theme import Theme
from tests.conftest import ROOT

PAGE = "<h1>x<img src='file:////server/share/a.png'> & <a href='http://a.kz'>b</a>"
OWN = ("row.tip", "TIPS[kind]", "TIPS[work]", "tip")  # words of the program itself, or made plain before


def shown(tip: str) -> str:
    """What Qt draws of a tool tip."""
    if "<" not in tip:
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize(
    "text",
    [PAGE, "a < b > c", "<b>", "&lt;b&gt; <i>", "one\n<two>\n three", "plain & simple", "<!--", "<?xml?>"],
)
def test_a_tip_shows_the_words_as_they_are(text, qapp):
    assert shown(plain_tip(text)) == text
    assert "<img" not in plain_tip(text)


def test_a_widget_gets_it_so(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, PAGE)
    assert shown(widget.toolTip()) == PAGE


def test_the_table_of_a_folder_shows_names_as_they_are(qapp):
    summary = Summary(Path(f"{PAGE.replace('/', '_')}.txt"), message=PAGE)
    entry = Entry(summary)
    for column in range(len(COLUMNS)):
        assert "<img" not in _tip(entry.summary, column)


def test_a_line_that_is_cut_short_shows_the_whole_as_it_is(qtbot):
    line = OneLine(PAGE * 3, Theme())
    qtbot.addWidget(line)
    line.resize(40, 20)
    line.grab()
    assert shown(line.toolTip()) == PAGE * 3


def test_no_tip_is_set_in_another_way():
    """Each call of `setToolTip` has words of the program itself, or such as were made plain."""
    strange = []
    for path in sorted((ROOT / "atop_coder" / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setToolTip":
                (said,) = node.args
                plain = isinstance(said, ast.Constant) or ast.unparse(said).startswith("plain_tip(")
                if not plain and ast.unparse(said) not in OWN:
                    strange.append(f"{path.name}:{node.lineno} {ast.unparse(said)}")
    assert not strange
