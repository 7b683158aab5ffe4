"""Sheet ▸ History: which versions there are, what changed, and back with one answer or with all."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from atop_coder.files.versions import FOLDER, Versions
from atop_coder.gui.app import Program
from atop_coder.gui.compare.history_page import HistoryPage
from atop_coder.gui.session.settings import BESIDE, OWN
from atop_coder.session.time_format import when_words
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, answer

Open = Callable[..., Program]
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
def program(open_window: Open, normalized: Path) -> Program:
    return open_window(normalized)


def open_history(program: Program) -> HistoryPage:
    program.actions["show-history"].trigger()
    page = program.history.page
    assert page is not None
    return page


def sheet_of(program: Program) -> Sheet:
    assert program.workspace.document is not None
    return program.workspace.document.sheet


def test_the_versions_are_listed_the_newest_first_with_what_is_other_in_them(program: Program, qtbot: QtBot):
    page = open_history(program)
    qtbot.waitUntil(lambda: all(row.sheet for row in page.rows))
    assert [row.sheet for row in page.rows] == [SECOND, FIRST]
    assert [row.texts for row in page.rows] == [("Other in question 5",), ("Other in question 18",)]


def test_the_chosen_version_shows_what_changed_by_question(program: Program):
    page = open_history(program)
    page.rows[1].click()
    (card,) = page.cards
    assert card.difference.question == 18
    assert "The first words." in card.difference.theirs.details


def test_one_answer_can_be_brought_back_and_that_be_undone(program: Program, qtbot: QtBot):
    page = open_history(program)
    page.rows[1].click()
    page.bring_back({18: FIRST[18]})
    assert sheet_of(program) == FIRST
    qtbot.waitUntil(lambda: page.cards == [])
    assert not page.all_back.isEnabled()
    assert program.workspace.document is not None
    program.workspace.document.undo()
    assert sheet_of(program) == SMALL


def test_the_whole_sheet_can_be_brought_back_as_one_step(program: Program):
    page = open_history(program)
    page.rows[0].click()
    page.all_back.click()
    assert sheet_of(program) == SECOND
    assert program.workspace.document is not None
    assert program.workspace.document.dirty
    program.workspace.document.undo()
    assert sheet_of(program) == SMALL


def test_a_save_adds_a_version(program: Program, normalized: Path):
    program.form_page.cards[5].editor.choose("yes")
    assert program.saving.save()
    page = open_history(program)
    page.rows[0].read()
    assert len(page.rows) == 3  # the newest few stay, also those of yesterday
    assert page.rows[0].sheet == SMALL


def test_a_sheet_without_versions_says_so(open_window: Open, tmp_path: Path):
    path = tmp_path / "new.txt"
    write(path, SMALL, YESTERDAY)
    page = open_history(open_window(path))
    assert page.rows == []
    assert page.all_back.isHidden()


def test_a_version_that_cannot_be_read_is_told_and_harms_nothing(program: Program, normalized: Path):
    Versions().of(normalized)[0].path.write_bytes(b"\x00\x01")
    page = open_history(program)
    page.rows[0].click()
    assert page.rows[0].trouble
    assert page.cards == []
    assert sheet_of(program) == SMALL


def test_versions_go_where_the_person_wants_them(program: Program, normalized: Path):
    page = open_history(program)
    assert page.places[True].isChecked()
    page.places[False].click()
    assert program.settings.versions == OWN
    page.close()
    before = len(list((normalized.parent / FOLDER / normalized.name).iterdir()))
    program.form_page.cards[5].editor.choose("yes")
    program.saving.save()
    assert len(list((normalized.parent / FOLDER / normalized.name).iterdir())) == before
    assert len(program.settings.kept_versions().of(normalized)) == before + 1
    page = open_history(program)
    page.places[True].click()
    assert program.settings.versions == BESIDE


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
