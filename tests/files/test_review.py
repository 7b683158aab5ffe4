"""The review beside a sheet: lines that are only ever appended, and what they add up to."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.errors import AtopError
from atop_coder.files.remark import (
    Remark,
    RemarkKind,
    answer_print,
    make_remark,
    read_remark,
    remark_line,
    sheet_print,
)
from atop_coder.files.review import (
    append_remarks,
    merge_reviews,
    parse_review,
    read_review,
    review_of,
    review_path,
)
from atop_coder.files.review_file import ReviewFile
from atop_coder.form import Status
from atop_coder.sheet import Answer, Member, Sheet

FROM_THE_CONTRACT = (
    '{"id": "a1", "when": "2026-11-21T14:03:00Z", "who": "Jae-eon Lee", "kind": "warning-accepted",'
    ' "question": 4, "code": "not-system-member", "data": {"ccode": 275}, "reason": "A grand duchy."}'
)
PROBLEM = {"ccode": 275, "on": "1867-04-11"}
ANSWER = Answer(value=(Member(ccode=275, name="Hesse Grand Ducal"), Member(ccode=255, name="Prussia")))
PRINT = answer_print(4, ANSWER)
START = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def said(kind: str, minute: int = 0, **parts) -> Remark:
    return make_remark(kind, "A. Coder", when=START + timedelta(minutes=minute), **parts)


def accepted(minute: int = 0, **parts) -> Remark:
    whole = {
        "question": 4,
        "code": "not-system-member",
        "data": PROBLEM | {"answer": PRINT},
        "reason": "Signed",
    }
    return said(RemarkKind.ACCEPTED, minute, **(whole | parts))


def reopened(minute: int = 0) -> Remark:
    return said(RemarkKind.REOPENED, minute, question=4, code="not-system-member", data=PROBLEM)


def find(*remarks: Remark, data=PROBLEM, answer: str = PRINT) -> Remark | None:
    return review_of(remarks).acceptance(4, "not-system-member", data, answer)


# lines


def test_the_line_of_the_contract_is_read():
    remark = read_remark(FROM_THE_CONTRACT)
    assert (remark.id, remark.who, remark.question, remark.when) == ("a1", "Jae-eon Lee", 4, START)
    assert remark.data == {"ccode": 275}
    assert remark.reason == "A grand duchy."


def test_a_remark_is_written_in_the_words_of_the_contract():
    data = json.loads(remark_line(accepted()))
    assert list(data) == ["id", "when", "who", "kind", "question", "code", "data", "reason"]
    assert data["when"] == "2026-11-21T14:03:00Z"
    assert data["kind"] == "warning-accepted"


def test_what_is_empty_is_left_out_of_the_line():
    assert set(json.loads(remark_line(said(RemarkKind.COMPLETE)))) == {"id", "when", "who", "kind"}


def test_ids_of_one_second_sort_by_the_time_they_were_made():
    ids = [said(RemarkKind.COMMENT).id for _ in range(50)]
    assert sorted(ids) == ids
    assert len(set(ids)) == 50


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
remarks = st.builds(
    Remark,
    id=text.filter(bool),
    when=st.datetimes(min_value=datetime(1990, 1, 1), timezones=st.just(UTC)).map(
        lambda when: when.replace(microsecond=0)
    ),
    who=text,
    kind=st.sampled_from([*map(str, RemarkKind), "verified"]),
    question=st.none() | st.integers(1, 61),
    code=text,
    data=st.dictionaries(text, st.integers() | text | st.lists(st.integers(), max_size=3), max_size=3),
    reason=text,
)


@given(remarks)
def test_a_remark_comes_back_from_its_line(remark):
    line = remark_line(remark)
    assert "\n" not in line
    assert read_remark(line) == remark


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "[]",
        "5",
        '{"id": "a", "when": "2026-11-21T14:03:00Z"}',
        '{"id": 5, "when": "2026-11-21T14:03:00Z", "kind": "comment"}',
        '{"id": "a", "kind": "comment", "who": "b"}',
        '{"id": "a", "kind": "comment", "when": "yesterday"}',
        '{"id": "a", "kind": "comment", "when": "2026-11-21T14:03:00Z", "question": "four"}',
        '{"id": "a", "kind": "comment", "when": "2026-11-21T14:03:00Z", "question": true}',
        '{"id": "a", "kind": "comment", "when": "2026-11-21T14:03:00Z", "data": [1]}',
        '{"id": "a", "kind": "comment", "when": "2026-11-21T14:0',
        "[" * 100_000,
    ],
)
def test_a_line_that_cannot_be_read_is_kept_and_told(line):
    review = parse_review(f"{FROM_THE_CONTRACT}\n{line}\n".encode())
    assert [remark.id for remark in review.remarks] == ["a1"]
    assert [(unread.line, unread.text) for unread in review.unread] == [(2, line)]
    assert review.unread[0].why


def test_a_line_that_is_not_utf8_is_kept_and_told():
    review = parse_review(b"\xff\xfe{}\n" + FROM_THE_CONTRACT.encode())
    assert len(review.remarks) == 1
    assert review.unread[0].line == 1


def test_a_byte_order_mark_windows_line_ends_and_empty_lines_do_no_harm():
    data = b"\xef\xbb\xbf" + FROM_THE_CONTRACT.encode() + b"\r\n\r\n"
    review = parse_review(data)
    assert len(review.remarks) == 1
    assert not review.unread


@given(st.binary(max_size=200))
def test_no_bytes_are_too_odd_to_be_read(data):
    review = parse_review(data)
    lines = [line for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()]
    assert len(review.unread) == len(lines)


# state


def test_an_accepted_warning_holds():
    remark = accepted()
    assert find(remark) == remark


def test_the_acceptance_of_the_contract_holds_for_the_problem_that_it_describes():
    assert find(read_remark(FROM_THE_CONTRACT)) is not None


def test_a_changed_answer_opens_the_warning_again():
    changed = ANSWER.replace(details="Hesse signed for itself.")
    assert find(accepted(), answer=answer_print(4, changed)) is None


def test_an_answer_that_is_changed_back_is_accepted_again():
    assert find(accepted(), answer=answer_print(4, Answer(value=ANSWER.value))) is not None


def test_other_data_of_the_problem_open_the_warning_again():
    assert find(accepted(), data={"ccode": 275, "on": "1868-01-01"}) is None
    assert find(accepted(), data={"ccode": 273, "on": "1867-04-11"}) is None


def test_an_acceptance_is_for_its_own_question_and_code():
    review = review_of([accepted()])
    assert review.acceptance(9, "not-system-member", PROBLEM, PRINT) is None
    assert review.acceptance(4, "name-code-mismatch", PROBLEM, PRINT) is None


def test_the_last_word_on_a_warning_counts():
    assert find(accepted(0), reopened(1)) is None
    assert find(accepted(0), reopened(1), accepted(2)) is not None


def test_the_order_of_the_lines_does_not_matter_but_that_of_the_times():
    assert find(reopened(1), accepted(0)) is None
    assert find(accepted(2), reopened(1)) is not None


def test_a_sheet_is_complete_until_it_is_marked_incomplete():
    complete, incomplete = said(RemarkKind.COMPLETE, 0), said(RemarkKind.INCOMPLETE, 1)
    assert review_of([complete]).completed == complete
    assert review_of([incomplete, complete]).completed is None
    assert review_of([]).completed is None


def test_accepted_lists_what_nobody_took_back():
    other = accepted(0, data={"ccode": 273, "on": "1867-04-11", "answer": PRINT})
    again = accepted(3)
    assert review_of([accepted(0), other, again]).accepted == (other, again)
    gone = said(
        RemarkKind.REOPENED, 4, question=4, code="not-system-member", data={"ccode": 273, "on": "1867-04-11"}
    )
    assert review_of([other, again, gone]).accepted == (again,)


def test_comments_come_in_the_order_of_their_times():
    later, earlier = said(RemarkKind.COMMENT, 2, reason="b"), said(RemarkKind.COMMENT, 1, reason="a")
    assert [one.reason for one in review_of([later, earlier]).comments] == ["a", "b"]


def test_kinds_of_a_later_program_are_kept_and_change_nothing():
    later = said("verified", question=4)
    review = review_of([later, accepted()])
    assert later in review.remarks
    assert find(later, accepted()) is not None


@given(st.lists(remarks, max_size=8), st.randoms())
def test_the_state_does_not_depend_on_the_order_of_the_lines(given_remarks, random):
    unique = list({remark.id: remark for remark in given_remarks}.values())
    shuffled = random.sample(unique, len(unique))
    assert review_of(unique) == review_of(shuffled)


# prints


def test_the_print_of_an_answer_tells_blank_no_and_unknown_apart():
    answers = [Answer(status=status) for status in Status if status != Status.ANSWERED]
    prints = {answer_print(5, answer) for answer in (*answers, Answer(value="no"), Answer(value="yes"))}
    assert len(prints) == 5


def test_the_print_of_a_sheet_changes_with_any_answer():
    sheet = Sheet.empty()
    assert sheet_print(sheet) == sheet_print(Sheet.empty())
    assert sheet_print(sheet) != sheet_print(sheet.with_answer(61, Answer(value=("A. Coder",))))


# files


def test_the_review_of_a_sheet_stands_beside_it():
    assert review_path(Path("a/ATOP5040.txt")) == Path("a/ATOP5040.review.jsonl")


def test_a_sheet_without_a_review_has_an_empty_one(tmp_path):
    assert read_review(tmp_path / "none.review.jsonl").remarks == ()


def test_lines_are_appended_and_those_before_stay_byte_for_byte(tmp_path):
    path = tmp_path / "a.review.jsonl"
    before = b'{"id":"x",  "odd": 1}\r\nnot json\n'
    path.write_bytes(before)
    append_remarks(path, [accepted(0), accepted(1)])
    assert path.read_bytes().startswith(before)
    assert len(read_review(path).remarks) == 2


def test_a_torn_last_line_stays_a_line_of_its_own(tmp_path):
    path = tmp_path / "a.review.jsonl"
    path.write_bytes(b'{"id": "torn", "wh')
    append_remarks(path, [accepted()])
    review = read_review(path)
    assert len(review.remarks) == 1
    assert review.unread[0].text == '{"id": "torn", "wh'


def test_nothing_to_append_makes_no_file(tmp_path):
    append_remarks(tmp_path / "a.review.jsonl", [])
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(AtopError) as error:
        append_remarks(tmp_path / "nowhere" / "a.review.jsonl", [accepted()])
    assert error.value.code == "not-writable"


def test_a_review_that_cannot_be_read_is_told(tmp_path):
    path = tmp_path / "a.review.jsonl"
    path.mkdir()
    with pytest.raises(AtopError) as error:
        read_review(path)
    assert error.value.code == "file-not-readable"


# two copies


def as_bytes(*given_remarks: Remark) -> bytes:
    return "".join(f"{remark_line(remark)}\n" for remark in given_remarks).encode()


def test_two_copies_are_merged_with_each_id_once():
    common, mine, yours = accepted(0), accepted(1), reopened(2)
    merged = merge_reviews(as_bytes(common, mine), as_bytes(common, yours))
    assert [remark.id for remark in parse_review(merged).remarks] == [common.id, mine.id, yours.id]


def test_lines_that_cannot_be_read_survive_a_merge():
    merged = merge_reviews(b"<<<<<<<\n" + as_bytes(accepted()), b"\xff\xff\n<<<<<<<")
    assert merged.count(b"<<<<<<<\n") == 1
    assert b"\xff\xff\n" in merged


@given(st.lists(remarks, max_size=6), st.lists(remarks, max_size=6), st.binary(max_size=20))
def test_merging_does_not_depend_on_the_order_and_is_done_once(one, other, noise):
    first, second = as_bytes(*one), as_bytes(*other) + noise
    merged = merge_reviews(first, second)
    assert merged == merge_reviews(second, first)
    assert merged == merge_reviews(merged, first)
    assert {remark.id for remark in parse_review(merged).remarks} >= {remark.id for remark in one}


# the file of an open sheet


def test_what_is_said_is_written_at_once(tmp_path):
    file = ReviewFile(tmp_path / "ATOP5040.txt")
    file.add(accepted())
    assert ReviewFile(tmp_path / "ATOP5040.txt").review == file.review
    assert len(file.review.remarks) == 1


def test_what_is_said_of_a_sheet_that_was_never_saved_waits_for_the_save(tmp_path):
    file = ReviewFile()
    file.add(accepted())
    assert find(*file.review.remarks) is not None
    file.move_beside(tmp_path / "ATOP5040.txt")
    assert len(read_review(tmp_path / "ATOP5040.review.jsonl").remarks) == 1


def test_a_sheet_saved_under_another_name_takes_its_review_along(tmp_path):
    file = ReviewFile(tmp_path / "5040.txt")
    file.add(accepted(0))
    file.move_beside(tmp_path / "ATOP5040.txt")
    file.add(accepted(1))
    assert len(read_review(tmp_path / "5040.review.jsonl").remarks) == 1
    assert len(read_review(tmp_path / "ATOP5040.review.jsonl").remarks) == 2


def test_what_another_person_said_meanwhile_is_seen_with_the_next_remark(tmp_path):
    mine, theirs = ReviewFile(tmp_path / "a.txt"), ReviewFile(tmp_path / "a.txt")
    theirs.add(accepted(0))
    mine.add(said(RemarkKind.COMMENT, 1, reason="Seen"))
    assert len(mine.review.remarks) == 2


def test_what_cannot_be_written_is_kept_and_written_with_the_next_remark(tmp_path):
    folder = tmp_path / "gone"
    file = ReviewFile(folder / "a.txt")
    with pytest.raises(AtopError):
        file.add(accepted(0))
    assert len(file.review.remarks) == 1
    folder.mkdir()
    file.add(accepted(1))
    assert len(read_review(folder / "a.review.jsonl").remarks) == 2


def test_saving_again_in_the_same_place_appends_nothing(tmp_path):
    file = ReviewFile(tmp_path / "a.txt")
    file.add(accepted())
    before = (tmp_path / "a.review.jsonl").read_bytes()
    file.move_beside(tmp_path / "a.txt")
    assert (tmp_path / "a.review.jsonl").read_bytes() == before


def test_a_review_that_cannot_be_read_does_not_keep_the_sheet_from_opening(tmp_path):
    (tmp_path / "a.review.jsonl").mkdir()
    file = ReviewFile(tmp_path / "a.txt")
    assert file.trouble is not None
    assert file.trouble.code == "file-not-readable"
    assert file.review.remarks == ()
