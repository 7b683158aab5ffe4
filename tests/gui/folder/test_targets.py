"""The dialog that asks where to write: the ending of the name follows the kind that is chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.dataset import SUFFIXES as DATASETS
from atop_coder.folder.pictures import SUFFIXES as PICTURES
from atop_coder.gui.folder.page_words import DATASET_KINDS
from atop_coder.gui.folder.pictures_page import KINDS
from atop_coder.gui.folder.targets import make_dialog

Make = Callable[[], QFileDialog]


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Make:
    parent = QWidget()
    qtbot.addWidget(parent)
    return lambda: make_dialog(parent, "Export", tmp_path / "data", DATASET_KINDS)


def name_in(dialog: QFileDialog) -> QLineEdit:
    line = dialog.findChild(QLineEdit)
    assert line is not None
    return line


def test_every_kind_of_dataset_and_picture_has_words():
    assert tuple(DATASET_KINDS) == DATASETS
    assert tuple(KINDS) == PICTURES


def test_the_first_kind_is_proposed(make: Make, tmp_path: Path):
    assert make().selectedFiles() == [str(tmp_path / "data.xlsx")]


def take(dialog: QFileDialog, ending: str) -> None:
    """Chooses the kind as a person does."""
    dialog.filterSelected.emit(next(one for one in dialog.nameFilters() if ending in one))


@pytest.mark.parametrize("ending", DATASETS)
def test_choosing_a_kind_changes_the_ending(make: Make, tmp_path: Path, ending: str):
    dialog = make()
    take(dialog, ending)
    assert dialog.selectedFiles() == [str(tmp_path / f"data{ending}")]


@pytest.mark.parametrize("ending", DATASETS)
@pytest.mark.parametrize("name", ["mine", "atop.v4"])
def test_choosing_a_kind_keeps_the_folder_and_the_name(make: Make, tmp_path: Path, name: str, ending: str):
    (tmp_path / "there").mkdir()
    dialog = make()
    name_in(dialog).setText(str(tmp_path / "there" / name))
    take(dialog, ending)
    assert dialog.selectedFiles() == [str(tmp_path / "there" / f"{name}{ending}")]


@pytest.mark.parametrize(("typed", "written"), [("mine", "mine.xlsx"), ("mine.dta", "mine.dta")])
def test_what_is_typed_counts(make: Make, tmp_path: Path, typed: str, written: str):
    dialog = make()
    name_in(dialog).setText(typed)
    assert dialog.selectedFiles() == [str(tmp_path / written)]
