"""What a check finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Severity(StrEnum):
    """An error keeps a sheet from being complete; a warning can be accepted with a reason; a note hints."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """One thing to look at: question number, code (never renamed), and a message in a coder's words.

    `data` holds the values behind the message, ready for JSON; question and data tell two problems of one
    code apart.
    """

    question: int
    code: str
    severity: Severity
    message: str
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __hash__(self) -> int:
        return hash((self.question, self.code, self.message))
