"""Which reader a file gets, and which files of a folder are sheets."""

import json

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading import find_sheets, read_sheet, was_written_here
from atop_coder.sheet import Sheet, sheet_from_data, sheet_to_data
from atop_coder.writing.normalized import sheet_to_normalized
from tests.reading.sheets import AROUND, sheet_text

SHEET = sheet_from_data({"answers": {"1": {"value": 5040}, "18": {"details": "They help."}}})


def as_json(sheet: Sheet) -> str:
    return json.dumps(sheet_to_data(sheet))


def refused(path) -> str:
    with pytest.raises(AtopError) as caught:
        read_sheet(path)
    line = str(caught.value)
    assert path.name in line
    assert "\n" not in line
    return caught.value.code


@pytest.fixture
def put(tmp_path):
    def put(name: str, content: str | bytes):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_sheet_is_read_in_any_encoding(put, encoding, end):
    text = sheet_text({18: "“They’ll help” — at once"}).replace("\n", end)
    reading = read_sheet(put("a.txt", text.encode(encoding)))
    assert reading.sheet[18].details == "“They’ll help” — at once"
    assert reading.report.format == "text"


def test_a_normalized_sheet_is_read_exactly(put):
    reading = read_sheet(put("a.txt", sheet_to_normalized(SHEET)))
    assert (reading.sheet, reading.report.format) == (SHEET, "normalized")


@pytest.mark.parametrize("begin", ["", "\ufeff", "\n  "])
def test_json_is_known_by_its_content(put, begin):
    reading = read_sheet(put("a.txt", begin + as_json(SHEET)))
    assert (reading.sheet, reading.report.format) == (SHEET, "json")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"answers": 1}',
        "{}",
        '{"answers": {"99": {}}}',
        '{"answers": {"1": {"value": "x"}}}',
        "{" * 50_000,
    ],
)
def test_json_that_is_no_sheet_is_told(put, text):
    assert refused(put("a.json", text)) == "json-not-read"


def test_json_may_not_hold_what_is_no_number(put):
    assert refused(put("a.json", '{"answers": {"1": {"value": NaN}}}')) == "json-not-read"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\x00" * 500,
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 80,
        b"{\\rtf1 hello}",
        b"PK\x03\x04 not a zip",
        b"%PDF-1.4\nno more",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        b"GIF89a......",
        b"Dear Sir,\n\nI am writing to you.\n",
        b"a,b,c\n1,2,3\n",
        "\n".join(f"{number}. item" for number in range(1, 62)).encode(),
    ],
)
def test_what_is_no_sheet_is_told_in_one_line(put, content):
    assert refused(put("odd.txt", content))


def test_the_name_of_a_file_does_not_matter(put):
    assert read_sheet(put("sheet.bak", sheet_text({}))).sheet.answered == len(AROUND)


# Folders


def names(found) -> list[str]:
    return [path.name for path in found]


def test_a_folder_is_walked_with_its_folders_in_order(put, tmp_path):
    for name in ("b.txt", "a/c.TXT", "a.json", "notes.rst", ".hidden.txt", "~$b.txt", ".git/x.txt"):
        put(name, "x")
    assert names(find_sheets([tmp_path])) == ["c.TXT", "a.json", "b.txt"]


def test_a_file_that_is_named_is_taken_whatever_its_name(put):
    assert names(find_sheets([put("notes.md", "x")])) == ["notes.md"]


def test_a_folder_named_like_a_sheet_is_no_sheet(put, tmp_path):
    put("a.txt/b.txt", "x")
    assert names(find_sheets([tmp_path])) == ["b.txt"]


def test_a_folder_without_sheets_is_told(tmp_path):
    with pytest.raises(AtopError) as caught:
        list(find_sheets([tmp_path]))
    assert caught.value.code == "no-sheets-found"


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (sheet_to_normalized(SHEET), True),
        (as_json(SHEET), True),
        (sheet_text({}), False),
        ("{}", False),
        ("", False),
        (b"\x00" * 99, False),
    ],
)
def test_what_this_program_wrote_is_known(put, content, ours):
    assert was_written_here(put("a.txt", content)) is ours


def test_a_file_that_is_not_there_was_not_written_here(tmp_path):
    assert not was_written_here(tmp_path / "gone.txt")
