"""Plain data as the form's own classes, each part of the type that its class declares.

By hand, because every start of the program reads the form: making and running pydantic models for it takes
three times as long.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from types import GenericAlias
from typing import Any, TypeVar

T = TypeVar("T")
Place = tuple[str | int, ...]

WORDS: Mapping[type, str] = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}


class NonsenseError(ValueError):
    """A part that cannot be what it should be: where it stands, and what is wrong with it."""

    def __init__(self, place: Place, reason: str) -> None:
        super().__init__(reason)
        self.place, self.reason = place, reason


def _parts_of(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The types of a class's parts by name, and which of them must be given."""
    parts = fields(kind)
    needed = frozenset(part.name for part in parts if part.default is MISSING)
    return {part.name: part.type for part in parts}, needed


def make(kind: type[T], data: object, place: Place = ()) -> T:
    """One of these with the parts that the table tells; NonsenseError for the first part that is none."""
    if isinstance(data, kind):
        return data
    if not isinstance(data, Mapping):
        raise NonsenseError(place, "must be a table.")
    types, needed = _parts_of(kind)
    for name in data:
        if name not in types:
            raise NonsenseError((*place, name), "is no setting of the form. Check its spelling.")
    for name in types:
        if name in needed and name not in data:
            raise NonsenseError((*place, name), "is missing.")
    return kind(**{name: _read(types[name], part, (*place, name)) for name, part in data.items()})


def make_all(kind: type[T], data: object, place: Place = ()) -> tuple[T, ...]:
    """The entries of a list, each as one of these."""
    if not isinstance(data, list | tuple):
        raise NonsenseError(place, "must be a list.")
    return tuple(_read(kind, one, (*place, index)) for index, one in enumerate(data))


def _read(kind: Any, data: object, place: Place) -> Any:
    if type(data) is kind:
        return data
    if isinstance(kind, GenericAlias):
        return make_all(kind.__args__[0], data, place)
    if kind in WORDS:
        raise NonsenseError(place, f"must be {WORDS[kind]}.")
    return _read_word(kind, data, place) if issubclass(kind, StrEnum) else make(kind, data, place)


def _read_word(kind: type[StrEnum], data: object, place: Place) -> StrEnum:
    if isinstance(data, str) and data in tuple(kind):
        return kind(data)
    raise NonsenseError(place, f"must be one of: {', '.join(kind)}.")
