"""Sheets as JSON data, lossless both ways; and the schema of it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from atop_coder.form import Form, Kind, Question, Status, load_form
from atop_coder.sheet.sheet import Answer, Sheet, make_answer
from atop_coder.sheet.values import VALUE_TYPES

EXTRAS = ("states", "wars", "alliances")
MOST_ENTRIES = 10_000  # of one list; a hundred times as many as the longest answers have
_TOLD = 40  # letters of a name that an error repeats


def answer_to_data(question: Question, answer: Answer) -> dict[str, Any]:
    """An answer as JSON data, with the parts that are empty left out."""
    data: dict[str, Any] = {}
    if answer.status != Status.ANSWERED:
        data["status"] = str(answer.status)
    if answer.value is not None:
        data["value"] = VALUE_TYPES[question.kind].dump_python(answer.value, mode="json")
    if answer.details:
        data["details"] = answer.details
    data.update((name, list(getattr(answer, name))) for name in EXTRAS if getattr(answer, name))
    return data


def sheet_to_data(sheet: Sheet, form: Form | None = None) -> dict[str, Any]:
    """A sheet as JSON data: all questions by number, in order."""
    form = form or load_form()
    answers = {str(number): answer_to_data(form.question(number), answer) for number, answer in sheet}
    return {"form": sheet.form, "form_version": sheet.form_version, "answers": answers}


def sheet_from_json(text: str, form: Form | None = None) -> Sheet:
    """The sheet in a text of JSON; ValueError as `sheet_from_data`, and for a key that is given twice.

    Of two answers under one key the first would be lost without a word. A list that is far longer than an
    answer is refused before it is looked at.
    """
    return sheet_from_data(json.loads(text, object_pairs_hook=_each_once), form)


def _each_once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"'{name[:_TOLD]}' is given twice in it")
        if isinstance(value, list) and len(value) > MOST_ENTRIES:
            raise ValueError(f"'{name[:_TOLD]}' has {len(value)} entries (the limit is {MOST_ENTRIES})")
        found[name] = value
    return found


def sheet_from_data(data: Any, form: Form | None = None) -> Sheet:
    """The sheet that JSON data tells; ValueError says which question and part cannot be taken, and why."""
    form = form or load_form()
    if not isinstance(data, Mapping) or not isinstance(data.get("answers"), Mapping):
        raise ValueError("it has no 'answers'")
    for name in data.keys() - {"form", "form_version", "answers"}:
        raise ValueError(f"'{name}' is no part of a sheet")
    if data.get("form", form.form) != form.form:
        raise ValueError(f"it is of the form '{data['form']}', not '{form.form}'")
    return Sheet.of(dict(_answer_from_data(form, *entry) for entry in data["answers"].items()), form)


def _answer_from_data(form: Form, name: str, data: Any) -> tuple[int, Answer]:
    if not name.isascii() or not name.isdigit() or int(name) not in form.by_number:
        raise ValueError(f"the form has no question '{name}'")
    question = form.question(int(name))
    if not isinstance(data, Mapping):
        raise ValueError(f'question {name}: write the answer as an object, like {{"value": …}}')
    try:
        return question.number, make_answer(question, data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ", ".join(str(part) for part in first["loc"])
        raise ValueError(f"question {name}{f' ({place})' if place else ''}: {first['msg']}") from error
    except (ValueError, TypeError) as error:
        raise ValueError(f"question {name}: {error}") from error


def sheet_schema(form: Form | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a sheet."""
    form = form or load_form()
    definitions: dict[str, Any] = {}
    answers = {str(question.number): _answer_schema(question, definitions) for question in form.questions}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.title,
        "type": "object",
        "required": ["form", "form_version", "answers"],
        "additionalProperties": False,
        "properties": {
            "form": {"const": form.form},
            "form_version": {"type": "string"},
            "answers": {"type": "object", "additionalProperties": False, "properties": answers},
        },
        "$defs": definitions,
    }


def _answer_schema(question: Question, definitions: dict[str, Any]) -> dict[str, Any]:
    codes = {"type": "array", "items": {"type": "integer"}}
    properties: dict[str, Any] = {
        "status": {"enum": [str(status) for status in Status]},
        "details": {"type": "string"},
        **dict.fromkeys(EXTRAS, codes),
    }
    if question.kind != Kind.TEXT:
        properties["value"] = _value_schema(question, definitions)
    title = f"{question.number}. {question.short}"
    return {"title": title, "type": "object", "additionalProperties": False, "properties": properties}


def _value_schema(question: Question, definitions: dict[str, Any]) -> dict[str, Any]:
    if question.choices:
        words = {"enum": list(question.labels)}
        return {"type": "array", "items": words} if question.kind == Kind.CHOICES else words
    schema = VALUE_TYPES[question.kind].json_schema(mode="validation", ref_template="#/$defs/{model}")
    definitions.update(schema.pop("$defs", {}))
    return schema
