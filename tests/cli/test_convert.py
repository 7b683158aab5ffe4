"""`atop-coder convert`, as people and scripts call it."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from atop_coder.cli.convert import convert
from atop_coder.errors import AtopError
from atop_coder.reading import read_sheet
from atop_coder.sheet import sheet_from_data, sheet_to_data
from atop_coder.writing.normalized import sheet_to_normalized
from tests.reading.sheets import prompt, sheet_text

TEXT = sheet_text({10: "Yes. “They help.” (Art. 3)", 18: "They help."})


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A text sheet in a folder of its own."""
    path = tmp_path / "5040.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words):
    return CliRunner().invoke(convert, [str(word) for word in words])


def test_without_a_name_the_normalized_sheet_goes_to_standard_output(source):
    done = run(source)
    assert done.exit_code == 0
    assert done.stdout == sheet_to_normalized(read_sheet(source).sheet)


def test_json_goes_to_standard_output(source):
    done = run(source, "--to", "json")
    assert sheet_from_data(json.loads(done.stdout)) == read_sheet(source).sheet


def test_the_ending_of_the_file_says_the_format(source):
    target = source.with_name("out.JSON")
    assert run(source, "-o", target).exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["form"] == "atop-codesheet"


def test_to_is_stronger_than_the_ending(source):
    target = source.with_name("out.data")
    assert run(source, "-o", target, "--to", "txt").exit_code == 0
    assert read_sheet(target).report.format == "normalized"


def test_nothing_but_the_file_is_left(source):
    run(source, "-o", source.with_name("out.json"))
    assert sorted(path.name for path in source.parent.iterdir()) == ["5040.txt", "out.json"]


@pytest.mark.parametrize("kind", ["txt", "json"])
def test_what_was_written_reads_back_the_same_and_is_written_the_same(source, kind):
    first, second = source.with_name(f"a.{kind}"), source.with_name(f"b.{kind}")
    run(source, "-o", first)
    run(first, "-o", second)
    assert first.read_bytes() == second.read_bytes()


# What was read with doubt


def test_a_good_sheet_says_only_which_questions_it_does_not_have(source):
    assert [line.split(": ")[1] for line in run(source).stderr.splitlines()] == ["not found in the sheet"]


def test_doubt_is_told_with_the_line_and_the_question(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(sheet_text({10: "The treaty lasts ten years."}), encoding="utf-8")
    line = next(line for line in run(path).stderr.splitlines() if "question 10 " in line)
    assert line.startswith(f"{path}:")
    assert line.split(":")[1].isdigit()


def test_text_in_no_answer_is_told_with_its_line(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"Coded in a hurry.\n\n{TEXT}", encoding="utf-8")
    assert any(
        line.startswith(f"{path}:1: ") and "Coded in a hurry." in line
        for line in run(path).stderr.splitlines()
    )


def test_json_on_standard_output_is_not_mixed_with_what_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"Coded in a hurry.\n\n{TEXT}", encoding="utf-8")
    assert json.loads(run(path, "--to", "json").stdout)


# What cannot be read


def told(done, name: str) -> str:
    """The one line that a refused conversion says, which names the file."""
    assert done.exit_code == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert name in lines[0]
    return str(lines[0])


def test_a_file_that_is_not_there_is_told(tmp_path):
    path = tmp_path / "gone.txt"
    assert str(AtopError("file-not-found", file=path)) in told(run(path), "gone.txt")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02" * 90,
        b"Dear Sir,\nno sheet.",
        b"{",
        b"{}",
        b"%PDF-1.4",
        b"PK\x03\x04",
        b"\xff\xfe",
    ],
)
def test_what_is_no_sheet_is_told_and_nothing_is_written(tmp_path, content):
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    told(run(path, "-o", tmp_path / "out.json"), "odd.txt")
    assert [one.name for one in tmp_path.iterdir()] == ["odd.txt"]


def test_a_folder_is_no_sheet(tmp_path):
    told(run(tmp_path), tmp_path.name)


def test_a_refused_file_leaves_the_old_output_as_it_was(tmp_path):
    (tmp_path / "odd.txt").write_text("Dear Sir")
    old = tmp_path / "out.txt"
    old.write_text(sheet_to_normalized(sheet_from_data({"answers": {}})), encoding="utf-8")
    before = old.read_bytes()
    told(run(tmp_path / "odd.txt", "-o", old), "odd.txt")
    assert old.read_bytes() == before


# What cannot be written


def test_a_format_that_nobody_knows_is_told(source):
    assert "json" in told(run(source, "-o", source.with_name("out.odd")), "out.odd")


def test_excel_is_not_for_the_terminal(source):
    assert "-o" in told(run(source, "--to", "xlsx"), "xlsx")


@pytest.mark.parametrize("name", ["gone/out.json", "5040.txt/out.json"])
def test_a_folder_that_is_not_there_is_told(source, name):
    told(run(source, "-o", source.parent / name), "out.json")
    assert source.read_text(encoding="utf-8") == TEXT


def test_a_folder_in_the_place_of_the_file_is_told(source):
    folder = source.with_name("out.json")
    folder.mkdir()
    told(run(source, "-o", folder), "out.json")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_disk_that_fails_costs_nothing(source, monkeypatch, step):
    old = source.with_name("out.json")
    run(source, "-o", old)
    before = old.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((Path, "replace", fail) if step == "replace" else (os, "fsync", fail)))
    (source).write_text(TEXT.replace("They help.", "They do not."), encoding="utf-8")
    told(run(source, "-o", old), "out.json")
    assert old.read_bytes() == before
    assert sorted(path.name for path in source.parent.iterdir()) == ["5040.txt", "out.json"]


# What is there already


def test_a_typed_sheet_is_not_replaced(source):
    told(run(source, "-o", source), "5040.txt")
    assert source.read_text(encoding="utf-8") == TEXT


def test_another_persons_file_is_not_replaced(source):
    other = source.with_name("notes.txt")
    other.write_text("my notes")
    told(run(source, "-o", other), "notes.txt")
    assert other.read_text() == "my notes"


def test_it_is_replaced_where_that_is_asked_for(source):
    assert run(source, "-o", source, "--force").exit_code == 0
    assert read_sheet(source).report.format == "normalized"


def test_what_this_program_wrote_is_written_anew(source):
    target = source.with_name("out.txt")
    run(source, "-o", target)
    source.write_text(sheet_text({18: "They do not."}), encoding="utf-8")
    assert run(source, "-o", target).exit_code == 0
    assert read_sheet(target).sheet[18].details == "They do not."


@pytest.mark.parametrize(
    "name", ["a sheet.txt", "“9”.txt", "Ünïcödé-条約.txt", "-o.txt", "--help.txt", "%s{0}.txt"]
)
def test_a_file_may_have_any_name(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(TEXT, encoding="utf-8")
    done = run("--to", "json", "--", name)
    assert done.exit_code == 0
    assert sheet_to_data(read_sheet(Path(name)).sheet) == json.loads(done.stdout)


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT}\n57. {prompt(57)}\n=SUM(A1:A9)\n", encoding="utf-8")
    run(path, "-o", tmp_path / "a.xlsx")
    cells = [cell for tab in load_workbook(tmp_path / "a.xlsx") for row in tab.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == "=SUM(A1:A9)"]
    assert [cell.data_type for cell in found] == ["s"]
