"""Folders in which a file holds several sheets, and files of kinds that are not read."""

import pytest

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.review import review_path
from atop_coder.folder.cache import Cache
from atop_coder.folder.exporting import check_target, read_each
from atop_coder.folder.normalizing import Done, normalize
from atop_coder.folder.scan import scan
from atop_coder.reading import find_sheets, part_path, read_sheet
from tests.reading.several import GERMANY, POLAND, typed


@pytest.fixture
def both(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text(typed(POLAND) + "\n" + typed({**GERMANY, 10: "For ten years."}), encoding="utf-8")
    return path


@pytest.fixture
def parts(both):
    return [part_path(both, f"sheet {number} of 2") for number in (1, 2)]


def test_each_sheet_has_an_entry(both, parts):
    found = list(scan([both], workers=0))
    assert [entry.path for entry in found] == parts
    assert [entry.summary.atop_id for entry in found] == [3005, 3010]
    assert not any(entry.others for entry in found)


def test_each_is_remembered(both, parts, tmp_path):
    with Cache(tmp_path / "cache" / "sheets.sqlite", "p") as cache:
        first = list(scan([both], cache, workers=0))
    with Cache(tmp_path / "cache" / "sheets.sqlite", "p") as cache:
        known = cache.get(first[0].summary.content, both)
        assert known is not None
        assert [entry.path for entry in known.each] == parts
        assert list(scan([both], cache, workers=0)) == first


def test_a_part_is_read_again_by_its_path(parts):
    (entry,) = scan([parts[1]], workers=0)
    assert (entry.path, entry.summary.atop_id) == (parts[1], 3010)


def test_the_entry_says_what_to_look_at_first(both):
    second = list(scan([both], workers=0))[1].summary
    assert second.unsure == 1
    assert second.look.startswith("Look first at question 10")


def test_all_are_exported(both, parts):
    unread: list[str] = []
    assert [path for path, _ in read_each([both], unread)] == parts
    assert [path for path, _ in read_each(reversed(parts), unread)] == parts[::-1]
    assert unread == []


def test_a_part_that_is_gone_is_told(both):
    unread: list[str] = []
    assert list(read_each([part_path(both, "sheet 3 of 3")], unread)) == []
    assert "sheet 3 of 3" in unread[0]


def test_a_dataset_does_not_go_over_the_file_of_a_part(tmp_path):
    book = tmp_path / "book.xlsx"
    book.write_bytes(b"x")
    with pytest.raises(AtopError) as caught:
        check_target(book, [part_path(book, "sheet 2 of 2")])
    assert caught.value.code == "dataset-over-sheet"


@pytest.mark.parametrize("by_part", [True, False])
def test_each_gets_a_normalized_sheet_and_the_file_stays(both, parts, by_part):
    before = both.read_bytes()
    outcomes = list(normalize(parts if by_part else [both]))
    assert [(one.path, one.done) for one in outcomes] == [(path, Done.WRITTEN) for path in parts]
    assert [read_sheet(one.target).sheet.atop_id for one in outcomes if one.target] == [3005, 3010]
    assert both.read_bytes() == before


def test_each_has_a_review_of_its_own(both, parts):
    assert len({review_path(path) for path in (both, *parts)}) == 3


def test_a_part_is_changed_when_its_file_is(both, parts):
    assert fingerprint(parts[1]) == fingerprint(both)


DOCUMENTS = {
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le"),
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "Workbook".encode("utf-16-le"),
    "a.rtf": b"{\\rtf1 hello}",
    "b.odt": b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
    "c.numbers": b"PK\x03\x04 Index/",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_another_kind_is_a_row(tmp_path, name):
    (tmp_path / name).write_bytes(DOCUMENTS[name])
    (entry,) = scan(list(find_sheets([tmp_path])), workers=0)
    assert entry.path.name == name
    assert entry.summary.message


@pytest.mark.parametrize("name", ["sheet", "sheet.md", "sheet.html", "sheet.bak"])
def test_a_text_with_questions_is_a_row_whatever_its_ending(tmp_path, name):
    (tmp_path / name).write_text(typed(POLAND), encoding="utf-8")
    assert [path.name for path in find_sheets([tmp_path])] == [name]


@pytest.mark.parametrize("name", ["README", "notes.md", "data.csv", "run.py", "LICENSE", "x.log"])
def test_a_text_without_questions_is_none(tmp_path, name):
    (tmp_path / name).write_text("1. Read this.\n2. Are there questions? No.\n", encoding="utf-8")
    with pytest.raises(AtopError) as caught:
        list(find_sheets([tmp_path]))
    assert caught.value.code == "no-sheets-found"
