from datetime import date
from pathlib import Path

import pytest

from atop_coder.reference import tables
from atop_coder.reference.tables import first_day, last_day, meets, read_table


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", None, None),
        ("1912", date(1912, 1, 1), date(1912, 12, 31)),
        ("1912-02", date(1912, 2, 1), date(1912, 2, 29)),
        ("1912-10-17", date(1912, 10, 17), date(1912, 10, 17)),
    ],
)
def test_a_cut_date_is_all_its_days(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["191", "1912-13", "soon", "1912-02-30"])
@pytest.mark.parametrize("read", [first_day, last_day])
def test_what_is_no_date_is_refused(read, text):
    with pytest.raises(ValueError, match=r"."):
        read(text)


@pytest.mark.parametrize(
    ("on", "until", "met"),
    [
        (date(1899, 12, 31), None, False),
        (date(1900, 1, 1), None, True),
        (date(1910, 12, 31), None, True),
        (date(1911, 1, 1), None, False),
        (date(1899, 1, 1), date(1900, 1, 1), True),
        (date(1910, 12, 31), date(1911, 12, 31), True),
        (date(1890, 1, 1), date(1920, 1, 1), True),
        (date(1890, 1, 1), date(1899, 12, 31), False),
    ],
)
def test_both_ends_of_a_time_belong_to_it(on, until, met):
    assert meets(date(1900, 1, 1), date(1910, 12, 31), on, until) is met


def test_an_open_end_has_no_limit():
    assert meets(None, None, date(1, 1, 1))
    assert meets(date(1900, 1, 1), None, date(2500, 1, 1))


def read_numbers(monkeypatch, path: Path, text: str) -> list[int]:
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(tables, "resource_path", lambda name: path)
    return list(read_table("cow/x.csv", ("number",), lambda row: int(row["number"])))


def test_a_row_that_makes_no_sense_is_named_with_its_line(monkeypatch, tmp_path):
    with pytest.raises(ValueError, match=r"resources/cow/x\.csv, line 3"):
        read_numbers(monkeypatch, tmp_path / "x.csv", "number\n1\nmany\n")


def test_a_row_with_too_many_cells_is_named_with_its_line(monkeypatch, tmp_path):
    with pytest.raises(ValueError, match=r"resources/cow/x\.csv, line 2"):
        read_numbers(monkeypatch, tmp_path / "x.csv", "number\n1,2\n")


def test_a_table_with_other_columns_is_refused(monkeypatch, tmp_path):
    with pytest.raises(ValueError, match="line 1"):
        read_numbers(monkeypatch, tmp_path / "x.csv", "figure\n1\n")


def test_an_empty_table_is_refused(monkeypatch, tmp_path):
    with pytest.raises(ValueError, match="line 1"):
        read_numbers(monkeypatch, tmp_path / "x.csv", "")
