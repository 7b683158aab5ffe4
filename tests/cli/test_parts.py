"""The commands on files that hold several sheets, and what they say of doubt."""

import json

import pytest
from click.testing import CliRunner

from atop_coder.cli.check import check
from atop_coder.cli.convert import convert
from atop_coder.cli.export import export
from atop_coder.reading import read_sheet
from tests.reading.several import GERMANY, POLAND, as_excel, of, table, typed


@pytest.fixture
def both(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "old.txt"
    path.write_text(typed(POLAND) + "\n" + typed(GERMANY), encoding="utf-8")
    return path


def run(command, *words):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_convert_writes_the_first_and_offers_the_others_in_one_line(both):
    done = run(convert, both, "--to", "json")
    assert json.loads(done.stdout)["answers"]["1"] == {"value": 3005}
    offers = [line for line in done.stderr.split("\n") if "holds" in line]
    (offer,) = offers
    assert offer.startswith(f"{both}: this file holds 2 sheets; this is the first. Say --part 2")
    assert offer.endswith("or --part all -o NAME for each.")


def test_convert_writes_the_part_that_is_asked_for(both):
    done = run(convert, both, "--to", "json", "--part", "2")
    assert json.loads(done.stdout)["answers"]["1"] == {"value": 3010}
    assert "old.txt, sheet 2 of 2." in done.stderr


def test_convert_writes_all_with_numbers(both):
    assert run(convert, both, "--part", "all", "-o", both.with_name("new.txt")).exit_code == 0
    written = [both.with_name(f"new-{number}.txt") for number in (1, 2)]
    assert [read_sheet(path).sheet.atop_id for path in written] == [3005, 3010]
    assert not both.with_name("new.txt").exists()


def test_all_of_a_file_with_one_has_no_number(tmp_path):
    one = tmp_path / "one.txt"
    one.write_text(typed(POLAND), encoding="utf-8")
    assert run(convert, one, "--part", "all", "-o", tmp_path / "new.txt").exit_code == 0
    assert read_sheet(tmp_path / "new.txt").sheet.atop_id == 3005


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--part", "3"), "from 1 to 2"), (("--part", "x"), "from 1 to 2"), (("--part", "all"), "-o")],
)
def test_a_part_that_cannot_be_had_is_told(both, words, said):
    done = run(convert, both, *words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_coders_are_named(tmp_path):
    book = as_excel(table(["Question", "Ann", "Ben"], of(POLAND, GERMANY)), tmp_path)
    assert "holds 2 codings (Ann and Ben)" in run(convert, book).stderr


def test_check_takes_them_all_and_names_the_part(both):
    told = json.loads(run(check, both, "--format", "json").stdout)
    assert told["sheets"] == 2
    files = {problem["file"] for problem in told["problems"]}
    assert files == {f"{both}, sheet 1 of 2", f"{both}, sheet 2 of 2"}


def test_export_takes_them_all(both):
    target = both.with_name("data.csv")
    done = run(export, both, "-o", target)
    assert done.exit_code == 0
    assert "2 sheets exported" in done.stderr
    text = target.read_text(encoding="utf-8-sig")
    assert "old.txt, sheet 2 of 2" in text


def test_a_part_can_be_named_to_the_commands(both):
    done = run(check, f"{both}, sheet 2 of 2", "--format", "json")
    assert {one["file"] for one in json.loads(done.stdout)["problems"]} == {f"{both}, sheet 2 of 2"}


@pytest.fixture
def doubtful(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "doubt.txt"
    path.write_text(typed({**POLAND, 10: "The treaty lasts ten years.", 6: "Perhaps"}), encoding="utf-8")
    return path


def test_check_counts_doubt(doubtful):
    unsure = read_sheet(doubtful).report.unsure
    done = run(check, doubtful)
    first, last = done.stdout.split("\n")[0], done.stdout.rstrip().split("\n")[-1]
    assert f"{len(unsure)} answers read in doubt" in first
    assert f"{len(unsure)} answers read in doubt" in last


def test_check_tells_doubt_in_json(doubtful):
    told = json.loads(run(check, doubtful, "--format", "json").stdout)
    unsure = read_sheet(doubtful).report.unsure
    wanted = [{"file": str(doubtful), "question": one.question, "why": one.why} for one in unsure]
    assert told["doubt"] == wanted
    assert set(told) == {"sheets", "unread", "problems", "doubt"}


def test_convert_says_what_to_look_at_first(doubtful):
    assert f"{doubtful}: Look first at question" in run(convert, doubtful).stderr
