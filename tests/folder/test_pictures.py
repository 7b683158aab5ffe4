"""The pictures of a folder, and the numbers behind them."""

import sys

import pytest

from atop_coder.checks import Severity
from atop_coder.errors import AtopError
from atop_coder.folder import pictures
from atop_coder.folder.entry import unread
from atop_coder.folder.figures import problems_by_question, read_ones, types_by_year, yes_shares
from atop_coder.folder.pictures import PICTURES, SUFFIXES, make_figure, picture_bytes, save_picture
from atop_coder.form import Kind, load_form
from tests.folder.conftest import Changes, entry_at

FORM = load_form()
YES_NO = [question.number for question in FORM.questions if question.kind == Kind.YES_NO]
BEGINNINGS = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}


@pytest.fixture
def entries(put):
    changes: tuple[Changes, ...] = (
        {},
        {1: {"value": 504}, 5: {"value": "yes"}},
        {
            3: {"value": [{"date": "1790-01-01"}, {"date": "1930"}]},
            16: {"value": ["consultation", "defense"]},
        },
        {3: {"status": "blank"}, 16: {"value": []}},
    )
    return [entry_at(put(f"{at}.json", one)) for at, one in enumerate(changes)]


def test_sheets_are_counted_by_year_under_each_of_their_types(entries):
    assert types_by_year(entries) == {"Defense pact": {1790: 1, 1925: 2}, "Consultation pact": {1790: 1}}


def test_a_sheet_that_lists_no_type_is_counted_as_such(put):
    assert types_by_year([entry_at(put("a.json", {16: {"value": []}}))]) == {"no type": {1925: 1}}


@pytest.mark.parametrize("number", YES_NO)
def test_the_share_of_yes_is_that_among_yes_and_no(number, put):
    given = [{"value": "yes", "details": "x"}, {"value": "no"}, {"value": "no"}, {"status": "unknown"}]
    found = [entry_at(put(f"{at}.json", {number: one})) for at, one in enumerate(given)]
    assert yes_shares(found)[number] == pytest.approx(1 / 3)


def test_a_question_that_nobody_answered_with_yes_or_no_has_no_share(put):
    assert 5 not in yes_shares([entry_at(put("a.json", {5: {"status": "unknown"}}))])


def test_sheets_with_problems_are_counted_by_question(entries):
    counts = problems_by_question(entries)
    assert counts[Severity.ERROR][1] == 1
    assert set(counts[Severity.WARNING]) == set(FORM.by_number)


def test_files_that_were_not_read_are_in_no_picture(entries, tmp_path):
    assert read_ones([*entries, unread(tmp_path / "x", "", "Broken.")]) == tuple(entries)


def test_without_matplotlib_a_line_says_how_to_install_it(entries, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(pictures, "import_module", missing)
    with pytest.raises(AtopError) as caught:
        make_figure(PICTURES[0], entries)
    assert caught.value.code == "pictures-need-matplotlib"
    assert f"{sys.executable} -m pip install" in str(caught.value)


def test_a_name_without_a_known_ending_is_refused(entries, tmp_path):
    with pytest.raises(AtopError) as caught:
        save_picture(PICTURES[0], entries, tmp_path / "picture.bmp")
    assert caught.value.code == "picture-format-unknown"


@pytest.fixture
def drawing():
    pytest.importorskip("matplotlib")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.key)
def test_every_picture_is_saved_in_every_format(drawing, picture, suffix, entries, tmp_path):
    path = tmp_path / f"picture{suffix}"
    save_picture(picture, entries, path)
    assert path.read_bytes().startswith(BEGINNINGS[suffix])


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.key)
def test_every_picture_can_be_drawn_of_nothing(drawing, picture):
    assert picture_bytes(make_figure(picture, ()), ".svg").startswith(BEGINNINGS[".svg"])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_sheets_give_the_same_file(drawing, suffix, entries):
    one, other = (picture_bytes(make_figure(PICTURES[0], entries), suffix) for _ in range(2))
    assert one == other


def test_all_types_have_a_colour_of_their_own():
    series = pictures.LIGHT.series
    assert len(set(series)) == len(series) > len(FORM.by_key["alliance_type"].choices)


def test_a_picture_has_as_many_pixels_as_it_says(drawing, entries):
    data, width, height = pictures.draw_pixels(make_figure(PICTURES[0], entries), 480)
    assert len(data) == 4 * width * height
    assert abs(width - 480) <= 1
