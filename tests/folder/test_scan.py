"""Reading many files: all of them, whatever one of them does."""

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from atop_coder.files.fingerprint import fingerprint
from atop_coder.folder import scan as scanning
from atop_coder.folder.cache import Cache
from atop_coder.folder.entry import Entry, read_entry
from atop_coder.folder.scan import scan, workers_for


@pytest.fixture
def files(put) -> list[Path]:
    return [put(f"{number}.json", {1: {"value": 9000 + number}}) for number in range(1, 12)]


def by_path(entries):
    return {entry.path: entry for entry in entries}


def test_every_file_has_an_entry(files):
    assert list(by_path(scan(files, workers=0))) == files


def test_no_file_gives_no_entry():
    assert list(scan([])) == []


def test_a_bad_file_does_not_stop_the_rest(files, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\xff" * 50)
    found = by_path(scan([files[0], bad, tmp_path / "gone.txt", *files[1:]], workers=0))
    assert len(found) == len(files) + 2
    assert found[bad].summary.message
    assert found[tmp_path / "gone.txt"].summary.message
    assert not any(found[path].summary.message for path in files)


def test_the_second_time_nothing_is_read(files, tmp_path, monkeypatch):
    base = tmp_path / "cache.sqlite"
    with Cache(base) as cache:
        first = by_path(scan(files, cache, workers=0))
    monkeypatch.setattr(scanning, "read_entry", None)
    with Cache(base) as cache:
        assert by_path(scan(files, cache, workers=0)) == first


def test_only_what_changed_is_read_again(files, put, tmp_path, monkeypatch):
    with Cache(tmp_path / "cache.sqlite") as cache:
        list(scan(files, cache, workers=0))
        put("3.json", {1: {"value": 9500}})
        read: list[Path] = []

        def watched(path: Path, content: str) -> Entry:
            read.append(path)
            return read_entry(path, content)

        monkeypatch.setattr(scanning, "read_entry", watched)
        found = by_path(scan(files, cache, workers=0))
    assert [path.name for path in read] == ["3.json"]
    assert found[read[0]].summary.atop_id == 9500


def test_it_stops_between_files(files):
    seen: list[Entry] = []
    for entry in scan(files, workers=0, stop=lambda: len(seen) == 4):
        seen.append(entry)
    assert len(seen) == 4


def test_what_was_read_before_a_stop_is_remembered(files, tmp_path):
    with Cache(tmp_path / "cache.sqlite") as cache:
        seen: list[Entry] = []
        for entry in scan(files, cache, workers=0, stop=lambda: len(seen) == 4):
            seen.append(entry)
        assert all(cache.get(entry.summary.content, entry.path) for entry in seen)


@pytest.mark.parametrize(("slow", "seen"), [(-1.0, 1), (60.0, 11)])
def test_of_a_slow_folder_the_first_sheets_come_before_all_were_looked_at(files, monkeypatch, slow, seen):
    looked = []

    def look(path):
        looked.append(path)
        return fingerprint(path)

    monkeypatch.setattr(scanning, "SLOW", slow)
    monkeypatch.setattr(scanning, "fingerprint", look)
    entries = scan(files, workers=0)
    next(entries)
    assert len(looked) == seen
    assert len(list(entries)) == len(files) - 1


def test_few_files_are_read_in_this_process():
    assert workers_for(scanning.FEW - 1) == 0


def test_there_are_never_more_processes_than_cores():
    assert workers_for(10**6) <= (os.cpu_count() or 1)


@pytest.mark.slow
def test_other_processes_find_the_same(files):
    assert by_path(scan(files, workers=2)) == by_path(scan(files, workers=0))


@pytest.mark.slow
def test_cancelling_leaves_other_processes_behind_in_good_order(files):
    seen: list[Entry] = []
    for entry in scan(files, workers=2, stop=lambda: bool(seen)):
        seen.append(entry)
    assert 0 < len(seen) <= len(files)


def crash_on_odd_ones(jobs):
    if any(path.name.startswith("odd") for path, _ in jobs):
        os._exit(3)
    return scanning._read_batch(jobs)


@pytest.mark.slow
def test_a_file_that_ends_its_process_is_told_and_the_rest_is_read(files, put, monkeypatch):
    odd = put("odd.json")
    real = ProcessPoolExecutor.submit
    monkeypatch.setattr(
        ProcessPoolExecutor,
        "submit",
        lambda pool, do, *given: real(pool, crash_on_odd_ones if do is scanning._read_batch else do, *given),
    )
    found = by_path(scan([*files[:5], odd, *files[5:]], workers=2))
    assert [path.name for path, entry in found.items() if entry.summary.message] == ["odd.json"]
    assert scanning.CRASHED in found[odd].summary.message
    assert set(found) == {*files, odd}


@pytest.mark.parametrize("fault", scanning.ENDED)
def test_a_batch_that_can_be_given_to_nobody_is_read_all_the_same(files, monkeypatch, fault):
    def refuse(*_):
        raise fault

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    assert list(by_path(scan(files, workers=2))) == files


@pytest.mark.slow
@pytest.mark.parametrize("fault", scanning.ENDED)
def test_what_processes_had_when_they_ended_is_read_once_more(files, monkeypatch, fault):
    monkeypatch.setattr(scanning, "BATCH", 2)
    real, given = scanning._submit, []

    def submit(pool, batch):
        given.append(batch)
        if len(given) == 3:
            raise fault
        return real(pool, batch)

    monkeypatch.setattr(scanning, "_submit", submit)
    found = [entry.path for entry in scan(files, workers=2)]
    assert sorted(found) == sorted(files)


def test_a_system_without_processes_reads_all_the_same(files, monkeypatch):
    def refuse(_workers):
        raise OSError("not here")

    monkeypatch.setattr(scanning, "_pool", refuse)
    assert list(by_path(scan(files, workers=4))) == files
