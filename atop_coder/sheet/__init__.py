"""Sheets and answers: immutable, of plain values, with edits and their history."""

from atop_coder.sheet.dates import PartialDate, find_dates, parse_date
from atop_coder.sheet.edit import Edit, History
from atop_coder.sheet.json_data import (
    answer_to_data,
    sheet_from_data,
    sheet_from_json,
    sheet_schema,
    sheet_to_data,
)
from atop_coder.sheet.sheet import BLANK, Answer, Sheet, make_answer
from atop_coder.sheet.text import clean_details, clean_line, join_paragraphs, paragraphs
from atop_coder.sheet.values import AnyValue, DateEntry, Member, Termination

__all__ = [
    "BLANK",
    "Answer",
    "AnyValue",
    "DateEntry",
    "Edit",
    "History",
    "Member",
    "PartialDate",
    "Sheet",
    "Termination",
    "answer_to_data",
    "clean_details",
    "clean_line",
    "find_dates",
    "join_paragraphs",
    "make_answer",
    "paragraphs",
    "parse_date",
    "sheet_from_data",
    "sheet_from_json",
    "sheet_schema",
    "sheet_to_data",
]
