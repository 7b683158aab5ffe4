"""Normalized sheets beside their originals."""

import pytest

from atop_coder.files.remark import RemarkKind, make_remark
from atop_coder.files.review import append_remarks, read_review, review_path
from atop_coder.folder.normalizing import Done, normalize
from atop_coder.form import load_form
from atop_coder.reading import read_sheet
from atop_coder.writing import sheet_to_normalized


def outcome(path, **more):
    [one] = normalize([path], **more)
    return one


def test_a_sheet_is_written_beside_its_original(put):
    path = put("a.json")
    before = path.read_bytes()
    one = outcome(path)
    assert (one.done, one.target) == (Done.WRITTEN, path.with_name("ATOP9990.txt"))
    assert read_sheet(one.target).sheet == read_sheet(path).sheet
    assert path.read_bytes() == before


def test_a_second_time_there_is_nothing_to_do(put):
    path = put("a.json")
    outcome(path)
    assert outcome(path).done == Done.ALREADY


def test_a_normalized_sheet_is_left_as_it_is(put):
    target = outcome(put("a.json")).target
    stamp = target.stat().st_mtime_ns
    assert outcome(target).done == Done.ALREADY
    assert target.stat().st_mtime_ns == stamp


@pytest.fixture
def edited(put):
    """A normalized sheet on which somebody has worked since."""
    sheet = read_sheet(put("other.json", {5: {"value": "yes", "details": "World War I"}})).sheet
    target = put("a.json").with_name("ATOP9990.txt")
    target.write_text(sheet_to_normalized(sheet), encoding="utf-8")
    return target


def test_another_normalized_sheet_is_not_written_over_unasked(put, edited):
    before = edited.read_bytes()
    assert outcome(put("a.json")).done == Done.EXISTS
    assert edited.read_bytes() == before


def test_it_is_written_over_when_somebody_says_so(put, edited):
    path = put("a.json")
    assert outcome(path, replace=True).done == Done.WRITTEN
    assert read_sheet(edited).sheet == read_sheet(path).sheet


@pytest.mark.parametrize("replace", [False, True])
def test_a_file_of_another_kind_is_never_written_over(put, replace):
    path = put("a.json")
    foreign = path.with_name("ATOP9990.txt")
    foreign.write_text("My notes on this alliance.", encoding="utf-8")
    one = outcome(path, replace=replace)
    assert (one.done, one.target.name) == (Done.WRITTEN, "ATOP9990 (2).txt")
    assert foreign.read_text(encoding="utf-8") == "My notes on this alliance."


@pytest.mark.parametrize("replace", [False, True])
def test_an_original_that_bears_the_name_is_kept(tmp_path, replace):
    original = tmp_path / "ATOP9110.txt"
    prompts = [f"{question.number}. {question.prompt}" for question in load_form().questions]
    original.write_text("\n".join([prompts[0], "9110", *prompts[1:]]), encoding="utf-8")
    before = original.read_bytes()
    one = outcome(original, replace=replace)
    assert (one.done, one.target.name) == (Done.WRITTEN, "ATOP9110 (2).txt")
    assert original.read_bytes() == before


def test_a_sheet_without_an_id_keeps_its_name(put):
    assert outcome(put("a.json", {1: {"status": "blank"}})).target.name == "a (normalized).txt"


def test_what_was_said_of_the_original_is_said_of_the_new_one(put):
    path = put("a.json")
    append_remarks(review_path(path), [make_remark(RemarkKind.COMMENT, "Ada", 5, reason="Look it up.")])
    target = outcome(path).target
    assert [one.reason for one in read_review(review_path(target)).comments] == ["Look it up."]
    assert review_path(path).exists()


def test_one_that_fails_does_not_stop_the_rest(put, tmp_path):
    done = [
        one.done
        for one in normalize([put("a.json"), tmp_path / "gone.txt", put("b.json", {1: {"value": 9991}})])
    ]
    assert done == [Done.WRITTEN, Done.FAILED, Done.WRITTEN]


def test_it_stops_when_it_is_told_to(put):
    assert list(normalize([put("a.json")], stop=lambda: True)) == []
    assert not put("a.json").with_name("ATOP9990.txt").exists()
