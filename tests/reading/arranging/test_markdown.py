"""Markdown marks: left out where the file is plainly Markdown, kept as looks of the words."""

import pytest

from atop_coder.reading.arranging.arranged import Arranged
from atop_coder.reading.arranging.markdown import without_markdown
from atop_coder.reading.report import Look
from atop_coder.reading.source import to_lines
from tests.reading.arranging.sheets import after, reading_of, sheet, wrong

WAYS = [
    "**{n}. {q}**\n\n{a}\n",
    "### {n}. {q}\n{a}",
    "- **{n}. {q}** {a}",
    "{n}. **{q}** _{a}_",
    "## {n}\\. {q}\n> {a}",
    "__{n}. {q}__\n{a}",
    "* {n}. {q}\n  *{a}*",
    "***{n}. {q}***\n- {a}",
    "**{n}.** {q}\n**{a}**",
    "- {n}. _{q}_\n\n    {a}",
    "#### **{n}. {q}** ####\n{a}",
    "> **{n}. {q}**\n>\n> {a}\n",
]


@pytest.mark.parametrize("way", WAYS)
def test_a_sheet_in_markdown_is_read(way):
    assert wrong(reading_of(way)) == {}


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("**No.**", "No."),
        ("_No._", "No."),
        ("No \\#19 \\[Defense\\]", "No #19 [Defense]"),
        ("a ~~b~~ c", "a b c"),
        ("## SECTION II: OBLIGATIONS", "SECTION II: OBLIGATIONS"),
        ("snake_case_name", "snake_case_name"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("Yes&nbsp;sir", "Yes sir"),
        ("```", ""),
        ("_____", "_____"),
    ],
)
def test_a_line_of_a_markdown_file_is_shown(line, shown):
    assert after(without_markdown, sheet("**{n}. {q}**\n{a}") + line)[-1] == shown


def test_the_emphasised_choice_keeps_its_look():
    lines = without_markdown(Arranged(to_lines(sheet("**{n}. {q}**\n{a}") + "Yes / **No**"))).lines
    assert (lines[-1].text, [(one.start, one.end, one.look) for one in lines[-1].marks]) == (
        "Yes / No",
        [(6, 8, Look.BOLD)],
    )


@pytest.mark.parametrize("line", ["*Yes* / No", "Yes / **No**", "#19 is meant", "* N/A", "a \\ b"])
def test_a_file_that_is_not_plainly_markdown_keeps_its_marks(line):
    text = sheet("{n}. {q}\n{a}") + line
    assert after(without_markdown, text) == text.split("\n")
