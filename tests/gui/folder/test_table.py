"""The table of sheets: what it shows, how it sorts, what narrows it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from atop_coder.folder.entry import Entry, unread
from atop_coder.folder.summary import Summary
from atop_coder.gui.folder.columns import COLUMNS, Work, date_words, is_at, state_of
from atop_coder.gui.folder.header import ARROW, PAD
from atop_coder.gui.folder.model import (
    SheetsFilter,
    SheetsModel,
    Wanted,
    told_wanted,
    way_to,
    with_state,
    with_words,
    with_years,
)
from atop_coder.gui.folder.page import FolderPage
from atop_coder.gui.folder.page_words import nothing_words
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role
from tests.gui.folder.conftest import WHY, choose, message_of, shown

TITLES = [column.title for column in COLUMNS]
BY_ID = ["d.json", "a.json", "b.json", "c.json", "broken.txt"]


def cell(page: FolderPage, name: str, title: str) -> str:
    row = shown(page).index(name)
    return str(page.rows.index(row, TITLES.index(title)).data())


def test_all_sheets_are_shown_those_of_sub_folders_too(page: FolderPage):
    assert shown(page) == BY_ID


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("ATOP ID", "9002"),
        ("Members", "Spain, Portugal"),
        ("Signed", "Aug 23, 1929"),
        ("Type", "Defense"),
        ("Answered", "58 of 61"),
        ("Errors", ""),
        ("Warnings", "1"),
        ("Last revised", "Mar 2024"),
        ("Coder", "Ada Byron"),
        ("File", "b.json"),
    ],
)
def test_each_column_shows_its_part(page: FolderPage, title: str, text: str):
    assert cell(page, "b.json", title) == text


def test_every_column_is_looked_at_here():
    assert len(TITLES) == len(set(TITLES)) == 10


def test_a_broken_file_is_one_row_that_says_why(page: FolderPage, folder: Path):
    why = message_of(WHY, file=folder / "broken.txt").removeprefix(f"{folder / 'broken.txt'}: ")
    assert cell(page, "broken.txt", "Members").casefold() == why.casefold()
    choose(page, "broken.txt")
    assert page.detail.text() == message_of(WHY, file=folder / "broken.txt")


def keys(page: FolderPage, place: int) -> list[tuple[bool, int | str]]:
    rows = range(page.rows.rowCount())
    return [COLUMNS[place].key(page.rows.summary_at(row)) for row in rows]


@pytest.mark.parametrize("place", range(len(COLUMNS)))
def test_every_column_sorts_both_ways_with_blanks_last(page: FolderPage, place: int):
    page.table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
    up = keys(page, place)
    page.table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    down = keys(page, place)
    known = [key for key in up if not key[0]]
    blank = [key for key in up if key[0]]
    assert up == [*sorted(known), *blank]
    assert down == [*sorted(known, reverse=True), *blank]


@pytest.mark.parametrize("order", Qt.SortOrder)
def test_sheets_that_are_alike_in_a_column_stand_by_their_ids(page: FolderPage, order: Qt.SortOrder):
    page.table.sortByColumn(TITLES.index("Type"), order)
    assert shown(page) == BY_ID


def test_names_sort_as_people_look_for_them(qtbot: QtBot):
    model = SheetsModel()
    rows = SheetsFilter(model)
    names = ("Portugal", "Österreich", "austria", "Zaire")
    model.put(Entry(Summary(Path(name), members=(name,))) for name in names)
    rows.sort(TITLES.index("Members"))
    assert [rows.summary_at(row).path.name for row in range(4)] == [
        "austria",
        "Österreich",
        "Portugal",
        "Zaire",
    ]


def test_files_sort_by_the_name_that_is_shown(qtbot: QtBot):
    model = SheetsModel()
    rows = SheetsFilter(model)
    model.put(Entry(Summary(Path(name))) for name in ("a/2.txt", "b/1.txt", "3.txt"))
    rows.sort(TITLES.index("File"))
    assert [rows.summary_at(row).path.name for row in range(3)] == ["1.txt", "2.txt", "3.txt"]


@pytest.mark.parametrize("place", range(len(COLUMNS)))
def test_every_heading_has_room_for_the_arrow(page: FolderPage, place: int):
    metrics = QFontMetrics(page.theme.font(Role.LABEL))
    room = page.table.columnWidth(place) - page.theme.px(2 * PAD + ARROW)
    assert metrics.horizontalAdvance(TITLES[place]) <= room


def test_dates_sort_by_time_and_not_by_their_words(page: FolderPage):
    page.table.sortByColumn(TITLES.index("Signed"), Qt.SortOrder.AscendingOrder)
    assert shown(page)[0] == "c.json"


def narrowed(page: FolderPage, **typed: str) -> list[str]:
    for name, text in typed.items():
        getattr(page.filter, name).setText(text)
    page.filter._tell()
    return shown(page)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("grace", ["d.json"]),
        ("HOPPER d.json", ["d.json"]),
        ("more", ["c.json"]),
        ("prussia austria", ["c.json"]),
        ("9002", ["b.json"]),
        ("nobody", []),
    ],
)
def test_words_narrow_it(page: FolderPage, text: str, names: list[str]):
    assert narrowed(page, words=text) == names


@pytest.mark.parametrize("text", ["255", "Prussia", "prussia", "Germany", "GMY"])
def test_a_state_narrows_it_by_code_or_any_name(page: FolderPage, text: str):
    assert narrowed(page, state=text) == ["c.json"]


def test_a_state_that_is_begun_is_understood(page: FolderPage):
    assert narrowed(page, state="Portug") == ["d.json", "a.json", "b.json"]


def test_a_name_that_no_state_has_finds_members_of_that_name(page: FolderPage):
    assert narrowed(page, state="Qqqq") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1929", ["b.json"]),
        ("1900-1927", ["d.json", "a.json"]),
        ("-1900", ["c.json"]),
        ("1928–", ["b.json"]),
        ("19x", BY_ID),
        ("19", BY_ID),
        ("1900-19", ["d.json", "a.json", "b.json"]),
        ("1927-1900", ["d.json", "a.json"]),
        ("", BY_ID),
    ],
)
def test_years_narrow_it(page: FolderPage, text: str, names: list[str]):
    assert narrowed(page, years=text) == names


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("1929", True),
        ("1914 – 1945", True),
        ("1914-", True),
        ("", True),
        ("nineteen", False),
        ("1914-19", False),
    ],
)
def test_years_that_are_not_understood_are_told(page: FolderPage, text: str, good: bool):
    narrowed(page, years=text)
    assert page.filter.hint.isHidden() == good


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_from_the_filter_a_key_leads_to_what_is_listed(page: FolderPage, key: Qt.Key):
    page.activateWindow()
    page.filter.words.setFocus()
    page.filter.words.setText("grace")
    QTest.keyClick(page.filter.words, key)
    assert shown(page) == ["d.json"]
    assert page.table.hasFocus()
    assert page.table.current() == page.rows.summary_at(0)


def test_the_line_below_tells_of_no_sheet_that_is_not_listed(page: FolderPage):
    choose(page, "a.json")
    narrowed(page, words="nobody")
    assert page.detail.text() == ""


def test_escape_empties_a_line_of_the_filter(page: FolderPage):
    page.filter.words.setText("grace")
    QTest.keyClick(page.filter.words, Qt.Key.Key_Escape)
    page.filter._tell()
    assert shown(page) == BY_ID


def test_an_empty_table_tells_what_narrows_it(page: FolderPage):
    page.filter.works[Work.COMPLETE].click()
    narrowed(page, words="grace d", state="Atlantis", years="1900-1927")
    told = "“grace” and “d”, the state “Atlantis”, signed from 1900 to 1927, “Complete”"
    assert page.table.nothing == nothing_words(told)
    page.filter.all.click()
    assert page.table.nothing == ""
    assert shown(page) == BY_ID


@pytest.mark.parametrize(
    ("typed", "told"),
    [("1929", "signed in 1929"), ("1914-", "signed from 1914"), ("-1945", "signed to 1945"), ("", "")],
)
def test_what_narrows_the_table_is_told_in_words(typed: str, told: str):
    assert told_wanted(with_years(Wanted(), typed)) == told


def test_the_count_tells_how_many_are_listed(page: FolderPage):
    assert page.filter.count.text() == ""
    narrowed(page, words="grace")
    assert page.filter.count.text() == "1 of 5 listed"
    page.filter.clear()
    assert shown(page) == BY_ID


def test_the_state_of_work_narrows_it(page: FolderPage):
    page.filter.works[Work.PROBLEMS].click()
    assert shown(page) == ["d.json", "b.json", "broken.txt"]
    page.filter.works[Work.COMPLETE].click()
    assert shown(page) == []
    page.filter.works[Work.TO_DO].click()
    assert shown(page) == BY_ID


SUMMARIES = {
    State.ERROR: Summary(Path("a"), errors=1, warnings=1),
    State.WARNING: Summary(Path("a"), warnings=1, complete=True),
    State.ANSWERED: Summary(Path("a"), complete=True),
    State.BLANK: Summary(Path("a")),
}


@pytest.mark.parametrize("state", SUMMARIES)
def test_a_sheet_has_one_symbol_for_the_weightiest_thing(state: State):
    assert state_of(SUMMARIES[state]) == state


@pytest.mark.parametrize("work", Work)
def test_each_state_of_work_takes_some_and_only_all_takes_every_sheet(work: Work):
    taken = [is_at(summary, work) for summary in SUMMARIES.values()]
    assert any(taken)
    assert all(taken) == (work == Work.ALL)


@pytest.mark.parametrize(
    ("iso", "words"), [("2003-12-25", "Dec 25, 2003"), ("2003-05", "May 2003"), ("2003", "2003"), ("", "")]
)
def test_dates_are_short_in_the_table(iso: str, words: str):
    assert date_words(iso) == words


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot):
    model = SheetsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = SheetsFilter(model)
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    paths = [Path(f"{number}.txt") for number in range(9)]
    model.put(unread(path, "", "Broken.") for path in paths)
    model.put(unread(path, "", "Still broken.") for path in paths[:3])
    assert model.rowCount() == 9
    rows.want(Wanted(work=Work.COMPLETE))
    model.drop(paths[2:5])
    assert [entry.path for entry in model.entries] == paths[:2] + paths[5:]
    model.put([unread(paths[8], "", "Other.")])
    assert model.entries[-1].summary.message == "Other."
    model.clear()
    assert model.rowCount() == rows.rowCount() == 0
    assert model.columnCount(QModelIndex()) == len(COLUMNS)


def test_one_file_that_comes_twice_at_once_is_one_row(qtbot: QtBot):
    model = SheetsModel()
    model.put([unread(Path("a"), "", "One."), unread(Path("a"), "", "Two.")])
    assert [entry.summary.message for entry in model.entries] == ["Two."]


@pytest.mark.parametrize(
    ("typed", "years"),
    [("1914-1918", (1914, 1918)), ("1914", (1914, 1914)), ("-", (None, None)), ("1-2-3", (None, None))],
)
def test_years_are_read_in_their_usual_ways(typed: str, years: tuple[int | None, int | None]):
    wanted = with_years(Wanted(), typed)
    assert (wanted.first, wanted.last) == years


def test_an_empty_filter_takes_everything():
    assert with_words(with_state(with_years(Wanted(), " "), " "), " ") == Wanted()


def test_what_is_read_out_of_a_row_names_its_state(page: FolderPage):
    accessible_text = page.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert accessible_text == "ATOP 504, has errors"


@pytest.mark.parametrize(
    ("path", "shown"),
    [("/a/b.txt", "b.txt"), ("/a/sub/b.txt", "sub/b.txt"), ("/other/b.txt", "b.txt")],
)
def test_a_file_in_a_sub_folder_is_told_by_its_way(path: str, shown: str):
    assert way_to(Path(path), Path("/a")) == shown
    assert way_to(Path(path), None) == "b.txt"
