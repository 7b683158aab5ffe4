"""Words in all answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.folder.folding import fold
from atop_coder.folder.search import count_answers, search, wanted_words
from atop_coder.form import Kind, load_form
from tests.folder.conftest import entry_at

FORM = load_form()
DESCRIBED = [question.number for question in FORM.questions if question.kind == Kind.YES_NO]


def found(entries, query, **more):
    return list(search(entries, query, **more))


@pytest.fixture
def entry(put):
    return entry_at(
        put(
            "a.json",
            {
                10: {"value": "yes", "details": "“The Parties shall meet once a year.”\n\nCafé Müller."},
                11: {"value": "yes", "details": "The parties may withdraw, and withdraw again."},
            },
        )
    )


@pytest.mark.parametrize("number", DESCRIBED)
def test_words_are_found_in_every_question_that_is_described(number, put):
    entry = entry_at(put("a.json", {number: {"value": "yes", "details": "a very peculiar word"}}))
    [hit] = found([entry], "PECULIAR")
    assert (hit.question, hit.path, hit.sheet, hit.times) == (number, entry.path, "ATOP 9990", 1)
    assert hit.text[slice(*hit.spans[0])] == hit.found == "peculiar"


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_answer_that_is_not_blank_can_be_found_by_what_it_says(question, put):
    entry = entry_at(put("a.json"))
    if question.number in entry.texts:
        first = entry.texts[question.number].split("\n")[0]
        assert question.number in {hit.question for hit in found([entry], f'"{first}"')} or '"' in fold(first)


def test_all_words_must_stand_in_one_answer(entry):
    assert [hit.question for hit in found([entry], "parties year")] == [10]
    assert found([entry], "withdraw year") == []


def test_words_in_quotation_marks_stand_together(entry):
    assert [hit.question for hit in found([entry], '"parties may"')] == [11]
    assert found([entry], '"may parties"') == []


def test_curly_quotation_marks_will_do_too(entry):
    assert [hit.question for hit in found([entry], "“parties may”")] == [11]


def test_accents_do_not_matter_either_way(entry):
    assert [hit.found for hit in found([entry], "cafe muller")] == ["Café"]
    assert [hit.question for hit in found([entry], "PÄRTIES withdraw")] == [11]


def test_each_answer_is_one_hit_that_counts_its_places(entry):
    [hit] = found([entry], "withdraw")
    assert hit.times == len(hit.spans) == 2


def test_a_search_can_keep_to_a_question(entry):
    assert [hit.question for hit in found([entry], "parties", questions=frozenset({11}))] == [11]


@pytest.mark.parametrize("query", ["", "   ", '""', '"'])
def test_nothing_is_found_for_nothing(entry, query):
    assert found([entry], query) == []


def test_signs_are_taken_as_they_are(entry):
    assert found([entry], "year.*") == []
    assert found([entry], "(a+)+$ [") == []


def test_the_words_around_are_whole_and_marked_where_they_are_cut(put):
    long = " ".join(f"word{number}" for number in range(200)).replace("word100", "needle")
    entry = entry_at(put("a.json", {10: {"value": "yes", "details": long}}))
    [hit] = found([entry], "needle")
    assert hit.text.startswith("…word")
    assert hit.text.endswith("…")
    assert set(hit.text.strip("…").split()) <= set(long.split())
    assert hit.text[slice(*hit.spans[0])] == "needle"
    assert len(hit.text) < 260


def test_it_stops_when_it_is_told_to(entry):
    assert found([entry], "parties", stop=lambda: True) == []


@given(st.text())
def test_folded_text_is_as_long_as_it_was(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_query_can_be_asked(text):
    assert all(word == word.strip() and word for word in wanted_words(text))


@pytest.mark.parametrize("query", ["parties", '"the parties"', "a", "withdraw year", "nowhere", '""', ""])
@pytest.mark.parametrize("questions", [None, frozenset({10})])
def test_answers_are_counted_as_they_are_found(query, questions, entry, put):
    entries = [entry, entry_at(put("b.json", {10: {"value": "yes", "details": "Parties, a year."}}))]
    hits = found(entries, query, questions=questions)
    assert count_answers(entries, query, questions) == (len(hits), len({hit.path for hit in hits}))
