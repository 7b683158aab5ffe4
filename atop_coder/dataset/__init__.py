"""Many sheets as one dataset: tables whose columns are declared once, and the files they are written to."""

from atop_coder.dataset.alliances import alliance_columns, to_table
from atop_coder.dataset.column import Cell, Column, Missing, Type
from atop_coder.dataset.formats import SUFFIXES, make_files, writer_of
from atop_coder.dataset.record import Record, to_records
from atop_coder.dataset.table import Table
from atop_coder.dataset.tables import member_tables, to_tables, unit_tables

__all__ = [
    "SUFFIXES",
    "Cell",
    "Column",
    "Missing",
    "Record",
    "Table",
    "Type",
    "alliance_columns",
    "make_files",
    "member_tables",
    "to_records",
    "to_table",
    "to_tables",
    "unit_tables",
    "writer_of",
]
