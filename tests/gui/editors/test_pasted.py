"""Text from the pages of a PDF: lines are joined by their width, hyphens go, and all can be had back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atop_coder.gui.editors.description import Description
from atop_coder.gui.editors.pasted import has_joined, join_wrapped_lines
from atop_coder.gui.widgets.cards import Chip
from atop_coder.gui.widgets.line import LineField

PAGE = (
    "Each of the High Contracting Parties un-\n"
    "dertakes to lend to the other all the assistance in its power in the\n"
    "case of an attack upon its territory. They shall consult at once.\n"
    "Article 2\n"
    "The present treaty remains in force for ten years."
)
JOINED = (
    "Each of the High Contracting Parties undertakes to lend to the other all the assistance in its power in"
    " the case of an attack upon its territory. They shall consult at once.\n"
    "Article 2\n"
    "The present treaty remains in force for ten years."
)


def full(line: str) -> str:
    """The line with another long one above, so that both are lines of a page."""
    return f"The High Contracting Parties have agreed upon the following terms\n{line}"


def test_a_page_becomes_paragraphs():
    assert join_wrapped_lines(PAGE) == JOINED


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("shall be un-", "dertaken by both", "undertaken"),
        ("a pact of non-", "aggression between them", "non-aggression"),
        ("the Anglo-", "Portuguese alliance", "Anglo-Portuguese"),
        ("the years 1914-", "1918 and later", "1914-\n1918"),
        ("in pre-", "and post-war years", "pre- and post-war"),
        ("the terri\xad", "tory of either", "territory"),
        ("the terri\u2010", "tory of either", "territory"),
        ("their self-", "defence forces", "self-defence"),
        ("a no-fly", "zone there", "no-fly"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_unless_it_is_the_words_own(before, after, joined):
    assert joined in join_wrapped_lines(full(f"{before}\n{after}"))


def test_a_hyphen_stays_where_the_text_has_it_elsewhere_too():
    text = full("a mutual-\nassistance treaty, and no other mutual-assistance treaty than this one")
    assert "a mutual-assistance treaty" in join_wrapped_lines(text)


@pytest.mark.parametrize(
    "mark", ["Article 3", "ARTICLE IV", "(b) each", "2. Both", "• peace", "– war", "iv) all"]
)
def test_what_begins_with_a_mark_after_a_sentence_is_a_paragraph(mark):
    line = "shall consult with one another in every case of such an aggression."
    assert f"\n{mark}" in join_wrapped_lines(full(f"{line}\n{mark} of them"))


def test_an_article_that_a_sentence_names_begins_no_paragraph():
    line = "the obligations which follow for each of the two states from"
    assert "from Article 16" in join_wrapped_lines(full(f"{line}\nArticle 16 of the Covenant"))


def test_an_empty_line_parts_paragraphs():
    text = "Each of the High Contracting Parties undertakes to lend\n\nassistance to the other."
    assert join_wrapped_lines(text).count("\n") == 1


def test_lines_are_full_by_their_width_and_not_by_their_letters(qapp):
    wide, narrow = (
        "WWWWWWW MMMMMMM WWWWWWW MMMMMMM WWWWWWW MMMM",
        "illicit little fills till it ill fits in it, till filling it will still fit",
    )
    text = f"{wide}\n{narrow}\nFurther words."
    measure = QFontMetricsF(QFont()).horizontalAdvance
    assert measure(narrow) < 0.8 * measure(wide)
    assert join_wrapped_lines(text, measure).endswith("\nFurther words.")


@given(st.lists(st.text("ab c.,“”A1(", min_size=1, max_size=90), max_size=8))
def test_no_word_is_lost_and_none_is_told_that_was_not_joined(lines):
    text = "\n".join(lines)
    joined = join_wrapped_lines(text)
    assert joined.split() == text.split()
    assert has_joined(text, joined) == (len(joined.split("\n")) < sum(bool(one.strip()) for one in lines))


# In the field


def pasted(opened, text: str = PAGE) -> Description:
    opened.editor.focus_description()
    field: Description = opened.editor.findChildren(Description)[0]
    QApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return field


def chips(opened) -> list[Chip]:
    return [
        chip
        for chip in opened.editor.findChildren(Chip)
        if chip.text() == "Paste as it was" and chip.isVisible()
    ]


def test_a_notice_offers_the_text_as_it_was(open_editor):
    opened = open_editor(18)
    field = pasted(opened)
    assert field.details() == JOINED
    (chip,) = chips(opened)
    chip.click()
    assert field.details() == PAGE
    assert not chips(opened)
    assert field.hasFocus()


def test_text_around_it_stays(open_editor):
    opened = open_editor(18)
    opened.editor.insert_words("Before 𝔄: ")
    field = pasted(opened)
    QTest.keyClicks(field, " After.")
    chips(opened)[0].click()
    assert field.details() == f"Before 𝔄: {PAGE} After."


def test_the_notice_goes_with_what_was_joined(open_editor):
    opened = open_editor(18)
    field = pasted(opened)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert not chips(opened)


@pytest.mark.parametrize("text", ["One line.", "255 Germany\n200 United Kingdom", "One.\n\nTwo."])
def test_nothing_is_said_where_nothing_was_joined(open_editor, text):
    opened = open_editor(18)
    pasted(opened, text)
    assert not chips(opened)


def html(text: str) -> QMimeData:
    source = QMimeData()
    source.setHtml(text)
    return source


def test_formatted_text_alone_is_pasted_as_text(open_editor):
    opened = open_editor(18)
    opened.editor.focus_description()
    field: Description = opened.editor.findChildren(Description)[0]
    QApplication.clipboard().setMimeData(html("<p>First <b>bold</b></p><p>Second</p><img src='x.png'>"))
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.details().split("\n")[:2] == ["First bold", "Second"]


def test_formatted_text_alone_goes_into_a_line_too(open_editor):
    opened = open_editor(3)
    line = opened.editor.findChildren(LineField)[0]
    line.setFocus()
    QApplication.clipboard().setMimeData(html("<td>July 12, <i>1941</i></td>"))
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert opened.editor.answer().value[0].date.iso == "1941-07-12"


def test_formatted_states_alone_are_added_as_a_list(open_editor):
    opened = open_editor(4)
    opened.editor.field.setFocus()
    QApplication.clipboard().setMimeData(html("<p>200 United Kingdom</p><p>365 Russia</p>"))
    QTest.keyClick(opened.editor.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [one.ccode for one in opened.editor.answer().value] == [200, 365]
