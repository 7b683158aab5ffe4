"""What is remembered of sheets, and what is not."""

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given

from atop_coder.checks import check
from atop_coder.folder.cache import Cache, program_print
from atop_coder.folder.entry import entry_of, unread
from atop_coder.folder.entry_data import entry_from_data, entry_to_data
from tests.folder.conftest import entry_at
from tests.strategies import sheets


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "sheets.sqlite"


def put_into(base: Path, *entries, program: str = "p") -> None:
    with Cache(base, program) as cache:
        cache.put(entries)


def get_from(base: Path, entry, program: str = "p"):
    with Cache(base, program) as cache:
        return cache.get(entry.summary.content, entry.path)


@given(sheets())
def test_an_entry_is_the_same_when_it_comes_back_from_json(sheet):
    entry = entry_of(Path("a.txt"), "content", sheet, check(sheet))
    data = json.loads(json.dumps(entry_to_data(entry)))
    back = entry_from_data(data, Path("a.txt"))
    assert json.loads(json.dumps(entry_to_data(back))) == data
    assert (back.summary, back.facts, dict(back.texts)) == (entry.summary, entry.facts, dict(entry.texts))
    assert [(one.code, one.message) for one in back.problems] == [
        (one.code, one.message) for one in entry.problems
    ]


def test_what_was_put_in_is_known(base, put):
    entry = entry_at(put("a.json"))
    put_into(base, entry)
    assert get_from(base, entry) == entry


def test_the_same_content_is_known_under_another_name(base, put):
    entry = entry_at(put("a.json"))
    put_into(base, entry)
    with Cache(base, "p") as cache:
        found = cache.get(entry.summary.content, Path("elsewhere.json"))
    assert found is not None
    assert found.path == Path("elsewhere.json")
    assert found.facts == entry.facts


def test_other_content_is_not_known(base, put):
    put_into(base, entry_at(put("a.json")))
    assert get_from(base, entry_at(put("a.json", {5: {"value": "yes", "details": "x"}}))) is None


def test_another_program_knows_nothing(base, put):
    entry = entry_at(put("a.json"))
    put_into(base, entry)
    assert get_from(base, entry, program="q") is None


def test_a_file_that_was_not_read_is_not_remembered(base):
    entry = unread(Path("a.txt"), "content", "It is broken.")
    put_into(base, entry)
    assert get_from(base, entry) is None


def test_a_sheet_with_a_date_in_the_future_is_read_anew_every_time(base, put):
    entry = entry_at(put("a.json", {60: {"value": "2999-01-01"}}))
    assert any(one.code == "future-date" for one in entry.problems)
    put_into(base, entry)
    assert get_from(base, entry) is None


def test_a_damaged_file_is_set_aside_and_begun_anew(base, put):
    entry = entry_at(put("a.json"))
    base.parent.mkdir()
    base.write_bytes(b"no database at all, but some bytes" * 100)
    with Cache(base, "p") as cache:
        assert cache.set_aside is not None
        assert cache.set_aside.read_bytes().startswith(b"no database")
        cache.put([entry])
        assert cache.get(entry.summary.content, entry.path) == entry


def test_damage_inside_the_file_is_survived(base, put):
    entry = entry_at(put("a.json"))
    put_into(base, entry)
    data = bytearray(base.read_bytes())
    data[2000:] = bytes(len(data) - 2000)
    base.write_bytes(data)
    with Cache(base, "p") as cache:
        cache.get(entry.summary.content, entry.path)
        cache.put([entry])
    assert get_from(base, entry) in (None, entry)


@pytest.mark.parametrize("data", [b"", b"rubbish", b"x\x9c\xabV\xaa\x05\x00\x01u\x00\xf9"])
def test_a_row_that_says_nothing_is_not_known(base, put, data):
    entry = entry_at(put("a.json"))
    put_into(base, entry)
    with sqlite3.connect(base) as raw:
        raw.execute("UPDATE entries SET data = ?", (data,))
    raw.close()
    assert get_from(base, entry) is None


def test_a_place_where_nobody_may_write_costs_only_the_memory(tmp_path, put):
    entry = entry_at(put("a.json"))
    (tmp_path / "file").write_text("in the way")
    with Cache(tmp_path / "file" / "sheets.sqlite", "p") as cache:
        cache.put([entry])
        assert cache.get(entry.summary.content, entry.path) is None


def test_a_base_that_another_window_holds_is_passed_over_and_not_set_aside(base, put, monkeypatch):
    entry = entry_at(put("a.json"))
    put_into(base, entry)
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, timeout: connect(path, timeout=0))
    other = connect(base, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with Cache(base, "p") as cache:
        assert cache.get(entry.summary.content, entry.path) is None
        assert cache.set_aside is None
    other.close()
    assert get_from(base, entry) == entry


def test_the_print_of_the_program_is_the_same_for_the_same_program():
    assert program_print() == program_print() != ""
