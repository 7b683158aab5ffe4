"""`atop-coder form` and `atop-coder schema`."""

import json

import pytest
from click.testing import CliRunner

from atop_coder.cli.form import KINDS, facts, form
from atop_coder.cli.schema import schema
from atop_coder.form import Form, Kind, load_form
from atop_coder.form.parts import make
from atop_coder.sheet import sheet_schema

FORM = load_form()
QUESTIONS = pytest.mark.parametrize("question", FORM.questions, ids=lambda question: f"q{question.number:02}")


@pytest.fixture(scope="module")
def outputs():
    return {shape: said("--format", shape) for shape in ("text", "md", "json")}


def said(*words):
    done = CliRunner().invoke(form, words)
    assert done.exit_code == 0
    return done.stdout


def flat(text):
    return " ".join(text.split())


def test_plain_text_is_what_comes_unasked(outputs):
    assert said() == outputs["text"]


@QUESTIONS
def test_the_text_has_the_wording_and_the_help_of_every_question(question, outputs):
    text = flat(outputs["text"])
    assert f"{question.number}. {question.prompt}" in text
    assert flat(question.help) in text


@QUESTIONS
def test_the_markdown_has_the_wording_and_the_help_of_every_question(question, outputs):
    assert f"### {question.number}. {question.short}\n\n> {question.prompt}\n" in outputs["md"]
    assert question.help.strip() in outputs["md"]


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.key)
def test_every_section_has_its_heading(section, outputs):
    assert section.heading in outputs["text"]
    assert section.title in outputs["md"]


def test_the_text_fits_a_terminal(outputs):
    assert max(map(len, outputs["text"].splitlines())) <= 100


def test_the_json_is_the_form(outputs):
    assert make(Form, json.loads(outputs["json"])) == FORM


@QUESTIONS
def test_what_an_answer_may_be_is_told(question):
    told = dict(facts(FORM, question))
    others = {FORM.status_label(status) for status in question.statuses} - {""}
    assert told["Answer"] == KINDS[question.kind]
    assert set(told.get("Also", "").split(" or ")) - {""} == others
    assert ("Description" in told) == bool(question.details_owed)
    if question.kind in ("choice", "choices"):
        assert all(label in told["Choices"] for label in question.labels.values())


def test_every_kind_of_question_is_explained():
    assert set(KINDS) == {str(kind) for kind in Kind}


def test_an_unknown_format_is_refused():
    done = CliRunner().invoke(form, ["--format", "pdf"])
    assert done.exit_code == 2


def test_the_schema_is_that_of_a_sheet():
    done = CliRunner().invoke(schema)
    assert done.exit_code == 0
    assert json.loads(done.stdout) == sheet_schema()


@QUESTIONS
def test_the_schema_knows_every_question(question):
    answers = json.loads(CliRunner().invoke(schema).stdout)["properties"]["answers"]["properties"]
    assert answers[str(question.number)]["title"] == f"{question.number}. {question.short}"
    assert ("value" in answers[str(question.number)]["properties"]) == (question.kind != Kind.TEXT)
