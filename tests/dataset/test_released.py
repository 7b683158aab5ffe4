"""Our sheets beside released data."""

import pytest

from atop_coder.dataset.released import compare_released, read_released
from atop_coder.errors import AtopError
from tests.dataset.examples import members, need_stata, records_of, sheet_of

SHEET = sheet_of(
    {
        1: {"value": 5040},
        3: {"value": [{"date": "2003-12-25"}]},
        4: {"value": members(703, 705)},
        14: {"value": {"in_effect_as_of": "2018-04-14"}},
        16: {"value": ["defense"]},
        27: {"status": "unknown"},
    }
)
EQUAL = """atopid,begyr,begday,endyr,defense,offense,noothall,mem1,mem2,mem3,milcon,version
5040,2003,25,0,1,0,,703,705,,2,4.01
"""


def put(folder, text, name="released.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8-sig")
    return path


def compared(folder, text, *sheets):
    return compare_released(records_of(*(sheets or (SHEET,))), put(folder, text))


def test_what_is_equal_is_no_difference(tmp_path):
    found = compared(tmp_path, EQUAL)
    assert found.differences == ()
    assert (found.rows, found.version) == (1, "4.01")


def test_each_variable_that_differs_is_told_with_its_question(tmp_path):
    found = compared(tmp_path, EQUAL.replace("5040,2003,25,0,1", "5040,2004,,0,0"))
    told = [(one.variable, one.question, one.ours, one.theirs) for one in found.differences]
    assert told == [("begyr", 3, "2003", "2004"), ("begday", 3, "25", ""), ("defense", 16, "1", "0")]
    assert {(one.atop_id, one.file, one.member) for one in found.differences} == {(5040, "1.txt", None)}
    assert (found.count("begyr"), found.count("offense")) == (1, 0)


def test_one_member_more_is_one_difference(tmp_path):
    (one,) = compared(tmp_path, EQUAL.replace("703,705,", "702,703,705")).differences
    assert (one.variable, one.question, one.ours, one.theirs) == ("members", 4, "703 705", "702 703 705")


def test_a_column_that_sheets_do_not_give_is_named(tmp_path):
    assert compared(tmp_path, EQUAL).unknown_columns == ("milcon",)


def test_an_alliance_that_the_file_lacks_is_named(tmp_path):
    other = sheet_of({1: {"value": 9999}})
    found = compared(tmp_path, EQUAL, SHEET, other)
    assert (found.only_ours, found.rows) == (((9999, None),), 1)


def test_a_sheet_without_a_number_is_compared_with_nothing(tmp_path):
    found = compared(tmp_path, EQUAL, sheet_of({16: {"value": ["offense"]}}))
    assert (found.rows, found.differences, found.only_ours) == (0, (), ())


def test_the_names_of_columns_may_be_in_capitals(tmp_path):
    assert "defense" in compared(tmp_path, EQUAL.upper()).variables


def test_whole_numbers_may_be_written_with_a_point(tmp_path):
    found = compared(tmp_path, EQUAL.replace("5040,2003,25", "5040.0,2003.0,25.0"))
    assert (found.rows, found.differences) == (1, ())


def test_a_damaged_stata_file_is_refused(tmp_path):
    need_stata()
    with pytest.raises(AtopError) as told:
        read_released(put(tmp_path, "no Stata file", "released.dta"))
    assert told.value.code == "file-damaged"


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "released.csv").write_bytes(b"atopid,begyr\n\xff\xfe\x00,1\n")
    with pytest.raises(AtopError) as told:
        read_released(tmp_path / "released.csv")
    assert told.value.code == "file-damaged"


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "released.csv").mkdir()
    with pytest.raises(AtopError) as told:
        read_released(tmp_path / "released.csv")
    assert told.value.code == "file-not-readable"


MEMBERS = "atopid,member,yrent,yrexit,phase\n5040,703,2003,0,0\n5040,705,2003,0,0\n"


def test_a_file_of_members_is_compared_member_by_member(tmp_path):
    found = compared(tmp_path, MEMBERS.replace("5040,705,2003,0", "5040,705,2004,0"))
    assert (found.rows, found.variables) == (2, ("yrent", "yrexit"))
    (one,) = found.differences
    assert (one.member, one.variable, one.ours, one.theirs) == (705, "yrent", "2003", "2004")


def test_of_several_phases_the_first_tells_the_entry_and_the_last_the_exit(tmp_path):
    phases = "5040,703,2003,2010,1\n5040,703,2010,0,2\n5040,705,2003,2010,1\n5040,705,2010,0,2\n"
    assert compared(tmp_path, MEMBERS.split("\n")[0] + "\n" + phases).differences == ()


def test_a_stata_file_says_the_same_as_a_csv(tmp_path):
    need_stata()
    import pandas

    frame = pandas.DataFrame({"atopid": [5040.0], "begyr": [2003.0], "defense": [1.0], "noothall": [None]})
    frame["noothall"] = frame["noothall"].astype("float64")
    frame.to_stata(tmp_path / "released.dta", write_index=False)
    found = compare_released(records_of(SHEET), tmp_path / "released.dta")
    assert (found.differences, found.variables) == ((), ("begyr", "defense", "noothall"))


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("released.csv", "a,b\n1,2\n", "not-released-data"),
        ("released.csv", "atopid,begyr\n", "not-released-data"),
        ("released.csv", "", "not-released-data"),
        ("released.rds", EQUAL, "released-format-unknown"),
    ],
)
def test_what_is_no_released_data_is_refused(tmp_path, name, text, code):
    with pytest.raises(AtopError) as told:
        read_released(put(tmp_path, text, name))
    assert told.value.code == code


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(AtopError) as told:
        read_released(tmp_path / "none.csv")
    assert told.value.code == "file-not-found"


@pytest.mark.parametrize("level", ["alliance", "member"])
def test_real_sheet_5040_equals_its_published_rows(level, real_sheets):
    from atop_coder.dataset import to_records
    from atop_coder.reading import read_sheet

    released = real_sheets[0].parent.parent / "released" / f"atop4_01_{level}.csv"
    if not released.exists():
        pytest.skip("the released data are not beside the real sheets")
    found = compare_released(
        to_records((path.name, read_sheet(path).sheet) for path in real_sheets), released
    )
    assert found.differences == ()
    assert found.rows == (1 if level == "alliance" else 2)
    assert len(found.variables) >= 9
