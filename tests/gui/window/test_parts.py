"""A file that holds several sheets, opened in the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from atop_coder.gui.app import Program
from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.source.original import ALL_OF_PART, ALL_PLACED, OriginalPanel
from atop_coder.gui.widgets.notices import Notice
from atop_coder.gui.widgets.row_list import Padded
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.controllers.parts import OPEN, OPEN_ONE
from atop_coder.reading import Line, read_sheet, read_text
from atop_coder.session.saving import is_foreign, save_target
from atop_coder.writing.normalized import sheet_to_normalized
from tests.reading.several import GERMANY, POLAND, as_excel, of, table, typed

Open = Callable[..., Program]


@pytest.fixture
def three(tmp_path: Path) -> Path:
    path = tmp_path / "old.txt"
    texts = (typed(POLAND), typed(GERMANY), typed({**POLAND, 1: "4001"}))
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def offer(program: Program) -> Notice:
    assert program.notices.bar is not None
    return program.notices.bar


def press(program: Program, place: int) -> None:
    offer(program).buttons[place].click()


def ids(program: Program) -> list[int | None]:
    return [document.sheet.atop_id for document in program.workspace.documents]


def test_the_first_is_opened_and_the_others_are_offered(open_window: Open, three: Path):
    program = open_window(three)
    assert ids(program) == [3005]
    assert offer(program).isVisible()
    assert offer(program).label.text() == "This file holds 3 sheets. This is the first."
    assert [chip.text() for chip in offer(program).buttons] == [OPEN, "Not now"]


def test_each_of_the_others_opens_as_a_sheet_of_its_own(open_window: Open, three: Path):
    program = open_window(three)
    press(program, 0)
    assert ids(program) == [3005, 3010, 4001]
    assert program.workspace.document is program.workspace.documents[0]
    assert program.notices.bar is None
    assert [document.path and document.path.name for document in program.workspace.documents] == [
        f"old.txt, sheet {number} of 3" for number in (1, 2, 3)
    ]


def test_none_of_them_is_saved_over_the_file(open_window: Open, three: Path):
    program = open_window(three)
    press(program, 0)
    assert [save_target(document.session) for document in program.workspace.documents] == [None] * 3


def test_normalized_sheets_in_one_file_are_not_saved_over_it(open_window: Open, tmp_path: Path):
    path = tmp_path / "all.txt"
    sheets = [read_text(typed(answers)).sheet for answers in (POLAND, GERMANY)]
    path.write_text("".join(map(sheet_to_normalized, sheets)), encoding="utf-8")
    program = open_window(path)
    assert program.workspace.document is not None
    assert save_target(program.workspace.document.session) is None
    assert is_foreign(path)


def test_not_now_leaves_the_others(open_window: Open, three: Path):
    program = open_window(three)
    press(program, 1)
    assert ids(program) == [3005]
    assert program.notices.bar is None


def test_the_offer_belongs_to_its_sheet(open_window: Open, three: Path, tmp_path: Path):
    other = tmp_path / "one.txt"
    other.write_text(typed(GERMANY), encoding="utf-8")
    program = open_window(three, other)
    assert program.notices.bar is None
    program.workspace.show_at(0)
    assert offer(program).isVisible()


def test_the_file_opened_again_shows_the_first(open_window: Open, three: Path):
    program = open_window(three)
    program.opening.open_paths([three])
    assert ids(program) == [3005]


def test_the_file_is_remembered_and_not_the_part(open_window: Open, three: Path):
    program = open_window(three)
    press(program, 0)
    assert [path.name for path in program.settings.recent] == ["old.txt"]


def test_a_part_is_opened_by_its_path(open_window: Open, three: Path):
    program = open_window(three.with_name("old.txt, sheet 2 of 3"))
    assert ids(program) == [3010]
    assert program.notices.bar is None


def test_coders_columns_are_named(open_window: Open, tmp_path: Path):
    program = open_window(as_excel(table(["Question", "Ann", "Ben"], of(POLAND, GERMANY)), tmp_path))
    said = offer(program).label.text()
    assert said == "This file holds 2 columns of answers. This is the first, “Ann”; the other: Ben."
    assert offer(program).buttons[0].text() == OPEN_ONE


# what the panel says


def lines_of(theme: Theme, path: Path) -> list[str]:
    panel = OriginalPanel(theme)
    panel.show()
    panel.set_document(Document.of(read_sheet(path), path, panel))
    return [widget.text() for widget in panel.rows.widgets[:1] if isinstance(widget, Padded)]


def test_the_panel_says_what_to_look_at_first(theme: Theme, tmp_path: Path):
    path = tmp_path / "doubt.txt"
    path.write_text(typed({**POLAND, 10: "The treaty lasts ten years."}), encoding="utf-8")
    assert lines_of(theme, path)[0].startswith("Look first at question 10")


def test_the_panel_says_that_every_word_is_placed(theme: Theme, tmp_path: Path):
    path = tmp_path / "one.txt"
    path.write_text(typed(POLAND), encoding="utf-8")
    assert lines_of(theme, path)[0] == ALL_PLACED


def test_it_does_not_say_so_where_a_word_is_nowhere(theme: Theme, tmp_path: Path):
    path = tmp_path / "one.txt"
    path.write_text(typed(POLAND), encoding="utf-8")
    reading = read_sheet(path)
    lines = (*reading.report.lines, Line(900, "Lost words"))
    panel = OriginalPanel(theme)
    panel.show()
    lost = replace(reading, report=replace(reading.report, lines=lines))
    panel.set_document(Document.of(lost, path, panel))
    assert [row.piece.text for row in panel.piece_rows] == ["Lost words"]


def test_of_a_part_it_says_so_of_the_sheet(theme: Theme, three: Path):
    assert lines_of(theme, three)[0] == ALL_OF_PART
