"""What a writer needs to know of a problem."""

from typing import Protocol

SEVERITIES = ("error", "warning", "note")  # the worst first


class Finding(Protocol):
    """A problem that a check found: `checks.Problem` is one, which writing must not import."""

    @property
    def question(self) -> int: ...

    @property
    def severity(self) -> str:
        """ "error", "warning" or "note"."""

    @property
    def message(self) -> str: ...
