"""Which files a dataset is written to."""

import csv
import io
from pathlib import Path

import pytest

from atop_coder.dataset import SUFFIXES, make_files, to_tables, writer_of
from atop_coder.dataset.table import ALLIANCES
from atop_coder.errors import AtopError
from tests.dataset.examples import records_of, sheet_of

RECORDS = records_of(sheet_of({1: {"value": 1200}}))


@pytest.mark.parametrize("name", ["a.dta", "a", "a.xls", ".xlsx", "a.xlsx.gz"])
def test_a_name_of_no_format_is_refused(name):
    with pytest.raises(AtopError) as caught:
        writer_of(Path(name))
    assert caught.value.code == "dataset-format-unknown"
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)


@pytest.mark.parametrize("suffix", [*SUFFIXES, *(suffix.upper() for suffix in SUFFIXES)])
def test_every_format_writes_the_file_it_was_asked_for(suffix):
    path = Path("folder") / f"data{suffix}"
    files = make_files(to_tables(RECORDS), path)
    assert path in files
    assert all(files.values())


def test_csv_has_its_codebook_beside_it():
    path = Path("folder") / "data.csv"
    files = make_files(to_tables(RECORDS), path)
    assert list(files) == [path, path.with_name("data.codebook.csv")]
    header = next(csv.reader(io.StringIO(files[path].decode())))
    codebook = list(csv.DictReader(io.StringIO(files[path.with_name("data.codebook.csv")].decode())))
    assert [row["column"] for row in codebook] == header
    assert {row["table"] for row in codebook} == {ALLIANCES}
