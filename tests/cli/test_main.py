"""The command as a whole: help, misspelt words, and bad input that costs one line and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from atop_coder import __version__
from atop_coder.cli import MODULES, main
from atop_coder.errors import AtopError
from atop_coder.reading.source import LIMIT_MB
from tests.conftest import ROOT
from tests.reading.sheets import sheet_text

# The commands that read files, each with what it needs beside their names.
READING = {"check": (), "convert": (), "export": ("-o", "data.xlsx")}


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A folder with one good sheet in it, in which the command is called."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(sheet_text({18: "They help."}), encoding="utf-8")
    return tmp_path


def bad(name: str) -> str:
    """Makes a file of a bad sort, and gives its name."""
    path = Path(f"{name}.txt")
    if name == "huge":
        with path.open("wb") as file:
            file.truncate(50 * 2**20)
    elif name == "folder":
        path.mkdir()
    elif name == "pipe":
        os.mkfifo(path)
    elif name == "dangling":
        path.symlink_to("nowhere.txt")
    elif name in CONTENTS:
        path.write_bytes(CONTENTS[name])
    return str(path)


CONTENTS = {
    "empty": b"",
    "spaces": b" \r\n\t\n",
    "mark": b"\xef\xbb\xbf",
    "binary": bytes(range(256)) * 20,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "zeros": b"\x00" * 4000,
    "letter": b"Dear Sir,\n\nI am writing to you about the treaty.\n",
    "table": b"id,name\n1,France\n2,Belgium\n",
    "list": "".join(f"{number}. item\n" for number in range(1, 62)).encode(),
    "json": b'{"answers": {"1": {"value": "x"}}}',
    "cut": b'{"answers": {"1": ',
    "deep": b"{" * 100_000,
    "pdf": b"%PDF-1.7\nno more of it",
    "zip": b"PK\x03\x04 and no more",
    "word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 900,
    "rtf": b"{\\rtf1\\ansi 1. ATOP ID: 5040}",
}
BAD = [*CONTENTS, "gone", "huge", "folder", "dangling"]
BAD += ["pipe"] if hasattr(os, "mkfifo") else []


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_line_that_names_it_and_says_what_to_do(folder, command, name):
    path = bad(name)
    done = run(command, path, *READING[command])
    assert done.exit_code == 2
    lines = [line for line in done.stderr.splitlines() if path in line]
    assert len(lines) == 1
    assert "Traceback" not in done.output
    assert len(lines[0].split(". ")) > 1, "it says what is wrong, and then what to do"


@pytest.mark.parametrize("name", BAD)
def test_of_bad_and_good_files_the_good_ones_are_checked(folder, name):
    done = run("check", bad(name), "good.txt", "--format", "json")
    assert done.exit_code == 2
    data = json.loads(done.stdout)
    assert (data["sheets"], len(data["unread"])) == (1, 1)
    assert {problem["file"] for problem in data["problems"]} <= {"good.txt"}


@pytest.mark.parametrize("name", BAD)
def test_of_bad_and_good_files_the_good_ones_are_exported(folder, name):
    done = run("export", bad(name), "good.txt", "-o", "data.xlsx")
    assert done.exit_code == 2
    assert Path("data.xlsx").stat().st_size > 1000


def test_a_folder_of_bad_and_good_files_is_done_to_its_end(folder):
    for name in CONTENTS:
        bad(name)
    data = json.loads(run("check", ".", "--format", "json").stdout)
    assert (data["sheets"], len(data["unread"])) == (1, len(CONTENTS))


def test_a_file_at_the_limit_of_size_is_read_and_one_over_it_is_not(folder):
    sheet = Path("good.txt").read_text(encoding="utf-8")
    Path("long.txt").write_text(sheet + "\n" * (LIMIT_MB * 2**20 - len(sheet) - 200), encoding="utf-8")
    assert run("check", "long.txt").exit_code in (0, 1)
    Path("long.txt").write_text(sheet + "\n" * (LIMIT_MB * 2**20), encoding="utf-8")
    assert run("check", "long.txt").exit_code == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this person may read everything")
@pytest.mark.parametrize("command", READING)
def test_a_file_without_the_right_to_read_gets_one_line(folder, command):
    Path("good.txt").chmod(0)
    assert run(command, "good.txt", *READING[command]).exit_code == 2


@pytest.mark.parametrize("words", [("convert", "good.txt", "-o"), ("export", "good.txt", "-o")])
@pytest.mark.parametrize("target", ["gone/out.xlsx", "good.txt/out.xlsx", "taken.xlsx"])
def test_where_nothing_can_be_written_nothing_is_left_and_nothing_lost(folder, words, target):
    Path("taken.xlsx").mkdir()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = run(*words, target)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


# Words that are no command


def test_the_version_is_told():
    assert run("--version").output.split()[-1] == __version__


def test_help_lists_all_commands():
    text = run("--help").output
    assert [name for name in MODULES if name not in text] == []


@pytest.mark.parametrize("command", MODULES)
def test_every_command_has_help(command):
    done = run(command, "--help")
    assert done.exit_code == 0
    assert len(done.output.split()) > 15


@pytest.mark.parametrize("command", MODULES)
def test_an_option_that_no_command_has_ends_with_2(command):
    done = run(command, "--colour")
    assert done.exit_code == 2
    assert "--colour" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize(("word", "meant"), [("chek", "check"), ("convrt", "convert"), ("state", "states")])
def test_a_misspelt_command_is_told(folder, word, meant):
    done = run(word)
    assert done.exit_code == 2
    assert f"'{meant}'" in done.stderr


@pytest.mark.parametrize(
    "words", [("states", "--on", "soon"), ("wars", "--on", "soon"), ("wars", "--on", "2003-13-01")]
)
def test_a_date_that_is_none_gets_one_line(words):
    done = run(*words)
    assert done.exit_code == 2
    assert words[-1] in done.stderr.splitlines()[-1]


def test_the_schema_is_json():
    assert json.loads(run("schema").stdout)["properties"]["form"]["const"] == "atop-codesheet"


def test_what_no_command_has_told_itself_is_one_line_too(monkeypatch):
    error = AtopError("form-not-found", file="forms/atop-codesheet.toml")

    def load() -> None:
        raise error

    monkeypatch.setattr("atop_coder.form.load_form", load)
    done = run("form")
    assert done.exit_code == 2
    assert done.stderr == f"Error: {error}\n"


# The command in a process of its own


def process(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    call = "from atop_coder.cli import main; main(prog_name='atop-coder')"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", call, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_text_sheet_is_checked_without_what_it_does_not_need(folder):
    call = (
        "import sys\nfrom atop_coder.cli import main\n"
        "try: main(['check', 'good.txt'])\nexcept SystemExit: pass\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'PySide6', 'openpyxl', 'docx', 'pypdfium2'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", call],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name != "posix", reason="only here do names hold any bytes")
def test_a_name_that_is_no_utf_8_does_no_harm(folder):
    name = os.fsdecode(b"bad\xffname.txt")
    (folder / name).write_bytes((folder / "good.txt").read_bytes())
    done = process("check", ".", folder=folder)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert "2 sheets" in done.stdout


@pytest.mark.parametrize("name", ["letter", "gone", "binary"])
def test_bad_input_ends_the_process_with_2_and_one_line(folder, name):
    done = process("convert", bad(name), folder=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
