"""The public face: its examples are true, all of it is typed, and nothing of it needs the window."""

import doctest
import inspect
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import get_type_hints

import pytest

from atop_coder import api
from atop_coder.errors import AtopError
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing import WRITERS

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = [name for name in api.__all__ if inspect.isfunction(getattr(api, name))]
SHEET = Sheet.empty().with_answer(1, Answer(value=5040)).with_answer(8, Answer(value="no"))


def test_the_examples_in_its_docstrings_are_true(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testmod(api, extraglobs={"folder": tmp_path})
    assert failed == 0
    assert tried > 15


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_has_an_example(name):
    assert ">>>" in (inspect.getdoc(getattr(api, name)) or "")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_says_what_it_takes_and_gives(name):
    function = getattr(api, name)
    assert get_type_hints(function).keys() == {*inspect.signature(function).parameters, "return"}


def test_all_that_is_named_in_a_signature_can_be_had_from_it():
    named = {"Reading", "Sheet", "Problem", "Difference", "Table", "AtopError", "Answer"}
    assert named <= set(api.__all__)


def test_type_checkers_are_told_that_the_package_is_typed():
    assert files("atop_coder").joinpath("py.typed").is_file()


def test_it_is_imported_without_qt():
    words = "import sys; import atop_coder.api; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("suffix", [writer.suffix for writer in WRITERS])
def test_what_is_written_is_read_back(tmp_path, suffix):
    path = api.write(SHEET, tmp_path / f"sheet{suffix}")
    assert api.read(path).sheet == SHEET


def test_a_file_of_somebody_else_is_not_written_over(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("What I think of this treaty.", encoding="utf-8")
    with pytest.raises(AtopError) as caught:
        api.write(SHEET, path)
    assert caught.value.code == "would-overwrite"
    assert path.read_text(encoding="utf-8") == "What I think of this treaty."


def test_a_file_is_written_over_where_that_is_allowed(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("What I think of this treaty.", encoding="utf-8")
    assert api.read(api.write(SHEET, path, over=True)).sheet == SHEET


def test_a_saved_sheet_is_written_over_without_being_asked(tmp_path):
    path = api.write(Sheet.empty(), tmp_path / "sheet.txt")
    assert api.read(api.write(SHEET, path)).sheet == SHEET


def test_a_name_that_says_no_format_is_refused(tmp_path):
    with pytest.raises(AtopError) as caught:
        api.write(SHEET, tmp_path / "sheet.mp3")
    assert caught.value.code == "format-unknown"
    assert not any(tmp_path.iterdir())
