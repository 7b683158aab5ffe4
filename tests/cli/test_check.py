"""`atop-coder check`, as people and scripts call it."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from atop_coder.checks import Problem, Severity
from atop_coder.cli.check import check
from atop_coder.cli.problem_lines import problem_lines, reading_lines, tally
from atop_coder.errors import AtopError
from atop_coder.reading import Piece, Placed, ReadingReport, Sureness, read_sheets
from atop_coder.sheet import sheet_to_data
from tests.checks.examples import sheet

ROOT = Path(__file__).resolve().parent.parent.parent
WARNED: Mapping[int, Mapping[str, Any]] = {21: {"value": "yes"}}
WRONG: Mapping[int, Mapping[str, Any]] = {1: {"value": 504}, **WARNED}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: Path, changes=None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(sheet_to_data(sheet(changes))), encoding="utf-8")
    return path


def run(*words):
    return CliRunner().invoke(check, [str(word) for word in words])


def as_json(*words):
    return json.loads(run(*words, "--format", "json").stdout)


def test_a_good_sheet_ends_with_0(folder):
    done = run(put(folder / "good.json"))
    assert done.exit_code == 0
    assert "no problems" in done.stdout
    assert done.stderr == ""


def test_warnings_alone_end_with_0(folder):
    done = run(put(folder / "a.json", WARNED))
    assert done.exit_code == 0
    assert "1 warning" in done.stdout


def test_an_error_ends_with_1(folder):
    put(folder / "good.json")
    assert run(put(folder / "wrong.json", WRONG), folder / "good.json").exit_code == 1


def test_a_file_that_cannot_be_read_ends_with_2_and_the_others_are_done(folder):
    done = run(folder / "gone.txt", put(folder / "wrong.json", WRONG), put(folder / "good.json"))
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "gone.txt" in done.stderr
    assert "wrong.json: 1 error, 1 warning" in done.stdout
    assert "good.json: no problems" in done.stdout
    assert "1 file could not be read" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02\x03" * 50, b"{}", b"Dear Sir,\n\nno sheet.\n", b"\xff\xfe"]
)
def test_what_is_no_sheet_gets_one_line(folder, content):
    (folder / "odd.txt").write_bytes(content)
    done = run("odd.txt")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("odd.txt")
    assert "Traceback" not in done.output


def test_without_a_path_the_usage_is_told(folder):
    done = run()
    assert done.exit_code == 2
    assert "Usage" in done.stderr


def test_a_folder_is_walked(folder):
    put(folder / "sheets" / "a.json")
    put(folder / "sheets" / "more" / "b.json", WRONG)
    data = as_json("sheets")
    assert data["sheets"] == 2
    assert {problem["file"] for problem in data["problems"]} == {str(Path("sheets", "more", "b.json"))}


def test_a_folder_without_a_sheet_is_told_and_the_others_are_done(folder):
    (folder / "empty").mkdir()
    done = run("empty", put(folder / "good.json"))
    assert done.exit_code == 2
    assert "good.json: no problems" in done.stdout
    assert "empty" in done.stderr


def test_a_fault_of_the_program_on_one_file_does_not_cost_the_others(folder, monkeypatch):
    def read(path, password=None):
        if path.name == "odd.json":
            raise ZeroDivisionError("by chance")
        return read_sheets(path)

    monkeypatch.setattr("atop_coder.reading.read_sheets", read)
    done = run(put(folder / "odd.json"), put(folder / "wrong.json", WRONG))
    assert done.exit_code == 2
    assert (
        done.stderr
        == f"{AtopError('program-failed', file=folder / 'odd.json', reason='ZeroDivisionError: by chance')}\n"
    )
    assert "wrong.json: 1 error" in done.stdout


def test_a_file_named_twice_is_checked_once(folder):
    put(folder / "a.json", WRONG)
    assert as_json("a.json", "a.json")["sheets"] == 1


def test_json_is_as_promised(folder):
    put(folder / "wrong.json", WRONG)
    data = as_json("wrong.json", "gone.txt")
    assert list(data) == ["sheets", "unread", "problems", "doubt"]
    assert data["sheets"] == 1
    assert [list(entry) for entry in data["unread"]] == [["file", "message"]]
    assert data["unread"][0]["file"] == "gone.txt"
    assert data["problems"][0] == {
        "file": "wrong.json",
        "question": 1,
        "code": "atop-id-form",
        "severity": "error",
        "message": data["problems"][0]["message"],
        "data": {"atop_id": 504},
    }
    assert [problem["severity"] for problem in data["problems"]] == ["error", "warning"]


def test_json_of_nothing_wrong_is_whole_too(folder):
    assert as_json(put(folder / "good.json")) == {"sheets": 1, "unread": [], "problems": [], "doubt": []}


def test_where_no_sheet_was_read_the_total_says_only_that(folder):
    assert run("gone.txt").stdout == "No sheet was read; 1 file could not be read.\n"


def test_text_groups_problems_by_file_and_ends_with_a_total(folder):
    put(folder / "a.json", WRONG)
    put(folder / "b.json", WARNED)
    lines = run("a.json", "b.json").stdout.splitlines()
    assert lines[0] == "a.json: 1 error, 1 warning"
    assert lines[1].split()[:3] == ["1", "error", "atop-id-form"]
    assert lines[2].split()[:3] == ["21", "warning", "description-owed"]
    assert lines[3] == "b.json: 1 warning"
    assert lines[-1] == "2 sheets: 1 error, 2 warnings."


DOUBTFUL = """SECTION I: FORMATION, MEMBERS, AND DURATION
1. ATOP ID: 5040
2. COW Alliance # (if applicable): N/A
3. Signature date(s) (may vary for members in multilateral alliances):
in the spring
4. Members of alliance (use COW country codes):
703 Kyrgyzstan
705 Kazakhstan
5. Was the alliance signed during war? If so, which war, and which member(s) was at war? (check COW data)
No.
"""


def test_what_was_read_with_doubt_is_told(folder):
    (folder / "doubt.txt").write_text(DOUBTFUL, encoding="utf-8")
    done = run("doubt.txt")
    assert "read with doubt" in done.stdout
    assert "atop-coder convert" in done.stdout


PROBLEM = Problem(
    4, "some-code", Severity.WARNING, "Many words stand here that a narrow window must fold. " * 3
)


def plain(lines):
    return [line.replace("\x1b[33m", "").replace("\x1b[0m", "") for line in lines]


def test_a_message_is_wrapped_under_itself():
    lines = plain(problem_lines([PROBLEM], 80))
    assert len(lines) > 2
    assert all(len(line) <= 80 for line in lines)
    start = lines[0].index("Many")
    assert all(line[:start].isspace() and not line[start].isspace() for line in lines[1:])


def test_in_a_narrow_terminal_the_message_stands_on_lines_of_its_own():
    lines = plain(problem_lines([PROBLEM], 45))
    assert lines[0].split() == ["4", "warning", "some-code"]
    assert all(line.startswith("      ") and len(line) <= 45 for line in lines[1:])


def test_without_a_terminal_a_problem_is_one_line():
    assert len(list(problem_lines([PROBLEM, PROBLEM], None))) == 2


def test_tally_leaves_out_what_is_not_there():
    assert tally([]) == "no problems"
    assert tally([PROBLEM]) == "1 warning"
    assert tally([PROBLEM, PROBLEM, Problem(1, "x", Severity.NOTE, "")]) == "2 warnings, 1 note"


def test_doubts_are_counted_with_their_questions():
    unsure = tuple(Placed(number, 1, 1, "", Sureness.UNSURE) for number in (4, 14, 5, 6))
    (line,) = reading_lines(ReadingReport("", "text", placed=(*unsure, Placed(7, 1, 1, ""))))
    assert "4 answers" in line
    assert "questions 4-6 and 14" in line


def test_unplaced_lines_are_counted():
    (line,) = reading_lines(ReadingReport("", "text", unplaced=(Piece(1, "x", ""),)))
    assert "1 line is in no answer" in line


def start(words, **settings):
    code = "from atop_coder.cli.check import check; check(prog_name='atop-coder check')"
    env = {**os.environ, "PYTHONPATH": str(ROOT), **settings.pop("env", {})}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
        **settings,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
@pytest.mark.parametrize("shape", ["text", "json"])
def test_a_character_that_the_console_lacks_does_no_harm(folder, encoding, shape):
    path = put(folder / "漢é.json", {18: {"details": "“Они согласны… (Art. 1)"}})
    process = start([path, "--format", shape], env={"PYTHONIOENCODING": encoding})
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert "quote-not-closed" in out.decode(encoding)
    if shape == "json":
        assert json.loads(out.decode(encoding))["problems"][0]["data"]["quote"].startswith("Они")


def test_a_reader_that_goes_away_is_no_error(folder):
    for number in range(30):
        put(folder / "many" / f"{number}.json", WRONG)
    process = start(["many"], cwd=folder)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert b"Traceback" not in said
    assert b"Error" not in said


class Screen(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def test_progress_is_shown_for_many_files_on_a_terminal(folder, monkeypatch):
    from atop_coder.cli.check import _check_all
    from atop_coder.cli.many import MANY

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    few = [put(folder / f"{number}.json") for number in range(MANY)]
    assert len(_check_all(few, None)) == MANY
    assert screen.getvalue() == ""
    assert len(_check_all([*few, put(folder / "one_more.json")], None)) == MANY + 1
    assert "Checking" in screen.getvalue()
