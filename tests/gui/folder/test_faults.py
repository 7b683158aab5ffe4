"""Faults that nobody foresaw, in the threads beside the window: no page waits for ever for what broke."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from atop_coder.files.versions import Versions
from atop_coder.folder import workbook
from atop_coder.folder.cache import Cache
from atop_coder.folder.workbook import Applied
from atop_coder.gui.folder.actions import FolderActions
from atop_coder.gui.folder.loader import FolderLoader
from atop_coder.gui.folder.page import FolderPage

DONE = Applied(Path("a.txt"), 1, Path("a.txt"))


def one_and_a_fault(*_given: object) -> Iterator[Applied]:
    yield DONE
    raise RuntimeError("out of paper")


def break_down() -> Cache:
    raise RuntimeError("out of paper")


@pytest.mark.parametrize(
    ("walk", "do", "told"), [("apply_changes", "apply", "applied"), ("take_back", "take_back", "taken_back")]
)
def test_what_was_written_before_a_fault_is_told(
    walk: str, do: str, told: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    monkeypatch.setattr(workbook, walk, one_and_a_fault)
    folder_actions = FolderActions()
    with qtbot.capture_exceptions() as faults, qtbot.waitSignal(getattr(folder_actions, told)) as found:
        getattr(folder_actions, do)([DONE, DONE], Versions())
        folder_actions.wait()
    assert found.args == [(DONE,)]
    assert [kind for kind, _, _ in faults] == [RuntimeError]


def test_a_folder_whose_reading_broke_can_be_read_again(folder: Path, tmp_path: Path, qtbot: QtBot):
    loader = FolderLoader(workers=0, cache=break_down)
    with qtbot.capture_exceptions() as faults, qtbot.waitSignal(loader.done) as found:
        loader.open(folder)
        loader.wait()
    assert found.args == [False]
    assert not loader.loading
    loader.stop()
    assert [kind for kind, _, _ in faults] == [RuntimeError]


def test_a_workbook_that_is_being_compared_is_left_for_the_next(page: FolderPage, folder: Path, qtbot: QtBot):
    told: list[str] = []
    page.folder_actions.not_looked.connect(told.append)
    for name in ("first.xlsx", "second.xlsx"):
        page.apply_workbook(folder / name)
    page.folder_actions.wait()
    qtbot.waitUntil(lambda: bool(told))
    assert [name for name in ("first", "second") for one in told if name in one] == ["second"]
