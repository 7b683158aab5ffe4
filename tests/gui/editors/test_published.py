"""What the published list knows is offered under questions 1 and 2, and only a person puts it in."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atop_coder.form import Status
from atop_coder.gui.editors import EditorContext
from atop_coder.gui.editors.published import OfferLine, offer_for
from atop_coder.gui.widgets.buttons import OfferButton
from atop_coder.reference import Alliance, Alliances, load_alliances
from atop_coder.sheet import BLANK, Answer
from tests.gui.editors.conftest import FORM

BOTH, NEW, NONE = (
    Alliance(2085, "1921-06-07", "", 3030, 109, (345, 360)),
    Alliance(2090, "1921-07", "", None, 110, (630, 700)),
    Alliance(2095, "1921-08-01", "", None, None, (2, 20)),
)
PUBLISHED = Alliances((BOTH, NEW, NONE))
NOT_APPLICABLE = Answer(status=Status.NOT_APPLICABLE)


def of(alliance: Alliance, **parts) -> EditorContext:
    """The context of a sheet with the members and the date of that alliance."""
    members = tuple(reversed(alliance.members))
    given = {"members": members, "signed_dates": (alliance.signed,), "alliances": lambda: PUBLISHED}
    return EditorContext(**{**given, **parts})


def offers(opened) -> list[OfferButton]:
    return [button for button in opened.editor.findChildren(OfferButton) if button.isVisible()]


def offered(opened) -> list[str]:
    return [button.shown_text for button in offers(opened)]


@pytest.fixture
def open_in(open_editor):
    """Opens the editor of question 1 or 2 in a context, with an answer."""

    def open_it(number: int, context: EditorContext, answer: Answer = BLANK):
        opened = open_editor(number, answer)
        opened.editor.set_context(context)
        return opened

    return open_it


@pytest.mark.parametrize(
    "answer", [BLANK, NOT_APPLICABLE, Answer(value=3031), Answer(details="See the notes")]
)
def test_question_2_is_offered_both_numbers_while_it_has_neither(open_in, answer):
    opened = open_in(2, of(BOTH), answer)
    assert offered(opened) == ["Put in 109", "Put in 3030"]
    words = opened.editor.findChild(OfferLine).words
    assert words.isVisible()
    assert words.text() == (
        "COW alliance 109 in version 4 of the COW data and 3030 in version 3 has these members and this date"
        " (ATOP 2085)."
    )
    assert (opened.editor.answer(), opened.emitted) == (answer, [])


@pytest.mark.parametrize("number", [109, 3030])
def test_a_number_of_either_version_is_an_answer_and_needs_no_offer(open_in, number):
    opened = open_in(2, of(BOTH), Answer(value=number))
    assert offered(opened) == []
    assert opened.editor.findChild(OfferLine) is None


@pytest.mark.parametrize(
    "context",
    [
        EditorContext(),
        of(BOTH, alliances=None),
        of(BOTH, members=(345,)),
        of(BOTH, members=(345, 360, 365)),
        of(BOTH, members=()),
        of(BOTH, signed_dates=("1921-06-08",)),
        of(BOTH, signed_dates=("1921",)),
        of(BOTH, signed_dates=()),
        of(BOTH, atop_id=2090),  # question 1 says that it is another published alliance
    ],
)
def test_nothing_is_offered_where_something_does_not_fit(open_in, context):
    assert offered(open_in(2, context)) == []
    assert offered(open_in(1, context)) == []


def test_an_alliance_without_a_cow_number_has_nothing_for_question_2(open_in):
    assert offered(open_in(2, of(NONE))) == []
    assert offered(open_in(1, of(NONE))) == ["Put in 2095"]


@pytest.mark.parametrize("atop_id", [2085, 9001, None])
def test_its_own_or_an_unpublished_atop_id_does_not_stand_in_the_way(open_in, atop_id):
    assert offered(open_in(2, of(BOTH, atop_id=atop_id))) == ["Put in 109", "Put in 3030"]


def test_a_date_cut_to_the_month_fits(open_in):
    assert offered(open_in(2, of(NEW, signed_dates=("1921-07-22",)))) == ["Put in 110"]
    assert offered(open_in(2, of(BOTH, signed_dates=("1921-06",)))) == ["Put in 109", "Put in 3030"]


@pytest.mark.parametrize("answer", [Answer(value=2085), Answer(value=9001), Answer(details="50a4")])
def test_question_1_is_offered_its_id_only_while_it_is_blank(open_in, answer):
    assert offered(open_in(1, of(BOTH), answer)) == []
    assert offered(open_in(1, of(BOTH))) == ["Put in 2085"]


def test_the_published_list_is_not_read_for_an_answered_question_1_or_without_members():
    def read() -> Alliances:
        raise AssertionError("the list was read")

    assert offer_for(FORM.question(1), Answer(value=1), of(BOTH, alliances=read)).numbers == ()
    assert offer_for(FORM.question(2), BLANK, of(BOTH, alliances=read, members=())).numbers == ()
    assert offer_for(FORM.question(13), BLANK, of(BOTH, alliances=read)).numbers == ()


def test_a_click_puts_the_number_in_as_one_edit_and_takes_the_offer_away(open_in):
    opened = open_in(2, of(BOTH), NOT_APPLICABLE)
    QTest.mouseClick(offers(opened)[1], Qt.MouseButton.LeftButton)
    assert opened.emitted == [Answer(value=3030)]
    assert offered(opened) == []
    assert opened.editor.line.text() == "3030"
    assert opened.editor.line.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_tab_comes_to_the_offer_and_a_key_takes_it(open_in, key):
    opened = open_in(2, of(BOTH))
    opened.editor.focus_first()
    for wanted in (*opened.editor.bar.segments.values(), *offers(opened)[:1]):
        QTest.keyClick(opened.page.focusWidget(), Qt.Key.Key_Tab)
        assert opened.page.focusWidget() is wanted
    QTest.keyClick(opened.page.focusWidget(), key)
    assert opened.emitted == [Answer(value=109)]
    assert opened.editor.line.hasFocus()


def test_tab_goes_through_all_offers_in_their_order(open_in):
    opened = open_in(2, of(BOTH))
    assert opened.editor.focusable()[-2:] == offers(opened)


def test_words_of_the_answer_stay_when_an_offer_is_taken(open_in):
    opened = open_in(2, of(NEW), Answer(details="See the notes"))
    offers(opened)[0].click()
    assert opened.emitted == [Answer(value=110, details="See the notes")]


def test_the_offer_goes_when_the_number_is_typed_and_comes_back_with_undo(open_in):
    opened = open_in(2, of(BOTH))
    QTest.keyClicks(opened.editor.line, "109")
    assert offered(opened) != []  # not judged at each key
    QTest.keyClick(opened.editor.line, Qt.Key.Key_Return)
    assert offered(opened) == []
    opened.editor.set_answer(BLANK)
    assert offered(opened) == ["Put in 109", "Put in 3030"]


def test_the_offer_follows_members_and_date(open_in):
    opened = open_in(2, of(BOTH))
    opened.editor.set_context(of(NEW))
    assert offered(opened) == ["Put in 110"]
    assert "(ATOP 2090)" in offers(opened)[0].toolTip()
    opened.editor.set_context(replace(of(NEW), members=()))
    assert offered(opened) == []
    assert opened.emitted == []


def test_an_offer_is_named_for_screen_readers(open_in):
    opened = open_in(2, of(BOTH))
    names = [button.accessibleName() for button in offers(opened)]
    assert names == [f"2 {FORM.question(2).short}: put in {number}" for number in (109, 3030)]


@pytest.mark.parametrize("alliance", [one for one in load_alliances() if one.cow_numbers][::20])
def test_each_published_alliance_is_offered_for_its_own_members_and_date(alliance):
    context = of(alliance, alliances=load_alliances, atop_id=alliance.atop_id)
    assert offer_for(FORM.question(2), BLANK, context).numbers == alliance.cow_numbers
