"""The table of sheets: what it shows, how it sorts, what narrows it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from atop_coder.folder.entry import unread
from atop_coder.folder.summary import Summary
from atop_coder.gui.folder.columns import COLUMNS, Work, date_words, is_at, state_of
from atop_coder.gui.folder.model import SheetsFilter, SheetsModel, Wanted, with_state, with_words, with_years
from atop_coder.gui.folder.page import FolderPage
from atop_coder.gui.symbols import State
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


@pytest.mark.parametrize("place", range(len(COLUMNS)))
def test_every_column_sorts_both_ways(page: FolderPage, place: int):
    page.table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
    up = shown(page)
    page.table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    assert shown(page) == up[::-1]
    keys = [
        COLUMNS[place].key(entry.summary) for name in up for entry in page.entries if entry.path.name == name
    ]
    assert keys == sorted(keys)


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
        ("", BY_ID),
    ],
)
def test_years_narrow_it(page: FolderPage, text: str, names: list[str]):
    assert narrowed(page, years=text) == names


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
    heard = page.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "ATOP 504, has errors"
