"""Which marks open a quotation and which close it."""

import pytest

from atop_coder.checks.quotations import names_source, read_quotations

BALANCED = {
    "curly": "“The parties agree.” (Art. 1)",
    "straight": '"The parties agree." (Art. 1)',
    "curly and straight in one answer": '“One.” (Art. 1)\n\n"Two." (Art. 2)',
    "opened curly and closed straight": '“The parties agree." (Art. 1)',
    "nested doubles": "“The allies, called “the Parties”, agree.” (Art. 1)",
    "nested singles": "“The allies, called ‘the Parties’, agree.” (Art. 1)",
    "nested straight": '"The allies, called "the Parties", agree." (Art. 1)',
    "a tag right behind": '"They agree."[Defense]',
    "no space in front": "Section 1 —“They agree.”",
    "straight behind a dash": 'Section 1 —"They agree."',
    "brackets around": "(“They agree”) and [“they act”]",
    "an ellipsis at both ends": "“…they agree…” and “... they act ...”",
    "an ellipsis with straight marks": '"...they agree..." and "they act ..."',
    "an apostrophe": "the parties' aid, the party's aid, the parties’ aid, the party’s aid",
    "an apostrophe within a quotation": "“The parties’ aid is each party’s duty.”",
    "an apostrophe at the start of a word": "’tis the policy of the ’90s, and ‘90s, and ‘tis",
    "paragraphs that open anew": "“First.\n\n“Second.\n\n“Third.” (Art. 1)",
    "paragraphs that open anew, straight": '"First.\n\n"Second.\n\n"Third." (Art. 1)',
    "paragraphs that do not open anew": "“First.\n\nSecond.” (Art. 1)",
    "a list within a quotation": "“The parties shall:\n\n(a) agree;\n\n(b) act.” (Art. 1)",
    "the closing mark turned round": "“They agree“ (Art. 1)",
    "the opening mark turned round": "”They agree” (Art. 1)",
    "a low opening mark": "„They agree“ (Art. 1)",
    "inches": 'guns of 8" and 15" calibre',
    "no quotation": "The parties agree (Art. 1).",
    "nothing": "",
}

UNCLOSED = {
    "at the end": ("“They agree (Art. 1)", "They agree (Art. 1)"),
    "straight": ('Art. 1: "They agree', "They agree"),
    "within the text": ("Section 1 — “They agree\n\nSection 2 — “They act.”", "They agree"),
    "with its source behind it": ("“They agree (Art. 1)\n\n“They act.” (Art. 2)", "They agree"),
    "with source and tag behind it": ("“They agree (Art. 6)[Defense]\n\n“They act.” (Art. 2)", "They agree"),
    "the outer of two": ("“The allies, called “the Parties”, agree. (Art. 1)", "The allies"),
    "paragraphs that open anew and never close": ("“First.\n\n“Second.", "First."),
    "a single one": ("The allies, called ‘the Parties, agree.", "the Parties"),
    "the second single one": ("called ‘Allies’ or ‘the Parties, agree.", "the Parties"),
}

UNOPENED = {
    "at the start": ("They agree.” (Art. 1)", "They agree."),
    "straight": ('They agree." (Art. 1)', "They agree."),
    "after a whole one": ("“They agree.” (Art. 1) They act.” (Art. 2)", "They act."),
    "in the second paragraph": ("“They agree.”\n\nThey act.”", "They act."),
}


@pytest.mark.parametrize("text", BALANCED.values(), ids=BALANCED)
def test_marks_that_have_partners_are_no_problem(text):
    quotations = read_quotations(text)
    assert (quotations.unclosed, quotations.unopened) == ("", "")


@pytest.mark.parametrize(("text", "words"), UNCLOSED.values(), ids=UNCLOSED)
def test_a_quotation_that_does_not_close_is_told_by_its_first_words(text, words):
    quotations = read_quotations(text)
    assert quotations.unclosed.startswith(words)
    assert quotations.unopened == ""


@pytest.mark.parametrize(("text", "words"), UNOPENED.values(), ids=UNOPENED)
def test_a_quotation_that_does_not_open_is_told_by_its_last_words(text, words):
    quotations = read_quotations(text)
    assert quotations.unopened.endswith(words)
    assert quotations.unclosed == ""


def test_the_words_before_a_lone_closing_mark_are_at_most_eight():
    assert read_quotations("one two three four five six seven eight nine” ten").unopened.split()[0] == "two"


def test_the_text_of_a_quotation_is_what_stands_between_its_outer_marks():
    assert read_quotations("Art. 1: “The “Parties” agree.” So “be it”.").texts == (
        "The “Parties” agree.",
        "be it",
    )


def test_what_stands_beside_the_quotations_is_kept_apart():
    assert read_quotations("Art. 1: “They agree.” (so)").beside.split() == ["Art.", "1:", "(so)"]


def test_a_term_in_quotation_marks_is_no_long_quotation():
    assert read_quotations("the “High Contracting Parties” agree").long == ()


SOURCES = (
    "Art. 6", "Article 6", "Articles 6 and 7", "Section 3", "Sec. 3", "Preamble", "Protocol of 1902", "§ 4",
    "§4", "Annex II", "paragraph 2", "para. 2", "Additional protocol", "pp. 3-4", "Exchange of notes",
    "Secret Declaration", "Par. 1", "pars. 2 and 3", "Artículo 3", "Cl. 4",
)  # fmt: skip


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_known_however_it_is_written(source):
    assert names_source(f"see {source}, there")
    assert read_quotations(f"“The parties shall not attack one another.” ({source})").sourced
    assert read_quotations(f"{source.upper()}\n\n“The parties shall not attack one another.”").sourced


@pytest.mark.parametrize("text", ["the party", "partisan", "an artful party", "sectarian", "see page", ""])
def test_a_word_that_only_begins_like_one_is_no_source(text):
    assert not names_source(text.replace("page", "pace"))


def test_an_article_of_something_else_within_the_quotation_is_not_its_source():
    assert not read_quotations("“They act in accordance with Article 51 of the Charter.”").sourced


@pytest.mark.parametrize("head", ["Article 3.", "(1)", "2.", "§ 4"])
def test_the_article_at_the_head_of_the_quotation_is_its_source(head):
    assert read_quotations(f"“{head} The parties shall not attack one another.”").sourced


@pytest.mark.parametrize(
    "mark", ["“", "”", '"', "‘", "’", "(art. 1", "“a ", "‘a ", "a” ", "[art. [", "\n\n“"]
)
def test_long_text_of_nothing_but_marks_is_read_in_no_time(mark):
    read_quotations(mark * 20_000)
