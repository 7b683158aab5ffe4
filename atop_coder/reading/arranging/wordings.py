"""Short labels of the questions, and their prompts in other languages: read from forms/."""

import tomllib
from collections.abc import Mapping
from functools import cache

from atop_coder.form import Form, load_form
from atop_coder.reading.words import plain
from atop_coder.resources import form_path

FILE = "atop-codesheet-wordings.toml"
LANGUAGES = ("spanish", "french")


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(form_path(FILE).read_text(encoding="utf-8"))


@cache
def labels() -> Mapping[str, int]:
    """Every short label, plain -> the question that it stands for; also short titles and keys."""
    return {plain(label): number for label, number in all_labels(load_form())}


def all_labels(form: Form) -> list[tuple[str, int]]:
    """Every label as it is written, with its question."""
    found = []
    for question in form.questions:
        short = [way for way in question.also if way.endswith(":") and len(way.split()) < 7]
        own = [question.short, question.key.replace("_", " "), *short, *_data()[question.key]["labels"]]
        found += [(label, question.number) for label in own]
    return found


@cache
def prompts_in(language: str) -> Mapping[int, tuple[str, ...]]:
    """The prompts in a language by question, in each of their wordings."""
    return {question.number: tuple(_data()[question.key][language]) for question in load_form().questions}
