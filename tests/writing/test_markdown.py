"""A sheet as Markdown: what it looks like, and that it reads back exactly."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from atop_coder.reading.files import read_source
from atop_coder.reading.source import Source
from atop_coder.sheet import Sheet, sheet_from_data
from atop_coder.writing.markdown import sheet_to_markdown
from tests.strategies import sheets


def read_back(sheet: Sheet) -> Sheet:
    return read_source(Source(Path("x.md"), sheet_to_markdown(sheet).encode())).sheet


def with_details(text: str) -> Sheet:
    return sheet_from_data({"answers": {"10": {"value": "yes", "details": text}}})


def test_sections_and_prompts_are_headings():
    lines = sheet_to_markdown(Sheet.empty()).split("\n")
    assert sum(line.startswith("## SECTION") for line in lines) == 5
    assert sum(line.startswith("### ") for line in lines) == 61


@pytest.mark.parametrize(
    "text",
    [
        "# so",
        "1. so",
        "- so",
        "> so",
        "*so*",
        "a_b_c",
        "~~so~~",
        "==so==",
        "[so](x)",
        "<b>so</b>",
        "&amp;",
        "a\\b",
        "| a | b |",
        "`so`",
        "http://a.kz/Z06_/x",
        "a\n\n- b\n\n+ c",
        "***",
        "---",
        "===",
        "![a](b)",
        "[^1]: so",
    ],
)
def test_what_looks_like_a_mark_stays_text(text):
    assert read_back(with_details(text))[10].details == text


@given(sheets())
@settings(max_examples=25)
def test_every_sheet_comes_back(sheet):
    assert read_back(sheet) == sheet
