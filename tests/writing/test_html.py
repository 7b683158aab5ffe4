"""The web page of a sheet: whole, escaped, in order, and readable without scripts."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from atop_coder.checks import Problem, Severity
from atop_coder.sheet import Sheet, sheet_from_data
from atop_coder.sheet.blocks import Role, sheet_blocks
from atop_coder.writing.html import STYLE, sheet_to_html
from tests.strategies import FORM, sheets

VOID = {"meta", "br", "link", "img"}
SHEET = sheet_from_data(
    {
        "answers": {
            "1": {"value": 5040},
            "4": {"value": [{"ccode": 703, "name": "Kyrgyzstan", "note": "from 2004"}]},
            "10": {
                "value": "yes",
                "details": 'See (http://example.org/a?b=1&c="2"); not javascript:alert(1).',
            },
            "11": {"value": "yes", "details": "<script>alert(1)</script> & <b>x</b>\n\n<!-- x --> ]]> &amp;"},
            "61": {"value": ["Jae-eon <Lee>"]},
        }
    }
)


class Page(HTMLParser):
    """What a page holds: elements with their attributes, ids, links, and the text of each element by name."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.names: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "every element ends where it should"

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def values(self, tag: str, name: str) -> list[str]:
        return [value for one, other, value in self.attributes if (one, other) == (tag, name)]


PAGE = Page(sheet_to_html(SHEET))
EMPTY = Page(sheet_to_html(Sheet.empty()))


@given(sheets())
def test_nothing_in_a_sheet_is_markup(sheet):
    page = Page(sheet_to_html(sheet))
    assert not page.open
    assert set(page.names) <= {*EMPTY.names, "a", "table", "tr", "th", "td"}
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]


@given(sheets())
def test_every_line_of_every_answer_is_there(sheet):
    page = Page(sheet_to_html(sheet).replace("</th><td>", "</th><td> "))
    for block in sheet_blocks(sheet):
        assert block.text in page.texts["main"][0]


def test_members_stand_in_a_table_code_and_name():
    assert PAGE.texts["th"] == ["703"]
    assert PAGE.texts["td"] == ["Kyrgyzstan [from 2004]"]


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_question_has_its_prompt_and_its_anchor(question):
    assert f"q{question.number}" in EMPTY.values("article", "id")
    assert EMPTY.texts["h3"][question.number - 1] == f"{question.number}. {question.prompt}"


def test_sections_are_headings_with_links_to_them():
    headings = [block.text for block in sheet_blocks(SHEET) if block.role == Role.HEADING]
    assert PAGE.texts["h2"] == headings
    anchors = [f"#{name}" for name in PAGE.values("h2", "id")]
    assert [value for value in PAGE.values("a", "href") if value.startswith("#")] == anchors


def test_no_anchor_is_there_twice():
    ids = [value for _, name, value in PAGE.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_only_web_addresses_are_links():
    links = [value for value in PAGE.values("a", "href") if not value.startswith("#")]
    assert links == ["http://example.org/a?b=1&c="]


def test_the_page_tells_its_language_title_and_coders():
    assert PAGE.values("html", "lang") == ["en"]
    assert PAGE.texts["title"] == ["ATOP 5040 – ATOP codesheet"]
    assert "Jae-eon <Lee>" in PAGE.values("meta", "content")
    assert EMPTY.texts["title"] == ["ATOP codesheet"]


def test_the_page_is_one_file_without_scripts():
    html = sheet_to_html(SHEET)
    assert not {"script", "img", "link", "iframe", "object"} & set(PAGE.names)
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


@pytest.mark.parametrize(
    "words", ["prefers-color-scheme: dark", "@media print", "@page", "break-after: avoid"]
)
def test_the_page_is_made_for_the_dark_and_for_paper(words):
    assert words in STYLE


def test_every_color_of_the_light_has_one_for_the_dark():
    light, dark = re.findall(r":root \{([^}]*)\}", STYLE)[:2]
    assert set(re.findall(r"--[\w-]+", light)) == set(re.findall(r"--[\w-]+", dark))


def test_a_blank_answer_is_marked_as_one():
    assert EMPTY.values("p", "class").count("blank") == len(FORM.questions)
    assert PAGE.values("p", "class").count("blank") == len(FORM.questions) - 5


def test_problems_stand_under_their_question_the_worst_first():
    problems = [
        Problem(4, "a", Severity.NOTE, "One <b>note</b>."),
        Problem(4, "b", Severity.ERROR, "One error."),
    ]
    html = sheet_to_html(SHEET, problems)
    assert Page(html).texts["li"] == ["Error: One error.", "Note: One <b>note</b>."]
    assert html.index('id="q4"') < html.index("One error.") < html.index('id="q5"')
    assert "problems" not in Page(sheet_to_html(SHEET)).values("ul", "class")


def test_the_top_counts_the_problems_and_links_to_their_questions():
    problems = [
        Problem(12, "a", Severity.WARNING, "One."),
        Problem(4, "b", Severity.WARNING, "Two."),
        Problem(4, "c", Severity.WARNING, "Three."),
        Problem(5, "d", Severity.ERROR, "Four."),
    ]
    page = Page(sheet_to_html(SHEET, problems))
    assert page.texts["header"][0].split("\n")[-3:] == [
        "1 error in question 5",
        "3 warnings in questions 4, 12",
        "",
    ]
    assert [link for link in page.values("a", "href") if link.startswith("#q")] == ["#q5", "#q4", "#q12"]
    assert "found" not in PAGE.values("p", "class")


def test_paper_is_light_whatever_the_screen_is():
    assert "@media screen and (prefers-color-scheme: dark)" in STYLE
    assert STYLE.count("prefers-color-scheme") == 1


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_a_colour(severity):
    assert f".{severity} {{" in STYLE


def test_the_same_sheet_is_the_same_page():
    assert sheet_to_html(SHEET) == sheet_to_html(SHEET)
