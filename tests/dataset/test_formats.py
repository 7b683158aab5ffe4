"""Which files a dataset is written to."""

import csv
import io
import sys
from pathlib import Path

import pytest

from atop_coder.dataset import SUFFIXES, make_files, to_tables, writer_of
from atop_coder.dataset.table import ALLIANCES
from atop_coder.errors import AtopError
from tests.dataset.examples import need_stata, records_of, sheet_of

RECORDS = records_of(sheet_of({1: {"value": 1200}}))


@pytest.mark.parametrize("name", ["a.sav", "a", "a.xls", ".xlsx", "a.xlsx.gz"])
def test_a_name_of_no_format_is_refused(name):
    with pytest.raises(AtopError) as caught:
        writer_of(Path(name))
    assert caught.value.code == "dataset-format-unknown"
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)


@pytest.mark.parametrize("suffix", [*SUFFIXES, *(suffix.upper() for suffix in SUFFIXES)])
def test_every_format_writes_the_file_it_was_asked_for(suffix):
    if suffix.lower() == ".dta":
        need_stata()
    path = Path("folder") / f"data{suffix}"
    files = make_files(to_tables(RECORDS), path)
    assert path in files
    assert all(files.values())


def test_csv_has_its_codebook_and_its_script_beside_it():
    path = Path("folder") / "data.csv"
    files = make_files(to_tables(RECORDS), path)
    assert list(files) == [path, path.with_name("data.codebook.csv"), path.with_name("data.do")]
    header = next(csv.reader(io.StringIO(files[path].decode())))
    codebook = list(csv.DictReader(io.StringIO(files[path.with_name("data.codebook.csv")].decode())))
    assert [row["column"] for row in codebook] == header
    assert {row["table"] for row in codebook} == {ALLIANCES}


def test_a_script_of_somebody_else_is_not_written_over(tmp_path):
    (tmp_path / "data.do").write_text("use data\n", encoding="utf-8")
    with pytest.raises(AtopError) as caught:
        make_files(to_tables(RECORDS), tmp_path / "data.csv")
    assert caught.value.code == "script-of-others"
    assert "data.do" in str(caught.value)


def test_a_script_that_was_written_here_is_made_again(tmp_path):
    path = tmp_path / "data.csv"
    for _ in range(2):
        files = make_files(to_tables(RECORDS), path)
        for file, data in files.items():
            file.write_bytes(data)
    assert len(files) == 3


@pytest.mark.parametrize("package", ["pandas", "pyreadstat"])
def test_a_stata_file_without_its_packages_is_refused_before_any_work(package, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(AtopError) as caught:
        writer_of(Path("a.dta"))
    assert caught.value.code == "stata-needs-extra"
    assert "atop-coder[stata]" in str(caught.value)
