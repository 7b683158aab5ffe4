"""Yes and No, one choice, and lists of choices, as people write them."""

import pytest

from atop_coder.form import Kind, Status
from atop_coder.reading import Sureness, parse_answer
from atop_coder.reading.values import PARSERS, is_value
from tests.reading.sheets import FORM


def parsed(number: int, *paragraphs: str):
    return parse_answer(FORM.question(number), paragraphs)


def answer(number: int, *paragraphs: str):
    return parsed(number, *paragraphs).answer


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_parser(kind):
    assert kind in PARSERS


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.number)
@pytest.mark.parametrize("nothing", [(), ("",), (" ", "\t"), ("-",), ("—",), ("...",), ("___",)])
def test_nothing_and_mere_marks_are_blank(question, nothing):
    assert parse_answer(question, nothing).answer.status == Status.BLANK


YES = [
    "Yes",
    "yes",
    "YES",
    "Yes.",
    "Yes,",
    "Yes:",
    "Yes;",
    "Yes –",
    "Yes —",
    "Yes -",
    "Y",
    "“Yes”",
    "(Yes)",
    "Yes!",
]


@pytest.mark.parametrize("text", YES)
def test_yes_is_yes(text):
    assert (answer(10, text).value, answer(10, text).details.strip("”)")) == ("yes", "")


@pytest.mark.parametrize("text", ["No", "no", "NO", "No.", "No,", "N", "None", "none.", "No –"])
def test_no_is_no_and_not_blank(text):
    got = answer(10, text)
    assert (got.value, got.details, got.status) == ("no", "", Status.ANSWERED)


@pytest.mark.parametrize("mark", [". ", ", ", ": ", "; ", " – ", " — ", " - ", "—", " (", "\n"])
def test_a_description_may_follow_on_the_line(mark):
    text = f"Yes{mark}Article 5 says it."
    got = answer(10, text + (")" if "(" in mark else ""))
    assert (got.value, got.details.strip("()")) == ("yes", "Article 5 says it.")


def test_a_description_may_follow_in_paragraphs():
    assert answer(10, "Yes.", "First.", "Second.").details == "First.\n\nSecond."


def test_a_dash_between_value_and_paragraph_goes():
    assert answer(10, "Yes", "— Article 5 says it.").details == "Article 5 says it."


def test_dashes_that_list_things_stay():
    assert answer(10, "Yes", "- Article 5", "- Article 6").details == "- Article 5\n\n- Article 6"


def test_yes_without_a_mark_is_read_and_told():
    got = parsed(10, "Yes the treaty lasts ten years.")
    assert (got.answer.value, got.answer.details) == ("yes", "the treaty lasts ten years.")
    assert got.sureness == Sureness.LIKELY


@pytest.mark.parametrize(
    "text",
    [
        "No-one may renounce it.",
        "None of the Parties may renounce it.",
        "Nothing is said.",
        "Not mentioned",
        "The treaty lasts ten years.",
        "Y2K",
        "yesterday",
        "Yes/No",
        "N.B. the protocol",
    ],
)
def test_what_is_neither_yes_nor_no_is_kept_whole(text):
    got = parsed(10, text)
    assert got.answer.value in (None, "no")
    assert got.answer.details == text
    assert got.sureness == Sureness.UNSURE


@pytest.mark.parametrize("text", ["No treaty was signed", "No time limit"])
def test_a_no_that_goes_on_is_doubted_and_kept_whole(text):
    got = parsed(10, text)
    assert (got.answer.details, got.sureness) == (text, Sureness.UNSURE)


@pytest.mark.parametrize("text", ["N/A", "n/a", "NA", "N.A.", "Not applicable", "Not Applicable."])
@pytest.mark.parametrize("number", [2, 10, 15, 17])
def test_not_applicable_is_a_status(number, text):
    got = answer(number, text)
    assert (got.status, got.value, got.details) == (Status.NOT_APPLICABLE, None, "")


@pytest.mark.parametrize("text", ["Unknown", "unknown.", "Not known"])
@pytest.mark.parametrize("number", [10, 14])
def test_unknown_is_a_status(number, text):
    assert answer(number, text).status == Status.UNKNOWN


def test_a_status_may_have_a_description():
    got = answer(17, "N/A – not in the COW data")
    assert (got.status, got.details) == (Status.NOT_APPLICABLE, "not in the COW data")


def test_a_status_without_a_mark_is_the_beginning_of_a_sentence():
    assert answer(15, "Unknown soldiers ended it.").details == "Unknown soldiers ended it."


@pytest.mark.parametrize(
    "question", [one for one in FORM.questions if one.choices], ids=lambda one: one.number
)
def test_every_spelling_of_every_choice_is_read(question):
    wrong = []
    for choice in question.choices:
        for way in choice.ways:
            for text in (way, way.upper(), f"{way}.", f" {way.title()} "):
                got = parse_answer(question, [text]).answer
                expected = (choice.value,) if question.kind == Kind.CHOICES else choice.value
                if (got.value, got.details) != (expected, ""):
                    wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    "question", [one for one in FORM.questions if one.choices], ids=lambda one: one.number
)
def test_every_label_is_the_whole_of_a_value(question):
    assert [choice.label for choice in question.choices if not is_value(question, choice.label)] == []
    assert not is_value(question, "Article 5 says it.")


@pytest.mark.parametrize(
    ("number", "text", "value", "details"),
    [
        (6, "Treaty", "treaty", ""),
        (6, "Treaty; ratified in 1904", "treaty", "ratified in 1904"),
        (6, "Exchange of notes", "diplomatic_notes", ""),
        (
            7,
            "Public, with secret articles. Article 3 was secret.",
            "public_with_secret_articles",
            "Article 3 was secret.",
        ),
        (17, "Type IIa: Neutrality Pact", "neutrality", ""),
        (17, "Entente", "entente", ""),
    ],
)
def test_one_choice_may_have_a_description(number, text, value, details):
    got = answer(number, text)
    assert (got.value, got.details) == (value, details)


def test_a_choice_within_a_sentence_is_found_and_told():
    got = parsed(6, "It was established by an executive agreement of the two.")
    assert got.answer.value == "executive_agreement"
    assert got.answer.details == "It was established by an executive agreement of the two."
    assert got.sureness == Sureness.UNSURE


def test_of_two_choices_in_a_sentence_none_is_taken():
    assert answer(6, "It was perhaps an executive agreement, or diplomatic notes").value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nonaggression Pact / Neutrality", ("nonaggression", "neutrality")),
        ("Defense", ("defense",)),
        ("Defense, Nonaggression and Consultation", ("defense", "nonaggression", "consultation")),
        ("Defense; offense", ("defense", "offense")),
        ("Defense pact & consultation pact", ("defense", "consultation")),
        ("Defense\nOffense", ("defense", "offense")),
        ("• Defense\n• Offense", ("defense", "offense")),
        ("Defense + Offense", ("defense", "offense")),
        ("Non-aggression", ("nonaggression",)),
        ("Defense, defense", ("defense",)),
    ],
)
def test_obligations_are_listed_in_any_way(text, value):
    got = answer(16, *text.split("\n"))
    assert (got.value, got.details) == (value, "")


def test_contingencies_are_listed():
    assert answer(19, "Specific location; attack").value == ("location", "attack")


@pytest.mark.parametrize("text", ["No", "No.", "None", "none.", "Not contingent"])
def test_no_contingency_is_an_empty_list(text):
    got = answer(19, text)
    assert (got.value, got.status, got.details) == ((), Status.ANSWERED, "")


def test_words_behind_a_list_are_its_description():
    got = answer(16, "Defense and consultation. See Articles 3 and 4.")
    assert (got.value, got.details) == (("defense", "consultation"), "See Articles 3 and 4.")


def test_a_list_with_a_stranger_in_it_keeps_the_stranger():
    got = answer(16, "Defense; friendship")
    assert got.value == ("defense",)
    assert got.details == "friendship"


def test_a_list_of_strangers_is_kept_whole():
    assert (answer(16, "Friendship").value, answer(16, "Friendship").details) == (None, "Friendship")


@pytest.mark.parametrize(
    "text",
    [
        "Public, save one secret article.",
        "Public; articles 3-5 secret",
        "Public except for two secret articles",
    ],
)
def test_a_choice_that_goes_on_with_another_is_read_with_doubt(text):
    read = parsed(7, text)
    assert (read.answer.value, read.sureness) == ("public", Sureness.UNSURE)


@pytest.mark.parametrize("text", ["Public, with a secret article.", "Public but with one secret article"])
def test_one_secret_article_is_enough(text):
    assert answer(7, text).value == "public_with_secret_articles"


def test_a_new_sentence_about_another_choice_raises_no_doubt():
    read = parsed(7, "Public. A secret protocol came later.")
    assert (read.answer.value, read.sureness) == ("public", Sureness.SURE)


def test_a_choice_broken_behind_its_comma_is_whole():
    read = answer(7, "Public, ", "but with secret articles. They name two.")
    assert (read.value, read.details) == ("public_with_secret_articles", "They name two.")
