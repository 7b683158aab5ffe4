"""What holds within one group of an RTF file: where its text goes, and how its words are set."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from atop_coder.reading.report import Look
from atop_coder.reading.typed import PLAIN


class Into(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    QUIET = auto()  # nowhere, but a group within it may hold text
    NOWHERE = auto()
    FONTS = auto()
    COLOURS = auto()
    STYLES = auto()
    LABEL = auto()
    CODE = auto()
    ENTRY = auto()
    AUTHOR = auto()


@dataclass(slots=True)
class Group:
    """The state within a group; a group within it begins with the same. `at_end` is done when it closes."""

    into: Into = Into.TEXT
    looks: frozenset[Look] = PLAIN
    hidden: bool = False
    font: int | None = None
    skips: int = 1  # how many characters stand behind each Unicode one for programs that do not know it
    in_table: bool = False
    level: int = 1  # of tables within one another
    style: int = 0
    at_end: Callable[[], None] | None = None

    def inner(self) -> "Group":
        """The state with which a group within this one begins."""
        return replace(self, at_end=None)

    @property
    def depth(self) -> int:
        """How deep in tables its text stands."""
        return max(1, self.level) if self.in_table else 0

    def set(self, look: Look, on: bool) -> None:
        """Sets a look on or off."""
        self.looks = self.looks | {look} if on else self.looks - {look}
