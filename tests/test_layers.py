"""What each command may import: none needs Qt to start, and a check of a text sheet loads only what it needs.

The layers themselves are contracts in pyproject.toml; these tests see what is really imported at run time.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context

from atop_coder.cli import main

ROOT = Path(__file__).resolve().parent.parent
SHEET = sorted((ROOT / "resources" / "examples").glob("*.txt"))[0]

# What each command is tried with; {folder} is an empty folder to write into.
SAMPLES = {
    "apply": ["{folder}/data.xlsx", str(SHEET)],
    "check": [str(SHEET)],
    "compare-released": [str(SHEET), "--with", "{folder}/data.csv"],
    "convert": [str(SHEET), "--to", "txt"],
    "export": [str(SHEET), "-o", "{folder}/data.xlsx"],
    "form": [],
    "schema": [],
    "states": ["--on", "1941-07-12"],
    "wars": ["--on", "1941-07-12"],
}

# What makes the file that another command reads.
FIRST = {"apply": SAMPLES["export"], "compare-released": [str(SHEET), "-o", "{folder}/data.csv"]}

RUN = """
import json, sys
blocked = set(json.loads(sys.argv.pop(1)))

class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in blocked:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Block())
from atop_coder.cli import main
try:
    main(prog_name="atop-coder")
finally:
    print(json.dumps(sorted({".".join(name.split(".")[:2]) for name in sys.modules})), file=sys.stderr)
"""

READ = """
import sys
from pathlib import Path
from atop_coder.reading import read_sheet
read_sheet(Path(sys.argv[1]))
print("atop_coder.reading.text" in sys.modules, "rapidfuzz" in sys.modules)
"""


def start(words: list[str], blocked: tuple[str, ...] = ()) -> tuple[int, set[str], str]:
    """Run the command in a Python of its own; return its exit code, what it imported, and what it said."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(blocked), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    said, _, imported = done.stderr.strip().rpartition("\n")
    return done.returncode, set(json.loads(imported)), done.stdout + said


def command_names() -> list[str]:
    return sorted(main.list_commands(Context(main)))


@pytest.mark.parametrize("command", command_names())
def test_the_help_of_every_command_needs_neither_qt_nor_openpyxl(command):
    code, _, said = start([command, "--help"], blocked=("PySide6", "shiboken6", "openpyxl"))
    assert code == 0, said
    assert "Usage: atop-coder" in said


def test_the_help_of_the_program_needs_neither_qt_nor_openpyxl():
    code, _, said = start(["--help"], blocked=("PySide6", "shiboken6", "openpyxl"))
    assert code == 0, said


def test_every_command_has_a_sample_to_be_tried_with():
    assert command_names() == sorted(SAMPLES)


@pytest.mark.parametrize("command", SAMPLES)
def test_every_command_does_its_work_without_qt(command, tmp_path):
    for name, sample in (("export", FIRST.get(command)), (command, SAMPLES[command])):
        words = [word.format(folder=tmp_path) for word in sample or ()]
        if sample is not None:
            code, imported, said = start([name, *words], blocked=("PySide6", "shiboken6"))
    assert code in (0, 1) if command == "check" else code == 0, said
    assert "atop_coder.gui" not in imported


@pytest.mark.parametrize("word", ["PySide6", "openpyxl", "docx", "pypdfium2", "numpy", "pandas"])
def test_checking_a_text_sheet_imports_no_reader_or_writer_that_it_does_not_need(word, imported_by_check):
    assert word not in imported_by_check


@pytest.fixture(scope="module")
def imported_by_check() -> set[str]:
    code, imported, said = start(["check", str(SHEET)])
    assert code in (0, 1), said
    assert "atop_coder" in imported
    return imported


def test_a_saved_sheet_is_read_without_what_reads_typed_ones(tmp_path):
    saved = tmp_path / "saved.txt"
    code, _, said = start(["convert", str(SHEET), "-o", str(saved)])
    assert code == 0, said
    done = subprocess.run(
        [sys.executable, "-c", READ, str(saved)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["False", "False"], done.stderr
