"""The values that answers have, one type for each kind of question."""

from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    TypeAdapter,
    model_serializer,
    model_validator,
)

from atop_coder.form import Kind
from atop_coder.sheet.dates import PartialDate
from atop_coder.sheet.text import OneLine

Number = Annotated[int, Field(strict=True, ge=0, le=10**9)]
Code = Annotated[int, Field(strict=True, ge=0, le=99999)]
Codes = tuple[Code, ...]
ChoiceWord = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z_]+$")]
Person = Annotated[OneLine, StringConstraints(min_length=1)]


class Value(BaseModel):
    """A value made of parts; parts that are empty are left out of its JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_serializer(mode="wrap")
    def _without_empty_parts(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        required = {name for name, field in type(self).model_fields.items() if field.is_required()}
        return {
            name: part
            for name, part in handler(self).items()
            if part not in (None, "", [], ()) or name in required
        }


class DateEntry(Value):
    """One of several dates, with the states (ccodes) it holds for and a note."""

    date: PartialDate
    states: Codes = ()
    note: OneLine = ""


class Member(Value):
    """A member of the alliance: COW code, and the name as the sheet has it ("" if it has none)."""

    ccode: Code
    name: OneLine
    note: OneLine = ""


class Termination(Value):
    """Either the day on which the alliance was seen in effect, or the dates on which it ended."""

    in_effect_as_of: PartialDate | None = None
    dates: tuple[DateEntry, ...] = ()

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if (self.in_effect_as_of is None) == (not self.dates):
            raise ValueError("give either 'in_effect_as_of' or 'dates'")
        return self


AnyValue = (
    int | str | PartialDate | Termination | tuple[DateEntry, ...] | tuple[Member, ...] | tuple[str, ...]
)

VALUE_TYPES: dict[Kind, TypeAdapter[Any]] = {
    Kind.INTEGER: TypeAdapter(Number),
    Kind.DATES: TypeAdapter(tuple[DateEntry, ...]),
    Kind.MEMBERS: TypeAdapter(tuple[Member, ...]),
    Kind.YES_NO: TypeAdapter(ChoiceWord),
    Kind.CHOICE: TypeAdapter(ChoiceWord),
    Kind.TERMINATION: TypeAdapter(Termination),
    Kind.CHOICES: TypeAdapter(tuple[ChoiceWord, ...]),
    Kind.DATE: TypeAdapter(PartialDate),
    Kind.PEOPLE: TypeAdapter(tuple[Person, ...]),
}
