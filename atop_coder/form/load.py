"""Reads forms/*.toml and refuses nonsense, saying where and what to do."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from atop_coder.errors import AtopError
from atop_coder.form.model import CHOOSING, Choice, Form, Status
from atop_coder.form.parts import NonsenseError, Place, make, make_all
from atop_coder.resources import form_path

OWN = "forms/atop-codesheet.toml"
EXTRAS = ("states", "wars", "alliances")


@cache
def load_form(path: Path | None = None) -> Form:
    """The form in that file, or the codesheet's own.

    AtopError `form-not-found` where there is none, `form-nonsense` where it cannot stand.
    """
    try:
        data = tomllib.loads((path or form_path()).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AtopError("form-not-found", file=path or OWN) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AtopError(
            "form-nonsense", file=path or OWN, where="the whole file", reason=f"is not TOML: {error}."
        ) from error
    return _Loader(path or Path(OWN)).form(data)


class _Loader:
    """Turns the parsed file into a Form; every refusal names the file and the place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def refuse(self, where: str, reason: str) -> AtopError:
        return AtopError("form-nonsense", file=self.path, where=where, reason=reason)

    def form(self, data: dict[str, Any]) -> Form:
        lists = self.choices(data.pop("choices", {}))
        for entry in self.tables(data.get("questions", [])):
            self.resolve_choices(entry, lists)
        try:
            form = make(Form, data)
        except NonsenseError as error:
            raise self.refuse(_place_in_words(error.place, data), error.reason) from error
        if not form.questions:
            raise self.refuse("questions", "must not be empty. Write each question under [[questions]].")
        self.check_numbers(form)
        for question in form.questions:
            self.check_question(form, question.number)
        return form

    def choices(self, data: Any) -> Mapping[str, tuple[Choice, ...]]:
        """The lists of choices by name, each without repeats."""
        if not isinstance(data, dict):
            raise self.refuse("choices", "must be tables. Write each choice under [[choices.NAME]].")
        lists = {name: self.choices_in(name, entries) for name, entries in data.items()}
        for name, choices in lists.items():
            where = f"choices.{name}"
            self.refuse_repeats(where, "value", (choice.value for choice in choices))
            self.refuse_repeats(where, "label", (choice.label for choice in choices))
            self.refuse_repeats(where, "spelling", (way for choice in choices for way in choice.ways))
        return lists

    def choices_in(self, name: str, entries: Any) -> tuple[Choice, ...]:
        try:
            return make_all(Choice, entries)
        except NonsenseError as error:
            where = ", ".join((f"choices.{name}", *map(str, error.place)))
            raise self.refuse(where, error.reason) from error

    def tables(self, entries: Any) -> list[dict[str, Any]]:
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise self.refuse("questions", "must be tables. Write each question under [[questions]].")
        return entries

    def refuse_repeats(self, where: str, what: str, values: Iterable[object]) -> None:
        for value, count in Counter(values).items():
            if count > 1:
                raise self.refuse(where, f"{what} {value!r} stands there {count} times. Keep one of them.")

    def resolve_choices(self, entry: dict[str, Any], lists: Mapping[str, tuple[Choice, ...]]) -> None:
        name = entry.get("choices")
        if name is None:
            return
        if not isinstance(name, str) or name not in lists:
            raise self.refuse(
                f"question {entry.get('number')}",
                f"there is no list of choices {name!r}. Write one of: {', '.join(lists)}.",
            )
        entry["choices"] = lists[name]

    def check_numbers(self, form: Form) -> None:
        self.refuse_repeats("questions", "key", (question.key for question in form.questions))
        self.refuse_repeats("questions", "short title", (question.short for question in form.questions))
        self.refuse_repeats("sections", "key", (section.key for section in form.sections))
        for expected, question in enumerate(form.questions, start=1):
            if question.number != expected:
                raise self.refuse(
                    f"question {question.number}",
                    f"question {expected} belongs here. Number them from 1 on, none twice, none left out.",
                )

    def check_question(self, form: Form, number: int) -> None:
        question = form.question(number)
        where = f"question {number}"
        if question.section not in {section.key for section in form.sections}:
            raise self.refuse(
                where, f"there is no section {question.section!r}. Name one of the form's sections."
            )
        if (question.kind in CHOOSING) != bool(question.choices):
            raise self.refuse(where, f"kind {question.kind} and its list of choices do not go together.")
        if Status.BLANK not in question.statuses or Status.ANSWERED not in question.statuses:
            raise self.refuse(where, "statuses must allow 'answered' and 'blank': every sheet begins empty.")
        self.check_words(where, "extras", question.extras, EXTRAS)
        self.check_words(where, "details_owed", question.details_owed, (*question.labels, "answered"))

    def check_words(self, where: str, what: str, words: Iterable[str], allowed: Iterable[str]) -> None:
        for word in words:
            if word not in set(allowed):
                raise self.refuse(where, f"{what} cannot hold {word!r}. Write one of: {', '.join(allowed)}.")


def _place_in_words(place: Place, data: Mapping[str, Any]) -> str:
    """Where something is wrong, with questions named by their numbers."""
    words = [str(part) for part in place]
    if len(words) > 1 and words[0] == "questions":
        number = data["questions"][int(words[1])].get("number", f"in place {int(words[1]) + 1}")
        words = [f"question {number}", *words[2:]]
    return ", ".join(words)
