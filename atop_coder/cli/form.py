"""`atop-coder form`: the form's questions as a codebook."""

import textwrap
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from atop_coder.form import Form, Question, Section

WIDTH = 96
INDENT = " " * 4

# What an answer to each kind of question is; the choices of a question stand beside it.
KINDS = {
    "integer": "a whole number",
    "dates": "one date, or several with their states in brackets",
    "members": "states, each with its COW code and name",
    "yes_no": "Yes or No",
    "choice": "one of the choices",
    "termination": "“Still in effect as of” a date, or one or several dates",
    "choices": "any of the choices, or No",
    "text": "text",
    "date": "a date",
    "people": "names",
}


@click.command()
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    show_default=True,
    help="Plain text, Markdown, or the form as data.",
)
def form(shape: str) -> None:
    """Print the questions of the form as a codebook.

    Each comes with its wording, what an answer may be, help for the coder, and the ATOP variables it feeds.
    """
    from dataclasses import asdict

    from atop_coder.cli.console import say, say_json
    from atop_coder.form import load_form

    codesheet = load_form()
    if shape == "json":
        say_json(asdict(codesheet))
    else:
        for line in _SHAPES[shape](codesheet):
            say(line)


def facts(form: "Form", question: "Question") -> Iterator[tuple[str, str]]:
    """What there is to know of a question, as (word, text); parts with nothing in them are left out."""
    yield "Answer", KINDS[question.kind]
    if question.choices and question.kind != "yes_no":
        yield "Choices", "; ".join(question.labels.values())
    others = [form.status_label(status) for status in question.statuses if form.status_label(status)]
    if others:
        yield "Also", " or ".join(others)
    if question.details_owed:
        yield "Description", f"owed {_owed(question)}{_quotes(question)}"
    if question.variables:
        yield "ATOP", ", ".join(question.variables)
    yield "Help", question.help.strip()


def _owed(question: "Question") -> str:
    if "answered" in question.details_owed:
        return "with any answer"
    return f"with {' or '.join(question.labels[value] for value in question.details_owed)}"


def _quotes(question: "Question") -> str:
    return ", in the words of the treaty and with the article" if question.quotes_owed else ""


# As plain text


def _text(form: "Form") -> Iterator[str]:
    yield f"{form.title}, form {form.version}: {len(form.questions)} questions"
    for section in form.sections:
        yield from ("", "", section.heading, *_wrap(section.intro))
        for question in form.questions_of(section):
            yield from _question_text(form, question)


def _question_text(form: "Form", question: "Question") -> Iterator[str]:
    yield ""
    yield from _wrap(f"{question.number}. {question.prompt}", "", INDENT)
    for word, text in facts(form, question):
        yield from _wrap(f"{word}: {text}", INDENT, INDENT * 2)
    if question.example:
        yield f"{INDENT}Example:"
        for line in question.example.strip().splitlines():
            yield from _wrap(line, INDENT * 2, INDENT * 2)


def _wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False)


# As Markdown


def _markdown(form: "Form") -> Iterator[str]:
    yield f"# {form.title}, form {form.version}"
    for section in form.sections:
        yield from _section_markdown(form, section)


def _section_markdown(form: "Form", section: "Section") -> Iterator[str]:
    yield from ("", f"## Section {section.numeral}: {section.title}", "", section.intro)
    for question in form.questions_of(section):
        yield from ("", f"### {question.number}. {question.short}", "", f"> {question.prompt}", "")
        yield from (f"- **{word}:** {text}" for word, text in facts(form, question))
        if question.example:
            yield from ("", "```text", *question.example.strip().splitlines(), "```")


_SHAPES: dict[str, Callable[["Form"], Iterator[str]]] = {"text": _text, "md": _markdown}
