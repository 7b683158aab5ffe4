"""The form: all 61 questions are whole, and a form file with nonsense in it is refused."""

import re
import tomllib

import pytest

from atop_coder.errors import AtopError
from atop_coder.form import Form, Kind, Status, load_form
from atop_coder.form.load import OWN
from atop_coder.form.model import CHOOSING
from atop_coder.resources import form_path
from atop_coder.sheet.values import VALUE_TYPES

FORM = load_form()
NUMBERS = {
    Kind.INTEGER: (1, 2, 13),
    Kind.DATES: (3,),
    Kind.MEMBERS: (4,),
    Kind.YES_NO: (5, *range(8, 13), *range(21, 28), *range(29, 43), *range(44, 57)),
    Kind.CHOICE: (6, 7, 17),
    Kind.TERMINATION: (14,),
    Kind.CHOICES: (16, 19),
    Kind.TEXT: (15, 18, 20, 28, 43, 57, 58, 59),
    Kind.DATE: (60,),
    Kind.PEOPLE: (61,),
}
every_question = pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.number)


# The codesheet's own form


def test_there_are_61_questions_in_five_sections():
    assert list(FORM.by_number) == list(range(1, 62))
    assert [section.numeral for section in FORM.sections] == ["I", "II", "III", "IV", "V"]


def test_sections_follow_one_another_without_a_gap():
    assert [one for section in FORM.sections for one in FORM.questions_of(section)] == list(FORM.questions)


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.key)
def test_a_section_has_its_numeral_and_title_in_its_heading(section):
    assert section.heading.startswith(f"SECTION {section.numeral}:")
    assert section.title.casefold() in section.heading.casefold()


@every_question
def test_a_question_is_of_the_kind_that_the_sheets_ask_for(question):
    assert question.number in NUMBERS[question.kind]


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_has_the_questions_it_should_have(kind):
    assert tuple(one.number for one in FORM.questions if one.kind == kind) == NUMBERS[kind]


@every_question
def test_a_question_is_found_by_number_and_by_key(question):
    assert FORM.question(question.number) is FORM.by_key[question.key] is question
    assert question in FORM.questions_of(FORM.section_of(question))


@every_question
def test_a_prompt_is_one_line_without_space_at_its_ends(question):
    assert question.prompt == " ".join(question.prompt.split())
    assert question.prompt[-1] in ":?)." or question.kind == Kind.TEXT


@every_question
def test_a_short_title_is_shorter_than_the_prompt_and_a_line_long(question):
    assert len(question.short) < 45
    assert "\n" not in question.short
    assert len(question.short) <= len(question.prompt)


@every_question
def test_every_question_has_help_of_some_sentences(question):
    assert len(question.help.split()) > 8
    assert question.help.rstrip().endswith((".", "?", ")", "”"))
    assert question.help != question.prompt


@every_question
def test_a_key_is_a_plain_word(question):
    assert re.fullmatch(r"[a-z][a-z0-9_]*", question.key)


@every_question
def test_a_question_has_choices_if_it_is_for_choosing(question):
    assert bool(question.choices) == (question.kind in CHOOSING)


@every_question
def test_a_spelling_belongs_to_one_choice_alone(question):
    ways = [way for choice in question.choices for way in choice.ways]
    assert len(ways) == len(set(ways))
    assert [way for way in ways if way != way.casefold() or not way.strip()] == []


@every_question
def test_a_question_may_be_answered_and_may_be_blank(question):
    assert {Status.ANSWERED, Status.BLANK} <= set(question.statuses)
    assert len(set(question.statuses)) == len(question.statuses)


@every_question
def test_a_description_is_owed_for_yes_wherever_the_prompt_asks_for_it(question):
    if question.kind == Kind.YES_NO and re.search(r"If Yes", question.prompt):
        assert "yes" in question.details_owed


@every_question
def test_other_wordings_of_a_prompt_differ_from_it_and_from_those_of_other_questions(question):
    mine = {question.prompt, *question.also}
    others = {way for one in FORM.questions if one != question for way in (one.prompt, *one.also)}
    assert len(mine) == len(question.also) + 1
    assert mine & others == set()


@every_question
def test_variables_are_named_as_the_published_data_name_their_columns(question):
    assert [name for name in question.variables if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_but_text_has_a_type_of_value(kind):
    assert (kind in VALUE_TYPES) == (kind != Kind.TEXT)


@pytest.mark.parametrize("status", [Status.NOT_APPLICABLE, Status.UNKNOWN])
def test_a_status_has_words(status):
    assert FORM.status_label(status)


@pytest.mark.parametrize("status", [Status.ANSWERED, Status.BLANK])
def test_answered_and_blank_have_no_words(status):
    assert FORM.status_label(status) == ""


def test_questions_5_9_and_23_name_states_and_44_to_48_alliances():
    by_extra = {
        extra: [one.number for one in FORM.questions if extra in one.extras]
        for extra in ("states", "wars", "alliances")
    }
    assert by_extra == {"states": [5, 9, 23], "wars": [5], "alliances": [44, 45, 46, 48]}


def test_the_slip_of_one_sheet_is_not_the_forms_wording():
    assert "#109" not in FORM.question(20).prompt
    assert "#19" in FORM.question(20).prompt


def test_the_form_is_read_once():
    assert load_form() is load_form()


def test_a_form_has_a_hash_of_its_own():
    assert hash(FORM) == hash(load_form(form_path()))


# Nonsense in a form file

SMALL = """
form = "small"
version = "1"
title = "Small form"

[[choices.yes_no]]
value = "yes"
label = "Yes"
spellings = ["y"]

[[choices.yes_no]]
value = "no"
label = "No"

[[statuses]]
value = "unknown"
label = "Unknown"

[[sections]]
key = "first"
numeral = "I"
title = "First"
heading = "SECTION I: FIRST"

[[questions]]
number = 1
section = "first"
key = "one"
short = "One"
prompt = "Is it one?"
kind = "yes_no"
choices = "yes_no"
statuses = ["answered", "blank"]
help = "Yes if it is one."

[[questions]]
number = 2
section = "first"
key = "two"
short = "Two"
prompt = "What is it?"
kind = "text"
statuses = ["answered", "blank"]
help = "Say what it is."
"""


@pytest.fixture
def load(tmp_path):
    """Loads the small form, with one piece of it (the last such) replaced."""

    def load(old: str = "", new: str = "", whole: str | bytes = SMALL) -> Form:
        path = tmp_path / "form.toml"
        data = whole.encode() if isinstance(whole, str) else whole
        assert old.encode() in data
        before, _, after = data.rpartition(old.encode()) if old else (data, b"", b"")
        path.write_bytes(before + new.encode() + after)
        load_form.cache_clear()
        return load_form(path)

    yield load
    load_form.cache_clear()


@pytest.fixture
def refusal(load):
    """The place and the reason with which a form is refused; its line names the file and says what to do."""

    def refusal(*edit: str, **whole: str | bytes) -> tuple[str, str]:
        with pytest.raises(AtopError) as caught:
            load(*edit, **whole)
        assert caught.value.code == "form-nonsense"
        line = str(caught.value)
        assert "form.toml" in line
        assert "\n" not in line
        assert line.endswith(".")
        return str(caught.value.values["where"]), str(caught.value.values["reason"])

    return refusal


def test_the_small_form_itself_is_good(load):
    form = load()
    assert [one.key for one in form.questions] == ["one", "two"]
    assert form.question(1).labels == {"yes": "Yes", "no": "No"}


def test_a_misspelt_setting_is_refused_with_its_question(refusal):
    where, reason = refusal('help = "Say', 'hlep = "Say')
    assert where.startswith("question 2")
    assert "hlep" in where or "help" in where
    assert reason


def test_a_setting_that_does_not_exist_is_refused(refusal):
    where, _ = refusal('short = "Two"', 'short = "Two"\ncolour = "red"')
    assert where == "question 2, colour"


def test_a_missing_setting_is_refused(refusal):
    where, reason = refusal('prompt = "What is it?"\n', "")
    assert where == "question 2, prompt"
    assert "missing" in reason


def test_a_number_left_out_is_refused(refusal):
    where, reason = refusal("number = 2", "number = 3")
    assert where == "question 3"
    assert "question 2 belongs here" in reason


def test_a_number_twice_is_refused(refusal):
    assert refusal("number = 2", "number = 1")[0] == "question 1"


def test_a_number_that_is_a_word_is_refused(refusal):
    assert refusal("number = 2", 'number = "two"')[0] == "question two, number"


def test_a_missing_number_is_refused_by_its_place(refusal):
    assert refusal("number = 2\n", "")[0] == "question in place 2, number"


def test_a_key_twice_is_refused(refusal):
    where, reason = refusal('key = "two"', 'key = "one"')
    assert where == "questions"
    assert "'one'" in reason


def test_a_short_title_twice_is_refused(refusal):
    assert "'One'" in refusal('short = "Two"', 'short = "One"')[1]


def test_an_unknown_section_is_refused(refusal):
    where, reason = refusal('section = "first"', 'section = "second"')
    assert where == "question 2"
    assert "'second'" in reason


def test_a_section_key_twice_is_refused(refusal):
    twice = SMALL[SMALL.index("[[sections]]") : SMALL.index("[[questions]]")]
    assert refusal("[[questions]]\nnumber = 1", twice + "[[questions]]\nnumber = 1")[0] == "sections"


def test_an_unknown_kind_is_refused(refusal):
    where, reason = refusal('kind = "text"', 'kind = "essay"')
    assert where == "question 2, kind"
    assert "text" in reason


def test_a_list_of_choices_that_is_not_there_is_refused(refusal):
    where, reason = refusal('choices = "yes_no"', 'choices = "maybe"')
    assert where == "question 1"
    assert "'maybe'" in reason
    assert "yes_no" in reason


def test_choosing_without_choices_is_refused(refusal):
    assert refusal('choices = "yes_no"\n', "")[0] == "question 1"


def test_choices_where_nothing_is_chosen_are_refused(refusal):
    assert refusal('kind = "text"', 'kind = "text"\nchoices = "yes_no"')[0] == "question 2"


def test_a_choice_twice_is_refused(refusal):
    where, reason = refusal('value = "no"', 'value = "yes"')
    assert where == "choices.yes_no"
    assert "'yes'" in reason


def test_a_label_twice_is_refused(refusal):
    assert "'Yes'" in refusal('label = "No"', 'label = "Yes"')[1]


def test_a_spelling_of_two_choices_is_refused(refusal):
    where, reason = refusal('label = "No"', 'label = "No"\nspellings = ["Y"]')
    assert where == "choices.yes_no"
    assert "'y'" in reason


def test_an_unknown_status_is_refused(refusal):
    assert (
        refusal('["answered", "blank"]', '["answered", "blank", "perhaps"]')[0] == "question 2, statuses, 2"
    )


@pytest.mark.parametrize("status", ["answered", "blank"])
def test_a_question_that_may_not_be_blank_or_answered_is_refused(refusal, status):
    assert refusal('["answered", "blank"]', f'["{status}"]')[0] == "question 2"


def test_an_unknown_extra_is_refused(refusal):
    where, reason = refusal('kind = "text"', 'kind = "text"\nextras = ["rivers"]')
    assert where == "question 2"
    assert "'rivers'" in reason
    assert "wars" in reason


def test_a_description_owed_for_no_choice_is_refused(refusal):
    where, reason = refusal('choices = "yes_no"', 'choices = "yes_no"\ndetails_owed = ["maybe"]')
    assert where == "question 1"
    assert "'maybe'" in reason


def test_no_questions_are_refused(refusal):
    head = SMALL[: SMALL.index("[[questions]]")]
    assert refusal(whole=head)[0] == "questions"
    assert refusal(whole="questions = []\n" + head)[0] == "questions"


@pytest.mark.parametrize("what", ["form", "version", "title"])
def test_a_form_without_its_name_is_refused(refusal, what):
    line = next(line for line in SMALL.splitlines() if line.startswith(f"{what} ="))
    assert refusal(whole=SMALL.replace(line + "\n", "", 1))[0] == what


@pytest.mark.parametrize("spellings", ['"y"', "[1]", "1", '[["y"]]'])
def test_spellings_that_are_no_list_of_words_are_refused(refusal, spellings):
    assert refusal('["y"]', spellings)[0].startswith("choices.yes_no, 0, spellings")


def test_a_choice_value_that_is_no_word_is_refused(refusal):
    assert refusal('value = "yes"', "value = 1")[0] == "choices.yes_no, 0, value"


def test_a_list_of_choices_written_as_one_table_is_refused(refusal):
    second = SMALL[SMALL.rindex("[[choices.yes_no]]") : SMALL.index("[[statuses]]")]
    whole = SMALL.replace(second, "").replace("[[choices.yes_no]]", "[choices.yes_no]")
    assert refusal(whole=whole)[0] == "choices.yes_no"


@pytest.mark.parametrize("choices", ["1", '["yes"]', "[]"])
def test_choices_that_are_no_name_of_a_list_are_refused(refusal, choices):
    assert refusal('choices = "yes_no"', f"choices = {choices}")[0] == "question 1"


@pytest.mark.parametrize("choices", ["choices = 1", 'choices = "yes_no"', "choices = [1]"])
def test_choices_that_are_no_lists_are_refused(refusal, choices):
    head = SMALL[: SMALL.index("[[choices.yes_no]]")]
    assert refusal(whole=head + choices + "\n" + SMALL[SMALL.index("[[statuses]]") :])[0] == "choices"


@pytest.mark.parametrize("questions", ["questions = 1", 'questions = "none"', "questions = [1, 2]"])
def test_questions_that_are_no_tables_are_refused(refusal, questions):
    head, rest = SMALL[: SMALL.index("[[choices.yes_no]]")], SMALL[SMALL.index("[[choices.yes_no]]") :]
    whole = head + questions + "\n" + rest[: rest.index("[[questions]]")]
    assert refusal(whole=whole)[0].startswith("question")


def test_what_is_not_toml_is_refused(refusal):
    assert "TOML" in refusal(whole="form = \n")[1]


def test_what_is_not_utf_8_is_refused(refusal):
    assert "TOML" in refusal(whole=b'form = "\xff"')[1]


def test_a_missing_form_says_so(tmp_path):
    with pytest.raises(AtopError) as caught:
        load_form(tmp_path / "gone.toml")
    assert caught.value.code == "form-not-found"
    assert "gone.toml" in str(caught.value)


def test_an_installation_without_the_form_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("atop_coder.resources.PLACES", (tmp_path,))
    with pytest.raises(AtopError) as caught:
        load_form.__wrapped__()
    assert caught.value.code == "form-not-found"
    assert OWN in str(caught.value)


def test_the_form_file_numbers_its_questions_as_they_stand():
    data = tomllib.loads(form_path().read_text(encoding="utf-8"))
    assert [entry["number"] for entry in data["questions"]] == list(range(1, 62))
