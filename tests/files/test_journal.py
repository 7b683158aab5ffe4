"""The recovery journal: what is noted is there after a crash, and is taken for no more than it is."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder import __version__
from atop_coder.errors import AtopError
from atop_coder.files import journal as journal_module
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.journal import Journal
from atop_coder.files.recovery import ASIDE, Fit, Left, forget, left_behind, read_journal, set_aside
from atop_coder.sheet import Answer, Sheet, make_answer
from tests.files.test_sheet_file import dead_owner
from tests.strategies import FORM, any_answers, sheets

EMPTY = Sheet.empty()


def yes(words: str = "") -> Answer:
    return make_answer(FORM.question(5), {"value": "yes", "details": words})


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_bytes(b"a sheet")
    return path


@pytest.fixture
def journal(tmp_path: Path, sheet: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journals")
    journal.begin(EMPTY, sheet, fingerprint(sheet), "ATOP 5040")
    yield journal
    journal.close()


def left(journal: Journal) -> Left:
    assert journal.path is not None
    return read_journal(journal.path)


def kill(journal: Journal) -> None:
    """Makes the journal one of a process that has ended."""
    assert journal.path is not None
    lines = journal.path.read_bytes().split(b"\n")
    head = json.loads(lines[0])
    head["owner"] = dead_owner().data
    journal.path.write_bytes(b"\n".join((json.dumps(head).encode(), *lines[1:])))


def test_opening_a_sheet_writes_nothing(journal):
    assert journal.path is None
    assert not journal.folder.exists()


def test_the_first_line_says_what_it_is_about(journal, sheet):
    journal.note([(5, yes())])
    head = json.loads(journal.path.read_bytes().split(b"\n")[0])
    assert head["path"] == str(sheet)
    assert head["hash"] == fingerprint(sheet)
    assert head["version"] == __version__
    assert datetime.fromisoformat(head["when"]) - datetime.now(UTC) < timedelta(minutes=1)


def test_an_edit_is_on_disk_as_soon_as_it_is_noted(journal):
    journal.note([(5, yes("In 1914."))])
    assert left(journal).sheet[5] == yes("In 1914.")
    assert left(journal).lost == {5: yes("In 1914.")}


def test_an_answer_that_is_as_before_is_no_edit(journal):
    assert journal.note([(5, yes())]) == 1
    assert journal.note([(5, yes())]) == 0


def test_the_journal_lies_where_only_its_person_reads(journal):
    journal.note([(5, yes())])
    if os.name == "posix":
        assert journal.path.stat().st_mode & 0o077 == 0


def test_after_a_save_the_journal_is_gone_until_the_next_edit(journal, sheet):
    journal.note([(5, yes())])
    before = journal.path
    journal.begin(journal.sheet, sheet, "new")
    assert not before.exists()
    journal.note([(5, yes("More."))])
    assert left(journal).start[5] == yes()


@given(sheets(), st.lists(any_answers(), max_size=8))
def test_any_edits_come_back(tmp_path_factory, start, pairs):
    journal = Journal(tmp_path_factory.mktemp("journals"))
    journal.begin(start)
    end = start
    for question, answer in pairs:
        journal.note([(question.number, answer)])
        end = end.with_answer(question.number, answer)
    if journal.path is None:
        assert end == start
    else:
        assert left(journal).sheet == end
        assert left(journal).unread == 0
    journal.remove()


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_last_line_costs_only_itself(journal, cut):
    journal.note([(5, yes("First."))])
    whole = journal.path.read_bytes()
    journal.note([(5, yes("Second."))])
    torn = journal.path.read_bytes()
    journal.path.write_bytes(torn[: len(whole) + cut])
    found = left(journal)
    assert found.sheet[5] == yes("First.")
    assert found.unread == 1


def test_a_line_that_a_full_disk_tore_stays_a_line_of_its_own(journal, monkeypatch):
    journal.note([(5, yes("First."))])
    file = journal._file

    class Full:
        def write(self, data):
            file.write(bytes(data[:10]))
            raise OSError(28, "No space left on device")

    journal._file = Full()
    with pytest.raises(AtopError) as refused:
        journal.note([(5, yes("Lost."))])
    assert refused.value.code == "journal-not-writable"
    journal._file = file
    journal.note([(5, yes("Third."))])
    assert left(journal).sheet[5] == yes("Third.")


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    journal = Journal(tmp_path / "file" / "journals")
    with pytest.raises(AtopError) as refused:
        journal.note([(5, yes())])
    assert refused.value.code == "journal-not-writable"


def test_a_long_journal_is_begun_anew_and_says_the_same(journal, monkeypatch):
    monkeypatch.setattr(journal_module, "HIGHEST", 20_000)
    journal._limit = 20_000
    for number in range(400):
        journal.note([(5, yes(f"{number} " * 20)), (18, Answer(details=str(number)))])
    assert len(list(journal.folder.iterdir())) == 1
    assert journal.path.stat().st_size < 60_000
    assert left(journal).sheet == journal.sheet


# how it fits the file


def test_a_journal_fits_the_file_that_it_began_with(journal):
    journal.note([(5, yes())])
    assert left(journal).fit == Fit.SAME


def test_a_journal_does_not_fit_a_file_that_was_changed(journal, sheet):
    journal.note([(5, yes())])
    sheet.write_bytes(b"another")
    assert left(journal).fit == Fit.CHANGED


def test_a_journal_whose_file_is_gone_says_so(journal, sheet):
    journal.note([(5, yes())])
    sheet.unlink()
    assert left(journal).fit == Fit.GONE


def test_a_sheet_that_was_never_saved_has_a_journal_too(tmp_path):
    journal = Journal(tmp_path)
    journal.note([(5, yes())])
    journal.close()
    assert left(journal).fit == Fit.UNNAMED
    assert left(journal).lost == {5: yes()}


def test_a_crash_between_the_save_and_its_end_loses_and_doubles_nothing(journal, sheet):
    journal.note([(5, yes())])
    journal.note_saving(sheet, "of the new one")
    sheet.write_bytes(b"what was saved")
    journal.note_saving(sheet, fingerprint(sheet))
    assert left(journal).fit == Fit.SAME
    assert left(journal).lost == {}
    journal.note([(9, yes("After."))])
    assert left(journal).lost == {9: yes("After.")}


def test_a_sheet_that_is_saved_under_a_new_name_is_looked_for_there(journal, tmp_path):
    journal.note([(5, yes())])
    other = tmp_path / "other.txt"
    other.write_bytes(b"saved")
    journal.note_saving(other, fingerprint(other))
    assert left(journal).path == other


@pytest.mark.parametrize("data", [b"", b"\n", b"{}", b"\xff\xfe\x00", b'{"journal": 2}\n', b"[" * 100_000])
def test_a_file_that_is_no_journal_is_damaged_and_stays(tmp_path, data):
    path = tmp_path / "a.journal"
    path.write_bytes(data)
    assert read_journal(path).fit == Fit.DAMAGED
    assert [one.journal for one in left_behind(tmp_path)] == [path]
    assert path.read_bytes() == data


# whose it is


def test_the_journal_of_a_living_window_is_not_offered(journal):
    journal.note([(5, yes())])
    assert left_behind(journal.folder) == ()


def test_the_journal_of_a_dead_one_is(journal):
    journal.note([(5, yes())])
    kill(journal)
    assert [one.lost for one in left_behind(journal.folder)] == [{5: yes()}]


def test_the_journal_of_another_machine_is_offered_when_it_was_quiet_for_a_day(journal):
    journal.note([(5, yes())])
    lines = journal.path.read_bytes().split(b"\n")
    head = json.loads(lines[0])
    head["owner"]["machine"] = "another one"
    journal.path.write_bytes(b"\n".join((json.dumps(head).encode(), *lines[1:])))
    assert left_behind(journal.folder) == ()
    later = datetime.now(UTC) + timedelta(days=2)
    assert len(left_behind(journal.folder, now=later)) == 1


def test_a_journal_that_is_set_aside_is_kept_whole_and_not_offered_again(journal):
    journal.note([(5, yes())])
    kill(journal)
    (found,) = left_behind(journal.folder)
    data = found.journal.read_bytes()
    place = set_aside(found)
    assert place.parent == journal.folder / ASIDE
    assert place.read_bytes() == data
    assert left_behind(journal.folder) == ()


def test_a_journal_that_was_taken_is_forgotten(journal):
    journal.note([(5, yes())])
    forget(left(journal))
    assert list(journal.folder.iterdir()) == []
