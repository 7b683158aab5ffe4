"""Sheet ▸ History: which versions there are, what changed, and back with one answer or with all."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from atop_coder.files.versions import FOLDER, Versions
from atop_coder.gui.compare.history_page import HistoryPage
from atop_coder.gui.session.settings import BESIDE, OWN
from atop_coder.gui.widgets.time_format import when_words
from atop_coder.gui.window.main_window import Window
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, answer

Open = Callable[..., Window]
YESTERDAY = datetime.now(UTC) - timedelta(days=1)
FIRST = SMALL.with_answer(18, Answer(details="The first words."))
SECOND = SMALL.with_answer(5, answer(5, value="yes"))


@pytest.fixture
def normalized(tmp_path: Path) -> Path:
    """A sheet that was saved three times: yesterday, an hour later, and now."""
    path = tmp_path / "ATOP5040.txt"
    for at, sheet in enumerate((FIRST, SECOND)):
        write(path, sheet, YESTERDAY + timedelta(hours=at))
        Versions().keep(path, YESTERDAY)
    write(path, SMALL, datetime.now(UTC))
    return path


def write(path: Path, sheet: Sheet, when: datetime) -> None:
    path.write_text(sheet_to_normalized(sheet), encoding="utf-8")
    os.utime(path, (when.timestamp(), when.timestamp()))


@pytest.fixture
def window(open_window: Open, normalized: Path) -> Window:
    return open_window(normalized)


def open_history(window: Window) -> HistoryPage:
    window.actions_by_id["history"].trigger()
    page = window.history_page
    assert page is not None
    return page


def sheet_of(window: Window) -> Sheet:
    assert window.document is not None
    return window.document.sheet


def test_the_versions_are_listed_the_newest_first_with_what_is_other_in_them(window: Window, qtbot: QtBot):
    page = open_history(window)
    qtbot.waitUntil(lambda: all(row.sheet for row in page.rows))
    assert [row.sheet for row in page.rows] == [SECOND, FIRST]
    assert [row.texts for row in page.rows] == [("Other in question 5",), ("Other in question 18",)]


def test_the_chosen_version_shows_what_changed_by_question(window: Window):
    page = open_history(window)
    page.rows[1].click()
    (card,) = page.cards
    assert card.difference.question == 18
    assert "The first words." in card.difference.theirs.details


def test_one_answer_can_be_brought_back_and_that_be_undone(window: Window, qtbot: QtBot):
    page = open_history(window)
    page.rows[1].click()
    page.bring_back({18: FIRST[18]})
    assert sheet_of(window) == FIRST
    qtbot.waitUntil(lambda: page.cards == [])
    assert not page.all_back.isEnabled()
    assert window.document is not None
    window.document.undo()
    assert sheet_of(window) == SMALL


def test_the_whole_sheet_can_be_brought_back_as_one_step(window: Window):
    page = open_history(window)
    page.rows[0].click()
    page.all_back.click()
    assert sheet_of(window) == SECOND
    assert window.document is not None
    assert window.document.dirty
    window.document.undo()
    assert sheet_of(window) == SMALL


def test_a_save_adds_a_version(window: Window, normalized: Path):
    window.page.cards[5].editor.choose("yes")
    assert window.save()
    page = open_history(window)
    page.rows[0].read()
    assert len(page.rows) == 2  # of yesterday only the last one stays
    assert page.rows[0].sheet == SMALL


def test_a_sheet_without_versions_says_so(open_window: Open, tmp_path: Path):
    path = tmp_path / "new.txt"
    write(path, SMALL, YESTERDAY)
    page = open_history(open_window(path))
    assert page.rows == []
    assert page.all_back.isHidden()


def test_a_version_that_cannot_be_read_is_told_and_harms_nothing(window: Window, normalized: Path):
    Versions().of(normalized)[0].path.write_bytes(b"\x00\x01")
    page = open_history(window)
    page.rows[0].click()
    assert page.rows[0].trouble
    assert page.cards == []
    assert sheet_of(window) == SMALL


def test_versions_go_where_the_person_wants_them(window: Window, normalized: Path):
    page = open_history(window)
    assert page.places[True].isChecked()
    page.places[False].click()
    assert window.settings.versions == OWN
    page.close()
    before = len(list((normalized.parent / FOLDER / normalized.name).iterdir()))
    window.page.cards[5].editor.choose("yes")
    window.save()
    assert len(list((normalized.parent / FOLDER / normalized.name).iterdir())) == before
    assert len(window.versions.of(normalized)) == before + 1
    page = open_history(window)
    page.places[True].click()
    assert window.settings.versions == BESIDE


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (datetime(2026, 11, 21, 9, 5), "today, 9:05"),
        (datetime(2026, 11, 20, 23, 59), "yesterday, 23:59"),
        (datetime(2026, 3, 1, 8, 0), "on 1 March, 8:00"),
        (datetime(2025, 12, 31, 8, 0), "on 31 December 2025, 8:00"),
    ],
)
def test_days_are_told_as_people_say_them(when: datetime, words: str):
    now = datetime(2026, 11, 21, 12).astimezone()
    assert when_words(when.astimezone(), now) == words
