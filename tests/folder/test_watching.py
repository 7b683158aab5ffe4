"""What is noticed in a folder."""

import os

import pytest

from atop_coder.files.review import review_path
from atop_coder.folder.watching import change, snapshot


@pytest.fixture
def folder(put):
    put("a.json")
    put("more/b.json")
    return put("c.json").parent


def changed(folder, do):
    before = snapshot(folder)
    do()
    return change(before, snapshot(folder))


def test_nothing_changed(folder):
    assert not changed(folder, lambda: None)


def test_a_new_file_is_noticed_in_a_sub_folder_too(folder, put):
    found = changed(folder, lambda: put("more/deep/d.json"))
    assert (found.touched, found.gone) == ({folder / "more" / "deep" / "d.json"}, set())


def test_a_changed_file_is_noticed(folder, put):
    found = changed(folder, lambda: put("a.json", {5: {"value": "yes", "details": "World War I"}}))
    assert found.touched == {folder / "a.json"}


def test_a_change_that_keeps_the_size_is_noticed(folder):
    found = changed(folder, lambda: os.utime(folder / "a.json", ns=(1, 1)))
    assert found.touched == {folder / "a.json"}


def test_a_file_that_is_gone_is_noticed(folder):
    found = changed(folder, (folder / "a.json").unlink)
    assert (found.touched, found.gone) == (set(), {folder / "a.json"})


def test_a_renamed_file_is_gone_and_new(folder):
    found = changed(folder, lambda: (folder / "a.json").rename(folder / "z.json"))
    assert (found.touched, found.gone) == ({folder / "z.json"}, {folder / "a.json"})


def test_a_remark_beside_a_sheet_touches_the_sheet(folder):
    found = changed(folder, lambda: review_path(folder / "a.json").write_text("{}\n"))
    assert (found.touched, found.gone) == ({folder / "a.json"}, set())


def test_a_review_that_is_gone_touches_the_sheet(folder):
    review = review_path(folder / "a.json")
    review.write_text("{}\n")
    found = changed(folder, review.unlink)
    assert (found.touched, found.gone) == ({folder / "a.json"}, set())


@pytest.mark.parametrize("name", [".hidden.txt", "~$a.docx", "notes.zip", ".atop-history/a.txt"])
def test_what_is_no_sheet_is_not_noticed(folder, name):
    def write():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")

    assert not changed(folder, write)


def test_a_folder_that_is_gone_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        snapshot(tmp_path / "gone")
